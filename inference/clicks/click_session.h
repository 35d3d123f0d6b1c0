#pragma once

#include <vector>

#include "inference/clicks/interactive.h"

namespace jaedan::inference {

/// Whose work the mask is that is corrected.
enum class MaskOrigin {
  kPerson,  ///< a click changes it near itself only
  kModel,   ///< a click that is no small correction may change all of it (click_change.h)
};

/// What an object is begun with. Masks in the photo's frame.
struct ClickStart {
  Mask mask;  ///< to be corrected; an empty one: there is none yet
  MaskOrigin by = MaskOrigin::kPerson;
  /// What a model took for garments in its other readings, the likeliest first: the first click may choose one of
  /// them (fitting_mask.h), unless a person made `mask`.
  std::vector<Mask> others;
};

/// One object being clicked out: what was said, and the mask after each word of it, so that a click can be taken back.
/// Belongs to one thread; `segmenter` and `photo` must outlive it.
class ClickSession {
 public:
  ClickSession(InteractiveSegmenter& segmenter, EncodedPhoto& photo, ClickStart start = {});

  /// Says one thing more. Errors: those of InteractiveSegmenter::answer; then nothing was said.
  Status click(const Click& click);
  Status box(const Rect& box);
  /// Takes the last click or box back; false when nothing was said.
  bool take_back();
  bool can_take_back() const { return !said_.empty(); }

  /// What is taken for the object; empty before anything is.
  const Mask& mask() const { return said_.empty() ? start_.mask : said_.back().mask; }
  const ClickPrompt& prompt() const { return said_.empty() ? nothing_ : said_.back().prompt; }

 private:
  struct Said {
    ClickPrompt prompt;  ///< all of it so far
    Mask mask;
  };
  Status say(ClickPrompt prompt, const Click* click);

  InteractiveSegmenter& segmenter_;
  EncodedPhoto& photo_;
  const ClickStart start_;
  const bool is_kept_;  ///< the start, but near clicks
  const ClickPrompt nothing_;
  std::vector<Said> said_;
};

}  // namespace jaedan::inference
