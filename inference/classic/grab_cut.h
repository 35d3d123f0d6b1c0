#pragma once

#include <memory>

#include "inference/clicks/interactive.h"

namespace jaedan::inference {

/// GrabCut (Rother et al., 2004; OpenCV) behind the same interface: knows nothing of garments, needs no model. What it
/// is compared with, and what answers where no model does.
std::unique_ptr<InteractiveSegmenter> make_grab_cut();

}  // namespace jaedan::inference
