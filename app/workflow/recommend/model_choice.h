#pragma once

#include <optional>
#include <string>

#include "app/workflow/project/project.h"
#include "app/workflow/recommend/garment_catalogue.h"

namespace jaedan::workflow {

/// By whose vectors garments are compared; those of different models cannot be.
struct ModelChoice {
  std::string id;
  /// There is a better one, which has not seen all garments yet; this one answers until it has.
  std::optional<Message> stands_in;
};

/// The model whose vectors are to be there: the newest that is made for it; where there is none, the one that saw
/// `photo` (none: any), whose vectors the other photos most likely have too; the champion when none did. Errors of
/// find_model.
Result<std::string> wanted_model(Project& project, PhotoId photo = {});

/// The model that answers without anybody having to wait: the wanted one, or, while others have vectors of more
/// garments of approved photos, the one that has the most. Once the wanted one has as many as any, or all that can be
/// made (GarmentCatalogues::note_complete), it answers for good. Errors as wanted_model, and of the store.
Result<ModelChoice> choose_model(Project& project, GarmentCatalogues& catalogues, PhotoId photo);

/// Reads the garments that a first question will be about, as far as no model is needed. Larger projects are left until
/// somebody asks. Errors as choose_model; kCancelled.
Status warm_up(Project& project, GarmentCatalogues& catalogues, const Watch& watch);

/// All vectors of the model that can be made are there: reads its garments, so that nobody waits for that, and has it
/// answer from now on. Errors of the store; kCancelled.
Status turn_to_model(Project& project, GarmentCatalogues& catalogues, const std::string& model_id, const Watch& watch);

}  // namespace jaedan::workflow
