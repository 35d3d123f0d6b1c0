#include "app/workflow/audit/seal_log.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "app/workflow/project/verify_project.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

class SealLog : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = Project::create(folder_ / "봄.jaedan");
    ASSERT_OK(made);
    project_.emplace(std::move(made).value());
  }
  void log() {
    ASSERT_OK(project_->store().append_to_log({labeling::SubjectKind::kModel, "m1"}, {"boss", "trust"}, "{}"));
  }

  const testing::TemporaryFolder folder_;
  const std::string seal_ = folder_ / "elsewhere/seal.json";
  std::optional<Project> project_;
};

TEST_F(SealLog, ASealIsReadBackAndHolds) {
  log();
  ASSERT_OK_AND_ASSIGN(const labeling::LogSeal written, seal_log(*project_, seal_));
  EXPECT_EQ(written.project, "봄.jaedan");
  EXPECT_EQ(written.head.count, 1);
  ASSERT_OK_AND_ASSIGN(const labeling::LogSeal read, read_seal(seal_));
  EXPECT_EQ(read.head.hash, written.head.hash);
  log();
  ASSERT_OK_AND_ASSIGN(const BatchReport report, verify_project(*project_, LookInto::kHeader, {}, read));
  EXPECT_TRUE(report.failed.empty());
}

TEST_F(SealLog, ANewSealTakesThePlaceOfOneThatHolds) {
  ASSERT_OK(seal_log(*project_, seal_));
  log();
  ASSERT_OK(seal_log(*project_, seal_));
  log();
  ASSERT_OK_AND_ASSIGN(const labeling::LogSeal seal, seal_log(*project_, seal_));
  EXPECT_EQ(seal.head.count, 2);
}

TEST_F(SealLog, ASealThatNoLongerHoldsStays) {
  log();
  ASSERT_OK(seal_log(*project_, seal_));
  auto other = Project::create(folder_ / "other.jaedan");
  ASSERT_OK(other);
  EXPECT_ERROR(seal_log(*other, seal_), ErrorCode::kConflict);
  EXPECT_EQ(read_seal(seal_)->head.count, 1);
  ASSERT_OK_AND_ASSIGN(const BatchReport report, verify_project(*other, LookInto::kHeader, {}, *read_seal(seal_)));
  ASSERT_EQ(report.failed.size(), 1u);
  EXPECT_NE(report.failed[0].sentence().text().find("is of another project (봄.jaedan)"), std::string::npos);
  ASSERT_OK(seal_log(*other, seal_, OldSeal::kGives));
  EXPECT_EQ(read_seal(seal_)->project, "other.jaedan");
}

TEST_F(SealLog, OfAnEmptyProjectItIsNobodyElses) {
  ASSERT_OK(seal_log(*project_, seal_));
  auto other = Project::create(folder_ / "other.jaedan");
  ASSERT_OK(other);
  EXPECT_EQ(seal_log(*other, seal_).error().message.key, "log.old_seal_of_another");
  ASSERT_OK_AND_ASSIGN(const BatchReport report, verify_project(*other, LookInto::kHeader, {}, *read_seal(seal_)));
  ASSERT_EQ(report.failed.size(), 1u);
  EXPECT_EQ(report.failed[0].reason.key, "log.seal_of_another");
}

TEST_F(SealLog, NothingNewLeavesTheSealAsItIs) {
  log();
  ASSERT_OK_AND_ASSIGN(const labeling::LogSeal first, seal_log(*project_, seal_));
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
  ASSERT_OK_AND_ASSIGN(const labeling::LogSeal again, seal_log(*project_, seal_));
  EXPECT_EQ(again.at, first.at);
}

TEST_F(SealLog, WhatIsNoSealIsNotWrittenOver) {
  const std::string photo = folder_ / "photo.jpg";
  std::ofstream(photo) << "pixels";
  EXPECT_ERROR(seal_log(*project_, photo), ErrorCode::kCorrupt);
  EXPECT_EQ(std::filesystem::file_size(photo), 6u);
  EXPECT_ERROR(read_seal(folder_ / "nothing"), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace jaedan::workflow
