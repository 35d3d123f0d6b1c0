#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "labeling/base/result.h"

namespace jaedan::labeling {

/// Whether a path ends like a photo that can be decoded (labeling/io/image_decoder.h): .jpg .jpeg .jpe .jfif .png .bmp
/// .webp .tif .tiff .heic .heif .hif .avif, in any case.
bool looks_like_photo(const std::string& path);

/// "GIF", "PSD", "CR2", …: what a path is called that ends like a picture that nothing here reads. Empty for all
/// others.
std::string unread_picture_kind(const std::string& path);

/// Finds the photo a label file speaks of among all photos below a folder. Data sets keep them beside the labels, in a
/// folder of their own (images/ and labels/; 원천데이터_1/ and 라벨링데이터/), under the same stem or under the name
/// that the file gives. Names from files are compared with, never used as, paths.
class PhotoFinder {
 public:
  /// Lists the photos below `root`; kNotFound, kIo. `leave_out_ending` (".png") passes over files of that ending: the
  /// label masks are pictures too.
  static Result<PhotoFinder> below(const std::string& root, const std::string& leave_out_ending = {});

  /// In this order: the same stem beside the label file; the given name beside it; the same stem anywhere; the given
  /// name anywhere. Of several, the one whose path has the most folders in common, then the first by name.
  std::optional<std::string> find(const std::string& label_path, const std::string& named = {}) const;

  /// All of them, sorted.
  const std::vector<std::string>& photos() const { return photos_; }

 private:
  std::vector<std::string> photos_;
  std::map<std::string, std::vector<std::size_t>> by_stem_;
  std::map<std::string, std::vector<std::size_t>> by_name_;
};

}  // namespace jaedan::labeling
