#include "inference/garments/cell_shares.h"

#include <gtest/gtest.h>

#include <array>
#include <numeric>
#include <random>

namespace jaedan::inference {
namespace {

TEST(CellShares, AreTheSharesOfTheirAreas) {
  Mask mask = Mask::of_size(6, 4);
  for (int y = 0; y < 4; ++y) mask.at(2, y) = mask.at(3, y) = 3;
  mask.at(0, 0) = 5;
  EXPECT_EQ(cell_shares(mask, 3, 3, 2), (std::vector<float>{0, 1, 0, 0, 1, 0}));
  EXPECT_EQ(cell_shares(mask, 3, 2, 1), (std::vector<float>{1 / 3.0F, 1 / 3.0F}));
  EXPECT_EQ(cell_shares(mask, 5, 3, 2), (std::vector<float>{0.25F, 0, 0, 0, 0, 0}));
  EXPECT_EQ(cell_shares(mask, 7, 2, 2), (std::vector<float>{0, 0, 0, 0}));
}

TEST(CellShares, OfSidesThatDoNotDivideAddUpToAllOfIt) {
  std::mt19937 random(3);
  for (const auto& [width, height, columns, rows] :
       {std::array{55, 83, 7, 11}, {8, 8, 8, 8}, {5, 3, 11, 7}, {1, 1, 4, 4}}) {
    Mask mask = Mask::of_size(width, height);
    double inside = 0;
    for (std::uint8_t& pixel : mask.pixels) pixel = random() % 2, inside += pixel;
    const std::vector<float> shares = cell_shares(mask, 1, columns, rows);
    ASSERT_EQ(shares.size(), std::size_t(columns) * rows);
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    EXPECT_NEAR(sum / (double(columns) * rows), inside / (double(width) * height), 1e-5);
    for (const float share : shares) EXPECT_LE(share, 1.0001F);
  }
}

TEST(CellShares, OfAMaskThatIsSmallerThanTheGridEachCellSeesItsPixel) {
  Mask mask = Mask::of_size(2, 1);
  mask.at(1, 0) = 1;
  EXPECT_EQ(cell_shares(mask, 1, 4, 2), (std::vector<float>{0, 0, 1, 1, 0, 0, 1, 1}));
}

}  // namespace
}  // namespace jaedan::inference
