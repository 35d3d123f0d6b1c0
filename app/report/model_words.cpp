#include "app/report/model_words.h"

#include <optional>

#include "app/report/html_text.h"
#include "labeling/base/plural.h"
#include "labeling/domain/part.h"

namespace jaedan::report {
namespace {

using Figures = std::map<std::string, double>;

std::optional<double> figure(const Figures& figures, const std::string& name) {
  const auto found = figures.find(name);
  return found == figures.end() ? std::nullopt : std::optional(found->second);
}

std::string or_unknown(const std::string& text) { return text.empty() ? "the card does not say" : text; }

/// "mIoU 0.543" and the like for each figure that is there, joined by commas.
std::string figures_of(const Figures& figures, const std::vector<std::pair<std::string, std::string>>& names) {
  std::string text;
  for (const auto& [name, words] : names) {
    if (const auto value = figure(figures, name)) text += (text.empty() ? "" : ", ") + words + " " + fixed(*value);
  }
  return text;
}

/// How many clicks a model that answers them needs (train/measure/click_trials.h).
std::vector<std::string> clicks_measured(const Figures& figures) {
  std::vector<std::string> lines;
  for (const auto& [kind, words] : {std::pair<std::string, std::string>{"parts", "garments of the four parts"},
                                    {"others", "other pieces"},
                                    {"proposals", "from a segmenter's proposals"}}) {
    const auto to_85 = figure(figures, kind + "_clicks_to_85"), to_90 = figure(figures, kind + "_clicks_to_90");
    if (!to_85 || !to_90) continue;
    lines.push_back(words + ": " + fixed(*to_85, 2) + " clicks to IoU 0.85, " + fixed(*to_90, 2) + " to 0.90");
  }
  return lines;
}

std::vector<std::string> measured(const inference::ModelCard& card) {
  std::vector<std::string> lines = clicks_measured(card.metrics);
  const auto add = [&lines](std::string line) {
    if (!line.empty()) lines.push_back(std::move(line));
  };
  std::vector<std::pair<std::string, std::string>> names = {{"miou", "mean IoU"},
                                                            {"per_garment", "a garment"},
                                                            {"kept", "kept at IoU ≥ 0.85"},
                                                            {"found", "found at IoU ≥ 0.5"}};
  for (const inference::HeadSpec& head : card.heads) {
    names.emplace_back(inference::accuracy_name(head), head.attribute + " right");
    names.emplace_back(head.attribute + "_balanced", head.attribute + " balanced");
    names.emplace_back(head.attribute + "_coverage", head.attribute + " filled in");
    names.emplace_back(head.attribute + "_filled_in_right", "of that right");
  }
  add(figures_of(card.metrics, names));
  const std::string best = figures_of(
      card.metrics, {{"best_of_two_miou", "mean IoU"}, {"best_of_two_kept", "kept"}, {"best_of_two_found", "found"}});
  if (!best.empty()) lines.push_back("best of the first two readings: " + best);
  for (const Part part : kAllParts) {
    const std::string id(id_of(part));
    const auto found = card.part_metrics.find(id);
    if (found == card.part_metrics.end()) continue;
    const std::string text = figures_of(found->second, {{"iou", "IoU"},
                                                        {"per_photo", "a photo"},
                                                        {"kept", "kept"},
                                                        {"found", "found"},
                                                        {"false_rate", "seen where there is none"}});
    const auto photos = figure(found->second, "photos");
    lines.push_back(id + ": " + text + (photos ? ", in " + counted(fixed(*photos, 0), "photo") : ""));
  }
  if (!lines.empty() && !card.metrics.empty()) lines.push_back("measured on " + words_of_measured(card));
  if (lines.empty()) lines.emplace_back("nothing; `jaedan evaluate --calibrate` measures it");
  return lines;
}

std::vector<std::string> scores(const inference::ModelCard& card) {
  std::vector<std::string> lines = {"a garment's score is the chance that its IoU with what a person would draw is ≥ " +
                                    fixed(card.score_iou, 2)};
  const auto ece = figure(card.metrics, "score_ece"), chance = figure(card.metrics, "score_ece_by_chance");
  if (!ece) {
    lines.emplace_back("how well it keeps its word was not measured; `jaedan evaluate --calibrate` does");
    return lines;
  }
  lines.push_back("expected calibration error " + fixed(*ece) +
                  (chance ? " (chance alone would show " + fixed(*chance) + ")" : ""));
  const auto sure = figure(card.metrics, "score_sure"), garments = figure(card.metrics, "score_sure_garments");
  if (garments && *garments == 0) lines.emplace_back("no garment had a score ≥ 0.9");
  if (sure && garments && *garments > 0) {
    lines.push_back("of " + counted(fixed(*garments, 0), "garment") + " with score ≥ 0.9, " + percent(*sure) +
                    " reached it");
  }
  return lines;
}

/// What its heads of this scope are about, after `words`; empty without any.
std::string asked(const inference::ModelCard& card, inference::HeadScope scope, const std::string& words) {
  const std::vector<inference::HeadSpec> heads = heads_of(card.heads, scope);
  return heads.empty() ? "" : words + names_of(heads);
}

/// From what probability on each head fills its label in; nothing where all of them always do.
std::vector<std::string> filled_in(const inference::ModelCard& card) {
  std::vector<std::string> lines;
  for (const inference::HeadSpec& head : card.heads) {
    if (head.confidence == inference::HeadConfidence{}) continue;
    lines.push_back(head.attribute + ": filled in from " + percent(head.confidence.threshold) +
                    " on, else a guess (temperature " + fixed(head.confidence.temperature, 2) + ")");
  }
  for (const std::string& head : card.empty_heads) lines.push_back(head + ": no values, so nothing is said of it");
  return lines;
}

std::string training(const inference::TrainingFacts& facts) {
  std::string text;
  const auto add = [&text](const std::string& words) { text += (text.empty() ? "" : ", ") + words; };
  if (facts.seconds > 0) add(words_of_seconds(facts.seconds));
  if (facts.photos > 0) add(counted(facts.photos, "photo") + " to learn from");
  if (!facts.device.empty()) add("device " + facts.device);
  if (facts.threads > 0) add(counted(facts.threads, "thread"));
  return or_unknown(text);
}

}  // namespace

std::string words_of_seconds(double seconds) {
  if (seconds < 90) return fixed(seconds, 0) + " s";
  if (seconds < 5400) return fixed(seconds / 60, 0) + " min";
  return fixed(seconds / 3600, 1) + " h";
}

std::string words_of_measured(const inference::ModelCard& card) {
  const auto photos = figure(card.metrics, "photos");
  std::string words = photos ? counted(fixed(*photos, 0), "photo") : "photos";
  return words + (card.measured_on.empty() ? " that the card does not name" : " of " + card.measured_on);
}

std::vector<CardEntry> describe_card(const inference::ModelCard& card) {
  std::vector<CardEntry> entries;
  const auto add = [&entries](const char* heading, std::vector<std::string> lines) {
    entries.push_back({heading, std::move(lines)});
  };
  add("Model", {card.id});
  if (!card.description.empty()) add("What it does", {card.description});
  add("Weaknesses", card.weaknesses.empty() ? std::vector<std::string>{or_unknown("")} : card.weaknesses);
  add("Measured", measured(card));
  if (clicks_measured(card.metrics).empty()) add("Scores", scores(card));
  if (std::vector<std::string> lines = filled_in(card); !lines.empty()) add("Labels", std::move(lines));
  add("Data", {or_unknown(card.data)});
  add("Terms", {or_unknown(card.terms)});
  add("Training", {training(card.training)});
  add("Network", {card.architecture + ", seen at " + std::to_string(card.input_width) + " × " +
                  std::to_string(card.input_height) + " pixels, " + std::to_string(card.classes.size()) +
                  " classes of a pixel" + asked(card, inference::HeadScope::kGarment, ", says of a garment: ") +
                  asked(card, inference::HeadScope::kPhoto, ", of the photo: ")});
  if (!card.created.empty()) add("Made", {card.created});
  add("Weights", {card.weights + ", SHA-256 " + card.weights_sha256});
  add("Recipe", {card.recipe.empty() ? or_unknown("") : card.recipe});
  return entries;
}

}  // namespace jaedan::report
