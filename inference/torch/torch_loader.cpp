#include "inference/torch/torch_loader.h"

#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <mutex>

namespace jaedan::inference {
namespace {

namespace fs = std::filesystem;
constexpr const char* kFileName = "libjaedan_torch.so";

std::vector<fs::path> places_to_look() {
  if (const char* chosen = std::getenv("JAEDAN_TORCH_MODULE"); chosen != nullptr && *chosen != '\0') return {chosen};
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed).parent_path();
  return {program / kFileName, program / "../lib/jaedan" / kFileName};
}

Error unavailable(const Message& why) {
  return {ErrorCode::kUnavailable,
          "torch.unavailable",
          "the model module cannot be used: {0}. Install LibTorch (package libtorch1.13) or build with "
          "JAEDAN_WITH_TORCH=ON",
          {why}};
}

Result<void*> open_module() {
  Message looked_at;
  for (const fs::path& place : places_to_look()) {
    std::error_code failed;
    if (!fs::exists(place, failed)) {
      const std::string path = place.lexically_normal().string();
      looked_at = looked_at.empty() ? Message(path) : Message{"torch.both", "{0} and {1}", {looked_at, path}};
      continue;
    }
    // Never closed: LibTorch's threads and registries cannot be unloaded.
    void* handle = dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr) return unavailable(dlerror());
    return handle;
  }
  return unavailable({"torch.no_file", "no file {0}", {looked_at}});
}

}  // namespace

Result<void*> torch_module_symbol(const char* name) {
  static std::mutex mutex;
  static void* opened = nullptr;
  const std::lock_guard lock(mutex);
  if (opened == nullptr) {
    // A failure is not kept: the person may install the package while the studio runs.
    JAEDAN_ASSIGN_OR_RETURN(opened, open_module());
  }
  void* const symbol = dlsym(opened, name);
  if (symbol == nullptr)
    return unavailable({"torch.other_program", "it is not this program's, for it has no {0}", {name}});
  return symbol;
}

Result<TorchModule*> load_torch_module() {
  JAEDAN_ASSIGN_OR_RETURN(void* const symbol, torch_module_symbol(kTorchModuleSymbol));
  return reinterpret_cast<TorchModuleFunction*>(symbol)();
}

}  // namespace jaedan::inference
