#include "labeling/base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "tests/support/matchers.h"

namespace jaedan {
namespace {

Result<int> half(int n) {
  if (n % 2) return Error{ErrorCode::kInvalidArgument, "test.odd", "{0} is odd", {n}};
  return n / 2;
}

Result<int> quarter(int n) {
  JAEDAN_ASSIGN_OR_RETURN(const int first, half(n));
  JAEDAN_ASSIGN_OR_RETURN(const int second, half(first));
  return second;
}

Status check(int n) {
  JAEDAN_RETURN_IF_ERROR(half(n));
  return {};
}

TEST(Result, HoldsAValueOrAnError) {
  ASSERT_OK_AND_ASSIGN(const int n, half(8));
  EXPECT_EQ(n, 4);
  EXPECT_ERROR(half(3), ErrorCode::kInvalidArgument);
  EXPECT_EQ(half(3).error().with_context("x").text(), "x: 3 is odd");
}

TEST(Result, ErrorsArePassedOn) {
  ASSERT_OK_AND_ASSIGN(const int n, quarter(8));
  EXPECT_EQ(n, 2);
  EXPECT_ERROR(quarter(6), ErrorCode::kInvalidArgument);
  EXPECT_OK(check(2));
  EXPECT_ERROR(check(1), ErrorCode::kInvalidArgument);
}

TEST(Result, MovesWhatCannotBeCopied) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
  const std::unique_ptr<int> taken = std::move(result).value();
  EXPECT_EQ(*taken, 5);
}

TEST(Result, EveryCodeHasAName) {
  for (int code = 0; code <= static_cast<int>(ErrorCode::kInternal); ++code) {
    EXPECT_NE(std::string(name_of(static_cast<ErrorCode>(code))), "");
  }
  EXPECT_EQ(std::string(name_of(ErrorCode::kTooLarge)), "too_large");
}

}  // namespace
}  // namespace jaedan
