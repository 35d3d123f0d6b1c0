#include "app/bench/bench_infer.h"

#include <algorithm>
#include <chrono>

#include "app/bench/median.h"
#include "app/workflow/models/models.h"
#include "app/workflow/predict/predict_many.h"
#include "app/workflow/project/photo_files.h"
#include "app/workflow/project/project.h"
#include "labeling/edit/proposals/accept_proposals.h"
#include "labeling/formats/kfashion/kfashion_json.h"
#include "labeling/formats/label_mask.h"
#include "labeling/io/assets.h"
#include "labeling/io/image_decoder.h"
#include "labeling/io/image_encoder.h"

namespace jaedan::bench {
namespace {

using Clock = std::chrono::steady_clock;

/// Milliseconds that `work` takes; what it returns goes into `result`.
template <typename Work>
auto timed(std::vector<double>& samples, Work work) {
  const auto start = Clock::now();
  auto result = work();
  samples.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
  return result;
}

/// Takes one photo through every stage.
class StageClock {
 public:
  StageClock(inference::Prefiller& model, const Taxonomy& taxonomy) : model_(model), taxonomy_(taxonomy) {}

  Status run(const std::string& path, const std::string& name) {
    JAEDAN_ASSIGN_OR_RETURN(const Image image, timed(decode_, [&] { return labeling::read_image(path); }));
    JAEDAN_ASSIGN_OR_RETURN(const Prediction seen, timed(predict_, [&] { return model_.prefill(image.view()); }));
    JAEDAN_ASSIGN_OR_RETURN(const Prediction named,
                            timed(with_colours_, [&] { return workflow::predict_photo(model_, image.view()); }));
    const Photo photo{PhotoId{1}, name, path, image.width, image.height};
    Annotation annotation;
    if (!named.readings.empty()) {
      JAEDAN_RETURN_IF_ERROR(
          AcceptProposals(named.readings.front().garments, named.model_id, named.image_attributes).apply(annotation));
    }
    JAEDAN_RETURN_IF_ERROR(timed(kfashion_, [&]() -> Status {
      const auto text = labeling::write_kfashion(labeling::new_kfashion_file(photo, annotation, 1, ""), taxonomy_);
      return text.ok() ? Status{} : Status{text.error()};
    }));
    return timed(mask_, [&]() -> Status {
      const auto png = labeling::encode_png(labeling::label_mask(annotation, image.width, image.height));
      return png.ok() ? Status{} : Status{png.error()};
    });
  }

  std::vector<StageTime> medians() const {
    const double colours = std::max(0.0, median(with_colours_) - median(predict_));
    return {{"decode", median(decode_)},
            {"predict", median(predict_)},
            {"colours", colours},
            {"kfashion", median(kfashion_)},
            {"mask", median(mask_)}};
  }

 private:
  inference::Prefiller& model_;
  const Taxonomy& taxonomy_;
  std::vector<double> decode_, predict_, with_colours_, kfashion_, mask_;
};

Result<std::string> demo_photos() {
  JAEDAN_ASSIGN_OR_RETURN(const std::string assets, labeling::assets_dir());
  return assets + "/demo";
}

}  // namespace

Result<InferBench> bench_infer(const std::string& input, const std::string& model_id, int threads,
                               const workflow::Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const auto taxonomy, workflow::load_project_taxonomy());
  JAEDAN_ASSIGN_OR_RETURN(const workflow::UsableModel usable, workflow::find_model(nullptr, model_id));
  JAEDAN_ASSIGN_OR_RETURN(const std::string folder, input.empty() ? demo_photos() : input);
  JAEDAN_ASSIGN_OR_RETURN(const auto files, workflow::photos_below(folder));
  if (files.empty()) return Error{ErrorCode::kNotFound, "bench.no_photo", "{0}: no photo to measure with", {folder}};
  JAEDAN_ASSIGN_OR_RETURN(const auto model, workflow::open_model(usable, {1, false, 1}));

  InferBench bench;
  bench.model_id = usable.card.id;
  bench.photos = static_cast<int>(files.size());
  bench.workers = workflow::worker_count(threads);
  {
    StageClock warm_up(*model, *taxonomy);
    JAEDAN_RETURN_IF_ERROR(warm_up.run(files[0].string(), files[0].stem().string()));
  }
  StageClock clock(*model, *taxonomy);
  for (std::size_t i = 0; i < files.size() && !watch.cancelled(); ++i) {
    JAEDAN_RETURN_IF_ERROR(clock.run(files[i].string(), files[i].stem().string()));
    watch.report({"stage by stage", static_cast<std::int64_t>(i + 1), bench.photos, ""});
  }
  bench.stages = clock.medians();

  std::size_t at = 0;
  const workflow::PhotoSource next = [&]() -> Result<std::optional<workflow::PhotoToPredict>> {
    if (at == files.size()) return std::optional<workflow::PhotoToPredict>();
    const std::size_t i = at++;
    return std::optional(
        workflow::PhotoToPredict{static_cast<std::int64_t>(i), files[i].stem().string(), files[i].string()});
  };
  const workflow::PredictionSink drop = [](const workflow::PhotoToPredict&, const Image&, const Prediction&) {
    return Status{};
  };
  const workflow::ModelOpener open = [&] { return workflow::open_model(usable, {1, false, 1}); };
  const auto start = Clock::now();
  JAEDAN_ASSIGN_OR_RETURN(const workflow::BatchReport report,
                          workflow::predict_many(open, next, bench.photos, drop, bench.workers, watch));
  bench.photos_per_second =
      static_cast<double>(report.done) / std::chrono::duration<double>(Clock::now() - start).count();
  bench.worker_time = report.worker_time;
  JAEDAN_ASSIGN_OR_RETURN(bench.network, bench_network(usable, bench.workers, watch));
  return bench;
}

}  // namespace jaedan::bench
