#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/attribute.h"
#include "labeling/domain/ids.h"
#include "labeling/domain/part.h"

namespace jaedan::recommender {

/// An attribute and one value of it: what is asked for.
struct LabelValue {
  std::string attribute;
  std::string value;

  friend bool operator==(const LabelValue& a, const LabelValue& b) {
    return a.attribute == b.attribute && a.value == b.value;
  }
};

/// Orders what has an attribute and a value, so that a map of LabelValue is searched by an AttributeValue as it stands.
struct ByLabel {
  using is_transparent = void;
  template <typename A, typename B>
  bool operator()(const A& a, const B& b) const {
    const int order = std::string_view(a.attribute).compare(b.attribute);
    return order != 0 ? order < 0 : std::string_view(a.value) < std::string_view(b.value);
  }
};

/// A labelled garment as the recommender sees it.
struct Item {
  PhotoId photo;
  GarmentId garment;
  Part part = Part::kTop;
  AttributeValues attributes;
  std::vector<float> vector;          ///< what the model made of its pixels; any length, the same for all items
  AttributeValues photo_values = {};  ///< what is said of its photo: style, season, gender
  std::vector<float> colour = {};     ///< colour histogram, of one length for all that have one; empty: has none
  std::optional<int> cluster = {};    ///< of the clusters of its part; none: it was not grouped
};

/// Ascending photo, then garment: the order of equals.
bool comes_before(const Item& a, const Item& b);

/// Whether all numbers are.
bool all_finite(const std::vector<float>& vector);

/// kInvalidArgument, naming the garment, when vectors, or the histograms that there are, differ in length or hold a
/// number that is not finite, or a histogram one below zero.
Status check_vectors(const std::vector<Item>& items);

/// Whether `item`, or its photo, is said to have this value.
bool has_value(const Item& item, std::string_view attribute, std::string_view value);

/// Whether anything but "not sure" is said of the attribute.
bool answers(const AttributeValues& values, std::string_view attribute);
/// Whether both say the same of it, "not sure" apart; of several values one is enough.
bool share_an_answer(const AttributeValues& a, const AttributeValues& b, std::string_view attribute);

/// The attributes that both garments answer, in the order in which the first names them. "Not sure" is no answer;
/// several values of one attribute agree when the garments share one.
struct Comparison {
  std::vector<std::string> agreeing;
  std::vector<std::string> differing;

  /// Share of the agreeing ones; 0.5 when there is nothing to compare.
  double agreement() const;
};
/// Leaves out the attribute `except`.
Comparison compare(const AttributeValues& a, const AttributeValues& b, std::string_view except = {});

}  // namespace jaedan::recommender
