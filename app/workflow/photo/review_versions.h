#pragma once

#include <string>
#include <vector>

#include "app/workflow/project/project.h"
#include "labeling/domain/proposal.h"

namespace jaedan::workflow {

/// Which version of a photo it is compared with in a review.
enum class ComparedWith {
  kReturned,   ///< as an inspector sent it back last
  kPrefilled,  ///< as the model proposed it
  kDrawn,      ///< as its drawing was submitted last
};

/// A version that the project remembers.
struct ReviewVersion {
  ComparedWith what = ComparedWith::kPrefilled;
  Annotation annotation;
  std::string who;  ///< user, or model
  std::string at;   ///< UTC; empty for what the model said
};

/// The versions of the photo that there are, the one that an inspector asks for first in front: how it was returned,
/// else what the model said, else how it was drawn. From the change log, which holds every version that was stored, and
/// the stored prediction; nothing else is kept for it. Records that cannot be read are passed over.
/// `answer`: what one person answers about it instead (answer_in_hand), of which only what the model said is a version:
/// the photo's own would tell them.
Result<std::vector<ReviewVersion>> review_versions(const Project& project, PhotoId photo, AnswerId answer = {});

/// What the model said as if it were an annotation, in the reading that `now` is nearest to: a proposal whose place a
/// garment of `now` takes has that garment's id. What the model says nothing of the photo as a whole is taken from
/// `now`.
Annotation annotation_of(const Prediction& prediction, const Annotation& now);

}  // namespace jaedan::workflow
