#include "app/workflow/photo/change_photo.h"

#include "app/workflow/photo/open_photo.h"

namespace jaedan::workflow {
namespace {

constexpr int kMostTries = 3;  // somebody else may save the same photo in between

Result<bool> change_once(Project& project, PhotoId id, const Actor& actor, const MakeCommand& make) {
  JAEDAN_ASSIGN_OR_RETURN(EditSession session, open_session(project, id));
  JAEDAN_ASSIGN_OR_RETURN(const bool changed, change_photo(session, actor, make));
  if (changed) JAEDAN_RETURN_IF_ERROR(save_photo(project, saved_state_of(session), actor.name));
  return changed;
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
  for (int tries = 1;; ++tries) {
    Result<bool> changed = change_once(project, id, actor, make);
    const bool again = !changed.ok() && changed.error().code == ErrorCode::kConflict && tries < kMostTries;
    if (!again) return changed;
  }
}

}  // namespace jaedan::workflow
