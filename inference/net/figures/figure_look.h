#pragma once

#include <vector>

#include "inference/garments/body.h"
#include "inference/garments/figures.h"
#include "inference/garments/part_set.h"
#include "inference/garments/prefiller.h"
#include "inference/net/figures/figure_network.h"
#include "labeling/domain/image.h"
#include "labeling/domain/measured_length.h"

namespace jaedan::inference {

/// One figure of one photo, looked at once and then asked about. Everything it refers to must live as long.
class FigureLook {
 public:
  /// `box` in shares of the photo's sides. The mirrored figure is looked at too, and the mean of both answers.
  FigureLook(FigureNetwork& network, const ModelCard& card, torch::Device device, const ImageView& photo,
             const Rect& box);

  /// Natural logarithms of how likely each set of parts is.
  PerPartSet log_prior() const;
  /// By the card's head; empty for those that are asked of garments.
  HeadLogits photo_logits() const;
  /// The same of each garment, empty for those that are asked of the photo.
  std::vector<HeadLogits> label(const std::vector<AskedGarment>& garments);
  /// How far each covers the figure's limbs, by its key points. What is worn below an outer garment among them is known
  /// to be hidden where that lies.
  std::vector<MeasuredLengths> measure(const std::vector<AskedGarment>& garments) const;

 private:
  KeyPoints find_key_points() const;
  torch::Tensor masks_of(const std::vector<AskedGarment>& garments) const;
  torch::Tensor known_of(const std::vector<AskedGarment>& garments) const;

  FigureNetwork& network_;
  const ModelCard& card_;
  const torch::Device device_;
  const InputSize photo_size_;
  const FigureFrame frame_;
  FigureView view_;
  KeyPoints key_points_;  ///< in shares of the photo's sides; what is not to be seen has score 0
};

}  // namespace jaedan::inference
