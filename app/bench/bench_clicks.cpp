#include "app/bench/bench_clicks.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "app/bench/median.h"
#include "app/workflow/models/models.h"
#include "app/workflow/predict/segment_photo.h"
#include "inference/classic/grab_cut.h"
#include "inference/train/data/pieces.h"
#include "inference/train/data/sources.h"
#include "inference/train/measure/scissors_trials.h"
#include "labeling/base/plural.h"

namespace jaedan::bench {
namespace {

using inference::ClickScore;
using inference::ClickTrial;
using inference::TrainingSource;

// Each reading's parts, at the photo's size.
Status propose(inference::Prefiller& model, std::vector<TrainingSource>& sources, const workflow::Watch& watch) {
  for (TrainingSource& source : sources) {
    for (std::size_t i = 0; i < source.items.size(); ++i) {
      if (watch.cancelled()) return Error{ErrorCode::kCancelled, "bench.proposing_stopped", "proposing: stopped"};
      watch.report({"proposing", static_cast<std::int64_t>(i), static_cast<std::int64_t>(source.items.size()), ""});
      inference::TrainingItem& item = source.items[i];
      JAEDAN_ASSIGN_OR_RETURN(const Prediction seen, model.prefill(item.photo.view()));
      item.proposals = inference::parts_of(seen, item.photo.width, item.photo.height);
      for (std::size_t other = 1; other < seen.readings.size(); ++other) {
        item.other_proposals.push_back(inference::parts_of(seen.readings[other], item.photo.width, item.photo.height));
      }
    }
  }
  return {};
}

// Rows of a table, one after the other.
class Bench {
 public:
  Bench(const ClickBenchRequest& request, const std::vector<TrainingSource>& sources, const workflow::Watch& watch)
      : request_(request), sources_(sources), watch_(watch) {}

  inference::ClickTrialOptions options(const std::string& way) const {
    inference::ClickTrialOptions options;
    options.most_clicks = table.most_clicks;
    options.only = request_.split;
    options.most_photos = request_.photos;
    options.least_side = request_.least_side;
    if (watch_.cancel != nullptr) options.cancel = &watch_.cancel->flag();
    options.progress = [this, way](int done, int total) { watch_.report({"clicking, " + way, done, total, ""}); };
    return options;
  }

  void add(const std::string& way, const std::vector<ClickTrial>& trials) {
    for (const bool parts : {true, false}) {
      const ClickScore score =
          score_trials(trials, table.most_clicks, [parts](const ClickTrial& trial) { return trial.is_part == parts; });
      if (score.pieces > 0) table.rows.push_back({way, parts ? "parts" : "others", score});
    }
  }

  Status click(const std::string& way, inference::InteractiveSegmenter& segmenter,
               const inference::ClickTrialOptions& options) {
    JAEDAN_ASSIGN_OR_RETURN(const inference::ClickTrials trials, try_clicks(segmenter, sources_, options));
    add(way, trials.pieces);
    return {};
  }

  // Exactly, which is also what is timed.
  Status click_exactly(inference::InteractiveSegmenter& segmenter) {
    JAEDAN_ASSIGN_OR_RETURN(const inference::ClickTrials trials, try_clicks(segmenter, sources_, options("model")));
    add("model", trials.pieces);
    table.photos = static_cast<int>(trials.encode_ms.size());
    table.megapixels = trials.megapixels;
    table.encode_ms_median = quantile(trials.encode_ms, 0.5), table.encode_ms_p95 = quantile(trials.encode_ms, 0.95);
    std::vector<double> click_ms;
    for (const ClickTrial& trial : trials.pieces) {
      click_ms.insert(click_ms.end(), trial.click_ms.begin(), trial.click_ms.end());
    }
    table.click_ms_median = quantile(click_ms, 0.5), table.click_ms_p95 = quantile(click_ms, 0.95);
    exact_ = trials.pieces;
    return {};
  }

  // Others on some of the photos, beside the model's own figures on these.
  Status compare() {
    inference::ClickTrialOptions some = options("GrabCut");
    // Only of those that the model was tried on.
    some.most_photos = request_.photos == 0 ? request_.compared_photos : request_.photos;
    if (request_.compared_photos > 0) some.most_photos = std::min(some.most_photos, request_.compared_photos);
    std::set<std::string> photos;
    for (const inference::TrainingItem* item : items_to_try(sources_, some)) photos.insert(item->name);
    std::vector<ClickTrial> ours;
    std::copy_if(exact_.begin(), exact_.end(), std::back_inserter(ours),
                 [&](const ClickTrial& trial) { return photos.count(trial.photo) > 0; });
    const std::string on = " on " + counted(static_cast<std::int64_t>(photos.size()), "photo");
    if (ours.size() != exact_.size()) add("model" + on, ours);
    JAEDAN_RETURN_IF_ERROR(click("GrabCut" + on, *inference::make_grab_cut(), some));
    some.progress = options("Scissors").progress;
    JAEDAN_ASSIGN_OR_RETURN(const inference::ClickTrials scissors, try_scissors(sources_, some));
    add("Scissors" + on, scissors.pieces);
    return {};
  }

  ClickBench table;

 private:
  const ClickBenchRequest& request_;
  const std::vector<TrainingSource>& sources_;
  const workflow::Watch& watch_;
  std::vector<ClickTrial> exact_;
};

}  // namespace

Result<ClickBench> bench_clicks(const ClickBenchRequest& request, const workflow::Watch& watch) {
  inference::FolderOptions options;
  options.area_px = inference::kClickFrameArea;
  options.only = request.split;
  options.for_clicks = true;
  if (watch.cancel != nullptr) options.cancel = &watch.cancel->flag();
  JAEDAN_ASSIGN_OR_RETURN(std::vector<TrainingSource> sources, read_sources(request.folders, options));
  JAEDAN_ASSIGN_OR_RETURN(const auto model, workflow::open_clicks(nullptr, request.model, request.threads));
  Bench bench(request, sources, watch);
  bench.table.model_id = model->id();
  JAEDAN_RETURN_IF_ERROR(bench.click_exactly(*model));
  if (request.jitter > 0) {
    inference::ClickTrialOptions astray = bench.options("with jitter");
    astray.jitter = request.jitter;
    JAEDAN_RETURN_IF_ERROR(bench.click("model, jittered", *model, astray));
  }
  if (!request.proposals_by.empty()) {
    JAEDAN_ASSIGN_OR_RETURN(const workflow::UsableModel proposer, workflow::find_model(nullptr, request.proposals_by));
    JAEDAN_ASSIGN_OR_RETURN(const auto prefiller, workflow::open_model(proposer, {request.threads, false, 3}));
    JAEDAN_RETURN_IF_ERROR(propose(*prefiller, sources, watch));
    inference::ClickTrialOptions corrected = bench.options("from proposals");
    corrected.from_proposals = true;
    JAEDAN_RETURN_IF_ERROR(bench.click("model, from proposals", *model, corrected));
  }
  if (request.compared_photos < 0) return std::move(bench.table);
  // What it is compared with must not cost the table.
  if (const Status compared = bench.compare(); !compared.ok()) bench.table.not_compared = compared.error().text();
  return std::move(bench.table);
}

}  // namespace jaedan::bench
