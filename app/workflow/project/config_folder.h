#pragma once

#include <string>

namespace jaedan::workflow {

/// What a person keeps on this machine besides projects: $XDG_CONFIG_HOME/jaedan, or ~/.config/jaedan. Need not exist.
/// Always an absolute path, never one that the present folder decides; empty when nothing says where.
std::string config_folder();

}  // namespace jaedan::workflow
