// YOLO label files as trainers, detectors and trackers write them, and the files that name their classes.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/labeling/formats/import_test_files.h"
#include "tests/labeling/formats/kfashion_test_files.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

using namespace testing;

const std::vector<std::string> kYoloClasses = {"shirt", "bag", "바지", "skirt"};

/// "box", "polygon of N", or what is told of a line alone.
std::string yolo_reading(const std::string& text, int keypoint_values = 0) {
  const Result<ImportedFile> file = import_as("yolo", text, kYoloClasses, keypoint_values);
  if (!file.ok()) return file.error().text();
  const ImportedPhoto& photo = file->photos.at(0);
  std::string all = sentences(photo.warnings);
  for (const Garment& garment : photo.annotation.garments) {
    const Rect bounds = bounds_of(garment.region);
    const bool is_box = std::abs(bounds.x - 80) < 1e-6 && std::abs(bounds.y - 30) < 1e-6 &&
                        std::abs(bounds.width - 40) < 1e-6 && std::abs(bounds.height - 40) < 1e-6;
    all += (is_box ? "box" : "polygon of " + std::to_string(point_count(garment.region))) + "\n";
  }
  return all;
}

TEST(YoloImport, ScoresAndTracksMakeNoPolygonOfABox) {
  EXPECT_EQ(yolo_reading("0 0.5 0.5 0.2 0.4"), "box\n");
  EXPECT_EQ(yolo_reading("0 0.5 0.5 0.2 0.4 0.91"), "box\n");
  EXPECT_EQ(yolo_reading("0 0.5 0.5 0.2 0.4 17"), "box\n");
  EXPECT_EQ(yolo_reading("0 0.5 0.5 0.2 0.4 0.91 17"), "box\n");
  EXPECT_EQ(yolo_reading("0 0.5 0.5 0.2 0.4 0.91 1"),
            "line 1: a triangle, or a box with a score and a number; it is left out\n");
  EXPECT_EQ(yolo_reading("0 0.5 0.5 0.2 0.4 0.91 1\n0 0.5 0.5 0.2 0.4 0.91 2"), "box\nbox\n");
  EXPECT_EQ(yolo_reading("0 0.3 0.3 0.2 0.4 0.91 1\n0 0.1 0.1 0.5 0.1 0.5 0.5 0.1 0.5"),
            "polygon of 3\npolygon of 4\n");
  EXPECT_EQ(yolo_reading("0 0.1 0.1 0.5 0.1 0.5 0.5"), "polygon of 3\n");
  EXPECT_EQ(yolo_reading("0 0 0 0.5 0 0.5 1"), "polygon of 3\n") << "a box would reach out of the picture";
  EXPECT_EQ(yolo_reading("0 0.1 0.1 0.5 0.1 0.5 0.5 0.8"),
            "lines with one number more than their points take, which is taken for a score: 1\npolygon of 3\n");
  EXPECT_EQ(yolo_reading("0 0.1 0.1 0.5 0.1 0.5 0.5 0.1 0.5 0.8 33"), "polygon of 4\n") << "corners, score, number";
  EXPECT_EQ(yolo_reading("0 3 0.76 0.49 0.74 0.47 0.72 0.44 0.70 0.44"),
            "line 1: 9 numbers behind the class are no box and no polygon; it is left out\n");
}

TEST(YoloImport, SaysWhyALineIsLeftOut) {
  EXPECT_EQ(yolo_reading("0,0.5,0.5,0.2,0.4"), "line 1: '0,0.5,0.5,0.2,0.4' is no number; the line is left out\n");
  EXPECT_EQ(yolo_reading("\nshirt 0.5 0.5 0.2 0.4"), "line 2: 'shirt' is no number; the line is left out\n");
  EXPECT_EQ(yolo_reading("0 \xFF\xFE\xFD 0.5"), "line 1: '\uFFFD\uFFFD\uFFFD' is no number; the line is left out\n");
  EXPECT_EQ(yolo_reading("0 nan 0.5 0.2 0.4"), "line 1: 'nan' is no number; the line is left out\n");
  EXPECT_EQ(yolo_reading("99 0.5 0.5 0.2 0.4"), "line 1: there is no class 99 (there are 4, from 0); it is left out\n");
  EXPECT_EQ(yolo_reading("-1 0.5 0.5 0.2 0.4"), "line 1: there is no class -1 (there are 4, from 0); it is left out\n");
  EXPECT_EQ(yolo_reading("0.5 0.5 0.5 0.2 0.4"),
            "line 1: there is no class 0.5 (there are 4, from 0); it is left out\n");
  EXPECT_EQ(yolo_reading("1 0.5 0.5 0.2 0.4"), "line 1: class 1 is 'bag', no garment known here; it is left out\n");
  EXPECT_EQ(yolo_reading("0 50 50 20 40"), "line 1: places must be shares of the picture, 0 to 1; it is left out\n");
  EXPECT_EQ(yolo_reading("0 0.5 0.5 0 0.4"), "line 1 is no box and no polygon; it is left out\n");
  EXPECT_EQ(yolo_reading("0"), "line 1: 0 numbers behind the class are no box and no polygon; it is left out\n");
}

TEST(YoloImport, MarksCommentsAndFormsOfNumbersCostNothing) {
  EXPECT_EQ(yolo_reading("\xEF\xBB\xBF"
                         "0 0.5 0.5 0.2 0.4\r\n\r\n0 5e-1 5E-01 2.0e-1 4e-1\r\n"),
            "box\nbox\n");
  EXPECT_EQ(yolo_reading("# all shirts\n0.0 0.5 0.5 0.2 0.4 # shirt"), "box\n");
  EXPECT_EQ(yolo_reading(""), "");
  EXPECT_NE(yolo_reading(std::string("0\0 \0", 4)).find("UTF-16LE"), std::string::npos);
}

TEST(YoloImport, KeypointsFollowABox) {
  EXPECT_EQ(yolo_reading("0 0.5 0.5 0.2 0.4 0.1 0.1 2 0.3 0.3 1", 6), "box\n");
  EXPECT_EQ(yolo_reading("0 0.5 0.5 0.2 0.4 0.1 0.1 0.3 0.3", 4), "box\n") << "without what they look like, a polygon";
  EXPECT_EQ(yolo_reading("0 0.5 0.5 0.2 0.4", 6), "box\n");
}

TEST(YoloImport, KeypointsAreNoPolygonWithoutKptShapeEither) {
  EXPECT_EQ(yolo_reading("0 0.5 0.5 0.2 0.4 0.1 0.1 2 0.2 0.2 1"), "box\n");
  EXPECT_EQ(yolo_reading("0 0.5 0.5 0.2 0.4 0.1 0.1 2.000000 0.2 0.2 0"), "box\n");
  EXPECT_EQ(yolo_reading("0 0.5 0.5 0.2 0.4 0.1 0.1 1 0.2 0.2 1 0.3 0.3 1 0.4 0.4 0 0.5 0.5 1"), "box\n");
  EXPECT_EQ(yolo_reading("0 0.5 0.5 0.2 0.4 0.1 0.1 1 0.2 0.2 1"), "polygon of 5\n") << "on the border, perhaps";
  EXPECT_EQ(yolo_reading("0 0.5 0.5 0.2 0.4 0.1 0.1 0.9 0.2 0.2 1"), "polygon of 5\n");
}

TEST(YoloImport, LinesEndAsOnAnySystem) {
  EXPECT_EQ(yolo_reading("0 0.5 0.5 0.2 0.4\r0 0.5 0.5 0.2 0.4\r"), "box\nbox\n");
  EXPECT_EQ(yolo_reading("0 0.5 0.5 0.2 0.4\r\n\r\n1,2"), "line 3: '1,2' is no number; the line is left out\nbox\n");
  EXPECT_EQ(yolo_classes("shirt\r\rskirt\r"), (std::vector<std::string>{"shirt", "", "skirt"}));
  EXPECT_EQ(yolo_classes("shirt\r\nskirt\n\n"), (std::vector<std::string>{"shirt", "skirt"}));
  EXPECT_TRUE(yolo_classes("").empty());
}

TEST(YoloNames, AreAListOfLinesOrYaml) {
  EXPECT_EQ(yolo_classes("\xEF\xBB\xBFshirt\r\nskirt\r\n"), (std::vector<std::string>{"shirt", "skirt"}));
  const auto names = [](const std::string& text, const char* file = "data.yaml") {
    const Result<YoloNames> read = read_yolo_names(text, file);
    std::string all;
    if (!read.ok()) return read.error().text();
    for (const std::string& name : read->classes) all += name + "|";
    return all + std::to_string(read->keypoint_values);
  };
  EXPECT_EQ(names("train: ../x\nnc: 2\nnames: ['shirt', \"바지\"]\n"), "shirt|바지|0");
  EXPECT_EQ(names("names:\n- shirt\n- skirt # short\n"), "shirt|skirt|0");
  EXPECT_EQ(names("\xEF\xBB\xBFnames:\r\n  0: shirt\r\n  2: skirt\r\nkpt_shape: [17, 3]\r\n"), "shirt||skirt|51");
  EXPECT_EQ(names("names: &n [a]\nother: *n"), "a|0");
  EXPECT_EQ(names("names: {99999999999: a, -1: b, x: c}"), "no class names: it has no list or map 'names'");
  EXPECT_EQ(names(""), "no class names: it has no list or map 'names'");
  EXPECT_EQ(names("names: [a\nb: }").find("broken YAML in line "), 0u);
  EXPECT_EQ(names("shirt\nskirt\n", "obj.names"), "shirt|skirt|0");
  EXPECT_NE(names("\xBC\xC5\xC3\xF7\n\xB9\xD9\xC1\xF6\n", "classes.txt").find("CP949"), std::string::npos);
}

TEST(YoloImport, SharedCasesHaveTheirRightValues) {
  JAEDAN_REQUIRE_SHARED();
  const auto read = [](const char* name) { return yolo_reading(shared_case(std::string("yolo/") + name)); };
  EXPECT_EQ(read("x02-seg.txt"), "polygon of 3\npolygon of 4\n");
  for (const char* box :
       {"x01-box.txt", "x03-box-conf.txt", "x04-box-conf-track.txt", "x15-exp.txt", "x17-tail-comment.txt"})
    EXPECT_EQ(read(box), "box\n") << box;
  EXPECT_EQ(read("x05-obb.txt"), "polygon of 4\n");
  EXPECT_EQ(read("x07-crlf-bom.txt"), "box\npolygon of 4\n") << "the second box lies elsewhere";
  EXPECT_EQ(read("x10-empty.txt"), "");
  for (const char* refused :
       {"x08-comma.txt", "x12-nan.txt", "x13-neg-class.txt", "x14-label-name.txt", "x18-track-id-first.txt"})
    EXPECT_NE(read(refused).find("left out"), std::string::npos) << refused;
  EXPECT_EQ(yolo_classes(shared_case("yolo/classes-bom.txt")), (std::vector<std::string>{"shirt", "skirt"}));
}

}  // namespace
}  // namespace jaedan::labeling
