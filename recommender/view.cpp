#include "recommender/view.h"

#include <cstddef>

#include "recommender/label_likeness.h"

namespace jaedan::recommender {

std::optional<View> view_from_name(std::string_view name) {
  constexpr std::pair<std::string_view, View> kNames[] = {{"cosine", View::kCosine},   {"euclidean", View::kEuclidean},
                                                          {"pearson", View::kPearson}, {"labels", View::kLabels},
                                                          {"colour", View::kColour},   {"cluster", View::kCluster},
                                                          {"fused", View::kFused}};
  for (const auto& [known, view] : kNames) {
    if (known == name) return view;
  }
  return std::nullopt;
}

Metric metric_of(View view) {
  switch (view) {
    case View::kEuclidean: return Metric::kEuclidean;
    case View::kPearson: return Metric::kPearson;
    case View::kCosine:
    case View::kLabels:
    case View::kColour:
    case View::kCluster:
    case View::kFused: break;
  }
  return Metric::kCosine;
}

bool is_of_vectors(View view) { return view == View::kCosine || view == View::kEuclidean || view == View::kPearson; }

double histogram_likeness(const std::vector<float>& a, const std::vector<float>& b) {
  return a.empty() || b.empty() ? 0 : similarity(Metric::kCosine, a, b);
}

double cluster_likeness(const Item& a, const Item& b, double cosine) {
  const bool together = a.cluster && b.cluster && *a.cluster == *b.cluster;
  return (together ? 0.5 : 0.0) + (1 + cosine) / 4;
}

double likeness_of(View view, const Item& a, const Item& b) {
  if (view == View::kLabels) return label_likeness(a.attributes, b.attributes);
  if (view == View::kColour) return histogram_likeness(a.colour, b.colour);
  const double of_vectors = similarity(metric_of(view), a.vector, b.vector);
  return view == View::kCluster ? cluster_likeness(a, b, of_vectors) : of_vectors;
}

}  // namespace jaedan::recommender
