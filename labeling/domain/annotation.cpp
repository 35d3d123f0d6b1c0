#include "labeling/domain/annotation.h"

#include <algorithm>
#include <utility>

#include "labeling/domain/clip_region.h"

namespace jaedan {

Origins origins_of(const Annotation& annotation) {
  Origins origins;
  for (const Garment& garment : annotation.garments) {
    ++origins.garments;
    if (is_models_own(garment)) ++origins.models_own;
    if (nobody_looked(garment)) ++origins.unseen;
  }
  return origins;
}

const Garment* find_garment(const Annotation& annotation, GarmentId id) {
  for (const Garment& garment : annotation.garments) {
    if (garment.id == id) return &garment;
  }
  return nullptr;
}

Garment* find_garment(Annotation& annotation, GarmentId id) {
  return const_cast<Garment*>(find_garment(std::as_const(annotation), id));
}

GarmentId next_garment_id(const Annotation& annotation) {
  std::int64_t largest = 0;
  for (const Garment& garment : annotation.garments) largest = std::max(largest, garment.id.value);
  return GarmentId{largest + 1};
}

Annotation scaled(Annotation annotation, double x, double y) {
  for (Garment& garment : annotation.garments) {
    garment.region = scaled(std::move(garment.region), x, y);
    if (!garment.rect) continue;
    Rect& rect = *garment.rect;
    rect = {rect.x * x, rect.y * y, rect.width * x, rect.height * y};
  }
  return annotation;
}

}  // namespace jaedan
