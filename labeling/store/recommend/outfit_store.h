#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/table_outfit.h"
#include "labeling/store/change_record.h"

namespace jaedan::labeling {

/// A table of outfits that a project keeps.
struct KeptOutfitTable {
  std::string name;
  std::string at;  ///< UTC, when it was saved
  std::string who;
  std::int64_t outfits = 0;
  std::int64_t items = 0;  ///< of all its outfits

  friend bool operator==(const KeptOutfitTable& a, const KeptOutfitTable& b) {
    return a.name == b.name && a.at == b.at && a.who == b.who && a.outfits == b.outfits && a.items == b.items;
  }
};

/// Bytes of the longest name of a table.
inline constexpr std::size_t kMostOutfitTableName = 200;

/// Tables of outfits: what was worn, or put, together, without photos. What every method owes its caller: store.h.
class OutfitStore {
 public:
  virtual ~OutfitStore() = default;

  /// Keeps `outfits` under this name in place of what was there under it, and logs that. kInvalidArgument for a name
  /// that is empty, longer than kMostOutfitTableName bytes or no text, for an outfit without an id, and for an id that
  /// comes twice.
  virtual Status save_outfits(const std::string& table, const std::vector<TableOutfit>& outfits,
                              const ChangeNote& note) = 0;
  /// By name.
  virtual Result<std::vector<KeptOutfitTable>> outfit_tables() = 0;
  /// As they were saved, in that order. kNotFound when there is no table of this name.
  virtual Result<std::vector<TableOutfit>> outfits_of_table(const std::string& table) = 0;
  /// Forgets the table, and logs that. kNotFound.
  virtual Status remove_outfits(const std::string& table, const ChangeNote& note) = 0;
};

}  // namespace jaedan::labeling
