#pragma once

#include <atomic>
#include <functional>
#include <string>

#include "inference/prefiller.h"

namespace jaedan::inference {

struct SelfLabelOptions {
  double least_probability = 0.6;  ///< pixels below it teach nothing
  double least_share = 0.004;      ///< of the photo, for a part that the tags name
  std::function<void(int done, int total)> progress;
  const std::atomic<bool>* cancel = nullptr;
};

struct SelfLabelReport {
  int labelled = 0;
  int left_out = 0;
};

/// Self-training (Lee, 2013) with a teacher that knows the answer's words: the photos of a CCP folder that have only
/// tags (tags.csv: image, words) are labelled by the model, which may use no part but those the tags name. A photo
/// where a named part is not found, or with a word of parts.json's "ignore", is left out. Writes `output` as a snapshot
/// folder (data_folders.h), all for training.
Result<SelfLabelReport> label_tagged_photos(Prefiller& model, const std::string& ccp_folder, const std::string& output,
                                            const SelfLabelOptions& options);

}  // namespace jaedan::inference
