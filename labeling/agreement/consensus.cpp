#include "labeling/agreement/consensus.h"

#include <algorithm>

#include "labeling/agreement/drawn_garments.h"

namespace jaedan::labeling {
namespace {

using Group = std::vector<std::size_t>;  ///< places in the list of drawn garments, person by person

/// One part of the photo, as everybody drew it.
struct DrawnPart {
  std::vector<DrawnGarment> drawn;
  std::vector<std::vector<double>> ious;

  bool share_a_person(const Group& a, const Group& b) const {
    return std::any_of(a.begin(), a.end(), [&](std::size_t i) {
      return std::any_of(b.begin(), b.end(), [&](std::size_t j) { return drawn[i].person == drawn[j].person; });
    });
  }
  double mean_iou(const Group& a, const Group& b) const {
    double sum = 0;
    for (const std::size_t i : a) {
      for (const std::size_t j : b) sum += ious[i][j];
    }
    return sum / static_cast<double>(a.size() * b.size());
  }
};

/// Joins the two groups that agree best, as long as two do.
std::vector<Group> groups_of(const DrawnPart& part, double least_iou) {
  std::vector<Group> groups;
  for (std::size_t i = 0; i < part.drawn.size(); ++i) groups.push_back({i});
  while (true) {
    double best = -1;
    std::size_t one = 0, other = 0;
    for (std::size_t a = 0; a < groups.size(); ++a) {
      for (std::size_t b = a + 1; b < groups.size(); ++b) {
        if (part.share_a_person(groups[a], groups[b])) continue;
        if (const double iou = part.mean_iou(groups[a], groups[b]); iou >= least_iou && iou > best) {
          best = iou;
          one = a;
          other = b;
        }
      }
    }
    if (best < 0) return groups;
    groups[one].insert(groups[one].end(), groups[other].begin(), groups[other].end());
    std::sort(groups[one].begin(), groups[one].end());
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(other));
  }
}

/// Place within `group` of the outline that agrees best with the others'.
std::size_t medoid_of(const DrawnPart& part, const Group& group) {
  std::size_t best = 0;
  double highest = -1;
  for (std::size_t i = 0; i < group.size(); ++i) {
    double sum = 0;
    for (const std::size_t other : group) sum += other == group[i] ? 0 : part.ious[group[i]][other];
    if (sum > highest) {
      highest = sum;
      best = i;
    }
  }
  return best;
}

double mean_iou_within(const DrawnPart& part, const Group& group) {
  double sum = 0;
  int pairs = 0;
  for (std::size_t i = 0; i < group.size(); ++i) {
    for (std::size_t j = i + 1; j < group.size(); ++j, ++pairs) sum += part.ious[group[i]][group[j]];
  }
  return pairs == 0 ? 1 : sum / pairs;
}

/// What more than half have inside; counts what exactly half have.
Mask majority_of(const DrawnPart& part, const Group& group, std::size_t& undecided_px) {
  Mask mask = part.drawn[group.front()].mask;
  for (std::size_t pixel = 0; pixel < mask.pixels.size(); ++pixel) {
    std::size_t inside = 0;
    for (const std::size_t i : group) inside += part.drawn[i].mask.pixels[pixel] != 0;
    mask.pixels[pixel] = 2 * inside > group.size() ? kInside : 0;
    undecided_px += 2 * inside == group.size();
  }
  return mask;
}

ConsensusGarment merged_garment(const DrawnPart& part, const Group& group, const Taxonomy& taxonomy,
                                const ConsensusOptions& options) {
  ConsensusGarment merged;
  std::vector<LabelsOf> labels;
  for (const std::size_t i : group) {
    merged.supporters.push_back(part.drawn[i].person);
    labels.push_back({part.drawn[i].person, &part.drawn[i].garment->attributes});
  }
  const DrawnGarment& best = part.drawn[group[medoid_of(part, group)]];
  merged.best_person = best.person;
  merged.mean_iou = mean_iou_within(part, group);
  merged.garment.part = best.garment->part;
  merged.garment.region = best.garment->region;
  merged.garment.region_provenance = best.garment->region_provenance;
  merged.garment.rect = best.garment->rect;
  const Mask majority = majority_of(part, group, merged.undecided_px);
  const bool alike = std::all_of(group.begin(), group.end(), [&](std::size_t i) {
    return part.drawn[i].garment->region == part.drawn[group.front()].garment->region;
  });
  if (options.outlines == OutlineMerge::kMajorityPixels && !alike) {
    merged.garment.region = trace(majority);
    merged.garment.region_provenance = Provenance::human(options.author);
    merged.garment.rect.reset();
  }
  MergedLabels said = majority_labels(labels, taxonomy);
  merged.garment.attributes = std::move(said.values);
  merged.votes = std::move(said.votes);
  return merged;
}

double mean_place(const DrawnPart& part, const Group& group) {
  double sum = 0;
  for (const std::size_t i : group) sum += static_cast<double>(part.drawn[i].place);
  return sum / static_cast<double>(group.size());
}

bool any_undecided(const std::vector<LabelVote>& votes) {
  return std::any_of(votes.begin(), votes.end(),
                     [](const LabelVote& vote) { return vote.outcome == VoteOutcome::kUndecided; });
}

}  // namespace

bool Consensus::waits() const {
  return !undecided.empty() || any_undecided(image_votes) ||
         std::any_of(garments.begin(), garments.end(), [](auto& one) { return any_undecided(one.votes); });
}

Consensus merge_people(const std::vector<Annotation>& people, const Taxonomy& taxonomy, int width, int height,
                       const ConsensusOptions& options) {
  std::vector<std::pair<double, ConsensusGarment>> by_place;
  for (const Part which : kAllParts) {
    DrawnPart part{drawn_garments(people, which, width, height), {}};
    part.ious = ious_between_people(part.drawn);
    for (const Group& group : groups_of(part, options.same_garment_iou)) {
      by_place.push_back({mean_place(part, group), merged_garment(part, group, taxonomy, options)});
    }
  }
  std::stable_sort(by_place.begin(), by_place.end(), [](auto& a, auto& b) { return a.first < b.first; });
  Consensus consensus;
  for (auto& [place, one] : by_place) {
    const std::size_t twice = 2 * one.supporters.size();
    auto& list = twice > people.size()    ? consensus.garments
                 : twice == people.size() ? consensus.undecided
                                          : consensus.left_out;
    list.push_back(std::move(one));
  }
  std::int64_t id = 0;
  for (ConsensusGarment& one : consensus.garments) one.garment.id = GarmentId{++id};
  std::vector<LabelsOf> labels;
  for (std::size_t person = 0; person < people.size(); ++person) {
    labels.push_back({person, &people[person].image_attributes});
  }
  MergedLabels said = majority_labels(labels, taxonomy);
  consensus.image_attributes = std::move(said.values);
  consensus.image_votes = std::move(said.votes);
  return consensus;
}

}  // namespace jaedan::labeling
