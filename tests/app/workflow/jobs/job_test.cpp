#include "app/workflow/jobs/job.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace jaedan::workflow {
namespace {

using std::chrono::milliseconds;

/// Work that leaves `value` behind in `out`.
JobRunner::Work leave(std::vector<int>& out, int value) {
  return [&out, value](const Watch&) { return [&out, value] { out.push_back(value); }; };
}

TEST(JobRunner, ResultsRunOnTheDrainingThreadInOrder) {
  JobRunner runner;
  std::vector<int> results;
  for (int i = 0; i < 20; ++i) runner.submit("", leave(results, i));
  runner.wait_idle();
  EXPECT_TRUE(results.empty()) << "nothing runs before drain";
  EXPECT_EQ(runner.drain(), 20);
  ASSERT_EQ(results.size(), 20u);
  for (int i = 0; i < 20; ++i) EXPECT_EQ(results[i], i);
  EXPECT_EQ(runner.drain(), 0);
}

TEST(JobRunner, UrgentWorkOvertakesWhatWaits) {
  JobRunner runner;
  std::vector<int> results;
  std::atomic<bool> go{false};
  runner.submit("", [&go](const Watch&) {
    while (!go) std::this_thread::sleep_for(milliseconds(1));
    return std::function<void()>();
  });
  runner.submit("", leave(results, 1));
  runner.submit_first("", leave(results, 2));
  go = true;
  runner.wait_idle();
  runner.drain();
  EXPECT_EQ(results, (std::vector<int>{2, 1}));
}

TEST(JobRunner, ARunningJobShowsItsProgressAndCanBeCancelled) {
  JobRunner runner;
  std::atomic<bool> saw_cancel{false};
  const std::int64_t id = runner.submit("counting", [&](const Watch& watch) {
    for (int i = 0; !watch.cancelled(); ++i) {
      watch.report({"counting", i, 100, ""});
      std::this_thread::sleep_for(milliseconds(1));
    }
    saw_cancel = true;
    return std::function<void()>();
  });
  while (runner.visible().empty() || runner.visible().front().progress.done < 3)
    std::this_thread::sleep_for(milliseconds(1));
  EXPECT_EQ(runner.visible().front().title, "counting");
  runner.cancel(id);
  runner.wait_idle();
  EXPECT_TRUE(saw_cancel);
  EXPECT_TRUE(runner.visible().empty());
}

TEST(JobRunner, ClosingCancelsWhatRunsAndDropsWhatWaits) {
  std::vector<int> results;
  {
    JobRunner runner;
    runner.submit("endless", [](const Watch& watch) {
      while (!watch.cancelled()) std::this_thread::sleep_for(milliseconds(1));
      return std::function<void()>();
    });
    runner.submit("", leave(results, 1));
  }
  EXPECT_TRUE(results.empty());
}

TEST(JobRunner, WakesTheWindowWhenSomethingIsReady) {
  JobRunner runner;
  std::atomic<int> wakes{0};
  runner.set_wake([&wakes] { ++wakes; });
  runner.submit("", [](const Watch&) { return std::function<void()>(); });
  runner.wait_idle();
  while (wakes == 0) std::this_thread::sleep_for(milliseconds(1));
  EXPECT_EQ(runner.drain(), 1);
}

}  // namespace
}  // namespace jaedan::workflow
