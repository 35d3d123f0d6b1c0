#include "inference/train/data/training_item.h"

#include <algorithm>
#include <cmath>

#include "labeling/domain/attribute.h"

namespace jaedan::inference {

void fit_area(int& width, int& height, double area_px) {
  const double scale = std::min(1.0, std::sqrt(area_px / (double(width) * height)));
  width = std::max(1, static_cast<int>(std::lround(width * scale)));
  height = std::max(1, static_cast<int>(std::lround(height * scale)));
}

void add_label(KnownLabels& labels, std::string_view attribute, std::string_view value) {
  if (!value.empty() && value != kNotSure) labels[std::string(attribute)].emplace_back(value);
}

std::vector<int> answers_to(const HeadSpec& head, const KnownLabels& labels) {
  std::vector<int> answers;
  const auto known = labels.find(head.attribute);
  if (known == labels.end()) return answers;
  for (const std::string& value : known->second) {
    if (const int answer = index_of(head, value); answer >= 0) answers.push_back(answer);
  }
  return answers;
}

void set_presence(TrainingItem& item, double least_share) {
  std::array<std::size_t, 256> count{};
  for (const std::uint8_t value : item.labels.pixels) ++count[value];
  const auto total = static_cast<double>(item.labels.pixels.size());
  for (std::size_t part = 0; part < kPartCount; ++part) {
    const auto pixels = static_cast<double>(count[part + 1]);
    item.present[part] = pixels == 0 ? 0.0F : pixels >= least_share * total ? 1.0F : -1.0F;
  }
}

}  // namespace jaedan::inference
