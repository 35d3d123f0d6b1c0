#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "inference/garments/prefiller.h"
#include "inference/train/data/tagged_photos.h"

namespace jaedan::inference {

struct SelfLabelOptions {
  double least_probability = 0.6;  ///< pixels below it teach nothing
  double least_share = 0.004;      ///< of the photo, for a part that the words name
  std::function<void(int done, int total)> progress;
  const std::atomic<bool>* cancel = nullptr;
};

struct SelfLabelReport {
  int labelled = 0;
  int left_out = 0;
};

/// Self-training (Lee, 2013) with a teacher that knows the answer's words: the photos are labelled by the model, which
/// may draw no part but those their words allow. What it sees elsewhere (a dress where the word says skirt) goes to the
/// likeliest allowed part, or teaches nothing when none is likely. A photo where a named part is not found is left out.
/// Writes `output` as a snapshot folder (data_folders.h), all for training. kIo, kCancelled, kCorrupt (a photo that
/// cannot be read).
Result<SelfLabelReport> label_tagged_photos(Prefiller& model, const std::vector<TaggedPhoto>& photos,
                                            const std::string& output, const SelfLabelOptions& options);

}  // namespace jaedan::inference
