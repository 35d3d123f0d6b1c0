#include "labeling/store/annotation_json.h"
#include "labeling/store/region_codec.h"
#include "labeling/store/sql/annotations.h"
#include "labeling/store/sql/change_log.h"
#include "labeling/store/sql/photos.h"

namespace jaedan::labeling::sql {
namespace {

/// The name behind a column that is null for nobody.
std::string name_of(const std::string& column) {
  return "coalesce((select name from author where id = " + column + "), '')";
}

Result<std::vector<Garment>> load_garments(Connection& connection, long long photo_key) {
  std::vector<Garment> garments;
  Garment row;
  long long garment_id = 0;
  int part = 0;
  int source = 0;
  int locked = 0;
  int hidden = 0;
  std::string region;
  std::string rect;
  soci::statement select =
      (connection.session().prepare
           << "select g.garment_id, g.part, g.region, g.region_source, a.name, g.region_score, g.rect, g.locked,"
              " g.hidden, "
           << name_of("g.region_confirmed_by_id") << ", " << name_of("g.accepted_by_id") << ", "
           << name_of("g.looked_by_id") << ", " << name_of("g.approved_by_id")
           << " from garment g join author a on a.id = g.region_author_id"
              " where g.photo_id = :photo order by g.position",
       soci::use(photo_key), soci::into(garment_id), soci::into(part), soci::into(region), soci::into(source),
       soci::into(row.region_provenance.author), soci::into(row.region_provenance.score), soci::into(rect),
       soci::into(locked), soci::into(hidden), soci::into(row.region_provenance.confirmed_by),
       soci::into(row.handling.accepted_by), soci::into(row.handling.looked_by), soci::into(row.handling.approved_by));
  select.execute();
  while (select.fetch()) {
    Garment& garment = garments.emplace_back(row);
    garment.id = GarmentId{garment_id};
    garment.part = static_cast<Part>(part);
    garment.region_provenance.source = static_cast<Source>(source);
    garment.locked = locked != 0;
    garment.hidden = hidden != 0;
    JAEDAN_ASSIGN_OR_RETURN(garment.region, region_from_text(region));
    if (!rect.empty()) {
      JAEDAN_ASSIGN_OR_RETURN(garment.rect, rect_from_text(rect));
    }
  }
  return garments;
}

/// Puts every value of the photo where it belongs.
Status load_values(Connection& connection, long long photo_key, Annotation& annotation) {
  AttributeValue row;
  long long garment_id = 0;
  int source = 0;
  std::string alternatives;
  soci::statement select = (connection.session().prepare
                                << "select v.garment_id, t.attribute, t.value, v.spelling, v.source, a.name, v.score, "
                                << name_of("v.confirmed_by_id")
                                << ", v.alternatives from attribute_value v join term t on t.id = v.term_id join "
                                   "author a on a.id = v.author_id"
                                   " where v.photo_id = :photo order by v.garment_id, v.position",
                            soci::use(photo_key), soci::into(garment_id), soci::into(row.attribute),
                            soci::into(row.value), soci::into(row.spelling), soci::into(source),
                            soci::into(row.provenance.author), soci::into(row.provenance.score),
                            soci::into(row.provenance.confirmed_by), soci::into(alternatives));
  select.execute();
  while (select.fetch()) {
    row.provenance.source = static_cast<Source>(source);
    JAEDAN_ASSIGN_OR_RETURN(row.alternatives, alternatives_from_json(alternatives));
    if (garment_id == 0) {
      annotation.image_attributes.push_back(row);
    } else if (Garment* garment = find_garment(annotation, GarmentId{garment_id})) {
      garment->attributes.push_back(row);
    } else {
      return Error{ErrorCode::kCorrupt,
                   "store.value_without_garment",
                   "a value of {0} belongs to garment {1}, which is not there",
                   {row.attribute, garment_id}};
    }
  }
  return {};
}

}  // namespace

Result<Annotation> annotation(Connection& connection, PhotoId id) {
  Annotation annotation;
  annotation.photo = id;
  const long long key = id.value;
  long long revision = 0;
  int state = 0;
  connection.session() << "select revision, state from photo where id = :id", soci::use(key), soci::into(revision),
      soci::into(state);
  if (!connection.session().got_data()) return no_such_photo(id);
  annotation.revision = revision;
  annotation.state = static_cast<WorkflowState>(state);
  const auto named = [&](const Error& error) {
    return error.with_context({"photo.numbered", "photo {0}", {id.value}});
  };

  Result<std::vector<Garment>> garments = load_garments(connection, key);
  if (!garments.ok()) return named(garments.error());
  annotation.garments = std::move(garments).value();
  if (const Status status = load_values(connection, key, annotation); !status.ok()) return named(status.error());
  return annotation;
}

Result<std::vector<ChangeRecord>> changes(Connection& connection, PhotoId id) {
  JAEDAN_RETURN_IF_ERROR(require_photo(connection, id));
  std::vector<ChangeRecord> records;
  LogRow row;
  const long long photo_key = id.value;
  soci::statement select(connection.session());
  select.exchange(soci::use(photo_key));
  row.bind(select);
  select.alloc();
  select.prepare(LogRow::select() + " where l.photo_id = :photo and l.revision > 0 order by l.revision");
  select.define_and_bind();
  select.execute();
  while (select.fetch()) {
    ChangeRecord record{row.take(), records.empty() ? std::string() : records.back().after};
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace jaedan::labeling::sql
