#include "app/report/worst_photos.h"

#include <algorithm>

#include "labeling/domain/part_colours.h"
#include "labeling/io/image_encoder.h"
#include "labeling/io/resize.h"

namespace jaedan::report {
namespace {

constexpr int kQuality = 78;

std::uint8_t mixed(std::uint8_t photo, std::uint8_t tint) { return static_cast<std::uint8_t>((photo + tint) / 2); }

void tint(std::uint8_t* rgb, std::uint8_t value) {
  if (value == inference::kIgnoredPixel) {
    const auto grey = static_cast<std::uint8_t>((rgb[0] + 2 * rgb[1] + rgb[2]) / 8 + 96);
    rgb[0] = rgb[1] = rgb[2] = grey;
  } else if (value >= 1 && value <= inference::kPartCount) {
    const Colour colour = colour_of(kAllParts[value - 1U]);
    rgb[0] = mixed(rgb[0], colour.r), rgb[1] = mixed(rgb[1], colour.g), rgb[2] = mixed(rgb[2], colour.b);
  }
}

Result<std::string> tinted_jpeg(const Image& photo, const Mask& mask, int max_side) {
  JAEDAN_ASSIGN_OR_RETURN(const Image picture, tinted(photo, mask, max_side));
  return labeling::encode_jpeg(picture.view(), kQuality);
}

Result<WorstPhoto> draw(const inference::PhotoOutcome& outcome, int max_side) {
  WorstPhoto photo;
  photo.name = outcome.name;
  photo.iou = outcome.iou;
  photo.second_iou = outcome.second_iou;
  JAEDAN_ASSIGN_OR_RETURN(const Image small, labeling::shrink_to_fit(outcome.photo.view(), max_side));
  JAEDAN_ASSIGN_OR_RETURN(photo.photo_jpeg, labeling::encode_jpeg(small.view(), kQuality));
  JAEDAN_ASSIGN_OR_RETURN(photo.truth_jpeg, tinted_jpeg(outcome.photo, outcome.truth, max_side));
  JAEDAN_ASSIGN_OR_RETURN(photo.predicted_jpeg, tinted_jpeg(outcome.photo, outcome.predicted, max_side));
  if (outcome.second == nullptr) return photo;
  JAEDAN_ASSIGN_OR_RETURN(photo.second_jpeg, tinted_jpeg(outcome.photo, *outcome.second, max_side));
  return photo;
}

}  // namespace

Result<Image> tinted(const Image& photo, const Mask& mask, int max_side) {
  JAEDAN_ASSIGN_OR_RETURN(Image picture, labeling::shrink_to_fit(photo.view(), max_side));
  for (int y = 0; y < picture.height; ++y) {
    const int mask_y = static_cast<int>((y + 0.5) * mask.height / picture.height);
    for (int x = 0; x < picture.width; ++x) {
      tint(picture.pixel(x, y), mask.at(static_cast<int>((x + 0.5) * mask.width / picture.width), mask_y));
    }
  }
  return picture;
}

void WorstPhotos::add(const inference::PhotoOutcome& outcome) {
  if (count_ == 0 || !failure_.ok()) return;
  if (photos_.size() == count_ && outcome.iou >= photos_.back().iou) return;
  Result<WorstPhoto> drawn = draw(outcome, max_side_);
  if (!drawn.ok()) {
    failure_ = drawn.error().with_context(outcome.name);
    return;
  }
  if (photos_.size() == count_) photos_.pop_back();
  const auto place = std::upper_bound(photos_.begin(), photos_.end(), outcome.iou,
                                      [](double iou, const WorstPhoto& photo) { return iou < photo.iou; });
  photos_.insert(place, std::move(drawn).value());
}

Result<std::vector<WorstPhoto>> WorstPhotos::take() {
  if (!failure_.ok()) return failure_.error();
  return std::move(photos_);
}

}  // namespace jaedan::report
