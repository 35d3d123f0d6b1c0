#include "app/bench/recommend/garment_questions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "inference/train/data/augment.h"
#include "inference/train/data/garment_crops.h"
#include "inference/train/data/random.h"
#include "inference/train/data/sources.h"

namespace jaedan::bench {
namespace {

using inference::TrainingItem;
using recommender::Item;

constexpr double kPhotoArea = 8.0 * 160 * 160;  // a garment is then about as large as models see it
constexpr int kPhotographSide = 224;

/// Numbers photos by their names.
using PhotoNumbers = std::map<std::string, std::int64_t>;

Item item_of(const TrainingItem& garment, PhotoNumbers& photos) {
  Item item;
  const std::string photo = garment.name.substr(0, garment.name.rfind(' '));
  item.photo = PhotoId{photos.emplace(photo, static_cast<std::int64_t>(photos.size()) + 1).first->second};
  const auto part = std::find(garment.present.begin(), garment.present.end(), 1.0F) - garment.present.begin();
  item.part = kAllParts[static_cast<std::size_t>(part)];
  item.garment = GarmentId{static_cast<std::int64_t>(part) + 1};
  for (const auto& [attribute, values] : garment.known[static_cast<std::size_t>(part)]) {
    for (const std::string& value : values) item.attributes.push_back({attribute, value, "", {}});
  }
  return item;
}

void add(const TrainingItem& garment, Image picture, const Mask& mask, PhotoNumbers& photos, Garments& garments) {
  garments.items.push_back(item_of(garment, photos));
  garments.regions.push_back(trace(mask, mask_value(garments.items.back().part)));
  garments.pictures.push_back(std::move(picture));
}

std::pair<Image, Mask> taken_again(const TrainingItem& garment, std::uint64_t seed) {
  inference::AugmentOptions how;
  how.scale_least = 0.7, how.scale_most = 1.15, how.rotation = 12, how.shift = 0.1;
  how.brightness = how.contrast = 0.2, how.saturation = 0.2, how.hue = 0.01, how.erase = 0.3;
  const auto sample = inference::augment(garment, kPhotographSide, kPhotographSide, how, seed);
  Image picture = Image::of_size(sample.width, sample.height);
  for (std::size_t i = 0; i < picture.rgb.size(); ++i) {
    picture.rgb[i] = static_cast<std::uint8_t>(std::clamp(std::lround((sample.pixels[i] + 1) * 127.5F), 0L, 255L));
  }
  Mask mask = Mask::of_size(sample.width, sample.height);
  for (int y = 0; y < mask.height; ++y) {
    for (int x = 0; x < mask.width; ++x) {
      mask.at(x, y) = sample.labels[std::size_t(y / 2) * std::size_t(sample.width / 2) + std::size_t(x / 2)];
    }
  }
  return {std::move(picture), std::move(mask)};
}

}  // namespace

Result<GarmentQuestions> read_garment_questions(const std::string& folder, std::uint64_t seed,
                                                const workflow::Watch& watch) {
  inference::FolderOptions options;
  options.area_px = kPhotoArea;
  if (watch.cancel) options.cancel = &watch.cancel->flag();
  JAEDAN_ASSIGN_OR_RETURN(auto sources, inference::read_sources({{inference::DataKind::kCcp, folder}}, options));
  inference::cut_garments_out(sources);
  GarmentQuestions questions;
  PhotoNumbers photos;
  for (const TrainingItem& garment : sources.front().items) {
    const bool asks = garment.split == inference::Split::kVal;
    add(garment, garment.photo, garment.labels, photos, asks ? questions.queries : questions.gallery);
    if (!asks) continue;
    auto [picture, mask] = taken_again(garment, inference::mix_seed(seed, questions.queries.items.size()));
    add(garment, std::move(picture), mask, photos, questions.again);
  }
  if (questions.gallery.items.empty() || questions.queries.items.empty()) {
    return Error{ErrorCode::kInvalidArgument,
                 "bench.no_garments",
                 "{0}: no garments in both of the splits train and val",
                 {folder}};
  }
  return questions;
}

}  // namespace jaedan::bench
