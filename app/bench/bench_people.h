#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "labeling/base/result.h"

namespace jaedan::bench {

/// How much is made up to measure with.
struct PeopleScene {
  std::int64_t photos = 20000;
  int people = 300;
  /// One of so many photos: so many answers of controls there are, and as many panels.
  std::int64_t photos_an_answer = 20;
  bool verifies = false;  ///< also how long `verify` takes, which reads everything
};

struct PeopleFigure {
  std::string what;
  double median = 0;
  double p95 = 0;
  double p99 = 0;
  double allowed = 0;   ///< what the product promises for `measured`; 0: nothing
  double measured = 0;  ///< the one of the three that is promised
  std::string unit = "ms";
  int times = 1;
};

struct PeopleBench {
  std::int64_t photos = 0;
  int people = 0;
  std::int64_t records = 0;  ///< of the change log
  std::int64_t answers = 0;  ///< of controls that are measured
  std::int64_t panels = 0;   ///< the same
  bool was_there = false;    ///< an earlier call made it
  std::vector<PeopleFigure> figures;
};

/// Makes up a team's project in `folder` (it stays), and measures what many people ask of it: to count its log, claims,
/// the next task, the manager's numbers, how good the work is. One that an earlier call made there with as many photos
/// and people is measured again, a little longer by what that call did. kConflict for another project, which
/// is opened, as by any verb, and nothing more. Errors of make_up_team and of the use cases; kCancelled.
Result<PeopleBench> bench_people(const std::string& folder, const PeopleScene& scene, const workflow::Watch& watch);

}  // namespace jaedan::bench
