#include "app/workflow/project/import_photos.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/project/import_choice.h"
#include "app/workflow/project/import_labels.h"
#include "app/workflow/project/photo_files.h"
#include "app/workflow/project/photo_pages.h"
#include "app/workflow/project/photo_places.h"
#include "app/workflow/recommend/import_outfits.h"
#include "labeling/base/utf8.h"
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
  PhotoBatch(labeling::PhotoCatalogue& photos, BatchReport& report) : catalogue_(photos), report_(report) {}

  Status add(Photo photo) {
    photos_.push_back(std::move(photo));
    if (photos_.size() < batch_) return {};
    batch_ = std::min(batch_ * 2, kPhotosPerTransaction);
    return flush();
  }
  Status flush() {
    if (photos_.empty()) return {};
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<PhotoId> ids, catalogue_.add_photos(photos_));
    for (std::size_t i = 0; i < ids.size(); ++i) {
      JAEDAN_ASSIGN_OR_RETURN(const Photo kept, catalogue_.photo(ids[i]));
      if (kept.width == photos_[i].width && kept.height == photos_[i].height) continue;
      report_.warnings.push_back({kept.name, size_changed_sentence(kept, {photos_[i].width, photos_[i].height})});
    }
    photos_.clear();
    return {};
  }

 private:
  labeling::PhotoCatalogue& catalogue_;
  BatchReport& report_;
  std::vector<Photo> photos_;
  std::size_t batch_ = kFirstTransaction;
};

/// Photos of the project whose files are gone: a folder that is opened in a new place holds them, not new ones.
class GonePhotos {
 public:
  static Result<GonePhotos> of(Project& project) {
    GonePhotos gone;
    std::unordered_set<std::string> there;
    JAEDAN_RETURN_IF_ERROR(look_at_photos(project, [&](const Photo& photo) {
      const std::string path = project.photo_path(photo);
      std::error_code failed;
      if (fs::exists(path, failed)) {
        there.insert(path);
      } else if (!failed) {
        gone.by_file_[file_name(path)].push_back(photo);
      }
    }));
    if (!gone.by_file_.empty()) gone.there_ = std::move(there);
    return gone;
  }

  /// The one that `file` is: of the same file name and size, and of several the one whose folders are the most alike.
  /// It is given out once. Nothing when none is, or when two are as likely.
  std::optional<Photo> take(const Photo& file) {
    const auto same_name = by_file_.find(file_name(file.path));
    if (same_name == by_file_.end() || there_.count(file.path) != 0) return std::nullopt;
    std::vector<Photo>& candidates = same_name->second;
    auto best = candidates.end();
    std::ptrdiff_t most_alike = -1;
    bool alone = false;
    for (auto it = candidates.begin(); it != candidates.end(); ++it) {
      if (it->width != file.width || it->height != file.height) continue;
      const std::ptrdiff_t alike = equal_folders(it->path, file.path);
      alone = alike != most_alike && (alike > most_alike || alone);
      if (alike > most_alike) {
        most_alike = alike;
        best = it;
      }
    }
    if (best == candidates.end() || !alone) return std::nullopt;
    Photo found = *best;
    candidates.erase(best);
    return found;
  }

 private:
  static std::string file_name(const std::string& path) { return utf8_composed(fs::path(path).filename().string()); }
  /// How many names two paths share from the right.
  static std::ptrdiff_t equal_folders(const std::string& a, const std::string& b) {
    const fs::path left(a);
    const fs::path right(b);
    const std::vector<fs::path> x(left.begin(), left.end());
    const std::vector<fs::path> y(right.begin(), right.end());
    return std::distance(x.rbegin(), std::mismatch(x.rbegin(), x.rend(), y.rbegin(), y.rend()).first);
  }

  std::unordered_map<std::string, std::vector<Photo>> by_file_;
  std::unordered_set<std::string> there_;
};

Message found_again_sentence(std::int64_t count) {
  return {"import.found_again", "{0|photo that was gone was|photos that were gone were} found again here", {count}};
}

}  // namespace

Result<BatchReport> import_images(Project& project, const std::string& source, const Actor& manager,
                                  const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, manager, Deed::kManage));
  LeftOut left_out;
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<fs::path> files, photos_below(source, {}, &left_out));
  BatchReport report;
  for (Message& told : left_out_sentences(left_out)) report.warnings.push_back({source, std::move(told)});
  PhotoBatch batch(project.store(), report);
  JAEDAN_ASSIGN_OR_RETURN(GonePhotos gone, GonePhotos::of(project));
  std::int64_t found_again = 0;
  JAEDAN_ASSIGN_OR_RETURN(const std::int64_t before, project.store().count({}));
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (watch.cancelled()) {
      report.cancelled = true;
      break;
    }
    Result<Photo> photo = photo_of_file(files[i]);
    std::optional<Photo> known = photo.ok() ? gone.take(*photo) : std::nullopt;
    if (known) {
      known->path = photo->path;
      JAEDAN_RETURN_IF_ERROR(project.store().update_photo(*known, change_note(manager, ProjectDeed::kRelocate)));
      ++found_again;
    } else if (photo.ok()) {
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
  report.skipped = report.done - added + found_again;
  if (found_again > 0) report.warnings.push_back({source, found_again_sentence(found_again)});
  report.done = added;
  report.new_photos = added;
  return report;
}

Result<BatchReport> import_any(Project& project, const std::string& source, const std::string& format,
                               const Actor& manager, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(project.store().may_write());
  JAEDAN_ASSIGN_OR_RETURN(const ImportChoice choice, choose_import(source, format));
  JAEDAN_RETURN_IF_ERROR(check_no_archive(source));
  const labeling::ImportFormat* labels = labeling::find_import_format(choice.name);
  if (labels) return import_labels(project, source, *labels, manager, watch);
  if (choice.name == kOutfitTables) return import_outfits(project, source, manager, watch);
  JAEDAN_ASSIGN_OR_RETURN(BatchReport report, import_images(project, source, manager, watch));
  if (report.done > 0 || report.skipped > 0 || !report.failed.empty() || report.cancelled) return report;
  std::vector<Message> why = {{"import.no_photos_there", "{0}: no photos", {source}}};
  for (FailedItem& told : report.warnings) why.push_back(std::move(told.reason));
  return nothing_found(ErrorCode::kNotFound, source, std::move(why));
}

}  // namespace jaedan::workflow
