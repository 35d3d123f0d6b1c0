#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/edit/command.h"

namespace jaedan::workflow {

/// One answer for many photos.
struct SharedLabel {
  std::vector<PhotoId> photos;
  std::optional<Part> part;  ///< of every garment of this part; nothing: of the photo itself
  std::string attribute;
  std::string value;        ///< one that the taxonomy has for them, or kNotSure
  bool only_unsaid = true;  ///< leaves alone where a person (or a file) has answered already
};

/// Says the same of all of them, in the name of `who`, with an undo entry in each photo. Photos without such a garment,
/// or where nothing changes, are skipped. Where a garment's attribute takes several values, the value is one more; a
/// photo's replaces what was said. kInvalidArgument for an attribute or value that the taxonomy does not have there.
Result<BatchReport> label_photos(Project& project, const SharedLabel& label, const std::string& who,
                                 const Watch& watch);

/// What label_photos runs in one photo, for one that is open already; null when there is nothing to say.
std::shared_ptr<const Command> command_for(const Annotation& annotation, const SharedLabel& label,
                                           const Taxonomy& taxonomy, const std::string& who);

}  // namespace jaedan::workflow
