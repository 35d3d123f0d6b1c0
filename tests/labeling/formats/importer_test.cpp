#include "labeling/formats/importer.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "labeling/base/file_system.h"
#include "labeling/formats/exchange/class_words.h"
#include "labeling/formats/exchange/coco_rle.h"
#include "labeling/formats/exchange/xml.h"
#include "tests/labeling/formats/import_test_files.h"
#include "tests/labeling/formats/kfashion_test_files.h"
#include "tests/support/matchers.h"

namespace jaedan::labeling {
namespace {

using namespace testing;

TEST(GarmentClasses, AreTheTwentyOneCategoriesAndFourParts) {
  const std::vector<GarmentClass> classes = garment_classes(kfashion_taxonomy());
  ASSERT_EQ(classes.size(), 25u);
  EXPECT_EQ(classes[0].name, "top");
  EXPECT_EQ(classes[12].name, "coat");
  EXPECT_EQ(classes[24].name, "dress_unspecified");
  Garment skirt;
  skirt.part = Part::kBottom;
  EXPECT_EQ(classes[class_of(skirt, classes)].name, "bottom_unspecified");
  skirt.attributes = {{"category", "skirt", "", {}}};
  EXPECT_EQ(classes[class_of(skirt, classes)].name, "skirt");
  skirt.attributes = {{"category", "coat", "", {}}};  // of another part
  EXPECT_EQ(classes[class_of(skirt, classes)].name, "bottom_unspecified");
}

TEST(GarmentClasses, UnderstandWhatOthersWrite) {
  const std::vector<GarmentClass> classes = garment_classes(kfashion_taxonomy());
  const auto id = [&](const char* word) {
    const auto found = class_from_word(word, classes, kfashion_taxonomy());
    return found ? found->name : std::string("?");
  };
  EXPECT_EQ(id("T-Shirt"), "tshirt");
  EXPECT_EQ(id("zip up"), "zip_up");
  EXPECT_EQ(id("재킷"), "jacket");
  EXPECT_EQ(id("자켓"), "jacket");
  EXPECT_EQ(id("Knitted fabri"), "knitwear");
  EXPECT_EQ(id("best"), "vest");
  EXPECT_EQ(id("kadigan"), "cardigan");
  EXPECT_EQ(id("blue jeans"), "jeans");
  EXPECT_EQ(id("padding jacket"), "padding");
  EXPECT_EQ(id("아우터"), "outer_unspecified");
  EXPECT_EQ(id("bottom"), "bottom_unspecified");
  EXPECT_EQ(id("Shoes"), "?");
  EXPECT_EQ(id(""), "?");
}

TEST(CocoImport, ReadsTheContestsFile) {
  const char* dacon =
      R"({"categories":[{"id":1,"name":"top","supercategory":"상의"},{"id":17,"name":"best","supercategory":"아우터"},
    {"id":99,"name":"shoes","supercategory":"신발"}],
    "images":[{"id":3,"file_name":"train/a.jpg","width":800,"height":1200}],
    "annotations":[{"id":1,"image_id":3,"category_id":17,"segmentation":[[10,10,100,10,100,200,10,200]],"bbox":[10,10,90,190],"area":17100,"iscrowd":0},
    {"id":2,"image_id":3,"category_id":99,"segmentation":[]},{"id":3,"image_id":4,"category_id":1},
    {"id":4,"image_id":3,"category_id":1,"bbox":[1,2,3,4],"segmentation":[]}]})";
  ASSERT_OK_AND_ASSIGN(const ImportedFile file, import_as("coco", dacon));
  EXPECT_TRUE(has_warning(file.warnings, "unknown_class"));
  EXPECT_TRUE(has_warning(file.warnings, "no_image"));
  ASSERT_EQ(file.photos.size(), 1u);
  EXPECT_EQ(file.photos[0].file_name, "a.jpg");
  EXPECT_EQ(file.photos[0].size, (ImageSize{800, 1200}));
  ASSERT_EQ(file.photos[0].annotation.garments.size(), 2u);
  EXPECT_EQ(file.photos[0].annotation.garments[0].part, Part::kOuter);
  EXPECT_EQ(bounds_of(file.photos[0].annotation.garments[1].region), (Rect{1, 2, 3, 4}));
}

TEST(CocoImport, OddThingsAreToldOrLeftOut) {
  EXPECT_ERROR(import_as("coco", "{"), ErrorCode::kCorrupt);
  EXPECT_ERROR(import_as("coco", "[]"), ErrorCode::kCorrupt);
  EXPECT_ERROR(import_as("coco", R"({"images":5})"), ErrorCode::kCorrupt);
  ASSERT_OK_AND_ASSIGN(
      const ImportedFile file,
      import_as(
          "coco",
          R"({"images":[{"id":1,"file_name":"../x/..","width":-5,"height":1e99},{"id":1},{},null,5],"categories":[{"id":1,"name":"coat"},7],
        "annotations":[null,{"image_id":1,"category_id":1,"segmentation":{"counts":[5,4294967295],"size":[2,2]},"bbox":["a",1,1,1]},
        {"image_id":1,"category_id":1,"segmentation":[[1,2,null,4,5,6],[],"x",[1e300,5]]},{"image_id":1,"category_id":1,"segmentation":{"counts":"!!","size":[9,9]}}]})"));
  ASSERT_EQ(file.photos.size(), 1u);
  EXPECT_EQ(file.photos[0].file_name, "_");
  EXPECT_EQ(file.photos[0].size, (ImageSize{0, 0}));
  EXPECT_TRUE(file.photos[0].annotation.garments.empty());
  EXPECT_TRUE(has_warning(file.photos[0].warnings, "bad_runs"));
}

TEST(CocoRle, RunsComeBack) {
  Mask mask = Mask::of_size(3, 4);
  mask.at(0, 0) = mask.at(0, 1) = mask.at(1, 3) = mask.at(2, 0) = 255;
  const std::vector<std::uint32_t> counts = rle_counts_of(mask);
  EXPECT_EQ(counts, (std::vector<std::uint32_t>{0, 2, 5, 2, 3}));
  ASSERT_OK_AND_ASSIGN(const Mask again, mask_from_rle(counts, 3, 4));
  EXPECT_EQ(again.pixels, mask.pixels);
  EXPECT_ERROR(mask_from_rle(counts, 3, 5), ErrorCode::kCorrupt);
  EXPECT_ERROR(mask_from_rle({1u << 31, 1u << 31}, 65536, 65536), ErrorCode::kTooLarge);
}

TEST(CocoRle, CompressedTextIsUnderstood) {
  // pycocotools: counts 0 2 5 2 3 → differences from the third on.
  ASSERT_OK_AND_ASSIGN(const auto counts, rle_counts_from_text("0250N"));
  EXPECT_EQ(counts, (std::vector<std::uint32_t>{0, 2, 5, 2, 3}));
  ASSERT_OK_AND_ASSIGN(const auto large, rle_counts_from_text("Pl0"));
  EXPECT_EQ(large, (std::vector<std::uint32_t>{896}));
  EXPECT_ERROR(rle_counts_from_text("o"), ErrorCode::kCorrupt);
  EXPECT_ERROR(rle_counts_from_text("\x01"), ErrorCode::kCorrupt);
  EXPECT_ERROR(rle_counts_from_text(std::string(20, 'o')), ErrorCode::kCorrupt);
}

TEST(LabelmeImport, ReadsShapesAndJoinsGroups) {
  const char* text = R"({"imagePath":"..\\photos\\a.jpg","imageWidth":200,"imageHeight":100,"shapes":[
    {"label":"coat","points":[[1,1],[9,1],[9,9]],"group_id":1,"shape_type":"polygon"},
    {"label":"coat","points":[[20,1],[29,1],[29,9]],"group_id":1,"shape_type":"polygon"},
    {"label":"jeans","points":[[10,50],[30,90]],"shape_type":"rectangle"},
    {"label":"dress","points":[[50,50],[50,60]],"shape_type":"circle"},
    {"label":"coat","points":[[1,1],[2,2]],"shape_type":"line"},
    {"label":"hat","points":[[1,1],[9,1],[9,9]]},5,null]})";
  ASSERT_OK_AND_ASSIGN(const ImportedFile file, import_as("labelme", text));
  const ImportedPhoto& photo = file.photos.at(0);
  EXPECT_EQ(photo.file_name, "a.jpg");
  ASSERT_EQ(photo.annotation.garments.size(), 3u);
  EXPECT_EQ(photo.annotation.garments[0].region.rings.size(), 2u);
  EXPECT_EQ(bounds_of(photo.annotation.garments[1].region), (Rect{10, 50, 20, 40}));
  EXPECT_NEAR(area_px(photo.annotation.garments[2].region), 314, 2);
  EXPECT_TRUE(has_warning(photo.warnings, "unknown_class"));
  EXPECT_TRUE(has_warning(photo.warnings, "no_region"));
  EXPECT_ERROR(import_as("labelme", "{}"), ErrorCode::kCorrupt);
}

TEST(VocImport, BrokenFilesAreErrorsAndBrokenBoxesWarnings) {
  ASSERT_OK_AND_ASSIGN(
      const ImportedFile file,
      import_as("voc",
                "<?xml version=\"1.0\"?>\n<!-- x --><annotation verified=\"no\"><filename>a.jpg</filename>"
                "<object><name> coat "
                "</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>10</xmax><ymax>20</ymax></bndbox></object>"
                "<object><name>coat</name><bndbox><xmin>9</xmin><ymin>1</ymin><xmax>2</xmax><ymax>nan</ymax></bndbox></"
                "object>"
                "<object><name>hat</name></object></annotation>"));
  ASSERT_EQ(file.photos[0].annotation.garments.size(), 1u);
  EXPECT_EQ(bounds_of(file.photos[0].annotation.garments[0].region), (Rect{0, 0, 10, 20}));
  EXPECT_TRUE(has_warning(file.photos[0].warnings, "no_region"));
  EXPECT_TRUE(has_warning(file.photos[0].warnings, "unknown_class"));
  for (const char* bad : {"", "x", "<a", "<annotation>", "<annotation></b>", "<html></html>"}) {
    SCOPED_TRACE(bad);
    EXPECT_ERROR(import_as("voc", bad), ErrorCode::kCorrupt);
  }
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<a>";
  EXPECT_ERROR(import_as("voc", deep), ErrorCode::kTooLarge);
}

TEST(Xml, EntitiesAndEscapesAgree) {
  const std::string odd = "<&>\"'한글";
  ASSERT_OK_AND_ASSIGN(const XmlElement root,
                       parse_xml("<a><b/>" + xml_escaped(odd) + "&#xAC00;&#65;&unknown;<![CDATA[<&]]></a>"));
  EXPECT_EQ(root.text, odd + "가A&unknown;<&");
  EXPECT_EQ(root.children.size(), 1u);
}

TEST(YoloImport, ReadsBoxesPolygonsAndScores) {
  ASSERT_OK_AND_ASSIGN(
      const ImportedFile file,
      import_as(
          "yolo",
          "1 0.5 0.5 0.5 0.5\r\n1 0.5 0.5 0.5 0.5 0.9\n\n0 0 0 0.5 0 0.5 1\n7 0 0 1 1\n1 x\n1 0.1 nan 1 1\n2 0 0 1 1\n",
          {"jeans", "coat", "hat"}));
  const Annotation& annotation = file.photos[0].annotation;
  ASSERT_EQ(annotation.garments.size(), 3u);
  EXPECT_EQ(bounds_of(annotation.garments[0].region), (Rect{50, 25, 100, 50}));
  EXPECT_EQ(annotation.garments[1].region, annotation.garments[0].region);
  EXPECT_EQ(annotation.garments[2].region.rings[0], (Ring{{0, 0}, {100, 0}, {100, 100}}));
  EXPECT_EQ(file.photos[0].warnings.size(), 4u);
  EXPECT_ERROR(find_import_format("yolo")->read("0 0 0 1 1", {kfashion_taxonomy(), {}, {}}),
               ErrorCode::kInvalidArgument);
}

TEST(MaskImport, RefusesColourPictures) {
  EXPECT_ERROR(import_as("masks", "\xFF\xD8"), ErrorCode::kCorrupt);
  EXPECT_ERROR(import_as("masks", "text"), ErrorCode::kUnsupported);
}

TEST(KFashionImport, KeepsTheBytes) {
  const std::string bytes = label_file("", "", R"("상의":[{"색상":"블랙"}])");
  ASSERT_OK_AND_ASSIGN(const ImportedFile file, import_as("kfashion", bytes));
  EXPECT_EQ(file.photos[0].kfashion_source, bytes);
  EXPECT_EQ(file.photos[0].size, (ImageSize{300, 400}));
}

}  // namespace
}  // namespace jaedan::labeling
