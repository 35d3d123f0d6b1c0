#pragma once

namespace jaedan::inference {

/// What a person at the studio does, counted as the keystroke-level model has it (Card, Moran and Newell, 1980). One
/// hand is on the keys and the other on the mouse, so that none of them goes over to the other (the model's H); the
/// program answers at once (its R).
struct Acts {
  int keys = 0;     ///< K: a key goes down; Shift and Ctrl are keys as others are
  int points = 0;   ///< P: the pointer goes to a place
  int thinks = 0;   ///< M: something is looked at and decided
  int buttons = 0;  ///< B: a button of the mouse goes down, or up

  constexpr double seconds() const;

  friend constexpr Acts operator+(Acts a, Acts b) {
    return {a.keys + b.keys, a.points + b.points, a.thinks + b.thinks, a.buttons + b.buttons};
  }
  friend constexpr Acts operator*(int times, Acts a) {
    return {times * a.keys, times * a.points, times * a.thinks, times * a.buttons};
  }
  Acts& operator+=(Acts more) { return *this = *this + more; }
  friend constexpr bool operator==(Acts a, Acts b) {
    return a.keys == b.keys && a.points == b.points && a.thinks == b.thinks && a.buttons == b.buttons;
  }
};

/// Seconds of each: K of an average typist, P and M as the model gives them, B a tenth.
inline constexpr double kKeySeconds = 0.28;
inline constexpr double kPointSeconds = 1.1;
inline constexpr double kThinkSeconds = 1.35;
inline constexpr double kButtonSeconds = 0.1;

constexpr double Acts::seconds() const {
  return keys * kKeySeconds + points * kPointSeconds + thinks * kThinkSeconds + buttons * kButtonSeconds;
}

/// What each thing that is done in the studio takes: keys, places, thoughts, buttons. The README of this folder has the
/// same table with the studio's keys.
namespace act {

// Looking.
inline constexpr Acts kLookAtPhoto = {0, 0, 1, 0};    ///< which garments are there?
inline constexpr Acts kLookAtGarment = {0, 0, 1, 0};  ///< is the proposed outline right?
inline constexpr Acts kNextReading = {1, 0, 1, 0};    ///< and is this one it?
inline constexpr Acts kApprove = {2, 0, 0, 0};        ///< Ctrl+Enter, which goes on to the next photo

// Proposals.
inline constexpr Acts kAcceptAll = {1, 0, 0, 0};
inline constexpr Acts kSelect = {0, 1, 0, 2};  ///< a click on a garment or a proposal
inline constexpr Acts kAcceptSelected = {1, 0, 0, 0};
inline constexpr Acts kDeleteSelected = {1, 0, 0, 0};
inline constexpr Acts kChangePart = {0, 2, 0, 4};  ///< of the selected garment: its list, and the part in it
inline constexpr Acts kInsist = {2, 0, 0, 0};      ///< Ctrl+Enter once more: there are proposals nobody decided on

// Outlines.
inline constexpr Acts kBeginGarment = {1, 0, 1, 0};  ///< one that is missing; the part's key, with it comes the polygon
inline constexpr Acts kTakeTool = {1, 0, 0, 0};
inline constexpr Acts kVertex = {0, 1, 0, 2};
inline constexpr Acts kFinish = {1, 0, 0, 0};
inline constexpr Acts kFurtherRing = {1, 0, 0, 0};  ///< = or -: what is drawn next is added, or a hole
inline constexpr Acts kClick = {0, 1, 1, 2};        ///< where is it wrong? There
inline constexpr Acts kBox = {0, 2, 1, 2};          ///< from corner to corner
inline constexpr Acts kStroke = {3, 2, 1, 2};       ///< of a brush that was made larger or smaller, from end to end
inline constexpr Acts kPutToolDown = {1, 0, 0, 0};

// Labels.
inline constexpr Acts kBeginLabels = {1, 0, 0, 0};  ///< ↓
inline constexpr Acts kLabel = {0, 0, 1, 0};        ///< is the guess right, or which is? Its keys: label_work.h

}  // namespace act

}  // namespace jaedan::inference
