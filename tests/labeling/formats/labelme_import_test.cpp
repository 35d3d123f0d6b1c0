// labelme files as its versions and X-AnyLabeling write them.
#include <gtest/gtest.h>

#include "tests/labeling/formats/import_test_files.h"
#include "tests/labeling/formats/kfashion_test_files.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

using namespace testing;

ImportedPhoto labelme_photo(const std::string& shapes) {
  return photo_as("labelme",
                  R"({"imagePath":"..\\사진\\a.jpg","imageWidth":100,"imageHeight":100,"shapes":[)" + shapes + "]}");
}

std::string labelme_shape(const std::string& type, const std::string& points, const std::string& more = "") {
  return R"({"label":"셔츠","shape_type":)" + type + R"(,"points":)" + points + more + "}";
}

std::int64_t labelme_pixels(const std::string& type, const std::string& points) {
  const ImportedPhoto photo = labelme_photo(labelme_shape(type, points));
  return photo.annotation.garments.size() == 1 ? pixels_in(photo.annotation.garments[0].region) : -1;
}

TEST(LabelmeImport, RectanglesHaveTwoCornersOrFour) {
  EXPECT_EQ(labelme_pixels(R"("rectangle")", "[[50,60],[10,10]]"), 2000);
  EXPECT_EQ(labelme_pixels(R"("rectangle")", "[[10,10],[50,10],[50,60],[10,60]]"), 2000);
  EXPECT_EQ(labelme_pixels(R"("rectangle")", "[[10,10],[50,10],[50,60],[10,60],[10,10]]"), 2000) << "closed";
  EXPECT_EQ(labelme_pixels(R"("rectangle")", "[[10,10],[50,60],[50,10],[10,60]]"), 2000) << "crosswise";
  for (const char* turned : {"rotation", "oriented_rectangle", "quadrilateral"}) {
    const ImportedPhoto photo =
        labelme_photo(labelme_shape('"' + std::string(turned) + '"', "[[10,30],[30,10],[50,30],[30,50]]"));
    EXPECT_NEAR(area_px(photo.annotation.garments.at(0).region), 800, 1e-9) << turned;
  }
}

TEST(LabelmeImport, MasksLieAtTheirCorner) {
  // 3 × 2 pixels, 110 / 100
  const char* png = "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAAAAAC4HznGAAAADklEQVR42mNgZGRgACIAABgABJzttMcAAAAASUVORK5CYII=";
  const auto photo = [&](const std::string& mask) {
    return labelme_photo(labelme_shape(R"("mask")", "[[10.0,20.0],[12.0,21.0]]", R"(,"mask":")" + mask + '"'));
  };
  const Region region = photo(png).annotation.garments.at(0).region;
  EXPECT_EQ(bounds_of(region), (Rect{10, 20, 2, 2}));
  EXPECT_NEAR(area_px(region), 3, 1e-9);
  EXPECT_EQ(photo("data:image/png;base64," + std::string(png)).annotation.garments.size(), 1u);
  for (const char* broken : {"", "?", "aGVsbG8="}) {
    EXPECT_TRUE(photo(broken).annotation.garments.empty()) << broken;
    EXPECT_TRUE(has_warning(photo(broken).warnings, "no_region")) << broken;
  }
}

TEST(LabelmeImport, MasksThatCannotBeReadAreTold) {
  const auto said = [](const std::string& more) {
    return sentences(labelme_photo(labelme_shape(R"("mask")", "[[10,20],[12,21]]", more)).warnings);
  };
  EXPECT_EQ(said(""), "셔츠: a mask without its picture; it is left out\n");
  EXPECT_EQ(said(R"(,"mask":"?")").find("셔츠: its mask cannot be read and is left out: "), 0u);
  EXPECT_EQ(said(R"(,"mask":"aGVsbG8=")").find("셔츠: its mask cannot be read and is left out: "), 0u);
}

TEST(LabelmeImport, ShapesAreAList) {
  for (const char* none : {"null", "{}", "5"}) {
    EXPECT_ERROR(import_as("labelme", R"({"imagePath":"a.jpg","shapes":)" + std::string(none) + "}"),
                 ErrorCode::kCorrupt);
  }
}

TEST(LabelmeImport, ShapesOfAGroupAreUnited) {
  const std::string a = labelme_shape("null", "[[10,10],[50,10],[50,50],[10,50]]", R"(,"group_id":1)");
  const std::string b = labelme_shape("null", "[[40,40],[80,40],[80,80],[40,80]]", R"(,"group_id":"1")");
  const ImportedPhoto photo = labelme_photo(a + "," + b);
  ASSERT_EQ(photo.annotation.garments.size(), 1u);
  EXPECT_EQ(pixels_in(photo.annotation.garments[0].region), 3100);
  std::string other = b;
  other.replace(other.find("셔츠"), std::string("셔츠").size(), "코트");
  EXPECT_EQ(labelme_photo(a + "," + other).annotation.garments.size(), 2u) << "a group of one label";
}

TEST(LabelmeImport, AValueThatTheTaxonomyDoesNotHaveIsTold) {
  const ImportedPhoto photo = labelme_photo(labelme_shape(
      R"("rectangle")", "[[10,10],[50,60]]", R"(,"jaedan_attributes":[["colour","nocolour"],["colour","black"]])"));
  EXPECT_EQ(sentences(photo.warnings), "top: colour 'nocolour' is not in the taxonomy\n");
}

TEST(LabelmeImport, WhatIsNoAreaIsToldWithItsKind) {
  EXPECT_EQ(labelme_pixels(R"("polygon")", "[[10,10],[50,10],[50,50],[10,50],[10,10]]"), 1600) << "closed";
  for (const char* type : {"line", "linestrip", "point", "points", "circle", "cuboid", "polygon"}) {
    const ImportedPhoto photo = labelme_photo(labelme_shape('"' + std::string(type) + '"', "[[1,1]]"));
    EXPECT_TRUE(photo.annotation.garments.empty()) << type;
    EXPECT_NE(sentences(photo.warnings).find("셔츠: no area in this " + std::string(type)), std::string::npos);
  }
  EXPECT_EQ(labelme_pixels(R"("polygon")", "[[1,1],[9,9]]"), -1);
  EXPECT_EQ(labelme_pixels(R"("polygon")", "[[1,1],[5,5],[9,9]]"), -1) << "on a line";
  EXPECT_EQ(labelme_pixels(R"("circle")", "[[5,5],[5,5]]"), -1);
  EXPECT_TRUE(
      has_warning(labelme_photo(labelme_shape("null", "[[0,0],[9,0],[9,9],[NaN,2],[1]]")).warnings, "bad_point"));
}

TEST(LabelmeImport, KeepsThePhotosFolder) {
  EXPECT_EQ(labelme_photo("").path_below, "사진/a.jpg");
  EXPECT_EQ(labelme_photo("").file_name, "a.jpg");
}

TEST(LabelmeImport, SharedCasesHaveTheirRightValues) {
  JAEDAN_REQUIRE_SHARED();
  const auto read = [](const char* name) { return photo_as("labelme", shared_case(std::string("labelme/") + name)); };
  const auto area = [&](const char* name) {
    const Annotation annotation = read(name).annotation;
    return annotation.garments.size() == 1 ? area_px(annotation.garments[0].region) : -1;
  };
  EXPECT_NEAR(area("x01-anylabeling-rect4.json"), 2000, 1e-9);
  EXPECT_NEAR(area("x02-rotation.json"), 800, 1e-9);
  EXPECT_NEAR(area("x03-oriented.json"), 800, 1e-9);
  EXPECT_NEAR(area("x04-mask.json"), 100, 1e-9);
  EXPECT_NEAR(area("x05-v3-no-type.json"), 1000, 1e-9);
  EXPECT_NEAR(area("x06-type-null.json"), 1000, 1e-9);
  EXPECT_NEAR(area("x07-circle-line-points.json"), 314, 2);
  EXPECT_EQ(read("x07-circle-line-points.json").warnings.size(), 4u);
  EXPECT_NEAR(area("x08-group-overlap.json"), 3100, 1e-9);
  EXPECT_NEAR(area("x13-rect-reversed.json"), 2000, 1e-9);
  EXPECT_NEAR(area("x14-closed-polygon.json"), 1600, 1e-9);
  EXPECT_EQ(bounds_of(read("x04-mask.json").annotation.garments.at(0).region), (Rect{10, 20, 10, 10}));
  EXPECT_ERROR(import_as("labelme", shared_case("labelme/x17-cp949.json")), ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace jaedan::labeling
