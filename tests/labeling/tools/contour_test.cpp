#include "labeling/tools/contour.h"

#include <gtest/gtest.h>

#include <cmath>

namespace jaedan {
namespace {

const Ring kSquare = {{0, 0}, {100, 0}, {100, 100}, {0, 100}};

OutlinePlace on_square(Point at) { return *nearest_on_outline({{kSquare}}, at, 5); }

TEST(Contour, AVertexInReachComesBeforeAnEdge) {
  const auto vertex = nearest_on_outline({{kSquare}}, {97, 1}, 5);
  ASSERT_TRUE(vertex);
  EXPECT_EQ(vertex->edge, 1U);
  EXPECT_EQ(vertex->along, 0);
  EXPECT_EQ(vertex->at, (Point{100, 0}));
  const auto edge = nearest_on_outline({{kSquare}}, {103, 40}, 5);
  ASSERT_TRUE(edge);
  EXPECT_EQ(edge->edge, 1U);
  EXPECT_NEAR(edge->along, 0.4, 1e-12);
  EXPECT_EQ(edge->at, (Point{100, 40}));
  EXPECT_FALSE(nearest_on_outline({{kSquare}}, {50, 50}, 5));
  EXPECT_FALSE(nearest_on_outline({}, {0, 0}, 5));
}

TEST(Contour, TheShorterWayRoundIsShared) {
  const Ring across_corner = border_between(kSquare, on_square({60, 0}), on_square({100, 30}));
  EXPECT_EQ(across_corner, (Ring{{60, 0}, {100, 0}, {100, 30}}));
  // The same the other way round, and across the ring's first point.
  EXPECT_EQ(border_between(kSquare, on_square({100, 30}), on_square({60, 0})), (Ring{{100, 30}, {100, 0}, {60, 0}}));
  EXPECT_EQ(border_between(kSquare, on_square({0, 20}), on_square({20, 0})), (Ring{{0, 20}, {0, 0}, {20, 0}}));
  EXPECT_EQ(border_between(kSquare, on_square({20, 0}), on_square({40, 0})), (Ring{{20, 0}, {40, 0}}));
  EXPECT_EQ(border_between(kSquare, on_square({40, 0}), on_square({20, 0})), (Ring{{40, 0}, {20, 0}}));
}

TEST(Contour, RedrawingReplacesTheStretchNearby) {
  // A bulge out of the top edge.
  const Ring bulged = redrawn(kSquare, on_square({30, 0}), on_square({70, 0}), {{50, -20}});
  EXPECT_NEAR(std::abs(signed_area(bulged)), 10000 + 400, 1e-9);
  // A notch into it, drawn from right to left.
  const Ring notched = redrawn(kSquare, on_square({70, 0}), on_square({30, 0}), {{50, 20}});
  EXPECT_NEAR(std::abs(signed_area(notched)), 10000 - 400, 1e-9);
  // Around the first point of the ring.
  const Ring corner = redrawn(kSquare, on_square({0, 30}), on_square({30, 0}), {{15, 15}});
  EXPECT_NEAR(std::abs(signed_area(corner)), 10000 - 450, 1e-9);
  EXPECT_EQ(corner.size(), 6U);
}

TEST(Contour, RedrawingFromVertexToVertexRepeatsNoPoint) {
  const Ring cut = redrawn(kSquare, on_square({0, 0}), on_square({100, 0}), {{50, 10}});
  EXPECT_EQ(cut.size(), 5U);
  for (std::size_t i = 0; i < cut.size(); ++i) EXPECT_NE(cut[i], cut[(i + 1) % cut.size()]);
  EXPECT_NEAR(std::abs(signed_area(cut)), 9500, 1e-9);
}

TEST(Contour, RandomRedrawingsKeepTheirEndsAndTheirPath) {
  std::uint64_t state = 3;
  const auto random = [&state](double most) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return most * static_cast<double>(state >> 11) / 9007199254740992.0;
  };
  for (int round = 0; round < 200; ++round) {
    Ring ring;
    for (int i = 0; i < 12; ++i) {
      const double angle = i * 3.14159265 / 6, radius = 30 + random(20);
      ring.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    const auto any = [&] { return *nearest_on_outline({{ring}}, {random(100) - 50, random(100) - 50}, 1000); };
    const OutlinePlace a = any(), b = any();
    const Ring result = redrawn(ring, a, b, {{random(100) - 50, random(100) - 50}});
    ASSERT_LE(result.size(), ring.size() + 3);
    for (const Point p : {a.at, b.at}) {
      EXPECT_NE(std::find(result.begin(), result.end(), p), result.end());
    }
  }
}

TEST(Contour, BordersOfOthersAreFoundButNotHiddenOnesNorTheOwn) {
  Annotation annotation;
  for (int i = 1; i <= 3; ++i) {
    Garment garment;
    garment.id = GarmentId{i};
    garment.region = {{kSquare}};
    annotation.garments.push_back(garment);
  }
  annotation.garments[0].region.rings[0][1] = {101, 1};
  annotation.garments[2].hidden = true;
  annotation.garments[2].region.rings[0][1] = {102, 3};
  const auto near = nearest_border(annotation, {102, 3}, 5, GarmentId{2});
  ASSERT_TRUE(near);
  EXPECT_EQ(near->garment, GarmentId{1});
  EXPECT_EQ(near->place.at, (Point{101, 1}));
  EXPECT_FALSE(nearest_border(annotation, {200, 200}, 5, {}));
}

}  // namespace
}  // namespace jaedan
