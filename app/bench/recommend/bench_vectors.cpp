#include "app/bench/recommend/bench_vectors.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <iterator>

#include "app/bench/recommend/garment_questions.h"
#include "app/workflow/models/models.h"
#include "inference/colour/colour_histogram.h"
#include "inference/torch/open_model.h"

namespace jaedan::bench {
namespace {

using recommender::Item;

constexpr const char* kAttributes[] = {"category", "colour", "print"};

using Vectors = std::vector<std::vector<float>>;
using MakeVectors = std::function<Result<Vectors>(const Garments&)>;

/// Garments with their vectors.
struct Placed {
  std::vector<Item> gallery, queries, again;
};

Result<std::vector<Item>> with_vectors(const Garments& garments, const MakeVectors& make) {
  JAEDAN_ASSIGN_OR_RETURN(Vectors vectors, make(garments));
  std::vector<Item> items = garments.items;
  for (std::size_t i = 0; i < items.size(); ++i) items[i].vector = std::move(vectors[i]);
  return items;
}

Result<Placed> place(const GarmentQuestions& questions, const MakeVectors& make) {
  Placed placed;
  JAEDAN_ASSIGN_OR_RETURN(placed.gallery, with_vectors(questions.gallery, make));
  JAEDAN_ASSIGN_OR_RETURN(placed.queries, with_vectors(questions.queries, make));
  JAEDAN_ASSIGN_OR_RETURN(placed.again, with_vectors(questions.again, make));
  return placed;
}

std::vector<Item> together(const Placed& placed) {
  std::vector<Item> all = placed.gallery;
  all.insert(all.end(), placed.queries.begin(), placed.queries.end());
  return all;
}

/// Pictures a while, so that whoever waits can stop it.
Result<Vectors> in_turns(inference::Embedder& model, const Garments& garments, const workflow::Watch& watch) {
  constexpr std::size_t kAWhile = 64;
  const std::size_t count = garments.pictures.size();
  Vectors vectors;
  for (std::size_t first = 0; first < count; first += kAWhile) {
    if (watch.cancelled()) return Error{ErrorCode::kCancelled, "bench.stopped", "stopped"};
    watch.report({model.card().id, static_cast<std::int64_t>(first), static_cast<std::int64_t>(count), ""});
    const auto at = [&](std::size_t i) { return garments.pictures.begin() + static_cast<std::ptrdiff_t>(i); };
    JAEDAN_ASSIGN_OR_RETURN(Vectors some, model.embed_alone({at(first), at(std::min(count, first + kAWhile))}));
    std::move(some.begin(), some.end(), std::back_inserter(vectors));
  }
  return vectors;
}

/// A region too small for a sample of its colours is like nothing.
Result<Vectors> histograms(const Garments& garments) {
  Vectors vectors;
  for (std::size_t i = 0; i < garments.pictures.size(); ++i) {
    vectors.push_back(inference::colour_histogram(garments.pictures[i].view(), garments.regions[i]));
    if (vectors.back().empty()) vectors.back().resize(inference::kColourBins);
  }
  return vectors;
}

Result<VectorsFigures> figures_of(const Placed& placed, std::uint64_t seed) {
  VectorsFigures figures;
  figures.length = placed.gallery.front().vector.size();
  recommender::RetrievalOptions options;
  options.bootstrap.seed = seed;
  std::vector<std::string> all;
  for (const char* attribute : kAttributes) {
    all.emplace_back(attribute);
    JAEDAN_ASSIGN_OR_RETURN(figures.by[attribute],
                            measure_retrieval(placed.gallery, placed.queries, {attribute}, options));
  }
  JAEDAN_ASSIGN_OR_RETURN(figures.by["all"], measure_retrieval(placed.gallery, placed.queries, all, options));
  std::vector<recommender::SamePair> pairs;
  for (std::size_t i = 0; i < placed.again.size(); ++i) pairs.emplace_back(i, placed.gallery.size() + i);
  JAEDAN_ASSIGN_OR_RETURN(figures.same, measure_same_garment(together(placed), placed.again, pairs, options));
  return figures;
}

Status ask_the_recommender(const Placed& placed, std::uint64_t seed, const workflow::Watch& watch,
                           VectorsBench& bench) {
  JAEDAN_ASSIGN_OR_RETURN(const auto all, recommender::Recommender::create(together(placed)));
  ChangeBenchOptions options;
  options.seed = options.bootstrap.seed = seed;
  JAEDAN_ASSIGN_OR_RETURN(bench.change, measure_change(all, options));
  JAEDAN_ASSIGN_OR_RETURN(bench.worn, bench_worn(placed.gallery, placed.queries, seed, watch));
  return {};
}

/// Measures one way after the other with the same questions.
class Measuring {
 public:
  Measuring(const VectorsScene& scene, const GarmentQuestions& questions, const workflow::Watch& watch)
      : scene_(scene), questions_(questions), watch_(watch) {}

  Status add(const std::string& way, const MakeVectors& make, VectorsBench& bench) {
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    JAEDAN_ASSIGN_OR_RETURN(const Placed placed, place(questions_, make));
    const auto garments = placed.gallery.size() + placed.queries.size() + placed.again.size();
    const double ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    JAEDAN_ASSIGN_OR_RETURN(VectorsFigures figures, figures_of(placed, scene_.seed));
    figures.way = way;
    figures.garment_ms = ms / static_cast<double>(garments);
    bench.ways.push_back(std::move(figures));
    return bench.ways.size() == 1 ? ask_the_recommender(placed, scene_.seed, watch_, bench) : Status{};
  }

  Status add_model(const std::string& folder, const std::string& backbone, VectorsBench& bench) {
    JAEDAN_ASSIGN_OR_RETURN(const auto model,
                            inference::open_embedder({folder, backbone, scene_.threads, inference::Device::kCpu}));
    return add(
        model->card().id, [&](const Garments& garments) { return in_turns(*model, garments, watch_); }, bench);
  }

 private:
  const VectorsScene& scene_;
  const GarmentQuestions& questions_;
  const workflow::Watch& watch_;
};

}  // namespace

Result<VectorsBench> bench_vectors(const VectorsScene& scene, const workflow::Watch& watch) {
  std::vector<workflow::UsableModel> models;
  for (const std::string& id : scene.models.empty() ? std::vector<std::string>(1) : scene.models) {
    JAEDAN_ASSIGN_OR_RETURN(workflow::UsableModel model, workflow::find_vector_model(nullptr, id));
    models.push_back(std::move(model));
  }
  JAEDAN_ASSIGN_OR_RETURN(const GarmentQuestions questions, read_garment_questions(scene.data, scene.seed, watch));
  VectorsBench bench;
  bench.gallery = questions.gallery.items.size(), bench.queries = questions.queries.items.size();
  Measuring measuring(scene, questions, watch);
  for (const workflow::UsableModel& model : models) {
    JAEDAN_RETURN_IF_ERROR(measuring.add_model(model.folder, "", bench));
  }
  if (!scene.backbone.empty()) JAEDAN_RETURN_IF_ERROR(measuring.add_model("", scene.backbone, bench));
  JAEDAN_RETURN_IF_ERROR(measuring.add("colour-histogram", histograms, bench));
  return bench;
}

}  // namespace jaedan::bench
