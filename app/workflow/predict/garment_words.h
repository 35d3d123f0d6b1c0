#pragma once

#include <string>
#include <vector>

#include "inference/garments/prefiller.h"
#include "labeling/domain/garment.h"
#include "labeling/domain/image.h"
#include "labeling/domain/proposal.h"

namespace jaedan::workflow {

/// What the model says of the garments of an annotation, beside what people said of them: people's and files' labels,
/// and those of a model that a person confirmed, are evidence, and nothing is said of their attributes. Colours are
/// filled in from the pixels where neither people nor the model say anything of them. Of garments without an area on
/// the photo it says nothing; nothing at all when the model labels no garments but its own.
Result<std::vector<GarmentWords>> ask_about_garments(inference::Prefiller& model, const ImageView& image,
                                                     const std::vector<Garment>& garments);

/// Whether a colour or a sub-colour is among the labels.
bool speaks_of_colours(const AttributeValues& labels);
/// Adds colour and sub-colour of a garment as its pixels say, as words of the model.
void add_colours(const ImageView& image, const Region& region, const std::string& model_id, AttributeValues& labels);

}  // namespace jaedan::workflow
