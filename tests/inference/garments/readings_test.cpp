#include "inference/garments/readings.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numeric>

namespace jaedan::inference {
namespace {

constexpr PartSet kTopBottom = part_set_of(Part::kTop) | part_set_of(Part::kBottom);
constexpr PartSet kDressOnly = part_set_of(Part::kDress);

// A figure of 8 × 16 cells in the middle of 16 × 16, whose cells have the given logits.
ClassScores figure(const std::function<void(int y, float* logit_of_class)>& fill) {
  ClassScores scores{16, 16, std::vector<float>(std::size_t(kPixelClassCount) * 256)};
  for (int y = 0; y < 16; ++y) {
    for (int x = 0; x < 16; ++x) {
      float logits[kPixelClassCount] = {};
      if (x < 4 || x >= 12) {
        logits[0] = 8;
      } else {
        fill(y, logits);
      }
      for (int c = 0; c < kPixelClassCount; ++c) scores.logits[(std::size_t(c) * 16 + y) * 16 + x] = logits[c];
    }
  }
  return scores;
}

ClassScores dress_or_separates(float dress, float separates) {
  return figure([=](int y, float* logits) {
    logits[std::size_t(PixelClass::kDress)] = dress;
    logits[std::size_t(y < 8 ? PixelClass::kTop : PixelClass::kBottom)] = separates;
  });
}

PerPartSet prior_for(PartSet set, double probability) {
  PerPartSet prior;
  prior.fill(static_cast<float>(std::log((1 - probability) / (kPartSetCount - 1))));
  prior[set] = static_cast<float>(std::log(probability));
  return prior;
}

TEST(PartSet, KnowsItsClasses) {
  const auto allowed = classes_of(kTopBottom);
  EXPECT_TRUE(allowed[std::size_t(PixelClass::kTop)]);
  EXPECT_FALSE(allowed[std::size_t(PixelClass::kDress)]);
  EXPECT_TRUE(allowed[std::size_t(PixelClass::kNothing)]);
  EXPECT_TRUE(allowed[std::size_t(PixelClass::kShoes)]);
}

TEST(Posterior, SumsToOneAndFollowsPixelsWithoutAPrior) {
  const auto posterior = part_set_posterior(dress_or_separates(6, 3), {}, 5);
  EXPECT_NEAR(std::accumulate(posterior.begin(), posterior.end(), 0.0), 1.0, 1e-9);
  EXPECT_GT(posterior[kDressOnly], posterior[kTopBottom]);
  EXPECT_GT(posterior[kTopBottom], posterior[part_set_of(Part::kOuter)]);
  // Whatever allows the dress explains it as well.
  EXPECT_NEAR(posterior[kDressOnly | part_set_of(Part::kOuter)], posterior[kDressOnly], 0.02);
}

TEST(Posterior, AStrongPriorOverrulesPixels) {
  const auto posterior = part_set_posterior(dress_or_separates(6, 5), prior_for(kTopBottom, 0.99), 5);
  EXPECT_GT(posterior[kTopBottom], 0.9);
}

TEST(ChooseReadings, ASecondOneIsTheOtherWayToSeeIt) {
  PerPartSet prior = prior_for(kDressOnly, 0.55);
  prior[kTopBottom] = std::log(0.4F);
  const auto readings = choose_readings(dress_or_separates(6, 3), prior);
  ASSERT_GE(readings.size(), 2U);
  EXPECT_TRUE(has_part(readings[0].parts, Part::kDress));
  EXPECT_FALSE(has_part(readings[0].parts, Part::kTop));
  EXPECT_FALSE(has_part(readings[1].parts, Part::kDress));
  EXPECT_TRUE(has_part(readings[1].parts, Part::kTop));
  EXPECT_GT(readings[0].probability, readings[1].probability);
  double sum = 0;
  for (const ChosenReading& reading : readings) sum += reading.probability;
  EXPECT_NEAR(sum, 1.0, 1e-9);
}

TEST(ChooseReadings, NoOtherOneWhereThereIsNoDoubt) {
  const auto certain = choose_readings(dress_or_separates(30, 0), prior_for(kDressOnly, 0.999999));
  ASSERT_EQ(certain.size(), 1U);
  EXPECT_NEAR(certain[0].probability, 1, 1e-9);
  ReadingRules one;
  one.most_readings = 1;
  EXPECT_EQ(choose_readings(dress_or_separates(6, 5.9F), {}, one).size(), 1U);
}

TEST(ChooseReadings, AnEmptyPhotoHasOneReading) {
  const ClassScores nothing = figure([](int, float* logits) { logits[0] = 12; });
  EXPECT_EQ(choose_readings(nothing, {}).size(), 1U);
}

TEST(ReadingRules, WhoKnowsTheSetsSaysHowMuchThePixelsCount) {
  const ReadingRules nobody = reading_rules_for(PriorOf::kNobody), reader = reading_rules_for(PriorOf::kReader),
                     figure = reading_rules_for(PriorOf::kFigure);
  EXPECT_EQ(nobody.pixel_weight, nobody.first_pixel_weight) << "there is nothing else to go by";
  EXPECT_GT(reader.first_pixel_weight, reader.pixel_weight) << "the first reading is drawn from the pixels";
  EXPECT_EQ(figure.first_pixel_weight, figure.pixel_weight) << "it knows better than they do";
  EXPECT_EQ(figure.pixel_weight, reader.pixel_weight);
}

}  // namespace
}  // namespace jaedan::inference
