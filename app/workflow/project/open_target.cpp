#include "app/workflow/project/open_target.h"

#include <filesystem>

#include "app/workflow/project/photo_files.h"
#include "app/workflow/project/project.h"
#include "labeling/io/own_picture.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

bool holds_photos(const fs::path& folder) {
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), end;
       !error && it != end; it.increment(error)) {
    if (is_passed_over(*it)) {
      it.disable_recursion_pending();
      continue;
    }
    if (looks_like_photo(it->path()) && !labeling::is_own_picture(it->path().string())) return true;
  }
  return false;
}

}  // namespace

Result<OpenTarget> open_target(const std::string& path, const Watch& watch) {
  JAEDAN_RETURN_IF_ERROR(labeling::ProjectPlace::parse(path));  // the address of a server is no path to look at
  std::error_code error;
  fs::path folder = fs::absolute(path, error).lexically_normal();
  if (!folder.has_filename()) folder = folder.parent_path();  // "photos/"
  OpenTarget target;
  const labeling::OpenNews news{[&](const Message& sentence) { target.news.push_back(sentence); },
                                [&](std::int64_t done, std::int64_t total) {
                                  watch.report({"taking over an older project", done, total, ""});
                                }};
  const auto project = Project::open(folder.string(), news);
  if (project.ok()) {
    target.project = folder.string();
    return target;
  }
  const bool plain_folder = project.error().code == ErrorCode::kNotFound && fs::is_directory(folder, error) &&
                            folder.extension() != ".jaedan";
  if (!plain_folder) return project.error();
  if (!holds_photos(folder)) {
    return Error{ErrorCode::kNotFound,
                 "open.no_photos",
                 "{0}: no photo in this folder, and no project; put photos into it first, or open another one",
                 {path}};
  }
  const std::string beside = folder.string() + ".jaedan";
  if (!fs::exists(beside, error)) {
    if (const auto made = Project::create(beside); !made.ok()) {
      if (made.error().code != ErrorCode::kIo) return made.error();
      return Error{ErrorCode::kIo,
                   "open.no_project_beside",
                   "{0}; no project can be made beside these photos: make one where you may write with 'jaedan init "
                   "NAME.jaedan --images {1}' and open that",
                   {made.error().message, folder.string()}};
    }
  } else if (const auto found = Project::open(beside, news); !found.ok()) {
    return found.error();
  }
  target.project = beside;
  target.images = folder.string();
  return target;
}

}  // namespace jaedan::workflow
