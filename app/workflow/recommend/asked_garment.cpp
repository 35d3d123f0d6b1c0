#include "app/workflow/recommend/asked_garment.h"

#include <algorithm>
#include <utility>

#include "app/workflow/recommend/embed_garments.h"

namespace jaedan::workflow {
namespace {

double area_of(const Region& region) {
  const Rect box = bounds_of(region);
  return box.width * box.height;
}

/// The one that is meant; null when there is none.
template <typename Garments>
auto chosen_of(const Garments& garments, const std::optional<Part>& part) {
  decltype(garments.data()) chosen = nullptr;
  for (const auto& garment : garments) {
    if (part && garment.part != *part) continue;
    if (!chosen || area_of(garment.region) > area_of(chosen->region)) chosen = &garment;
  }
  return chosen;
}

Error not_there(const std::optional<Part>& part) {
  if (!part) {
    return {ErrorCode::kNotFound, "recommend.no_garment",
            "this photo has no garment; draw it, or accept what `jaedan prefill` proposes, first"};
  }
  return {ErrorCode::kNotFound,
          "recommend.no_part",
          "this photo has no {0}; draw it, or accept what `jaedan prefill` proposes, first",
          {message_of(*part)}};
}

Error not_seen(const std::optional<Part>& part) {
  if (!part) return {ErrorCode::kNotFound, "recommend.saw_no_garment", "the model sees no garment in this photo"};
  return {ErrorCode::kNotFound, "recommend.saw_no_part", "the model sees no {0} in this photo", {message_of(*part)}};
}

}  // namespace

Result<const Garment*> chosen_garment(const Annotation& annotation, const GarmentChoice& choice) {
  const Garment* garment = find_garment(annotation, choice.garment);
  if (!garment) garment = chosen_of(annotation.garments, choice.part);
  if (!garment) return not_there(choice.part);
  return garment;
}

Result<AskedGarment> asked_garment(Project& project, GarmentCatalogue& catalogue, const GarmentChoice& choice) {
  JAEDAN_ASSIGN_OR_RETURN(const Photo photo, project.store().photo(choice.photo));
  JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, project.store().annotation(choice.photo));
  JAEDAN_ASSIGN_OR_RETURN(const Garment* garment, chosen_garment(annotation, choice));
  if (garment->region.empty()) {
    return Error{ErrorCode::kNotFound,
                 "recommend.no_outline",
                 "this {0} has no outline, so there is nothing to compare; draw it first",
                 {message_of(garment->part)}};
  }
  JAEDAN_ASSIGN_OR_RETURN(auto vectors, catalogue.vectors_of(project, choice.photo));
  if (vectors.count(garment->id) == 0) {
    std::vector<labeling::StoredEmbedding> unsaved;
    JAEDAN_RETURN_IF_ERROR(embed_photo(project, catalogue.model_id(), choice.photo, unsaved));
    catalogue.keep_unsaved(std::move(unsaved));
    JAEDAN_ASSIGN_OR_RETURN(vectors, catalogue.vectors_of(project, choice.photo));
  }
  recommender::Item item{photo.id, garment->id, garment->part, garment->attributes, std::move(vectors[garment->id])};
  item.photo_values = annotation.image_attributes;
  JAEDAN_ASSIGN_OR_RETURN(auto colours, GarmentCatalogue::colours_of(project, choice.photo));
  item.colour = std::move(colours[item.garment]);
  return AskedGarment{photo, std::move(item), bounds_of(garment->region)};
}

Result<AskedGarment> asked_garment_outside(const Photo& photo, const Prediction& prediction,
                                           const std::optional<Part>& part) {
  if (prediction.readings.empty()) return not_seen(part);
  const std::vector<Proposal>& garments = prediction.readings.front().garments;
  const Proposal* garment = chosen_of(garments, part);
  if (!garment) return not_seen(part);
  AskedGarment asked{photo, {}, bounds_of(garment->region)};
  asked.photo.id = PhotoId();
  const GarmentId number{garment - garments.data() + 1};
  asked.item = {PhotoId(), number, garment->part, garment->attributes, garment->embedding};
  return asked;
}

}  // namespace jaedan::workflow
