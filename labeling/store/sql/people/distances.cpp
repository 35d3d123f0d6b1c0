#include "labeling/store/sql/people/distances.h"

#include "labeling/store/sql/photos.h"

namespace jaedan::labeling::sql {
namespace {

/// A row of `proposal_distance` in SOCI's types.
struct DistanceRow {
  long long number = 0;
  long long photo = 0;
  long long user = 0;
  int stage = 0;
  std::string at;
  std::string model;
  long long proposed = 0;
  long long kept = 0;
  long long redrawn = 0;
  long long removed = 0;
  long long added = 0;
  double iou_sum = 0;
  long long labels_proposed = 0;
  long long labels_kept = 0;
  long long labels_changed = 0;
  long long labels_added = 0;

  SubmittedDistance whole() const {
    SubmittedDistance whole;
    whole.number = number;
    whole.photo = PhotoId{photo};
    whole.user = UserId{user};
    whole.stage = static_cast<Stage>(stage);
    whole.at = at;
    whole.model = model;
    whole.distance = {proposed,        kept,        redrawn,        removed,     added, iou_sum,
                      labels_proposed, labels_kept, labels_changed, labels_added};
    return whole;
  }
};

}  // namespace

Status add_distance(Connection& connection, const SubmittedDistance& submitted) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, submitted.photo));
  const ProposalDistance& distance = submitted.distance;
  DistanceRow row;
  row.photo = submitted.photo.value;
  row.user = submitted.user.value;
  row.stage = static_cast<int>(submitted.stage);
  row.at = submitted.at;
  row.model = submitted.model;
  row.proposed = distance.proposed;
  row.kept = distance.kept;
  row.redrawn = distance.redrawn;
  row.removed = distance.removed;
  row.added = distance.added;
  row.iou_sum = distance.iou_sum;
  row.labels_proposed = distance.labels_proposed;
  row.labels_kept = distance.labels_kept;
  row.labels_changed = distance.labels_changed;
  row.labels_added = distance.labels_added;
  connection.session() << "insert into proposal_distance(photo_id, user_id, stage, at, model, proposed, kept, redrawn,"
                          " removed, added, iou_sum, labels_proposed, labels_kept, labels_changed, labels_added)"
                          " values(:photo, :person, :stage, :at, :model, :proposed, :kept, :redrawn, :removed, :added,"
                          " :iou, :labels_proposed, :labels_kept, :labels_changed, :labels_added)",
      soci::use(row.photo), soci::use(row.user), soci::use(row.stage), soci::use(row.at), soci::use(row.model),
      soci::use(row.proposed), soci::use(row.kept), soci::use(row.redrawn), soci::use(row.removed),
      soci::use(row.added), soci::use(row.iou_sum), soci::use(row.labels_proposed), soci::use(row.labels_kept),
      soci::use(row.labels_changed), soci::use(row.labels_added);
  return {};
}

Result<std::vector<SubmittedDistance>> distances(Connection& connection, std::int64_t after, int limit) {
  const long long behind = after;
  DistanceRow row;
  soci::statement select =
      (connection.session().prepare
           << "select id, photo_id, user_id, stage, at, model, proposed, kept, redrawn, removed, added, iou_sum,"
              " labels_proposed, labels_kept, labels_changed, labels_added from proposal_distance"
              " where id > :after order by id limit :most",
       soci::use(behind), soci::use(limit), soci::into(row.number), soci::into(row.photo), soci::into(row.user),
       soci::into(row.stage), soci::into(row.at), soci::into(row.model), soci::into(row.proposed), soci::into(row.kept),
       soci::into(row.redrawn), soci::into(row.removed), soci::into(row.added), soci::into(row.iou_sum),
       soci::into(row.labels_proposed), soci::into(row.labels_kept), soci::into(row.labels_changed),
       soci::into(row.labels_added));
  select.execute();
  std::vector<SubmittedDistance> found;
  while (select.fetch()) found.push_back(row.whole());
  return found;
}

}  // namespace jaedan::labeling::sql
