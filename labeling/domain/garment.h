#pragma once

#include <optional>

#include "labeling/domain/attribute.h"
#include "labeling/domain/handling.h"
#include "labeling/domain/ids.h"
#include "labeling/domain/part.h"
#include "labeling/domain/region.h"

namespace jaedan {

/// One part of one photo: where it is and what is said of it.
struct Garment {
  GarmentId id;
  Part part = Part::kTop;
  Region region;                 ///< image space; may be empty (K-Fashion files with labels only)
  Provenance region_provenance;  ///< who drew it; becomes human when a person redraws it
  std::optional<Rect> rect;      ///< as read from a file; empty = derive it from the region
  AttributeValues attributes;
  bool locked = false;
  bool hidden = false;
  Handling handling;  ///< what people did with it

  friend bool operator==(const Garment& a, const Garment& b) {
    return a.id == b.id && a.part == b.part && a.region == b.region && a.region_provenance == b.region_provenance &&
           a.rect == b.rect && a.attributes == b.attributes && a.locked == b.locked && a.hidden == b.hidden &&
           a.handling == b.handling;
  }
  friend bool operator!=(const Garment& a, const Garment& b) { return !(a == b); }
};

/// Whether both say the same: flags and handling do not count.
inline bool says_the_same(const Garment& a, const Garment& b) {
  return a.id == b.id && a.part == b.part && a.region == b.region && a.region_provenance == b.region_provenance &&
         a.rect == b.rect && a.attributes == b.attributes;
}

/// Whether the outline is as a model drew it, whoever accepted or approved it.
inline bool is_models_own(const Garment& garment) { return garment.region_provenance.source == Source::kModel; }

/// Whether no person ever saw the garment, as far as anybody knows: a model drew it, and nobody worked on it or decided
/// about it with the photo on screen. Who drew an outline saw it; what came with a file is a person's word.
inline bool nobody_looked(const Garment& garment) {
  return is_guess(garment.region_provenance) && garment.handling.looked_by.empty();
}

}  // namespace jaedan
