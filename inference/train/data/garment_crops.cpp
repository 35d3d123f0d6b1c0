#include "inference/train/data/garment_crops.h"

#include <algorithm>

#include "inference/garments/cut_out.h"
#include "inference/garments/preprocess.h"

namespace jaedan::inference {
namespace {

constexpr std::ptrdiff_t kLeastPixels = 300;

bool is_around(const std::uint8_t* pixel) { return std::equal(pixel, pixel + 3, kOutsideRgb); }

TrainingItem garment_item(const TrainingItem& item, std::size_t part, Image picture) {
  TrainingItem garment;
  garment.name = item.name + " " + std::string(id_of(kAllParts[part]));
  garment.split = item.split;
  garment.labels = Mask::of_size(picture.width, picture.height);
  for (std::size_t i = 0; i < garment.labels.pixels.size(); ++i) {
    garment.labels.pixels[i] = is_around(&picture.rgb[3 * i]) ? kIgnoredPixel : static_cast<std::uint8_t>(part + 1);
  }
  garment.photo = std::move(picture);
  garment.known[part] = item.known[part];
  garment.of_photo = item.of_photo;
  garment.present = {0, 0, 0, 0};
  garment.present[part] = 1;
  garment.is_crop = true;
  return garment;
}

}  // namespace

void cut_garments_out(std::vector<TrainingSource>& sources) {
  for (TrainingSource& source : sources) {
    std::vector<TrainingItem> garments;
    for (TrainingItem& item : source.items) {
      for (std::size_t part = 0; part < kPartCount; ++part) {
        const auto value = static_cast<std::uint8_t>(part + 1);
        if (std::count(item.labels.pixels.begin(), item.labels.pixels.end(), value) < kLeastPixels) continue;
        garments.push_back(garment_item(item, part, garment_alone(item.photo.view(), item.labels, value)));
      }
      item = TrainingItem();  // a data set twice would not fit into memory
    }
    source.items = std::move(garments);
  }
}

}  // namespace jaedan::inference
