#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/cli/acting.h"
#include "app/cli/open_project.h"
#include "app/cli/output.h"
#include "app/cli/recommend/recommended_rows.h"
#include "app/cli/verb.h"
#include "app/workflow/recommend/cluster_garments.h"
#include "labeling/base/plural.h"

namespace jaedan::cli {
namespace {

constexpr std::size_t kPhotosShown = 4;

struct ClusterOptions {
  std::string project;
  std::string part;
  bool makes = false;
  std::size_t k = 0;
  int number = 0;
  bool json = false;
  Acting acting;
};

/// The photos that clusters are shown by, as far as the project still has them.
std::map<PhotoId, Photo> photos_of(const workflow::Project& project, const workflow::GarmentClusters& found) {
  std::map<PhotoId, Photo> photos;
  for (const auto& part : found.parts) {
    for (const auto& cluster : part.clusters) {
      for (const auto& garment : cluster.representatives) {
        const Result<Photo> photo = project.store().photo(garment.photo);
        if (photo.ok()) photos[garment.photo] = *photo;
      }
    }
  }
  return photos;
}

nlohmann::json labels_json(const labeling::KeptCluster& cluster) {
  nlohmann::json labels = nlohmann::json::array();
  for (const auto& label : cluster.name) {
    labels.push_back({{"attribute", label.attribute},
                      {"value", label.value},
                      {"share", label.share},
                      {"share_of_part", label.share_of_part}});
  }
  return labels;
}

nlohmann::json part_json(const labeling::KeptClusters& part, const std::map<PhotoId, Photo>& known,
                         const Taxonomy& taxonomy) {
  nlohmann::json clusters = nlohmann::json::array();
  for (std::size_t i = 0; i < part.clusters.size(); ++i) {
    const labeling::KeptCluster& cluster = part.clusters[i];
    nlohmann::json photos = nlohmann::json::array();
    for (const auto& garment : cluster.representatives) {
      const auto photo = known.find(garment.photo);
      if (photo == known.end()) continue;
      photos.push_back(
          {{"photo", photo->second.name}, {"photo_id", garment.photo.value}, {"garment", garment.garment.value}});
    }
    clusters.push_back({{"number", i + 1},
                        {"name", workflow::name_of(cluster, taxonomy).text()},
                        {"labels", labels_json(cluster)},
                        {"size", cluster.size},
                        {"photos", std::move(photos)}});
  }
  return {{"part", id_of(part.part)},
          {"garments", part.garments},
          {"silhouette", part.silhouette},
          {"k_given", part.k_given},
          {"at", part.at},
          {"who", part.who},
          {"clusters", std::move(clusters)}};
}

nlohmann::json clusters_json(const workflow::GarmentClusters& found, const std::map<PhotoId, Photo>& photos,
                             const Taxonomy& taxonomy) {
  nlohmann::json document = {
      {"model", found.model_id}, {"parts", nlohmann::json::array()}, {"partial", messages_json(found.partial)}};
  for (const auto& part : found.parts) document["parts"].push_back(part_json(part, photos, taxonomy));
  return document;
}

void print_clusters(const workflow::GarmentClusters& found, const std::map<PhotoId, Photo>& photos,
                    const Taxonomy& taxonomy) {
  std::printf("clusters by the vectors of %s:\n", one_line(found.model_id).c_str());
  for (const auto& part : found.parts) {
    NameColumn names;
    for (const auto& cluster : part.clusters) names.look_at(workflow::name_of(cluster, taxonomy).text());
    std::printf("%s: %s of %s, silhouette %.2f, %s, made on %s\n", std::string(id_of(part.part)).c_str(),
                counted(static_cast<std::int64_t>(part.clusters.size()), "cluster").c_str(),
                counted(part.garments, "garment").c_str(), part.silhouette,
                part.k_given ? "as many as asked for" : "as many as the silhouette says",
                part.at.substr(0, 10).c_str());
    for (std::size_t i = 0; i < part.clusters.size(); ++i) {
      const labeling::KeptCluster& cluster = part.clusters[i];
      std::string shown;
      std::size_t count = 0;
      for (const auto& garment : cluster.representatives) {
        const auto photo = photos.find(garment.photo);
        if (photo == photos.end() || ++count > kPhotosShown) continue;
        shown += (shown.empty() ? "" : ", ") + one_line(photo->second.name);
      }
      std::printf("  %3zu  %6lld  %s  %s\n", i + 1, static_cast<long long>(cluster.size),
                  names.cell(workflow::name_of(cluster, taxonomy).text()).c_str(), shown.c_str());
    }
  }
}

int show_clusters(const workflow::Project& project, const workflow::GarmentClusters& found, bool json) {
  const std::map<PhotoId, Photo> photos = photos_of(project, found);
  if (json) return print_json(clusters_json(found, photos, project.taxonomy())), kDone;
  print_clusters(found, photos, project.taxonomy());
  for (const Message& told : found.partial) std::fprintf(stderr, "jaedan: %s\n", one_line(told.text()).c_str());
  return kDone;
}

/// The garments of one cluster.
int show_cluster(workflow::Project& project, Part part, const ClusterOptions& options) {
  Console console;
  workflow::GarmentCatalogues catalogues;
  const auto garments = workflow::garments_of_cluster(project, catalogues, part, options.number, console.watch());
  if (!garments.ok()) return fail(garments.error());
  nlohmann::json document = {{"part", id_of(part)}, {"number", options.number}, {"garments", nlohmann::json::array()}};
  NameColumn names;
  for (const auto& garment : *garments) {
    names.look_at(garment.photo.name);
    document["garments"].push_back({{"photo", garment.photo.name},
                                    {"photo_id", id_json(garment.photo)},
                                    {"garment", garment.garment.value},
                                    {"likeness", garment.likeness},
                                    {"box", {garment.box.x, garment.box.y, garment.box.width, garment.box.height}}});
  }
  if (options.json) return print_json(document), kDone;
  for (const auto& garment : *garments) {
    std::printf("  %5.3f  %s\n", garment.likeness, names.cell(garment.photo.name).c_str());
  }
  return kDone;
}

Result<workflow::GarmentClusters> asked_clusters(workflow::Project& project, const std::optional<Part>& part,
                                                 const ClusterOptions& options) {
  if (options.makes) {
    JAEDAN_ASSIGN_OR_RETURN(const Actor manager, acting_manager(project, options.acting));
    Console console;
    return workflow::cluster_garments(project, {part, options.k}, manager, console.watch());
  }
  JAEDAN_ASSIGN_OR_RETURN(workflow::GarmentClusters found, workflow::clusters_of(project));
  if (!part) return found;
  const auto is_other = [&](const auto& kept) { return kept.part != *part; };
  found.parts.erase(std::remove_if(found.parts.begin(), found.parts.end(), is_other), found.parts.end());
  return found;
}

}  // namespace

int cmd_clusters(const Arguments& arguments) {
  CLI::App app(
      "Groups of approved garments that look alike, a part at a time: lists them, makes them anew, or lists the photos "
      "of one.",
      "clusters");
  ClusterOptions options;
  app.add_option("PROJECT", options.project, "the project")->required();
  CLI::Option* makes = app.add_flag("--make", options.makes, "make them from the garments that are approved now");
  CLI::Option* part = app.add_option("--part", options.part, "outer, top, bottom or dress (default: each)");
  app.add_option("--k", options.k, "how many a part; left out: as many as the silhouette says")
      ->check(CLI::Range(1, 1000))
      ->needs(makes);
  app.add_option("--number", options.number, "list the garments that are in this one now, the most typical first")
      ->check(CLI::Range(1, 1000))
      ->needs(part)
      ->excludes(makes);
  add_acting_options(app, options.acting);
  app.add_flag("--json", options.json, "print one JSON document");
  if (const auto stop = parse(app, arguments)) return *stop;
  const Result<std::optional<Part>> asked = part_option(options.part);
  if (!asked.ok()) return fail(asked.error());
  Result<workflow::Project> project = open_project(options.project);
  if (!project.ok()) return fail(project.error());
  if (options.number > 0) return show_cluster(*project, **asked, options);
  const Result<workflow::GarmentClusters> found = asked_clusters(*project, *asked, options);
  if (!found.ok()) return fail(found.error());
  return show_clusters(*project, *found, options.json);
}

}  // namespace jaedan::cli
