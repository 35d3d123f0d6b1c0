#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/photo/change_photo.h"

namespace jaedan::workflow {

/// One answer for many photos.
struct SharedLabel {
  std::vector<PhotoId> photos;
  std::optional<Part> part;  ///< of every garment of this part; nothing: of the photo itself
  std::string attribute;
  std::string value;        ///< one that the taxonomy has for them, or kNotSure
  bool only_unsaid = true;  ///< leaves alone where a person (or a file) has answered already
};

/// Says the same of all of them, in the actor's name, with an undo entry in each photo. Photos without such a garment,
/// or where nothing changes, are skipped. Where a garment's attribute takes several values, the value is one more; a
/// photo's replaces what was said. kInvalidArgument for an attribute or value that the taxonomy does not have there.
Result<BatchReport> label_photos(Project& project, const SharedLabel& label, const Actor& actor, const Watch& watch);

/// What label_photos does to one photo, for change_photo of one that is open already. `taxonomy` must outlive it.
MakeCommand labelling(const SharedLabel& label, const Taxonomy& taxonomy, const Actor& actor);

}  // namespace jaedan::workflow
