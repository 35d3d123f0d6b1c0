#include <utility>

#include "labeling/store/annotation_json.h"
#include "labeling/store/counts/record_facts.h"
#include "labeling/store/program.h"
#include "labeling/store/region_codec.h"
#include "labeling/store/sql/annotations.h"
#include "labeling/store/sql/change_log.h"
#include "labeling/store/sql/people/tasks.h"
#include "labeling/store/sql/photos.h"
#include "labeling/store/sql/quality/measures.h"

namespace jaedan::labeling::sql {
namespace {

/// Where it stands, and what changed it last, for the sentence of a conflict.
struct StoredState {
  long long revision = 0;
  int state = 0;
  std::string worker;
  std::string changed_at;
};

Result<StoredState> stored_state(Connection& connection, PhotoId id) {
  StoredState state;
  const long long key = id.value;
  connection.session() << "select p.revision, p.state, coalesce(a.name, ''), p.changed_at from photo p"
                          " left join author a on a.id = p.worker_id where p.id = :id",
      soci::use(key), soci::into(state.revision), soci::into(state.state), soci::into(state.worker),
      soci::into(state.changed_at);
  if (!connection.session().got_data()) return no_such_photo(id);
  return state;
}

/// What counts of the annotation that is stored; nothing of one that cannot be read: new labels do not wait for it.
RecordFacts facts_of_stored(Connection& connection, PhotoId id, std::int64_t revision) {
  if (revision == 0) return {};
  const Result<Annotation> stored = annotation(connection, id);
  return stored.ok() ? record_facts(*stored) : RecordFacts{};
}

Error conflict(const Annotation& annotation, const StoredState& stored) {
  return {ErrorCode::kConflict,
          "store.photo_changed_by",
          "photo {0} was changed by '{1}' at {2} (revision {3}, yours started from {4}); load it again",
          {annotation.photo.value, stored.worker, stored.changed_at, stored.revision, annotation.revision}};
}

int part_mask_of(const Annotation& annotation) {
  int mask = 0;
  for (const Garment& garment : annotation.garments) mask |= 1 << static_cast<int>(garment.part);
  return mask;
}

/// Takes the next revision. False when somebody else has it: the condition, not a lock, decides, so this
/// holds on any database.
bool take_revision(Connection& connection, const Annotation& annotation, const std::string& who,
                   const std::string& now) {
  const long long key = annotation.photo.value;
  const long long revision = annotation.revision;
  const int state = static_cast<int>(annotation.state);
  const int garment_count = static_cast<int>(annotation.garments.size());
  const int part_mask = part_mask_of(annotation);
  const int unseen_count = static_cast<int>(origins_of(annotation).unseen);
  const long long worker = connection.words().author(connection.session(), who);
  soci::statement update =
      (connection.session().prepare
           << "update photo set state = :state, revision = revision + 1, garment_count = :garments,"
              " part_mask = :parts, unseen_count = :unseen, worker_id = :worker, changed_at = :at,"
              " claim = case when claim = :held then 0 else claim end"
           << (annotation.state == WorkflowState::kReturned ? "" : ", returned_stage = -1")
           << " where id = :id and revision = :revision",
       soci::use(state), soci::use(garment_count), soci::use(part_mask), soci::use(unseen_count), soci::use(worker),
       soci::use(now), soci::use(kHeldBySample), soci::use(key), soci::use(revision));
  update.execute(true);
  return update.get_affected_rows() == 1;
}

/// The name's key for a column that is null for nobody. Its parts are bound to a statement: they stay where they are.
struct NameKey {
  long long id = 0;
  soci::indicator known = soci::i_null;

  void set(Connection& connection, const std::string& name) {
    known = name.empty() ? soci::i_null : soci::i_ok;
    id = name.empty() ? 0 : connection.words().author(connection.session(), name);
  }
};

void insert_garments(Connection& connection, const Annotation& annotation) {
  soci::session& session = connection.session();
  const long long photo_key = annotation.photo.value;
  long long garment_id = 0;
  int position = 0;
  int part = 0;
  std::string region;
  int source = 0;
  long long author = 0;
  double score = 0;
  std::string rect;
  int locked = 0;
  int hidden = 0;
  NameKey confirmed_by;
  NameKey accepted_by;
  NameKey looked_by;
  NameKey approved_by;
  soci::statement insert =
      (session.prepare
           << "insert into garment(photo_id, garment_id, position, part, region, region_source,"
              " region_author_id, region_score, rect, locked, hidden, region_confirmed_by_id, accepted_by_id,"
              " looked_by_id, approved_by_id) values(:photo, :garment, :position, :part, :region, :source,"
              " :author, :score, :rect, :locked, :hidden, :confirmed, :accepted, :looked, :approved)",
       soci::use(photo_key), soci::use(garment_id), soci::use(position), soci::use(part), soci::use(region),
       soci::use(source), soci::use(author), soci::use(score), soci::use(rect), soci::use(locked), soci::use(hidden),
       soci::use(confirmed_by.id, confirmed_by.known), soci::use(accepted_by.id, accepted_by.known),
       soci::use(looked_by.id, looked_by.known), soci::use(approved_by.id, approved_by.known));
  for (const Garment& garment : annotation.garments) {
    garment_id = garment.id.value;
    part = static_cast<int>(garment.part);
    region = region_to_text(garment.region);
    source = static_cast<int>(garment.region_provenance.source);
    author = connection.words().author(session, garment.region_provenance.author);
    score = garment.region_provenance.score;
    rect = garment.rect ? rect_to_text(*garment.rect) : std::string();
    locked = garment.locked;
    hidden = garment.hidden;
    confirmed_by.set(connection, garment.region_provenance.confirmed_by);
    accepted_by.set(connection, garment.handling.accepted_by);
    looked_by.set(connection, garment.handling.looked_by);
    approved_by.set(connection, garment.handling.approved_by);
    insert.execute(true);
    ++position;
  }
}

void insert_values(Connection& connection, const Annotation& annotation) {
  soci::session& session = connection.session();
  const long long photo_key = annotation.photo.value;
  long long garment_id = 0;
  int position = 0;
  long long term = 0;
  std::string spelling;
  int source = 0;
  long long author = 0;
  double score = 0;
  NameKey confirmed_by;
  std::string alternatives;
  soci::statement insert =
      (session.prepare << "insert into attribute_value(photo_id, garment_id, position, term_id, spelling, source,"
                          " author_id, score, confirmed_by_id, alternatives) values(:photo, :garment, :position, :term,"
                          " :spelling, :source, :author, :score, :confirmed, :alternatives)",
       soci::use(photo_key), soci::use(garment_id), soci::use(position), soci::use(term), soci::use(spelling),
       soci::use(source), soci::use(author), soci::use(score), soci::use(confirmed_by.id, confirmed_by.known),
       soci::use(alternatives));
  const auto insert_all = [&](GarmentId owner, const AttributeValues& values) {
    garment_id = owner.value;
    position = 0;
    for (const AttributeValue& value : values) {
      term = connection.words().term(session, value.attribute, value.value);
      spelling = value.spelling;
      source = static_cast<int>(value.provenance.source);
      author = connection.words().author(session, value.provenance.author);
      score = value.provenance.score;
      confirmed_by.set(connection, value.provenance.confirmed_by);
      alternatives = alternatives_to_json(value.alternatives);
      insert.execute(true);
      ++position;
    }
  };
  insert_all(GarmentId{}, annotation.image_attributes);
  for (const Garment& garment : annotation.garments) insert_all(garment.id, garment.attributes);
}

/// Vectors of garments that the annotation had and no longer has. Runs while the old garments are there.
void delete_orphaned_vectors(Connection& connection, const Annotation& annotation) {
  const long long photo_key = annotation.photo.value;
  std::vector<long long> gone;
  long long garment_id = 0;
  soci::statement select = (connection.session().prepare << "select garment_id from garment where photo_id = :photo",
                            soci::use(photo_key), soci::into(garment_id));
  select.execute();
  while (select.fetch()) {
    if (!find_garment(annotation, GarmentId{garment_id})) gone.push_back(garment_id);
  }
  for (const long long id : gone) {
    connection.session() << "delete from embedding where photo_id = :photo and garment_id = :garment",
        soci::use(photo_key), soci::use(id);
  }
}

}  // namespace

Result<std::int64_t> save(Connection& connection, const Annotation& annotation, const ChangeNote& note) {
  return save(connection, annotation, note, utc_now());
}

Result<std::int64_t> save(Connection& connection, const Annotation& annotation, const ChangeNote& note,
                          const std::string& now) {
  JAEDAN_ASSIGN_OR_RETURN(const StoredState stored, stored_state(connection, annotation.photo));
  RecordFacts facts_before;
  if (connection.counts_work()) facts_before = facts_of_stored(connection, annotation.photo, stored.revision);
  if (stored.revision != annotation.revision || !take_revision(connection, annotation, note.who, now)) {
    return conflict(annotation, stored);
  }
  delete_orphaned_vectors(connection, annotation);
  const long long photo_key = annotation.photo.value;
  connection.session() << "delete from attribute_value where photo_id = :photo", soci::use(photo_key);
  connection.session() << "delete from garment where photo_id = :photo", soci::use(photo_key);
  insert_garments(connection, annotation);
  insert_values(connection, annotation);

  const bool was_approved = stored.state == static_cast<int>(WorkflowState::kApproved);
  if (connection.counts_work() && (was_approved || annotation.state == WorkflowState::kApproved)) {
    approved_changed(connection, annotation.photo);
  }

  Annotation after = annotation;
  ++after.revision;
  write_log(connection, LogSubject::of_photo(after.photo), note, after.revision, annotation_to_json(after), now,
            std::move(facts_before), record_facts(after));
  if (note.worker) JAEDAN_RETURN_IF_ERROR(note_worker(connection, after.photo, note.worker));
  if (note.ends) JAEDAN_RETURN_IF_ERROR(end_task(connection, note.ends, TaskState::kSubmitted, "", now));
  return after.revision;
}

}  // namespace jaedan::labeling::sql
