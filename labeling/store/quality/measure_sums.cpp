#include "labeling/store/quality/measure_sums.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace jaedan::labeling {
namespace {

void add_iou(const std::optional<double>& iou, QualityValue& into) {
  if (!iou) return;
  ++into.ious;
  into.iou += units_of_iou(*iou);
  into.squares += units_of_iou(*iou * *iou);
}

/// A key a part; those without an outline make none.
void add_outlines(QualityKey key, const std::array<OutlineAgreement, 4>& parts, QualitySums& sums) {
  for (const Part part : kAllParts) {
    const OutlineAgreement& outlines = parts[place_in_parts(part)];
    if (outlines.matched + outlines.alone == 0) continue;
    key.part = static_cast<int>(part);
    QualityValue& value = sums[key];
    value.matched += static_cast<std::int64_t>(outlines.matched);
    value.alone += static_cast<std::int64_t>(outlines.alone);
    value.same += static_cast<std::int64_t>(outlines.same);
    value.outline_iou += units_of_iou(outlines.iou_sum);
  }
}

Error no_said_word() { return {ErrorCode::kCorrupt, "store.bad_said_word", "what was said of a garment is no list"}; }

}  // namespace

QualitySums sums_of(const MeasuredAnswer& answer) {
  QualitySums sums;
  QualityKey key;
  key.kind = QualityKind::kControl;
  key.user = answer.user;
  key.stage = static_cast<int>(answer.stage);
  QualityValue& whole = sums[key];
  if (!answer.measure) {
    whole.unknown = 1;
    return sums;
  }
  whole.n = 1;
  add_iou(answer.measure->mean_iou(), whole);
  add_outlines(key, answer.measure->parts, sums);
  for (const ControlMeasure::Labels& labels : answer.measure->labels) {
    key.part = labels.part ? static_cast<int>(*labels.part) : 0;
    key.attribute = labels.attribute;
    QualityValue& value = sums[key];
    value.right += labels.score.right;
    value.asked += labels.score.asked;
  }
  return sums;
}

QualitySums sums_of(const MeasuredPanel& panel) {
  QualitySums sums;
  QualityKey key;
  key.kind = QualityKind::kPanel;
  QualityValue& whole = sums[key];
  whole.n = 1;
  add_iou(panel.measure.mean_iou, whole);
  add_outlines(key, panel.measure.parts, sums);
  for (const UserId user : panel.measure.people) {
    QualityKey rater;
    rater.kind = QualityKind::kRater;
    rater.user = user;
    sums[rater].n += 1;
  }
  for (const SaidLabel& label : panel.measure.said) {
    QualityKey said;
    said.kind = QualityKind::kSaid;
    said.attribute = label.attribute;
    said.word = said_word(label.said);
    sums[said].n += 1;
  }
  return sums;
}

std::string said_word(const std::map<std::size_t, std::string>& said) {
  std::vector<std::string> values;
  for (const auto& [person, value] : said) values.push_back(value);
  std::sort(values.begin(), values.end());
  return nlohmann::json(values).dump();
}

Result<std::vector<std::string>> values_of_said_word(const std::string& word) {
  const nlohmann::json list = nlohmann::json::parse(word, nullptr, false);
  if (!list.is_array()) return no_said_word();
  std::vector<std::string> values;
  for (const nlohmann::json& value : list) {
    if (!value.is_string()) return no_said_word();
    values.push_back(value.get<std::string>());
  }
  return values;
}

}  // namespace jaedan::labeling
