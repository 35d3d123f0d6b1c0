#include "labeling/edit/proposals/place.h"

#include <gtest/gtest.h>

#include "tests/labeling/edit/edit_fixtures.h"

namespace jaedan {
namespace {

using testing::human_garment;
using testing::square;

Proposal proposal(Part part, Region region) {
  Proposal made;
  made.part = part;
  made.region = std::move(region);
  return made;
}

TEST(Place, IsTakenByAGarmentOfThePartThatLiesMostlyThere) {
  const Proposal top = proposal(Part::kTop, {{square(100, 100, 60)}});
  EXPECT_TRUE(takes_place(human_garment(1, Part::kTop, {{square(110, 105, 60)}}), top));
  EXPECT_TRUE(takes_place(human_garment(1, Part::kTop, {{square(0, 0, 500)}}), top)) << "a larger one round it";
  EXPECT_FALSE(takes_place(human_garment(1, Part::kTop, {{square(140, 100, 60)}}), top)) << "the neighbour's";
  EXPECT_FALSE(takes_place(human_garment(1, Part::kTop, {{square(300, 100, 60)}}), top));
  EXPECT_FALSE(takes_place(human_garment(1, Part::kOuter, {{square(100, 100, 60)}}), top));
}

TEST(Place, AGarmentWithoutAreaTakesEveryPlaceOfItsPart) {
  const Proposal top = proposal(Part::kTop, {{square(100, 100, 60)}});
  EXPECT_TRUE(takes_place(human_garment(1, Part::kTop, {}), top));
  EXPECT_TRUE(takes_place(human_garment(1, Part::kTop, {{{{1, 1}, {2, 2}}}}), top));
  EXPECT_FALSE(takes_place(human_garment(1, Part::kBottom, {}), top));
}

TEST(Place, WhatWasSaidOfAGarmentIsSaidOfItAsLongAsItIsTheSameOne) {
  const GarmentWords words{GarmentId{1}, Part::kTop, {{square(100, 100, 60)}}};
  EXPECT_TRUE(still_said_of(human_garment(1, Part::kTop, {{square(100, 100, 60)}}), words));
  EXPECT_TRUE(still_said_of(human_garment(1, Part::kTop, {{square(110, 105, 60)}}), words)) << "drawn a little better";
  EXPECT_FALSE(still_said_of(human_garment(2, Part::kTop, {{square(100, 100, 60)}}), words));
  EXPECT_FALSE(still_said_of(human_garment(1, Part::kOuter, {{square(100, 100, 60)}}), words));
  EXPECT_FALSE(still_said_of(human_garment(1, Part::kTop, {{square(300, 100, 60)}}), words)) << "the id was free again";
  EXPECT_FALSE(still_said_of(human_garment(1, Part::kTop, {}), words));
}

TEST(Place, TwoReadingsOfOnePlaceMayCallItDifferentParts) {
  const Garment dress = human_garment(1, Part::kDress, {{square(0, 0, 100)}});
  EXPECT_TRUE(same_place(dress, human_garment(2, Part::kBottom, {{square(0, 50, 50)}})));
  EXPECT_FALSE(same_place(dress, human_garment(2, Part::kDress, {{square(200, 0, 100)}}))) << "two people";
  EXPECT_TRUE(same_place(dress, human_garment(2, Part::kDress, {})));
  EXPECT_TRUE(same_place(human_garment(2, Part::kDress, {}), dress));
  EXPECT_FALSE(same_place(dress, human_garment(2, Part::kTop, {})));
}

}  // namespace
}  // namespace jaedan
