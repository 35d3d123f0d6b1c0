#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "labeling/domain/attribute.h"
#include "labeling/domain/ids.h"
#include "labeling/domain/part.h"

namespace jaedan::recommender {

/// A labelled garment as the recommender sees it.
struct Item {
  PhotoId photo;
  GarmentId garment;
  Part part = Part::kTop;
  AttributeValues attributes;
  std::vector<float> vector;  ///< what the model made of its pixels; any length, the same for all items
};

/// Whether `item` is said to have this value.
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
