#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

#include "labeling/store/store.h"
#include "tests/labeling/store/child_process.h"
#include "tests/labeling/store/project_at.h"
#include "tests/labeling/store/store_contract.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

using jaedan::testing::ChildProcess;

constexpr int kKills = 12;

/// A project with one photo for the writer.
class StoreCrash : public ::testing::Test {
 protected:
  void SetUp() override {
    auto store = testing::create_project_at(project_);
    ASSERT_OK(store);
    auto ids = (*store)->add_photos({{PhotoId{}, "a", "/a.jpg", 100, 100}});
    ASSERT_OK(ids);
    photo_ = ids->front();
  }

  std::vector<std::string> writer() const { return {JAEDAN_CRASH_WRITER, project_, std::to_string(photo_.value)}; }

  /// Everything that was acknowledged is there, whole.
  void expect_kept(std::int64_t acknowledged) {
    ASSERT_OK_AND_ASSIGN(const auto store, testing::open_project_at(project_));
    EXPECT_EQ(testing::problems_of(*store), std::vector<std::string>{});
    ASSERT_OK_AND_ASSIGN(const Annotation annotation, store->annotation(photo_));
    EXPECT_GE(annotation.revision, acknowledged);
    if (annotation.revision == 0) return;
    const std::string revision = std::to_string(annotation.revision);
    ASSERT_EQ(annotation.garments.size(), 1u);
    EXPECT_EQ(annotation.garments[0].attributes[0].value, "revision " + revision);
    EXPECT_EQ(annotation.garments[0].region.rings[0].back().y, static_cast<double>(annotation.revision));
    ASSERT_OK_AND_ASSIGN(const std::string history, store->history(photo_));
    EXPECT_EQ(history, revision) << "the edit history belongs to the same save";
    ASSERT_OK_AND_ASSIGN(const auto changes, store->changes(photo_));
    EXPECT_EQ(static_cast<std::int64_t>(changes.size()), annotation.revision);
  }

  jaedan::testing::TemporaryFolder folder_;
  std::string project_ = folder_ / "crash.jaedan";
  PhotoId photo_;
};

TEST_F(StoreCrash, NoAcknowledgedLabelIsLostByKill) {
  std::mt19937 random(20260131);
  std::int64_t acknowledged = 0;
  for (int i = 0; i < kKills; ++i) {
    ChildProcess child(writer());
    const std::string first = child.read_line();
    ASSERT_FALSE(first.empty()) << "the writer saved nothing";
    acknowledged = std::stoll(first);
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 60000));
    child.kill();
    for (std::string line = child.read_line(); !line.empty(); line = child.read_line()) acknowledged = std::stoll(line);
    child.wait();
    expect_kept(acknowledged);
  }
  EXPECT_GT(acknowledged, kKills) << "the kills came before there was anything to lose";
}

TEST_F(StoreCrash, AFullDiskIsAnErrorInWordsAndLosesNothing) {
  std::vector<std::string> command = writer();
  command.push_back(
      std::to_string(2 * std::filesystem::file_size(project_ + "/project.db")));  // bytes that a file may have
  ChildProcess child(command);
  std::int64_t acknowledged = 0;
  std::string line = child.read_line();
  for (; !line.empty() && line.rfind("failed", 0) != 0; line = child.read_line()) acknowledged = std::stoll(line);
  child.wait();
  EXPECT_EQ(line.rfind("failed io ", 0), 0u) << line;
  EXPECT_GT(acknowledged, 0);
  expect_kept(acknowledged);

  ChildProcess after(writer());  // with room again, work goes on
  ASSERT_FALSE(after.read_line().empty());
}

}  // namespace
}  // namespace jaedan::labeling
