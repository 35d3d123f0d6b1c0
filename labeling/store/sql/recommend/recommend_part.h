#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "labeling/store/recommend/recommend_rules.h"
#include "labeling/store/sql/people/quality_part.h"
#include "labeling/store/sql/recommend/kept_clusters.h"
#include "labeling/store/sql/recommend/outfit_rows.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling::sql {

/// OutfitStore and ClusterStore of the SQL store: as its other methods, each is one transaction around the function of
/// its name.
class RecommendPart : public QualityPart {
 public:
  using QualityPart::QualityPart;

  Status save_outfits(const std::string& table, const std::vector<TableOutfit>& outfits,
                      const ChangeNote& note) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(table, outfits));
    JAEDAN_RETURN_IF_ERROR(check_storable(note));
    return connection_->write([&] { return sql::save_outfits(*connection_, table, outfits, note); });
  }
  Result<std::vector<KeptOutfitTable>> outfit_tables() override {
    return connection_->read(
        [&]() -> Result<std::vector<KeptOutfitTable>> { return sql::outfit_tables(*connection_); });
  }
  Result<std::vector<TableOutfit>> outfits_of_table(const std::string& table) override {
    return connection_->read([&] { return sql::outfits_of_table(*connection_, table); });
  }
  Status remove_outfits(const std::string& table, const ChangeNote& note) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(note));
    return connection_->write([&] { return sql::remove_outfits(*connection_, table, note); });
  }

  Status save_clusters(const KeptClusters& clusters, const ChangeNote& note) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(clusters));
    JAEDAN_RETURN_IF_ERROR(check_storable(note));
    return connection_->write([&] { return sql::save_clusters(*connection_, clusters, note); });
  }
  Result<std::vector<KeptClusters>> clusters() override {
    return connection_->read([&] { return sql::kept_clusters(*connection_); });
  }
};

}  // namespace jaedan::labeling::sql
