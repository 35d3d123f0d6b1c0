#pragma once

#include <optional>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/agreement/consensus.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// How answers become one annotation.
struct MergeChoice {
  labeling::OutlineMerge outlines = labeling::OutlineMerge::kMajorityPixels;
  bool early = false;  ///< with those that are in, two at least; who has not answered is not waited for
};

/// What a merge led to.
struct MergedPhoto {
  labeling::Panel panel;
  labeling::Consensus consensus;
  WorkflowState state = WorkflowState::kNew;
  std::optional<Stage> next = {};  ///< that the photo waits for now
};

/// Makes the photo's annotation of what the people of its panel answered (labeling/agreement/consensus.h), and ends the
/// panel, in one transaction. The stage is done then, unless something is undecided: labels wait for an expert, a
/// garment that half of them drew for somebody at the same stage; a comment says which. kForbidden for who is no
/// manager, kRefused without a panel and while answers are missing.
Result<MergedPhoto> merge_answers(Project& project, const Actor& manager, PhotoId photo, const MergeChoice& choice);
/// The same with every photo of the filter that has a panel; those that have not all answers yet are skipped.
Result<BatchReport> merge_all(Project& project, const Actor& manager, const labeling::PhotoFilter& filter,
                              const MergeChoice& choice, const Watch& watch);

/// Takes a merge back: the photo is as before, with its edit history, the answers are there, and may be merged another
/// way; the comment that it wrote is settled. kRefused when it was not merged last, or was changed since.
Result<labeling::Panel> undo_merge(Project& project, const Actor& manager, PhotoId photo);

/// The answers of a panel that were submitted, as annotations in the order of the answers.
Result<std::vector<Annotation>> submitted_answers(const Project& project, const labeling::Panel& panel);

}  // namespace jaedan::workflow
