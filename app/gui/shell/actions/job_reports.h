#pragma once

#include <string>

#include "app/gui/shell/studio_state.h"
#include "app/workflow/jobs/progress.h"

namespace jaedan::gui {

/// When a report that has something to look at is shown.
enum class Showing {
  kLater,   ///< the bottom line leads to it
  kAtOnce,  ///< unless a dialog is open or a hand is at work
};

/// Says the report's first line in the bottom line and keeps the report until the next one comes.
void show_report(StudioState& state, JobReport report, Showing showing);

/// The list of a batch: what failed, then what is odd.
void add_items(const workflow::BatchReport& batch, const Strings& text, JobReport& report);

/// "Import: 3 done, 2 skipped, 1 failed", without what there is none of; of a batch that may add photos "3 done (1 new
/// photo)".
std::string batch_words(const workflow::BatchReport& batch, const std::string& title, const Strings& text);
/// What became of a batch, counted; shown `showing` where something failed or is odd.
void tell_batch(StudioState& state, const std::string& title, const Result<workflow::BatchReport>& batch,
                Showing showing);

}  // namespace jaedan::gui
