#pragma once

#include <string>
#include <vector>

#include "app/report/training_curve.h"
#include "app/report/worst_photos.h"
#include "inference/models/model_card.h"
#include "inference/train/measure/evaluate.h"

namespace jaedan::report {

/// What a report tells of one measurement of one model.
struct EvaluationPage {
  inference::ModelCard card;
  inference::EvaluationReport report;
  std::string data;               ///< what it was measured on, in words
  bool cross_fitted = false;      ///< whether the scores are of curves that did not see their photo (--calibrate)
  std::vector<WorstPhoto> worst;  ///< the worst first
  std::vector<EpochRow> epochs;   ///< of the training; may be empty
  std::string no_epochs_because;  ///< why the training log could not be read; empty when it could, or is absent
};

/// One HTML page that needs nothing beside it: pictures inside, no script, light and dark.
std::string evaluation_html(const EvaluationPage& page);

/// Call before anything long: kInvalidArgument for a file that does not end in .html or .htm, or is a folder; kIo when
/// the folder it belongs to cannot be made or written.
Status check_report_file(const std::string& file);
/// Replaces the file in one step. kIo with the reason.
Status write_evaluation_report(const std::string& file, const EvaluationPage& page);

}  // namespace jaedan::report
