#include "app/workflow/project/output_guard.h"

#include <unistd.h>

#include <cerrno>

#include "app/workflow/project/photo_files.h"

namespace jaedan::workflow {

namespace fs = std::filesystem;

Status make_output_folder(const std::string& out) {
  std::error_code failed;
  if (fs::exists(out, failed) && !fs::is_directory(out, failed)) {
    return Error{ErrorCode::kIo, "output.is_file", "{0}: is a file; name a folder to write into", {out}};
  }
  fs::create_directories(out, failed);
  if (failed) {
    return Error{
        ErrorCode::kIo, "folder.cannot_make", "{0}: cannot make the folder: {1}", {out, system_message(failed)}};
  }
  if (::access(out.c_str(), W_OK | X_OK) != 0) {
    return Error{
        ErrorCode::kIo, "output.not_written", "{0}: cannot write into the folder: {1}", {out, system_message(errno)}};
  }
  return {};
}

OutputGuard::OutputGuard(std::string out, const std::vector<std::string>& formats) : out_(std::move(out)) {
  for (const std::string& name : formats) {
    const labeling::ExportFormat* format = labeling::find_export_format(name);
    if (!format) continue;
    formats_.push_back(format);
    real_targets_.insert(real_path(out_ / fs::path(format->photo_file).parent_path()));
  }
}

void OutputGuard::protect_photo(const fs::path& photo) {
  if (seen_.insert(photo.parent_path()).second) protect_folder(real_path(photo.parent_path()));
  std::error_code failed;
  if (!fs::is_symlink(photo, failed)) return;
  const fs::path real = fs::canonical(photo, failed).parent_path();
  if (!failed && seen_.insert(real).second) protect_folder(real);
}

void OutputGuard::protect_folder(const fs::path& real_folder) {
  if (real_targets_.count(real_folder) > 0) holds_photos_ = true;
}

Status OutputGuard::check() const {
  const std::string out = out_.string();
  for (const labeling::ExportFormat* format : formats_) {
    if (holds_photos_ && writes_pictures(*format)) {
      return Error{ErrorCode::kInvalidArgument,
                   "output.holds_photos",
                   "{0} holds the photos themselves; {1} would put other pictures among them or over them: write into "
                   "another folder, such as {2}",
                   {out, format->name, (out_ / format->name).string()}};
    }
    for (const std::string_view file : format->set_files) {
      std::error_code failed;
      if (!holds_photos_ || !fs::exists(out_ / file, failed)) continue;
      return Error{ErrorCode::kInvalidArgument,
                   "output.table_there",
                   "{0}: there is such a file among the photos already, and it is kept; take it away or write into "
                   "another folder",
                   {(out_ / file).string()}};
    }
  }
  return {};
}

Status OutputGuard::allow(const std::string& file_name) const {
  if (!holds_photos_) return {};
  for (const labeling::ExportFormat* format : formats_) {
    if (format->photo_file.empty()) continue;
    const fs::path file = out_ / photo_file_of(*format, file_name);
    std::error_code failed;
    if (!fs::exists(fs::symlink_status(file, failed))) continue;
    return Error{ErrorCode::kConflict,
                 "output.label_there",
                 "there is a label file already, {0}; it was kept: write into another folder to get a new one",
                 {file.string()}};
  }
  return {};
}

}  // namespace jaedan::workflow
