#include "inference/train/measure/weaknesses.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace jaedan::inference {
namespace {

constexpr PartSet kDressAlone = part_set_of(Part::kDress);
constexpr PartSet kSeparates = part_set_of(Part::kTop) | part_set_of(Part::kBottom);

bool says(const std::vector<std::string>& sentences, const std::string& words) {
  return std::any_of(sentences.begin(), sentences.end(),
                     [&](const std::string& sentence) { return sentence.find(words) != std::string::npos; });
}

TEST(Weaknesses, SetsOfPartsAreNamedInWords) {
  EXPECT_EQ(words_of(PartSet{0}), "no garment");
  EXPECT_EQ(words_of(kDressAlone), "dress");
  EXPECT_EQ(words_of(kSeparates), "top and bottom");
  EXPECT_EQ(words_of(PartSet(kSeparates | part_set_of(Part::kOuter))), "outer, top and bottom");
}

TEST(Weaknesses, MisreadingsComeCommonestFirstWithoutWhatIsRight) {
  ConfusionMatrix sets(kPartSetCount);
  sets.add(kDressAlone, kSeparates, 7);
  sets.add(kDressAlone, kDressAlone, 17);
  sets.add(kSeparates, kDressAlone, 9);
  sets.add(kSeparates, 0, 1);
  const auto found = common_misreadings(sets, 2);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(words_of(found[0]), "top and bottom read as dress: 9 of 10 photos");
  EXPECT_EQ(words_of(found[1]), "dress read as top and bottom: 7 of 24 photos");
}

TEST(Weaknesses, NamesPartsThatAreMissedOrSeenWhereThereAreNone) {
  EvaluationReport report;
  for (PartScore& part : report.segmentation.parts) part = {true, 0.9, 0.9, 0.9, 0.95, 0.05, 50};
  report.segmentation.parts[0].found = 0.4;       // outer
  report.segmentation.parts[2].false_rate = 0.4;  // bottom
  report.segmentation.parts[3].photos = 2;        // dress
  const auto sentences = measured_weaknesses(report);
  EXPECT_TRUE(says(sentences, "finds 40 % of outer"));
  EXPECT_TRUE(says(sentences, "sees bottom in 40 %"));
  EXPECT_TRUE(says(sentences, "only 2 photos show dress"));
  EXPECT_FALSE(says(sentences, "top"));
}

TEST(Weaknesses, OfFewPhotosTheNumberIsSaidInGoodEnglish) {
  EvaluationReport report;
  for (std::size_t i = 0; i < kPartCount; ++i) report.segmentation.parts[i].photos = static_cast<int>(i);
  const auto sentences = measured_weaknesses(report);
  EXPECT_TRUE(says(sentences, "no photo shows outer"));
  EXPECT_TRUE(says(sentences, "only 1 photo shows top"));
  EXPECT_TRUE(says(sentences, "only 2 photos show bottom"));
}

TEST(Weaknesses, ANewMeasurementReplacesTheOldOneAndNothingElse) {
  const auto all = with_measured({"Measured: old", "Weak on saris"}, {"Measured: new"});
  EXPECT_EQ(all, (std::vector<std::string>{"Weak on saris", "Measured: new"}));
}

}  // namespace
}  // namespace jaedan::inference
