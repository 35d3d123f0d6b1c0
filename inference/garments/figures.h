#pragma once

#include <cstdint>
#include <vector>

#include "inference/garments/class_scores.h"
#include "inference/garments/preprocess.h"
#include "labeling/domain/geometry.h"

namespace jaedan::inference {

/// The frame in which the reader (net/reader.h) sees a figure.
inline constexpr InputSize kReaderSize = {160, 224};

/// Who, or what garment on its hanger, is in a photo: pieces of what the scores take for no background. Pieces above
/// each other (legs below a table) are one figure, pieces beside each other are several.
struct Figures {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> of_cell;  ///< by cell of the scores: 0 none, 1 the main figure, 2 the next, …
  int count = 0;
  Rect main_box = {};  ///< around figure 1 with a margin, in shares of the photo's sides; the whole photo without any
};

/// The largest figure is the main one; those of less than a quarter of its area are passers-by or noise and left out.
/// At most nine.
Figures find_figures(const ClassScores& scores);

/// The scores with certain background wherever another figure than `figure`, or none, is.
ClassScores only_figure(const ClassScores& scores, const Figures& figures, int figure);

/// The part of the photo in `box` (shares of its sides), scaled into the middle of a frame of `size` whose rest is
/// grey.
NetworkInput prepare_figure(const ImageView& photo, const Rect& box, InputSize size = kReaderSize);

/// The pixels of `box` alone, at least one.
Rect pixels_of(const Rect& box, int width, int height);

}  // namespace jaedan::inference
