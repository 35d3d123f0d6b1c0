#include "inference/write_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace jaedan::inference {
namespace {

Status write_whole(int file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return Error{ErrorCode::kIo, path + ": cannot be written: " + std::strerror(errno)};
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(file) != 0) return Error{ErrorCode::kIo, path + ": cannot be written: " + std::strerror(errno)};
  return {};
}

// The new name is in the folder, which is a file of its own. Some file systems refuse this; then they do it themselves.
void sync_folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  ::fsync(file);
  ::close(file);
}

}  // namespace

Status write_file_atomically(const std::string& path, std::string_view bytes) {
  const std::string beside = path + ".part";
  const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) return Error{ErrorCode::kIo, beside + ": cannot be written: " + std::strerror(errno)};
  Status written = write_whole(file, bytes, beside);
  ::close(file);
  if (written.ok() && std::rename(beside.c_str(), path.c_str()) != 0) {
    written = Error{ErrorCode::kIo, path + ": cannot be replaced: " + std::strerror(errno)};
  }
  if (!written.ok()) {
    ::unlink(beside.c_str());
    return written;
  }
  sync_folder_of(path);
  return {};
}

}  // namespace jaedan::inference
