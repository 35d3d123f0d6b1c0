#include "app/workflow/recommend/cluster_garments.h"

#include <algorithm>
#include <utility>

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/recommend/cluster_places.h"
#include "app/workflow/recommend/model_choice.h"
#include "app/workflow/recommend/recommend_words.h"
#include "app/workflow/recommend/search_sentences.h"
#include "recommender/index/similarity.h"
#include "recommender/map/part_clusters.h"

namespace jaedan::workflow {
namespace {

using labeling::KeptCluster;
using labeling::KeptClusters;
using recommender::Item;

/// As the project keeps them.
KeptClusters kept_from(const recommender::PartClusters& made, const std::string& model_id, bool k_given) {
  KeptClusters kept;
  kept.part = made.part;
  kept.model_id = model_id;
  kept.garments = static_cast<std::int64_t>(made.members.size());
  kept.k_given = k_given;
  kept.silhouette = made.silhouette;
  for (const recommender::GarmentCluster& cluster : made.clusters) {
    KeptCluster& one = kept.clusters.emplace_back();
    one.centroid = cluster.centroid;
    one.size = static_cast<std::int64_t>(cluster.size);
    for (const recommender::ClusterLabel& label : cluster.name) {
      one.name.push_back({label.attribute, label.value, label.share, label.share_of_part});
    }
    for (const recommender::GarmentPlace& place : cluster.representatives) {
      one.representatives.push_back({place.photo, place.garment});
    }
  }
  return kept;
}

Result<KeptClusters> make_clusters(const GarmentCatalogue& catalogue, Part part, std::size_t k) {
  std::vector<recommender::ClusterMember> members;
  for (const Item& item : catalogue.garments().items()) {
    if (item.part == part) members.push_back({item.photo, item.garment, &item.vector, &item.attributes});
  }
  if (members.empty()) {
    return Error{ErrorCode::kNotFound,
                 "clusters.no_garments",
                 "no approved {0} with a vector, so there is nothing to put into clusters",
                 {message_of(part)}};
  }
  recommender::ClusterOptions options;
  options.k = k;
  JAEDAN_ASSIGN_OR_RETURN(const auto made, recommender::cluster_part(part, std::move(members), options));
  return kept_from(made, catalogue.model_id(), k > 0);
}

std::vector<Part> parts_of(const ClusterWish& wish) {
  if (wish.part) return {*wish.part};
  return {kAllParts.begin(), kAllParts.end()};
}

}  // namespace

Result<GarmentClusters> clusters_of(Project& project) {
  GarmentClusters found;
  JAEDAN_ASSIGN_OR_RETURN(found.model_id, wanted_model(project));
  JAEDAN_ASSIGN_OR_RETURN(const ClusterPlaces places, ClusterPlaces::of(project, found.model_id));
  for (const auto& [part, kept] : places.of_model()) found.parts.push_back(kept);
  for (const Part part : kAllParts) {
    if (auto gap = places.gap(part)) found.partial.push_back(std::move(*gap));
  }
  return found;
}

Result<GarmentClusters> cluster_garments(Project& project, const ClusterWish& wish, const Actor& manager,
                                         const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, manager, Deed::kManage));
  JAEDAN_RETURN_IF_ERROR(project.store().may_write());
  JAEDAN_ASSIGN_OR_RETURN(const std::string model_id, wanted_model(project));
  GarmentCatalogue catalogue(model_id);
  JAEDAN_RETURN_IF_ERROR(catalogue.refresh(project, Patience::kWhole, watch));
  std::vector<Message> told = sentences_of(catalogue.gaps());
  const std::vector<Part> parts = parts_of(wish);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (watch.cancelled()) {
      return Error{ErrorCode::kCancelled, "clusters.stopped", "stopped; the clusters of {0|part} were made", {i}};
    }
    watch.report({"finding clusters", static_cast<std::int64_t>(i), static_cast<std::int64_t>(parts.size()),
                  std::string(id_of(parts[i]))});
    const Result<KeptClusters> made = make_clusters(catalogue, parts[i], wish.k);
    if (!made.ok()) {
      told.push_back(made.error().message);
      continue;
    }
    JAEDAN_RETURN_IF_ERROR(project.store().save_clusters(*made, change_note(manager, ProjectDeed::kMakeClusters)));
  }
  JAEDAN_ASSIGN_OR_RETURN(GarmentClusters found, clusters_of(project));
  found.partial = std::move(told);
  return found;
}

Result<std::vector<ClusteredGarment>> garments_of_cluster(Project& project, GarmentCatalogues& catalogues, Part part,
                                                          int number, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string model_id, wanted_model(project));
  JAEDAN_ASSIGN_OR_RETURN(const ClusterPlaces places, ClusterPlaces::of(project, model_id));
  if (auto gap = places.gap(part)) return Error{ErrorCode::kNotFound, std::move(*gap)};
  const std::vector<KeptCluster>& clusters = places.of_model().at(part).clusters;
  if (number < 1 || static_cast<std::size_t>(number) > clusters.size()) {
    return Error{ErrorCode::kNotFound,
                 "clusters.no_such_number",
                 "there is no cluster {0} of {1}; they are numbered 1 to {2}",
                 {number, message_of(part), clusters.size()}};
  }
  GarmentCatalogue& catalogue = catalogues.of(model_id);
  JAEDAN_RETURN_IF_ERROR(catalogue.refresh(project, Patience::kAtOnce, watch));
  const std::vector<float>& centroid = clusters[static_cast<std::size_t>(number - 1)].centroid;
  std::vector<ClusteredGarment> garments;
  for (const Item& item : catalogue.garments().items()) {
    if (item.part != part || item.cluster != number - 1) continue;
    garments.push_back({catalogue.photo(item.photo), item.garment, catalogue.box_of({item.photo, item.garment}),
                        recommender::similarity(recommender::Metric::kCosine, item.vector, centroid)});
  }
  std::stable_sort(garments.begin(), garments.end(),
                   [](const ClusteredGarment& a, const ClusteredGarment& b) { return a.likeness > b.likeness; });
  return garments;
}

Message name_of(const KeptCluster& cluster, const Taxonomy& taxonomy) {
  if (cluster.name.empty()) return {"clusters.unnamed", "without labels"};
  std::vector<recommender::LabelValue> labels;
  for (const labeling::KeptClusterLabel& label : cluster.name) labels.push_back({label.attribute, label.value});
  return names_of(labels, taxonomy);
}

}  // namespace jaedan::workflow
