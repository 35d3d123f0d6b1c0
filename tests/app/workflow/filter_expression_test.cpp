#include "app/workflow/filter_expression.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"

namespace jaedan::workflow {
namespace {

TEST(FilterExpression, EmptyTextFiltersNothing) {
  ASSERT_OK_AND_ASSIGN(const labeling::PhotoFilter filter, parse_filter("  "));
  EXPECT_FALSE(filter.state);
  EXPECT_FALSE(filter.part);
  EXPECT_TRUE(filter.text.empty());
}

TEST(FilterExpression, AllTermsMustHold) {
  ASSERT_OK_AND_ASSIGN(const labeling::PhotoFilter filter,
                       parse_filter("status=approved, part=bottom category=skirt score>=0.25 score<=0.5 worker=미나"));
  EXPECT_EQ(filter.state, WorkflowState::kApproved);
  EXPECT_EQ(filter.part, Part::kBottom);
  EXPECT_EQ(filter.attribute, "category");
  EXPECT_EQ(filter.value, "skirt");
  EXPECT_DOUBLE_EQ(filter.min_score.value(), 0.25);
  EXPECT_DOUBLE_EQ(filter.max_score.value(), 0.5);
  EXPECT_EQ(filter.worker, "미나");
}

TEST(FilterExpression, ATermThatIsNotUnderstoodIsNamed) {
  for (const char* term : {"approved", "=x", "status=done", "part=hat", "score=0.5", "score>=high", "colour>red"}) {
    const Result<labeling::PhotoFilter> filter = parse_filter(std::string("text=a ") + term);
    EXPECT_ERROR(filter, ErrorCode::kInvalidArgument);
    EXPECT_NE(filter.error().message.find(term), std::string::npos) << filter.error().message;
  }
}

}  // namespace
}  // namespace jaedan::workflow
