#include "app/workflow/recommend/cluster_places.h"

#include <utility>

#include "recommender/map/clusters.h"

namespace jaedan::workflow {

Result<ClusterPlaces> ClusterPlaces::of(Project& project, const std::string& model_id) {
  JAEDAN_ASSIGN_OR_RETURN(std::vector<labeling::KeptClusters> all, project.store().clusters());
  ClusterPlaces places;
  for (labeling::KeptClusters& kept : all) {
    if (kept.model_id != model_id) {
      places.outdated_[kept.part] = kept.model_id;
      continue;
    }
    for (const labeling::KeptCluster& cluster : kept.clusters) {
      places.centroids_[kept.part].push_back(cluster.centroid);
    }
    places.of_model_[kept.part] = std::move(kept);
  }
  return places;
}

ClusterPlaces ClusterPlaces::unreadable(Message why) {
  ClusterPlaces none;
  none.unreadable_ = std::move(why);
  return none;
}

std::optional<int> ClusterPlaces::place_of(Part part, const std::vector<float>& vector) const {
  const auto centroids = centroids_.find(part);
  if (centroids == centroids_.end()) return std::nullopt;
  // Vectors of another length, of a model that was trained anew under its old name, are in no cluster.
  const auto places = recommender::assign_clusters(centroids->second, {&vector});
  if (!places.ok()) return std::nullopt;
  return static_cast<int>(places->front());
}

void ClusterPlaces::assign(std::vector<recommender::Item>& items) const {
  std::map<Part, std::vector<recommender::Item*>> by_part;
  for (recommender::Item& item : items) {
    item.cluster.reset();
    by_part[item.part].push_back(&item);
  }
  for (const auto& [part, centroids] : centroids_) {
    recommender::Vectors vectors;
    for (const recommender::Item* item : by_part[part]) vectors.push_back(&item->vector);
    const auto places = recommender::assign_clusters(centroids, vectors);
    for (std::size_t i = 0; places.ok() && i < vectors.size(); ++i) {
      by_part[part][i]->cluster = static_cast<int>((*places)[i]);
    }
  }
}

std::optional<Message> ClusterPlaces::gap(Part part) const {
  if (unreadable_) return unreadable_;
  if (of_model_.count(part) > 0) return std::nullopt;
  const auto outdated = outdated_.find(part);
  if (outdated == outdated_.end()) {
    return Message{"clusters.none_yet",
                   "there are no clusters of {0} yet; make them with `jaedan clusters PROJECT --make`",
                   {message_of(part)}};
  }
  return Message{
      "clusters.outdated",
      "the clusters of {0} are outdated: they are of the vectors of {1}; make them anew with `jaedan clusters "
      "PROJECT --make`",
      {message_of(part), outdated->second}};
}

}  // namespace jaedan::workflow
