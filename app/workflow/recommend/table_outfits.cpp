#include "app/workflow/recommend/table_outfits.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "app/workflow/recommend/search_garments.h"
#include "app/workflow/recommend/search_sentences.h"
#include "labeling/store/recommend/recommend_rules.h"

namespace jaedan::workflow {
namespace {

using recommender::Item;
using recommender::LabelValue;

constexpr double kPartWeight = 4;
constexpr double kCategoryWeight = 4;
constexpr double kColourWeight = 2;

/// What an item and the query have in common.
struct Likeness {
  double score = 0;  ///< 0: it is nothing like the query
  std::vector<LabelValue> same;
};

/// Whether nothing that is said of the item is against the filter.
bool passes(const TableItem& item, const std::vector<std::vector<LabelValue>>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::vector<LabelValue>& any_of) {
    const auto said = std::find_if(item.labels.begin(), item.labels.end(), [&](const LabelValue& label) {
      return label.attribute == any_of.front().attribute;
    });
    return said == item.labels.end() || std::find(any_of.begin(), any_of.end(), *said) != any_of.end();
  });
}

Likeness likeness_to(const Item& query, const TableItem& item) {
  if (item.part != query.part) return {};
  Likeness likeness;
  double sum = kPartWeight;
  double weight = kPartWeight + kCategoryWeight + kColourWeight;
  for (const LabelValue& label : item.labels) {
    if (!find_value(query.attributes, label.attribute)) continue;
    const bool same = recommender::has_value(query, label.attribute, label.value);
    const bool is_category = label.attribute == attribute::kCategory;
    const bool is_colour = label.attribute == attribute::kColour;
    if (is_category || is_colour) {
      if (!same) return {};
      sum += is_category ? kCategoryWeight : kColourWeight;
    } else {
      sum += same ? 1 : -1;
      weight += 1;
    }
    if (same) likeness.same.push_back(label);
  }
  likeness.score = std::max(sum, 0.0) / weight;
  return likeness;
}

Message reason_for(const TableItem& item, const Likeness& likeness, const Taxonomy& taxonomy) {
  if (likeness.same.empty()) {
    return {"recommend.table_part", "'{0}' is a {1} as well", {item.item.word, message_of(*item.part)}};
  }
  return {"recommend.table_same", "'{0}': the same {1}", {item.item.word, names_of(likeness.same, taxonomy)}};
}

/// A row that holds something like the query.
struct FoundRow {
  std::size_t row = 0;
  std::size_t match = 0;
  double score = 0;
  std::size_t other_parts = 0;
};

}  // namespace

Status TableOutfits::refresh(Project& project) {
  labeling::LogQuery query;
  query.kind = labeling::SubjectKind::kSetting;
  query.name = labeling::kOutfitsSetting;
  JAEDAN_ASSIGN_OR_RETURN(const auto records, project.store().search_log(query, std::nullopt, 1));
  const std::int64_t newest = records.empty() ? 0 : records.front().number;
  if (newest == log_number_) return {};
  tables_.clear();
  rows_.clear();
  log_number_ = -1;  // unless all is well, everything is read again
  if (newest > 0) JAEDAN_RETURN_IF_ERROR(read(project));
  log_number_ = newest;
  return {};
}

Status TableOutfits::read(Project& project) {
  if (!words_) {
    JAEDAN_ASSIGN_OR_RETURN(recommender::Vocabulary vocabulary, load_vocabulary(project.taxonomy()));
    words_.emplace(std::move(vocabulary));
  }
  JAEDAN_ASSIGN_OR_RETURN(const auto tables, project.store().outfit_tables());
  for (const labeling::KeptOutfitTable& table : tables) {
    JAEDAN_ASSIGN_OR_RETURN(const auto outfits, project.store().outfits_of_table(table.name));
    for (const TableOutfit& outfit : outfits) {
      Row row{tables_.size(), outfit.id, {}};
      for (const OutfitItem& item : outfit.items) row.items.push_back(words_->number_of(item));
      rows_.push_back(std::move(row));
    }
    tables_.push_back(table.name);
  }
  return {};
}

std::vector<RecommendedTableOutfit> TableOutfits::like(const Item& query, const recommender::ItemFilter& filter,
                                                       std::size_t k, const Taxonomy& taxonomy) const {
  if (rows_.empty() || filter.wardrobe) return {};
  const auto wanted = recommender::any_of_each(filter.values);
  std::vector<Likeness> likenesses;
  for (const TableItem& item : words_->items()) {
    likenesses.push_back(passes(item, wanted) ? likeness_to(query, item) : Likeness());
  }
  std::vector<FoundRow> found;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    FoundRow row{i, 0, 0, 0};
    std::set<Part> others;
    for (std::size_t j = 0; j < rows_[i].items.size(); ++j) {
      const std::uint32_t item = rows_[i].items[j];
      const std::optional<Part>& part = words_->items()[item].part;
      if (part && *part != query.part) others.insert(*part);
      if (likenesses[item].score <= row.score) continue;
      row.score = likenesses[item].score;
      row.match = j;
    }
    row.other_parts = others.size();
    if (row.score > 0) found.push_back(row);
  }
  // Rows stand by table; within one by id.
  std::sort(found.begin(), found.end(), [&](const FoundRow& a, const FoundRow& b) {
    if (a.score != b.score) return a.score > b.score;
    if (a.other_parts != b.other_parts) return a.other_parts > b.other_parts;
    const Row &first = rows_[a.row], &second = rows_[b.row];
    return first.table != second.table ? first.table < second.table : first.id < second.id;
  });
  std::vector<RecommendedTableOutfit> best;
  std::set<std::vector<std::uint32_t>> shown;
  for (const FoundRow& one : found) {
    if (best.size() == k) break;
    const Row& row = rows_[one.row];
    std::vector<std::uint32_t> items = row.items;
    std::sort(items.begin(), items.end());
    if (!shown.insert(std::move(items)).second) continue;
    RecommendedTableOutfit& outfit = best.emplace_back();
    outfit.table = tables_[row.table];
    outfit.outfit = row.id;
    for (const std::uint32_t item : row.items) outfit.items.push_back(words_->items()[item]);
    outfit.match = one.match;
    outfit.score = one.score;
    outfit.reason = reason_for(outfit.items[one.match], likenesses[row.items[one.match]], taxonomy);
  }
  return best;
}

std::vector<recommender::outfits::Outfit> TableOutfits::outfits() const {
  std::vector<recommender::outfits::Outfit> outfits;
  for (const Row& row : rows_) {
    recommender::outfits::Outfit& outfit = outfits.emplace_back();
    outfit.id = tables_[row.table] + "/" + row.id;
    for (const std::uint32_t number : row.items) {
      const TableItem& item = words_->items()[number];
      recommender::outfits::Piece& piece = outfit.pieces.emplace_back();
      piece.type = item.part ? std::string(id_of(*item.part)) : item.item.word;
      piece.slot = item.item.type;
      for (const LabelValue& label : item.labels) {
        piece.tokens.push_back(piece.type + "/" + label.attribute + "=" + label.value);
      }
    }
  }
  return outfits;
}

Message tables_left_out(const Error& why) {
  return in_context({"recommend.no_tables", "outfit tables left out"}, why.message);
}

}  // namespace jaedan::workflow
