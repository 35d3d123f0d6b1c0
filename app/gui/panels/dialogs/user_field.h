#pragma once

#include <string>

#include "app/gui/base/ui.h"

namespace jaedan::gui {

/// The name in the field while it is typed: until the field is left it is nobody's.
struct UserField {
  std::string typed;
  bool active = false;
};

/// In a project with users, who works there, to be read only. Else the name that changes are logged under, put into
/// `changed.user` when the field is left; true then. `at`: where the field begins (field_name).
bool user_field(const Ui& ui, Settings& changed, float at, UserField& state);

}  // namespace jaedan::gui
