#include "labeling/agreement/said_labels.h"

#include <set>
#include <utility>

namespace jaedan::labeling {
namespace {

/// One entry for each attribute that somebody named; `asked` are those who could have.
void add_votes(const std::vector<LabelVote>& votes, const std::vector<std::size_t>& asked, std::optional<Part> part,
               std::vector<SaidLabel>& all) {
  if (asked.size() < 2) return;
  std::map<std::string, SaidLabel> by_attribute;
  // Votes come as people named them; one who said the same in another order said the same.
  std::map<std::pair<std::string, std::size_t>, std::set<std::string>> values;
  for (const LabelVote& vote : votes) {
    SaidLabel& label = by_attribute[vote.attribute];
    label.attribute = vote.attribute;
    label.part = part;
    if (vote.value.empty()) continue;
    for (const std::size_t person : vote.supporters) values[{vote.attribute, person}].insert(vote.value);
  }
  for (const auto& [who, said] : values) {
    std::string& joined = by_attribute[who.first].said[who.second];
    for (const std::string& value : said) joined += (joined.empty() ? "" : "+") + value;
  }
  for (auto& [attribute, label] : by_attribute) {
    for (const std::size_t person : asked) label.said.insert({person, kNamedNone});
    all.push_back(std::move(label));
  }
}

}  // namespace

std::vector<SaidLabel> said_labels(const Consensus& consensus, std::size_t people) {
  std::vector<SaidLabel> all;
  for (const auto* garments : {&consensus.garments, &consensus.undecided, &consensus.left_out}) {
    for (const ConsensusGarment& one : *garments) {
      add_votes(one.votes, one.supporters, one.garment.part, all);
    }
  }
  std::vector<std::size_t> everybody(people);
  for (std::size_t i = 0; i < people; ++i) everybody[i] = i;
  add_votes(consensus.image_votes, everybody, std::nullopt, all);
  return all;
}

}  // namespace jaedan::labeling
