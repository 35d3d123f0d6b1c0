#include "app/workflow/output/output_guard.h"

#include <unistd.h>

#include <cerrno>
#include <map>

#include "app/workflow/project/photo_files.h"
#include "labeling/formats/importer.h"
#include "labeling/formats/label_signs.h"
#include "labeling/io/image_header.h"
#include "labeling/io/own_picture.h"
#include "labeling/io/probe_file.h"

namespace jaedan::workflow {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kFilesLookedInto = 16;
constexpr std::size_t kMostBytesOfMask = 16u << 20;

/// By the signs of the formats of its ending; null for a file of none. One of several is taken for the first.
const labeling::ImportFormat* format_of_labels(const fs::path& file) {
  const std::string bytes = labeling::first_bytes_of(file.string(), labeling::kSignBytes);
  for (const labeling::ImportFormat& format : labeling::import_formats()) {
    if (format.ending == lower_extension(file) && format.looks_like(bytes)) return &format;
  }
  return nullptr;
}

/// Whether the file is of the format, or of no kind that anybody would miss.
bool may_be_replaced(const fs::path& file, const labeling::ExportFormat& format) {
  if (!writes_pictures(format)) {
    const labeling::ImportFormat* const found = format_of_labels(file);
    return !found || found->name == format.name;
  }
  if (labeling::is_own_picture(file.string())) return true;
  const std::string bytes = labeling::first_bytes_of(file.string(), kMostBytesOfMask);
  if (!labeling::read_image_header(bytes).ok()) return true;
  return format.name == "masks" && labeling::looks_like_mask(bytes);
}

}  // namespace

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
    if (!holds_photos_) JAEDAN_RETURN_IF_ERROR(check_same_format(*format));
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

Status OutputGuard::check_same_format(const labeling::ExportFormat& format) const {
  const std::string ending = lower_extension(std::string(format.photo_file));
  const labeling::ImportFormat* const own = labeling::find_import_format(format.name);
  const fs::path folder = (out_ / format.photo_file).parent_path();
  std::error_code failed;
  if (!own || looks_like_photo(std::string(format.photo_file)) || !fs::is_directory(folder, failed)) return {};
  std::map<std::string_view, std::size_t> files_of;
  std::size_t looked_at = 0;
  for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
    if (lower_extension(it->path()) != ending || !it->is_regular_file(failed)) continue;
    if (const labeling::ImportFormat* const found = format_of_labels(it->path()); found && found->file_per_photo) {
      ++files_of[found->name];
    }
    if (++looked_at == kFilesLookedInto) break;
  }
  const std::size_t of_own = files_of[own->name];
  for (const auto& [name, files] : files_of) {
    if (files <= of_own) continue;
    return Error{
        ErrorCode::kInvalidArgument,
        "output.other_format",
        "{0} holds label files of another format ({1}); {2} would replace them: write into another folder, such "
        "as {3}",
        {folder.string(), name, format.name, (out_ / format.name).string()}};
  }
  return {};
}

Status OutputGuard::allow(const std::string& file_name) const {
  for (const labeling::ExportFormat* format : formats_) {
    if (format->photo_file.empty()) continue;
    const fs::path file = out_ / photo_file_of(*format, file_name);
    std::error_code failed;
    if (!fs::exists(fs::symlink_status(file, failed))) continue;
    if (!holds_photos_ && may_be_replaced(file, *format)) continue;
    if (!holds_photos_) {
      return Error{ErrorCode::kConflict,
                   "output.other_kind_there",
                   "{0} is there already and no file of {1}; it was kept: write into another folder",
                   {file.string(), format->name}};
    }
    return Error{ErrorCode::kConflict,
                 "output.label_there",
                 "there is a label file already, {0}; it was kept: write into another folder to get a new one",
                 {file.string()}};
  }
  return {};
}

}  // namespace jaedan::workflow
