// Kappas against examples that others published.
#include "labeling/agreement/kappa.h"

#include <gtest/gtest.h>

#include "labeling/agreement/percent_agreement.h"
#include "labeling/agreement/rater_agreement.h"
#include "tests/labeling/agreement/written_tables.h"

namespace jaedan::labeling::testing {
namespace {

// Wikipedia, "Cohen's kappa", both worked examples: 50 proposals, and two pairs of raters with the same agreement.
TEST(CohenKappa, OfTwoByTwoTables) {
  EXPECT_NEAR(value_of(mean_cohen_kappa(table_of_two({{20, 5}, {10, 15}}))), 0.4, 1e-12);
  EXPECT_NEAR(value_of(percent_agreement(table_of_two({{20, 5}, {10, 15}}))), 0.7, 1e-12);
  EXPECT_NEAR(value_of(mean_cohen_kappa(table_of_two({{45, 15}, {25, 15}}))), 0.1304, kFourDigits);
  EXPECT_NEAR(value_of(mean_cohen_kappa(table_of_two({{25, 35}, {5, 35}}))), 0.2593, kFourDigits);
}

// Artstein and Poesio, "Inter-Coder Agreement for Computational Linguistics" (2008), table 1: kappa 0.348, pi 0.341.
TEST(CohenKappa, LooksAtEachRatersOwnHabitsAndPiAtThoseOfBoth) {
  const RatingTable table = table_of_two({{20, 20}, {10, 50}});
  EXPECT_NEAR(value_of(mean_cohen_kappa(table)), 0.3478, kFourDigits);
  EXPECT_NEAR(value_of(fleiss_kappa(table)), 0.3407, kFourDigits);
}

// Cohen (1960), table 1, as proportions of 200 diagnoses: 0.492.
TEST(CohenKappa, OfThreeCategories) {
  EXPECT_NEAR(value_of(mean_cohen_kappa(table_of_two({{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}))), 0.4915, kFourDigits);
}

// R package vcd, Kappa(SexualFun), data of Hout et al. (1987): unweighted 0.1293, equal spacing 0.2374.
TEST(CohenKappa, WeightedLinearly) {
  const RatingTable table = table_of_two({{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}});
  EXPECT_NEAR(value_of(mean_cohen_kappa(table)), 0.1293, kFourDigits);
  EXPECT_NEAR(value_of(mean_cohen_kappa(table, KappaWeights::kLinear)), 0.2374, kFourDigits);
}

// scikit-learn's own test of cohen_kappa_score: 0.9315, linear 0.9412, quadratic 0.9541.
TEST(CohenKappa, WeightedQuadratically) {
  const RatingTable table = table_of_two({{46, 0, 0}, {4, 40, 0}, {0, 0, 10}});
  EXPECT_NEAR(value_of(mean_cohen_kappa(table)), 0.9315, kFourDigits);
  EXPECT_NEAR(value_of(mean_cohen_kappa(table, KappaWeights::kLinear)), 0.9412, kFourDigits);
  EXPECT_NEAR(value_of(mean_cohen_kappa(table, KappaWeights::kQuadratic)), 0.9541, kFourDigits);
  EXPECT_NEAR(value_of(mean_cohen_kappa(table_of_two({{46, 0, 0}, {6, 32, 6}, {0, 0, 10}}))), 0.8013, kFourDigits);
}

// Agresti, "Categorical Data Analysis", carcinoma of the uterine cervix by two pathologists: 0.493, linear 0.649.
TEST(CohenKappa, OfPathologists) {
  const RatingTable table = table_of_two({{22, 2, 2, 0}, {5, 7, 14, 0}, {0, 2, 36, 0}, {0, 1, 17, 10}});
  EXPECT_NEAR(value_of(mean_cohen_kappa(table)), 0.4930, kFourDigits);
  EXPECT_NEAR(value_of(mean_cohen_kappa(table, KappaWeights::kLinear)), 0.6488, kFourDigits);
}

TEST(CohenKappa, WordsHaveWeightsOnlyWithAnOrder) {
  const std::vector<std::string> raters = {"low low mid high", "low mid mid low"};
  EXPECT_EQ(mean_cohen_kappa(table_by_rater(raters), KappaWeights::kLinear).why_not, WhyNot::kLevel);
  const RatingTable ordered = table_by_rater(raters, {"low", "mid", "high"});
  const RatingTable numbers = table_by_rater({"1 1 2 3", "1 2 2 1"});
  for (const KappaWeights weights : {KappaWeights::kLinear, KappaWeights::kQuadratic}) {
    EXPECT_DOUBLE_EQ(value_of(mean_cohen_kappa(ordered, weights)), value_of(mean_cohen_kappa(numbers, weights)));
  }
}

TEST(CohenKappa, OfMoreRatersIsTheMeanOfThePairsThatHaveOne) {
  const RatingTable table = table_by_rater({"0 0 1 1 0", "0 1 1 1 0", "0 0 1 0 .", ". . . . ."});
  const double sum =
      value_of(cohen_kappa(table, 0, 1)) + value_of(cohen_kappa(table, 0, 2)) + value_of(cohen_kappa(table, 1, 2));
  EXPECT_DOUBLE_EQ(value_of(mean_cohen_kappa(table)), sum / 3);
}

// Fleiss (1971) as in the usual worked example (Wikipedia, "Fleiss' kappa"): observed 0.378, expected 0.213, 0.210.
TEST(FleissKappa, OfTenSubjectsByFourteenRaters) {
  const RatingTable table = table_of_counts({{0, 0, 0, 0, 14},
                                             {0, 2, 6, 4, 2},
                                             {0, 0, 3, 5, 6},
                                             {0, 3, 9, 2, 0},
                                             {2, 2, 8, 1, 1},
                                             {7, 7, 0, 0, 0},
                                             {3, 2, 6, 3, 0},
                                             {2, 5, 3, 2, 2},
                                             {6, 5, 2, 1, 0},
                                             {0, 2, 2, 3, 7}});
  EXPECT_NEAR(value_of(percent_agreement(table)), 0.3780, kFourDigits);
  EXPECT_NEAR(value_of(fleiss_kappa(table)), 0.2099, kFourDigits);
  EXPECT_NEAR(value_of(unanimous_agreement(table)), 0.1, 1e-12);
}

// Fleiss (1971), table 1: 30 patients, six psychiatrists each, five diagnoses (R package irr, `diagnoses`): 0.430.
TEST(FleissKappa, OfPsychiatricDiagnoses) {
  std::vector<std::vector<int>> counts;
  for (const char* patient :
       {"00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006",
        "10050", "11040", "03300", "10050", "02031", "00501", "30012", "51000", "02040", "10203",
        "00006", "01050", "02013", "20040", "10041", "05010", "40002", "02040", "10500", "00006"}) {
    counts.emplace_back();
    for (int category = 0; category < 5; ++category) counts.back().push_back(patient[category] - '0');
  }
  EXPECT_NEAR(value_of(percent_agreement(table_of_counts(counts))), 0.5556, kFourDigits);
  EXPECT_NEAR(value_of(fleiss_kappa(table_of_counts(counts))), 0.4302, kFourDigits);
}

// By hand: units of 3, 2 and 2 raters agree 1/3, 1 and 0 (mean 4/9); of their 7 ratings 4 are 0 and 3 are 1. The unit
// with a single rating adds nothing.
TEST(FleissKappa, TakesUnitsWithUnequalNumbersOfRaters) {
  const RatingTable table = table_of_counts({{2, 1}, {0, 0}, {1, 1}, {1, 0}, {0, 0}, {1, 1}, {0, 0}});
  const double expected = (4.0 * 4 + 3.0 * 3) / 49;
  EXPECT_NEAR(value_of(fleiss_kappa(table)), ((1.0 / 3 + 0 + 0) / 3 - expected) / (1 - expected), 1e-12);
  const RatingTable with_pair = table_of_counts({{2, 1}, {2, 0}, {0, 1}, {1, 1}});
  const double shares = (5.0 * 5 + 2.0 * 2) / 49;
  EXPECT_NEAR(value_of(fleiss_kappa(with_pair)), ((1.0 / 3 + 1 + 0) / 3 - shares) / (1 - shares), 1e-12);
}

TEST(RaterAgreement, NamesWhoAgreesLeast) {
  const RatingTable table = table_by_rater({"0 1 0 1 0 .", "0 1 0 1 1 0", "1 0 1 0 1 .", ". . . . . ."});
  const std::vector<RaterAgreement> raters = rater_agreements(table);
  ASSERT_EQ(raters.size(), 4u);
  EXPECT_EQ(raters[0].units, 5u);
  EXPECT_NEAR(value_of(raters[0].agreement), (0.5 * 4 + 0) / 5, 1e-12);
  EXPECT_NEAR(value_of(raters[1].agreement), (0.5 * 4 + 0.5) / 5, 1e-12);
  EXPECT_NEAR(value_of(raters[2].agreement), 0.5 / 5, 1e-12);
  EXPECT_LT(value_of(raters[2].kappa), value_of(raters[0].kappa));
  EXPECT_EQ(raters[3].agreement.why_not, WhyNot::kNoPairs);
  EXPECT_EQ(raters[3].kappa.why_not, WhyNot::kNoPairs);
}

}  // namespace
}  // namespace jaedan::labeling::testing
