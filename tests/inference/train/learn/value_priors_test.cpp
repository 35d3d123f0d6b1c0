#include "inference/train/learn/value_priors.h"

#include <gtest/gtest.h>

#include <cmath>

#include "labeling/domain/attribute.h"

namespace jaedan::inference {
namespace {

const HeadSpec kPrint = {"print", {{"solid", {}}, {"dot", {}}, {"floral", {}}}, false};

TrainingItem labelled(const std::vector<std::string>& prints, Split split = Split::kTrain) {
  TrainingItem item;
  item.split = split;
  for (const std::string& print : prints) add_label(item.known[0], attribute::kPrint, print);
  return item;
}

TrainingSource source_of(int solid, int dots) {
  TrainingSource source;
  for (int i = 0; i < solid; ++i) source.items.push_back(labelled({"solid"}));
  for (int i = 0; i < dots; ++i) source.items.push_back(labelled({"dot"}));
  source.items.push_back(labelled({}));
  source.items.push_back(labelled({"floral"}, Split::kVal));
  return source;
}

TEST(ValueShares, CountWhatIsSaidInSplitTrain) {
  const ValueShares shares = value_shares(kPrint, {source_of(6, 3), source_of(0, 0)});
  ASSERT_EQ(shares.size(), 2U);
  ASSERT_EQ(shares[0].size(), 3U);
  EXPECT_NEAR(shares[0][0], 6 / 9.5, 1e-9);
  EXPECT_NEAR(shares[0][1], 3 / 9.5, 1e-9);
  EXPECT_NEAR(shares[0][2], 0.5 / 9.5, 1e-9) << "never said, half a case";
  EXPECT_TRUE(shares[1].empty()) << "nothing is said there";
}

TEST(ValueShares, ValuesThatAreAsRightShareACase) {
  TrainingSource source;
  source.items = {labelled({"solid", "dot"}), labelled({"solid"})};
  const ValueShares shares = value_shares(kPrint, {source});
  EXPECT_NEAR(shares[0][0], 1.5 / 2.5, 1e-9);
  EXPECT_NEAR(shares[0][1], 0.5 / 2.5, 1e-9);
}

TEST(ValueShares, AHeadWithSeveralValuesHasNone) {
  const HeadSpec details = {"print", kPrint.values, true};
  EXPECT_TRUE(value_shares(details, {source_of(6, 3)})[0].empty());
}

TEST(PriorOffsets, TakeAwayWhatASourceHasMoreOfThanTheFirst) {
  const ValueShares shares = {{0.8, 0.2}, {0.2, 0.8}};
  const auto offsets = prior_offsets(shares, 0);
  EXPECT_NEAR(offsets[0][0], 0, 1e-6) << "the first one is learnt as it is";
  EXPECT_NEAR(offsets[0][1], 0, 1e-6);
  EXPECT_NEAR(offsets[1][0], std::log(0.2 / 0.8), 1e-6);
  EXPECT_NEAR(offsets[1][1], std::log(0.8 / 0.2), 1e-6);
}

TEST(PriorOffsets, BalancedAllValuesAreAlike) {
  const ValueShares shares = {{0.8, 0.2}, {}, {0.2, 0.8}};
  const auto offsets = prior_offsets(shares, 1);
  EXPECT_NEAR(offsets[0][0] - offsets[0][1], std::log(4.0), 1e-6);
  EXPECT_TRUE(offsets[1].empty());
  EXPECT_NEAR(offsets[2][0] - offsets[2][1], -std::log(4.0), 1e-6);
  const auto half = prior_offsets(shares, 0.5);
  EXPECT_NEAR(half[0][0] - half[0][1], std::log(4.0) / 2, 1e-6);
}

TEST(PriorOffsets, TheFirstSourceThatSaysAnythingIsTheMeasure) {
  const auto offsets = prior_offsets({{}, {0.2, 0.8}, {0.8, 0.2}}, 0);
  EXPECT_TRUE(offsets[0].empty());
  EXPECT_NEAR(offsets[1][1], 0, 1e-6);
  EXPECT_NEAR(offsets[2][0], std::log(4.0), 1e-6);
}

}  // namespace
}  // namespace jaedan::inference
