#include "app/workflow/project/filter_expression.h"

#include <gtest/gtest.h>

#include "app/workflow/project/project.h"
#include "tests/support/matchers.h"

namespace jaedan::workflow {
namespace {

class FilterExpression : public ::testing::Test {
 protected:
  const std::shared_ptr<const Taxonomy> taxonomy_ = load_project_taxonomy().value();
};

TEST_F(FilterExpression, EmptyTextFiltersNothing) {
  ASSERT_OK_AND_ASSIGN(const labeling::PhotoFilter filter, parse_filter("  ", *taxonomy_));
  EXPECT_FALSE(filter.state);
  EXPECT_FALSE(filter.part);
  EXPECT_TRUE(filter.text.empty());
}

TEST_F(FilterExpression, AllTermsMustHold) {
  ASSERT_OK_AND_ASSIGN(
      const labeling::PhotoFilter filter,
      parse_filter("status=approved, part=bottom category=skirt score>=0.25 score<=0.5 worker=미나 task=mina",
                   *taxonomy_));
  EXPECT_EQ(filter.state, WorkflowState::kApproved);
  EXPECT_EQ(filter.part, Part::kBottom);
  EXPECT_EQ(filter.attribute, "category");
  EXPECT_EQ(filter.value, "skirt");
  EXPECT_DOUBLE_EQ(filter.min_score.value(), 0.25);
  EXPECT_DOUBLE_EQ(filter.max_score.value(), 0.5);
  EXPECT_EQ(filter.worker, "미나");
  EXPECT_EQ(filter.in_hands_of, "mina");
}

TEST_F(FilterExpression, WhatNobodyLookedAtAndWhatWasChangedSinceApproval) {
  ASSERT_OK_AND_ASSIGN(labeling::PhotoFilter filter, parse_filter("looked=no status=changed", *taxonomy_));
  EXPECT_EQ(filter.looked, false);
  EXPECT_EQ(filter.state, WorkflowState::kChanged);
  ASSERT_OK_AND_ASSIGN(filter, parse_filter("looked=yes", *taxonomy_));
  EXPECT_EQ(filter.looked, true);
  EXPECT_ERROR(parse_filter("looked=maybe", *taxonomy_), ErrorCode::kInvalidArgument);
}

TEST_F(FilterExpression, ATermThatIsNotUnderstoodIsNamed) {
  for (const char* term : {"approved", "=x", "status=done", "part=hat", "score=0.5", "score>=high", "colour>red"}) {
    const Result<labeling::PhotoFilter> filter = parse_filter(std::string("text=a ") + term, *taxonomy_);
    EXPECT_ERROR(filter, ErrorCode::kInvalidArgument);
    EXPECT_NE(filter.error().text().find(term), std::string::npos) << filter.error().text();
  }
}

TEST_F(FilterExpression, WordsMayBeIdsOrNamesOfEitherLanguage) {
  for (const char* term : {"colour=black", "colour=블랙", "색상=블랙", "Colour=Black"}) {
    ASSERT_OK_AND_ASSIGN(const labeling::PhotoFilter filter, parse_filter(term, *taxonomy_));
    EXPECT_EQ(filter.attribute, "colour") << term;
    EXPECT_EQ(filter.value, "black") << term;
  }
  for (const char* term : {"colour=not_sure", "colour=\"not sure\"", "색상=모름"}) {
    ASSERT_OK_AND_ASSIGN(const labeling::PhotoFilter filter, parse_filter(term, *taxonomy_));
    EXPECT_EQ(filter.value, "not_sure") << term;
  }
}

TEST_F(FilterExpression, GenderAndSeasonAreWordsToo) {
  for (const char* term : {"season=autumn", "계절=가을"}) {
    ASSERT_OK_AND_ASSIGN(const labeling::PhotoFilter filter, parse_filter(term, *taxonomy_));
    EXPECT_EQ(filter.attribute, "season") << term;
    EXPECT_EQ(filter.value, "autumn") << term;
  }
  const auto wrong = parse_filter("gender=grown", *taxonomy_);
  EXPECT_ERROR(wrong, ErrorCode::kInvalidArgument);
  EXPECT_NE(wrong.error().text().find("women, men, unisex, kids"), std::string::npos) << wrong.error().text();
}

TEST_F(FilterExpression, KeysAndTheirValuesMayBeKorean) {
  ASSERT_OK_AND_ASSIGN(
      labeling::PhotoFilter filter,
      parse_filter("상태=승인, 부위=하의 색상=블랙 점수>=0.25 점수<=0.5 작업자=미나 이름=IMG_ 봤음=아니요",
                   *taxonomy_));
  EXPECT_EQ(filter.state, WorkflowState::kApproved);
  EXPECT_EQ(filter.part, Part::kBottom);
  EXPECT_EQ(filter.attribute, "colour");
  EXPECT_EQ(filter.value, "black");
  EXPECT_DOUBLE_EQ(filter.min_score.value(), 0.25);
  EXPECT_DOUBLE_EQ(filter.max_score.value(), 0.5);
  EXPECT_EQ(filter.worker, "미나");
  EXPECT_EQ(filter.text, "IMG_");
  EXPECT_EQ(filter.looked, false);
  for (const char* term : {"상태=승인후변경", "상태=\"승인 후 변경\"", "상태=승인_후_변경", "status=승인후변경",
                           "Status=Changed", "status=\"changed since approval\""}) {
    ASSERT_OK_AND_ASSIGN(filter, parse_filter(term, *taxonomy_));
    EXPECT_EQ(filter.state, WorkflowState::kChanged) << term;
  }
  ASSERT_OK_AND_ASSIGN(filter, parse_filter("part=상의 봤음=예", *taxonomy_));
  EXPECT_EQ(filter.part, Part::kTop);
  EXPECT_EQ(filter.looked, true);
  for (const char* term : {"상태=끝", "부위=모자", "점수=0.5", "점수>=높음", "봤음=글쎄", "이름>3"}) {
    EXPECT_ERROR(parse_filter(term, *taxonomy_), ErrorCode::kInvalidArgument);
  }
}

TEST_F(FilterExpression, WordsOutsideItAreErrorsThatNameWhatThereIs) {
  const auto key = parse_filter("stauts=new", *taxonomy_);
  EXPECT_ERROR(key, ErrorCode::kInvalidArgument);
  EXPECT_NE(key.error().text().find("status"), std::string::npos) << key.error().text();
  EXPECT_NE(key.error().text().find("colour"), std::string::npos) << key.error().text();
  const auto value = parse_filter("colour=purpel", *taxonomy_);
  EXPECT_ERROR(value, ErrorCode::kInvalidArgument);
  EXPECT_NE(value.error().text().find("purple"), std::string::npos) << value.error().text();
}

TEST_F(FilterExpression, ANumberIsANumber) {
  for (const char* term : {"score>=nan", "score<=inf", "score>="}) {
    EXPECT_ERROR(parse_filter(term, *taxonomy_), ErrorCode::kInvalidArgument);
  }
}

TEST_F(FilterExpression, QuotationMarksHoldWordsTogether) {
  ASSERT_OK_AND_ASSIGN(const labeling::PhotoFilter filter, parse_filter("text=\"IMG 1, 2\" status=new", *taxonomy_));
  EXPECT_EQ(filter.text, "IMG 1, 2");
  EXPECT_EQ(filter.state, WorkflowState::kNew);
}

}  // namespace
}  // namespace jaedan::workflow
