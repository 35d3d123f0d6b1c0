#pragma once

#include <string>

#include "app/gui/base/requests.h"
#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

// What is done with the project as a whole; begun on a thread, what became of it is a report.

/// Remembers format and folder. Where nothing is approved the report offers everything that has labels.
void export_photos(StudioState& state, const ExportPhotos& asked);
void make_snapshot(StudioState& state, const MakeSnapshot& asked);
/// They come into the dialog; the last question counts.
void ask_figures(StudioState& state, const labeling::PhotoFilter& filter);
/// Looks for damage, and for photos that are gone.
/// `seal`: a file with a seal that the change log must still hold; empty: none.
void verify_project(StudioState& state, const std::string& seal = {});
void relocate_photos(StudioState& state, const RelocatePhotos& asked);
/// Where photos that have moved were: where they are known to be gone from, else the folder of the one on screen.
std::string place_to_relocate(StudioState& state);

}  // namespace jaedan::gui
