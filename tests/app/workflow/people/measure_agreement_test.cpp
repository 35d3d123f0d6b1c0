#include "app/workflow/people/measure_agreement.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

using labeling::Level;

Ratings ratings_of(std::string_view text, const RatingsOptions& options = {}) {
  Result<Ratings> read = read_ratings(text, options);
  EXPECT_OK(read);
  return read.ok() ? std::move(read).value() : Ratings();
}

TEST(ReadRatings, GuessesTheFirstRow) {
  EXPECT_TRUE(ratings_of("kim,lee\n1,2\n2,2\n").header) << "words above numbers";
  EXPECT_FALSE(ratings_of("1,2\n1,2\n").header) << "numbers";
  EXPECT_FALSE(ratings_of("red,blue\nblue,blue\n").header) << "values that come again";
  EXPECT_FALSE(ratings_of("red,red\nblue,blue\n").header) << "twice the same";
  EXPECT_FALSE(ratings_of("red,\nblue,blue\n").header) << "a name is missing";
  EXPECT_FALSE(ratings_of("kim,lee\n").header) << "a single row";
  EXPECT_FALSE(ratings_of("a,b\nc,c\n").header) << "two units";
  EXPECT_FALSE(ratings_of("jeans,pants\nshirt,shirt\ndress,dress\nskirt,coat\n").header) << "values that come once";
  EXPECT_FALSE(ratings_of("kim,lee\nred,blue\nblue,red\n").header) << "too few to tell";
  EXPECT_TRUE(ratings_of("kim,lee\n1,2\nred,2\n1,red\n").header) << "each comes again";
  EXPECT_FALSE(ratings_of("9,8\n1,2\nred,2\n1,red\n").header) << "numbers are no names";
  EXPECT_FALSE(ratings_of("kim,1\n1,2\n2,2\n").header) << "one of them is a number";
  EXPECT_FALSE(ratings_of("kim,lee\n,\n").header) << "nothing to tell by";
}

TEST(ReadRatings, SaysOfAGuessThatItIsOne) {
  const Ratings words = ratings_of("kim,lee\nred,blue\nblue,blue\nred,red\n");
  EXPECT_TRUE(words.header);
  EXPECT_TRUE(words.header_by_guess);
  EXPECT_EQ(words.table.units(), 3u);
  EXPECT_FALSE(ratings_of("kim,lee\n1,2\n2,2\n").header_by_guess) << "words above numbers are names";
  EXPECT_FALSE(ratings_of("kim,lee\nred,red\n").header_by_guess);
  RatingsOptions options;
  options.header = HeaderRow::kYes;
  EXPECT_FALSE(ratings_of("kim,lee\nred,blue\nblue,blue\nred,red\n", options).header_by_guess);
}

TEST(ReadRatings, OneColumnIsOneRater) {
  EXPECT_EQ(ratings_of("1\n2\n").raters.size(), 1u);
  EXPECT_EQ(ratings_of("kim\n1\n2\n").raters, (std::vector<std::string>{"kim"}));
}

TEST(ReadRatings, AWordForMissingIsNoName) {
  RatingsOptions options;
  options.missing = {"NA"};
  EXPECT_FALSE(ratings_of("NA,lee\n1,2\n2,2\n", options).header);
  EXPECT_TRUE(ratings_of("kim,lee\n1,NA\n2,2\n", options).header);
}

TEST(ReadRatings, OrTakesItAsItIsTold) {
  RatingsOptions options;
  options.header = HeaderRow::kYes;
  const Ratings named = ratings_of("1,2\n1,2\n", options);
  EXPECT_EQ(named.raters, (std::vector<std::string>{"1", "2"}));
  EXPECT_EQ(named.table.units(), 1u);
  options.header = HeaderRow::kNo;
  EXPECT_EQ(ratings_of("kim,lee\n1,2\n", options).table.units(), 2u);
  EXPECT_EQ(ratings_of("kim,lee\n1,2\n", options).raters, (std::vector<std::string>{"1", "2"}));
}

TEST(ReadRatings, WordsCanMeanThatARatingIsMissing) {
  RatingsOptions options;
  options.missing = {"NA", "*"};
  const Ratings ratings = ratings_of("a,b,c\n1,NA,2\n *,1,\n", options);
  EXPECT_EQ(ratings.table.ratings(), 3u);
  EXPECT_TRUE(ratings.table.allows(Level::kInterval));
}

TEST(ReadRatings, SaysWhichLineIsWrong) {
  const auto ragged = read_ratings("a,b\n1,2\n\n1,2,3\n", {});
  EXPECT_ERROR(ragged, ErrorCode::kCorrupt);
  EXPECT_EQ(ragged.error().text(), "line 4: 3 cells, but the first row has 2");
  EXPECT_EQ(read_ratings("\n\n", {}).error().message.key, "ratings.empty");
}

class MeasureAgreement : public ::testing::Test {
 protected:
  Result<AgreementAnswer> measured(const std::string& text, std::vector<Level> levels = {}) {
    AgreementRequest request;
    request.path = folder_ / "ratings.csv";
    request.levels = std::move(levels);
    request.bootstrap.resamples = 200;
    std::ofstream(request.path, std::ios::binary) << text;
    return measure_agreement(request, watch_);
  }

  const testing::TemporaryFolder folder_;
  Watch watch_;
};

TEST_F(MeasureAgreement, MeasuresWhatTheValuesAllow) {
  ASSERT_OK_AND_ASSIGN(const AgreementAnswer numbers, measured("1,1\n2,2\n3,2\n"));
  for (const MeasuredAgreement& one : numbers.measures) EXPECT_TRUE(one.measure.value) << one.key;
  EXPECT_EQ(numbers.measures.size(), 9u);
  ASSERT_OK_AND_ASSIGN(const AgreementAnswer words, measured("a,a\nb,b\nc,b\n"));
  for (const MeasuredAgreement& one : words.measures) {
    EXPECT_EQ(one.measure.why_not == labeling::WhyNot::kLevel, one.level != Level::kNominal) << one.key;
  }
  EXPECT_TRUE(words.anything());
}

TEST_F(MeasureAgreement, RefusesALevelThatWasAskedForAndIsNotThere) {
  const auto refused = measured("a,a\nb,b\n", {Level::kInterval});
  EXPECT_ERROR(refused, ErrorCode::kInvalidArgument);
  EXPECT_EQ(refused.error().message.without_context().key, "agreement.no_number");
  EXPECT_NE(refused.error().text().find("ratings.csv: interval needs numbers; 'a' is no number"), std::string::npos);
}

TEST_F(MeasureAgreement, TellsHowFarItIsAndStops) {
  int reports = 0;
  CancelFlag cancel;
  watch_.cancel = &cancel;
  watch_.progress = [&](const Progress& at) {
    EXPECT_EQ(at.total, 200);
    if (++reports == 5) cancel.cancel();
  };
  EXPECT_ERROR(measured("1,1\n2,2\n3,2\n"), ErrorCode::kCancelled);
  EXPECT_EQ(reports, 5);
}

TEST_F(MeasureAgreement, HasNothingToCompareInAnEmptyTable) {
  ASSERT_OK_AND_ASSIGN(const AgreementAnswer missing, measured(",\n,\n"));
  EXPECT_FALSE(missing.anything());
  for (const MeasuredAgreement& one : missing.measures)
    EXPECT_EQ(one.measure.why_not, labeling::WhyNot::kNoPairs) << one.key;
}

}  // namespace
}  // namespace jaedan::workflow
