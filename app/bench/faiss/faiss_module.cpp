#include <faiss/IndexFlat.h>
#include <faiss/IndexHNSW.h>
#include <faiss/IndexIVFFlat.h>
#include <faiss/impl/IDSelector.h>
#include <faiss/index_io.h>
#include <omp.h>

#include <algorithm>
#include <cmath>

#include "app/bench/faiss_engines.h"

namespace jaedan::bench {
namespace {

using Id = faiss::Index::idx_t;

constexpr int kLinks = 16;
constexpr int kBuildBreadth = 100;
constexpr std::size_t kSampleOfAList = 64;
constexpr int kRoundsOfKMeans = 10;

template <typename Work>
Status caught_faiss(Work work) {
  try {
    work();
    return {};
  } catch (const std::exception& error) {
    return Error{ErrorCode::kInternal, "bench.faiss_failed", "faiss: {0}", {error.what()}};
  }
}

/// What all of faiss's indexes have in common.
class FaissEngine : public VectorEngine {
 public:
  explicit FaissEngine(std::unique_ptr<faiss::Index> index) : index_(std::move(index)) {}

  Status append(const std::vector<float>& rows) override {
    return caught_faiss([&] { index_->add(count_in(rows), rows.data()); });
  }
  Status save(const std::string& path) const override {
    return caught_faiss([&] { faiss::write_index(index_.get(), path.c_str()); });
  }
  Status open(const std::string& path) override {
    return caught_faiss([&] { index_.reset(faiss::read_index(path.c_str())); });
  }
  void set_effort(int effort) override { effort_ = effort; }
  void set_wanted(Ids wanted) override {
    const std::vector<Id> ids(wanted.begin(), wanted.end());
    wanted_ = ids.empty() ? nullptr : std::make_unique<faiss::IDSelectorBatch>(ids.size(), ids.data());
  }
  Result<Ids> nearest(const std::vector<float>& query, std::size_t k) const override {
    std::vector<float> scores(k);
    std::vector<Id> found(k);
    JAEDAN_RETURN_IF_ERROR(caught_faiss([&] { search(query, scores, found); }));
    found.erase(std::remove(found.begin(), found.end(), Id{-1}), found.end());
    return Ids(found.begin(), found.end());
  }

 protected:
  virtual void search(const std::vector<float>& query, std::vector<float>& scores, std::vector<Id>& found) const = 0;
  Id count_in(const std::vector<float>& rows) const {
    return static_cast<Id>(rows.size() / static_cast<std::size_t>(index_->d));
  }

  std::unique_ptr<faiss::Index> index_;
  std::unique_ptr<faiss::IDSelector> wanted_;
  int effort_ = 1;
};

class HnswEngine final : public FaissEngine {
 public:
  explicit HnswEngine(std::size_t dimension) : FaissEngine(made(dimension)) {}
  Status remove(std::uint64_t /*id*/) override {
    return Error{ErrorCode::kUnsupported, "bench.faiss_keeps", "faiss removes nothing from this kind of index"};
  }
  void set_effort(int effort) override {
    // The parameter of the search itself is overlooked by this version.
    if (auto* graph = dynamic_cast<faiss::IndexHNSW*>(index_.get())) graph->hnsw.efSearch = effort;
    FaissEngine::set_effort(effort);
  }
  std::vector<int> efforts() const override { return {50, 100, 200, 300, 400, 600, 800, 1200, 1600}; }

 private:
  static std::unique_ptr<faiss::Index> made(std::size_t dimension) {
    auto index =
        std::make_unique<faiss::IndexHNSWFlat>(static_cast<int>(dimension), kLinks, faiss::METRIC_INNER_PRODUCT);
    index->hnsw.efConstruction = kBuildBreadth;
    return index;
  }
  void search(const std::vector<float>& query, std::vector<float>& scores, std::vector<Id>& found) const override {
    faiss::SearchParametersHNSW how;
    how.efSearch = effort_;
    how.sel = wanted_.get();
    index_->search(1, query.data(), static_cast<Id>(found.size()), scores.data(), found.data(), &how);
  }
};

class IvfEngine final : public FaissEngine {
 public:
  IvfEngine(std::size_t dimension, std::size_t expected)
      : FaissEngine(made(dimension, lists_for(expected))), lists_(lists_for(expected)) {}

  std::size_t sample_size() const override { return lists_ * kSampleOfAList; }
  Status learn(const std::vector<float>& rows) override {
    return caught_faiss([&] { index_->train(count_in(rows), rows.data()); });
  }
  Status remove(std::uint64_t id) override {
    return caught_faiss([&] {
      const auto one = static_cast<Id>(id);
      index_->remove_ids(faiss::IDSelectorRange(one, one + 1));
    });
  }
  std::vector<int> efforts() const override {
    std::vector<int> lists;
    for (std::size_t count = 1; count < lists_; count = count * 3 / 2 + 1) lists.push_back(static_cast<int>(count));
    lists.push_back(static_cast<int>(lists_));
    return lists;
  }

 private:
  static std::size_t lists_for(std::size_t expected) {
    return std::max<std::size_t>(1, 2 * static_cast<std::size_t>(std::sqrt(static_cast<double>(expected))));
  }
  static std::unique_ptr<faiss::Index> made(std::size_t dimension, std::size_t lists) {
    auto quantizer = std::make_unique<faiss::IndexFlatIP>(static_cast<Id>(dimension));
    auto index = std::make_unique<faiss::IndexIVFFlat>(quantizer.get(), dimension, lists, faiss::METRIC_INNER_PRODUCT);
    quantizer.release();  // NOLINT: the index owns it from here on
    index->own_fields = true;
    index->cp.niter = kRoundsOfKMeans;
    return index;
  }
  void search(const std::vector<float>& query, std::vector<float>& scores, std::vector<Id>& found) const override {
    faiss::SearchParametersIVF how;
    how.nprobe = static_cast<std::size_t>(effort_);
    how.sel = wanted_.get();
    index_->search(1, query.data(), static_cast<Id>(found.size()), scores.data(), found.data(), &how);
  }

  std::size_t lists_;
};

}  // namespace
}  // namespace jaedan::bench

extern "C" jaedan::bench::VectorEngine* jaedan_faiss_engine(jaedan::bench::FaissKind kind, std::size_t dimension,
                                                            std::size_t expected) {
  using namespace jaedan::bench;
  omp_set_num_threads(1);
  try {
    if (kind == FaissKind::kHnsw) return std::make_unique<HnswEngine>(dimension).release();
    return std::make_unique<IvfEngine>(dimension, expected).release();
  } catch (const std::exception&) {
    return nullptr;
  }
}
