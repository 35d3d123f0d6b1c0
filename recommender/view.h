#pragma once

#include <optional>
#include <string_view>

#include "recommender/index/similarity.h"
#include "recommender/item.h"

namespace jaedan::recommender {

/// By what two garments are compared. All give a number that grows with likeness, 1 for equals.
enum class View {
  kCosine,     ///< the vectors, by Metric::kCosine
  kEuclidean,  ///< … by Metric::kEuclidean
  kPearson,    ///< … by Metric::kPearson
  kLabels,     ///< what is said of them, by probabilities (label_likeness.h)
  kColour,     ///< their colour histograms (histogram_likeness)
  kCluster,    ///< those of one cluster first, by the cosine inside of it and outside
  kFused,      ///< the ranks by vectors, labels and colours in one (rank_fusion.h)
};

/// cosine, euclidean, pearson, labels, colour, cluster, fused.
std::optional<View> view_from_name(std::string_view name);

/// How `view` compares vectors; the views that are not of vectors alone take the cosine.
Metric metric_of(View view);
/// Whether `view` is of the vectors alone.
bool is_of_vectors(View view);

/// Cosine of two histograms, 0…1; of square roots of shares it is their Bhattacharyya coefficient (1943). 0 when one is
/// empty or without weight. Both have the same length unless empty.
double histogram_likeness(const std::vector<float>& a, const std::vector<float>& b);

/// Likeness by clusters, 0…1: above ½ for two garments of one cluster, below for others; `cosine` decides the rest.
double cluster_likeness(const Item& a, const Item& b, double cosine);

/// Likeness of two garments by `view`. There is none by ranks: kFused gives the cosine.
double likeness_of(View view, const Item& a, const Item& b);

}  // namespace jaedan::recommender
