#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/workflow/project/project.h"
#include "labeling/domain/annotation.h"
#include "labeling/domain/validate.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// Work of one person on one photo that comes from elsewhere: another program's label file, what a model proposes.
struct BroughtWork {
  std::string labels;              ///< a file of a format that can be imported; empty: none
  std::string format;              ///< its name (labeling/formats/importer.h); empty: found out
  bool accepts_proposals = false;  ///< then takes over what a model proposes, where no garment of a person's is
};

/// The same, read.
struct ReadWork {
  std::optional<Annotation> labels;
  bool accepts_proposals = false;
  std::vector<Warning> warnings;  ///< what is odd about the file
};

/// Reads what the file says of the photo; a file of many photos has to name this one. kNotFound, kCorrupt, kTooLarge,
/// kInvalidArgument: no such file, none of a known format, nothing about this photo.
Result<ReadWork> read_work(const Project& project, PhotoId photo, const BroughtWork& work);

/// Puts it in place of what is said of the photo, or of the answer of who answers about it, as the actor's own
/// (labeling/edit/commands/take_labels.h) and as the task in hand allows: where it locks the outlines, the labels are
/// taken for the garments that are there. kRefused and kForbidden as EditSession::run, kRefused where nothing was
/// proposed.
Status take_work(Project& project, PhotoId photo, const Actor& actor, const ReadWork& work);

}  // namespace jaedan::workflow
