#include "inference/train/learn/worker_group.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "inference/train/run/train_segmenter.h"
#include "tests/inference/train/drawn_run.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

// This process itself never uses LibTorch: its threads would not survive the forks.
namespace jaedan::inference {
namespace {

constexpr const char* kNoBackEnd = "built without the distributed back end";

class Workers : public ::testing::Test {
 protected:
  // Runs `work` in `count` processes; each has to return true.
  template <typename Work>
  void run_in(int count, Work work) {
    std::filesystem::remove(folder_ / "meeting");
    std::vector<pid_t> processes;
    for (int rank = 0; rank < count; ++rank) {
      const pid_t process = ::fork();
      if (process == 0) ::_exit(work(WorkerPlace{rank, count, folder_ / "meeting"}) ? 0 : 1);
      processes.push_back(process);
    }
    for (const pid_t process : processes) {
      int status = 0;
      ASSERT_EQ(::waitpid(process, &status, 0), process);
      EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
  }
  testing::TemporaryFolder folder_;
};

TEST_F(Workers, GradientsAreTheWeightedSumOfAll) {
  if (!can_join_workers()) GTEST_SKIP() << kNoBackEnd;
  run_in(3, [](const WorkerPlace& place) {
    auto group = join_workers(place);
    if (!group.ok()) return false;
    torch::Tensor both = torch::zeros({2, 2}), rare = torch::zeros({3});
    both.mutable_grad() = torch::full({2, 2}, place.rank + 1.0);
    if (place.rank == 2) rare.mutable_grad() = torch::full({3}, 8.0);  // the others saw nothing of it
    std::vector<double> numbers = {10.0 * place.rank, 1};
    const double weight = place.rank == 0 ? 0.5 : 0.25;
    sum_gradients(**group, {both, rare}, weight, numbers);
    return both.grad().equal(torch::full({2, 2}, 0.5 * 1 + 0.25 * 2 + 0.25 * 3)) &&
           rare.grad().equal(torch::full({3}, 2.0)) && numbers == std::vector<double>{7.5, 1};
  });
}

TEST_F(Workers, ThatCannotMeetAreToldWhy) {
  if (!can_join_workers()) GTEST_SKIP() << kNoBackEnd;
  run_in(1, [&](const WorkerPlace& place) {
    const auto cannot_meet = [](const WorkerPlace& wrong) {
      const auto group = join_workers(wrong);
      return !group.ok() && group.error().code == ErrorCode::kUnavailable &&
             group.error().text().find("cannot meet") != std::string::npos;
    };
    const WorkerPlace third_of_two = {2, 2, place.meeting_file}, no_file = {0, 2, folder_.path()};
    return cannot_meet(third_of_two) && cannot_meet(no_file);
  });
}

TEST_F(Workers, ResumeTogetherWithTheSameCurve) {
  if (!can_join_workers()) GTEST_SKIP() << kNoBackEnd;
  write_drawn_photos(folder_ / "data", 12);
  const auto train = [&](const char* output, int stop_in_epoch, bool resume) {
    run_in(2, [&](const WorkerPlace& place) {
      // The last batch holds three photos: two for one process, one for the other.
      auto options = options_for(folder_ / "data", folder_ / output, {small_phase(3)});
      options.workers = place;
      options.resume = resume;
      std::atomic<bool> cancel{false};
      // Only the first process is asked to stop, which stops both.
      options.cancel = &cancel;
      options.progress = [&](const TrainingProgress& progress) {
        cancel = progress.epoch == stop_in_epoch && progress.step == 1;
      };
      const auto trained = train_segmenter(options);
      return stop_in_epoch == 0 ? trained.ok() : !trained.ok() && trained.error().code == ErrorCode::kCancelled;
    });
  };
  train("whole", 0, false);
  train("broken", 2, false);
  train("broken", 0, true);
  const auto curve_of = [&](const char* output) {
    std::ifstream in((folder_ / output) + "/training.csv");
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line.substr(0, line.rfind(',')));
    return lines;
  };
  EXPECT_EQ(curve_of("whole").size(), 4U);
  EXPECT_EQ(curve_of("whole"), curve_of("broken"));
}

TEST_F(Workers, WithoutTheBackEndTheProgramSaysSo) {
  if (can_join_workers()) GTEST_SKIP() << "built with the distributed back end";
  const auto group = join_workers({0, 2, folder_ / "meeting"});
  EXPECT_ERROR(group, ErrorCode::kUnavailable);
  EXPECT_NE(group.error().text().find("--workers 1"), std::string::npos);
}

}  // namespace
}  // namespace jaedan::inference
