#include "labeling/formats/label_mask.h"

#include <array>
#include <string>

#include "labeling/formats/kfashion/kfashion_keys.h"

namespace jaedan::labeling {

Mask label_mask(const Annotation& annotation, int width, int height) {
  Mask mask = Mask::of_size(width, height);
  for (const Part part : kfashion::paint_order()) {
    for (const Garment& garment : annotation.garments) {
      if (garment.part == part) fill(mask, garment.region, mask_value(part));
    }
  }
  return mask;
}

MaskReading annotation_from_mask(const Mask& mask) {
  std::array<bool, 256> present{};
  for (const std::uint8_t value : mask.pixels) present[value] = true;
  MaskReading reading;
  for (const Part part : kfashion::paint_order()) {
    if (!present[mask_value(part)]) continue;
    Garment garment;
    garment.id = next_garment_id(reading.annotation);
    garment.part = part;
    garment.region = trace(mask, mask_value(part));
    garment.region_provenance = Provenance::import("masks");
    reading.annotation.garments.push_back(std::move(garment));
  }
  std::string others;
  for (std::size_t value = 1; value < present.size(); ++value) {
    if (!present[value] || value <= mask_value(Part::kDress)) continue;
    others += (others.empty() ? "" : ", ") + std::to_string(value);
  }
  if (!others.empty()) {
    reading.warnings.push_back({"unknown_mask_value",
                                {"mask.value_unknown",
                                 "the mask has the value {0}, which is no part (1 outer, 2 top, 3 bottom, 4 dress)",
                                 {others}}});
  }
  return reading;
}

}  // namespace jaedan::labeling
