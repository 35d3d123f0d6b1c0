#include "app/gui/saver.h"

#include <utility>

namespace jaedan::gui {

void Saver::save_if_modified(const std::shared_ptr<Document>& document, double now_s) {
  if (!document->session.modified() || document->save_state == SaveState::kSaving) return;
  if (document->save_state == SaveState::kFailed && (document->save_conflict || now_s < document->retry_at_s)) return;
  document->save_state = SaveState::kSaving;
  document->session.begin_save();
  const std::string action = std::exchange(document->save_action, "edit");
  writer_.submit({}, [this, document, action, now_s, annotation = document->session.annotation(),
                      history = document->session.history()](workflow::Project& project, const workflow::Watch&) {
    const Result<std::int64_t> revision = workflow::save_photo(project, annotation, history, user_, action);
    return std::function<void()>([this, document, action, now_s, revision] {
      if (revision.ok()) {
        document->session.mark_saved(*revision);
        document->save_state = SaveState::kSaved;
        document->save_error.reset();
        if (saved_) saved_(*document);
        return;
      }
      document->session.save_failed();
      document->save_state = SaveState::kFailed;
      document->save_error = revision.error();
      document->save_conflict = revision.error().code == ErrorCode::kConflict;
      document->save_action = action;
      document->retry_at_s = now_s + kRetryAfter_s;
    });
  });
}

void Saver::retry(const std::shared_ptr<Document>& document, double now_s) {
  document->retry_at_s = 0;
  save_if_modified(document, now_s);
}

}  // namespace jaedan::gui
