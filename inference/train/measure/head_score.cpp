#include "inference/train/measure/head_score.h"

#include <algorithm>
#include <utility>

namespace jaedan::inference {
namespace {

bool contains_value(const std::vector<int>& values, int value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

HeadScore::HeadScore(HeadSpec head)
    : head_(std::move(head)), confusion_(static_cast<int>(head_.values.size())), cases_(head_.values.size()) {}

void HeadScore::add(const std::vector<int>& truth, const std::vector<int>& said) {
  std::vector<SaidValue> certain;
  for (const int value : said) certain.push_back({value});
  add_said(truth, certain);
}

void HeadScore::add_said(const std::vector<int>& truth, const std::vector<SaidValue>& said) {
  if (!head_.multiple) {
    if (truth.empty() || said.empty()) return;
    const int value = said.front().value;
    confusion_.add(contains_value(truth, value) ? value : truth.front(), value);
  }
  ++garments_;
  true_ += static_cast<std::int64_t>(truth.size());
  said_ += static_cast<std::int64_t>(said.size());
  bool is_covered = false;
  for (const SaidValue& each : said) {
    const bool is_right = contains_value(truth, each.value);
    right_ += is_right;
    outcomes_.push_back({each.probability, is_right});
    if (!each.filled_in) continue;
    is_covered = true;
    ++filled_in_;
    filled_in_right_ += is_right;
  }
  covered_ += is_covered;
  count_cases(truth, said);
}

void HeadScore::count_cases(const std::vector<int>& truth, const std::vector<SaidValue>& said) {
  const auto cases_of = [this](int value) -> Cases& { return cases_[static_cast<std::size_t>(value)]; };
  if (!head_.multiple) {
    Cases& cases = cases_of(truth.front());
    ++cases.all;
    cases.said += contains_value(truth, said.front().value);
    return;
  }
  for (const int value : truth) {
    const auto is_it = [value](const SaidValue& each) { return each.value == value; };
    ++cases_of(value).all;
    cases_of(value).said += std::any_of(said.begin(), said.end(), is_it);
  }
}

double HeadScore::accuracy() const {
  if (!head_.multiple) return confusion_.accuracy();
  return true_ + said_ == 0 ? 0 : 2 * double(right_) / double(true_ + said_);
}

double HeadScore::coverage() const { return garments_ == 0 ? 0 : double(covered_) / garments_; }

std::optional<double> HeadScore::filled_in_right() const {
  if (filled_in_ == 0) return std::nullopt;
  return double(filled_in_right_) / double(filled_in_);
}

std::optional<double> HeadScore::balanced() const {
  double sum = 0;
  int values = 0;
  for (const Cases& cases : cases_) {
    if (cases.all < kLeastCases) continue;
    sum += double(cases.said) / cases.all;
    ++values;
  }
  if (values == 0) return std::nullopt;
  return sum / values;
}

std::vector<HeadScore> head_scores(const std::vector<HeadSpec>& heads) {
  std::vector<HeadScore> scores;
  for (const HeadSpec& head : heads) scores.emplace_back(head);
  return scores;
}

}  // namespace jaedan::inference
