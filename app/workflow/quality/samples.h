#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// Of each person's photos that wait for the inspection some are inspected, and stand for the others: the rest is
/// approved when what became of the sample fulfils a rule, and stays to be inspected when not. For managers
/// (kForbidden) of a project with users (kRefused); the log says so.

/// What a manager asks for.
struct SampleChoice {
  double percent = 10;
  std::int64_t seed = 1;
  std::optional<Stage> stage = {};  ///< whose work: of who submitted this stage; none: of who submitted last
  labeling::SampleRule rule;
};

/// One person's part of a sample.
struct SampledWorker {
  std::string user;           ///< empty: what nobody in particular submitted
  std::int64_t photos = 0;    ///< that wait for the inspection
  std::int64_t chosen = 0;    ///< of these, to be inspected
  std::int64_t accepted = 0;  ///< of the chosen, approved first since
  std::int64_t returned = 0;  ///< … returned first
  std::int64_t approved = 0;  ///< of the rest, by the rule
  bool holds = false;         ///< all are decided, and the rule is fulfilled

  std::int64_t undecided() const { return chosen - accepted - returned; }
};

struct SampleReport {
  labeling::Sample sample;
  std::vector<SampledWorker> workers;  ///< by name
  std::vector<PhotoId> chosen;         ///< photos to be inspected, ascending
};

/// Draws one: seeded, per person, in proportion to the parts that their photos have. The chosen stay in the queue of
/// the inspection, the rest is held out of it, but for what changes while it is drawn. kRefused when none waits; errors
/// of SampleStore.
Result<SampleReport> draw_inspection_sample(Project& project, const Actor& manager, const SampleChoice& choice);
/// How it stands.
Result<SampleReport> sample_report(const Project& project, SampleId id);
/// Decides: approves the rest of those whose sample fulfils the rule, as the inspector that the manager is, and gives
/// the rest of the others back to the queue. What changed meanwhile is skipped, what an approval is refused is listed
/// as failed. `rule`: in the place of the sample's own, where it says something. kRefused while chosen photos are
/// undecided; kConflict when it was closed before.
Result<BatchReport> close_sample(Project& project, const Actor& manager, SampleId id, const labeling::SampleRule& rule,
                                 const Watch& watch);
/// Takes the approvals of a closed sample back, all as one step: each photo is as it was before. One that was changed
/// since is listed as failed and stays. Where that was broken off, it goes on. kConflict for one that is open.
Result<BatchReport> undo_sample(Project& project, const Actor& manager, SampleId id, const Watch& watch);

}  // namespace jaedan::workflow
