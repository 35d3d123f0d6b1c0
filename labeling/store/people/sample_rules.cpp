#include "labeling/store/people/sample_rules.h"

#include <array>

namespace jaedan::labeling {

std::string_view id_of(SampleState state) {
  constexpr std::array<std::string_view, 3> kIds = {"open", "closed", "undone"};
  return kIds[static_cast<std::size_t>(state)];
}

bool SampleRule::holds(std::int64_t accepted, std::int64_t returned) const {
  const std::int64_t decided = accepted + returned;
  if (!is_said() || decided == 0) return false;
  if (least_accepted_percent && accepted * 100 < decided * *least_accepted_percent) return false;
  return !most_returned || returned <= *most_returned;
}

Status check_storable(const Sample& sample) {
  if (!(sample.percent > 0 && sample.percent <= 100)) {
    return Error{ErrorCode::kInvalidArgument, "sample.bad_share", "a sample is more than 0 and at most 100 percent"};
  }
  return check_storable(sample.rule);
}

Status check_storable(const SampleRule& rule) {
  const int percent = rule.least_accepted_percent.value_or(0);
  if (percent >= 0 && percent <= 100 && rule.most_returned.value_or(0) >= 0) return {};
  return Error{ErrorCode::kInvalidArgument, "sample.bad_rule",
               "a rule asks for 0 to 100 percent accepted, and for not less than no photo returned"};
}

Error sample_unknown(SampleId id) {
  return {ErrorCode::kNotFound, "sample.unknown", "there is no sample {0} in this project", {id.value}};
}

Error sample_not_so(SampleId id, SampleState state) {
  const Message is = state == SampleState::kOpen     ? Message("sample.open", "it is still open")
                     : state == SampleState::kClosed ? Message("sample.closed", "it was decided on already")
                                                     : Message("sample.undone", "it was taken back");
  return {ErrorCode::kConflict, "sample.not_so", "sample {0}: {1}", {id.value, is}};
}

}  // namespace jaedan::labeling
