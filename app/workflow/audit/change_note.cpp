#include "app/workflow/audit/change_note.h"

#include <string_view>

#include "labeling/review/state_machine.h"

namespace jaedan::workflow {
namespace {

labeling::ChangeNote noted(const Actor& actor, std::string_view action, Roles allowed) {
  labeling::ChangeNote note{actor.name, std::string(action)};
  const std::vector<Role> roles = actor.roles.shared_with(allowed).list();
  if (!roles.empty()) note.role = id_of(roles.front());
  return note;
}

}  // namespace

labeling::ChangeNote change_note(const Actor& actor, Deed deed) {
  return noted(actor, id_of(deed), roles_for(deed, actor.stage));
}

labeling::ChangeNote change_note(const Actor& actor, ProjectDeed deed) {
  return noted(actor, id_of(deed), roles_for(deed));
}

labeling::ChangeNote change_note(const Actor& actor, ProjectDeed deed, Stage stage) {
  return noted(actor, id_of(deed), roles_for(stage));
}

labeling::ChangeNote change_note(const Actor& actor, const std::string& action) {
  for (const Deed deed : kAllDeeds) {
    if (id_of(deed) == deed_behind(action)) return noted(actor, action, roles_for(deed, actor.stage));
  }
  for (const ProjectDeed deed : kAllProjectDeeds) {
    if (id_of(deed) == deed_behind(action)) return noted(actor, action, roles_for(deed));
  }
  return noted(actor, action, {});
}

}  // namespace jaedan::workflow
