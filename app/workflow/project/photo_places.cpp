#include "app/workflow/project/photo_places.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/project/photo_files.h"
#include "app/workflow/project/photo_pages.h"
#include "labeling/base/utf8.h"
#include "labeling/io/image_decoder.h"
#include "labeling/io/probe_file.h"

namespace jaedan::workflow {

namespace fs = std::filesystem;

namespace {

/// Absolute and normal, without a slash at the end. Not with links followed: what is gone has none.
fs::path plain_path(const std::string& path) {
  std::error_code failed;
  const fs::path whole = fs::absolute(path, failed).lexically_normal();
  return whole.has_filename() ? whole : whole.parent_path();
}

/// The way from `folder`, in whichever form its letters are, to `path`, "." for itself; nothing when it does not lie
/// there.
std::optional<fs::path> way_below(const fs::path& folder, const fs::path& path) {
  const auto same = [](const fs::path& a, const fs::path& b) {
    return a == b || utf8_composed(a.string()) == utf8_composed(b.string());
  };
  const auto apart = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end(), same);
  if (apart.first != folder.end()) return std::nullopt;
  fs::path way;
  for (auto part = apart.second; part != path.end(); ++part) way /= *part;
  return way.empty() ? fs::path(".") : way;
}

Message gone_sentence(std::int64_t count) {
  return {"photo.gone",
          "{0|photo is|photos are} gone from here; 'jaedan relocate PROJECT OLD NEW' points to the new place",
          {count}};
}

/// What the decoder says of the file; empty when all is well.
Message why_undecodable(const std::string& path) {
  constexpr int kSmall = 64;  // the pixels themselves are of no interest
  const Result<Image> image = labeling::read_image(path, {}, kSmall);
  return image.ok() ? Message() : image.error().message;
}

}  // namespace

PhotoFileFound look_at_photo_file(const Project& project, const Photo& photo) {
  const Result<labeling::ImageSize> size = labeling::probe_image_file(project.photo_path(photo));
  if (!size.ok()) {
    const bool gone = size.error().code == ErrorCode::kNotFound;
    return {gone ? PhotoFile::kGone : PhotoFile::kUnreadable, {}, size.error().message};
  }
  const bool same = *size == labeling::ImageSize{photo.width, photo.height};
  return {same ? PhotoFile::kAsItWas : PhotoFile::kOtherSize, *size, {}};
}

Message size_changed_sentence(const Photo& photo, labeling::ImageSize now) {
  return {"photo.size_changed",
          "the photo's file is {0} now, its labels were made on {1}; look at them, or scale them with 'jaedan rescale'",
          {size_text(now), labeling::size_text({photo.width, photo.height})}};
}

Message trouble_sentence(const Photo& photo, const PhotoFileFound& found) {
  if (found.state == PhotoFile::kOtherSize) return size_changed_sentence(photo, found.size);
  return found.state == PhotoFile::kGone ? gone_sentence(1) : found.why;
}

void GoneByFolder::add(const std::string& photo_path) { ++gone_[fs::path(photo_path).parent_path().string()]; }

void GoneByFolder::tell(std::vector<FailedItem>& items) const {
  for (const auto& [folder, count] : gone_) items.push_back({folder, gone_sentence(count)});
}

Status check_photo_size(const Project& project, const Photo& photo) {
  const PhotoFileFound found = look_at_photo_file(project, photo);
  if (found.state != PhotoFile::kOtherSize) return {};
  return Error{ErrorCode::kConflict, size_changed_sentence(photo, found.size)};
}

Status look_for_photo_files(Project& project, LookInto depth, const Watch& watch, BatchReport& report) {
  GoneByFolder gone;
  JAEDAN_ASSIGN_OR_RETURN(
      const BatchReport looked,
      for_each_photo(project, {}, "looking for the photos", watch,
                     [&](const labeling::PhotoRow& row, BatchReport& into) -> Status {
                       PhotoFileFound found = look_at_photo_file(project, row.photo);
                       const bool unreadable = found.state == PhotoFile::kUnreadable;
                       if (depth == LookInto::kPixels && !unreadable && found.state != PhotoFile::kGone)
                         found.why = why_undecodable(project.photo_path(row.photo));
                       if (found.state == PhotoFile::kGone) {
                         gone.add(project.photo_path(row.photo));
                       } else if (found.state == PhotoFile::kOtherSize) {
                         into.failed.push_back({row.photo.name, size_changed_sentence(row.photo, found.size)});
                       }
                       if (found.state != PhotoFile::kGone && !found.why.empty())
                         into.failed.push_back({project.photo_path(row.photo), found.why});
                       return {};
                     }));
  gone.tell(report.failed);
  report.failed.insert(report.failed.end(), looked.failed.begin(), looked.failed.end());
  report.cancelled = report.cancelled || looked.cancelled;
  return {};
}

std::string lost_place(const std::string& photo_path) {
  std::error_code failed;
  fs::path lost = plain_path(photo_path);
  if (fs::exists(lost, failed)) return {};
  lost = lost.parent_path();
  while (lost.has_relative_path() && !fs::exists(lost, failed) && !fs::exists(lost.parent_path(), failed)) {
    lost = lost.parent_path();
  }
  return lost.string();
}

Result<BatchReport> relocate_photos(Project& project, const std::string& old_place, const std::string& new_place,
                                    const Actor& manager, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(check_may(project, manager, Deed::kManage));
  JAEDAN_RETURN_IF_ERROR(project.store().may_write());
  const std::string there_now = path_on_disk(new_place);
  JAEDAN_RETURN_IF_ERROR(check_source(there_now));
  const fs::path from = plain_path(old_place);
  const fs::path to = plain_path(there_now);
  const labeling::ChangeNote note = change_note(manager, ProjectDeed::kRelocate);
  std::int64_t met = 0;
  JAEDAN_ASSIGN_OR_RETURN(
      BatchReport report,
      change_each_photo(
          project, {}, "looking for the photos", watch,
          [&](const labeling::PhotoRow& row, BatchReport& into) -> Status {
            const std::optional<fs::path> way = way_below(from, project.photo_path(row.photo));
            if (!way) return {};
            ++met;
            JAEDAN_ASSIGN_OR_RETURN(Photo there, photo_of_file(*way == "." ? to : to / *way));
            if (there.width != row.photo.width || there.height != row.photo.height) {
              into.warnings.push_back({row.photo.name, size_changed_sentence(row.photo, {there.width, there.height})});
            }
            there.id = row.photo.id;
            there.width = row.photo.width;
            there.height = row.photo.height;
            JAEDAN_RETURN_IF_ERROR(project.store().update_photo(there, note));
            ++into.done;
            return {};
          }));
  if (met == 0 && !report.cancelled) {
    return Error{ErrorCode::kNotFound, "photo.none_at", "{0}: no photo of this project was there", {from.string()}};
  }
  return report;
}

}  // namespace jaedan::workflow
