#include "labeling/store/recommend/recommend_json.h"

#include <exception>
#include <nlohmann/json.hpp>

namespace jaedan::labeling {
namespace {

using RowJson = nlohmann::json;

/// A list of lists of `width` cells each; `read` makes one of what is wanted of each.
template <typename Row, typename Read>
Result<std::vector<Row>> rows_from(const std::string& text, std::size_t width, const Read& read) {
  try {
    std::vector<Row> rows;
    const RowJson parsed = RowJson::parse(text);
    if (!parsed.is_array()) throw std::runtime_error("no list");
    for (const RowJson& cells : parsed) {
      if (cells.size() != width) throw std::runtime_error("another length");
      rows.push_back(read(cells));
    }
    return rows;
  } catch (const std::exception& exception) {
    return Error{ErrorCode::kCorrupt,
                 "store.bad_rows",
                 "cannot read what the recommender keeps: {0}; import the table, or make the clusters, anew",
                 {exception.what()}};
  }
}

std::string text_at(const RowJson& cells, std::size_t at) { return cells.at(at).get<std::string>(); }

}  // namespace

std::string items_to_json(const std::vector<OutfitItem>& items) {
  RowJson rows = RowJson::array();
  for (const OutfitItem& item : items) rows.push_back(RowJson::array({item.word, item.type}));
  return rows.dump();
}

Result<std::vector<OutfitItem>> items_from_json(const std::string& text) {
  return rows_from<OutfitItem>(text, 2, [](const RowJson& cells) {
    return OutfitItem{text_at(cells, 0), text_at(cells, 1)};
  });
}

std::string cluster_name_to_json(const std::vector<KeptClusterLabel>& name) {
  RowJson rows = RowJson::array();
  for (const KeptClusterLabel& label : name) {
    rows.push_back(RowJson::array({label.attribute, label.value, label.share, label.share_of_part}));
  }
  return rows.dump();
}

Result<std::vector<KeptClusterLabel>> cluster_name_from_json(const std::string& text) {
  return rows_from<KeptClusterLabel>(text, 4, [](const RowJson& cells) {
    return KeptClusterLabel{text_at(cells, 0), text_at(cells, 1), cells.at(2).get<double>(), cells.at(3).get<double>()};
  });
}

std::string representatives_to_json(const std::vector<KeptRepresentative>& representatives) {
  RowJson rows = RowJson::array();
  for (const KeptRepresentative& one : representatives) {
    rows.push_back(RowJson::array({one.photo.value, one.garment.value}));
  }
  return rows.dump();
}

Result<std::vector<KeptRepresentative>> representatives_from_json(const std::string& text) {
  return rows_from<KeptRepresentative>(text, 2, [](const RowJson& cells) {
    return KeptRepresentative{PhotoId{cells.at(0).get<std::int64_t>()}, GarmentId{cells.at(1).get<std::int64_t>()}};
  });
}

}  // namespace jaedan::labeling
