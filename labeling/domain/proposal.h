#pragma once

#include <string>
#include <vector>

#include "labeling/domain/attribute.h"
#include "labeling/domain/ids.h"
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

/// What a model says of a garment that is in the annotation already, knowing what people said of it: of the attributes
/// that they spoke of it says nothing.
struct GarmentWords {
  GarmentId garment;
  /// What the model was asked about, image space. People change both, and the id of a garment that was deleted may be
  /// another's: edit/proposals/place.h tells whether this is still said of the garment.
  Part part = Part::kTop;
  Region region;
  AttributeValues attributes = {};  ///< as Proposal::attributes
  AttributeValues guesses = {};     ///< as Proposal::guesses
  MeasuredLengths measures = {};    ///< as Proposal::measures, of `region`
};

/// What a model says of one photo: up to three readings, the one likely to agree best first; at least one. What it says
/// of the photo as a whole (style, sub-style, gender, season) and of the garments in its annotation does not depend on
/// the reading.
struct Prediction {
  std::string model_id;
  std::vector<Reading> readings;
  AttributeValues image_attributes = {};  ///< as Proposal::attributes
  AttributeValues image_guesses = {};     ///< as Proposal::guesses
  /// At most one of a garment; of those alone that it was asked about.
  std::vector<GarmentWords> of_garments = {};
};

}  // namespace jaedan
