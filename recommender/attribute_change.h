#pragma once

#include <string>
#include <vector>

#include "recommender/item.h"

namespace jaedan::recommender {

/// What the query's vector would be if `attribute` were `value`: moved by the difference between the mean vector
/// of the garments of its part that have the new value and the mean of those that have the query's own value,
/// as word vectors answer analogies (Mikolov, Yih and Zweig 2013). So a long skirt is not preferred for being
/// nearly mini. The query's vector itself when no garment of the part shares its own value.
std::vector<float> vector_after_change(const Item& query, const std::vector<Item>& items, const std::string& attribute,
                                       const std::string& value);

}  // namespace jaedan::recommender
