#include "app/workflow/project/label_photo_finder.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "app/workflow/project/photo_files.h"
#include "app/workflow/project/photo_pages.h"
#include "labeling/base/utf8.h"
#include "labeling/formats/file_names.h"
#include "labeling/io/own_picture.h"

namespace jaedan::workflow {

namespace fs = std::filesystem;
using labeling::ImageSize;
using labeling::PhotoClue;
using labeling::PhotoFinder;
using labeling::PhotoMatch;

namespace {

// Around a folder of labels and a single file, where somebody may keep much else: 원천데이터/원천데이터_1/로맨틱/.
constexpr int kFoldersAround = 4;
// How far above its files the folder of labels may lie: 라벨링데이터/라벨링데이터_1/로맨틱/.
constexpr int kFoldersUp = 4;
constexpr std::size_t kMostTold = 3;

fs::path folder_of_source(const std::string& source) {
  std::error_code failed;
  const fs::path real = real_path(source);
  return fs::is_directory(real, failed) ? real : real.parent_path();
}

bool is_folder(const std::string& source) {
  std::error_code failed;
  return fs::is_directory(source, failed);
}

/// Whether one of the words, in small letters, stands in the folder's name.
template <std::size_t count>
bool is_named_with(const std::array<std::string_view, count>& words, const fs::path& folder) {
  std::string name = utf8_composed(folder.filename().string());
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return c < 0x80 ? std::tolower(c) : c; });
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

/// Whether the folder's name says that labels lie in it.
bool is_named_as_labels(const fs::path& folder) {
  static constexpr std::array<std::string_view, 6> kWords = {"label", "annot", "라벨", "json", "xml", "mask"};
  return is_named_with(kWords, folder);
}
/// Whether the folder's name says that photos lie in it.
bool is_named_as_photos(const fs::path& folder) {
  static constexpr std::array<std::string_view, 6> kWords = {"image", "img", "photo", "원천", "이미지", "사진"};
  return is_named_with(kWords, folder);
}

/// The photos below `folder`; none where it cannot be read: around what was asked for that is no reason to stop.
std::vector<fs::path> photos_around(const fs::path& folder, int deepest) {
  Result<std::vector<fs::path>> photos = photos_below(folder.string(), {}, nullptr, deepest);
  return photos.ok() ? std::move(photos).value() : std::vector<fs::path>();
}

/// The folder in which the tree of labels that `folder` belongs to stands beside the tree of photos; empty when no
/// name says that it is one.
fs::path folder_of_both_trees(fs::path folder) {
  fs::path found;
  for (int up = 0; up < kFoldersUp && folder.has_relative_path(); ++up, folder = folder.parent_path()) {
    if (is_named_as_labels(folder)) found = folder.parent_path();
  }
  return found;
}

std::vector<std::string> texts_of(const std::vector<fs::path>& paths) {
  std::vector<std::string> texts;
  for (const fs::path& path : paths) texts.push_back(path.string());
  return texts;
}

/// Whether `folder` is `outer` or lies below it.
bool lies_in(const fs::path& folder, const fs::path& outer) {
  return std::mismatch(outer.begin(), outer.end(), folder.begin(), folder.end()).first == outer.end();
}

/// An overlay or a mask of our own beside a label file is not its photo.
bool may_be_photo(const fs::path& file) { return looks_like_photo(file) && !labeling::is_own_picture(file.string()); }

std::string composed_file_name(const fs::path& path) { return utf8_composed(path.filename().string()); }

bool is_known(ImageSize size) { return size.width > 0 && size.height > 0; }
bool has_size(const Photo& photo, ImageSize size) { return photo.width == size.width && photo.height == size.height; }

/// What the photo could have been called: "100026, IMG_1.jpg".
std::string names_looked_for(const PhotoClue& clue) {
  const std::string last = labeling::last_part_of(clue.named);
  if (last.empty()) return clue.stem;
  const bool says_more = clue.alone && fs::path(last).stem().string() != clue.stem;
  return says_more ? clue.stem + ", " + last : last;
}

Error none_found(const PhotoClue& clue) {
  return {ErrorCode::kNotFound,
          "import.no_photo",
          "no photo of this name ({0}): not beside the label file, not below the folder, not in the project",
          {names_looked_for(clue)}};
}

Error several_found(const std::vector<std::string>& paths) {
  std::string told;
  for (std::size_t i = 0; i < std::min(paths.size(), kMostTold); ++i) told += (i ? ", " : "") + paths[i];
  if (paths.size() > kMostTold) told += ", …";
  return {ErrorCode::kNotFound, "import.several_photos", "{0} photos suit it equally well: {1}", {paths.size(), told}};
}

}  // namespace

LabelPhotoFinder::LabelPhotoFinder(Project& project, const std::string& source)
    : project_(project), source_(folder_of_source(source)), one_file_(!is_folder(source)) {}

Result<Photo> LabelPhotoFinder::find(const fs::path& label_file, const std::string& named, ImageSize size, bool alone) {
  if (listed_folder_ != label_file.parent_path()) {
    listed_folder_ = label_file.parent_path();
    real_folder_ = real_path(listed_folder_);
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<fs::path> photos, files_below(real_folder_.string(), may_be_photo, 0));
    beside_ = PhotoFinder(texts_of(photos));
  }
  PhotoClue clue{real_folder_.string(), label_file.stem().string(), named,
                 (real_folder_ / label_file.filename()).string(), alone};
  if (!alone) clue.stem = fs::path(labeling::last_part_of(named)).stem().string();
  if (alone) {
    Candidates here;
    add_from_disk(beside_, clue, here);
    if (!here.empty()) return photo_on_disk(here.front().photo.path);
  }
  JAEDAN_RETURN_IF_ERROR(list_source());
  JAEDAN_RETURN_IF_ERROR(list_project());
  Candidates candidates;
  std::optional<Photo> other_size;
  add_from_project(clue, size, candidates, other_size);
  add_from_disk(*below_source_, clue, candidates);
  const fs::path both = folder_of_both_trees(real_folder_);
  // Without a name that says so, the folders beside this one are where else photos lie, but not before the project's.
  const fs::path around = both.empty() ? real_folder_.parent_path() : both;
  if ((!both.empty() || (candidates.empty() && !other_size)) && !lies_in(around, source_)) {
    list_around(around, both.empty() ? 1 : kFoldersAround);
    add_from_around(clue, size, candidates, other_size);
  }
  if (candidates.empty() && other_size && !other_size->id) {
    return Error{ErrorCode::kNotFound,
                 "import.outside_of_other_size",
                 "the label file says {0}, {1}, outside of the folder given, is {2}; it was not taken",
                 {size_text(size), shown_from(source_, other_size->path),
                  labeling::size_text({other_size->width, other_size->height})}};
  }
  if (candidates.empty() && other_size) {
    return Error{ErrorCode::kNotFound,
                 "import.photo_of_other_size",
                 "the label file says {0}, the project's photo '{1}' is {2}",
                 {size_text(size), other_size->name, labeling::size_text({other_size->width, other_size->height})}};
  }
  if (candidates.empty()) return none_found(clue);
  keep_best(candidates);
  keep_size(size, candidates);
  keep_called(label_file, candidates);
  if (candidates.size() > 1) {
    std::vector<std::string> paths;
    for (const Candidate& candidate : candidates) paths.push_back(project_.photo_path(candidate.photo));
    return several_found(paths);
  }
  if (candidates.front().photo.id) return candidates.front().photo;
  return photo_on_disk(candidates.front().photo.path);
}

bool LabelPhotoFinder::is_outside(const Photo& photo) const {
  return !photo.id && !lies_in(photo.path, source_) && by_path_.count(photo.path) == 0;
}

Result<Photo> LabelPhotoFinder::photo_on_disk(const std::string& path) {
  JAEDAN_ASSIGN_OR_RETURN(Photo found, photo_of_file(path));
  JAEDAN_RETURN_IF_ERROR(list_project());
  if (by_path_.count(found.path) != 0) return found;
  const auto [begin, end] = by_file_name_.equal_range(composed_file_name(found.path));
  for (auto it = begin; it != end; ++it) {
    const Photo& known = project_photos_[it->second];
    if (has_size(known, {found.width, found.height}) && same_bytes(project_.photo_path(known), path)) return known;
  }
  return found;
}

Status LabelPhotoFinder::list_source() {
  if (below_source_) return {};
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<fs::path> photos,
                          photos_below(source_.string(), {}, nullptr, one_file_ ? kFoldersAround : kAllFolders));
  below_source_.emplace(texts_of(photos));
  return {};
}

void LabelPhotoFinder::list_around(const fs::path& folder, int deepest) {
  if (around_folder_ == folder) return;
  around_folder_ = folder;
  // For one file only a tree that is named as one of photos is read, not all that lies beside it.
  std::vector<fs::path> photos = photos_around(folder, one_file_ ? std::min(deepest, 1) : deepest);
  std::error_code failed;
  for (fs::directory_iterator it(folder, failed), end; one_file_ && deepest > 1 && !failed && it != end;
       it.increment(failed)) {
    if (!it->is_directory(failed) || !is_named_as_photos(it->path())) continue;
    const std::vector<fs::path> tree = photos_around(it->path(), deepest - 1);
    photos.insert(photos.end(), tree.begin(), tree.end());
  }
  std::sort(photos.begin(), photos.end());
  photos.erase(std::unique(photos.begin(), photos.end()), photos.end());
  around_ = PhotoFinder(texts_of(photos));
}

Status LabelPhotoFinder::list_project() {
  if (in_project_) return {};
  std::vector<std::string> paths;
  JAEDAN_RETURN_IF_ERROR(look_at_photos(project_, [&](const Photo& photo) {
    const fs::path path = project_.photo_path(photo);
    by_path_.emplace(path.string(), project_photos_.size());
    by_file_name_.emplace(composed_file_name(path), project_photos_.size());
    project_photos_.push_back(photo);
    paths.push_back(path.string());
    if (utf8_composed(photo.name) == utf8_composed(path.stem().string())) return;
    // It came with a label file of this name, and so do the files of an export.
    project_photos_.push_back(photo);
    paths.push_back((path.parent_path() / (photo.name + path.extension().string())).string());
  }));
  in_project_.emplace(std::move(paths));
  return {};
}

void LabelPhotoFinder::add_from_disk(const PhotoFinder& finder, const PhotoClue& clue, Candidates& candidates) const {
  for (const PhotoMatch& match : finder.find(clue)) {
    const std::string& path = finder.photos()[match.photo];
    if (const Photo* linked = photo_behind_link(path)) {
      candidates.push_back({*linked, match});
      continue;
    }
    const auto is_it = [&](const Candidate& there) { return project_.photo_path(there.photo) == path; };
    const bool known = std::any_of(candidates.begin(), candidates.end(), is_it);
    if (!known) candidates.push_back({Photo{PhotoId{}, {}, path, 0, 0}, match});
  }
}

void LabelPhotoFinder::add_from_around(const PhotoClue& clue, ImageSize size, Candidates& candidates,
                                       std::optional<Photo>& other_size) const {
  Candidates around;
  add_from_disk(around_, clue, around);
  for (Candidate& candidate : around) {
    const Result<Photo> photo =
        is_known(size) && !candidate.photo.id ? photo_of_file(candidate.photo.path) : Result<Photo>(candidate.photo);
    // Nobody named the folder: a name alone, 0001 say, is too little.
    if (photo.ok() && is_known(size) && !has_size(*photo, size)) {
      if (!other_size) other_size = *photo;
      continue;
    }
    const auto is_it = [&](const Candidate& there) {
      return project_.photo_path(there.photo) == project_.photo_path(candidate.photo);
    };
    if (std::none_of(candidates.begin(), candidates.end(), is_it)) candidates.push_back(std::move(candidate));
  }
}

const Photo* LabelPhotoFinder::photo_behind_link(const std::string& path) const {
  std::error_code failed;
  if (!fs::is_symlink(path, failed)) return nullptr;
  const auto found = by_path_.find(fs::canonical(path, failed).string());
  return found == by_path_.end() ? nullptr : &project_photos_[found->second];
}

void LabelPhotoFinder::add_from_project(const PhotoClue& clue, ImageSize size, Candidates& candidates,
                                        std::optional<Photo>& other_size) const {
  for (const PhotoMatch& match : in_project_->find(clue)) {
    const Photo& photo = project_photos_[match.photo];
    if (is_known(size) && !has_size(photo, size)) {
      other_size = photo;
    } else {
      candidates.push_back({photo, match});
    }
  }
  candidates.erase(std::unique(candidates.begin(), candidates.end(),
                               [](const Candidate& a, const Candidate& b) { return a.photo.id == b.photo.id; }),
                   candidates.end());
}

void LabelPhotoFinder::keep_best(Candidates& candidates) {
  const auto better = [](const Candidate& a, const Candidate& b) {
    return std::make_pair(a.match.rank(), bool(a.photo.id)) < std::make_pair(b.match.rank(), bool(b.photo.id));
  };
  const Candidate best = *std::max_element(candidates.begin(), candidates.end(), better);
  candidates.erase(
      std::remove_if(candidates.begin(), candidates.end(), [&](const Candidate& c) { return better(c, best); }),
      candidates.end());
  // By its own name and by a link to it.
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.photo.id.value < b.photo.id.value; });
  const auto same = [](const Candidate& a, const Candidate& b) { return a.photo.id && a.photo.id == b.photo.id; };
  candidates.erase(std::unique(candidates.begin(), candidates.end(), same), candidates.end());
}

void LabelPhotoFinder::keep_size(ImageSize size, Candidates& candidates) {
  if (candidates.size() < 2 || !is_known(size)) return;
  const auto is_other = [&](const Candidate& candidate) {
    if (candidate.photo.id) return !has_size(candidate.photo, size);
    const Result<Photo> photo = photo_of_file(candidate.photo.path);
    return !photo.ok() || !has_size(*photo, size);
  };
  Candidates same = candidates;
  same.erase(std::remove_if(same.begin(), same.end(), is_other), same.end());
  if (!same.empty()) candidates = std::move(same);
}

void LabelPhotoFinder::keep_called(const fs::path& label_file, Candidates& candidates) {
  if (candidates.size() < 2) return;
  const auto file_with_number = [&](const Candidate& candidate) {
    const std::string name = labeling::numbered_name(candidate.photo.name, candidate.photo.id.value);
    return label_file.parent_path() / (name + label_file.extension().string());
  };
  Candidates left;
  for (const Candidate& candidate : candidates) {
    if (!candidate.photo.id) return;
    const fs::path its_own = file_with_number(candidate);
    if (its_own == label_file) {
      candidates = {candidate};
      return;
    }
    std::error_code failed;
    if (!fs::exists(its_own, failed)) left.push_back(candidate);
  }
  if (!left.empty()) candidates = std::move(left);
}

}  // namespace jaedan::workflow
