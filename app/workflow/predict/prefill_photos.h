#pragma once

#include <optional>
#include <string>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/models/shared_model.h"
#include "app/workflow/project/project.h"
#include "labeling/domain/proposal.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// How `prefill` goes about it.
struct PrefillOptions {
  std::string model;     ///< model id; empty = the project's champion, or the built-in one
  int threads = 0;       ///< photos at a time; 0 = one a core
  bool tta = false;      ///< also look at the mirrored photo: slower, a little better
  bool only_new = true;  ///< leave out photos that this model has already seen
  labeling::PhotoFilter filter;
};

/// Asks the model about every photo of the filter and stores what it says, embeddings included. Of garments that are in
/// its annotation it is asked too, with what people said of them as evidence (garment_words.h). Never touches an
/// annotation. Decoding, network and store overlap. What the project's taxonomy has no word for is left out,
/// and told with the model's id (known_labels.h). kForbidden for who is no manager.
Result<BatchReport> prefill_photos(Project& project, const PrefillOptions& options, const Actor& manager,
                                   const Watch& watch);

/// The same for one photo, with all cores; returns what was stored.
Result<Prediction> prefill_photo(Project& project, PhotoId id, SharedModel& model);

/// Asks the model only about the garments in the photo's annotation, as it is stored, and puts what it says of them
/// into the stored prediction, which stays as it is otherwise; returns that. A photo that no model has seen is
/// pre-filled. With all cores. kConflict: another model made the prediction.
Result<Prediction> label_garments(Project& project, PhotoId id, SharedModel& model);

/// What became of a photo that nobody has asked about yet.
struct AheadAnswer {
  Status model;  ///< it cannot be opened, and so no photo can be asked about
  Result<std::optional<Prediction>> of_photo = std::optional<Prediction>();  ///< what was stored; nothing: left alone
};
/// The same before a person looks, on the one core of the calling thread. Leaves photos alone that any model has seen
/// or anybody has worked on, also when that happens meanwhile.
AheadAnswer prefill_ahead(Project& project, PhotoId id, SharedModel& model);

}  // namespace jaedan::workflow
