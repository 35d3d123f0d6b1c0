#include "app/gui/canvas/region_cache.h"

#include <gtest/gtest.h>

namespace jaedan::gui {
namespace {

Proposal square(double left) {
  Proposal made;
  made.region = {{{{left, 0}, {left + 10, 0}, {left + 10, 10}, {left, 10}}}};
  return made;
}

TEST(RegionCache, FollowsTheReadingThatIsShown) {
  Document document(
      {EditSession(Photo{}, Annotation{}), Image{}, Prediction{"model", {{1, {square(0)}}, {0, {square(50)}}}}}, {});
  RegionCache cache;
  cache.follow(document, 1);
  EXPECT_EQ(cache.proposal(0).bounds, (Rect{0, 0, 10, 10}));
  document.reading = 1;
  cache.follow(document, 1);
  EXPECT_EQ(cache.proposal(0).bounds, (Rect{50, 0, 10, 10})) << "as many proposals, but other ones";
}

TEST(RegionCache, FollowsAnAnswerThatTookThePlaceOfAnother) {
  Document document({EditSession(Photo{}, Annotation{}), Image{}, Prediction{"model", {{1, {square(0)}}}}}, {});
  RegionCache cache;
  cache.follow(document, 1);
  document.prediction = Prediction{"model", {{1, {square(20), square(40)}}}};
  cache.follow(document, 1);
  EXPECT_EQ(cache.proposal(0).bounds, (Rect{20, 0, 10, 10}));
  EXPECT_EQ(cache.proposal(1).bounds, (Rect{40, 0, 10, 10}));
}

}  // namespace
}  // namespace jaedan::gui
