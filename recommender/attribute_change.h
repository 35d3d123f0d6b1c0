#pragma once

#include <vector>

namespace jaedan::recommender {

/// Vectors that somebody else owns.
using VectorList = std::vector<const std::vector<float>*>;

/// What a garment's vector would be after a change of one attribute: moved by the difference between the mean of
/// the garments that have the new value (`to`) and the mean of those that have the old one (`from`), as word
/// vectors answer analogies (Mikolov, Yih and Zweig 2013). So a long skirt is not preferred for being nearly
/// mini. The vector itself when either list is empty. All have the same length.
std::vector<float> vector_after_change(const std::vector<float>& vector, const VectorList& from, const VectorList& to);

}  // namespace jaedan::recommender
