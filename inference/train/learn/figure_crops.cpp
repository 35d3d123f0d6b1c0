#include "inference/train/learn/figure_crops.h"

#include <algorithm>

#include "inference/garments/figures.h"
#include "inference/net/tensors.h"

namespace jaedan::inference {
namespace {

// Where the figure is, is seen at less than half of the usual size.
constexpr InputSize kLook = {160, 256};

ClassScores look_at(const Image& photo, Segmenter& network, torch::Device device) {
  const NetworkInput input = prepare_input(photo.view(), input_size_for(photo.width, photo.height, kLook));
  return class_scores(network->forward(image_tensor(input.pixels, input.width, input.height, device)).logits);
}

void crop(TrainingItem& item, const Rect& box) {
  const Rect part = pixels_of(box, item.photo.width, item.photo.height);
  const auto x0 = static_cast<int>(part.x), y0 = static_cast<int>(part.y);
  Image photo = Image::of_size(static_cast<int>(part.width), static_cast<int>(part.height));
  Mask labels = Mask::of_size(photo.width, photo.height);
  for (int y = 0; y < photo.height; ++y) {
    const std::size_t from = std::size_t(y0 + y) * item.photo.width + x0, to = std::size_t(y) * photo.width;
    std::copy_n(&item.photo.rgb[3 * from], 3 * std::size_t(photo.width), &photo.rgb[3 * to]);
    std::copy_n(&item.labels.pixels[from], photo.width, &labels.pixels[to]);
  }
  item.photo = std::move(photo);
  item.labels = std::move(labels);
}

}  // namespace

Status crop_to_figures(std::vector<TrainingSource>& sources, Segmenter& network, torch::Device device,
                       const std::atomic<bool>* cancel) {
  torch::InferenceMode no_gradients;
  network->eval();
  for (TrainingSource& source : sources) {
    for (TrainingItem& item : source.items) {
      if (cancel != nullptr && *cancel)
        return Error{ErrorCode::kCancelled, "train.figures_stopped", "looking for the figures: stopped"};
      crop(item, find_figures(look_at(item.photo, network, device)).main_box);
    }
  }
  return {};
}

}  // namespace jaedan::inference
