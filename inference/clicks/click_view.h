#pragma once

#include "inference/clicks/interactive.h"

namespace jaedan::inference {

/// How the part of a photo is chosen that the network looks at.
struct ClickViewRules {
  double margin = 0.25;       ///< of the object's box, on every side
  double least_side = 0.12;   ///< of the photo's longer side
  double whole_share = 0.75;  ///< of the photo's area: a view larger than this is the whole photo
  double reuse_share =
      0.4;  ///< a view seen before is used again when the wanted one lies in it and fills so much of it
};

/// Where to look, in the frame of `width` × `height`: around what is taken for the object and what was said of it; the
/// whole photo when there are only clicks. Whole pixels, so that picture, clicks and answer are cut the same.
Rect view_for(const ClickPrompt& prompt, const Mask& before, int width, int height, const ClickViewRules& rules = {});

/// Whether a picture of `seen` shows `wanted` well enough.
bool serves(const Rect& seen, const Rect& wanted, const ClickViewRules& rules = {});

}  // namespace jaedan::inference
