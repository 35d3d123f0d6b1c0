#include "app/workflow/jobs/worker_time.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace jaedan::workflow {
namespace {

WorkerTime two_workers_for_five_seconds() {
  WorkerTime time;
  time.workers = 2;
  time.elapsed_s = 5;
  time.opening_s = 1;
  time.decode_s = 2;
  time.predict_s = 5;
  time.colours_s = 0.5;
  time.write_s = 1;
  return time;
}

TEST(WorkerTime, WhatNoStageTookIsWaiting) {
  EXPECT_NEAR(two_workers_for_five_seconds().waiting_s(), 0.5, 1e-9);
  WorkerTime over;  // clocks that are read one after the other may say a little more than there was
  over.workers = 1;
  over.elapsed_s = 1;
  over.decode_s = 1.1;
  EXPECT_EQ(over.waiting_s(), 0);
}

TEST(WorkerTime, SharesAreOfAllWorkersAndSumUpToOne) {
  double sum = 0;
  for (const auto& [stage, share] : two_workers_for_five_seconds().shares()) {
    sum += share;
    if (stage == "predict") {
      EXPECT_NEAR(share, 0.5, 1e-9);
    }
  }
  EXPECT_NEAR(sum, 1, 1e-9);
  for (const auto& [stage, share] : WorkerTime().shares()) EXPECT_EQ(share, 0) << stage;
}

TEST(WorkerTime, TheSentenceNamesEveryStageAndTheWorkers) {
  EXPECT_EQ(two_workers_for_five_seconds().sentence(),
            "decode 20 %, predict 50 %, colours 5 %, write 10 %, opening 10 %, waiting 5 % of 2 workers");
}

TEST(WorkerTime, PeakMemoryIsInBytesAndNeverFalls) {
  const std::int64_t before = peak_memory_bytes();
  EXPECT_GT(before, 1 << 20);
  std::vector<char> block(64 << 20, 1);
  const std::int64_t with_block = peak_memory_bytes();
  EXPECT_GE(with_block, before);
  EXPECT_GT(with_block, static_cast<std::int64_t>(block.size()));
  block = {};
  EXPECT_GE(peak_memory_bytes(), with_block);
}

}  // namespace
}  // namespace jaedan::workflow
