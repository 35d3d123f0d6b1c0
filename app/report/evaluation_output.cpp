#include "app/report/evaluation_output.h"

#include <nlohmann/json.hpp>

#include "inference/train/measure/weaknesses.h"

namespace jaedan::report {
namespace {

constexpr std::size_t kListedMisreadings = 5;

nlohmann::json to_json(const inference::Calibration& calibration) {
  nlohmann::json bins = nlohmann::json::array();
  for (const inference::ScoreBin& bin : calibration.bins) {
    bins.push_back({{"garments", bin.count}, {"mean_score", bin.mean_score}, {"reached", bin.reached}});
  }
  return {{"iou", inference::kScoreIou},
          {"ece", calibration.ece},
          {"ece_by_chance", calibration.ece_by_chance},
          {"garments", calibration.garments},
          {"sure_garments", calibration.sure},
          {"sure_reached", calibration.sure_reached},
          {"bins", bins}};
}

nlohmann::json misreadings_json(const inference::EvaluationReport& report) {
  nlohmann::json list = nlohmann::json::array();
  for (const auto& misreading : inference::common_misreadings(report.part_sets, kListedMisreadings)) {
    list.push_back({{"shown", inference::words_of(misreading.shown)},
                    {"said", inference::words_of(misreading.said)},
                    {"photos", misreading.photos},
                    {"of_photos", misreading.of_photos}});
  }
  return list;
}

void print(std::FILE* out, const inference::Calibration& calibration) {
  std::fprintf(out, "scores  calibration error %.3f (%.3f by chance alone) over %d garments", calibration.ece,
               calibration.ece_by_chance, calibration.garments);
  if (calibration.sure > 0) {
    std::fprintf(out, "; of %d with score >= .9, %.0f %% reach IoU %.2f\n", calibration.sure,
                 100 * calibration.sure_reached, inference::kScoreIou);
  } else {
    std::fprintf(out, "; none has a score >= .9\n");
  }
}

}  // namespace

nlohmann::json to_json(const inference::SegmentationScore& score) {
  nlohmann::json parts;
  for (std::size_t i = 0; i < score.parts.size(); ++i) {
    const inference::PartScore& part = score.parts[i];
    parts[std::string(id_of(kAllParts[i]))] = {{"iou", part.iou},       {"per_photo", part.per_photo},
                                               {"kept", part.kept},     {"found", part.found},
                                               {"photos", part.photos}, {"false_rate", part.false_rate}};
  }
  return {{"miou", score.miou},   {"per_garment", score.per_garment}, {"kept", score.kept},
          {"found", score.found}, {"garments", score.garments},       {"parts", parts}};
}

void print(std::FILE* out, const inference::SegmentationScore& score) {
  for (std::size_t i = 0; i < score.parts.size(); ++i) {
    const inference::PartScore& part = score.parts[i];
    std::fprintf(out, "%-7s IoU %.3f  per photo %.3f  kept>=.85 %.2f  found>=.5 %.2f  photos %d  false %.2f\n",
                 std::string(id_of(kAllParts[i])).c_str(), part.iou, part.per_photo, part.kept, part.found, part.photos,
                 part.false_rate);
  }
  std::fprintf(out, "all     mIoU %.3f  per garment %.3f  kept>=.85 %.2f  found>=.5 %.2f  garments %d\n", score.miou,
               score.per_garment, score.kept, score.found, score.garments);
}

nlohmann::json to_json(const std::string& model_id, const inference::EvaluationReport& report) {
  nlohmann::json document = to_json(report.segmentation);
  document["model"] = model_id;
  document["photos"] = report.photos;
  for (const inference::HeadScore& head : report.heads) {
    document[accuracy_name(head.head())] = head.accuracy();
  }
  document["seconds_per_photo"] = report.seconds_per_photo;
  document["best_of_two"] = {{"miou", report.best_of_two.miou},
                             {"kept", report.best_of_two.kept},
                             {"found", report.best_of_two.found},
                             {"second_readings", report.second_readings}};
  document["calibration"] = to_json(report.calibration);
  document["misreadings"] = misreadings_json(report);
  return document;
}

void print(std::FILE* out, const std::string& model_id, const inference::EvaluationReport& report,
           const std::string& split) {
  std::fprintf(out, "%s on %d photos (%s), %.0f ms a photo\n", model_id.c_str(), report.photos, split.c_str(),
               1000 * report.seconds_per_photo);
  print(out, report.segmentation);
  if (report.second_readings > 0) {
    std::fprintf(out, "best of two readings: mIoU %.3f  kept>=.85 %.2f  found>=.5 %.2f  (%d photos have two)\n",
                 report.best_of_two.miou, report.best_of_two.kept, report.best_of_two.found, report.second_readings);
  }
  for (const inference::HeadScore& head : report.heads) {
    std::fprintf(out, "%s %.3f of %d garments that were found\n", head.head().attribute.c_str(), head.accuracy(),
                 head.garments());
  }
  print(out, report.calibration);
}

}  // namespace jaedan::report
