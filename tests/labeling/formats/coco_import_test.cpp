// COCO files as other tools write them.
#include <gtest/gtest.h>

#include "labeling/formats/written_path.h"
#include "tests/labeling/formats/import_test_files.h"
#include "tests/labeling/formats/kfashion_test_files.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

using namespace testing;

/// A file of one photo, 500 × 500, and one annotation with these members.
std::string coco_text(const std::string& annotation) {
  return R"({"images":[{"id":1,"file_name":"a.jpg","width":500,"height":500}],"categories":[{"id":1,"name":"shirt"}],)"
         R"("annotations":[{"id":9,"image_id":1,"category_id":1,)" +
         annotation + "}]}";
}

ImportedPhoto coco_photo(const std::string& annotation) { return photo_as("coco", coco_text(annotation)); }

std::int64_t coco_pixels(const std::string& segmentation) {
  const ImportedPhoto photo = coco_photo(R"("segmentation":)" + segmentation);
  return photo.annotation.garments.size() == 1 ? pixels_in(photo.annotation.garments[0].region) : -1;
}

TEST(CocoImport, PolygonsAreUnited) {
  EXPECT_EQ(coco_pixels("[[100,100,400,100,400,400,100,400],[200,200,300,200,300,300,200,300]]"), 90'000);
  EXPECT_EQ(coco_pixels("[[100,100,300,100,300,300,100,300],[200,200,400,200,400,400,200,400]]"), 70'000);
  EXPECT_EQ(coco_pixels("[[0,0,10,0,10,10,0,10],[5,0,15,0,15,10,5,10],[0,0,10,0,10,10,0,10]]"), 150);
  EXPECT_EQ(coco_pixels("[[0,0,10,0,10,10,0,10],[20,0,30,0,30,10,20,10]]"), 200);
}

TEST(CocoImport, OtherWaysToNestAreUnderstood) {
  EXPECT_EQ(coco_pixels("[1,1,11,1,11,11,1,11]"), 100) << "flat";
  EXPECT_EQ(coco_pixels("[[1,1],[11,1],[11,11],[1,11]]"), 100) << "points";
  EXPECT_EQ(coco_pixels("[[[1,1],[11,1],[11,11],[1,11]]]"), 100) << "a list of points in a list";
  const std::string objects = R"([{"x":1,"y":1},{"x":11,"y":1},{"x":11,"y":"11"},{"x":1,"y":11}])";
  EXPECT_EQ(coco_pixels(objects), 100) << "points as objects";
  EXPECT_EQ(coco_pixels("[" + objects + "]"), 100) << "a list of them in a list";
  EXPECT_EQ(coco_pixels("[[[0,0,10,0,10,10,0,10],[2,2,8,2,8,8,2,8]]]"), 64) << "a polygon of rings has holes";
  EXPECT_EQ(coco_pixels(R"([["1","1","11","1","11","11","1","11"]])"), 100) << "numbers as text";
  EXPECT_EQ(coco_pixels(R"([{"size":[500,500],"counts":[0,10,249990]},[[20,0,30,0,30,10,20,10]]])"), 110) << "mixed";
}

TEST(CocoImport, RunLengthsOfAllKinds) {
  const char* sized = R"({"size":[500,500],"counts":)";
  EXPECT_EQ(coco_pixels(sized + std::string(R"([0,20,249980]})")), 20);
  EXPECT_EQ(coco_pixels(sized + std::string(R"(["0","20","249980"]})")), 20);
  const ImportedPhoto other = coco_photo(R"("bbox":[1,1,5,5],"segmentation":{"size":[10,5],"counts":[0,20,30]})");
  EXPECT_TRUE(has_warning(other.warnings, "bad_runs"));
  EXPECT_NE(sentences(other.warnings).find("5×10 pixels for an image of 500×500"), std::string::npos);
  EXPECT_EQ(pixels_in(other.annotation.garments.at(0).region), 25) << "its box is taken";
  const ImportedPhoto bytes =
      photo_as("coco",
               R"({"images":[{"id":1,"file_name":"a.jpg","width":3,"height":4}],"categories":[{"id":1,"name":"shirt"}],
          "annotations":[{"image_id":1,"category_id":1,"segmentation":{"size":[4,3],"counts":"b'0250N'"}}]})");
  EXPECT_EQ(pixels_in(bytes.annotation.garments.at(0).region), 4);
}

TEST(CocoImport, CrowdsAreReadAndTold) {
  for (const char* flag : {"1", "true", "\"1\""}) {
    const ImportedPhoto photo = coco_photo(R"("segmentation":[[0,0,10,0,10,10,0,10]],"iscrowd":)" + std::string(flag));
    EXPECT_EQ(pixels_in(photo.annotation.garments.at(0).region), 100);
    EXPECT_TRUE(has_warning(photo.warnings, "crowd")) << flag;
  }
  EXPECT_TRUE(coco_photo(R"("segmentation":[[0,0,10,0,10,10,0,10]],"iscrowd":0)").warnings.empty());
}

TEST(CocoImport, WhatIsNoOutlineIsToldAndTheBoxTaken) {
  const ImportedPhoto two = coco_photo(R"("segmentation":[[1,1,20,20]],"bbox":[10,10,50,60])");
  EXPECT_TRUE(has_warning(two.warnings, "ring_too_short"));
  EXPECT_EQ(pixels_in(two.annotation.garments.at(0).region), 3000);
  EXPECT_NE(sentences(two.warnings).find("annotation 9: no outline, its box is taken"), std::string::npos);
  const ImportedPhoto line = coco_photo(R"("segmentation":[[1,1,20,20,30,30],[0,0,10,0,10,10,0,10]])");
  EXPECT_TRUE(has_warning(line.warnings, "ring_too_short"));
  EXPECT_EQ(pixels_in(line.annotation.garments.at(0).region), 100);
  const ImportedPhoto odd = coco_photo(R"("segmentation":[[0,0,10,0,10,10,0,10,7]])");
  EXPECT_TRUE(has_warning(odd.warnings, "bad_point"));
  EXPECT_EQ(pixels_in(odd.annotation.garments.at(0).region), 100);
  EXPECT_TRUE(has_warning(coco_photo(R"("segmentation":[[0,0,NaN,5,10,0,10,10,0,10]])").warnings, "bad_point"));
  for (const char* nothing : {R"("segmentation":[],"bbox":[1,1,0,5])", R"("bbox":["a",1,1,1])", R"("area":1)"}) {
    const ImportedPhoto photo = coco_photo(nothing);
    EXPECT_TRUE(photo.annotation.garments.empty()) << nothing;
    EXPECT_NE(sentences(photo.warnings).find("annotation 9: neither an outline nor a box"), std::string::npos);
  }
}

TEST(CocoImport, ABoxMayBeAnObject) {
  const ImportedPhoto photo = coco_photo(R"("bbox":{"x":1,"y":2,"width":30,"height":"40"})");
  EXPECT_EQ(bounds_of(photo.annotation.garments.at(0).region), (Rect{1, 2, 30, 40}));
  EXPECT_TRUE(coco_photo(R"("bbox":{"x":1,"y":2,"width":30})").annotation.garments.empty());
}

TEST(CocoImport, ObjectsThatAreNoPlaceAreToldByTheirNames) {
  for (const char* segmentation :
       {R"([{"left":1,"top":1},{"left":9,"top":1},{"left":9,"top":9}])", R"({"left":1,"top":1})"}) {
    const ImportedPhoto photo = coco_photo(R"("bbox":[1,1,5,5],"segmentation":)" + std::string(segmentation));
    EXPECT_NE(sentences(photo.warnings)
                  .find("annotation 9: objects of (left, top) that are neither points (x, y) nor run lengths (size, "
                        "counts), and are left out: "),
              std::string::npos)
        << sentences(photo.warnings);
    EXPECT_EQ(photo.warnings.size(), 2u) << "told once, and that the box is taken";
    EXPECT_EQ(pixels_in(photo.annotation.garments.at(0).region), 25);
  }
  const ImportedPhoto unreadable = coco_photo(R"("segmentation":[{"x":1,"y":1},{"x":"a","y":1},{"x":9,"y":9}])");
  EXPECT_TRUE(has_warning(unreadable.warnings, "bad_point"));
}

TEST(CocoImport, AValueThatTheTaxonomyDoesNotHaveIsTold) {
  const ImportedPhoto photo = coco_photo(
      R"("bbox":[1,2,3,4],"attributes":{"colour":"nocolour","length":"normal","occluded":false,"rotation":0})");
  ASSERT_EQ(photo.annotation.garments.size(), 1u);
  EXPECT_NE(find_value(photo.annotation.garments[0].attributes, "colour"), nullptr) << "kept as it was said";
  EXPECT_NE(sentences(photo.warnings).find("top: colour 'nocolour' is not in the taxonomy"), std::string::npos)
      << sentences(photo.warnings);
  EXPECT_EQ(sentences(photo.warnings).find("occluded"), std::string::npos);
  EXPECT_FALSE(
      has_warning(coco_photo(R"("bbox":[1,2,3,4],"attributes":{"colour":"black"})").warnings, "unknown_value"));
  const ImportedPhoto whole = photo_as("coco", R"({"images":[{"id":1,"file_name":"a.jpg",
      "attributes":{"style":"nostyle"}}],"categories":[],"annotations":[]})");
  EXPECT_NE(sentences(whole.warnings).find("photo: style 'nostyle' is not in the taxonomy"), std::string::npos);
}

TEST(CocoImport, IdsOf64BitsAreKeptToTheLastDigit) {
  const std::string file =
      R"({"images":[{"id":9007199254740993,"file_name":"a.jpg"},{"id":9007199254740992,"file_name":"b.jpg"},
          {"id":18446744073709551615,"file_name":"c.jpg"},{"id":-1000000000000001.0,"file_name":"d.jpg"}],
          "categories":[{"id":1000000000000001,"name":"shirt"},{"id":1000000000000002,"name":"skirt"}],"annotations":[
          {"id":9223372036854775807,"image_id":"9007199254740993","category_id":1000000000000002,"bbox":[1,2,3,4]},
          {"id":9223372036854775806,"image_id":18446744073709551615,"category_id":1000000000000001,"bbox":[1,2,3,4]},
          {"id":1,"image_id":-1000000000000001,"category_id":1000000000000001,"bbox":[1,2,3,4]}]})";
  ASSERT_OK_AND_ASSIGN(const ImportedFile read, import_as("coco", file));
  EXPECT_TRUE(read.warnings.empty()) << sentences(read.warnings);
  ASSERT_EQ(read.photos.size(), 4u);
  ASSERT_EQ(read.photos[0].annotation.garments.size(), 1u);
  EXPECT_EQ(read.photos[0].annotation.garments[0].part, Part::kBottom);
  EXPECT_TRUE(read.photos[1].annotation.garments.empty());
  EXPECT_EQ(read.photos[2].annotation.garments.size(), 1u);
  EXPECT_EQ(read.photos[3].annotation.garments.size(), 1u);
  EXPECT_NE(sentences(read.photos[0].warnings).find("annotation 9223372036854775807:"), std::string::npos);
}

TEST(CocoImport, IdsAreNumbersOrWords) {
  const std::string file =
      R"({"images":[{"id":"1","file_name":"a.jpg","width":"50","height":"40"},{"id":"left","file_name":"b.jpg"}],
          "categories":[{"id":7.0,"name":"shirt"}],"annotations":[
          {"id":1,"image_id":1.0,"category_id":"7","bbox":["1","2","3","4"]},
          {"id":2,"image_id":"left","category_id":7,"bbox":[1,2,3,4]}]})";
  ASSERT_OK_AND_ASSIGN(const ImportedFile read, import_as("coco", file));
  EXPECT_TRUE(read.warnings.empty()) << sentences(read.warnings);
  EXPECT_EQ(read.photos.at(0).size, (ImageSize{50, 40}));
  EXPECT_EQ(bounds_of(read.photos.at(0).annotation.garments.at(0).region), (Rect{1, 2, 3, 4}));
  EXPECT_EQ(read.photos.at(1).annotation.garments.size(), 1u);
}

TEST(CocoImport, EveryAnnotationThatIsLeftOutIsNamed) {
  const std::string file = R"({"images":[{"id":1,"file_name":"a.jpg"}],"categories":[{"id":1,"name":"bag"}],
      "annotations":[{"id":11,"image_id":1,"category_id":77},{"image_id":1,"category_id":77},
                     {"id":13,"image_id":5,"category_id":1},{"id":14,"image_id":1,"category_id":1}]})";
  ASSERT_OK_AND_ASSIGN(const ImportedFile read, import_as("coco", file));
  EXPECT_EQ(sentences(read.warnings),
            "annotation 11 has the category '77', which is not listed; it is left out\n"
            "annotation #2 has the category '77', which is not listed; it is left out\n"
            "annotation 13 is of image '5', which is not listed; it is left out\n"
            "category 'bag' is no garment known here; annotations left out: 1 (id 14)\n");
}

TEST(CocoImport, ListsThatAreNoneAndDoubledCategoriesAreTold) {
  ASSERT_OK_AND_ASSIGN(const ImportedFile none,
                       import_as("coco", R"({"images":[{"id":1,"file_name":"a.jpg"}],"annotations":{"1":{}},
                                             "categories":null})"));
  EXPECT_EQ(sentences(none.warnings),
            "'categories' is no list; nothing of it is read\n'annotations' is no list; nothing of it is read\n");
  EXPECT_TRUE(import_as("coco", R"({"images":[]})")->warnings.empty()) << "a list of photos alone";
  ASSERT_OK_AND_ASSIGN(const ImportedFile twice, import_as("coco", R"({"images":[{"id":1,"file_name":"a.jpg"}],
      "categories":[{"id":1,"name":"shirt"},{"id":1,"name":"skirt"}],
      "annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,2,3,4]}]})"));
  EXPECT_EQ(sentences(twice.warnings), "the id 1 of category 'skirt' is the one of 'shirt', too, which is taken\n");
  EXPECT_EQ(twice.photos.at(0).annotation.garments.at(0).part, Part::kTop);
}

TEST(CocoImport, NamesMayBeNumbers) {
  ASSERT_OK_AND_ASSIGN(const ImportedFile read,
                       import_as("coco", R"({"images":[{"id":1,"file_name":100026}],"categories":[{"id":1,"name":5}],
                                             "annotations":[{"id":4,"image_id":1,"category_id":1}]})"));
  EXPECT_EQ(read.photos.at(0).file_name, "100026");
  EXPECT_EQ(sentences(read.warnings), "category '5' is no garment known here; annotations left out: 1 (id 4)\n");
}

TEST(CocoImport, ManyWarningsAreCounted) {
  std::string annotations;
  for (int i = 0; i < 1200; ++i) annotations += std::string(i ? "," : "") + R"({"image_id":1,"category_id":3})";
  ASSERT_OK_AND_ASSIGN(
      const ImportedFile read,
      import_as("coco", R"({"images":[{"id":1,"file_name":"a.jpg"}],"annotations":[)" + annotations + "]}"));
  ASSERT_EQ(read.warnings.size(), 1001u);
  EXPECT_EQ(read.warnings.back().message.text(), "and 200 more like these");
}

TEST(CocoImport, PhotosKeepTheirFolders) {
  const std::string file = R"({"images":[{"id":1,"file_name":"D:\\data\\img\\a.jpg"},{"id":2,"file_name":"x/a.jpg"},
      {"id":3,"file_name":"http://x.y/z/a%20b.jpg?itok=12"}]})";
  ASSERT_OK_AND_ASSIGN(const ImportedFile read, import_as("coco", file));
  ASSERT_EQ(read.photos.size(), 3u);
  EXPECT_EQ(read.photos[0].path_below, "data/img/a.jpg");
  EXPECT_EQ(read.photos[0].file_name, "a.jpg");
  EXPECT_EQ(read.photos[1].path_below, "x/a.jpg");
  EXPECT_EQ(read.photos[2].path_below, "z/a b.jpg");
}

TEST(WrittenPath, IsReadOnAnySystem) {
  const auto below = [](const char* written) { return read_written_path(written).below; };
  EXPECT_EQ(below("../사진/./a.jpg"), "사진/a.jpg");
  EXPECT_EQ(below("/home/u/a.jpg"), "home/u/a.jpg");
  EXPECT_EQ(below("\\\\server\\share\\a.jpg"), "server/share/a.jpg");
  EXPECT_EQ(below("s3://bucket/d/a.jpg#x"), "d/a.jpg");
  EXPECT_EQ(below("file:///d/a%2"), "d/a%2");
  EXPECT_EQ(below("/media/a.jpg?itok=1"), "media/a.jpg");
  EXPECT_EQ(below("who?.jpg"), "who?.jpg");
  EXPECT_EQ(below("http://x.y"), "");
  EXPECT_EQ(below("d/"), "");
  EXPECT_EQ(below(""), "");
  EXPECT_EQ(read_written_path("a/..").file_name, "_");
  EXPECT_EQ(below("http://x/..%2f..%2fetc/passwd"), "etc/passwd");
}

TEST(CocoImport, SharedCasesHaveTheirRightValues) {
  JAEDAN_REQUIRE_SHARED();
  const auto pixels = [](const char* name) {
    const ImportedPhoto photo = photo_as("coco", shared_case(std::string("coco/") + name));
    return photo.annotation.garments.empty() ? -1 : pixels_in(photo.annotation.garments[0].region);
  };
  EXPECT_EQ(pixels("x01-detectron489-nested.json"), 90'000);
  EXPECT_EQ(pixels("x02-overlapping-pieces.json"), 70'000);
  EXPECT_NEAR(static_cast<double>(pixels("x03-cvat6392-flat.json")), 161'000, 3000);
  EXPECT_EQ(pixels("x06-string-ids.json"), 81);
  EXPECT_EQ(pixels("x08-rle-crowd.json"), 20);
  EXPECT_EQ(pixels("x15-fractional-ids.json"), 81);
  EXPECT_EQ(pixels("x17-number-strings.json"), 81);
  EXPECT_EQ(photo_as("coco", shared_case("coco/x18-window-path.json")).path_below, "data/img/a.jpg");
  EXPECT_EQ(photo_as("coco", shared_case("coco/x20-url-name.json")).path_below, "z/a.jpg");
  EXPECT_EQ(photo_as("coco", shared_case("coco/x22-dim-strings.json")).size, (ImageSize{50, 50}));
  const auto parts = [](const char* name) {
    std::string letters;
    for (const Garment& garment : photo_as("coco", shared_case(std::string("coco/") + name)).annotation.garments)
      letters += id_of(garment.part)[0];
    return letters;
  };
  EXPECT_EQ(parts("y1-df2.json"), "ttoottbbbddddttoo");
  EXPECT_EQ(parts("y2-modanet.json"), "odbtbb");
}

}  // namespace
}  // namespace jaedan::labeling
