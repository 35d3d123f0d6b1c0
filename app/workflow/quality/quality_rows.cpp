#include "app/workflow/quality/quality_rows.h"

#include <algorithm>
#include <utility>

#include "app/workflow/quality/control_scores.h"
#include "app/workflow/quality/panel_agreement.h"

namespace jaedan::workflow {
namespace {

constexpr std::size_t kMostNamed = 4;

/// "ann – kim – lee"; of many the first and the last.
std::string names_joined(const std::vector<std::string>& names) {
  if (names.size() > kMostNamed) return names.front() + " – … – " + names.back();
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : " – ") + name;
  return joined;
}

void set_interval(const std::optional<labeling::Interval>& interval, QualityRow& row) {
  row.low = interval ? interval->low : row.value;
  row.high = interval ? interval->high : row.value;
}

std::vector<QualityRow> rows_of(const PanelAgreement& agreement) {
  std::vector<QualityRow> rows;
  QualityRow row;
  row.who = names_joined(agreement.raters);
  if (agreement.mean_iou) {
    row.measure = "iou";
    row.value = *agreement.mean_iou;
    row.photos = static_cast<std::int64_t>(agreement.compared);
    set_interval(agreement.iou_interval.interval, row);
    rows.push_back(row);
  }
  for (const AgreedAttribute& one : agreement.attributes) {
    for (const MeasuredAgreement& measured : one.measures) {
      const bool is_alpha = measured.key == "krippendorff" && measured.level == labeling::Level::kNominal;
      if (!is_alpha || !measured.measure.value) continue;
      row.measure = one.attribute;
      row.value = *measured.measure.value;
      row.photos = static_cast<std::int64_t>(one.units);
      set_interval(measured.interval.interval, row);
      rows.push_back(row);
    }
  }
  return rows;
}

std::vector<QualityRow> rows_of(const ControlScores& scores, double confidence) {
  std::vector<QualityRow> rows;
  for (const ControlScore& score : scores.scores) {
    if (!score.score()) continue;
    QualityRow row;
    row.who = score.user;
    row.stage = score.stage;
    row.measure = score.stage == Stage::kDrawn ? "iou" : "labels";
    row.value = *score.score();
    row.photos = score.controls;
    set_interval(score.interval(confidence), row);
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
  return rows;
}

Result<bool> has_user(const Project& project, const std::string& name) {
  JAEDAN_ASSIGN_OR_RETURN(const auto user, project.store().user_named(name));
  return user.has_value();
}

}  // namespace

Result<QualityRows> quality_rows(const Project& project, const std::string& user,
                                 const labeling::BootstrapOptions& bootstrap, const Watch& watch) {
  ControlScores scores;
  JAEDAN_ASSIGN_OR_RETURN(const bool is_known, has_user(project, user));
  if (user.empty() || is_known) {
    JAEDAN_ASSIGN_OR_RETURN(scores, control_scores(project, user, bootstrap, watch, ScoreDetail::kWhole));
  }
  JAEDAN_ASSIGN_OR_RETURN(const PanelAgreement agreement, summed_agreement(project, bootstrap, watch));
  return QualityRows{rows_of(agreement), rows_of(scores, bootstrap.confidence)};
}

}  // namespace jaedan::workflow
