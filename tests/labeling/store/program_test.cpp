#include "labeling/store/program.h"

#include <gtest/gtest.h>

#include <regex>

namespace jaedan::labeling {
namespace {

TEST(WallClock, SaysTheHourAndTheDayWhereThatIsAnotherOne) {
  const std::string now = "2026-01-31T12:30:00.000Z";
  EXPECT_TRUE(std::regex_match(wall_clock(now, now), std::regex("\\d\\d:\\d\\d")));
  EXPECT_TRUE(std::regex_match(wall_clock(utc_after(now, 3 * 24 * 3600), now), std::regex("02-0\\d \\d\\d:\\d\\d")));
  EXPECT_EQ(wall_clock("soon", now), "soon");
  EXPECT_EQ(utc_after("soon", 5), "soon");
  EXPECT_EQ(utc_after("2026-01-31T23:59:59.250Z", 1), "2026-02-01T00:00:00.250Z");
}

}  // namespace
}  // namespace jaedan::labeling
