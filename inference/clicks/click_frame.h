#pragma once

#include <vector>

#include "inference/clicks/interactive.h"
#include "inference/garments/preprocess.h"

namespace jaedan::inference {

/// The frame of a photo's masks (EncodedPhoto): its own size, scaled down to `kClickFrameArea`; at least one pixel.
InputSize click_frame_of(int photo_width, int photo_height);

/// The photo at the size of its frame.
Image scaled_to_frame(const ImageView& photo, InputSize frame);

/// Part `view` of the frame as the network sees it: at `size`.
NetworkInput prepare_view(const Image& frame, const Rect& view, InputSize size);

/// The prompt in the pixels of a picture of `size` that shows `view`.
ClickPrompt in_view(const ClickPrompt& prompt, const Rect& view, InputSize size);

/// How much of each cell of a picture of `view` is in `mask`: rows × columns, [0, 1]; 0 everywhere for an empty Mask.
std::vector<float> mask_cells(const Mask& mask, const Rect& view, int columns, int rows);

/// Puts an answer into the frame: `logits` rows × columns over `view`; inside is above 0. Outside the view the mask is
/// `before`.
Mask answer_in_frame(const std::vector<float>& logits, int columns, int rows, const Rect& view, const Mask& before,
                     InputSize frame);

}  // namespace jaedan::inference
