#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/gui/panels/dialogs/dialog.h"

namespace jaedan::gui {

/// What became of a job, in the language that the window had then.
struct JobReport {
  static constexpr std::size_t kMostItems = 500;

  std::string title;
  std::vector<std::string> lines;           ///< what was done, in sentences
  std::vector<std::string> items;           ///< what was left out or is odd, a sentence each; at most kMostItems
  std::size_t more_items = 0;               ///< beyond those
  std::optional<ExportPhotos> all_instead;  ///< offered where nothing approved was found
  bool failed = false;                      ///< the job did nothing; `lines` say why
  bool seen = true;

  std::size_t count() const { return items.size() + more_items; }
  void add(std::string item) {
    if (items.size() < kMostItems) return items.push_back(std::move(item));
    ++more_items;
  }
};

/// What became of the last job, with the list of what it left out. Asks for ExportPhotos where that is offered.
void report_dialog(const Ui& ui, Dialog& dialog, JobReport& report);

}  // namespace jaedan::gui
