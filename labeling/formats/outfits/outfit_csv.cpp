#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "labeling/base/csv_reader.h"
#include "labeling/base/utf8.h"
#include "labeling/formats/outfits/outfit_rows.h"
#include "labeling/formats/text_lines.h"

namespace jaedan::labeling {
namespace {

/// What a column holds.
enum class Column { kUnknown, kId, kItem, kType, kSlot };

/// Names as utf8_caseless gives them, '-' and blanks as '_'.
Column column_of(const std::string& name) {
  static const std::map<std::string_view, Column> kColumns = {
      {"id", Column::kId},          {"outfit_id", Column::kId},  {"set_id", Column::kId},
      {"outfit", Column::kId},      {"item", Column::kItem},     {"items_category", Column::kItem},
      {"category", Column::kItem},  {"type", Column::kType},     {"wearing", Column::kSlot},
      {"hat", Column::kSlot},       {"main_top", Column::kSlot}, {"inner_top", Column::kSlot},
      {"bottom", Column::kSlot},    {"shoes", Column::kSlot},    {"outer", Column::kSlot},
      {"top", Column::kSlot},       {"dress", Column::kSlot},    {"bag", Column::kSlot},
      {"accessory", Column::kSlot}, {"scarf", Column::kSlot},    {"socks", Column::kSlot},
      {"belt", Column::kSlot},      {"glasses", Column::kSlot},  {"jewellery", Column::kSlot},
  };
  const auto found = kColumns.find(name);
  return found == kColumns.end() ? Column::kUnknown : found->second;
}

std::string column_name(std::string_view cell) {
  std::string name = utf8_caseless(clean_word(cell));
  for (char& c : name) {
    if (c == '-' || c == ' ') c = '_';
  }
  return name;
}

/// What the columns are.
struct Header {
  std::vector<std::string> names;
  std::vector<Column> columns;
  bool is_written = true;  ///< the first row

  std::optional<std::size_t> find(Column wanted) const {
    const auto found = std::find(columns.begin(), columns.end(), wanted);
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
  }
  /// A row an item, not an outfit.
  bool is_by_items() const { return find(Column::kItem) && find(Column::kId); }
};

/// Nothing when the row cannot be one of an outfit table.
std::optional<Header> header_of(const CsvRow& first) {
  Header header;
  for (const std::string& cell : first.cells) {
    header.names.push_back(column_name(cell));
    header.columns.push_back(column_of(header.names.back()));
  }
  const auto slots = std::count(header.columns.begin(), header.columns.end(), Column::kSlot);
  if (header.is_by_items() || slots >= 2) return header;
  const bool knows_none = std::all_of(header.columns.begin(), header.columns.end(),
                                      [](Column column) { return column == Column::kUnknown; });
  // A first item may be called like a column of places: 1,top
  const bool is_data = knows_none || (header.columns.front() == Column::kUnknown && slots == 1);
  if (!is_data || first.cells.size() < 2 || first.cells.size() > 3) return std::nullopt;
  header.names = {"id", "item", "type"};
  header.columns = {Column::kId, Column::kItem, Column::kType};
  header.is_written = false;
  return header;
}

/// A column that is not known, or that comes twice, is told and left out.
void check_columns(Header& header, int line, OutfitRows& rows) {
  const Header written = header;
  for (std::size_t i = 0; i < written.columns.size(); ++i) {
    const Column column = written.columns[i];
    const bool suits =
        column == Column::kId ||
        (written.is_by_items() ? column == Column::kItem || column == Column::kType : column == Column::kSlot);
    const auto own = written.names.begin() + static_cast<std::ptrdiff_t>(i);
    const bool repeated =
        std::find(written.names.begin(), own, *own) != own || (column != Column::kSlot && written.find(column) != i);
    if (suits && !repeated) continue;
    header.columns[i] = Column::kUnknown;
    if (own->empty()) continue;
    rows.warn("outfit_column_unknown", {"outfit_table.column_unknown",
                                        "row {0}: the column '{1}' says nothing of an outfit here; it is left out",
                                        {line, *own}});
  }
}

std::string_view cell(const CsvRow& row, std::optional<std::size_t> column) {
  return column && *column < row.cells.size() ? std::string_view(row.cells[*column]) : std::string_view();
}

void warn_of_length(const CsvRow& row, const Header& header, OutfitRows& rows) {
  if (row.cells.size() <= header.columns.size()) return;  // programs leave empty cells at the end away
  rows.warn("outfit_row_long", {"outfit_table.row_long",
                                "row {0}: {1|cell}, but the table has {2}; the rest is left out",
                                {row.line, row.cells.size(), header.columns.size()}});
}

/// A row an outfit.
void read_wide(const std::vector<CsvRow>& table, const Header& header, OutfitRows& rows) {
  const auto id = header.find(Column::kId);
  for (std::size_t i = 1; i < table.size(); ++i) {
    const CsvRow& row = table[i];
    warn_of_length(row, header, rows);
    TableOutfit outfit;
    outfit.row = row.line;
    outfit.id = id ? std::string(cell(row, id)) : "row " + std::to_string(row.line);
    for (std::size_t j = 0; j < header.columns.size(); ++j) {
      if (header.columns[j] == Column::kSlot) rows.add_item(outfit, row.line, cell(row, j), header.names[j]);
    }
    rows.add(std::move(outfit));
  }
}

/// A row an item; those of one outfit need not stand together.
void read_long(const std::vector<CsvRow>& table, const Header& header, OutfitRows& rows) {
  std::vector<TableOutfit> outfits;
  std::map<std::string, std::size_t> by_id;
  for (std::size_t i = header.is_written ? 1 : 0; i < table.size(); ++i) {
    const CsvRow& row = table[i];
    warn_of_length(row, header, rows);
    const std::string id = clean_word(cell(row, header.find(Column::kId)));
    if (id.empty()) {
      rows.warn(
          "outfit_without_id",
          {"outfit_table.item_without_id", "row {0}: an item without the id of its outfit is left out", {row.line}});
      continue;
    }
    const auto [known, is_new] = by_id.emplace(id, outfits.size());
    if (is_new) outfits.push_back({id, {}, row.line});
    const std::string_view item = cell(row, header.find(Column::kItem));
    if (clean_word(item).empty()) {
      rows.warn("outfit_item_unreadable", {"outfit_table.item_missing", "row {0}: there is no item in it", {row.line}});
      continue;
    }
    rows.add_item(outfits[known->second], row.line, item, cell(row, header.find(Column::kType)));
  }
  for (TableOutfit& outfit : outfits) rows.add(std::move(outfit));
}

}  // namespace

bool looks_like_outfit_csv(std::string_view bytes) {
  std::string_view first;
  do {
    if (!take_line(bytes, first)) return false;
  } while (clean_word(first).empty());
  const auto rows = read_csv_rows(first);
  const std::optional<Header> header = rows.ok() && !rows->empty() ? header_of(rows->front()) : std::nullopt;
  return header && header->is_written;
}

Result<OutfitTable> read_outfit_csv(std::string_view bytes, const CategoryNames& names) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<CsvRow> table, read_csv_rows(bytes));
  std::optional<Header> header = table.empty() ? std::nullopt : header_of(table.front());
  if (!header) {
    return Error{ErrorCode::kCorrupt, "outfit_table.no_table",
                 "this is no table of outfits: it has neither the columns outfit_id and item nor two of wearing, hat, "
                 "main_top, inner_top, bottom, shoes"};
  }
  OutfitRows rows(names);
  if (header->is_written) check_columns(*header, table.front().line, rows);
  header->is_by_items() ? read_long(table, *header, rows) : read_wide(table, *header, rows);
  return rows.finish();
}

}  // namespace jaedan::labeling
