#pragma once

#include "app/gui/shell/studio_state.h"

namespace jaedan::gui {

// What takes long: begun on a thread of the project (or of the window where no project is open), told when it is done.

void prefill_photo(StudioState& state);
void prefill_project(StudioState& state);
/// Stored predictions become garments of all new photos.
void accept_everywhere(StudioState& state);
/// Reads a folder into the open project; its photos appear while that goes on. As long as it is not known who works
/// there, it waits.
void import_folder(StudioState& state, const ImportFolder& request);
/// Who works in the project that was opened is known: does what import_folder waited with, if they may; tells them
/// whose work it is if not.
void import_what_waits(StudioState& state);
/// Answers come into the recommend panel; the last question counts.
void recommend(StudioState& state, const workflow::RecommendQuery& query);
/// What a folder holds, for the open and import dialogs.
void list_folder(StudioState& state, const std::string& path);
/// Opens the project, or makes one of a folder of photos.
void open_or_create(StudioState& state, const OpenProject& request);

}  // namespace jaedan::gui
