#include "inference/train/measure/head_score.h"

#include <algorithm>

namespace jaedan::inference {

void HeadScore::add(const std::vector<int>& truth, const std::vector<int>& said) {
  if (!head_.multiple) {
    if (truth.empty() || said.empty()) return;
    confusion_.add(truth.front(), said.front());
  }
  ++garments_;
  true_ += static_cast<std::int64_t>(truth.size());
  said_ += static_cast<std::int64_t>(said.size());
  right_ += std::count_if(said.begin(), said.end(),
                          [&truth](int value) { return std::find(truth.begin(), truth.end(), value) != truth.end(); });
}

double HeadScore::accuracy() const {
  if (!head_.multiple) return confusion_.accuracy();
  return true_ + said_ == 0 ? 0 : 2 * double(right_) / double(true_ + said_);
}

std::vector<HeadScore> head_scores(const std::vector<HeadSpec>& heads) {
  std::vector<HeadScore> scores;
  for (const HeadSpec& head : heads) scores.emplace_back(head);
  return scores;
}

}  // namespace jaedan::inference
