#include "app/workflow/quality/control_scores.h"

#include <utility>

#include "app/workflow/people/manage_users.h"
#include "app/workflow/quality/kept_measures.h"
#include "labeling/agreement/mean_interval.h"

namespace jaedan::workflow {
namespace {

void add_outlines(const labeling::QualityValue& value, OutlineAgreement& into) {
  into += {static_cast<std::size_t>(value.matched), static_cast<std::size_t>(value.alone),
           static_cast<std::size_t>(value.same), labeling::iou_of_units(value.outline_iou)};
}

/// Puts the sums of each person and stage together.
class Scores {
 public:
  void add(const labeling::QualityKey& key, const labeling::QualityValue& value) {
    Total& total = totals_[{key.user, key.stage}];
    total.sums += value;
    total.score.labels += {value.right, value.asked};
    if (key.attribute.empty()) {
      if (key.part > 0) add_outlines(value, total.score.parts[place_in_parts(static_cast<Part>(key.part))]);
      return;
    }
    total.score.attributes[key.attribute] += {value.right, value.asked};
    if (key.part == 0) return;
    total.score.part_labels[place_in_parts(static_cast<Part>(key.part))] += {value.right, value.asked};
  }
  void add_iou(UserId user, Stage stage, double iou) { totals_[{user, static_cast<int>(stage)}].ious.push_back(iou); }

  ControlScores finish(const std::map<UserId, std::string>& names, const labeling::BootstrapOptions& bootstrap) {
    ControlScores found;
    std::map<std::pair<std::string, int>, ControlScore> by_name;
    for (auto& [key, total] : totals_) {
      found.without_truth += total.sums.unknown;
      if (total.sums.n == 0) continue;
      total.score.controls = total.sums.n;
      total.score.stage = static_cast<Stage>(key.second);
      if (const auto name = names.find(key.first); name != names.end()) total.score.user = name->second;
      if (total.sums.ious > 0) {
        total.score.mean_iou = labeling::iou_of_units(total.sums.iou) / static_cast<double>(total.sums.ious);
        total.score.iou_interval = interval_of_mean(total.sums, total.ious, bootstrap);
      }
      by_name[{total.score.user, key.second}] = std::move(total.score);
    }
    for (auto& [key, score] : by_name) found.scores.push_back(std::move(score));
    return found;
  }

 private:
  struct Total {
    labeling::QualityValue sums;
    ControlScore score;
    std::vector<double> ious;  ///< of those who have few
  };

  std::map<std::pair<UserId, int>, Total> totals_;
};

void add_unkept(const std::vector<labeling::MeasuredAnswer>& unkept, UserId only, Scores& scores) {
  for (const labeling::MeasuredAnswer& answer : unkept) {
    if (only && answer.user != only) continue;
    for (const auto& [key, value] : sums_of(answer)) scores.add(key, value);
    if (!answer.measure) continue;
    if (const auto iou = answer.measure->mean_iou()) scores.add_iou(answer.user, answer.stage, *iou);
  }
}

}  // namespace

labeling::Interval interval_of(const LabelScore& labels, double confidence) {
  return labeling::wilson_interval(labels.right, labels.asked, confidence);
}

std::optional<double> ControlScore::score() const {
  if (stage == Stage::kDrawn) return mean_iou;
  return labels.asked == 0 ? std::nullopt : std::optional<double>(labels.share());
}

std::optional<labeling::Interval> ControlScore::interval(double confidence) const {
  if (stage == Stage::kDrawn) return iou_interval.interval;
  return labels.asked == 0 ? std::nullopt : std::optional<labeling::Interval>(interval_of(labels, confidence));
}

Result<ControlScores> control_scores(const Project& project, const std::string& user,
                                     const labeling::BootstrapOptions& bootstrap, const Watch& watch,
                                     ScoreDetail detail) {
  labeling::Store& store = project.store();
  UserId only;
  if (!user.empty()) {
    JAEDAN_ASSIGN_OR_RETURN(const User known, find_user(project, user));
    only = known.id;
  }
  JAEDAN_ASSIGN_OR_RETURN(const auto unkept, catch_up_answers(project, watch));
  Scores scores;
  const labeling::QualityQuery query{labeling::QualityKind::kControl, only, detail == ScoreDetail::kWhole};
  JAEDAN_RETURN_IF_ERROR(store.for_each_quality_sum(
      query, [&](const labeling::QualityRowOfSums& row) { scores.add(row.key, row.value); }));
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<labeling::MeasuredIou> ious,
                          store.measured_ious(only, labeling::kMostDrawnAgain));
  for (const labeling::MeasuredIou& one : ious) scores.add_iou(one.user, one.stage, one.iou);
  add_unkept(unkept, only, scores);
  JAEDAN_ASSIGN_OR_RETURN(const auto names, names_of_people(store));
  return scores.finish(names, bootstrap);
}

}  // namespace jaedan::workflow
