// Where a formula says 0 / 0 the measures say why they have no value; they never give what is no number.
#include <gtest/gtest.h>

#include <cmath>

#include "labeling/agreement/kappa.h"
#include "labeling/agreement/krippendorff.h"
#include "labeling/agreement/percent_agreement.h"
#include "labeling/agreement/rater_agreement.h"
#include "tests/labeling/agreement/written_tables.h"

namespace jaedan::labeling::testing {
namespace {

std::vector<Measure> corrected_for_chance(const RatingTable& table) {
  return {mean_cohen_kappa(table),
          mean_cohen_kappa(table, KappaWeights::kLinear),
          mean_cohen_kappa(table, KappaWeights::kQuadratic),
          fleiss_kappa(table),
          krippendorff_alpha(table, Level::kNominal),
          krippendorff_alpha(table, Level::kOrdinal),
          krippendorff_alpha(table, Level::kInterval),
          krippendorff_alpha(table, Level::kRatio)};
}

void expect_all(const RatingTable& table, WhyNot why) {
  for (const Measure& measure : corrected_for_chance(table)) {
    EXPECT_FALSE(measure.value) << *measure.value;
    EXPECT_EQ(id_of(measure.why_not), id_of(why));
  }
  EXPECT_FALSE(message_of(why).empty());
}

TEST(NoValue, AnEmptyTableHasNoUnits) {
  expect_all(RatingTable(), WhyNot::kNoUnits);
  EXPECT_EQ(percent_agreement(RatingTable()).why_not, WhyNot::kNoUnits);
  EXPECT_TRUE(rater_agreements(RatingTable()).empty());
}

TEST(NoValue, OneRaterAgreesWithNobody) {
  const RatingTable table = table_by_rater({"1 2 3"});
  expect_all(table, WhyNot::kOneRater);
  EXPECT_EQ(unanimous_agreement(table).why_not, WhyNot::kOneRater);
  EXPECT_EQ(rater_agreements(table)[0].kappa.why_not, WhyNot::kOneRater);
}

TEST(NoValue, AllMissingOrNeverTwoOfAUnitIsNoPair) {
  expect_all(table_by_rater({". . .", ". . ."}), WhyNot::kNoPairs);
  expect_all(table_by_rater({"1 . 2", ". 1 ."}), WhyNot::kNoPairs);
}

TEST(NoValue, OneCategoryIsPerfectAgreementOfWhichNothingIsKnownBeyondChance) {
  const RatingTable table = table_by_rater({"1 1 1 .", "1 1 1 2"});  // the 2 has nobody to be compared with
  expect_all(table, WhyNot::kOneCategory);
  EXPECT_DOUBLE_EQ(value_of(percent_agreement(table)), 1);
  EXPECT_DOUBLE_EQ(value_of(unanimous_agreement(table)), 1);
}

TEST(NoValue, OneUnitThatDiffersHasOne) {
  const RatingTable table = table_by_rater({"1", "2"});
  EXPECT_DOUBLE_EQ(value_of(percent_agreement(table)), 0);
  EXPECT_DOUBLE_EQ(value_of(mean_cohen_kappa(table)), 0);
  EXPECT_DOUBLE_EQ(value_of(fleiss_kappa(table)), -1);
  for (const Level level : {Level::kNominal, Level::kOrdinal, Level::kInterval, Level::kRatio})
    EXPECT_NEAR(value_of(krippendorff_alpha(table, level)), 0, 1e-12);
}

TEST(NoValue, EachHabitAloneIsNoCategoryAlone) {
  const RatingTable table = table_by_rater({"1 1 1", "2 2 2"});
  for (const Measure& measure : corrected_for_chance(table)) {
    ASSERT_TRUE(measure.value);
    EXPECT_TRUE(std::isfinite(*measure.value));
  }
  EXPECT_DOUBLE_EQ(value_of(mean_cohen_kappa(table)), 0);
}

TEST(NoValue, PerfectAgreementIsOne) {
  for (const Measure& measure : corrected_for_chance(table_by_rater({"1 2 3 1", "1 2 3 1", "1 . 3 ."})))
    EXPECT_DOUBLE_EQ(value_of(measure), 1);
}

}  // namespace
}  // namespace jaedan::labeling::testing
