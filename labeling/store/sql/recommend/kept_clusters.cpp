#include "labeling/store/sql/recommend/kept_clusters.h"

#include <algorithm>

#include "labeling/store/byte_codec.h"
#include "labeling/store/program.h"
#include "labeling/store/recommend/recommend_json.h"
#include "labeling/store/recommend/recommend_rules.h"
#include "labeling/store/sql/change_log.h"

namespace jaedan::labeling::sql {
namespace {

void delete_clusters(Connection& connection, int part, long long model) {
  connection.session() << "delete from garment_cluster where set_id in"
                          " (select id from cluster_set where part = :part and model_id = :model)",
      soci::use(part), soci::use(model);
  connection.session() << "delete from cluster_set where part = :part and model_id = :model", soci::use(part),
      soci::use(model);
}

void insert_clusters(Connection& connection, long long set, const std::vector<KeptCluster>& clusters) {
  int position = 0;
  long long size = 0;
  std::string centroid;
  std::string name;
  std::string representatives;
  soci::statement insert =
      (connection.session().prepare
           << "insert into garment_cluster(set_id, position, size, centroid, name, representatives)"
              " values(:set, :position, :size, :centroid, :name, :representatives)",
       soci::use(set), soci::use(position), soci::use(size), soci::use(centroid), soci::use(name),
       soci::use(representatives));
  for (const KeptCluster& cluster : clusters) {
    ++position;
    size = cluster.size;
    centroid = text_from_floats(cluster.centroid);
    name = cluster_name_to_json(cluster.name);
    representatives = representatives_to_json(cluster.representatives);
    insert.execute(true);
  }
}

Result<std::vector<KeptCluster>> clusters_of_set(Connection& connection, long long set) {
  std::vector<KeptCluster> clusters;
  long long size = 0;
  std::string centroid;
  std::string name;
  std::string representatives;
  soci::statement select =
      (connection.session().prepare << "select size, centroid, name, representatives from garment_cluster"
                                       " where set_id = :set order by position",
       soci::use(set), soci::into(size), soci::into(centroid), soci::into(name), soci::into(representatives));
  select.execute();
  while (select.fetch()) {
    KeptCluster& cluster = clusters.emplace_back();
    cluster.size = size;
    JAEDAN_ASSIGN_OR_RETURN(cluster.centroid, floats_from_text(centroid));
    JAEDAN_ASSIGN_OR_RETURN(cluster.name, cluster_name_from_json(name));
    JAEDAN_ASSIGN_OR_RETURN(cluster.representatives, representatives_from_json(representatives));
  }
  return clusters;
}

}  // namespace

Status save_clusters(Connection& connection, const KeptClusters& clusters, const ChangeNote& note) {
  soci::session& session = connection.session();
  const std::string at = utc_now();
  const int part = static_cast<int>(clusters.part);
  const long long model = connection.words().author(session, clusters.model_id);
  const long long who = connection.words().author(session, note.who);
  delete_clusters(connection, part, model);
  const long long garments = clusters.garments;
  const int k_given = clusters.k_given ? 1 : 0;
  long long set = 0;
  session << "insert into cluster_set(part, model_id, at, who_id, garments, k_given, silhouette)"
             " values(:part, :model, :at, :who, :garments, :given, :silhouette) returning id",
      soci::use(part), soci::use(model), soci::use(at), soci::use(who), soci::use(garments), soci::use(k_given),
      soci::use(clusters.silhouette), soci::into(set);
  insert_clusters(connection, set, clusters.clusters);
  write_log(connection, {SubjectKind::kSetting, kClustersSetting}, note, 0, clusters_content(clusters), at);
  return {};
}

Result<std::vector<KeptClusters>> kept_clusters(Connection& connection) {
  std::vector<std::pair<long long, KeptClusters>> sets;
  {
    KeptClusters row;
    long long id = 0;
    int part = 0;
    long long garments = 0;
    int k_given = 0;
    soci::statement select =
        (connection.session().prepare
             << "select c.id, c.part, m.name, c.at, w.name, c.garments, c.k_given, c.silhouette from cluster_set c"
                " join author m on m.id = c.model_id join author w on w.id = c.who_id order by c.part, m.name",
         soci::into(id), soci::into(part), soci::into(row.model_id), soci::into(row.at), soci::into(row.who),
         soci::into(garments), soci::into(k_given), soci::into(row.silhouette));
    select.execute();
    while (select.fetch()) {
      row.part = static_cast<Part>(part);
      row.garments = garments;
      row.k_given = k_given != 0;
      sets.emplace_back(id, row);
    }
  }
  std::vector<KeptClusters> all;
  for (auto& [id, kept] : sets) {
    JAEDAN_ASSIGN_OR_RETURN(kept.clusters, clusters_of_set(connection, id));
    // Whoever uses them relies on what a store refuses to take in.
    if (const Status fit = check_storable(kept); !fit.ok()) return Error{ErrorCode::kCorrupt, fit.error().message};
    all.push_back(std::move(kept));
  }
  return all;
}

}  // namespace jaedan::labeling::sql
