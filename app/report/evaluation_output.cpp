#include "app/report/evaluation_output.h"

#include <nlohmann/json.hpp>

#include "app/report/html_text.h"
#include "inference/train/measure/weaknesses.h"
#include "labeling/base/plural.h"

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

nlohmann::json or_null(const std::optional<double>& figure) {
  return figure ? nlohmann::json(*figure) : nlohmann::json();
}

/// The same of what heads say, by attribute.
nlohmann::json heads_json(const std::vector<inference::HeadScore>& heads) {
  nlohmann::json all = nlohmann::json::object();
  for (const inference::HeadScore& score : heads) {
    const inference::HeadSpec& head = score.head();
    const inference::Calibration calibration = score.calibration();
    all[head.attribute] = {{"of", head.scope == inference::HeadScope::kPhoto ? "photo" : "garment"},
                           {"counted", score.garments()},
                           {"accuracy", score.accuracy()},
                           {"balanced_accuracy", or_null(score.balanced())},
                           {"coverage", score.coverage()},
                           {"filled_in_accuracy", or_null(score.filled_in_right())},
                           {"threshold", head.confidence.threshold},
                           {"temperature", head.confidence.temperature},
                           {"ece", calibration.ece},
                           {"ece_by_chance", calibration.ece_by_chance}};
  }
  return all;
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
  std::fprintf(out, "scores  calibration error %.3f (%.3f by chance alone) over %s", calibration.ece,
               calibration.ece_by_chance, counted(calibration.garments, "garment").c_str());
  if (calibration.sure > 0) {
    std::fprintf(out, "; of %d with score >= .9, %.0f %% reach IoU %.2f\n", calibration.sure,
                 100 * calibration.sure_reached, inference::kScoreIou);
  } else {
    std::fprintf(out, "; none has a score >= .9\n");
  }
}

}  // namespace

std::string words_of(const inference::TruthOrigins& truth) {
  std::string words;
  if (truth.own > 0) {
    words = std::to_string(truth.own) + " of " + counted(truth.garments, "garment is", "garments are") +
            " this model's own, and nobody looked at " + std::to_string(truth.unseen) +
            " of them; --without-own leaves such photos out";
  }
  if (truth.photos_left_out > 0) {
    words = counted(truth.photos_left_out, "photo with garments of this model's own is",
                    "photos with garments of this model's own are") +
            " left out";
  }
  return words;
}

std::string words_of(const inference::HeadScore& score) {
  const auto figure = [](const std::optional<double>& value) { return value ? fixed(*value) : std::string("-"); };
  const inference::Calibration calibration = score.calibration();
  return "filled in " + fixed(score.coverage(), 2) + " (from " + fixed(score.head().confidence.threshold, 2) +
         " on), of that right " + figure(score.filled_in_right()) + "; balanced " + figure(score.balanced()) +
         "; calibration error " + fixed(calibration.ece) + " (" + fixed(calibration.ece_by_chance) +
         " by chance alone)";
}

std::string miou_rule(const inference::SegmentationScore& score) {
  std::string absent;
  for (std::size_t i = 0; i < score.parts.size(); ++i) {
    if (!score.parts[i].seen) absent += (absent.empty() ? "" : ", ") + std::string(id_of(kAllParts[i]));
  }
  const std::string rule = "mIoU: the mean of the parts that the truth or an answer shows";
  if (absent.empty()) return rule + ", here all four, so that an absent part counted as 0 would say the same";
  return rule + ", here without " + absent + "; over all four, an absent part as 0: " + fixed(score.miou_of_all);
}

std::string training_note(const inference::EvaluationReport& report) {
  if (report.training_photos == 0) return "";
  return counted(report.training_photos, "photo is", "photos are") +
         " of the split train, which models learn from: of a model that did the figures are better than elsewhere";
}

nlohmann::json to_json(const inference::SegmentationScore& score) {
  nlohmann::json parts;
  for (std::size_t i = 0; i < score.parts.size(); ++i) {
    const inference::PartScore& part = score.parts[i];
    const auto if_any = [&](double value) { return part.photos > 0 ? nlohmann::json(value) : nlohmann::json(); };
    parts[std::string(id_of(kAllParts[i]))] = {{"iou", part.seen ? nlohmann::json(part.iou) : nlohmann::json()},
                                               {"per_photo", if_any(part.per_photo)},
                                               {"kept", if_any(part.kept)},
                                               {"found", if_any(part.found)},
                                               {"photos", part.photos},
                                               {"false_rate", part.false_rate}};
  }
  return {{"miou", score.miou},
          {"miou_rule", miou_rule(score)},
          {"miou_of_all_parts", score.miou_of_all},
          {"per_garment", score.per_garment},
          {"kept", score.kept},
          {"found", score.found},
          {"garments", score.garments},
          {"parts", parts}};
}

void print(std::FILE* out, const inference::SegmentationScore& score) {
  for (std::size_t i = 0; i < score.parts.size(); ++i) {
    const inference::PartScore& part = score.parts[i];
    const std::string name(id_of(kAllParts[i]));
    if (!part.seen) {
      std::fprintf(out, "%-7s neither shown nor said: it counts nothing\n", name.c_str());
      continue;
    }
    std::fprintf(out, "%-7s IoU %.3f  per photo %.3f  kept>=.85 %.2f  found>=.5 %.2f  photos %d  false %.2f\n",
                 name.c_str(), part.iou, part.per_photo, part.kept, part.found, part.photos, part.false_rate);
  }
  std::fprintf(out, "all     mIoU %.3f  per garment %.3f  kept>=.85 %.2f  found>=.5 %.2f  garments %d\n", score.miou,
               score.per_garment, score.kept, score.found, score.garments);
  std::fprintf(out, "        %s\n", miou_rule(score).c_str());
}

nlohmann::json to_json(const std::string& model_id, const inference::EvaluationReport& report) {
  nlohmann::json document = to_json(report.segmentation);
  document["model"] = model_id;
  document["photos"] = report.photos;
  document["measured_on"] = report.data;
  document["training_photos"] = report.training_photos;
  if (const std::string note = training_note(report); !note.empty()) document["note"] = note;
  for (const inference::HeadScore& head : report.heads) {
    document[accuracy_name(head.head())] = head.accuracy();
  }
  document["heads"] = heads_json(report.heads);
  document["seconds_per_photo"] = report.seconds_per_photo;
  document["best_of_two"] = {{"miou", report.best_of_two.miou},
                             {"kept", report.best_of_two.kept},
                             {"found", report.best_of_two.found},
                             {"second_readings", report.second_readings}};
  document["truth"] = {{"garments", report.truth.garments},
                       {"this_models_own", report.truth.own},
                       {"own_nobody_looked_at", report.truth.unseen},
                       {"photos_left_out", report.truth.photos_left_out}};
  document["calibration"] = to_json(report.calibration);
  document["misreadings"] = misreadings_json(report);
  return document;
}

void print(std::FILE* out, const std::string& model_id, const inference::EvaluationReport& report,
           const std::string& split) {
  std::fprintf(out, "%s on %s (%s), %.0f ms a photo\n", model_id.c_str(), counted(report.photos, "photo").c_str(),
               split.c_str(), 1000 * report.seconds_per_photo);
  // What makes the figures better than they are comes before them.
  if (const std::string words = words_of(report.truth); !words.empty()) {
    std::fprintf(out, "truth   %s\n", words.c_str());
  }
  if (const std::string note = training_note(report); !note.empty()) std::fprintf(out, "%s\n", note.c_str());
  print(out, report.segmentation);
  if (report.second_readings > 0) {
    std::fprintf(out, "best of two readings: mIoU %.3f  kept>=.85 %.2f  found>=.5 %.2f  (%s two)\n",
                 report.best_of_two.miou, report.best_of_two.kept, report.best_of_two.found,
                 counted(report.second_readings, "photo has", "photos have").c_str());
  }
  std::vector<inference::HeadSpec> untold;
  for (const inference::HeadScore& head : report.heads) {
    if (head.garments() == 0) {
      untold.push_back(head.head());
      continue;
    }
    const bool of_photo = head.head().scope == inference::HeadScope::kPhoto;
    std::fprintf(out, "%s %.3f of %s\n", head.head().attribute.c_str(), head.accuracy(),
                 of_photo ? counted(head.garments(), "photo").c_str()
                          : counted(head.garments(), "garment that was found", "garments that were found").c_str());
    std::fprintf(out, "        %s\n", words_of(head).c_str());
  }
  if (!untold.empty()) std::fprintf(out, "nothing was known, or found, of %s\n", names_of(untold).c_str());
  print(out, report.calibration);
}

}  // namespace jaedan::report
