#include "inference/train/measure/weaknesses.h"
#include "labeling/base/plural.h"

#include <algorithm>
#include <cmath>

namespace jaedan::inference {
namespace {

constexpr const char* kMeasured = "Measured: ";
constexpr double kGoodFound = 0.8;   // parts found less often are named
constexpr double kGoodFalse = 0.15;  // parts seen more often where they are not are named
constexpr int kLeastPhotos = 5;      // of fewer nothing is said
constexpr std::size_t kMisreadings = 3;

std::string percent(double share) { return std::to_string(std::lround(100 * share)) + " %"; }

std::string name_of(std::size_t part) { return std::string(id_of(kAllParts[part])); }

std::string words_of_count(int photos) {
  if (photos == 0) return "no photo shows";
  return "only " + counted(photos, "photo shows", "photos show");
}

}  // namespace

std::vector<Misreading> common_misreadings(const ConfusionMatrix& part_sets, std::size_t count) {
  std::vector<Misreading> all;
  for (int shown = 0; shown < part_sets.classes(); ++shown) {
    int photos = 0;
    for (int said = 0; said < part_sets.classes(); ++said) photos += static_cast<int>(part_sets.at(shown, said));
    for (int said = 0; said < part_sets.classes(); ++said) {
      const int misread = static_cast<int>(part_sets.at(shown, said));
      if (said == shown || misread == 0) continue;
      all.push_back({static_cast<PartSet>(shown), static_cast<PartSet>(said), misread, photos});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.photos > b.photos; });
  if (all.size() > count) all.resize(count);
  return all;
}

std::string words_of(PartSet set) {
  std::vector<std::string> names;
  for (const Part part : kAllParts) {
    if (has_part(set, part)) names.emplace_back(id_of(part));
  }
  if (names.empty()) return "no garment";
  std::string words = names[0];
  for (std::size_t i = 1; i < names.size(); ++i) words += (i + 1 == names.size() ? " and " : ", ") + names[i];
  return words;
}

std::string words_of(const Misreading& misreading) {
  return words_of(misreading.shown) + " read as " + words_of(misreading.said) + ": " +
         std::to_string(misreading.photos) + " of " + counted(misreading.of_photos, "photo");
}

std::vector<std::string> measured_weaknesses(const EvaluationReport& report) {
  std::vector<std::string> sentences;
  const auto add = [&sentences](const std::string& text) { sentences.push_back(kMeasured + text); };
  for (std::size_t i = 0; i < kPartCount; ++i) {
    const PartScore& part = report.segmentation.parts[i];
    if (part.photos < kLeastPhotos) {
      add(words_of_count(part.photos) + " " + name_of(i) + ", too few to judge it");
      continue;
    }
    if (part.found < kGoodFound) add("finds " + percent(part.found) + " of " + name_of(i) + " garments (IoU ≥ 0.5)");
    if (part.false_rate > kGoodFalse) {
      add("sees " + name_of(i) + " in " + percent(part.false_rate) + " of the photos that show none");
    }
  }
  for (const Misreading& misreading : common_misreadings(report.part_sets, kMisreadings)) {
    if (misreading.photos > 1) add(words_of(misreading));
  }
  return sentences;
}

std::vector<std::string> with_measured(const std::vector<std::string>& weaknesses,
                                       const std::vector<std::string>& measured) {
  std::vector<std::string> all;
  for (const std::string& sentence : weaknesses) {
    if (sentence.rfind(kMeasured, 0) != 0) all.push_back(sentence);
  }
  all.insert(all.end(), measured.begin(), measured.end());
  return all;
}

}  // namespace jaedan::inference
