#include "labeling/base/file_system.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "labeling/base/atomic_writer.h"

namespace jaedan {
namespace {

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  bool valid() const { return fd_ >= 0; }

 private:
  int fd_;
};

Error io_error(const std::string& path) {
  const int code = errno;
  return {code == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo, in_context(path, system_message(code))};
}

class Disk final : public FileSystem {
 public:
  explicit Disk(FileOperations& operations) : operations_(operations) {}

  Result<std::string> read(const std::string& path, std::uint64_t limit_bytes) override {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.valid()) return io_error(path);
    struct stat info {};
    if (::fstat(file.get(), &info) != 0) return io_error(path);
    if (!S_ISREG(info.st_mode)) return Error{ErrorCode::kInvalidArgument, "file.no_file", "{0}: not a file", {path}};
    if (static_cast<std::uint64_t>(info.st_size) > limit_bytes) {
      return Error{ErrorCode::kTooLarge,
                   "file.too_large",
                   "{0}: {1} bytes, the limit is {2}",
                   {path, info.st_size, limit_bytes}};
    }
    std::string bytes(static_cast<std::size_t>(info.st_size), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
      const ssize_t got = ::read(file.get(), bytes.data() + done, bytes.size() - done);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return io_error(path);
      if (got == 0) break;
      done += static_cast<std::size_t>(got);
    }
    bytes.resize(done);
    return bytes;
  }

  Status write_atomically(const std::string& path, std::string_view bytes) override {
    JAEDAN_ASSIGN_OR_RETURN(const std::unique_ptr<AtomicWriter> writer, AtomicWriter::open(path, operations_));
    JAEDAN_RETURN_IF_ERROR(writer->append(bytes));
    return writer->commit();
  }

 private:
  FileOperations& operations_;
};

}  // namespace

FileSystem& disk() {
  static Disk instance(system_file_operations());
  return instance;
}

std::unique_ptr<FileSystem> disk_behind(FileOperations& operations) { return std::make_unique<Disk>(operations); }

}  // namespace jaedan
