#include "labeling/review/project_deed.h"

namespace jaedan {
namespace {

constexpr std::array<std::string_view, kAllProjectDeeds.size()> kProjectDeedIds = {
    "promote", "adopt_built_in", "rollback", "trust", "distrust", "snapshot", "relocate", "rescale", "adopt_size"};

}  // namespace

std::string_view id_of(ProjectDeed deed) { return kProjectDeedIds[static_cast<std::size_t>(deed)]; }

Roles roles_for(ProjectDeed deed) {
  // Both are part of drawing, which everybody may.
  if (deed == ProjectDeed::kRescale || deed == ProjectDeed::kAdoptSize) return Roles::all();
  return {Role::kManager};
}

}  // namespace jaedan
