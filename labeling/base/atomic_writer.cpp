#include "labeling/base/atomic_writer.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "labeling/base/sync_folder.h"

namespace jaedan {
namespace {

constexpr std::size_t kBufferBytes = 64 << 10;

class Writer final : public AtomicWriter {
 public:
  Writer(std::string path, std::string temporary, int file, FileOperations& operations)
      : path_(std::move(path)), temporary_(std::move(temporary)), file_(file), operations_(operations) {}
  ~Writer() override {
    if (file_ >= 0) ::close(file_);
    if (!committed_) ::unlink(temporary_.c_str());
  }

  Status append(std::string_view bytes) override {
    if (buffer_.size() + bytes.size() < kBufferBytes) {
      buffer_ += bytes;
      return {};
    }
    JAEDAN_RETURN_IF_ERROR(flush());
    return write(bytes);
  }

  Status commit() override {
    JAEDAN_RETURN_IF_ERROR(flush());
    if (operations_.fsync(file_) != 0) return failure();
    // Some file systems tell only now that the bytes did not arrive.
    if (::close(std::exchange(file_, -1)) != 0) return failure();
    if (operations_.rename(temporary_.c_str(), path_.c_str()) != 0) return failure();
    committed_ = true;
    sync_folder_of(path_);
    return {};
  }

 private:
  Error failure() const { return {ErrorCode::kIo, in_context(path_, system_message(errno))}; }

  Status flush() { return write(std::exchange(buffer_, {})); }
  Status write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = operations_.write(file_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return failure();
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
  }

  const std::string path_;
  const std::string temporary_;
  int file_;
  FileOperations& operations_;
  std::string buffer_;
  bool committed_ = false;
};

}  // namespace

Result<std::unique_ptr<AtomicWriter>> AtomicWriter::open(const std::string& path, FileOperations& operations) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::error_code failed;
  if (!folder.empty()) std::filesystem::create_directories(folder, failed);
  if (failed) {
    return Error{ErrorCode::kIo,
                 "folder.cannot_make",
                 "{0}: cannot make the folder: {1}",
                 {folder.string(), system_message(failed)}};
  }
  // Short, whatever the file is called: a name of 255 bytes leaves no room for an ending.
  std::string temporary = (folder / ".jaedan-XXXXXX").string();
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return Error{ErrorCode::kIo, in_context(path, system_message(errno))};
  ::fchmod(descriptor, 0644);
  return std::unique_ptr<AtomicWriter>(std::make_unique<Writer>(path, std::move(temporary), descriptor, operations));
}

}  // namespace jaedan
