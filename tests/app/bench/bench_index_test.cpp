#include "app/bench/bench_index.h"

#include <gtest/gtest.h>

#include "app/bench/drawn_vectors.h"
#include "tests/support/matchers.h"

namespace jaedan::bench {
namespace {

IndexBenchRequest small() {
  IndexBenchRequest request;
  request.vectors = 3000;
  request.dimension = 12;
  request.queries = 20;
  return request;
}

TEST(BenchIndex, MeasuresEachWayOnTheSameQuestions) {
  ASSERT_OK_AND_ASSIGN(const IndexBench bench, bench_index(small(), {}));
  // Either faiss was measured, or it is said why not.
  ASSERT_EQ(bench.engines.size(), bench.faiss_missing.empty() ? 4u : 2u) << bench.faiss_missing;
  EXPECT_EQ(bench.engines[0].name, "exact");
  EXPECT_EQ(bench.engines[1].name, "graph");
  for (const IndexEngineFigures& engine : bench.engines) {
    ASSERT_EQ(engine.questions.size(), 3u) << engine.name;
    EXPECT_GT(engine.file_mb, 3000 * 12 * 4 / 1e6) << engine.name;
    EXPECT_GE(engine.questions[0].recall, 0.95) << engine.name;
    EXPECT_GT(engine.questions[0].latency.p50_ms, 0) << engine.name;
  }
  for (const IndexQuestions& asked : bench.engines[0].questions)
    EXPECT_DOUBLE_EQ(asked.recall, 1) << asked.wanted_share;
  for (const IndexQuestions& asked : bench.engines[1].questions) EXPECT_GE(asked.recall, 0.9) << asked.wanted_share;
  EXPECT_TRUE(bench.engines[1].remove.has_value());
}

TEST(BenchIndex, StopsWhenAsked) {
  workflow::CancelFlag cancel;
  cancel.cancel();
  workflow::Watch watch;
  watch.cancel = &cancel;
  EXPECT_ERROR(bench_index(small(), watch), ErrorCode::kCancelled);
}

TEST(BenchIndex, RefusesWhatIsTooSmallToMeasure) {
  IndexBenchRequest request = small();
  request.vectors = 3;
  EXPECT_ERROR(bench_index(request, {}), ErrorCode::kInvalidArgument);
}

TEST(DrawnVectors, AreTheSameForTheSameSeedAndOfUnitLength) {
  const std::vector<float> first = DrawnVectors(8, 3, 0).next_rows(5);
  DrawnVectors again(8, 3, 0);
  for (std::size_t i = 0; i < 5; ++i) {
    const std::vector<float> one = again.next();
    double squared = 0;
    for (std::size_t j = 0; j < 8; ++j) {
      EXPECT_EQ(one[j], first[i * 8 + j]);
      squared += double(one[j]) * one[j];
    }
    EXPECT_NEAR(squared, 1, 1e-6);
  }
  EXPECT_NE(DrawnVectors(8, 3, 1).next(), DrawnVectors(8, 3, 0).next());
  EXPECT_NE(DrawnVectors(8, 4, 0).next(), DrawnVectors(8, 3, 0).next());
}

}  // namespace
}  // namespace jaedan::bench
