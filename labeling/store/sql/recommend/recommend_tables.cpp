#include "labeling/store/sql/recommend/recommend_tables.h"

#include "labeling/store/recommend/recommend_rules.h"
#include "labeling/store/sql/recommend/kept_clusters.h"
#include "labeling/store/sql/recommend/outfit_rows.h"

namespace jaedan::labeling::sql {

std::vector<std::string> tables_of_recommender(const Dialect& dialect) {
  const std::string id = std::string("id ") + dialect.key_type();
  const std::string clustered = dialect.clustered();
  const std::string who = "who_id bigint not null references author(id)";
  return {
      // outfits and items: how many there are.
      "create table outfit_table (" + id + ", name text not null unique, at text not null, " + who +
          ", outfits bigint not null, items bigint not null)",
      // items: store/recommend/recommend_json.h; line: of the file.
      "create table table_outfit (table_id bigint not null references outfit_table(id), position integer not null,"
      " outfit_id text not null, line integer not null, items text not null, primary key (table_id, position))" +
          clustered,

      // garments: of how many the clusters were made.
      "create table cluster_set (" + id +
          ", part integer not null, model_id bigint not null references author(id),"
          " at text not null, " +
          who +
          ", garments bigint not null, k_given integer not null, silhouette double precision not null,"
          " unique (part, model_id))",
      // centroid: store/byte_codec.h; name, representatives: store/recommend/recommend_json.h.
      "create table garment_cluster (set_id bigint not null references cluster_set(id), position integer not null,"
      " size bigint not null, centroid text not null, name text not null, representatives text not null,"
      " primary key (set_id, position))" +
          clustered,
  };
}

std::vector<Message> recommender_problems(Connection& connection) {
  std::vector<Message> problems;
  for (const KeptOutfitTable& table : outfit_tables(connection)) {
    const Message where{"store.outfit_table", "outfits '{0}'", {table.name}};
    const Result<std::vector<TableOutfit>> outfits = outfits_of_table(connection, table.name);
    if (!outfits.ok()) {
      problems.push_back(in_context(where, outfits.error().message));
    } else if (static_cast<std::int64_t>(outfits->size()) != table.outfits || count_items(*outfits) != table.items) {
      problems.push_back(in_context(where, {"store.outfits_missing",
                                            "{0|outfit} of {1} are there; import the table anew",
                                            {outfits->size(), table.outfits}}));
    }
  }
  const Result<std::vector<KeptClusters>> clusters = kept_clusters(connection);
  if (!clusters.ok()) problems.push_back(clusters.error().message);
  return problems;
}

}  // namespace jaedan::labeling::sql
