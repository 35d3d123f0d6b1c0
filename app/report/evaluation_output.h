#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "app/workflow/models/train_model.h"
#include "inference/train/measure/metrics.h"

namespace jaedan::cli {

/// What `train` and `evaluate` say of a model, as part of a document and as lines on stdout.
nlohmann::json to_json(const inference::SegmentationScore& score);
void print(const inference::SegmentationScore& score);

/// The whole measurement. `split`: as the command line names it.
nlohmann::json to_json(const workflow::Evaluation& evaluation);
void print(const workflow::Evaluation& evaluation, const std::string& split);

}  // namespace jaedan::cli
