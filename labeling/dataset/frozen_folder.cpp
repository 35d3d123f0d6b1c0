#include "labeling/dataset/frozen_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>

#include "labeling/base/sync_folder.h"

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUnfinished = ".unfinished-";

Error io_error(const std::string& path, int code) { return {ErrorCode::kIo, in_context(path, system_message(code))}; }

/// Folders whose name ends in the number of a process that is gone.
void clear_leftovers(const fs::path& parent) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(parent, ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.rfind(kUnfinished, 0) != 0) continue;
    const long pid = std::strtol(name.c_str() + name.rfind('-') + 1, nullptr, 10);
    if (pid > 0 && ::kill(static_cast<pid_t>(pid), 0) != 0 && errno == ESRCH) fs::remove_all(entry.path(), ignored);
  }
}

int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

FrozenFolder::FrozenFolder(std::string path, std::string unfinished)
    : path_(std::move(path)), unfinished_(std::move(unfinished)) {}

FrozenFolder::FrozenFolder(FrozenFolder&& other) noexcept
    : path_(std::move(other.path_)), unfinished_(std::exchange(other.unfinished_, std::string())) {}

FrozenFolder::~FrozenFolder() {
  std::error_code ignored;
  if (!unfinished_.empty()) fs::remove_all(unfinished_, ignored);
}

Result<FrozenFolder> FrozenFolder::start(const std::string& path) {
  const fs::path parent = fs::path(path).parent_path();
  std::error_code failed;
  fs::create_directories(parent, failed);
  if (failed) return io_error(parent.string(), failed.value());
  clear_leftovers(parent);
  const std::string name =
      std::string(kUnfinished) + fs::path(path).filename().string() + "-" + std::to_string(::getpid());
  const fs::path unfinished = parent / name;
  fs::remove_all(unfinished, failed);
  fs::create_directory(unfinished, failed);
  if (failed) return io_error(unfinished.string(), failed.value());
  return FrozenFolder(path, unfinished.string());
}

Status FrozenFolder::make_folder(const std::string& name) {
  std::error_code failed;
  fs::create_directory(fs::path(unfinished_) / name, failed);
  if (failed) return io_error(path_ + "/" + name, failed.value());
  return {};
}

Status FrozenFolder::write(const std::string& name, std::string_view bytes) {
  const std::string file_path = unfinished_ + "/" + name;
  const int file = ::open(file_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0444);
  if (file < 0) return io_error(path_ + "/" + name, errno);
  const int failed = write_all(file, bytes);
  if (::close(file) != 0 || failed != 0) return io_error(path_ + "/" + name, failed != 0 ? failed : errno);
  return {};
}

Status FrozenFolder::finish() {
  // One wait for all files: a wait for each would take longer than writing them.
  const int folder = ::open(unfinished_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const int synced = folder < 0 ? -1 : ::syncfs(folder);
  const int code = errno;
  if (folder >= 0) ::close(folder);
  if (synced != 0) return io_error(path_, code);

  std::error_code failed;
  fs::rename(unfinished_, path_, failed);
  if (failed && !fs::exists(path_)) return io_error(path_, failed.value());
  if (!failed) unfinished_.clear();
  sync_folder_of(path_);
  return {};
}

}  // namespace jaedan::labeling
