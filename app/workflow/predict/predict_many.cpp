#include "app/workflow/predict/predict_many.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

#include "app/workflow/predict/garment_words.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::workflow {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Does `work` and adds the seconds that it took, however it ended, to `seconds`.
template <typename Work>
auto timed(double& seconds, Work work) {
  const auto start = Clock::now();
  auto result = work();
  seconds += seconds_since(start);
  return result;
}

/// What the workers share: the source, the report, and the first error that ends everything.
class Batch {
 public:
  Batch(const PhotoSource& next, std::int64_t total, const Watch& watch,
        const std::function<void(const PhotoToPredict&)>& on_failure)
      : next_(next), total_(total), watch_(watch), on_failure_(on_failure) {}

  std::optional<PhotoToPredict> take() {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (fatal_ || exhausted_) return std::nullopt;
    if (watch_.cancelled()) {
      report_.cancelled = true;
      return std::nullopt;
    }
    Result<std::optional<PhotoToPredict>> photo = next_();
    if (!photo.ok()) {
      fatal_ = photo.error();
      return std::nullopt;
    }
    exhausted_ = !photo->has_value();
    return std::move(photo).value();
  }

  void done(const PhotoToPredict& photo, const Status& status) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (status.ok()) {
      ++report_.done;
    } else {
      report_.failed.push_back({photo.path, status.error().message});
      if (on_failure_) on_failure_(photo);
    }
    watch_.report({"labelling photos", ++seen_, total_, photo.name});
  }

  void give_up(const Error& error) {
    const std::lock_guard<std::mutex> lock(mutex_);
    fatal_ = error;
  }

  /// A worker's own times, when it has no more to do.
  void worked(const WorkerTime& time) {
    const std::lock_guard<std::mutex> lock(mutex_);
    time_.add_stages(time);
  }

  Result<BatchReport> result(int workers) {
    if (fatal_) return *fatal_;
    time_.workers = workers;
    time_.elapsed_s = seconds_since(start_);
    report_.worker_time = time_;
    const auto by_item = [](const FailedItem& a, const FailedItem& b) { return a.item < b.item; };
    std::sort(report_.failed.begin(), report_.failed.end(), by_item);
    return std::move(report_);
  }

 private:
  const PhotoSource& next_;
  const std::int64_t total_;
  const Watch& watch_;
  const std::function<void(const PhotoToPredict&)>& on_failure_;
  const Clock::time_point start_ = Clock::now();
  std::mutex mutex_;
  BatchReport report_;
  WorkerTime time_;
  std::optional<Error> fatal_;
  std::int64_t seen_ = 0;
  bool exhausted_ = false;
};

/// Where the model says nothing of them: one with a head for colours knows better.
void name_colours(Prediction& prediction, const ImageView& image) {
  for (Reading& reading : prediction.readings) {
    for (Proposal& garment : reading.garments) {
      if (speaks_of_colours(garment.attributes) || speaks_of_colours(garment.guesses)) continue;
      add_colours(image, garment.region, prediction.model_id, garment.attributes);
    }
  }
}

/// Without colours of what it found itself.
Result<Prediction> asked(inference::Prefiller& model, const ImageView& image, const std::vector<Garment>& garments) {
  JAEDAN_ASSIGN_OR_RETURN(Prediction prediction, model.prefill(image));
  JAEDAN_ASSIGN_OR_RETURN(prediction.of_garments, ask_about_garments(model, image, garments));
  return prediction;
}

Status process(inference::Prefiller& model, const PhotoToPredict& photo, const PredictionSink& sink, WorkerTime& time) {
  JAEDAN_ASSIGN_OR_RETURN(const Image image, timed(time.decode_s, [&] { return labeling::read_image(photo.path); }));
  JAEDAN_ASSIGN_OR_RETURN(Prediction prediction,
                          timed(time.predict_s, [&] { return asked(model, image.view(), photo.garments); }));
  const auto colours_start = Clock::now();
  name_colours(prediction, image.view());
  time.colours_s += seconds_since(colours_start);
  return timed(time.write_s, [&] { return sink(photo, image, std::move(prediction)); });
}

void work(Batch& batch, const ModelOpener& open_model, const PredictionSink& sink) {
  WorkerTime time;
  Result<std::unique_ptr<inference::Prefiller>> model = timed(time.opening_s, open_model);
  if (!model.ok()) return batch.give_up(model.error());
  while (const std::optional<PhotoToPredict> photo = batch.take()) {
    batch.done(*photo, process(**model, *photo, sink, time));
  }
  batch.worked(time);
}

}  // namespace

Result<BatchReport> predict_many(const ModelOpener& open_model, const PhotoSource& next, std::int64_t total,
                                 const PredictionSink& sink, int workers, const Watch& watch,
                                 const std::function<void(const PhotoToPredict& photo)>& on_failure) {
  Batch batch(next, total, watch, on_failure);
  std::vector<std::thread> threads;
  for (int i = 1; i < workers; ++i) threads.emplace_back([&] { work(batch, open_model, sink); });
  work(batch, open_model, sink);
  for (std::thread& thread : threads) thread.join();
  return batch.result(std::max(1, workers));
}

int worker_count(int threads) {
  const int cores = static_cast<int>(std::thread::hardware_concurrency());
  return std::max(1, threads > 0 ? threads : cores);
}

Result<Prediction> predict_photo(inference::Prefiller& model, const ImageView& image,
                                 const std::vector<Garment>& garments) {
  JAEDAN_ASSIGN_OR_RETURN(Prediction prediction, asked(model, image, garments));
  name_colours(prediction, image);
  return prediction;
}

}  // namespace jaedan::workflow
