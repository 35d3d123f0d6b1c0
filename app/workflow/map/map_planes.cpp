#include "app/workflow/map/map_planes.h"

#include <algorithm>
#include <utility>

#include "recommender/map/label_vector.h"

namespace jaedan::workflow {
namespace {

/// A plane that was learned of fewer than this share of the garments may miss how they differ.
constexpr std::size_t kMostGrowth = 2;
constexpr std::size_t kRowsTogether = 4096;  // of label vectors, which are longer than a garment's own

recommender::Vectors all_of(const std::vector<std::vector<float>>& vectors) {
  recommender::Vectors all;
  for (const std::vector<float>& vector : vectors) all.push_back(&vector);
  return all;
}

Rect around(const std::vector<Point>& points) {
  if (points.empty()) return {};
  Point least = points.front(), most = least;
  for (const Point& point : points) {
    least = {std::min(least.x, point.x), std::min(least.y, point.y)};
    most = {std::max(most.x, point.x), std::max(most.y, point.y)};
  }
  return {least.x, least.y, most.x - least.x, most.y - least.y};
}

template <typename Plane>
bool is_outgrown(const std::optional<KeptPlane<Plane>>& kept, std::size_t garments) {
  return !kept || garments > kMostGrowth * kept->learned_of;
}

std::vector<std::vector<float>> shares_at(const MapSource& source, const recommender::LabelSpace& space,
                                          const std::vector<std::size_t>& places) {
  std::vector<std::vector<float>> shares;
  for (const std::size_t place : places) {
    const recommender::Item& item = source.garments->items()[place];
    shares.push_back(space.vector_of(item.part, item.attributes).shares);
  }
  return shares;
}

Result<recommender::LabelPlane> learn_labels(const MapSource& source, const recommender::LabelSpace& space,
                                             const Watch& watch) {
  recommender::LabelPlaneOptions options;
  options.go_on = [&](double share) {
    watch.report({"learning the map of labels", static_cast<std::int64_t>(100 * share), 100, {}});
    return !watch.cancelled();
  };
  // The same ones that it would draw of all: a hundred thousand such vectors need not be held.
  const std::size_t all = source.garments->items().size();
  const auto shares = shares_at(source, space, recommender::draw_places(all, options.most_learned, options.seed));
  return recommender::fit_label_plane(all_of(shares), options);
}

Result<std::vector<Point>> project_all(const recommender::LabelPlane& plane, const MapSource& source,
                                       const recommender::LabelSpace& space) {
  std::vector<Point> points;
  const std::size_t all = source.garments->items().size();
  for (std::size_t first = 0; first < all; first += kRowsTogether) {
    std::vector<std::size_t> places;
    for (std::size_t i = first; i < std::min(first + kRowsTogether, all); ++i) places.push_back(i);
    const auto shares = shares_at(source, space, places);
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<Point> some, recommender::project(plane, all_of(shares)));
    points.insert(points.end(), some.begin(), some.end());
  }
  return points;
}

}  // namespace

Result<std::vector<Point>> points_by_looks(const MapSource& source, MapPlanes& planes) {
  const std::vector<recommender::Item>& items = source.garments->items();
  recommender::Vectors vectors;
  for (const recommender::Item& item : items) vectors.push_back(&item.vector);
  if (vectors.empty()) return std::vector<Point>();
  const bool is_another_models = planes.model_id != source.model_id;
  const bool is_new = is_another_models || is_outgrown(planes.looks, items.size()) ||
                      planes.looks->plane.mean.size() != vectors.front()->size();
  if (is_new) {
    JAEDAN_ASSIGN_OR_RETURN(recommender::PrincipalPlane plane, recommender::fit_principal_plane(vectors));
    planes.looks = {std::move(plane), {}, items.size()};
    planes.model_id = source.model_id;
  }
  JAEDAN_ASSIGN_OR_RETURN(std::vector<Point> points, recommender::project(planes.looks->plane, vectors));
  if (is_new) planes.looks->frame = around(points);
  return points;
}

Result<std::vector<Point>> points_by_labels(const MapSource& source, const Taxonomy& taxonomy, MapPlanes& planes,
                                            const Watch& watch) {
  const std::size_t garments = source.garments->items().size();
  if (garments == 0) return std::vector<Point>();
  const recommender::LabelSpace space(taxonomy);
  const bool is_new = is_outgrown(planes.labels, garments) || planes.labels->plane.mean.size() != space.size();
  if (is_new) {
    JAEDAN_ASSIGN_OR_RETURN(recommender::LabelPlane plane, learn_labels(source, space, watch));
    planes.labels = {std::move(plane), {}, garments};
  }
  JAEDAN_ASSIGN_OR_RETURN(std::vector<Point> points, project_all(planes.labels->plane, source, space));
  if (is_new) planes.labels->frame = around(points);
  return points;
}

}  // namespace jaedan::workflow
