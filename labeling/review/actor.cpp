#include "labeling/review/actor.h"

#include <algorithm>
#include <array>

namespace jaedan {
namespace {

constexpr std::array<Role, 4> kAllRoles = {Role::kAnnotator, Role::kExpert, Role::kInspector, Role::kManager};
constexpr std::array<std::string_view, 4> kRoleIds = {"annotator", "expert", "inspector", "manager"};

}  // namespace

std::string_view id_of(Role role) { return kRoleIds[static_cast<std::size_t>(role)]; }

Message message_of(Role role) {
  switch (role) {
    case Role::kAnnotator: return {"role.annotator", "annotator"};
    case Role::kExpert: return {"role.expert", "expert"};
    case Role::kInspector: return {"role.inspector", "inspector"};
    case Role::kManager: return {"role.manager", "manager"};
  }
  return {};
}

std::optional<Role> role_from_id(std::string_view id) {
  const auto known = std::find(kRoleIds.begin(), kRoleIds.end(), id);
  if (known == kRoleIds.end()) return std::nullopt;
  return kAllRoles[static_cast<std::size_t>(known - kRoleIds.begin())];
}

std::vector<Role> Roles::list() const {
  std::vector<Role> roles;
  for (const Role role : kAllRoles) {
    if (has(role)) roles.push_back(role);
  }
  return roles;
}

}  // namespace jaedan
