#include "labeling/agreement/label_majority.h"

#include <algorithm>

namespace jaedan::labeling {
namespace {

std::vector<std::string> attributes_named(const std::vector<LabelsOf>& people) {
  std::vector<std::string> named;
  for (const LabelsOf& person : people) {
    for (const AttributeValue& value : *person.values) {
      if (std::find(named.begin(), named.end(), value.attribute) == named.end()) named.push_back(value.attribute);
    }
  }
  return named;
}

bool takes_several(const std::string& attribute, const std::vector<LabelsOf>& people, const Taxonomy& taxonomy) {
  if (const TaxonomyAttribute* known = taxonomy.attribute(attribute); known && known->multiple) return true;
  return std::any_of(people.begin(), people.end(),
                     [&](const LabelsOf& person) { return values_of(*person.values, attribute).size() > 1; });
}

void support(std::vector<LabelVote>& votes, const std::string& attribute, const std::string& value, std::size_t who) {
  const auto known = std::find_if(votes.begin(), votes.end(), [&](const LabelVote& v) { return v.value == value; });
  if (known == votes.end()) {
    votes.push_back({attribute, value, {who}, VoteOutcome::kDropped});
  } else if (known->supporters.back() != who) {  // a value named twice is one vote
    known->supporters.push_back(who);
  }
}

/// Everybody's votes on one attribute, as they were first named.
std::vector<LabelVote> votes_on(const std::string& attribute, const std::vector<LabelsOf>& people) {
  std::vector<LabelVote> votes;
  for (const LabelsOf& person : people) {
    const std::vector<std::string> values = values_of(*person.values, attribute);
    for (const std::string& value : values) support(votes, attribute, value, person.person);
    if (values.empty()) support(votes, attribute, {}, person.person);
  }
  return votes;
}

void decide_one(std::vector<LabelVote>& votes) {
  std::size_t most = 0;
  for (const LabelVote& vote : votes) most = std::max(most, vote.supporters.size());
  const auto at_top = [&](const LabelVote& vote) { return vote.supporters.size() == most; };
  const bool tie = std::count_if(votes.begin(), votes.end(), at_top) > 1;
  for (LabelVote& vote : votes) {
    if (at_top(vote)) vote.outcome = tie ? VoteOutcome::kUndecided : VoteOutcome::kTaken;
  }
}

void decide_each(std::vector<LabelVote>& votes, std::size_t people) {
  for (LabelVote& vote : votes) {
    const std::size_t twice = 2 * vote.supporters.size();
    if (twice > people) vote.outcome = VoteOutcome::kTaken;
    if (twice == people && !vote.value.empty()) vote.outcome = VoteOutcome::kUndecided;
  }
}

const AttributeValue& said_first(const LabelVote& vote, const std::vector<LabelsOf>& people) {
  const auto person = std::find_if(people.begin(), people.end(),
                                   [&](const LabelsOf& one) { return one.person == vote.supporters.front(); });
  return *std::find_if(person->values->begin(), person->values->end(), [&](const AttributeValue& value) {
    return value.attribute == vote.attribute && value.value == vote.value;
  });
}

}  // namespace

bool MergedLabels::undecided() const {
  return std::any_of(votes.begin(), votes.end(),
                     [](const LabelVote& vote) { return vote.outcome == VoteOutcome::kUndecided; });
}

MergedLabels majority_labels(const std::vector<LabelsOf>& people, const Taxonomy& taxonomy) {
  MergedLabels merged;
  for (const std::string& attribute : attributes_named(people)) {
    std::vector<LabelVote> votes = votes_on(attribute, people);
    if (takes_several(attribute, people, taxonomy)) {
      decide_each(votes, people.size());
    } else {
      decide_one(votes);
    }
    for (LabelVote& vote : votes) {
      const bool set = vote.outcome == VoteOutcome::kTaken && !vote.value.empty();
      if (set) merged.values.push_back(said_first(vote, people));
      merged.votes.push_back(std::move(vote));
    }
  }
  return merged;
}

}  // namespace jaedan::labeling
