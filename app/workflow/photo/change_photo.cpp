#include "app/workflow/photo/change_photo.h"

#include "app/workflow/people/tasks.h"
#include "app/workflow/photo/open_photo.h"

namespace jaedan::workflow {
namespace {

constexpr int kMostTries = 3;  // somebody else may save the same photo in between

Result<std::int64_t> edit_once(Project& project, PhotoId id, const Actor& actor, const EditWork& work,
                               const std::string& action) {
  JAEDAN_ASSIGN_OR_RETURN(const AnswerId answer, answer_in_hand(project, actor.user, id));
  JAEDAN_ASSIGN_OR_RETURN(EditSession session, open_session(project, id, answer));
  const std::int64_t before = session.change_count();
  JAEDAN_ASSIGN_OR_RETURN(const Actor with_task_in_hand, with_task(project, actor, id));
  JAEDAN_RETURN_IF_ERROR(work(session, with_task_in_hand));
  if (session.change_count() == before) return std::int64_t{0};
  SavedState state = saved_state_of(session);
  if (!action.empty()) state.action = action;
  return save_photo(project, state, actor);
}

}  // namespace

Result<bool> change_photo(EditSession& session, const Actor& actor, const MakeCommand& make) {
  JAEDAN_ASSIGN_OR_RETURN(const std::shared_ptr<const Command> command, make(session));
  if (!command) return false;
  const std::int64_t before = session.change_count();
  JAEDAN_RETURN_IF_ERROR(session.run(*command, actor));
  return session.change_count() != before;
}

Result<bool> change_photo(Project& project, PhotoId id, const Actor& actor, const MakeCommand& make) {
  JAEDAN_ASSIGN_OR_RETURN(const std::int64_t revision,
                          edit_photo(project, id, actor, [&](EditSession& session, const Actor& acting) {
                            const Result<bool> changed = change_photo(session, acting, make);
                            return changed.ok() ? Status() : Status(changed.error());
                          }));
  return revision != 0;
}

Result<std::int64_t> edit_photo(Project& project, PhotoId id, const Actor& actor, const EditWork& work,
                                const std::string& action) {
  for (int tries = 1;; ++tries) {
    Result<std::int64_t> revision = edit_once(project, id, actor, work, action);
    const bool again = !revision.ok() && revision.error().code == ErrorCode::kConflict && tries < kMostTries;
    if (!again) return revision;
  }
}

}  // namespace jaedan::workflow
