#include "labeling/store/storable.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "labeling/base/utf8.h"

namespace jaedan::labeling {
namespace {

Error refused(Message why) { return {ErrorCode::kInvalidArgument, std::move(why)}; }

/// What `status` says, with `context` in front.
Status within(const Message& context, const Status& status) {
  return status.ok() ? status : Status(status.error().with_context(context));
}

Status check_text(const std::string& text, const Message& what) {
  if (is_plain_text(text)) return {};
  return refused({"store.not_text", "{0} is not UTF-8 text or holds a NUL; it cannot be stored", {what}});
}

Status check_number(double number, const Message& what) {
  if (std::isfinite(number)) return {};
  return refused({"store.not_finite", "{0} is not a finite number; it cannot be stored", {what}});
}

Status check_provenance(const Provenance& provenance) {
  JAEDAN_RETURN_IF_ERROR(check_text(provenance.author, {"store.author", "the author"}));
  JAEDAN_RETURN_IF_ERROR(check_text(provenance.confirmed_by, {"store.handler", "the name of who handled it"}));
  return check_number(provenance.score, {"store.score", "the score"});
}

Status check_values(const AttributeValues& values) {
  for (const AttributeValue& value : values) {
    const std::string& attribute = value.attribute;
    JAEDAN_RETURN_IF_ERROR(check_text(attribute, {"store.attribute", "an attribute"}));
    JAEDAN_RETURN_IF_ERROR(check_text(value.value, {"store.value_of", "the value of {0}", {attribute}}));
    JAEDAN_RETURN_IF_ERROR(check_text(value.spelling, {"store.spelling_of", "the spelling of {0}", {attribute}}));
    JAEDAN_RETURN_IF_ERROR(within(attribute, check_provenance(value.provenance)));
    for (const AlternativeValue& next : value.alternatives) {
      const Message what{"store.alternative_of", "what a model would have said next of {0}", {attribute}};
      JAEDAN_RETURN_IF_ERROR(check_text(next.value, what));
      JAEDAN_RETURN_IF_ERROR(check_number(next.score, what));
    }
  }
  return {};
}

Status check_region(const Region& region) {
  const Message x{"store.outline_x", "an outline's x"};
  const Message y{"store.outline_y", "an outline's y"};
  for (const Ring& ring : region.rings) {
    for (const Point& point : ring) {
      JAEDAN_RETURN_IF_ERROR(check_number(point.x, x));
      JAEDAN_RETURN_IF_ERROR(check_number(point.y, y));
    }
  }
  return {};
}

Status check_measure(const MeasuredLength& measure) {
  const Message what{"store.measure", "a measured length"};
  JAEDAN_RETURN_IF_ERROR(check_text(measure.attribute, what));
  JAEDAN_RETURN_IF_ERROR(check_number(measure.along, what));
  for (const double number : {measure.end.x, measure.end.y}) JAEDAN_RETURN_IF_ERROR(check_number(number, what));
  for (const Point& point : measure.line) {
    JAEDAN_RETURN_IF_ERROR(check_number(point.x, what));
    JAEDAN_RETURN_IF_ERROR(check_number(point.y, what));
  }
  return {};
}

Status check_part(Part part, const Message& what) {
  if (std::find(kAllParts.begin(), kAllParts.end(), part) != kAllParts.end()) return {};
  return refused({"store.part_number", "{0} is of the unknown part {1}", {what, static_cast<int>(part)}});
}

Status check_floats(const std::vector<float>& floats, const Message& what) {
  for (const float number : floats) JAEDAN_RETURN_IF_ERROR(check_number(number, what));
  return {};
}

Status check_content(const Garment& garment) {
  JAEDAN_RETURN_IF_ERROR(check_region(garment.region));
  JAEDAN_RETURN_IF_ERROR(check_provenance(garment.region_provenance));
  const Handling& handling = garment.handling;
  for (const std::string& name : {handling.accepted_by, handling.looked_by, handling.approved_by}) {
    JAEDAN_RETURN_IF_ERROR(check_text(name, {"store.handler", "the name of who handled it"}));
  }
  if (garment.rect) {
    const Message what{"store.rect", "its rect"};
    const Rect& rect = *garment.rect;
    for (const double number : {rect.x, rect.y, rect.width, rect.height}) {
      JAEDAN_RETURN_IF_ERROR(check_number(number, what));
    }
  }
  return check_values(garment.attributes);
}

Message numbered(GarmentId id) { return {"garment.numbered", "garment {0}", {id.value}}; }

Status check_garment_id(GarmentId id) {
  if (id.value > 0) return {};
  return refused(in_context(numbered(id), {"store.garment_id", "a garment's id must be positive"}));
}

Status check_garment(const Garment& garment) {
  const Message what = numbered(garment.id);
  JAEDAN_RETURN_IF_ERROR(check_garment_id(garment.id));
  JAEDAN_RETURN_IF_ERROR(check_part(garment.part, what));
  return within(what, check_content(garment));
}

Status check_content(const Annotation& annotation) {
  if (annotation.state < WorkflowState::kNew || annotation.state > kAllStates.back()) {
    return refused({"store.state_number", "unknown state {0}", {static_cast<int>(annotation.state)}});
  }
  std::set<GarmentId> ids;
  for (const Garment& garment : annotation.garments) {
    JAEDAN_RETURN_IF_ERROR(check_garment(garment));
    if (!ids.insert(garment.id).second) {
      return refused({"store.same_garment_id", "two garments have the id {0}", {garment.id.value}});
    }
  }
  return check_values(annotation.image_attributes);
}

Message models_id() { return {"store.model_id", "the model's id"}; }

/// The labels of a proposal, or of a garment that a model was asked about.
template <typename Said>
Status check_what_is_said(const Said& said) {
  JAEDAN_RETURN_IF_ERROR(check_values(said.attributes));
  JAEDAN_RETURN_IF_ERROR(check_values(said.guesses));
  for (const MeasuredLength& measure : said.measures) JAEDAN_RETURN_IF_ERROR(check_measure(measure));
  return {};
}

Status check_proposal(const Proposal& proposal) {
  const Message what{"store.proposal", "a proposal"};
  JAEDAN_RETURN_IF_ERROR(check_part(proposal.part, what));
  JAEDAN_RETURN_IF_ERROR(within(what, check_region(proposal.region)));
  JAEDAN_RETURN_IF_ERROR(check_number(proposal.score, {"store.proposal_score", "a proposal's score"}));
  JAEDAN_RETURN_IF_ERROR(within(what, check_what_is_said(proposal)));
  return check_floats(proposal.embedding, {"store.proposal_vector", "a proposal's vector"});
}

Status check_words(const GarmentWords& words) {
  const Message what = numbered(words.garment);
  JAEDAN_RETURN_IF_ERROR(check_garment_id(words.garment));
  JAEDAN_RETURN_IF_ERROR(check_part(words.part, what));
  JAEDAN_RETURN_IF_ERROR(within(what, check_region(words.region)));
  return within(what, check_what_is_said(words));
}

bool has_part(const Annotation& annotation, Part part) {
  return std::any_of(annotation.garments.begin(), annotation.garments.end(),
                     [&](const Garment& garment) { return garment.part == part; });
}

bool has_value(const Annotation& annotation, const std::string& attribute, const std::string& value) {
  const auto in = [&](const AttributeValues& values) {
    return std::any_of(values.begin(), values.end(), [&](const AttributeValue& candidate) {
      return candidate.attribute == attribute && candidate.value == value;
    });
  };
  return in(annotation.image_attributes) || std::any_of(annotation.garments.begin(), annotation.garments.end(),
                                                        [&](const Garment& garment) { return in(garment.attributes); });
}

}  // namespace

Status check_storable(const Photo& photo) {
  // Paths are bytes to the system: a name in another encoding must not keep a photo out.
  const std::string& path = photo.path;
  if (path.empty()) return refused({"store.photo_no_path", "photo '{0}' has no path", {photo.name}});
  if (photo.name.empty()) return refused({"store.photo_no_name", "{0}: the photo has no name", {path}});
  if ((path + photo.name).find('\0') != std::string::npos) {
    return refused({"store.path_with_nul", "{0}: the path holds a NUL", {path}});
  }
  if (photo.width < 0 || photo.height < 0) {
    return refused({"store.photo_size", "{0}: the photo's size is negative", {path}});
  }
  return {};
}

Status check_storable(const Annotation& annotation) {
  if (annotation.answer) {
    return refused({"store.is_answer",
                    "what one person answered about photo {0} is not the photo's own annotation",
                    {annotation.photo.value}});
  }
  return within({"photo.numbered", "photo {0}", {annotation.photo.value}}, check_content(annotation));
}

Status check_storable(const ChangeNote& note) {
  if (note.who.empty()) return refused({"store.nobody", "a change needs the name of who makes it"});
  JAEDAN_RETURN_IF_ERROR(check_text(note.who, {"store.who", "the name of who makes the change"}));
  JAEDAN_RETURN_IF_ERROR(check_text(note.role, {"store.role", "the role of who makes the change"}));
  return check_text(note.action, {"store.action", "the change's action"});
}

Status check_storable(const Prediction& prediction) {
  if (prediction.model_id.empty()) {
    return refused({"store.prediction_no_model", "a prediction needs the id of its model"});
  }
  JAEDAN_RETURN_IF_ERROR(check_text(prediction.model_id, models_id()));
  for (const Reading& reading : prediction.readings) {
    JAEDAN_RETURN_IF_ERROR(check_number(reading.probability, {"store.probability", "a reading's probability"}));
    for (const Proposal& proposal : reading.garments) JAEDAN_RETURN_IF_ERROR(check_proposal(proposal));
  }
  JAEDAN_RETURN_IF_ERROR(check_values(prediction.image_attributes));
  JAEDAN_RETURN_IF_ERROR(check_values(prediction.image_guesses));
  for (const GarmentWords& words : prediction.of_garments) JAEDAN_RETURN_IF_ERROR(check_words(words));
  return {};
}

Status check_storable(const StoredEmbedding& embedding) {
  const Message what{"store.vector_of", "the vector of photo {0}", {embedding.photo.value}};
  if (embedding.model_id.empty())
    return refused({"store.vector_without_model", "{0} needs the id of its model", {what}});
  JAEDAN_RETURN_IF_ERROR(check_text(embedding.model_id, models_id()));
  return check_floats(embedding.vector, what);
}

Status check_storable(const SnapshotInfo& info) {
  for (const std::string& text : {info.made_at, info.who, info.hash, info.folder}) {
    JAEDAN_RETURN_IF_ERROR(check_text(text, {"store.snapshot", "the snapshot"}));
  }
  return {};
}

Status check_limit(int limit) {
  if (limit >= 0) return {};
  return refused({"store.negative_limit", "a list's limit cannot be {0}", {limit}});
}

Status check_storable(const PhotoFilter& filter, int limit) {
  JAEDAN_RETURN_IF_ERROR(check_limit(limit));
  if (filter.attribute.empty() != filter.value.empty()) {
    return refused({"store.half_filter", "a filter by attribute needs both the attribute and the value"});
  }
  return {};
}

Status check_storable(const LogSubject& subject, const std::string& after) {
  const bool is_photo = subject.kind == SubjectKind::kPhoto;
  if (is_photo ? !subject.photo || !subject.name.empty() : subject.name.empty()) {
    return refused({"store.log_subject", "a record of the change log needs the photo, or the name, that it is about"});
  }
  JAEDAN_RETURN_IF_ERROR(check_text(subject.name, {"store.subject", "the name of what a record is about"}));
  return check_text(after, {"store.log_content", "what a record of the change log says"});
}

Status check_storable(const LogQuery& query, int limit) {
  JAEDAN_RETURN_IF_ERROR(check_limit(limit));
  const bool named = query.kind && *query.kind != SubjectKind::kPhoto;
  if (query.name.empty() || named) return {};
  return refused({"store.half_log_query", "a search for what has a name needs to know what kind of thing it is"});
}

Status check_name(const std::string& name) {
  if (name.empty()) return refused({"store.no_name", "a name cannot be empty"});
  return check_text(name, {"store.name", "the name"});
}

Error no_champion() { return {ErrorCode::kNotFound, "store.no_champion", "no model was promoted in this project"}; }

Error no_such_record(std::int64_t number) {
  return {ErrorCode::kNotFound, "store.record_unknown", "the change log has no record {0}", {number}};
}

Error log_check_cancelled() {
  return {ErrorCode::kCancelled, "store.log_check_cancelled", "the check of the change log was stopped"};
}

double worst_score_of(const Prediction& prediction) {
  if (prediction.readings.empty() || prediction.readings.front().garments.empty()) return 0;
  double worst = 1;
  for (const Proposal& proposal : prediction.readings.front().garments) worst = std::min(worst, proposal.score);
  return worst;
}

Error path_taken(const std::string& path) {
  return {ErrorCode::kConflict, "store.path_taken", "{0}: another photo of this project has this path", {path}};
}

std::string search_key(std::string_view text) {
  std::string folded = utf8_composed(text);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

bool has_order_key(const PhotoRow& row, PhotoKey key) {
  if (key == PhotoKey::kScore) return row.has_prediction;
  return key != PhotoKey::kTime || !row.changed_at.empty();
}

bool passes_what_is_said(const PhotoRow& row, const Annotation& annotation, const PhotoFilter& filter) {
  if (filter.state && row.state != *filter.state) return false;
  if (filter.looked && (row.garment_count == 0 || *filter.looked != (row.unseen_count == 0))) return false;
  if (filter.part && !has_part(annotation, *filter.part)) return false;
  if (!filter.attribute.empty() && !has_value(annotation, filter.attribute, filter.value)) return false;
  return filter.worker.empty() || row.worker == filter.worker;
}

PhotoFilter without_what_is_said(PhotoFilter filter) {
  filter.state.reset();
  filter.looked.reset();
  filter.part.reset();
  filter.attribute.clear();
  filter.value.clear();
  filter.worker.clear();
  return filter;
}

bool stands_before(const PhotoRow& a, const PhotoRow& b, PhotoOrder order) {
  const bool has_key = has_order_key(a, order.key);
  if (has_key != has_order_key(b, order.key)) return has_key;
  const auto before = [&](const PhotoRow& x, const PhotoRow& y) {
    const PhotoKey key = has_key ? order.key : PhotoKey::kAdded;
    const auto with_id = [](auto value, const PhotoRow& row) { return std::pair(std::move(value), row.photo.id); };
    switch (key) {
      case PhotoKey::kName: return with_id(search_key(x.photo.name), x) < with_id(search_key(y.photo.name), y);
      case PhotoKey::kScore: return with_id(x.worst_score, x) < with_id(y.worst_score, y);
      case PhotoKey::kTime: return with_id(x.changed_at, x) < with_id(y.changed_at, y);
      case PhotoKey::kAdded: break;
    }
    return x.photo.id < y.photo.id;
  };
  return order.reversed ? before(b, a) : before(a, b);
}

}  // namespace jaedan::labeling
