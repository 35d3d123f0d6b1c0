#include "app/gui/draw/fill_mesh.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "labeling/domain/mask.h"
#include "tests/app/gui/draw/mesh_area.h"

namespace jaedan::gui {
namespace {

Mask painted(const FillMesh& mesh, int width, int height) {
  Mask mask = Mask::of_size(width, height);
  for (const Trapezoid& t : mesh) fill(mask, {{Ring(t.begin(), t.end())}}, 255);
  return mask;
}

Ring star(Point centre, double radius, int points) {
  Ring ring;
  for (int i = 0; i < points * 2; ++i) {
    const double angle = i * 3.14159265358979 / points + 0.1;
    const double r = i % 2 == 0 ? radius : radius * 0.4;
    ring.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
  }
  return ring;
}

TEST(FillMesh, CoversAConcaveRingExactly) {
  const Region region{{star({50, 50}, 45, 7)}};
  const FillMesh mesh = build_fill_mesh(region);
  EXPECT_NEAR(area_of(mesh), area_px(region), 1e-6);
  EXPECT_EQ(painted(mesh, 100, 100).pixels, rasterize(region, 100, 100).pixels);
}

TEST(FillMesh, LeavesHolesOpen) {
  const Region region{{{{5, 5}, {95, 5}, {95, 95}, {5, 95}}, star({50, 50}, 30, 5)}};
  const FillMesh mesh = build_fill_mesh(region);
  EXPECT_NEAR(area_of(mesh), area_px(region), 1e-6);
  EXPECT_EQ(painted(mesh, 100, 100).pixels, rasterize(region, 100, 100).pixels);
}

TEST(FillMesh, CutsABowTieAtItsCrossing) {
  const Region region{{{{10, 10}, {90, 90}, {90, 10}, {10, 90}}}};
  EXPECT_NEAR(area_of(build_fill_mesh(region)), 2 * 0.5 * 80 * 40, 1e-6);
}

TEST(FillMesh, AgreesWithTheRasterOnRandomRings) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> place(2, 78);
  for (int round = 0; round < 50; ++round) {
    Ring ring;
    for (int i = 0; i < 9; ++i) ring.push_back({place(random), place(random)});
    const Region region{{ring}};
    EXPECT_GT(iou(painted(build_fill_mesh(region), 80, 80), rasterize(region, 80, 80)), 0.97) << "round " << round;
  }
}

TEST(FillMesh, MakesNothingOfNothing) {
  EXPECT_TRUE(build_fill_mesh({}).empty());
  EXPECT_TRUE(build_fill_mesh({{{{1, 1}, {5, 1}}}}).empty());
  EXPECT_TRUE(build_fill_mesh({{Ring{}}}).empty());
}

}  // namespace
}  // namespace jaedan::gui
