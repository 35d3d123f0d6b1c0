#include "app/bench/bench_index.h"

#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <random>

#include "app/bench/drawn_vectors.h"
#include "app/bench/faiss_engines.h"
#include "app/bench/median.h"
#include "app/bench/own_engine.h"
#include "app/bench/scratch_folder.h"
#include "labeling/agreement/bootstrap.h"

namespace jaedan::bench {
namespace {

using Ids = VectorEngine::Ids;
using MakeEngine = std::function<Result<std::unique_ptr<VectorEngine>>()>;

constexpr std::int64_t kLeastVectors = 100;
constexpr std::size_t kNeighbours = 10;
constexpr std::size_t kRowsAtOnce = 1000;
constexpr std::size_t kChanges = 500;
constexpr double kRecallWanted = 0.95;
constexpr double kShares[] = {1, 0.1, 0.01};
enum Stream : std::uint32_t { kRows, kQueries, kAdded, kWanted };

/// Milliseconds that `work` takes.
Result<double> milliseconds_of(const std::function<Status()>& work) {
  const auto start = std::chrono::steady_clock::now();
  JAEDAN_RETURN_IF_ERROR(work());
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

Latency latency_of(const std::vector<double>& ms) { return {median(ms), quantile(ms, 0.95), quantile(ms, 0.99)}; }

/// Of this process, without what the C library only keeps for later.
double resident_mb() {
  ::malloc_trim(0);
  std::int64_t pages = 0;
  std::int64_t resident = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident;
  return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

/// What is asked, and, as soon as somebody has found it out, the right answers.
struct Questions {
  double share = 1;
  Ids wanted;  ///< empty: all
  std::vector<Ids> truth;
};

class Measurement {
 public:
  Measurement(const IndexBenchRequest& request, const workflow::Watch& watch, const std::string& folder)
      : request_(request), watch_(watch), file_(folder + "/index") {
    DrawnVectors drawn(dimension(), request.seed, kQueries);
    for (int i = 0; i < request.queries; ++i) queries_.push_back(drawn.next());
    for (const double share : kShares) questions_.push_back({share, wanted_ids(share), {}});
  }

  Result<IndexEngineFigures> measure(const std::string& name, const MakeEngine& make) {
    stage_ = name;
    IndexEngineFigures figures;
    figures.name = name;
    const double before_mb = resident_mb();
    JAEDAN_RETURN_IF_ERROR(build(make, figures));
    const double between_mb = resident_mb();
    JAEDAN_ASSIGN_OR_RETURN(const std::unique_ptr<VectorEngine> engine, make());
    JAEDAN_ASSIGN_OR_RETURN(const double load_ms, milliseconds_of([&] { return engine->open(file_); }));
    figures.load_s = load_ms / 1000;
    // What a library keeps for itself once it was used counts as well.
    figures.resident_mb = resident_mb() - std::min(before_mb, between_mb);
    JAEDAN_RETURN_IF_ERROR(choose_effort(*engine, figures));
    for (Questions& questions : questions_) {
      JAEDAN_ASSIGN_OR_RETURN(IndexQuestions asked, ask(*engine, questions));
      figures.questions.push_back(std::move(asked));
    }
    JAEDAN_RETURN_IF_ERROR(change(*engine, figures));
    return figures;
  }

 private:
  std::size_t dimension() const { return static_cast<std::size_t>(request_.dimension); }
  std::size_t vectors() const { return static_cast<std::size_t>(request_.vectors); }

  Ids wanted_ids(double share) const {
    Ids ids;
    if (share >= 1) return ids;
    std::mt19937 random(request_.seed + kWanted);
    const auto limit = static_cast<std::uint32_t>(share * static_cast<double>(std::mt19937::max()));
    for (std::size_t id = 0; id < vectors(); ++id) {
      if (random() < limit) ids.push_back(id);
    }
    if (ids.empty()) ids.push_back(0);  // an empty list would mean all
    return ids;
  }

  Status report(std::size_t done) const {
    if (watch_.cancelled()) {
      return Error{ErrorCode::kCancelled, "bench.index_stopped", "measuring the vector index was stopped"};
    }
    watch_.report({stage_, static_cast<std::int64_t>(done), request_.vectors, {}});
    return {};
  }

  /// Builds and saves one, and lets it go. Drawing the vectors is not counted.
  Status build(const MakeEngine& make, IndexEngineFigures& figures) const {
    JAEDAN_ASSIGN_OR_RETURN(const std::unique_ptr<VectorEngine> engine, make());
    double ms = 0;
    if (const std::size_t sample = std::min(vectors(), engine->sample_size()); sample > 0) {
      const std::vector<float> rows = DrawnVectors(dimension(), request_.seed, kRows).next_rows(sample);
      JAEDAN_ASSIGN_OR_RETURN(ms, milliseconds_of([&] { return engine->learn(rows); }));
    }
    DrawnVectors drawn(dimension(), request_.seed, kRows);
    for (std::size_t done = 0; done < vectors(); done += kRowsAtOnce) {
      JAEDAN_RETURN_IF_ERROR(report(done));
      const std::vector<float> rows = drawn.next_rows(std::min(kRowsAtOnce, vectors() - done));
      JAEDAN_ASSIGN_OR_RETURN(const double took, milliseconds_of([&] { return engine->append(rows); }));
      ms += took;
    }
    figures.build_s = ms / 1000;
    JAEDAN_RETURN_IF_ERROR(engine->save(file_));
    std::error_code failed;
    figures.file_mb = static_cast<double>(std::filesystem::file_size(file_, failed)) / 1e6;
    return report(vectors());
  }

  /// The quickest that finds enough of all vectors.
  Status choose_effort(VectorEngine& engine, IndexEngineFigures& figures) {
    for (const int effort : engine.efforts()) {
      engine.set_effort(effort);
      figures.effort = effort;
      JAEDAN_ASSIGN_OR_RETURN(const IndexQuestions asked, ask(engine, questions_.front()));
      if (asked.recall >= kRecallWanted) return {};
    }
    return {};
  }

  Result<IndexQuestions> ask(VectorEngine& engine, Questions& questions) const {
    engine.set_wanted(questions.wanted);
    std::vector<double> times;
    std::vector<double> recalls;
    std::vector<Ids> answers;
    for (std::size_t i = 0; i < queries_.size(); ++i) {
      JAEDAN_RETURN_IF_ERROR(report(vectors()));
      Ids found;
      JAEDAN_ASSIGN_OR_RETURN(const double ms, milliseconds_of([&]() -> Status {
                                JAEDAN_ASSIGN_OR_RETURN(found, engine.nearest(queries_[i], kNeighbours));
                                return {};
                              }));
      times.push_back(ms);
      answers.push_back(std::move(found));
    }
    engine.set_wanted({});
    if (questions.truth.empty()) questions.truth = answers;  // the first one measured is exact
    for (std::size_t i = 0; i < answers.size(); ++i) recalls.push_back(recall_of(answers[i], questions.truth[i]));
    IndexQuestions asked{questions.share, latency_of(times), 0, labeling::bootstrap_mean(recalls, {}).interval};
    for (const double recall : recalls) asked.recall += recall / static_cast<double>(recalls.size());
    return asked;
  }

  static double recall_of(Ids found, Ids truth) {
    if (truth.empty()) return 1;
    std::sort(found.begin(), found.end());
    std::sort(truth.begin(), truth.end());
    Ids both;
    std::set_intersection(found.begin(), found.end(), truth.begin(), truth.end(), std::back_inserter(both));
    return static_cast<double>(both.size()) / static_cast<double>(truth.size());
  }

  Status change(VectorEngine& engine, IndexEngineFigures& figures) const {
    DrawnVectors drawn(dimension(), request_.seed, kAdded);
    std::vector<double> added;
    std::vector<double> removed;
    for (std::size_t i = 0; i < std::min(kChanges, vectors() / 2); ++i) {
      JAEDAN_RETURN_IF_ERROR(report(vectors()));
      const std::vector<float> vector = drawn.next();
      JAEDAN_ASSIGN_OR_RETURN(const double ms, milliseconds_of([&] { return engine.append(vector); }));
      added.push_back(ms);
    }
    figures.add = latency_of(added);
    for (std::size_t i = 0; i < added.size(); ++i) {
      const Result<double> ms = milliseconds_of([&] { return engine.remove(2 * i); });
      if (!ms.ok() && ms.error().code == ErrorCode::kUnsupported) return {};
      if (!ms.ok()) return ms.error();
      removed.push_back(*ms);
    }
    figures.remove = latency_of(removed);
    return {};
  }

  const IndexBenchRequest& request_;
  const workflow::Watch& watch_;
  const std::string file_;
  std::string stage_;
  std::vector<std::vector<float>> queries_;
  std::vector<Questions> questions_;
};

}  // namespace

Result<IndexBench> bench_index(const IndexBenchRequest& request, const workflow::Watch& watch) {
  if (request.vectors < kLeastVectors || request.dimension < 2 || request.queries < 1) {
    return Error{ErrorCode::kInvalidArgument,
                 "bench.index_too_small",
                 "there is nothing to measure below {0|vector} of 2 numbers and one query",
                 {kLeastVectors}};
  }
  JAEDAN_ASSIGN_OR_RETURN(const ScratchFolder folder, ScratchFolder::make());
  const auto dimension = static_cast<std::size_t>(request.dimension);
  const auto expected = static_cast<std::size_t>(request.vectors);
  const auto own = [&](bool as_graph) -> MakeEngine {
    return [=]() -> Result<std::unique_ptr<VectorEngine>> {
      JAEDAN_ASSIGN_OR_RETURN(OwnEngine engine, OwnEngine::make(dimension, expected, as_graph));
      return std::unique_ptr<VectorEngine>(std::make_unique<OwnEngine>(std::move(engine)));
    };
  };
  const auto of_faiss = [&](FaissKind kind) -> MakeEngine {
    return [=] { return faiss_engine(kind, dimension, expected); };
  };

  IndexBench bench;
  bench.request = request;
  Measurement measurement(request, watch, folder.path());
  const auto measure = [&](const std::string& name, const MakeEngine& make) -> Status {
    JAEDAN_ASSIGN_OR_RETURN(IndexEngineFigures figures, measurement.measure(name, make));
    bench.engines.push_back(std::move(figures));
    return {};
  };
  JAEDAN_RETURN_IF_ERROR(measure("exact", own(false)));
  JAEDAN_RETURN_IF_ERROR(measure("graph", own(true)));
  if (request.no_faiss) return bench;
  if (const auto one = faiss_engine(FaissKind::kHnsw, dimension, 1); !one.ok()) {
    bench.faiss_missing = one.error().text();
    return bench;
  }
  JAEDAN_RETURN_IF_ERROR(measure("faiss IVFFlat", of_faiss(FaissKind::kIvf)));
  JAEDAN_RETURN_IF_ERROR(measure("faiss HNSWFlat", of_faiss(FaissKind::kHnsw)));
  return bench;
}

}  // namespace jaedan::bench
