#pragma once

#include <optional>

#include "labeling/domain/attribute.h"
#include "labeling/domain/ids.h"
#include "labeling/domain/part.h"
#include "labeling/domain/region.h"

namespace jaedan {

/// One part of one photo: where it is and what is said of it.
struct Garment {
  GarmentId id;
  Part part = Part::kTop;
  Region region;                 ///< image space; may be empty (K-Fashion files with labels only)
  Provenance region_provenance;  ///< who drew it; becomes human at the first edit
  std::optional<Rect> rect;      ///< as read from a file; empty = derive it from the region
  AttributeValues attributes;
  bool locked = false;
  bool hidden = false;

  friend bool operator==(const Garment& a, const Garment& b) {
    return a.id == b.id && a.part == b.part && a.region == b.region && a.region_provenance == b.region_provenance &&
           a.rect == b.rect && a.attributes == b.attributes && a.locked == b.locked && a.hidden == b.hidden;
  }
  friend bool operator!=(const Garment& a, const Garment& b) { return !(a == b); }
};

}  // namespace jaedan
