#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace jaedan::labeling {

/// Whether a path ends like a photo that can be decoded (labeling/io/image_decoder.h): .jpg .jpeg .jpe .jfif .png .bmp
/// .webp .tif .tiff .heic .heif .hif .avif, in any case.
bool looks_like_photo(const std::string& path);

/// "GIF", "PSD", "CR2", …: what a path is called that ends like a picture that nothing here reads. Empty for all
/// others.
std::string unread_picture_kind(const std::string& path);

/// What is known of the photo that a label file speaks of.
struct PhotoClue {
  std::string folder;       ///< where the label file lies
  std::string stem;         ///< the label file's name without ending; empty when it is no name of a photo (coco.json)
  std::string named;        ///< what the file itself says: a name, or a path of any system; empty when nothing
  std::string itself = {};  ///< path of the label file: a mask is a picture too, but not its own photo
  bool alone = true;        ///< the file speaks of this photo only, so that it may lie beside it whatever path it names
};

/// How well a photo suits a clue; the greater the better.
struct PhotoMatch {
  std::size_t photo = 0;  ///< its place in PhotoFinder::photos
  bool as_written = false;
  bool beside = false;
  bool same_stem = false;
  std::ptrdiff_t named_folders = 0;
  std::ptrdiff_t common_folders = 0;
  std::ptrdiff_t like_folders = 0;
  bool same_name = false;
  bool same_letters = false;  ///< letter by letter, not only in form C: two files may differ in nothing else

  auto rank() const {
    return std::tie(as_written, beside, same_stem, named_folders, common_folders, like_folders, same_name,
                    same_letters);
  }
};

/// Finds the photo a label file speaks of among many. Data sets keep them beside the labels or in a tree of their own
/// (images/ and labels/; 원천데이터_1/ and 라벨링데이터/), under the same stem or under the name that the file gives.
/// Names from files are compared with, never used as, paths; Korean names with letters apart and together are the same.
class PhotoFinder {
 public:
  PhotoFinder() = default;
  /// Among the files `photos` (absolute paths), whatever their endings.
  explicit PhotoFinder(std::vector<std::string> photos);

  /// The photos that suit best, all equally well, in the order of `photos`; empty when none does. What decides, in
  /// this order: the path that the label file writes, seen from its folder; the same folder; the stem of the label file
  /// rather than the name inside; the folders of that name; the nearest folder in common; folders of the same names
  /// (…/로맨틱/); the very name, ending included; its letters apart or together as written. In one folder the first by
  /// name is taken.
  std::vector<PhotoMatch> find(const PhotoClue& clue) const;

  const std::vector<std::string>& photos() const { return photos_; }

 private:
  std::vector<std::string> photos_;
  std::multimap<std::string, std::size_t> by_stem_;  ///< stems in form C
};

}  // namespace jaedan::labeling
