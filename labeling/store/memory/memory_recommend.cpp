#include "labeling/store/memory/memory_store.h"
#include "labeling/store/recommend/recommend_rules.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling {

Status MemoryStore::save_outfits(const std::string& table, const std::vector<TableOutfit>& outfits,
                                 const ChangeNote& note) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(table, outfits));
  JAEDAN_RETURN_IF_ERROR(check_storable(note));
  const auto& record = log({SubjectKind::kSetting, kOutfitsSetting}, note, 0, outfits_content(table, outfits));
  const auto count = static_cast<std::int64_t>(outfits.size());
  state_.outfit_tables[table] = {{table, record.at, note.who, count, count_items(outfits)}, outfits};
  return {};
}

Result<std::vector<KeptOutfitTable>> MemoryStore::outfit_tables() {
  const Lock lock(mutex_);
  std::vector<KeptOutfitTable> tables;
  for (const auto& [name, kept] : state_.outfit_tables) tables.push_back(kept.row);
  return tables;
}

Result<std::vector<TableOutfit>> MemoryStore::outfits_of_table(const std::string& table) {
  const Lock lock(mutex_);
  const auto known = state_.outfit_tables.find(table);
  if (known == state_.outfit_tables.end()) return outfit_table_unknown(table);
  return known->second.outfits;
}

Status MemoryStore::remove_outfits(const std::string& table, const ChangeNote& note) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(note));
  if (state_.outfit_tables.erase(table) == 0) return outfit_table_unknown(table);
  log({SubjectKind::kSetting, kOutfitsSetting}, note, 0, outfits_removed_content(table));
  return {};
}

Status MemoryStore::save_clusters(const KeptClusters& clusters, const ChangeNote& note) {
  const Lock lock(mutex_);
  JAEDAN_RETURN_IF_ERROR(check_storable(clusters));
  JAEDAN_RETURN_IF_ERROR(check_storable(note));
  const auto& record = log({SubjectKind::kSetting, kClustersSetting}, note, 0, clusters_content(clusters));
  KeptClusters& kept = state_.clusters[{clusters.part, clusters.model_id}] = clusters;
  kept.at = record.at;
  kept.who = note.who;
  return {};
}

Result<std::vector<KeptClusters>> MemoryStore::clusters() {
  const Lock lock(mutex_);
  std::vector<KeptClusters> all;
  for (const auto& [key, kept] : state_.clusters) all.push_back(kept);
  return all;
}

}  // namespace jaedan::labeling
