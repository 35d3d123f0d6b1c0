#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/gui/base/ui.h"
#include "app/gui/project/thumbnails.h"
#include "app/workflow/recommend/search_photos.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// What is typed, what was asked and what came; whoever does AskSearch fills in the rest.
struct SearchState {
  std::string typed;  ///< the panel's own
  workflow::SearchQuery asked;
  bool waiting = false;
  std::int64_t job = 0;  ///< that looks for the answer
  std::optional<Error> error;
  std::optional<workflow::SearchAnswers> found;
};

/// The middle: approved photos by Korean or English words, or by what a photo wears (its file's path, or the one on
/// screen: `shown`, may be none). Enter asks for AskSearch; what was understood stands as chips that can be taken out.
/// Asks for OpenPhoto, PinToBoard, and ShowPhotos for all that was found.
void search_panel(const Ui& ui, const Taxonomy& taxonomy, PhotoId shown, Thumbnails& thumbnails, SearchState& state);

}  // namespace jaedan::gui
