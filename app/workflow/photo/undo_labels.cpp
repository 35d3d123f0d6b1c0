#include "app/workflow/photo/undo_labels.h"

namespace jaedan::workflow {
namespace {

Error changed_since() {
  return {ErrorCode::kRefused, "label.changed_since", "changed since it was labelled together; it stays as it is"};
}

}  // namespace

Status undo_label(EditSession& session, const Actor& actor) {
  if (!session.can_undo() || session.history().undo_entry().name != kLabelTogether) return changed_since();
  return session.undo(actor);
}

Result<BatchReport> undo_labels(Project& project, const std::vector<LabelledPhoto>& labelled, const Actor& actor,
                                const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(project.store().may_write());
  BatchReport report;
  for (const LabelledPhoto& one : labelled) {
    report.cancelled = watch.cancelled();
    if (report.cancelled) break;
    watch.report({"taking back", report.done, static_cast<std::int64_t>(labelled.size()), ""});
    const auto work = [&](EditSession& session, const Actor& acting) -> Status {
      if (one.revision != 0 && session.annotation().revision != one.revision) return changed_since();
      return undo_label(session, acting);
    };
    if (const auto taken_back = edit_photo(project, one.photo, actor, work); taken_back.ok()) {
      ++report.done;
    } else {
      const Result<Photo> photo = project.store().photo(one.photo);
      report.failed.push_back({photo.ok() ? photo->name : std::to_string(one.photo.value), taken_back.error().message});
    }
  }
  return report;
}

}  // namespace jaedan::workflow
