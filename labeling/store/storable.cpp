#include "labeling/store/storable.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "labeling/base/utf8.h"

namespace jaedan::labeling {
namespace {

Error refused(const std::string& message) { return {ErrorCode::kInvalidArgument, message}; }

Status check_text(const std::string& text, const std::string& what) {
  if (is_plain_text(text)) return {};
  return refused(what + " is not UTF-8 text or holds a NUL; it cannot be stored");
}

Status check_number(double number, const std::string& what) {
  if (std::isfinite(number)) return {};
  return refused(what + " is not a finite number; it cannot be stored");
}

Status check_provenance(const Provenance& provenance, const std::string& what) {
  JAEDAN_RETURN_IF_ERROR(check_text(provenance.author, what + ": the author"));
  return check_number(provenance.score, what + ": the score");
}

Status check_values(const AttributeValues& values, const std::string& what) {
  for (const AttributeValue& value : values) {
    JAEDAN_RETURN_IF_ERROR(check_text(value.attribute, what + ": an attribute"));
    JAEDAN_RETURN_IF_ERROR(check_text(value.value, what + ": the value of " + value.attribute));
    JAEDAN_RETURN_IF_ERROR(check_text(value.spelling, what + ": the spelling of " + value.attribute));
    JAEDAN_RETURN_IF_ERROR(check_provenance(value.provenance, what + ": " + value.attribute));
  }
  return {};
}

Status check_region(const Region& region, const std::string& what) {
  for (const Ring& ring : region.rings) {
    for (const Point& point : ring) {
      JAEDAN_RETURN_IF_ERROR(check_number(point.x, what + ": an outline's x"));
      JAEDAN_RETURN_IF_ERROR(check_number(point.y, what + ": an outline's y"));
    }
  }
  return {};
}

Status check_part(Part part, const std::string& what) {
  if (std::find(kAllParts.begin(), kAllParts.end(), part) != kAllParts.end()) return {};
  return refused(what + " is of the unknown part " + std::to_string(static_cast<int>(part)));
}

Status check_floats(const std::vector<float>& floats, const std::string& what) {
  for (const float number : floats) JAEDAN_RETURN_IF_ERROR(check_number(number, what));
  return {};
}

Status check_garment(const Garment& garment) {
  const std::string what = "garment " + std::to_string(garment.id.value);
  if (garment.id.value <= 0) return refused(what + ": a garment's id must be positive");
  JAEDAN_RETURN_IF_ERROR(check_part(garment.part, what));
  JAEDAN_RETURN_IF_ERROR(check_region(garment.region, what));
  JAEDAN_RETURN_IF_ERROR(check_provenance(garment.region_provenance, what));
  if (garment.rect) {
    const Rect& rect = *garment.rect;
    for (const double number : {rect.x, rect.y, rect.width, rect.height}) {
      JAEDAN_RETURN_IF_ERROR(check_number(number, what + ": its rect"));
    }
  }
  return check_values(garment.attributes, what);
}

}  // namespace

Status check_storable(const Photo& photo) {
  // Paths are bytes to the system: a name in another encoding must not keep a photo out.
  if (photo.path.empty()) return refused("photo '" + photo.name + "' has no path");
  if (photo.name.empty()) return refused(photo.path + ": the photo has no name");
  if ((photo.path + photo.name).find('\0') != std::string::npos) return refused(photo.path + ": the path holds a NUL");
  if (photo.width < 0 || photo.height < 0) return refused(photo.path + ": the photo's size is negative");
  return {};
}

Status check_storable(const Annotation& annotation) {
  const std::string what = "photo " + std::to_string(annotation.photo.value);
  if (annotation.state < WorkflowState::kNew || annotation.state > WorkflowState::kReturned) {
    return refused(what + ": unknown state " + std::to_string(static_cast<int>(annotation.state)));
  }
  std::set<GarmentId> ids;
  for (const Garment& garment : annotation.garments) {
    if (const Status status = check_garment(garment); !status.ok()) return status.error().with_context(what);
    if (!ids.insert(garment.id).second) {
      return refused(what + ": two garments have the id " + std::to_string(garment.id.value));
    }
  }
  return check_values(annotation.image_attributes, what);
}

Status check_storable(const ChangeNote& note) {
  if (note.who.empty()) return refused("a change needs the name of who makes it");
  JAEDAN_RETURN_IF_ERROR(check_text(note.who, "the name of who makes the change"));
  return check_text(note.action, "the change's action");
}

Status check_storable(const Prediction& prediction) {
  if (prediction.model_id.empty()) return refused("a prediction needs the id of its model");
  JAEDAN_RETURN_IF_ERROR(check_text(prediction.model_id, "the model's id"));
  for (const Reading& reading : prediction.readings) {
    JAEDAN_RETURN_IF_ERROR(check_number(reading.probability, "a reading's probability"));
    for (const Proposal& proposal : reading.garments) {
      JAEDAN_RETURN_IF_ERROR(check_part(proposal.part, "a proposal"));
      JAEDAN_RETURN_IF_ERROR(check_region(proposal.region, "a proposal"));
      JAEDAN_RETURN_IF_ERROR(check_number(proposal.score, "a proposal's score"));
      JAEDAN_RETURN_IF_ERROR(check_values(proposal.attributes, "a proposal"));
      JAEDAN_RETURN_IF_ERROR(check_floats(proposal.embedding, "a proposal's vector"));
    }
  }
  return {};
}

Status check_storable(const StoredEmbedding& embedding) {
  const std::string what = "the vector of photo " + std::to_string(embedding.photo.value);
  if (embedding.model_id.empty()) return refused(what + " needs the id of its model");
  JAEDAN_RETURN_IF_ERROR(check_text(embedding.model_id, "the model's id"));
  return check_floats(embedding.vector, what);
}

Status check_storable(const SnapshotInfo& info) {
  for (const std::string& text : {info.made_at, info.who, info.hash, info.folder}) {
    JAEDAN_RETURN_IF_ERROR(check_text(text, "the snapshot"));
  }
  return {};
}

Status check_storable(const PhotoFilter& filter, int limit) {
  if (limit < 0) return refused("a list's limit cannot be " + std::to_string(limit));
  if (filter.attribute.empty() != filter.value.empty()) {
    return refused("a filter by attribute needs both the attribute and the value");
  }
  return {};
}

Status check_name(const std::string& name) {
  if (name.empty()) return refused("a name cannot be empty");
  return check_text(name, "the name");
}

Error no_champion() { return {ErrorCode::kNotFound, "no model was promoted in this project"}; }

double worst_score_of(const Prediction& prediction) {
  if (prediction.readings.empty() || prediction.readings.front().garments.empty()) return 0;
  double worst = 1;
  for (const Proposal& proposal : prediction.readings.front().garments) worst = std::min(worst, proposal.score);
  return worst;
}

std::string ascii_folded(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

}  // namespace jaedan::labeling
