#include "app/workflow/project/yolo_class_files.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/workflow/project/photo_files.h"
#include "labeling/base/file_system.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;
using labeling::YoloNames;

class ClassFiles {
 public:
  explicit ClassFiles(std::uint64_t limit_bytes) : limit_bytes_(limit_bytes) {}

  /// Nothing when no file of `folder` names classes; why not is kept.
  Result<std::optional<YoloClassFile>> in(const fs::path& folder) {
    for (const std::string& name : labeling::yolo_names_files()) {
      if (std::optional<YoloNames> names = read(folder / name))
        return std::optional(YoloClassFile{std::move(*names), folder / name, {}});
    }
    const auto may_name = [](const fs::path& file) {
      return labeling::may_name_yolo_classes(file.filename().string()) && !is_yolo_class_file(file);
    };
    std::optional<YoloClassFile> found;
    const Result<std::vector<fs::path>> files = files_below(folder.string(), may_name, 0);
    if (!files.ok()) return found;  // a folder above that may not be listed
    for (const fs::path& file : *files) {
      std::optional<YoloNames> names = read(file, false);
      if (names && found && names->classes != found->names.classes) {
        return Error{ErrorCode::kInvalidArgument,
                     "import.class_files_differ",
                     "{0} and {1} name different classes; keep one of them, or call it data.yaml",
                     {found->path.string(), file.string()}};
      }
      if (!names || found) continue;
      found = YoloClassFile{std::move(*names), file, {}};
      found->told.push_back({"import.class_names_from", "the class names are those of {0}", {file.string()}});
    }
    return found;
  }

  /// Tells what names other classes in `folder` than `taken` does.
  void compare(const fs::path& folder, YoloClassFile& taken) {
    for (const std::string& name : labeling::yolo_names_files()) {
      const fs::path other = folder / name;
      const std::optional<YoloNames> names = other == taken.path ? std::nullopt : read(other, false);
      if (!names || names->classes == taken.names.classes) continue;
      taken.told.push_back({"import.class_names_differ",
                            "{0} and {1} name different classes; those of {0} were taken",
                            {taken.path.string(), other.string()}});
    }
  }

  const std::optional<Error>& failure() const { return failure_; }

 private:
  std::optional<YoloNames> read(const fs::path& file, bool is_meant = true) {
    const Result<std::string> text = disk().read(file.string(), limit_bytes_);
    if (!text.ok() && text.error().code == ErrorCode::kNotFound) return std::nullopt;
    Result<YoloNames> names =
        text.ok() ? labeling::read_yolo_names(*text, file.filename().string()) : Result<YoloNames>(text.error());
    if (names.ok()) return std::move(*names);
    if (is_meant && !failure_) failure_ = names.error().with_context(file.string());
    return std::nullopt;
  }

  const std::uint64_t limit_bytes_;
  std::optional<Error> failure_;
};

}  // namespace

bool is_yolo_class_file(const fs::path& file) {
  const std::vector<std::string>& names = labeling::yolo_names_files();
  return std::find(names.begin(), names.end(), file.filename().string()) != names.end();
}

Result<std::optional<YoloClassFile>> yolo_classes_near(const fs::path& folder, std::uint64_t limit_bytes) {
  ClassFiles files(limit_bytes);
  const fs::path folders[] = {folder, folder.parent_path(), folder.parent_path().parent_path()};
  std::optional<YoloClassFile> taken;
  for (const fs::path& one : folders) {
    if (!taken) {
      JAEDAN_ASSIGN_OR_RETURN(taken, files.in(one));
    }
    if (taken) files.compare(one, *taken);
  }
  if (taken) return taken;
  if (files.failure()) return *files.failure();
  return std::optional<YoloClassFile>();
}

}  // namespace jaedan::workflow
