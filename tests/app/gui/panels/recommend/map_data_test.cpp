#include "app/gui/panels/recommend/map_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "app/gui/base/theme.h"
#include "app/gui/charts/chart_look.h"
#include "app/gui/panels/recommend/garment_crop.h"
#include "app/gui/panels/recommend/map_draw.h"
#include "app/gui/panels/recommend/map_legend.h"
#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/recommend/made_map.h"

namespace jaedan::gui::testing {
namespace {

const Strings kMapEnglish(Language::kEnglish);
const Strings kMapKorean(Language::kKorean);
const Theme kMapTheme = make_theme(ThemeKind::kDark);

TEST(MapLayout, FillsTheMapAndKeepsItsShape) {
  const MapLayout layout = lay_out({{-2, 0}, {2, 1}, {0, 0.5}});
  const std::vector<Point>& points = layout.points.points();
  EXPECT_EQ(points[0], (Point{0, 375}));
  EXPECT_EQ(points[1], (Point{1000, 625}));
  EXPECT_EQ(points[2], (Point{500, 500}));
  EXPECT_FLOAT_EQ(*std::max_element(layout.heat.values.begin(), layout.heat.values.end()), 1);
}

TEST(MapLayout, OfOnePointOrNoneIsInTheMiddle) {
  EXPECT_EQ(lay_out({{7, -3}}).points.points()[0], (Point{500, 500}));
  EXPECT_EQ(lay_out({}).points.found_count(), 0U);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const MapLayout layout = lay_out({{nan, 0}, {0, 0}, {4, 4}});
  EXPECT_EQ(layout.points.found_count(), 2U);
  EXPECT_EQ(layout.points.points()[2], (Point{1000, 1000}));
}

TEST(MapLayout, InAKeptFrameOldGarmentsStayWhereTheyWere) {
  const MapLayout before = lay_out({{-2, 0}, {2, 1}, {0, 0.5}});
  const MapLayout after = lay_out({{-2, 0}, {2, 1}, {0, 0.5}, {9, 9}}, Rect{-2, 0, 4, 1});
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(after.points.points()[i], before.points.points()[i]);
  EXPECT_EQ(after.points.points()[3], (Point{2750, 2625})) << "beside the others";
  EXPECT_EQ(after.points.found_count(), 4U);
}

TEST(GarmentMap, GivesEachPhotoOnce) {
  const GarmentMap map = made_map(6, 2);
  EXPECT_EQ(photos_of(map, {5, 0, 1, 4}), (std::vector<PhotoId>{PhotoId{1}, PhotoId{3}}));
  EXPECT_TRUE(photos_of(map, {}).empty());
}

TEST(GarmentCrop, IsAShareOfThePhotoWithinIt) {
  Photo photo;
  photo.width = 200;
  photo.height = 100;
  const Rect crop = garment_crop(photo, {100, 0, 50, 50});
  EXPECT_NEAR(crop.x, 97 / 200.0, 1e-9);
  EXPECT_NEAR(crop.y, 0, 1e-9);
  EXPECT_NEAR(crop.right(), 153 / 200.0, 1e-9);
  EXPECT_NEAR(crop.bottom(), 0.53, 1e-9);
  EXPECT_TRUE(garment_crop(photo, {}).empty());
}

TEST(MapLegend, ShowsGarmentsInTheirOwnColoursTheCommonestFirst) {
  const GarmentMap map = made_map(10, 1);
  const MapLegend legend = legend_of(map, "colour", taxonomy(), kMapEnglish, kMapTheme);
  EXPECT_TRUE(legend.shows_cloth);
  EXPECT_EQ(legend.rows[0].words, "black");
  EXPECT_EQ(legend.rows[0].garments, 6U);
  EXPECT_EQ(legend.rows[1].words, "red");
  EXPECT_EQ(legend.rows[1].garments, 3U);
  EXPECT_NE(legend.rows[0].colour, legend.rows[1].colour);
  EXPECT_EQ(legend.rows.back().words, "not said");
  EXPECT_EQ(legend.rows.back().garments, 1U);
  EXPECT_EQ(legend.row_of[9], legend.rows.size() - 1);
  EXPECT_EQ(legend_of(map, "colour", taxonomy(), kMapKorean, kMapTheme).rows[0].words, "블랙");
}

TEST(MapLegend, OfManyValuesTheRareOnesShareOneColour) {
  GarmentMap map = made_map(36, 1);
  MapLabel label{"category", {"tshirt", "blouse", "shirt", "hoodie", "top", "coat", "jacket", "skirt"}, {}};
  for (std::int32_t i = 0; i < 36; ++i) {
    std::int32_t value = 0;  // eight of the first, seven of the second …
    for (std::int32_t left = i; left >= 8 - value; ++value) left -= 8 - value;
    label.value_of.push_back(value);
  }
  map.labels = {label};
  const MapLegend legend = legend_of(map, "category", taxonomy(), kMapEnglish, kMapTheme);
  ASSERT_EQ(legend.rows.size(), kChartColours + 2);
  EXPECT_EQ(legend.rows[0].garments, 8U);
  EXPECT_EQ(legend.rows[0].colour, chart_colour(ThemeKind::kDark, 0));
  EXPECT_EQ(legend.rows[kChartColours].words, "other values");
  EXPECT_EQ(legend.rows[kChartColours].garments, 3U);
  EXPECT_EQ(legend.row_of[35], kChartColours);
}

TEST(MapLegend, PartsHaveTheirColoursAndClustersTheirNames) {
  const GarmentMap map = made_map(4, 1);
  const MapLegend parts = legend_of(map, kColouredByPart, taxonomy(), kMapEnglish, kMapTheme);
  EXPECT_EQ(parts.rows[parts.row_of[0]].colour, kMapTheme.part(Part::kTop));
  const MapLegend clusters = legend_of(map, kColouredByCluster, taxonomy(), kMapEnglish, kMapTheme);
  EXPECT_EQ(clusters.rows[clusters.row_of[0]].words.substr(0, 3), kMapEnglish.part(Part::kTop));
  EXPECT_NE(clusters.rows[clusters.row_of[0]].words.find(": black, t-shirt"), std::string::npos)
      << clusters.rows[clusters.row_of[0]].words;
}

TEST(MapLegend, OfALabelThatIsNotThereIsGreyThroughout) {
  const GarmentMap map = made_map(4, 1);
  const MapLegend legend = legend_of(map, "no_such_label", taxonomy(), kMapEnglish, kMapTheme);
  ASSERT_EQ(legend.row_of.size(), 4U);
  EXPECT_EQ(legend.rows[legend.row_of[0]].garments, 4U);
  GarmentMap broken = made_map(4, 1);
  broken.labels[0].value_of = {99, -5};  // of other values, and too short
  const MapLegend left = legend_of(broken, "colour", taxonomy(), kMapEnglish, kMapTheme);
  EXPECT_EQ(left.rows.back().garments, 4U);
}

TEST(MapWords, SayEverythingThatIsKnownOfAGarment) {
  const GarmentMap map = made_map(4, 1);
  const std::string words = words_of_garment(map, 0, taxonomy(), kMapEnglish);
  EXPECT_EQ(words.substr(0, words.find('\n')), "photo 1");
  EXPECT_NE(words.find("colour: black"), std::string::npos) << words;
  EXPECT_NE(words.find("cluster: "), std::string::npos) << words;
  EXPECT_EQ(words_of(MapCluster{Part::kTop, {}}, 4, taxonomy(), kMapEnglish),
            std::string(kMapEnglish.part(Part::kTop)) + " 5");
}

TEST(MapDrawn, IsChosenAgainOnlyWhenTheMapIsLookedAtFromElsewhere) {
  const GarmentMap map = made_map(3000, 1);
  Viewport view;
  view.area = {0, 0, 1000, 1000};
  MapState::Drawn drawn;
  choose_drawn(*map.by_looks, view, 1, 100000, drawn);
  const std::size_t all = drawn.dots.size();
  EXPECT_GT(all, 1000U);
  EXPECT_TRUE(drawn.pictures.empty()) << "too many in sight";
  drawn.dots = {7};
  choose_drawn(*map.by_looks, view, 1, 100000, drawn);
  EXPECT_EQ(drawn.dots, std::vector<std::uint32_t>{7});
  view.transform = view.transform.zoomed_at({500, 500}, 8);
  choose_drawn(*map.by_looks, view, 1, 100000, drawn);
  EXPECT_LT(drawn.dots.size(), all);
  EXPECT_FALSE(drawn.pictures.empty());
  for (const std::uint32_t a : drawn.pictures) {
    for (const std::uint32_t b : drawn.pictures) {
      if (a == b) continue;
      const Point way = map.by_looks->points.points()[a] - map.by_looks->points.points()[b];
      EXPECT_GE(std::max(std::abs(way.x), std::abs(way.y)) * 8, 54) << "one picture covers another";
    }
  }
  view.transform = {};
  choose_drawn(*map.by_looks, view, 1, 20, drawn);
  EXPECT_FALSE(drawn.dots.empty());
  EXPECT_LE(drawn.dots.size(), 20U);
}

}  // namespace
}  // namespace jaedan::gui::testing
