#include "app/workflow/project/import_photos.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "app/workflow/project/photo_beside.h"
#include "app/workflow/project/photo_files.h"
#include "labeling/base/file_system.h"
#include "labeling/formats/kfashion/kfashion_json.h"
#include "labeling/io/probe_file.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLabelFileLimit = 16u << 20;
// The first are stored soon, so that a window has something to show; the rest in big transactions.
constexpr std::size_t kFirstTransaction = 16;
constexpr std::size_t kPhotosPerTransaction = 512;
constexpr std::size_t kLabelFilesPerTransaction = 100;

/// A row for the store, from the photo's header alone. Its folder is the real one: a photo that is reached through a
/// linked folder is the same photo. A link to the file itself stays: what it points to may have no name of its own.
Result<Photo> photo_of_file(const fs::path& file) {
  JAEDAN_ASSIGN_OR_RETURN(const labeling::ImageSize size, labeling::probe_image_file(file.string()));
  std::error_code failed;
  const fs::path folder = fs::canonical(file.parent_path(), failed);
  const fs::path path = failed ? file : folder / file.filename();
  return Photo{PhotoId{}, file.stem().string(), path.string(), size.width, size.height};
}

/// Gathers photos and hands them to the store in big transactions.
class PhotoBatch {
 public:
  explicit PhotoBatch(labeling::PhotoCatalogue& photos) : catalogue_(photos) {}

  Status add(Photo photo) {
    photos_.push_back(std::move(photo));
    if (photos_.size() < batch_) return {};
    batch_ = std::min(batch_ * 2, kPhotosPerTransaction);
    return flush();
  }
  Status flush() {
    if (photos_.empty()) return {};
    JAEDAN_RETURN_IF_ERROR(catalogue_.add_photos(photos_));
    photos_.clear();
    return {};
  }

 private:
  labeling::PhotoCatalogue& catalogue_;
  std::vector<Photo> photos_;
  std::size_t batch_ = kFirstTransaction;
};

bool is_label_file(const fs::path& file) { return lower_extension(file) == ".json"; }

/// Any JSON object can be read as a label file with defects; this one has nothing at all of a K-Fashion file.
bool says_nothing(const labeling::KFashionFile& label) {
  return label.annotation.garments.empty() && label.annotation.image_attributes.empty() &&
         label.image_file_name.empty() && label.file_name.empty() && label.created.empty() && label.image_id == 0 &&
         label.file_number == 0 && label.width == 0 && label.height == 0;
}

/// Adds one label file with its photo.
Status import_label_file(Project& project, const fs::path& file, const std::string& who, PhotoBeside& photos,
                         BatchReport& report) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, disk().read(file.string(), kLabelFileLimit));
  JAEDAN_ASSIGN_OR_RETURN(labeling::KFashionFile label, labeling::read_kfashion(bytes, project.taxonomy()));
  const std::optional<fs::path> photo_file = photos.find(file, label.image_file_name);
  if (photo_file && says_nothing(label)) return Error{ErrorCode::kCorrupt, "is no K-Fashion label file"};
  if (!photo_file && label.image_file_name.empty() && label.annotation.garments.empty()) {
    ++report.skipped;
    report.warnings.push_back({file.string(), "is no K-Fashion label file"});
    return {};
  }
  if (!photo_file) return Error{ErrorCode::kNotFound, "there is no photo beside this label file"};
  JAEDAN_ASSIGN_OR_RETURN(Photo photo, photo_of_file(*photo_file));
  photo.name = file.stem().string();
  if (photo.width != label.width || photo.height != label.height) {
    report.warnings.push_back({file.string(), "the label file says " + std::to_string(label.width) + "×" +
                                                  std::to_string(label.height) + ", the photo is " +
                                                  std::to_string(photo.width) + "×" + std::to_string(photo.height)});
  }
  for (const Warning& warning : label.warnings) report.warnings.push_back({file.string(), warning.message});

  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<PhotoId> ids, store.add_photos({photo}));
  JAEDAN_ASSIGN_OR_RETURN(const Annotation stored, store.annotation(ids.front()));
  if (stored.revision != 0) {
    ++report.skipped;
    report.warnings.push_back({file.string(), "this photo has labels already; they were kept"});
    return {};
  }
  label.annotation.photo = ids.front();
  label.annotation.revision = 0;
  // A file of the data set has been through the whole workflow; without labels it is only drawn.
  label.annotation.state = label.annotation.garments.empty() ? WorkflowState::kNew : WorkflowState::kExpert;
  JAEDAN_RETURN_IF_ERROR(store.set_source_file(ids.front(), bytes));
  JAEDAN_RETURN_IF_ERROR(store.save(label.annotation, {who, "import"}));
  ++report.done;
  return {};
}

}  // namespace

Result<BatchReport> import_images(Project& project, const std::string& source, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<fs::path> files, photos_below(source));
  BatchReport report;
  PhotoBatch batch(project.store());
  JAEDAN_ASSIGN_OR_RETURN(const std::int64_t before, project.store().count({}));
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (watch.cancelled()) {
      report.cancelled = true;
      break;
    }
    Result<Photo> photo = photo_of_file(files[i]);
    if (photo.ok()) {
      JAEDAN_RETURN_IF_ERROR(batch.add(std::move(photo).value()));
      ++report.done;
    } else {
      report.failed.push_back({files[i].string(), photo.error().message});
    }
    watch.report({"reading photos", static_cast<std::int64_t>(i + 1), static_cast<std::int64_t>(files.size()),
                  files[i].filename().string()});
  }
  JAEDAN_RETURN_IF_ERROR(batch.flush());
  // The store alone knows which paths it had; the difference is what was new.
  JAEDAN_ASSIGN_OR_RETURN(const std::int64_t after, project.store().count({}));
  const std::int64_t added = std::clamp<std::int64_t>(after - before, 0, report.done);
  report.skipped = report.done - added;
  report.done = added;
  return report;
}

Result<BatchReport> import_kfashion(Project& project, const std::string& source, const std::string& who,
                                    const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<fs::path> files, files_below(source, is_label_file));
  BatchReport report;
  PhotoBeside photos;
  const auto import_some = [&](std::size_t first) {
    const std::size_t end = std::min(first + kLabelFilesPerTransaction, files.size());
    for (std::size_t i = first; i < end && !report.cancelled; ++i) {
      if (const Status status = import_label_file(project, files[i], who, photos, report); !status.ok()) {
        report.failed.push_back({files[i].string(), status.error().message});
      }
      watch.report({"reading label files", static_cast<std::int64_t>(i + 1), static_cast<std::int64_t>(files.size()),
                    files[i].filename().string()});
      report.cancelled = watch.cancelled();
    }
    return Status{};
  };
  for (std::size_t i = 0; i < files.size() && !report.cancelled; i += kLabelFilesPerTransaction) {
    JAEDAN_RETURN_IF_ERROR(project.store().batch([&] { return import_some(i); }));
  }
  return report;
}

Result<BatchReport> import_any(Project& project, const std::string& source, const std::string& format,
                               const std::string& who, const Watch& watch) {
  if (format == "images") return import_images(project, source, watch);
  if (format == "kfashion") return import_kfashion(project, source, who, watch);
  return Error{ErrorCode::kInvalidArgument, "cannot import '" + format + "'; there is kfashion and images"};
}

}  // namespace jaedan::workflow
