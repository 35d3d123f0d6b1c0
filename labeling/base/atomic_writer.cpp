#include "labeling/base/atomic_writer.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "labeling/base/sync_folder.h"

namespace jaedan {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

class Writer final : public AtomicWriter {
 public:
  Writer(std::string path, std::string temporary, std::FILE* file)
      : path_(std::move(path)), temporary_(std::move(temporary)), file_(file) {}
  ~Writer() override {
    file_.reset();
    if (!committed_) ::unlink(temporary_.c_str());
  }

  Status append(std::string_view bytes) override {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size()) return {};
    return failure();
  }

  Status commit() override {
    if (std::fflush(file_.get()) != 0 || ::fsync(::fileno(file_.get())) != 0) return failure();
    if (::rename(temporary_.c_str(), path_.c_str()) != 0) return failure();
    committed_ = true;
    sync_folder_of(path_);
    return {};
  }

 private:
  Error failure() const { return {ErrorCode::kIo, path_ + ": " + std::strerror(errno)}; }

  const std::string path_;
  const std::string temporary_;
  std::unique_ptr<std::FILE, CloseFile> file_;
  bool committed_ = false;
};

}  // namespace

Result<std::unique_ptr<AtomicWriter>> AtomicWriter::open(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::error_code failed;
  if (!folder.empty()) std::filesystem::create_directories(folder, failed);
  if (failed) return Error{ErrorCode::kIo, folder.string() + ": cannot make the folder: " + failed.message()};
  std::string temporary = path + ".tmp-XXXXXX";
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return Error{ErrorCode::kIo, path + ": " + std::strerror(errno)};
  ::fchmod(descriptor, 0644);
  std::FILE* file = ::fdopen(descriptor, "wb");
  if (!file) {
    const Error error = {ErrorCode::kIo, path + ": " + std::strerror(errno)};
    ::close(descriptor);
    ::unlink(temporary.c_str());
    return error;
  }
  return std::unique_ptr<AtomicWriter>(std::make_unique<Writer>(path, std::move(temporary), file));
}

}  // namespace jaedan
