#pragma once

#include <cstdint>
#include <string>

#include "app/workflow/jobs/progress.h"
#include "labeling/base/result.h"
#include "labeling/synth/synth.h"

namespace jaedan::workflow {

struct DrawPhotosRequest {
  std::string out;  ///< folder to write into
  int count = 0;
  std::uint64_t seed = 1;  ///< other seeds, other photos
  labeling::SynthOptions photos;
};

/// Draws photos of dressed figures with true label files and masks beside them, and a snapshot to train from
/// (labeling/synth/write_photos.h). A batch that was stopped is reported as cancelled. Errors: those of
/// load_project_taxonomy and write_drawn_photos.
Result<BatchReport> draw_photos(const DrawPhotosRequest& request, const Watch& watch);

}  // namespace jaedan::workflow
