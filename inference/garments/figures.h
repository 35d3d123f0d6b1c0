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
  std::vector<Rect> boxes = {};  ///< the same of each figure, the main one first
};

/// The largest figure is the main one; those of less than a quarter of its area are passers-by or noise and left out.
/// At most nine.
Figures find_figures(const ClassScores& scores);

/// The figure whose box has most of the box of a garment, `garment`, which is in shares of the photo's sides: 1 the
/// main one; of several that have as much the first; 0 when none has any of it.
int figure_at(const Figures& figures, const Rect& garment);

/// The scores with certain background wherever another figure than `figure`, or none, is.
ClassScores only_figure(const ClassScores& scores, const Figures& figures, int figure);

/// Where a part of a photo lies in the frame in which a network sees a figure: scaled into its middle.
struct FigureFrame {
  InputSize size;
  Rect part;   ///< of the photo, whole pixels
  Rect place;  ///< of that part in the frame, whole pixels
  Point in_frame(Point photo) const {
    return {place.x + (photo.x - part.x) * place.width / part.width,
            place.y + (photo.y - part.y) * place.height / part.height};
  }
  Point in_photo(Point frame) const {
    return {part.x + (frame.x - place.x) * part.width / place.width,
            part.y + (frame.y - place.y) * part.height / place.height};
  }
};

/// `box` in shares of the photo's sides.
FigureFrame frame_of(const Rect& box, int photo_width, int photo_height, InputSize size = kReaderSize);

/// What the frame shows of the photo; the rest is grey.
NetworkInput prepare_figure(const ImageView& photo, const FigureFrame& frame);

/// The pixels of `box` alone, at least one.
Rect pixels_of(const Rect& box, int width, int height);

}  // namespace jaedan::inference
