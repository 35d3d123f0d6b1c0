#pragma once

#include <optional>

#include "app/gui/shell/studio_state.h"
#include "app/workflow/jobs/job.h"

namespace jaedan::gui {

/// Puts the garments into clusters as a job that people see, has the project keep them, and draws the map anew. Only
/// for who manages (cluster_garments.h).
void make_clusters(StudioState& state);

/// Has the map of all garments made where there is none or `anew`, and else looks whether photos have changed since;
/// both come into ViewState::map_feed. The plane of looks comes first, what takes seconds behind it.
void ask_map(StudioState& state, bool anew, double now_s);
/// What is there of the map stays.
void stop_map(StudioState& state);

/// What stands for it among the jobs of the status bar; those of JobRunner begin with 1.
inline constexpr std::int64_t kMapJob = -1;
/// The map as one of the jobs; nothing while none is being made.
std::optional<workflow::JobView> map_job(const StudioState& state);

}  // namespace jaedan::gui
