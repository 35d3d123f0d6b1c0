#include "app/workflow/project/config_folder.h"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>

namespace jaedan::workflow {
namespace {

std::string absolute_of(const char* path) { return path && *path == '/' ? path : ""; }

std::string home() {
  if (const std::string home = absolute_of(std::getenv("HOME")); !home.empty()) return home;
  const passwd* const entry = ::getpwuid(::getuid());
  return entry ? absolute_of(entry->pw_dir) : "";
}

}  // namespace

std::string config_folder() {
  if (const std::string config = absolute_of(std::getenv("XDG_CONFIG_HOME")); !config.empty())
    return config + "/jaedan";
  const std::string at = home();
  return at.empty() ? "" : at + "/.config/jaedan";
}

}  // namespace jaedan::workflow
