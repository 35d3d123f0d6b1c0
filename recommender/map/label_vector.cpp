#include "recommender/map/label_vector.h"

#include <algorithm>
#include <cmath>

namespace jaedan::recommender {
namespace {

double certainty_of(const Provenance& said) {
  if (!is_guess(said)) return 1;
  return std::isfinite(said.score) ? std::clamp(said.score, 0.0, 1.0) : 0;
}

}  // namespace

LabelSpace::LabelSpace(const Taxonomy& taxonomy) {
  for (const TaxonomyAttribute& attribute : taxonomy.attributes()) {
    if (attribute.image_level) continue;
    Axis axis{attribute.id, value_ids_.size(), attribute.values.size()};
    std::map<std::string, std::size_t, std::less<>> places;
    for (const TaxonomyValue& value : attribute.values) {
      places.emplace(value.id, value_ids_.size());
      value_ids_.push_back(value.id);
    }
    for (const Part part : kAllParts) {
      PartValues own;
      for (const TaxonomyValue* value : attribute.values_for(part)) own.places.push_back(places.at(value->id));
      of_part_[part].push_back(std::move(own));
    }
    axes_.push_back(std::move(axis));
    place_of_value_.push_back(std::move(places));
  }
}

/// Writes the shares of one attribute; says whether it is answered.
bool LabelSpace::fill_axis(std::size_t axis, Part part, const AttributeValues& labels,
                           std::vector<float>& shares) const {
  const std::string& attribute = axes_[axis].attribute;
  bool is_answered = false;
  double all = 0;
  std::vector<std::size_t> named;
  const auto add = [&](const std::string& value, double score) {
    const auto place = place_of_value_[axis].find(value);
    if (place == place_of_value_[axis].end()) return false;
    shares[place->second] += static_cast<float>(score);
    all += score;
    named.push_back(place->second);
    return true;
  };
  for (const AttributeValue& said : labels) {
    if (said.attribute != attribute || said.value == kNotSure) continue;
    if (!add(said.value, certainty_of(said.provenance))) continue;
    is_answered = true;
    if (!is_guess(said.provenance)) continue;
    for (const AlternativeValue& guess : said.alternatives) {
      add(guess.value, std::isfinite(guess.score) ? std::clamp(guess.score, 0.0, 1.0) : 0);
    }
  }
  std::vector<std::size_t> rest;  // the part's values that nobody named; all of them where none was
  for (const std::size_t place : of_part_.at(part)[axis].places) {
    if (std::find(named.begin(), named.end(), place) == named.end()) rest.push_back(place);
  }
  if (all < 1 && !rest.empty()) {
    for (const std::size_t place : rest)
      shares[place] = static_cast<float>((1 - all) / static_cast<double>(rest.size()));
  } else if (all > 0) {
    std::sort(named.begin(), named.end());
    named.erase(std::unique(named.begin(), named.end()), named.end());
    for (const std::size_t place : named) shares[place] = static_cast<float>(shares[place] / all);
  }
  return is_answered;
}

LabelVector LabelSpace::vector_of(Part part, const AttributeValues& labels) const {
  LabelVector made;
  made.shares.assign(size(), 0);
  made.answered.reserve(axes_.size());
  for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
    made.answered.push_back(fill_axis(axis, part, labels, made.shares));
  }
  return made;
}

}  // namespace jaedan::recommender
