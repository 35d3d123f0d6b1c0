#include "labeling/store/sql/recommend/outfit_rows.h"

#include <optional>

#include "labeling/store/program.h"
#include "labeling/store/recommend/recommend_json.h"
#include "labeling/store/recommend/recommend_rules.h"
#include "labeling/store/sql/change_log.h"

namespace jaedan::labeling::sql {
namespace {

std::optional<long long> id_of_table(Connection& connection, const std::string& table) {
  long long id = 0;
  connection.session() << "select id from outfit_table where name = :name", soci::use(table), soci::into(id);
  if (!connection.session().got_data()) return std::nullopt;
  return id;
}

void delete_table(Connection& connection, long long id) {
  connection.session() << "delete from table_outfit where table_id = :id", soci::use(id);
  connection.session() << "delete from outfit_table where id = :id", soci::use(id);
}

void insert_outfits(Connection& connection, long long table, const std::vector<TableOutfit>& outfits) {
  int position = 0;
  int line = 0;
  std::string outfit_id;
  std::string items;
  soci::statement insert =
      (connection.session().prepare << "insert into table_outfit(table_id, position, outfit_id, line, items)"
                                       " values(:table, :position, :outfit, :line, :items)",
       soci::use(table), soci::use(position), soci::use(outfit_id), soci::use(line), soci::use(items));
  for (const TableOutfit& outfit : outfits) {
    ++position;
    outfit_id = outfit.id;
    line = outfit.row;
    items = items_to_json(outfit.items);
    insert.execute(true);
  }
}

}  // namespace

Status save_outfits(Connection& connection, const std::string& table, const std::vector<TableOutfit>& outfits,
                    const ChangeNote& note) {
  if (const auto old = id_of_table(connection, table)) delete_table(connection, *old);
  const std::string at = utc_now();
  const long long who = connection.words().author(connection.session(), note.who);
  const auto count = static_cast<long long>(outfits.size());
  const long long items = count_items(outfits);
  long long id = 0;
  connection.session() << "insert into outfit_table(name, at, who_id, outfits, items)"
                          " values(:name, :at, :who, :outfits, :items) returning id",
      soci::use(table), soci::use(at), soci::use(who), soci::use(count), soci::use(items), soci::into(id);
  insert_outfits(connection, id, outfits);
  write_log(connection, {SubjectKind::kSetting, kOutfitsSetting}, note, 0, outfits_content(table, outfits), at);
  return {};
}

std::vector<KeptOutfitTable> outfit_tables(Connection& connection) {
  std::vector<KeptOutfitTable> tables;
  KeptOutfitTable row;
  long long outfits = 0;
  long long items = 0;
  soci::statement select =
      (connection.session().prepare << "select t.name, t.at, a.name, t.outfits, t.items from outfit_table t"
                                       " join author a on a.id = t.who_id order by t.name",
       soci::into(row.name), soci::into(row.at), soci::into(row.who), soci::into(outfits), soci::into(items));
  select.execute();
  while (select.fetch()) {
    row.outfits = outfits;
    row.items = items;
    tables.push_back(row);
  }
  return tables;
}

Result<std::vector<TableOutfit>> outfits_of_table(Connection& connection, const std::string& table) {
  const std::optional<long long> id = id_of_table(connection, table);
  if (!id) return outfit_table_unknown(table);
  std::vector<TableOutfit> outfits;
  TableOutfit row;
  std::string items;
  soci::statement select =
      (connection.session().prepare << "select outfit_id, line, items from table_outfit where table_id = :id"
                                       " order by position",
       soci::use(*id), soci::into(row.id), soci::into(row.row), soci::into(items));
  select.execute();
  while (select.fetch()) {
    JAEDAN_ASSIGN_OR_RETURN(row.items, items_from_json(items));
    outfits.push_back(row);
  }
  return outfits;
}

Status remove_outfits(Connection& connection, const std::string& table, const ChangeNote& note) {
  const std::optional<long long> id = id_of_table(connection, table);
  if (!id) return outfit_table_unknown(table);
  delete_table(connection, *id);
  write_log(connection, {SubjectKind::kSetting, kOutfitsSetting}, note, outfits_removed_content(table));
  return {};
}

}  // namespace jaedan::labeling::sql
