#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "labeling/domain/attribute.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::recommender {

/// How likely each value of the vocabulary is said to be of one garment.
struct LabelVector {
  std::vector<float> shares;   ///< LabelSpace::size() numbers; of each attribute of the part they add up to 1
  std::vector<bool> answered;  ///< one an attribute: something but "not sure" is said, in the vocabulary's words
};

/// The values of all attributes of garments (not of photos), side by side, in the taxonomy's order. Immutable; safe to
/// share between threads.
class LabelSpace {
 public:
  /// One attribute's values.
  struct Axis {
    std::string attribute;
    std::size_t first = 0;  ///< place of its first value
    std::size_t count = 0;
  };

  explicit LabelSpace(const Taxonomy& taxonomy);

  std::size_t size() const { return value_ids_.size(); }
  const std::vector<Axis>& axes() const { return axes_; }
  const std::string& value_at(std::size_t place) const { return value_ids_[place]; }

  /// A person's word, a file's and one that a person confirmed is certain: 1. A model's has its score and so have its
  /// next guesses; what is left to 1 is spread evenly over the part's other values, and what is more than 1 is scaled
  /// down. Several values of people share alike. Of what nothing is said each value of the part is as likely. An
  /// attribute that the part does not have is all 0. Scores that are no numbers count 0.
  LabelVector vector_of(Part part, const AttributeValues& labels) const;

 private:
  struct PartValues {
    std::vector<std::size_t> places;  ///< of the values that the part may have
  };
  bool fill_axis(std::size_t axis, Part part, const AttributeValues& labels, std::vector<float>& shares) const;

  std::vector<Axis> axes_;
  std::vector<std::string> value_ids_;
  std::vector<std::map<std::string, std::size_t, std::less<>>> place_of_value_;  ///< one an axis
  std::map<Part, std::vector<PartValues>> of_part_;                              ///< one an axis
};

}  // namespace jaedan::recommender
