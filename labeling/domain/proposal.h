#pragma once

#include <string>
#include <vector>

#include "labeling/domain/attribute.h"
#include "labeling/domain/measured_length.h"
#include "labeling/domain/part.h"
#include "labeling/domain/region.h"

namespace jaedan {

/// One garment as a model sees it. Not an annotation until a person (or an explicit batch rule) accepts
/// it: edit/accept_proposals.
struct Proposal {
  Part part = Part::kTop;
  Region region;                 ///< image space of the photo it was made from
  double score = 0;              ///< chance that its IoU with what a person would draw is ≥ 0.75, [0, 1]
  AttributeValues attributes;    ///< provenance *model*, each with its own score: sure enough to be filled in
  std::vector<float> embedding;  ///< unit length, empty when the model gives none
  /// What the model would say but is not sure enough of: people see it and may take it, nothing is filled in by it.
  AttributeValues guesses = {};
  MeasuredLengths measures = {};  ///< what labels of its length rest on; none where the body is not seen well enough
};

/// One whole, consistent way to read a photo. The garments of a reading do not overlap.
struct Reading {
  double probability = 1.0;
  std::vector<Proposal> garments;
};

/// What a model says of one photo: up to three readings, the one likely to agree best first; at least one. What it says
/// of the photo as a whole (style, sub-style, gender, season) does not depend on the reading.
struct Prediction {
  std::string model_id;
  std::vector<Reading> readings;
  AttributeValues image_attributes = {};  ///< as Proposal::attributes
  AttributeValues image_guesses = {};     ///< as Proposal::guesses
};

}  // namespace jaedan
