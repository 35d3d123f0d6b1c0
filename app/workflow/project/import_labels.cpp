#include "app/workflow/project/import_labels.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/people/held_tasks.h"
#include "app/workflow/project/import_choice.h"
#include "app/workflow/project/label_photo_finder.h"
#include "app/workflow/project/photo_files.h"
#include "app/workflow/project/yolo_class_files.h"
#include "labeling/base/file_system.h"
#include "labeling/base/text_encoding.h"
#include "labeling/review/state_machine.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;
using labeling::ImportedFile;
using labeling::ImportedPhoto;
using labeling::ImportFormat;

// A hundred photos at a time are one transaction: some 0.1 s, in which other writers wait.
constexpr std::size_t kPerTransaction = 100;

/// What the label file calls the photo, with the folders that it names.
const std::string& named_in(const ImportedPhoto& imported) {
  return imported.path_below.empty() ? imported.file_name : imported.path_below;
}

/// One import: what it knows of the folders it goes through, and its report.
class LabelImport {
 public:
  LabelImport(Project& project, const std::string& source, const ImportFormat& format, const Actor& manager,
              const Watch& watch)
      : project_(project), format_(format), manager_(manager), watch_(watch), photos_(project, source) {}

  /// Says what the scan for label files passed over.
  void tell(const std::string& source, const LeftOut& left_out) {
    for (Message& told : left_out_sentences(left_out)) warn(source, std::move(told));
  }

  Result<BatchReport> run(const std::vector<fs::path>& files) {
    const std::size_t at_a_time = format_.file_per_photo ? kPerTransaction : 1;
    for (std::size_t i = 0; i < files.size() && !report_.cancelled; i += at_a_time) {
      const std::size_t end = std::min(i + at_a_time, files.size());
      if (!format_.file_per_photo) {
        JAEDAN_RETURN_IF_ERROR(import_table(files[i]));
        continue;
      }
      JAEDAN_RETURN_IF_ERROR(project_.store().batch([&] {
        for (std::size_t k = i; k < end && !report_.cancelled; ++k) {
          if (const Status status = import_file(files[k]); !status.ok()) fail(files[k].string(), status.error());
          step(k + 1, files.size(), files[k].filename().string());
        }
        return Status{};
      }));
    }
    for (const auto& [folder, taken] : outside_) {
      warn(folder, {"import.taken_from_outside",
                    "{0|photo} taken from here, outside of the folder given: {1}{2}",
                    {taken.photos, taken.first, taken.photos > 1 ? ", …" : ""}});
    }
    return std::move(report_);
  }

 private:
  /// Photos that came from a folder outside of what is imported.
  struct TakenFrom {
    std::int64_t photos = 0;
    std::string first;
  };

  void fail(const std::string& item, const Error& error) { report_.failed.push_back({item, error.message}); }
  void warn(const std::string& item, Message message) { report_.warnings.push_back({item, std::move(message)}); }
  void step(std::size_t done, std::size_t total, const std::string& item) {
    watch_.report({"reading label files", static_cast<std::int64_t>(done), static_cast<std::int64_t>(total), item});
    report_.cancelled = watch_.cancelled();
  }
  Message no_label_file() const { return {"import.other_file", "is no {0} label file", {format_.title}}; }

  Result<ImportedFile> read(const fs::path& file, labeling::ImageSize photo_size) {
    JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, disk().read(file.string(), format_.limit_bytes));
    labeling::ImportContext context{project_.taxonomy(), photo_size, {}};
    if (format_.needs_photo) {
      JAEDAN_ASSIGN_OR_RETURN(const labeling::YoloNames names, classes_beside(file));
      context.classes = names.classes;
      context.keypoint_values = names.keypoint_values;
    }
    JAEDAN_ASSIGN_OR_RETURN(ImportedFile read, format_.read(bytes, context));
    for (const Warning& warning : read.warnings) warn(file.string(), warning.message);
    return read;
  }

  /// What names the classes of a file; nothing, and told once a folder, where no file does.
  Result<labeling::YoloNames> classes_beside(const fs::path& file) {
    const fs::path folder = file.parent_path();
    if (folder == classes_of_) return classes_;
    JAEDAN_ASSIGN_OR_RETURN(const std::optional<YoloClassFile> found, yolo_classes_near(folder, format_.limit_bytes));
    classes_ = found ? found->names : labeling::YoloNames{};
    for (const Message& told : found ? found->told : std::vector<Message>()) warn(folder.string(), told);
    classes_of_ = folder;
    if (classes_.classes.empty()) {
      warn(folder.string(), {"import.no_class_names",
                             "no classes.txt or data.yaml names the classes; their numbers are read as this program "
                             "writes them"});
    }
    return classes_;
  }

  /// A README, a list of photos: text without a photo that does not look like labels.
  bool is_of_another_kind(const fs::path& file) const {
    const Result<std::string> bytes = disk().read(file.string(), format_.limit_bytes);
    return bytes.ok() && bytes->find_first_not_of(" \t\r\n") != std::string::npos && encoding_of(*bytes) == "UTF-8" &&
           !format_.looks_like(*bytes);
  }

  void skip_other_file(const fs::path& file) {
    ++report_.skipped;
    warn(file.string(), no_label_file());
  }

  /// A file that speaks of one photo.
  Status import_file(const fs::path& file) {
    labeling::ImageSize size;
    if (format_.needs_photo) {
      const Result<Photo> photo = photos_.find(file, {}, {}, true);
      if (!photo.ok() && photo.error().code == ErrorCode::kNotFound && is_of_another_kind(file)) {
        skip_other_file(file);
        return {};
      }
      if (!photo.ok()) return photo.error();
      size = {photo->width, photo->height};
    }
    JAEDAN_ASSIGN_OR_RETURN(ImportedFile read, this->read(file, size));
    for (ImportedPhoto& imported : read.photos) {
      Result<Photo> photo = photos_.find(file, named_in(imported), imported.size, true);
      if (photo.ok() && !imported.says_something) return Error{ErrorCode::kCorrupt, no_label_file()};
      const bool none = !photo.ok() && photo.error().code == ErrorCode::kNotFound;
      if (none && imported.file_name.empty() && imported.annotation.garments.empty()) {
        skip_other_file(file);
        continue;
      }
      if (none && imported.holds_picture) {
        return Error{ErrorCode::kNotFound,
                     "import.photo_inside",
                     "{0}; the file has the photo inside (imageData): save it beside the file, under the file's name",
                     {photo.error().message}};
      }
      if (!photo.ok()) return photo.error();
      if (!photo->id) photo->name = file.stem().string();
      JAEDAN_RETURN_IF_ERROR(store(*photo, imported, file.string()));
    }
    return {};
  }

  /// A file that speaks of many.
  Status import_table(const fs::path& file) {
    Result<ImportedFile> read = this->read(file, {});
    if (!read.ok()) {
      fail(file.string(), read.error());
      return {};
    }
    std::vector<ImportedPhoto>& photos = read->photos;
    for (std::size_t i = 0; i < photos.size() && !report_.cancelled; i += kPerTransaction) {
      JAEDAN_RETURN_IF_ERROR(project_.store().batch([&] {
        for (std::size_t k = i; k < std::min(i + kPerTransaction, photos.size()) && !report_.cancelled; ++k) {
          const std::string item = file.string() + ": " + photos[k].file_name;
          if (const Status status = import_line(file, photos[k], item); !status.ok()) fail(item, status.error());
          step(k + 1, photos.size(), photos[k].file_name);
        }
        return Status{};
      }));
    }
    return {};
  }

  Status import_line(const fs::path& file, ImportedPhoto& imported, const std::string& item) {
    if (imported.file_name.empty()) {
      return Error{ErrorCode::kCorrupt, "import.no_file_name", "an image without a file name"};
    }
    JAEDAN_ASSIGN_OR_RETURN(const Photo photo, photos_.find(file, named_in(imported), imported.size, false));
    return store(photo, imported, item);
  }

  Status store(const Photo& photo, ImportedPhoto& imported, const std::string& item) {
    const labeling::ImageSize size = imported.size;
    if ((size.width > 0 || size.height > 0) && (photo.width != size.width || photo.height != size.height)) {
      warn(item, {"import.other_size",
                  "the label file says {0}, the photo is {1}",
                  {size_text(size), labeling::size_text({photo.width, photo.height})}});
    }
    for (const Warning& warning : imported.warnings) warn(item, warning.message);
    const bool told = std::any_of(imported.warnings.begin(), imported.warnings.end(),
                                  [](const Warning& warning) { return warning.code == "outside_photo"; });
    for (const Garment& garment : imported.annotation.garments) {
      const std::optional<Warning> outside = outside_photo(garment, photo.width, photo.height);
      if (outside && !told) warn(item, outside->message);
    }
    labeling::Store& store = project_.store();
    PhotoId id = photo.id;
    if (photos_.is_outside(photo)) {
      TakenFrom& folder = outside_[fs::path(photo.path).parent_path().string()];
      if (++folder.photos == 1) folder.first = shown_from(photos_.source(), photo.path);
    }
    if (!id) {
      JAEDAN_ASSIGN_OR_RETURN(const std::vector<PhotoId> ids, store.add_photos({photo}));
      id = ids.front();
    }
    JAEDAN_ASSIGN_OR_RETURN(const Annotation stored, store.annotation(id));
    const bool says_nothing = stored.garments.empty() && stored.image_attributes.empty();
    if (stored.revision != 0 && (!says_nothing || stored.state == WorkflowState::kApproved)) {
      ++report_.skipped;
      warn(item, {"import.labelled_already", "this photo has labels already; they were kept"});
      return {};
    }
    if (manager_.in_team()) JAEDAN_RETURN_IF_ERROR(check_in_nobodys_hands(store, id));
    Annotation& annotation = imported.annotation;
    annotation.photo = id;
    annotation.revision = stored.revision;
    // A photo whose labels were taken away again begins anew; a format that knows less of a garment has not been
    // through all that the table grants.
    JAEDAN_ASSIGN_OR_RETURN(const WorkflowState done, state_after(manager_, Deed::kImport, WorkflowState::kNew));
    annotation.state = annotation.garments.empty() ? WorkflowState::kNew : std::min(done, format_.state);
    if (!imported.kfashion_source.empty()) {
      JAEDAN_RETURN_IF_ERROR(store.set_source_file(id, imported.kfashion_source));
    }
    // Steps of before would be undone on other garments.
    JAEDAN_RETURN_IF_ERROR(store.save(annotation, change_note(manager_, Deed::kImport), std::string()));
    ++report_.done;
    return {};
  }

  Project& project_;
  const ImportFormat& format_;
  const Actor& manager_;
  const Watch& watch_;
  LabelPhotoFinder photos_;
  std::map<std::string, TakenFrom> outside_;  ///< by folder
  std::optional<fs::path> classes_of_;        ///< the folder whose classes are named by `classes_`
  labeling::YoloNames classes_;
  BatchReport report_;
};

}  // namespace

Result<BatchReport> import_labels(Project& project, const std::string& source, const ImportFormat& format,
                                  const Actor& manager, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, manager, Deed::kImport));
  const auto is_label_file = [&](const fs::path& file) {
    return lower_extension(file) == format.ending && !is_yolo_class_file(file);
  };
  LeftOut left_out;
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<fs::path> files,
                          files_below(source, is_label_file, kAllFolders, &left_out));
  if (files.empty()) {
    std::vector<Message> why = {{"import.none_of_format",
                                 "{0}: no {1} label files (*{2})",
                                 {source, format.title, std::string(format.ending)}}};
    for (Message& told : left_out_sentences(left_out)) why.push_back(std::move(told));
    return nothing_found(ErrorCode::kNotFound, source, std::move(why), std::string(format.ending));
  }
  JAEDAN_ASSIGN_OR_RETURN(const std::int64_t before, project.store().count({}));
  LabelImport labels(project, source, format, manager, watch);
  labels.tell(source, left_out);
  JAEDAN_ASSIGN_OR_RETURN(BatchReport report, labels.run(files));
  JAEDAN_ASSIGN_OR_RETURN(const std::int64_t after, project.store().count({}));
  report.new_photos = std::max<std::int64_t>(after - before, 0);
  return report;
}

}  // namespace jaedan::workflow
