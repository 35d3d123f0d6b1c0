#pragma once

struct ImDrawList;

namespace jaedan::gui {

/// How bright a photo is shown. The window only: neither the file nor what a model sees changes.
struct PhotoLook {
  float brightness = 0;  ///< [−1, 1], added to every channel
  float contrast = 1;    ///< [0.25, 4], around the middle grey

  bool plain() const { return brightness == 0 && contrast == 1; }
};

/// What is drawn between these two is shown with `look`, which lives until the frame is rendered; neither does anything
/// for a plain one.
void begin_look(const PhotoLook& look, ImDrawList& out);
void end_look(const PhotoLook& look, ImDrawList& out);

}  // namespace jaedan::gui
