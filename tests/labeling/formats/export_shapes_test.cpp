#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "labeling/base/file_system.h"
#include "labeling/domain/mask.h"
#include "labeling/domain/rings/simplify.h"
#include "labeling/formats/export_names.h"
#include "labeling/formats/exported_shape.h"
#include "labeling/formats/exporter.h"
#include "tests/labeling/formats/kfashion_test_files.h"
#include "tests/support/matchers.h"
#include "tests/support/run_program.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

using namespace testing;

const Photo kPhoto{PhotoId{1}, "p", "/photos/p.png", 120, 160};
const Ring kSquare = {{10, 20}, {50, 20}, {50, 60}, {10, 60}};
const Ring kBowtie = {{20, 20}, {100, 100}, {100, 20}, {20, 100}};
/// A square whose outline goes around a diamond that touches it from inside.
const Ring kHoleAtTheBorder = {{20, 20}, {100, 20}, {100, 100}, {20, 100}, {20, 60},
                               {40, 40}, {60, 60},  {40, 80},   {20, 60}};

Garment top_with(std::vector<Ring> rings) {
  Garment garment;
  garment.id = GarmentId{1};
  garment.part = Part::kTop;
  garment.region.rings = std::move(rings);
  return garment;
}

ExportItem item_with(const Garment& garment, const std::string& name = "p") {
  ExportItem item;
  item.photo = kPhoto;
  item.photo.name = name;
  item.photo.path = "/photos/" + name + ".png";
  item.annotation.garments = {garment};
  return item;
}

std::vector<std::string> keys_of(const std::vector<Message>& messages) {
  std::vector<std::string> keys;
  for (const Message& message : messages) keys.push_back(message.key);
  return keys;
}

/// Writes the items in each of the formats into `folder`; all that was told.
std::vector<std::string> write(const std::string& folder, const std::vector<std::string>& formats,
                               const std::vector<ExportItem>& items) {
  std::vector<std::string> told;
  for (const std::string& format : formats) {
    auto exporter = make_exporter(format, folder, kfashion_taxonomy()).value();
    for (const ExportItem& item : items) EXPECT_OK(exporter->add(item));
    EXPECT_OK(exporter->finish());
    for (const ExportWarning& warning : exporter->warnings()) told.push_back(warning.message.key);
  }
  return told;
}

TEST(ExportedShape, VocSaysThatOutlinesAreLost) {
  const jaedan::testing::TemporaryFolder folder;
  EXPECT_EQ(write(folder.path(), {"voc"}, {item_with(top_with({kBowtie})), item_with(top_with({kSquare}), "q")}),
            std::vector<std::string>{"export.boxes_only"});
  const std::vector<Ring> lost[] = {{{{10, 20}, {50, 20}, {50, 60}, {10, 59}}},
                                    {{{30, 20}, {50, 40}, {30, 60}, {10, 40}}},  // on its corner
                                    {kSquare, {{20, 30}, {20, 50}, {40, 50}, {40, 30}}}};
  for (const std::vector<Ring>& rings : lost) {
    EXPECT_EQ(write(folder.path(), {"voc"}, {item_with(top_with(rings))}),
              std::vector<std::string>{"export.boxes_only"});
  }
}

TEST(ExportedShape, VocLosesNothingOfAnUprightRectangle) {
  const jaedan::testing::TemporaryFolder folder;
  const std::vector<Ring> boxes[] = {{kSquare},
                                     {{{50, 60}, {50, 20}, {10, 20}, {10, 60}}},
                                     {{{10, 20}, {30, 20}, {50, 20}, {50, 60}, {10, 60}}},  // a point on a side
                                     {{{-10, 20}, {50, 20}, {50, 60}, {-10, 60}}},          // cut at the border
                                     {{{10.25, 20.5}, {50, 20.5}, {50, 60}, {10.25, 60}}}};
  for (const std::vector<Ring>& rings : boxes) {
    EXPECT_TRUE(write(folder.path(), {"voc"}, {item_with(top_with(rings))}).empty());
  }
}

TEST(ExportedShape, WhatNeedsNoChangeKeepsItsPoints) {
  for (const std::vector<Ring>& rings : {std::vector<Ring>{kSquare},
                                         {{{50, 20}, {10, 20}, {10, 60}, {50, 60}}, {{60.25, 5}, {70, 5}, {70, 9}}},
                                         {kSquare, {{20, 30}, {20, 50}, {40, 50}, {40, 30}}}}) {
    const ExportedShape shape = exported_shape(top_with(rings), kPhoto);
    EXPECT_EQ(shape.region.rings, rings);
    EXPECT_TRUE(shape.told.empty());
    EXPECT_FALSE(shape.is_box);
  }
}

TEST(ExportedShape, CountsPixelsByTheEvenOddRule) {
  const auto pixels = [](const Ring& ring) { return pixel_count(exported_shape(top_with({ring}), kPhoto).region); };
  EXPECT_EQ(pixels(kSquare), 1600);
  EXPECT_EQ(pixels(kBowtie), 3200);
  EXPECT_EQ(pixels(kHoleAtTheBorder), 5600);
  EXPECT_EQ(pixels({{10, 20}, {10, 20}, {50, 20}, {50, 60}, {50, 60}, {10, 60}}), 1600);
  EXPECT_EQ(pixels({{-30, -20}, {60, -20}, {60, 200}, {-30, 200}}), 60 * 160);
}

TEST(ExportedShape, OutlinesAreCutAtTheBorderAsARegion) {
  // A horseshoe that lies open to the left of the photo: two arms, not one outline along the border.
  const Ring horseshoe = {{40, 10}, {40, 20}, {-20, 20}, {-20, 30}, {40, 30}, {40, 40}, {-30, 40}, {-30, 10}};
  const ExportedShape shape = exported_shape(top_with({horseshoe}), kPhoto);
  EXPECT_EQ(shape.region.rings.size(), 2u);
  EXPECT_EQ(pixel_count(shape.region), 2 * 40 * 10);
  EXPECT_EQ(bounds_of(shape.region), (Rect{0, 10, 40, 30}));
  EXPECT_TRUE(shape.told.empty());
  const ExportedShape away = exported_shape(top_with({{{200, 10}, {220, 10}, {220, 40}}}), kPhoto);
  EXPECT_TRUE(away.region.empty());
  EXPECT_EQ(keys_of(away.told), (std::vector<std::string>{"export.outside_photo"}));
}

TEST(ExportedShape, NothingReachesOutOfThePhotoByAHair) {
  for (const double hair : {1e-9, 1e-6, 1e-4, 1e-3, 0.1}) {
    const Ring ring = {{-hair, 20}, {120 + hair, 20}, {120 + hair, 160 + hair}, {10, 60}};
    const Rect box = bounds_of(exported_shape(top_with({ring}), kPhoto).region);
    EXPECT_GE(box.x, 0) << hair;
    EXPECT_LE(box.right(), 120) << hair;
    EXPECT_LE(box.bottom(), 160) << hair;
  }
}

TEST(ExportedShape, RingsWithoutAnAreaAreLeftOutAndTold) {
  const Ring two_points = {{10, 10}, {60, 90}};
  const Ring flat = {{10, 10}, {60, 10}, {30, 10}};
  const Ring slanted = {{10, 10}, {60, 60}, {30, 30}};
  const ExportedShape shape = exported_shape(top_with({two_points, kSquare, flat, slanted}), kPhoto);
  EXPECT_EQ(shape.region.rings, std::vector<Ring>{kSquare});
  ASSERT_EQ(keys_of(shape.told), (std::vector<std::string>{"export.rings_left_out"}));
  EXPECT_EQ(shape.told[0].arguments[1].text(), "3");
  EXPECT_EQ(keys_of(exported_shape(top_with({kSquare, kSquare}), kPhoto).told),
            (std::vector<std::string>{"export.rings_left_out"}));
  for (const std::string format : {"coco", "voc", "csv", "yolo", "labelme"}) {
    SCOPED_TRACE(format);
    const jaedan::testing::TemporaryFolder folder;
    EXPECT_EQ(write(folder.path(), {format}, {item_with(top_with({two_points}))}),
              (std::vector<std::string>{"export.rings_left_out"}));
  }
}

TEST(ExportedShape, CoordinatesAreShortDecimals) {
  const ExportedShape shape =
      exported_shape(top_with({{{10.000000000000002, 20}, {50, 139.99999999999994}, {10.4, 60.1234567891}}}), kPhoto);
  EXPECT_EQ(shape.region.rings, (std::vector<Ring>{{{10, 20}, {50, 140}, {10.4, 60.1234567891}}}));
  EXPECT_EQ(decimal_text(140), "140");
  EXPECT_EQ(decimal_text(100000), "100000");
  EXPECT_EQ(decimal_text(short_bounds_of({{{{10.4, 20.6}, {50.5, 20.6}, {50.5, 60.4}}}}).width), "40.1");
}

TEST(ExportShapes, AGarmentWithARectOnlyIsItsBox) {
  Garment garment = top_with({});
  garment.rect = Rect{10, 20, 40, 400};  // leaves the photo at the bottom
  const jaedan::testing::TemporaryFolder folder;
  EXPECT_EQ(write(folder.path(), {"coco", "voc", "csv", "labelme", "yolo"}, {item_with(garment)}),
            (std::vector<std::string>{"export.box_as_outline", "export.no_outline"}));
  const auto text = [&](const char* file) { return disk().read(folder / file, 1 << 20).value(); };
  const auto coco = nlohmann::json::parse(text("coco.json"))["annotations"][0];
  EXPECT_EQ(coco["bbox"], nlohmann::json({10.0, 20.0, 40.0, 140.0}));
  EXPECT_EQ(coco["area"], 40 * 140);
  EXPECT_EQ(coco["segmentation"], nlohmann::json({{10.0, 20.0, 50.0, 20.0, 50.0, 160.0, 10.0, 160.0}}));
  EXPECT_NE(text("p.xml").find("<xmin>11</xmin><ymin>21</ymin><xmax>50</xmax><ymax>160</ymax>"), std::string::npos);
  EXPECT_NE(text("labels.csv").find(",10 20 40 140,"), std::string::npos);
  const auto labelme = nlohmann::json::parse(text("p.json"))["shapes"][0];
  EXPECT_EQ(labelme["shape_type"], "rectangle");
  EXPECT_EQ(labelme["points"], nlohmann::json({{10.0, 20.0}, {50.0, 160.0}}));
  EXPECT_EQ(text("labels/p.txt"), "");
}

TEST(ExportShapes, AGarmentOfLabelsAloneIsTold) {
  for (const std::string format : {"coco", "voc", "yolo", "labelme"}) {
    const jaedan::testing::TemporaryFolder folder;
    EXPECT_EQ(write(folder.path(), {format}, {item_with(top_with({}))}).size(), 1u) << format;
  }
}

TEST(ExportShapes, CocoWritesRunsWhereAReaderOfPolygonsWouldSeeAnotherRegion) {
  const jaedan::testing::TemporaryFolder folder;
  // Two pieces that overlap: nothing, where both are.
  const Ring other = {{30, 40}, {70, 40}, {70, 80}, {30, 80}};
  write(folder.path(), {"coco"}, {item_with(top_with({kSquare, other})), item_with(top_with({kBowtie}))});
  const auto json = nlohmann::json::parse(disk().read(folder / "coco.json", 1 << 20).value());
  EXPECT_EQ(json["annotations"][0]["area"], 2 * 1600 - 2 * 400);
  const auto& bowtie = json["annotations"][1];
  EXPECT_EQ(bowtie["area"], 3200);
  EXPECT_EQ(bowtie["segmentation"].size(), 2u);  // a polygon a wing
  EXPECT_EQ(bowtie["bbox"], nlohmann::json({20.0, 20.0, 80.0, 80.0}));
}

TEST(ExportShapes, NumpyReadsTheSamePixels) {
  const std::string python = "/usr/bin/python3";
  if (!std::filesystem::exists(python)) GTEST_SKIP() << "needs python3";
  Mask disc = Mask::of_size(120, 160);
  for (int y = 0; y < 160; ++y) {
    for (int x = 0; x < 120; ++x) disc.at(x, y) = (x - 60) * (x - 60) + (y - 80) * (y - 80) < 45 * 45;
  }
  const Region round = smooth_staircase(trace(disc));  // points on pixels' middles
  Garment outer = top_with({kSquare, {{20, 30}, {40, 30}, {40, 50}, {20, 50}}, {{70, 90}, {110, 95}, {75, 140}}});
  outer.part = Part::kOuter;
  ExportItem layers = item_with(top_with(round.rings), "layers");
  layers.annotation.garments.push_back(outer);
  const std::vector<ExportItem> items = {
      layers,
      item_with(top_with({kBowtie}), "bowtie"),
      item_with(top_with({kHoleAtTheBorder}), "hole_at_the_border"),
      item_with(top_with({{{-30, -20}, {60, -20}, {60, 200}, {-30, 200}}}), "outside"),
      item_with(top_with({{{10.4, 20.6}, {50.5, 20.6}, {50.5, 60.4}, {10.4, 60.4}}}), "fractions"),
      item_with(top_with({kSquare, {{30, 40}, {70, 40}, {70, 80}, {30, 80}}}), "overlapping"),
      item_with(top_with({{{10, 10}, {60, 90}}}), "two_points"),
  };
  const jaedan::testing::TemporaryFolder folder;
  write(folder.path(), {"coco", "yolo", "voc", "masks"}, items);
  const jaedan::testing::ProgramResult result = jaedan::testing::run_program(
      python, {jaedan::testing::source_dir() + "/tests/labeling/formats/read_export.py", folder.path()});
  if (result.exit_code == 77) GTEST_SKIP() << "needs python3-numpy and python3-opencv";
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(nlohmann::json::parse(result.out),
            nlohmann::json({{"photos", items.size()}, {"coco", 0}, {"yolo", 0}, {"outside_voc", 0}}));
}

}  // namespace
}  // namespace jaedan::labeling
