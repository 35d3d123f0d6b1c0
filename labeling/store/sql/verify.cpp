#include "labeling/store/sql/verify.h"

#include "labeling/store/annotation_json.h"
#include "labeling/store/byte_codec.h"
#include "labeling/store/sql/annotations.h"
#include "labeling/store/sql/counts/count_log.h"
#include "labeling/store/sql/photo_data.h"
#include "labeling/store/sql/quality/measure_rows.h"
#include "labeling/store/sql/recommend/recommend_tables.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling::sql {
namespace {

constexpr std::size_t kMostProblems = 1000;

/// Collects sentences up to the limit.
class Problems {
 public:
  bool full() const { return list_.size() >= kMostProblems; }
  void add(Message problem) {
    if (!full()) list_.push_back(std::move(problem));
  }
  void add(long long photo, Message what) {
    add(in_context({"photo.numbered", "photo {0}", {photo}}, std::move(what)));
  }
  std::vector<Message> take() {
    if (full()) list_.push_back({"store.more_problems", "… and perhaps more: the search stopped here"});
    return std::move(list_);
  }

 private:
  std::vector<Message> list_;
};

/// What a photo's row says of the rest.
struct Summary {
  long long photo = 0;
  long long revision = 0;
  int garment_count = 0;
  int unseen_count = 0;
  int part_mask = 0;
  int has_prediction = 0;
  double worst_score = 0;
};

/// Photos of which something is said anywhere; the others, most of a fresh project, have nothing to check.
std::vector<Summary> summaries_to_check(soci::session& session) {
  std::vector<Summary> summaries;
  Summary row;
  soci::statement select =
      (session.prepare
           << "select id, revision, garment_count, unseen_count, part_mask, has_prediction, worst_score from photo p"
              " where revision <> 0 or garment_count <> 0 or part_mask <> 0 or has_prediction <> 0 or worst_score <> 1"
              " or exists (select 1 from garment g where g.photo_id = p.id)"
              " or exists (select 1 from attribute_value v where v.photo_id = p.id)"
              " or exists (select 1 from change_log l where l.photo_id = p.id)"
              " or exists (select 1 from prediction q where q.photo_id = p.id) order by id",
       soci::into(row.photo), soci::into(row.revision), soci::into(row.garment_count), soci::into(row.unseen_count),
       soci::into(row.part_mask), soci::into(row.has_prediction), soci::into(row.worst_score));
  select.execute();
  while (select.fetch()) summaries.push_back(row);
  return summaries;
}

void check_log(soci::session& session, const Summary& summary, const Annotation& annotation, Problems& problems) {
  long long records = 0;
  long long last = 0;
  session << "select count(revision), coalesce(max(revision), 0) from change_log where photo_id = :photo",
      soci::use(summary.photo), soci::into(records), soci::into(last);
  if (records != summary.revision || last != summary.revision) {
    problems.add(summary.photo, {"store.log_length",
                                 "the change log has {0|record} up to revision {1}, the photo is at revision {2}",
                                 {records, last, summary.revision}});
    return;
  }
  if (records == 0) return;
  std::string after;
  session << "select after from change_log where photo_id = :photo and revision = :revision", soci::use(summary.photo),
      soci::use(last), soci::into(after);
  const Result<Annotation> logged = annotation_from_json(after);
  if (!logged.ok()) {
    problems.add(summary.photo,
                 {"store.log_unreadable", "the change log's last record: {0}", {logged.error().message}});
  } else if (*logged != annotation) {
    problems.add(summary.photo, {"store.log_differs", "the labels are not what the change log's last record says"});
  }
}

void check_annotation(Connection& connection, const Summary& summary, Problems& problems) {
  const Result<Annotation> loaded = annotation(connection, PhotoId{summary.photo});
  if (!loaded.ok()) return problems.add(loaded.error().message);
  int part_mask = 0;
  for (const Garment& garment : loaded->garments) part_mask |= 1 << static_cast<int>(garment.part);
  const Origins origins = origins_of(*loaded);
  if (origins.garments != summary.garment_count || origins.unseen != summary.unseen_count ||
      part_mask != summary.part_mask) {
    problems.add(summary.photo, {"store.summary_differs", "the list's summary does not fit the garments"});
  }
  check_log(connection.session(), summary, *loaded, problems);
}

void check_prediction(Connection& connection, const Summary& summary, Problems& problems) {
  const Result<std::optional<Prediction>> loaded = prediction(connection, PhotoId{summary.photo});
  if (!loaded.ok()) return problems.add(loaded.error().message);
  const double worst = *loaded ? worst_score_of(**loaded) : 1.0;
  if (loaded->has_value() != (summary.has_prediction != 0) || worst != summary.worst_score) {
    problems.add(summary.photo, {"store.score_differs", "the list's score does not fit the prediction"});
  }
}

/// Reads every row of `column` in `table`.
template <typename Decode>
void check_column(soci::session& session, const std::string& table, const std::string& column, Decode decode,
                  Problems& problems) {
  long long photo = 0;
  std::string text;
  soci::statement select =
      (session.prepare << "select photo_id, " << column << " from " << table, soci::into(photo), soci::into(text));
  select.execute();
  while (select.fetch() && !problems.full()) {
    if (const auto decoded = decode(text); !decoded.ok()) {
      problems.add(photo, in_context(table, decoded.error().message));
    }
  }
}

}  // namespace

Result<std::vector<Message>> verify(Connection& connection) {
  Problems problems;
  soci::session& session = connection.session();
  for (Message& problem : connection.dialect().integrity_problems(session)) problems.add(std::move(problem));
  for (const Summary& summary : summaries_to_check(session)) {
    if (problems.full()) break;
    check_annotation(connection, summary, problems);
    check_prediction(connection, summary, problems);
  }
  check_column(session, kEditHistory, "bytes", bytes_from_text, problems);
  check_column(session, kBegunShape, "bytes", bytes_from_text, problems);
  check_column(session, "answer", "content", annotation_from_json, problems);
  check_column(session, "answer", "history", bytes_from_text, problems);
  check_column(session, "control", "start", annotation_from_json, problems);
  check_column(session, "control", "truth", annotation_from_json, problems);
  check_column(session, kSourceFile, "bytes", bytes_from_text, problems);
  check_column(session, "embedding", "vector", floats_from_text, problems);
  for (Message& problem : count_problems(connection)) problems.add(std::move(problem));
  for (Message& problem : measure_problems(connection)) problems.add(std::move(problem));
  for (Message& problem : recommender_problems(connection)) problems.add(std::move(problem));
  return problems.take();
}

}  // namespace jaedan::labeling::sql
