#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"

namespace jaedan::workflow {

/// Whether the name ends like a photo's (labeling/formats/photo_finder.h).
bool looks_like_photo(const std::filesystem::path& file);
/// The ending in lower case, with its dot.
std::string lower_extension(const std::filesystem::path& file);

/// Whether both are there and hold the same bytes.
bool same_bytes(const std::filesystem::path& a, const std::filesystem::path& b);

/// Absolute and without links; the part that is not there yet stays as it is.
std::filesystem::path real_path(const std::filesystem::path& path);

/// `path` as seen from `folder`: "../photos/1.jpg".
std::string shown_from(const std::filesystem::path& folder, const std::filesystem::path& path);

/// A row for the store, without an id, from the photo's header alone. Its folder is the real one: a photo that is
/// reached through a linked folder is the same photo. A link to the file itself stays: what it points to may have no
/// name of its own. Errors of labeling/io/probe_file.h.
Result<Photo> photo_of_file(const std::filesystem::path& file);

/// What a person's `written` path is called on the disk, where its letters stand apart or together otherwise (a folder
/// from a Mac). As it is when it is there, when nothing is, and when several names would do.
std::string path_on_disk(const std::string& written);

/// kNotFound when there is no such file or folder.
Status check_source(const std::string& source);

/// How far down folders are read: 0 = only what lies in the folder itself.
inline constexpr int kAllFolders = 1'000'000;

/// What a scan of a folder passed over.
struct LeftOut {
  std::map<std::string, std::int64_t> kinds;    ///< nothing here reads their kind: "GIF" → 2
  std::int64_t drawings = 0;                    ///< drawn from labels by this program (labeling/io/own_picture.h)
  std::int64_t of_macos = 0;                    ///< ._NAME, which a Mac writes beside NAME, and what lies in __MACOSX/
  std::map<std::string, std::int64_t> folders;  ///< hidden or of thumbnails, not read: "@eaDir" → 12
};
/// "5 files left out: 2 CR2, 3 GIF", and the same of the others; nothing when there are none.
std::vector<Message> left_out_sentences(const LeftOut& left_out);

/// Whether a scan leaves the file or the folder out: what programs keep for themselves (files_below).
bool is_passed_over(const std::filesystem::directory_entry& entry);

/// Files below the folder `source` that `wanted` takes, or `source` itself when it is a file; absolute, sorted. What
/// programs keep for themselves is passed over: files of macOS, hidden folders (.git, .thumbnails) and those of
/// thumbnails (@eaDir); `left_out` counts them, when given. kNotFound; kIo when a folder cannot be read.
Result<std::vector<std::filesystem::path>> files_below(const std::string& source,
                                                       const std::function<bool(const std::filesystem::path&)>& wanted,
                                                       int deepest = kAllFolders, LeftOut* left_out = nullptr);

/// Photos below `source` by their names. Pictures that Jaedan writes beside photos (masks/NAME.png, overlay/NAME.jpg)
/// are left out where the photo NAME is there itself: they are labels, not photos to label. So is, wherever it lies,
/// what bears the mark of such pictures (labeling/io/own_picture.h), and everything below the folder `written_into`,
/// where it lies below `source`: what an earlier run wrote is no input of the next one. `left_out` gets what was passed
/// over, when given. Errors of files_below.
Result<std::vector<std::filesystem::path>> photos_below(const std::string& source, const std::string& written_into = {},
                                                        LeftOut* left_out = nullptr, int deepest = kAllFolders);

}  // namespace jaedan::workflow
