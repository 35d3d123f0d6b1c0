#pragma once

#include <vector>

#include "inference/train/data/data_folder.h"
#include "inference/train/data/data_folders.h"
#include "inference/train/data/training_item.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// Reads every folder; the order is that of `folders`. Errors: those of the readers (data_folders.h); kInvalidArgument
/// for a folder that teaches clicks alone where something else is learnt, or the
/// other way about.
Result<std::vector<TrainingSource>> read_sources(const std::vector<DataFolder>& folders, const FolderOptions& options);

}  // namespace jaedan::inference
