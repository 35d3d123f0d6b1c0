#include "app/gui/project/saver.h"

#include <utility>

namespace jaedan::gui {

void Saver::save_if_modified(const std::shared_ptr<Document>& document, double now_s) {
  if (document->save_state == SaveState::kSaving) return;
  if (!document->session.modified()) {
    const bool was_taken_back = document->save_state == SaveState::kFailed && !document->theirs;
    if (was_taken_back) {  // what could not be saved; the project has the rest
      document->save_state = SaveState::kSaved;
      document->save_error.reset();
    }
    return;
  }
  if (document->theirs || (document->save_state == SaveState::kFailed && now_s < document->retry_at_s)) return;
  document->save_state = SaveState::kSaving;
  document->session.begin_save();
  writer_.submit({}, [this, document, now_s, state = workflow::saved_state_of(document->session), actor = actor_](
                         workflow::Project& project, const workflow::Watch&) {
    const Result<std::int64_t> revision = workflow::save_photo(project, state, actor);
    auto theirs = std::make_shared<std::optional<EditSession>>();
    if (!revision.ok() && revision.error().code == ErrorCode::kConflict) {
      auto read = workflow::open_session(project, state.annotation.photo, state.annotation.answer);
      if (read.ok()) *theirs = std::move(*read);
    }
    return std::function<void()>([this, document, now_s, revision, theirs, saved = state.annotation] {
      if (revision.ok()) {
        document->session.mark_saved(*revision);
        document->saved = saved;
        document->save_state = SaveState::kSaved;
        document->save_error.reset();
        if (saved_) saved_(*document);
        return;
      }
      document->session.save_failed();
      const bool is_news = !document->save_error && revision.error().code != ErrorCode::kConflict;
      if (is_news && failed_) failed_(revision.error());
      document->save_state = SaveState::kFailed;
      document->save_error = revision.error();
      document->theirs = std::move(*theirs);
      document->retry_at_s = now_s + kRetryAfter_s;
    });
  });
}

void Saver::save_shape_if_changed(const std::shared_ptr<Document>& document, double now_s) {
  if (document->begun == document->begun_saved || document->begun_is_saving) return;
  if (now_s < document->begun_retry_at_s) return;
  document->begun_is_saving = true;
  writer_.submit({}, [this, document, now_s, shape = document->begun, user = actor_.name](workflow::Project& project,
                                                                                          const workflow::Watch&) {
    const Status saved = workflow::save_begun_shape(project, document->id(), user, shape);
    return std::function<void()>([this, document, now_s, shape, saved] {
      document->begun_is_saving = false;
      if (saved.ok()) {
        document->begun_saved = shape;
        document->begun_error.reset();
        return;
      }
      document->begun_error = saved.error();
      document->begun_retry_at_s = now_s + kRetryAfter_s;
      if (failed_) failed_(saved.error());
    });
  });
}

void Saver::set_actor(const Actor& actor, const std::vector<std::shared_ptr<Document>>& documents) {
  const std::string before = std::exchange(actor_, actor).name;
  if (before == actor_.name) return;
  for (const auto& document : documents) {
    if (document->begun_saved.empty() && !document->begun_is_saving) continue;
    writer_.submit({}, [id = document->id(), was = before](workflow::Project& project, const workflow::Watch&) {
      // Found again under the old name, at worst.
      static_cast<void>(workflow::save_begun_shape(project, id, was, {}).ok());
      return std::function<void()>();
    });
    document->begun_saved = {};
  }
}

void Saver::retry(const std::shared_ptr<Document>& document, double now_s) {
  document->retry_at_s = 0;
  save_if_modified(document, now_s);
}

}  // namespace jaedan::gui
