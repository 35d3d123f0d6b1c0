#include "app/workflow/jobs/child_program.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"

namespace jaedan::workflow {
namespace {

TEST(ChildProgram, ItsLinesComeOneByOneAndThenItsEnd) {
  ASSERT_OK_AND_ASSIGN(const auto child,
                       ChildProgram::start({"sh", "-c", "echo one; echo \"$WORD\" >&2; exit 7"}, {"WORD=two"}));
  ASSERT_OK_AND_ASSIGN(const std::string first, child->read_line(10));
  ASSERT_OK_AND_ASSIGN(const std::string second, child->read_line(10));
  EXPECT_EQ(first, "one");
  EXPECT_EQ(second, "two");
  EXPECT_ERROR(child->read_line(10), ErrorCode::kNotFound);
  EXPECT_EQ(child->wait(), 7);
  EXPECT_GT(child->peak_mb(), 0);
}

TEST(ChildProgram, ASilentOneIsNotWaitedForForEverAndEndsWithTheObject) {
  ASSERT_OK_AND_ASSIGN(const auto child, ChildProgram::start({"sleep", "60"}));
  EXPECT_ERROR(child->read_line(0.05), ErrorCode::kUnavailable);
  EXPECT_LT(child->cpu_s(), 1);
}

TEST(ChildProgram, ProcessorTimeCounts) {
  ASSERT_OK_AND_ASSIGN(const auto child,
                       ChildProgram::start({"sh", "-c",
                                            "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; echo done; "
                                            "read never"}));
  ASSERT_OK(child->read_line(60));
  EXPECT_GT(child->cpu_s(), 0);
}

TEST(ChildProgram, WhatIsNotThereIsSaid) {
  EXPECT_ERROR(ChildProgram::start({"/nowhere/no-such-program"}), ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace jaedan::workflow
