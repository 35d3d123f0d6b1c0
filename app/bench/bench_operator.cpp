#include "app/bench/bench_operator.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "app/bench/median.h"
#include "app/workflow/models/models.h"
#include "app/workflow/predict/predict_many.h"
#include "app/workflow/predict/segment_photo.h"
#include "app/workflow/project/project.h"
#include "inference/train/data/sources.h"
#include "inference/train/measure/evaluate.h"
#include "labeling/agreement/bootstrap.h"

namespace jaedan::bench {
namespace {

using inference::OperatorTools;
using inference::PhotoWork;

SecondsTaken taken(const std::vector<double>& seconds, std::uint64_t seed) {
  SecondsTaken all;
  for (const double one : seconds) all.mean += one / double(seconds.size());
  all.median = median(seconds);
  labeling::BootstrapOptions options;
  options.seed = seed;
  all.interval = labeling::bootstrap_mean(seconds, options).interval;
  return all;
}

OperatorRow summed_up(const std::vector<PhotoWork>& works, std::uint64_t seed) {
  OperatorRow row;
  std::vector<double> photos, garments;
  int labels = 0, keys = 0;
  const auto count = double(works.size());
  for (const PhotoWork& work : works) {
    photos.push_back(work.seconds());
    row.looking_s += work.looking_seconds() / count;
    row.masks_s += work.mask_seconds() / count;
    row.labels_s += work.label_seconds() / count;
    labels += work.label_count(), keys += work.label_keys();
    row.proposed += work.proposed, row.refused += work.refused;
    row.other_readings += work.reading > 0;
    for (const inference::GarmentWork& garment : work.garments) {
      garments.push_back(garment.seconds());
      ++row.ways[static_cast<std::size_t>(garment.way)];
      row.parts_changed += garment.part_changed;
    }
  }
  row.photo = taken(photos, seed), row.garment = taken(garments, seed);
  row.keys_a_label = labels == 0 ? 0 : double(keys) / labels;
  return row;
}

/// Rows of a table, one after the other.
class Person {
 public:
  Person(const OperatorBenchRequest& request, const std::vector<inference::TrainingSource>& sources,
         const Taxonomy& taxonomy, const workflow::Watch& watch)
      : request_(request), sources_(sources), taxonomy_(taxonomy), watch_(watch) {}

  Status add(const std::string& way, const std::string& model_id, const OperatorTools& tools) {
    inference::OperatorOptions options;
    options.rules.most_clicks = request_.most_clicks;
    options.rules.habits.jitter = request_.jitter;
    options.most_photos = request_.photos;
    options.only = request_.split;
    options.seed = request_.seed;
    if (watch_.cancel != nullptr) options.cancel = &watch_.cancel->flag();
    options.progress = [this, &way](int done, int total) { watch_.report({"working, " + way, done, total, ""}); };
    JAEDAN_ASSIGN_OR_RETURN(const auto works, work_on_photos(sources_, taxonomy_, tools, options));
    OperatorRow row = summed_up(works, request_.seed);
    row.way = way, row.model_id = model_id;
    if (table.rows.empty()) {
      table.photos = static_cast<int>(works.size());
      for (const PhotoWork& work : works) {
        table.garments += static_cast<int>(work.garments.size()), table.labels += work.label_count();
        for (const std::string& attribute : work.left_out) ++table.left_out[attribute];
      }
    }
    table.rows.push_back(std::move(row));
    return {};
  }

  /// The same with what a model proposes, labels and colours as pre-fill has them.
  Status add_proposals(const workflow::UsableModel& model, inference::InteractiveSegmenter& clicks) {
    JAEDAN_ASSIGN_OR_RETURN(const auto prefiller, workflow::open_model(model, {request_.threads, false, 3}));
    OperatorTools tools;
    tools.propose = [&prefiller](const ImageView& photo) { return workflow::predict_photo(*prefiller, photo); };
    tools.clicks = &clicks;
    return add("proposals of " + model.card.id, model.card.id, tools);
  }

  OperatorBench table;

 private:
  const OperatorBenchRequest& request_;
  const std::vector<inference::TrainingSource>& sources_;
  const Taxonomy& taxonomy_;
  const workflow::Watch& watch_;
};

/// The newest that came with the program and is older than `model`.
Result<std::optional<workflow::UsableModel>> older_segmenter(const workflow::UsableModel& model) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<workflow::UsableModel> models, workflow::list_models(nullptr));
  std::optional<workflow::UsableModel> newest;
  for (const workflow::UsableModel& other : models) {
    const bool is_older = other.card.role == inference::ModelRole::kSegments && other.card.created < model.card.created;
    if (is_older && (!newest || newest->card.created < other.card.created)) newest = other;
  }
  return newest;
}

}  // namespace

Result<OperatorBench> bench_operator(const OperatorBenchRequest& request, const workflow::Watch& watch) {
  inference::FolderOptions options;
  options.area_px = inference::kClickFrameArea;
  options.only = request.split;
  if (watch.cancel != nullptr) options.cancel = &watch.cancel->flag();
  JAEDAN_ASSIGN_OR_RETURN(const workflow::UsableModel model, workflow::find_model(nullptr, request.model));
  std::optional<workflow::UsableModel> before;
  if (request.before.empty()) {
    JAEDAN_ASSIGN_OR_RETURN(before, older_segmenter(model));
  } else {
    JAEDAN_ASSIGN_OR_RETURN(before, workflow::find_model(nullptr, request.before));
  }
  JAEDAN_ASSIGN_OR_RETURN(const auto clicks, workflow::open_clicks(nullptr, request.clicks, request.threads));
  JAEDAN_ASSIGN_OR_RETURN(const auto taxonomy, workflow::load_project_taxonomy());
  JAEDAN_ASSIGN_OR_RETURN(const auto sources, read_sources(request.folders, options));

  Person person(request, sources, *taxonomy, watch);
  OperatorBench& table = person.table;
  table.model_id = model.card.id, table.clicks_id = clicks->id();
  table.measured_on = inference::words_of_data(request.folders, request.split);
  JAEDAN_RETURN_IF_ERROR(person.add_proposals(model, *clicks));
  JAEDAN_RETURN_IF_ERROR(person.add("by hand: polygons, labels by keys", "", {}));
  JAEDAN_RETURN_IF_ERROR(person.add("clicks without proposals", "", {{}, clicks.get()}));
  if (before) {
    JAEDAN_RETURN_IF_ERROR(person.add_proposals(*before, *clicks));
  } else {
    table.not_compared = "no segmenter that came with the program is older than " + model.card.id;
  }
  const double by_hand = table.rows[1].photo.mean;
  for (OperatorRow& row : table.rows) row.ratio = row.photo.mean / by_hand;
  return std::move(table);
}

}  // namespace jaedan::bench
