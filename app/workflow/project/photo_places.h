#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/io/image_header.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// What a look at a photo's file may find, beside all being well.
enum class PhotoFile { kAsItWas, kGone, kOtherSize, kUnreadable };

struct PhotoFileFound {
  PhotoFile state = PhotoFile::kAsItWas;
  labeling::ImageSize size;  ///< upright, unless it is gone or unreadable
  Message why;               ///< it is gone or unreadable, with its path in front
};

/// Reads the file's header. "As it was" is about the size alone: it is that which labels lie on.
PhotoFileFound look_at_photo_file(const Project& project, const Photo& photo);

/// kConflict, with a sentence and both sizes, when the photo's file has another size than what is said of it was said
/// of. Other troubles of the file are none of this.
Status check_photo_size(const Project& project, const Photo& photo);
/// The sentence alone.
Message size_changed_sentence(const Photo& photo, labeling::ImageSize now);
/// What there is to say of what was found of one photo's file, as `verify` says it; empty while it is as it was.
Message trouble_sentence(const Photo& photo, const PhotoFileFound& found);

/// Photos whose files are gone, counted by folder: a disk that is not there is one sentence, not a million.
class GoneByFolder {
 public:
  void add(const std::string& photo_path);
  /// An item for each folder, with how many photos are gone from it.
  void tell(std::vector<FailedItem>& items) const;

 private:
  std::map<std::string, std::int64_t> gone_;
};

/// How far a photo's file is looked into.
enum class LookInto {
  kHeader,  ///< what can be told at a million photos (labeling/io/probe_file.h)
  kPixels,  ///< all of it is read and decoded
};

/// Adds to `report` what of the photos' files is not as it was: a failed item for each folder whose photos are gone,
/// with their number, one for each photo of another size, and one for each that cannot be read. Errors of the store.
Status look_for_photo_files(Project& project, LookInto depth, const Watch& watch, BatchReport& report);

/// Where photos are gone from, told by the path of one of them: the outermost folder that is not there, or, where all
/// are, the one that it lay in. Empty while its file is there.
std::string lost_place(const std::string& photo_path);

/// Points photos to where they are now: those at `old_place` (a folder, or one photo) to the same way below
/// `new_place`. `done` counts them; `failed` lists those that are not there either, or that are another photo of the
/// project there; a changed size is a warning. The log says of each that `manager` did it. kNotFound when `new_place`
/// is not there or no photo was at `old_place`, kForbidden for who is no manager.
Result<BatchReport> relocate_photos(Project& project, const std::string& old_place, const std::string& new_place,
                                    const Actor& manager, const Watch& watch);

}  // namespace jaedan::workflow
