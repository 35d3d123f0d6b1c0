#include "labeling/agreement/proposal_distance.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "labeling/agreement/assignment.h"
#include "labeling/agreement/drawn_garments.h"

namespace jaedan::labeling {
namespace {

/// Whose garments are whose: the model is the first of two "people".
constexpr std::size_t kModel = 0;
constexpr std::size_t kPeople = 1;

Annotation as_annotation(const std::vector<Proposal>& proposals) {
  Annotation annotation;
  for (const Proposal& proposal : proposals) {
    Garment& garment = annotation.garments.emplace_back();
    garment.id = GarmentId{static_cast<std::int64_t>(annotation.garments.size())};
    garment.part = proposal.part;
    garment.region = proposal.region;
    garment.attributes = proposal.attributes;
  }
  return annotation;
}

Annotation at_scale(Annotation annotation, double scale) {
  if (scale == 1) return annotation;
  for (Garment& garment : annotation.garments) {
    for (Ring& ring : garment.region.rings) {
      for (Point& point : ring) point = {point.x * scale, point.y * scale};
    }
  }
  return annotation;
}

std::set<std::string> attributes_of(const AttributeValues& values) {
  std::set<std::string> attributes;
  for (const AttributeValue& value : values) attributes.insert(value.attribute);
  return attributes;
}

std::set<std::string> set_of(const AttributeValues& values, const std::string& attribute) {
  const std::vector<std::string> all = values_of(values, attribute);
  return {all.begin(), all.end()};
}

void compare_labels(const AttributeValues& proposed, const AttributeValues& said, ProposalDistance& distance) {
  const std::set<std::string> of_model = attributes_of(proposed);
  for (const std::string& attribute : of_model) {
    ++distance.labels_proposed;
    const bool kept = set_of(proposed, attribute) == set_of(said, attribute);
    ++(kept ? distance.labels_kept : distance.labels_changed);
  }
  for (const std::string& attribute : attributes_of(said)) distance.labels_added += of_model.count(attribute) == 0;
}

std::vector<std::size_t> places_of(const std::vector<DrawnGarment>& drawn, std::size_t person) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    if (drawn[i].person == person) places.push_back(i);
  }
  return places;
}

/// Garments of one part; `both` are measured, `whole` are the same as they are.
void compare_part(const std::vector<Annotation>& both, const std::vector<Annotation>& whole, Part part, int width,
                  int height, ProposalDistance& distance) {
  const std::vector<DrawnGarment> drawn = drawn_garments(both, part, width, height);
  const auto ious = ious_between_people(drawn);
  const std::vector<std::size_t> model = places_of(drawn, kModel);
  const std::vector<std::size_t> people = places_of(drawn, kPeople);
  std::vector<std::vector<double>> gains(model.size(), std::vector<double>(people.size()));
  for (std::size_t i = 0; i < model.size(); ++i) {
    for (std::size_t j = 0; j < people.size(); ++j) gains[i][j] = ious[model[i]][people[j]];
  }
  const std::vector<int> column_of = best_assignment(gains);
  const auto garment_at = [&](std::size_t place) -> const Garment& {
    return whole[drawn[place].person].garments[drawn[place].place];
  };
  std::int64_t matched = 0;
  for (std::size_t i = 0; i < model.size(); ++i) {
    if (column_of[i] < 0) continue;
    const auto column = static_cast<std::size_t>(column_of[i]);
    const Garment& proposed = garment_at(model[i]);
    const Garment& said = garment_at(people[column]);
    ++matched;
    ++(proposed.region == said.region ? distance.kept : distance.redrawn);
    distance.iou_sum += gains[i][column];
    compare_labels(proposed.attributes, said.attributes, distance);
  }
  const auto of_model = static_cast<std::int64_t>(model.size());
  distance.proposed += of_model;
  distance.removed += of_model - matched;
  distance.added += static_cast<std::int64_t>(people.size()) - matched;
}

}  // namespace

ProposalDistance distance_from_proposal(const std::vector<Proposal>& proposals, const Annotation& annotation, int width,
                                        int height) {
  const double scale = std::min(1.0, static_cast<double>(kDistancePixels) / std::max(width, height));
  const auto side = [&](int pixels) { return std::max(1, static_cast<int>(std::lround(pixels * scale))); };
  const std::vector<Annotation> whole = {as_annotation(proposals), annotation};
  const std::vector<Annotation> both = {at_scale(whole[kModel], scale), at_scale(whole[kPeople], scale)};
  ProposalDistance distance;
  for (const Part part : kAllParts) compare_part(both, whole, part, side(width), side(height), distance);
  return distance;
}

}  // namespace jaedan::labeling
