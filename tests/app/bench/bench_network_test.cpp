#include "app/bench/bench_network.h"

#include <gtest/gtest.h>

#include "app/bench/median.h"
#include "inference/torch/torch_loader.h"
#include "tests/support/matchers.h"

namespace jaedan::bench {
namespace {

TEST(Median, IsTheMiddleOneWhateverTheOrder) {
  EXPECT_EQ(median({}), 0);
  EXPECT_EQ(median({7}), 7);
  EXPECT_EQ(median({9, 1, 5}), 5);
  EXPECT_EQ(median({4, 1, 3, 2}), 3);
}

TEST(BenchNetwork, StoppedBeforeTheFirstRoundItMeasuredNothing) {
  if (!inference::load_torch_module().ok()) GTEST_SKIP() << "the model module is not built";
  ASSERT_OK_AND_ASSIGN(const workflow::UsableModel model, workflow::find_model(nullptr, ""));
  workflow::CancelFlag flag;
  flag.cancel();
  workflow::Watch watch;
  watch.cancel = &flag;
  EXPECT_ERROR(bench_network(model, 1, watch), ErrorCode::kCancelled);
}

}  // namespace
}  // namespace jaedan::bench
