#include "labeling/store/recommend/recommend_rules.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

#include "labeling/base/utf8.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling {
namespace {

Error unfit(Message why) { return {ErrorCode::kInvalidArgument, std::move(why)}; }

Status check_plain(const std::string& text, const Message& what) {
  if (is_plain_text(text)) return {};
  return unfit({"store.not_text", "{0} is not UTF-8 text or holds a NUL; it cannot be stored", {what}});
}

Status check_finite(double number, const Message& what) {
  if (std::isfinite(number)) return {};
  return unfit({"store.not_finite", "{0} is not a finite number; it cannot be stored", {what}});
}

Status check_cluster(const KeptCluster& cluster, std::size_t length) {
  if (cluster.centroid.empty() || cluster.centroid.size() != length) {
    return unfit({"store.centroid_length", "centroids of clusters have one length, and at least one number"});
  }
  for (const float number : cluster.centroid) {
    JAEDAN_RETURN_IF_ERROR(check_finite(number, {"store.centroid", "a centroid"}));
  }
  for (const KeptClusterLabel& label : cluster.name) {
    JAEDAN_RETURN_IF_ERROR(check_plain(label.attribute, {"store.attribute", "an attribute"}));
    JAEDAN_RETURN_IF_ERROR(check_plain(label.value, {"store.value_of", "the value of {0}", {label.attribute}}));
    for (const double share : {label.share, label.share_of_part}) {
      JAEDAN_RETURN_IF_ERROR(check_finite(share, {"store.share", "a share"}));
    }
  }
  return {};
}

}  // namespace

Status check_storable(const std::string& table, const std::vector<TableOutfit>& outfits) {
  JAEDAN_RETURN_IF_ERROR(check_name(table));
  if (table.size() > kMostOutfitTableName) {
    return unfit({"store.table_name_long", "the name of a table has over {0} bytes", {kMostOutfitTableName}});
  }
  std::set<std::string_view> ids;
  for (const TableOutfit& outfit : outfits) {
    JAEDAN_RETURN_IF_ERROR(check_plain(outfit.id, {"store.outfit_id", "the id of an outfit"}));
    if (outfit.id.empty()) return unfit({"store.outfit_without_id", "an outfit needs an id"});
    if (!ids.insert(outfit.id).second) {
      return unfit({"store.outfit_id_twice", "there are two outfits with the id '{0}'", {outfit.id}});
    }
    for (const OutfitItem& item : outfit.items) {
      const Message what{"store.outfit_item", "an item of the outfit '{0}'", {outfit.id}};
      JAEDAN_RETURN_IF_ERROR(check_plain(item.word, what));
      JAEDAN_RETURN_IF_ERROR(check_plain(item.type, what));
    }
  }
  return {};
}

Status check_storable(const KeptClusters& clusters) {
  JAEDAN_RETURN_IF_ERROR(check_name(clusters.model_id));
  if (std::find(kAllParts.begin(), kAllParts.end(), clusters.part) == kAllParts.end()) {
    return unfit({"store.part_number",
                  "{0} is of the unknown part {1}",
                  {{"store.a_cluster", "a cluster"}, static_cast<int>(clusters.part)}});
  }
  JAEDAN_RETURN_IF_ERROR(check_finite(clusters.silhouette, {"store.silhouette", "a silhouette"}));
  if (clusters.clusters.empty()) return unfit({"store.no_clusters", "there is no cluster to keep"});
  const std::size_t length = clusters.clusters.front().centroid.size();
  for (const KeptCluster& cluster : clusters.clusters) JAEDAN_RETURN_IF_ERROR(check_cluster(cluster, length));
  return {};
}

Error outfit_table_unknown(const std::string& table) {
  return {ErrorCode::kNotFound, "store.no_outfit_table", "there is no table of outfits '{0}' in this project", {table}};
}

std::int64_t count_items(const std::vector<TableOutfit>& outfits) {
  std::int64_t items = 0;
  for (const TableOutfit& outfit : outfits) items += static_cast<std::int64_t>(outfit.items.size());
  return items;
}

std::string outfits_content(const std::string& table, const std::vector<TableOutfit>& outfits) {
  return nlohmann::ordered_json{{"table", table}, {"outfits", outfits.size()}, {"items", count_items(outfits)}}.dump();
}

std::string outfits_removed_content(const std::string& table) {
  return nlohmann::ordered_json{{"table", table}, {"removed", true}}.dump();
}

std::string clusters_content(const KeptClusters& clusters) {
  return nlohmann::ordered_json{{"part", id_of(clusters.part)},         {"model", clusters.model_id},
                                {"clusters", clusters.clusters.size()}, {"k_given", clusters.k_given},
                                {"garments", clusters.garments},        {"silhouette", clusters.silhouette}}
      .dump();
}

}  // namespace jaedan::labeling
