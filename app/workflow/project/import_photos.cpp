#include "app/workflow/project/import_photos.h"

#include <algorithm>
#include <filesystem>

#include "app/workflow/project/import_labels.h"
#include "app/workflow/project/photo_files.h"
#include "labeling/formats/importer.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

// The first are stored soon, so that a window has something to show; the rest in big transactions.
constexpr std::size_t kFirstTransaction = 16;
constexpr std::size_t kPhotosPerTransaction = 512;

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

Result<BatchReport> import_any(Project& project, const std::string& source, const std::string& format,
                               const std::string& who, const Watch& watch) {
  if (format == "images") return import_images(project, source, watch);
  if (const labeling::ImportFormat* known = labeling::find_import_format(format)) {
    return import_labels(project, source, *known, who, watch);
  }
  std::string names = "images";
  for (const labeling::ImportFormat& known : labeling::import_formats()) names += ", " + std::string(known.name);
  return Error{
      ErrorCode::kInvalidArgument, "import.unknown_format", "cannot import '{0}'; there is {1}", {format, names}};
}

}  // namespace jaedan::workflow
