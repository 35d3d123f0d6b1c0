#include "labeling/formats/kfashion/kfashion_number.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace jaedan::labeling {
namespace {

TEST(KFashionNumber, IsSpeltLikeTheRealFiles) {
  EXPECT_EQ(kfashion_number(522), "522.0");
  EXPECT_EQ(kfashion_number(59.4236), "59.4236");
  EXPECT_EQ(kfashion_number(0.999625), "0.999625");
  EXPECT_EQ(kfashion_number(1044.01), "1044.01");
  EXPECT_EQ(kfashion_number(-0.5), "-0.5");
}

TEST(KFashionNumber, KeepsSixSignificantDigits) {
  EXPECT_EQ(kfashion_number(123.456789), "123.457");
  EXPECT_EQ(kfashion_number(1234.56789), "1234.57");
  EXPECT_EQ(kfashion_number(999999.7), "1000000.0");
  EXPECT_EQ(kfashion_number(1.0 / 3), "0.333333");
  EXPECT_EQ(kfashion_number(1234567), "1234570.0");
}

TEST(KFashionNumber, UsesJavasExponentOutsideItsPlainRange) {
  EXPECT_EQ(kfashion_number(0.001), "0.001");
  EXPECT_EQ(kfashion_number(0.000999625), "9.99625E-4");
  EXPECT_EQ(kfashion_number(-0.0001), "-1.0E-4");
  EXPECT_EQ(kfashion_number(9999990), "9999990.0");
  EXPECT_EQ(kfashion_number(1e7), "1.0E7");
  EXPECT_EQ(kfashion_number(1.5e12), "1.5E12");
}

TEST(KFashionNumber, HasOneZeroAndNullForNoNumber) {
  EXPECT_EQ(kfashion_number(0.0), "0.0");
  EXPECT_EQ(kfashion_number(-0.0), "0.0");
  EXPECT_EQ(kfashion_number(std::nan("")), "null");
  EXPECT_EQ(kfashion_number(std::numeric_limits<double>::infinity()), "null");
  EXPECT_EQ(kfashion_number(1e300), "null");  // infinite as a Java float
}

TEST(KFashionNumber, RoundingTwiceChangesNothing) {
  for (double value = 0.0007; value < 5000; value *= 1.0137) {
    const double once = kfashion_rounded(value);
    EXPECT_EQ(kfashion_rounded(once), once);
    EXPECT_NEAR(once, value, value * 6e-6);
  }
}

}  // namespace
}  // namespace jaedan::labeling
