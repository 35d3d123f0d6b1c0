#pragma once

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

/// How many attributes of `wanted` (leaving out `except`) `item` answers the same way, over how many both answer.
/// Several values of one attribute agree when they share one. 0.5 when there is nothing to compare.
double attribute_agreement(const AttributeValues& wanted, const AttributeValues& item, std::string_view except = {});

}  // namespace jaedan::recommender
