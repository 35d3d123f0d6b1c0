#pragma once

#include <mutex>

#include "labeling/base/result.h"

namespace jaedan {

/// A part of this program in a shared object of its own, loaded when it is first needed: what a large library costs at
/// every start is paid by those who use it. Looked for beside the program, in ../lib/jaedan from there, and at the file
/// that an environment variable names, which wins when set. Never unloaded: threads and registries of large libraries
/// cannot be. Safe from several threads.
class OwnModule {
 public:
  /// `file_name` such as "libjaedan_torch.so", `variable` such as "JAEDAN_TORCH_MODULE"; both must outlive it.
  constexpr OwnModule(const char* file_name, const char* variable) : file_name_(file_name), variable_(variable) {}

  /// What the module exports as `name`, never null. kUnavailable, with the places that were looked at or the linker's
  /// words, when it is missing, cannot be loaded or is another program's. A failure is not kept: the person may
  /// install what is missing while the studio runs.
  Result<void*> symbol(const char* name);

 private:
  Result<void*> open() const;

  const char* file_name_;
  const char* variable_;
  std::mutex mutex_;
  void* handle_ = nullptr;
};

}  // namespace jaedan
