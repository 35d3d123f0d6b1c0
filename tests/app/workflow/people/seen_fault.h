#pragma once

#include <optional>
#include <string>

#include "labeling/domain/mask.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/review/return_reason.h"
#include "labeling/review/stage.h"
#include "tests/app/workflow/people/drawn_truth.h"

namespace jaedan::testing {

/// Why an inspector who knows the truth sends a photo back, and to whom.
struct SeenFault {
  Stage stage = Stage::kDrawn;
  ReturnReason reason = ReturnReason::kOutline;
  Point place;  ///< where in the photo
};

/// An outline that agrees less with the true one is sent back.
inline constexpr double kGoodOutline = 0.75;

/// The stage of work at which the question is asked.
inline Stage stage_asking(const std::string& attribute, const Taxonomy& taxonomy) {
  const TaxonomyAttribute* const question = taxonomy.attribute(attribute);
  return question && question->stage == LabelStage::kBasic ? Stage::kBasic : Stage::kExpert;
}

inline double iou_of_outlines(const Region& a, const Region& b) {
  return iou(rasterize(a, kTruthWidth, kTruthHeight), rasterize(b, kTruthWidth, kTruthHeight));
}

/// Whether `said` answers a question of `stage` otherwise than `truth` does.
inline bool differs_at(Stage stage, const AttributeValues& said, const AttributeValues& truth,
                       const Taxonomy& taxonomy) {
  return std::any_of(truth.begin(), truth.end(), [&](const AttributeValue& right) {
    if (stage_asking(right.attribute, taxonomy) != stage) return false;
    const AttributeValue* const value = find_value(said, right.attribute);
    return !value || value->value != right.value;
  });
}

/// The first thing that is wrong, in the order of the stages.
inline std::optional<SeenFault> first_fault(const Annotation& said, const Annotation& truth, const Taxonomy& taxonomy) {
  const auto middle_of = [](const Region& outline) {
    const Rect bounds = bounds_of(outline);
    return Point{bounds.x + bounds.width / 2, bounds.y + bounds.height / 2};
  };
  for (const Garment& right : truth.garments) {
    const Garment* const there = of_part(said, right.part);
    if (!there) return SeenFault{Stage::kDrawn, ReturnReason::kMissingGarment, middle_of(right.region)};
    if (iou_of_outlines(there->region, right.region) < kGoodOutline) {
      return SeenFault{Stage::kDrawn, ReturnReason::kOutline, middle_of(right.region)};
    }
  }
  for (const Stage stage : {Stage::kBasic, Stage::kExpert}) {
    for (const Garment& right : truth.garments) {
      if (differs_at(stage, of_part(said, right.part)->attributes, right.attributes, taxonomy)) {
        return SeenFault{stage, ReturnReason::kWrongLabel, middle_of(right.region)};
      }
    }
    if (differs_at(stage, said.image_attributes, truth.image_attributes, taxonomy)) {
      return SeenFault{stage, ReturnReason::kWrongLabel, Point{1, 1}};
    }
  }
  return std::nullopt;
}

}  // namespace jaedan::testing
