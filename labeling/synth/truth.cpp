#include "labeling/synth/truth.h"

namespace jaedan::labeling::synth {
namespace {

void say(AttributeValues& values, std::string_view attribute, const std::string& value) {
  if (!value.empty()) values.push_back({std::string(attribute), value, "", Provenance::import("synth")});
}

AttributeValues attributes_of(const GarmentSpec& garment) {
  AttributeValues values;
  say(values, attribute::kColour, garment.dye.name);
  say(values, attribute::kSubColour, garment.sub_dye.name);
  say(values, attribute::kSleeveLength, garment.sleeve_length);
  say(values, attribute::kCategory, garment.category);
  say(values, attribute::kLength, garment.length);
  say(values, attribute::kNeckline, garment.neckline);
  say(values, attribute::kCollar, garment.collar);
  say(values, attribute::kFit, garment.fit);
  say(values, attribute::kPrint, garment.print);
  say(values, attribute::kMaterial, garment.material);
  for (const std::string& detail : garment.details) {
    say(values, attribute::kDetail, detail);
  }
  return values;
}

}  // namespace

void clear_slivers(Mask& labels) {
  for (const Part part : kAllParts) {
    std::size_t count = 0;
    for (const std::uint8_t label : labels.pixels) {
      count += label == mask_value(part);
    }
    if (count >= kLeastVisibleShare * labels.pixels.size()) continue;
    for (std::uint8_t& label : labels.pixels) {
      if (label == mask_value(part)) label = 0;
    }
  }
}

Annotation truth_of(const Outfit& outfit, const Mask& labels) {
  Annotation annotation;
  for (const Part part : {Part::kTop, Part::kBottom, Part::kDress, Part::kOuter}) {
    const GarmentSpec* spec = outfit.of(part);
    if (!spec) continue;
    Garment garment;
    garment.region = trace(labels, mask_value(part));
    if (garment.region.empty()) continue;
    garment.id = next_garment_id(annotation);
    garment.part = part;
    garment.region_provenance = Provenance::import("synth");
    garment.attributes = attributes_of(*spec);
    annotation.garments.push_back(std::move(garment));
  }
  say(annotation.image_attributes, attribute::kStyle, outfit.style);
  annotation.state = WorkflowState::kExpert;
  return annotation;
}

}  // namespace jaedan::labeling::synth
