#include "inference/train/learn/label_relations.h"

#include <set>

namespace jaedan::inference {
namespace {

constexpr double kLeastChance = 0.2;  // lower than in the paper: photos are few here, and so are pairs
constexpr float kOfOthers = 0.2F;

void count(const HeadSpec& head, const KnownLabels& labels, std::vector<int>& together) {
  const std::vector<int> answers = answers_to(head, labels);
  const std::set<int> said(answers.begin(), answers.end());
  for (const int one : said) {
    for (const int other : said) ++together[std::size_t(one) * head.values.size() + std::size_t(other)];
  }
}

}  // namespace

std::vector<int> said_together(const HeadSpec& head, const std::vector<TrainingSource>& sources) {
  std::vector<int> together(head.values.size() * head.values.size());
  for (const TrainingSource& source : sources) {
    for (const TrainingItem& item : source.items) {
      if (item.split != Split::kTrain) continue;
      if (head.scope == HeadScope::kPhoto) {
        count(head, item.of_photo, together);
      } else {
        for (const KnownLabels& labels : item.known) count(head, labels, together);
      }
    }
  }
  return together;
}

std::vector<float> relations_from(const std::vector<int>& together, std::size_t values) {
  std::vector<float> relations(values * values);
  for (std::size_t value = 0; value < values; ++value) {
    const std::size_t row = value * values;
    const int cases = together[row + value];
    std::vector<std::size_t> related;
    for (std::size_t other = 0; other < values && cases > 0; ++other) {
      if (other != value && double(together[row + other]) / cases >= kLeastChance) related.push_back(other);
    }
    for (const std::size_t other : related) relations[row + other] = kOfOthers / float(related.size());
    relations[row + value] = related.empty() ? 1 : 1 - kOfOthers;
  }
  return relations;
}

}  // namespace jaedan::inference
