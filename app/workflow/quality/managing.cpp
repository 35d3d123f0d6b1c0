#include "app/workflow/quality/managing.h"

#include "app/workflow/people/acting_user.h"
#include "labeling/review/state_machine.h"

namespace jaedan::workflow {

Result<Actor> managing_team(const Project& project, const Actor& actor) {
  JAEDAN_ASSIGN_OR_RETURN(Actor now, as_of_now(project, actor));
  JAEDAN_RETURN_IF_ERROR(check_role(now, Deed::kManage));
  if (now.in_team()) return now;
  return Error{ErrorCode::kRefused, "quality.no_team",
               "this project has no users, so there is nobody to compare; add them with 'jaedan user add'"};
}

Result<Stage> work_waiting(const Project& project, PhotoId photo) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, store.annotation(photo));
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Stage> returned_to, store.returned_to(photo));
  JAEDAN_ASSIGN_OR_RETURN(const labeling::QueueRules rules, store.queue_rules());
  const std::optional<Stage> stage = next_stage(annotation.state, returned_to, rules.stages);
  if (stage && *stage != Stage::kInspect) return *stage;
  return Error{ErrorCode::kRefused,
               "quality.no_work",
               "photo {0} waits for no work that several people could do: it is {1}",
               {photo.value, message_of(annotation.state)}};
}

}  // namespace jaedan::workflow
