#pragma once

#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/domain/validate.h"
#include "labeling/review/actor.h"

namespace jaedan {

/// May this photo be approved? What speaks against it, most serious first; empty: nothing does. Of the warnings of
/// `validate` these count: a garment without an outline, one whose outline crosses itself, a missing obligatory label,
/// a label that is not said of this part. A garment whose outline came with a file and was left as it is is taken as
/// the file has it. A photo without any garment has nothing to approve.
std::vector<Warning> obstacles_to_approval(const Photo& photo, const Annotation& annotation, const Taxonomy& taxonomy);

/// kRefused naming all that is still open in one sentence: the obstacles, and a proposal of each part of `undecided`
/// that nobody has taken or refused. `insists`: a person has read them and approves all the same;
/// only a photo without garments is refused then.
Status may_approve(const Photo& photo, const Annotation& annotation, const Taxonomy& taxonomy,
                   const std::vector<Part>& undecided, bool insists);
/// "top: a proposal that nobody has decided on".
Message undecided_proposal(Part part);

/// The stage at which `attribute` is said.
Stage stage_of(const TaxonomyAttribute& attribute);

/// The same for the end of a stage of work: what speaks against it of what that stage asks. Drawing: outlines; basic
/// and expert labels: the obligatory ones of that stage, and those that are not said of the part. At the inspection all
/// of obstacles_to_approval.
std::vector<Warning> obstacles_to_submission(Stage stage, const Photo& photo, const Annotation& annotation,
                                             const Taxonomy& taxonomy);
/// kRefused naming all of them in one sentence.
Status may_submit(Stage stage, const Photo& photo, const Annotation& annotation, const Taxonomy& taxonomy);

/// Nobody inspects what they made: kRefused for who is of a team and `worked_on` the photo.
Status may_inspect(const Actor& actor, bool worked_on);

}  // namespace jaedan
