#include "app/workflow/photo/review_versions.h"

#include <algorithm>
#include <set>
#include <utility>

#include "app/workflow/photo/open_photo.h"
#include "labeling/edit/proposals/place.h"
#include "labeling/review/deed.h"
#include "labeling/store/annotation_json.h"

namespace jaedan::workflow {
namespace {

/// The last record of the photo that `fits`, as the annotation that it left.
template <typename Fits>
void add_last(const std::vector<labeling::ChangeRecord>& changes, Deed deed, ComparedWith what, const Fits& fits,
              std::vector<ReviewVersion>& versions) {
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    if (change->note.action != id_of(deed)) continue;
    Result<Annotation> after = labeling::annotation_from_json(change->after);
    if (!after.ok() || !fits(*after)) continue;
    versions.push_back({what, std::move(after).value(), change->note.who, change->at});
    return;
  }
}

std::size_t places_taken(const Reading& reading, const Annotation& now) {
  return reading.garments.size() - free_proposals(now, reading.garments).size();
}

const Reading* nearest_reading(const Prediction& prediction, const Annotation& now) {
  const Reading* nearest = nullptr;
  for (const Reading& reading : prediction.readings) {
    if (!nearest || places_taken(reading, now) > places_taken(*nearest, now)) nearest = &reading;
  }
  return nearest;
}

/// What the model said; of what it said nothing of, as it is now.
AttributeValues labels_of_photo(const Prediction& prediction, const Annotation& now) {
  AttributeValues labels = now.image_attributes;
  for (const AttributeValue& said : prediction.image_attributes) erase_values(labels, said.attribute);
  labels.insert(labels.end(), prediction.image_attributes.begin(), prediction.image_attributes.end());
  return labels;
}

}  // namespace

Annotation annotation_of(const Prediction& prediction, const Annotation& now) {
  Annotation said;
  said.photo = now.photo;
  said.image_attributes = labels_of_photo(prediction, now);
  const Reading* const reading = nearest_reading(prediction, now);
  if (!reading) return said;
  std::set<GarmentId> used;
  GarmentId free = next_garment_id(now);
  for (const Proposal& proposal : reading->garments) {
    const auto stands_for_it = [&](const Garment& garment) {
      return used.count(garment.id) == 0 && takes_place(garment, proposal);
    };
    const auto garment = std::find_if(now.garments.begin(), now.garments.end(), stands_for_it);
    Garment made;
    made.id = garment == now.garments.end() ? GarmentId{free.value++} : garment->id;
    used.insert(made.id);
    made.part = proposal.part;
    made.region = proposal.region;
    made.region_provenance = Provenance::model(prediction.model_id, proposal.score);
    made.attributes = proposal.attributes;
    said.garments.push_back(std::move(made));
  }
  return said;
}

Result<std::vector<ReviewVersion>> review_versions(const Project& project, PhotoId photo, AnswerId answer) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const Annotation now, stored_annotation(project, photo, answer));
  std::vector<labeling::ChangeRecord> changes;
  if (!answer) {
    JAEDAN_ASSIGN_OR_RETURN(changes, store.changes(photo));
  }
  std::vector<ReviewVersion> versions;
  const auto any = [](const Annotation&) { return true; };
  const auto is_drawn = [](const Annotation& after) { return after.state == WorkflowState::kDrawn; };
  add_last(changes, Deed::kReturn, ComparedWith::kReturned, any, versions);
  const Result<std::optional<Prediction>> prediction = store.prediction(photo);  // of a damaged one `verify` speaks
  if (prediction.ok() && *prediction) {
    versions.push_back({ComparedWith::kPrefilled, annotation_of(**prediction, now), (*prediction)->model_id, ""});
  }
  add_last(changes, Deed::kSubmit, ComparedWith::kDrawn, is_drawn, versions);
  return versions;
}

}  // namespace jaedan::workflow
