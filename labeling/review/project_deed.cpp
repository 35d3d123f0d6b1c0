#include "labeling/review/project_deed.h"

#include "labeling/review/state_machine.h"

namespace jaedan {
namespace {

constexpr std::array<std::string_view, kAllProjectDeeds.size()> kProjectDeedIds = {
    "promote",        "adopt_built_in", "rollback",     "trust",           "distrust",        "snapshot",
    "relocate",       "rescale",        "adopt_size",   "remove_outfits",  "make_clusters",   "add_user",
    "set_roles",      "disable_user",   "enable_user",  "set_password",    "change_password", "assign",
    "set_stages",     "set_quota",      "ask_panel",    "cancel_panel",    "merge",           "set_control",
    "remove_control", "draw_sample",    "close_sample", "approve_by_rule", "send_back",       "set_priority",
    "release",        "claim",          "skip",         "expire",          "comment",         "resolve",
    "locked"};

}  // namespace

std::string_view id_of(ProjectDeed deed) { return kProjectDeedIds[static_cast<std::size_t>(deed)]; }

Roles roles_for(ProjectDeed deed) {
  switch (deed) {
    case ProjectDeed::kExpire:
    case ProjectDeed::kLockOut: return {};
    case ProjectDeed::kRescale:
    case ProjectDeed::kAdoptSize:  // both are part of drawing
    case ProjectDeed::kChangePassword:
    case ProjectDeed::kClaim:
    case ProjectDeed::kComment:
    case ProjectDeed::kResolve: return Roles::all();
    case ProjectDeed::kSendBack: return roles_for(Deed::kReturn);
    default: return {Role::kManager};
  }
}

}  // namespace jaedan
