#include "app/workflow/recommend/table_words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "recommender/words/query_words.h"

namespace jaedan::workflow {
namespace {

using recommender::QueryGarment;
using recommender::WordQuery;

std::optional<Part> part_of_column(const std::string& type) {
  static constexpr std::array<std::pair<std::string_view, Part>, 6> kColumns = {{{"outer", Part::kOuter},
                                                                                 {"top", Part::kTop},
                                                                                 {"main_top", Part::kTop},
                                                                                 {"inner_top", Part::kTop},
                                                                                 {"bottom", Part::kBottom},
                                                                                 {"dress", Part::kDress}}};
  for (const auto& [column, part] : kColumns) {
    if (column == type) return part;
  }
  return part_from_korean(type);
}

/// Without the number that tells two categories of one name apart: "Shorts" of "Shorts (12)".
std::string_view without_number(std::string_view word) {
  const std::size_t open = word.rfind(" (");
  return open == std::string_view::npos || word.back() != ')' ? word : word.substr(0, open);
}

/// The garment that the words name; none when they end with what nobody knows, or say something is not there.
std::optional<QueryGarment> garment_named(const WordQuery& query) {
  if (query.garments.empty() || !query.unwanted.empty() || !query.understood.empty()) return std::nullopt;
  const bool ends_unknown =
      !query.unknown.empty() && query.unknown.back().place.at + query.unknown.back().place.length == query.text.size();
  if (ends_unknown) return std::nullopt;
  return query.garments.back();
}

}  // namespace

std::uint32_t TableWords::number_of(const OutfitItem& item) {
  const auto [known, is_new] = numbers_.emplace(std::pair(item.word, item.type), items_.size());
  if (is_new) items_.push_back(read(item));
  return known->second;
}

TableItem TableWords::read(const OutfitItem& item) const {
  TableItem read{item, std::nullopt, {}};
  const auto query = recommender::parse_words(vocabulary_, without_number(item.word));
  const std::optional<QueryGarment> garment = query.ok() ? garment_named(*query) : std::nullopt;
  read.part = garment && garment->part ? garment->part : part_of_column(item.type);
  if (!garment || !read.part) return read;
  for (const recommender::QueryLabel& label : garment->wanted) {
    const recommender::Label& reading = label.readings.front();
    const bool is_known = std::any_of(read.labels.begin(), read.labels.end(),
                                      [&](const auto& known) { return known.attribute == reading.attribute; });
    if (!reading.value.empty() && !is_known) read.labels.push_back({reading.attribute, reading.value});
  }
  return read;
}

}  // namespace jaedan::workflow
