#include "app/workflow/models/self_label.h"

#include <algorithm>

#include "app/workflow/models/models.h"
#include "app/workflow/models/train_model.h"
#include "inference/train/run/self_labels.h"

namespace jaedan::workflow {

Result<BatchReport> self_label(const SelfLabelRequest& request, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const inference::DataFolder folder, parse_data_folder(request.data));
  JAEDAN_ASSIGN_OR_RETURN(auto photos, inference::read_tagged_photos(folder));
  const auto is_useless = [](const auto& photo) {
    return photo.split != labeling::Split::kTrain || !inference::says_parts(photo);
  };
  photos.erase(std::remove_if(photos.begin(), photos.end(), is_useless), photos.end());
  JAEDAN_ASSIGN_OR_RETURN(const UsableModel usable, find_model(nullptr, request.model));
  JAEDAN_ASSIGN_OR_RETURN(const auto model, open_model(usable, {0, request.tta}));
  inference::SelfLabelOptions options;
  options.least_probability = request.least_probability;
  options.cancel = watch.cancel ? &watch.cancel->flag() : nullptr;
  options.progress = [&watch](int done, int total) { watch.report({"labelling photos", done, total, ""}); };
  JAEDAN_ASSIGN_OR_RETURN(const auto labelled, inference::label_tagged_photos(*model, photos, request.out, options));
  BatchReport report;
  report.done = labelled.labelled;
  report.skipped = labelled.left_out;
  return report;
}

}  // namespace jaedan::workflow
