#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "inference/garments/prefiller.h"
#include "labeling/domain/garment.h"
#include "labeling/domain/image.h"
#include "labeling/domain/proposal.h"

namespace jaedan::workflow {

/// A photo on its way to the model.
struct PhotoToPredict {
  std::int64_t key = 0;  ///< the caller's own: a photo id, an index, …
  std::string name;      ///< for messages and file names
  std::string path;
  std::vector<Garment> garments = {};  ///< in its annotation: the model is asked about them too (garment_words.h)
};

/// The next photo, or nothing when there is no more. Called by one thread at a time.
using PhotoSource = std::function<Result<std::optional<PhotoToPredict>>()>;
/// Takes what the model said. Called from several threads at once; an Error lists the photo as failed.
using PredictionSink = std::function<Status(const PhotoToPredict& photo, const Image& image, Prediction prediction)>;
/// Opens the model; called once for each worker.
using ModelOpener = std::function<Result<std::unique_ptr<inference::Prefiller>>()>;

/// Decode → predict → sink for many photos. Each worker takes whole photos through all three, with a model
/// of its own that uses one core: on few cores this keeps them all busy without queues, and only as many
/// photos as workers are in memory. A photo that fails is listed and the rest goes on. `on_failure` (may be empty)
/// hears of such a photo when it is certain, one at a time. The report says where the workers' time went.
Result<BatchReport> predict_many(const ModelOpener& open_model, const PhotoSource& next, std::int64_t total,
                                 const PredictionSink& sink, int workers, const Watch& watch,
                                 const std::function<void(const PhotoToPredict& photo)>& on_failure = {});

/// Number of workers for `threads` as people give it: 0 = all cores.
int worker_count(int threads);

/// The model's word on one photo and on `garments`, those in its annotation; colours and sub-colours filled in from the
/// pixels where it says nothing of them.
Result<Prediction> predict_photo(inference::Prefiller& model, const ImageView& image,
                                 const std::vector<Garment>& garments = {});

}  // namespace jaedan::workflow
