#include "app/bench/python_forward.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"

namespace jaedan::bench {
namespace {

TEST(PythonForward, RunsAreReadWithTheirThreadsAndLayouts) {
  ASSERT_OK_AND_ASSIGN(const PythonForward forward, parse_python_forward(R"({"torch": "1.13.1", "mean_logit": 1.5,
      "runs": [{"threads": 1, "layout": "channels_first", "ms": [60, 61.5]},
               {"threads": 2, "layout": "channels_last", "ms": [31]}]})"));
  EXPECT_EQ(forward.torch_version, "1.13.1");
  EXPECT_EQ(forward.mean_logit, 1.5);
  ASSERT_EQ(forward.runs.size(), 2u);
  EXPECT_EQ(forward.runs[0].ms, (std::vector<double>{60, 61.5}));
  EXPECT_EQ(forward.runs[1].threads, 2);
  EXPECT_EQ(forward.runs[1].layout, "channels_last");
}

TEST(PythonForward, WhatTheScriptComplainsOfIsTheReason) {
  const auto forward = parse_python_forward(R"({"error": "/usr/bin/python3 has no PyTorch"})");
  EXPECT_ERROR(forward, ErrorCode::kUnavailable);
  EXPECT_EQ(forward.error().text(), "/usr/bin/python3 has no PyTorch");
}

TEST(PythonForward, AnythingElseIsCorrupt) {
  EXPECT_ERROR(parse_python_forward("Traceback (most recent call last)"), ErrorCode::kCorrupt);
  EXPECT_ERROR(parse_python_forward(R"({"torch": "1.13.1"})"), ErrorCode::kCorrupt);
}

TEST(PythonForward, AFolderWithoutAModelIsAReasonToGoOnWithout) {
  const auto forward = python_forward("/nowhere/it's \"not\" here", {1}, 1);
  EXPECT_ERROR(forward, ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace jaedan::bench
