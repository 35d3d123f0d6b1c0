#include "labeling/base/own_module.h"

#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <vector>

namespace jaedan {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> places_of_module(const char* file_name, const char* variable) {
  if (const char* chosen = std::getenv(variable); chosen != nullptr && *chosen != '\0') return {chosen};
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed).parent_path();
  return {program / file_name, program / "../lib/jaedan" / file_name};
}

}  // namespace

Result<void*> OwnModule::open() const {
  Message looked_at;
  for (const fs::path& place : places_of_module(file_name_, variable_)) {
    std::error_code failed;
    if (!fs::exists(place, failed)) {
      const std::string path = place.lexically_normal().string();
      looked_at = looked_at.empty() ? Message(path) : Message{"module.both", "{0} and {1}", {looked_at, path}};
      continue;
    }
    void* const handle = dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr) return Error{ErrorCode::kUnavailable, Message(dlerror())};
    return handle;
  }
  return Error{ErrorCode::kUnavailable, "module.no_file", "no file {0}", {looked_at}};
}

Result<void*> OwnModule::symbol(const char* name) {
  const std::lock_guard lock(mutex_);
  if (handle_ == nullptr) {
    JAEDAN_ASSIGN_OR_RETURN(handle_, open());
  }
  void* const symbol = dlsym(handle_, name);
  if (symbol == nullptr) {
    return Error{
        ErrorCode::kUnavailable, "module.other_program", "it is not this program's, for it has no {0}", {name}};
  }
  return symbol;
}

}  // namespace jaedan
