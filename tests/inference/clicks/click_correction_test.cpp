#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "inference/clicks/click_change.h"
#include "inference/clicks/click_outline.h"
#include "inference/clicks/click_session.h"
#include "labeling/domain/rings/self_crossing.h"
#include "tests/inference/clicks/squares.h"
#include "tests/support/matchers.h"

namespace jaedan::inference {
namespace {

constexpr int kPersonWidth = 200, kPersonHeight = 320;

void paint(Mask& mask, int x, int y, int width, int height, std::uint8_t value) {
  for (int row = y; row < y + height; ++row) std::fill_n(&mask.at(x, row), width, value);
}

// Trousers; below each leg its cuff, a piece of its own. Above, a strip of shirt that a model took for the waistband.
Mask trousers_with_strip() {
  Mask mask = Mask::of_size(kPersonWidth, kPersonHeight);
  paint(mask, 50, 40, 100, 60, kInside);
  paint(mask, 50, 100, 40, 160, kInside), paint(mask, 110, 100, 40, 160, kInside);
  paint(mask, 50, 270, 40, 25, kInside), paint(mask, 110, 270, 40, 25, kInside);
  paint(mask, 60, 35, 80, 5, kInside);
  return mask;
}

// Answers what it is told to, whatever is asked.
class Told final : public InteractiveSegmenter {
 public:
  explicit Told(std::vector<Mask> answers) : answers_(std::move(answers)) {}
  Result<std::unique_ptr<EncodedPhoto>> encode(const ImageView& photo) override {
    return std::unique_ptr<EncodedPhoto>(std::make_unique<BlankPhoto>(photo.width, photo.height));
  }
  Result<Mask> answer(EncodedPhoto&, const ClickPrompt&, const Mask&) override { return answers_.at(next_++); }
  const std::string& id() const override { return id_; }

 private:
  std::vector<Mask> answers_;
  std::size_t next_ = 0;
  const std::string id_ = "told";
};

const Click kOnTrousers{{70.5, 150.5}, true};
const Click kOnStrip{{100.5, 37.5}, false};

TEST(ClickCorrection, ARightClickAtTheWaistbandKeepsTheFarCuff) {
  Mask without_cuff = trousers_with_strip(), expected = without_cuff;
  paint(expected, 60, 35, 80, 5, 0);
  paint(without_cuff, 60, 35, 80, 5, 0);
  paint(without_cuff, 110, 270, 40, 25, 0);
  paint(without_cuff, 50, 110, 2, 150, 0);  // and the border of a leg has moved
  BlankPhoto photo(kPersonWidth, kPersonHeight);
  Told clicked({trousers_with_strip(), without_cuff});
  ClickSession from_nothing(clicked, photo);
  ASSERT_OK(from_nothing.click(kOnTrousers));
  ASSERT_OK(from_nothing.click(kOnStrip));
  EXPECT_EQ(from_nothing.mask().pixels, expected.pixels);

  Told corrected_at_once({without_cuff});
  ClickSession proposed(corrected_at_once, photo, {trousers_with_strip(), MaskOrigin::kModel, {}});
  ASSERT_OK(proposed.click(kOnStrip));
  EXPECT_EQ(proposed.mask().pixels, expected.pixels);
}

TEST(ClickCorrection, ALargeOneCountsEverywhereButOfItsKindOnly) {
  Mask one_leg = trousers_with_strip();
  paint(one_leg, 110, 100, 40, 220, 0);
  Mask answer = trousers_with_strip();
  paint(answer, 60, 35, 80, 5, 0);
  const Mask whole = corrected(one_leg, answer, {{130.5, 180.5}, true}, 5);
  EXPECT_EQ(whole.pixels, trousers_with_strip().pixels) << "the far cuff came with the leg, and nothing went";
  const Mask less = corrected(trousers_with_strip(), one_leg, {{130.5, 180.5}, false}, 5);
  EXPECT_EQ(less.pixels, one_leg.pixels);
  EXPECT_EQ(corrected({}, answer, kOnTrousers, 5).pixels, answer.pixels) << "nothing was there to keep";
  EXPECT_EQ(corrected(Mask::of_size(kPersonWidth, kPersonHeight), answer, kOnTrousers, 5).pixels, answer.pixels);
}

TEST(ClickCorrection, IslandsAndPinholesBelowWhatAHandWouldDrawGo) {
  Mask clean = Mask::of_size(kPersonWidth, kPersonHeight);
  paint(clean, 20, 20, 100, 100, kInside);
  paint(clean, 150, 20, 20, 20, kInside);  // 4 %: a piece
  paint(clean, 30, 30, 12, 12, 0);         // 1.4 %: a hole
  Mask mask = clean;
  paint(mask, 150, 100, 16, 16, kInside);  // 2.6 %
  paint(mask, 80, 80, 9, 9, 0);            // 0.8 %
  Mask tidy = mask;
  drop_specks(tidy, {});
  EXPECT_EQ(tidy.pixels, clean.pixels);
  tidy = mask;
  drop_specks(tidy, {{{158.5, 108.5}, true}, {{84.5, 84.5}, false}});
  EXPECT_EQ(tidy.pixels, mask.pixels) << "somebody clicked on them";
}

TEST(ClickOutline, HasAsFewPointsAsAHandWouldSet) {
  for (const int size : {200, 800}) {
    Mask mask = Mask::of_size(size, size);
    for (int y = 0; y < size; ++y) {
      for (int x = 0; x < size; ++x) {
        const double dx = x + 0.5 - size / 2.0, dy = y + 0.5 - size / 2.0, angle = std::atan2(dy, dx);
        const double border = size * (0.35 + 0.05 * std::sin(5 * angle) + 0.004 * std::sin(90 * angle));
        if (std::hypot(dx, dy) < border) mask.at(x, y) = kInside;
      }
    }
    const Region outline = click_outline(mask);
    ASSERT_EQ(outline.rings.size(), 1U);
    EXPECT_LE(outline.rings[0].size(), 40U) << size;
    EXPECT_GE(iou(rasterize(outline, size, size), mask), 0.975) << size;
    EXPECT_FALSE(crosses_itself(outline.rings[0])) << size;
  }
  EXPECT_TRUE(click_outline(Mask::of_size(9, 9)).empty());
}

TEST(ClickOutline, ACoarserOneHasFewerPointsAndIsStillAsGoodAsWasAsked) {
  Mask disc = Mask::of_size(600, 600);
  for (int y = 0; y < 600; ++y) {
    for (int x = 0; x < 600; ++x) disc.at(x, y) = std::hypot(x - 299.5, y - 299.5) < 250 ? kInside : 0;
  }
  const std::size_t fine = point_count(click_outline(disc));
  std::size_t before = fine;
  for (const double least_iou : {0.95, 0.85, 0.70}) {
    const Region outline = click_outline(disc, least_iou);
    EXPECT_GE(iou(rasterize(outline, 600, 600), disc), least_iou);
    EXPECT_LE(point_count(outline), before) << least_iou;
    before = point_count(outline);
  }
  EXPECT_LE(3 * before, 2 * fine) << "a square has 0.64 of a disc, an octagon 0.90, one of 16 corners 0.97";
}

}  // namespace
}  // namespace jaedan::inference
