#pragma once

#include <string>
#include <vector>

#include "app/gui/base/ui.h"
#include "app/gui/canvas/canvas_state.h"
#include "app/gui/project/document.h"
#include "app/workflow/jobs/job.h"

namespace jaedan::gui {

/// What the bottom line says of the program's work.
struct StatusView {
  std::vector<workflow::JobView> jobs;
  std::string notice;
  std::string hint;  ///< instead of what the tool in hand says, where it is not worked with
  bool notice_is_error = false;
  bool loading = false;
  std::vector<PhotoId> unsaved;      ///< photos whose last save failed
  const Error* read_only = nullptr;  ///< why nothing can be saved; null: it can
  bool lost = false;                 ///< photos are not where they were
  std::size_t unread = 0;            ///< items that a job left out, not looked at yet
};

/// Bottom: a notice, else what the next click does (hint.h); jobs, zoom, whether everything is saved. `document` may be
/// null. Asks for CancelJob,
/// for OpenPhoto of one that could not be saved, and for what shows where photos are lost and what jobs left out.
void status_panel(const Ui& ui, const Document* document, const StatusView& status, const PhotoView& view,
                  bool answering);

}  // namespace jaedan::gui
