#include "labeling/formats/exporter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "labeling/base/file_system.h"
#include "labeling/domain/part_colours.h"
#include "labeling/formats/export_names.h"
#include "labeling/formats/importer.h"
#include "labeling/formats/label_mask.h"
#include "labeling/formats/taxonomy_json.h"
#include "labeling/io/image_decoder.h"
#include "tests/labeling/formats/kfashion_test_files.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

using namespace testing;

/// A photo with an outer with a hole and two pieces, a top below it, and a bottom without a category.
ExportItem example(std::int64_t id = 5, const std::string& name = "look") {
  ExportItem item;
  item.photo = {PhotoId{id}, name, "/photos/" + name + ".JPG", 300, 400};
  Garment outer;
  outer.id = GarmentId{1};
  outer.part = Part::kOuter;
  outer.region.rings = {{{50, 50}, {150, 50}, {150, 250}, {50, 250}},
                        {{80, 80}, {120, 80}, {120, 200}, {80, 200}},
                        {{200, 50}, {250, 50}, {250, 250}}};
  outer.attributes = {{"category", "jacket", "", {}},
                      {"colour", "black", "", {}},
                      {"detail", "ribbon", "", {}},
                      {"detail", "zipper", "", {}}};
  Garment top;
  top.id = GarmentId{2};
  top.part = Part::kTop;
  top.region.rings = {{{70, 70}, {130, 70}, {130, 210}, {70, 210}}};
  top.region_provenance = Provenance::model("m1", 0.75);
  top.attributes = {{"category", "tshirt", "", {}}};
  Garment bottom;
  bottom.id = GarmentId{3};
  bottom.part = Part::kBottom;
  bottom.region.rings = {{{60.5, 250}, {140, 250.25}, {100, 390}}};
  bottom.attributes = {{"colour", "not_sure", "", {}}};
  item.annotation.garments = {outer, top, bottom};
  item.annotation.image_attributes = {{"style", "street", "", {}}};
  item.load_image = [] { return Result<Image>(Image::of_size(300, 400)); };
  return item;
}

/// Exports items and returns the folder's contents: name → bytes.
std::map<std::string, std::string> exported(const std::string& format, const std::vector<ExportItem>& items,
                                            const ExportOptions& options = {},
                                            const Taxonomy& taxonomy = kfashion_taxonomy()) {
  jaedan::testing::TemporaryFolder folder;
  auto exporter = make_exporter(format, folder.path(), taxonomy, options).value();
  ExportNames names;
  for (const ExportItem& item : items) names.look_at(item.photo, item.photo.path);
  for (ExportItem item : items) {
    item.names = names.names_of(item.photo, item.photo.path);
    EXPECT_OK(exporter->add(item));
  }
  EXPECT_OK(exporter->finish());
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
    if (!entry.is_regular_file()) continue;
    files[std::filesystem::relative(entry.path(), folder.path()).string()] =
        disk().read(entry.path().string(), 1 << 24).value();
  }
  return files;
}

ImportedFile imported(const std::string& format, const std::string& bytes) {
  const ImportContext context = {kfashion_taxonomy(), {300, 400}, {}};
  Result<ImportedFile> file = find_import_format(format)->read(bytes, context);
  EXPECT_OK(file);
  return file.ok() ? *file : ImportedFile{};
}

/// Area of the part's garment, in pixels.
double area_of(const Annotation& annotation, Part part) {
  double area = 0;
  for (const Garment& garment : annotation.garments) area += garment.part == part ? area_px(garment.region) : 0;
  return area;
}

TEST(Exporter, KnowsItsFormatsByName) {
  EXPECT_EQ(export_formats().size(), 8u);
  for (const ExportFormat& format : export_formats()) EXPECT_EQ(find_export_format(format.name), &format);
  EXPECT_EQ(find_export_format("tiff"), nullptr);
  EXPECT_ERROR(make_exporter("tiff", "/x", kfashion_taxonomy()), ErrorCode::kInvalidArgument);
}

TEST(Exporter, EveryFormatTakesAnEmptySetAndAnEmptyPhoto) {
  for (const ExportFormat& format : export_formats()) {
    SCOPED_TRACE(format.name);
    exported(std::string(format.name), {});
    ExportItem item = example();
    item.annotation = {};
    exported(std::string(format.name), {item});
  }
}

TEST(Exporter, AFolderThatCannotBeWrittenIsAnError) {
  for (const ExportFormat& format : export_formats()) {
    SCOPED_TRACE(format.name);
    auto exporter = make_exporter(format.name, "/dev/null/below", kfashion_taxonomy()).value();
    const bool failed = !exporter->add(example()).ok() || !exporter->finish().ok();
    EXPECT_TRUE(failed);
  }
}

TEST(Exporter, NamesNeverLeadOutOfTheFolderNorMeet) {
  std::vector<ExportItem> items = {example(1, "../../etc/passwd"), example(2, "a"), example(3, "A"), example(4, "a")};
  const auto files = exported("masks", items);
  std::vector<std::string> names;
  for (const auto& [name, bytes] : files) names.push_back(name);
  EXPECT_EQ(names, (std::vector<std::string>{".._.._etc_passwd.png", "A-3.png", "a-4.png", "a.png"}));
}

TEST(Exporter, SaysWhatItWrites) {
  EXPECT_EQ(photo_file_of(*find_export_format("yolo"), "a"), "labels/a.txt");
  EXPECT_EQ(photo_file_of(*find_export_format("csv"), "a"), "");
  for (const ExportFormat& format : export_formats()) {
    SCOPED_TRACE(format.name);
    const auto files = exported(std::string(format.name), {example(1, "a")});
    std::set<std::string> said = {photo_file_of(format, "a")};
    said.insert(format.set_files.begin(), format.set_files.end());
    said.erase("");
    std::set<std::string> written;
    for (const auto& [name, bytes] : files) written.insert(name);
    EXPECT_EQ(written, said);
    EXPECT_EQ(writes_pictures(format), format.name == "masks" || format.name == "overlay");
  }
}

TEST(FileNames, AReservedNameIsGivenToNoPhoto) {
  FileNames names;
  names.reserve("coco");
  EXPECT_EQ(names.name_for({PhotoId{3}, "COCO", "", 1, 1}), "COCO-3");
}

TEST(KFashionExporter, AnUnchangedPhotoGetsItsOwnBytesBack) {
  const std::string source = label_file("", "", R"("상의":[{"색상": "블랙"}])");
  ExportItem item = example(7, "7");
  item.annotation = read(source).annotation;
  item.kfashion_source = source;
  EXPECT_EQ(exported("kfashion", {item}).at("7.json"), source);
}

TEST(KFashionExporter, ANewPhotoIsNumberedByItsNameOrItsKey) {
  ExportOptions options;
  options.created = "2026-01-01 00:00:00";
  const auto files = exported("kfashion", {example(9, "100026"), example(12, "look")}, options);
  EXPECT_EQ(read(files.at("100026.json")).image_id, 100026);
  const KFashionFile look = read(files.at("look.json"));
  EXPECT_EQ(look.image_id, 12);
  EXPECT_EQ(look.image_file_name, "look.JPG");
  EXPECT_EQ(look.created, "2026-01-01 00:00:00");
}

TEST(MaskExporter, TheOuterLiesOnTopAndReadingGivesTheSameMap) {
  const auto files = exported("masks", {example()});
  ASSERT_OK_AND_ASSIGN(const Mask mask, decode_mask(files.at("look.png")));
  EXPECT_EQ(mask.width, 300);
  EXPECT_EQ(mask.at(60, 60), mask_value(Part::kOuter));
  EXPECT_EQ(mask.at(75, 75), mask_value(Part::kOuter));
  EXPECT_EQ(mask.at(100, 100), mask_value(Part::kTop));
  EXPECT_EQ(mask.at(100, 300), mask_value(Part::kBottom));
  EXPECT_EQ(mask.at(0, 0), 0);
  const ImportedFile again = imported("masks", files.at("look.png"));
  EXPECT_EQ(label_mask(again.photos[0].annotation, 300, 400).pixels, mask.pixels);
}

TEST(MaskExporter, StrangeValuesAreTold) {
  Mask mask = Mask::of_size(4, 4);
  mask.at(1, 1) = 9;
  const MaskReading reading = annotation_from_mask(mask);
  EXPECT_TRUE(reading.annotation.garments.empty());
  EXPECT_TRUE(has_warning(reading.warnings, "unknown_mask_value"));
}

TEST(OverlayExporter, TintsAndNamesWithoutMovingAnything) {
  const auto files = exported("overlay", {example()});
  ASSERT_OK_AND_ASSIGN(const Image image, decode_image(files.at("look.jpg")));
  EXPECT_EQ(image.width, 300);
  const Colour colour = colour_of(Part::kBottom);
  const std::uint8_t* tinted = image.pixel(90, 350);
  EXPECT_NEAR(tinted[1], 0.45 * colour.g, 12);
  EXPECT_NEAR(image.pixel(5, 5)[0], 0, 12);
  int white = 0;  // letters
  for (std::size_t i = 0; i < image.rgb.size(); i += 3)
    white += image.rgb[i] > 200 && image.rgb[i + 1] > 200 && image.rgb[i + 2] > 200;
  EXPECT_GT(white, 50);
}

TEST(OverlayExporter, WithoutPixelsItSaysSo) {
  jaedan::testing::TemporaryFolder folder;
  auto exporter = make_exporter("overlay", folder.path(), kfashion_taxonomy()).value();
  ExportItem item = example();
  item.load_image = nullptr;
  EXPECT_ERROR(exporter->add(item), ErrorCode::kInvalidArgument);
  item.load_image = [] { return Result<Image>(Error{ErrorCode::kCorrupt, "test.cut_off", "cut off"}); };
  EXPECT_ERROR(exporter->add(item), ErrorCode::kCorrupt);
}

TEST(CsvExporter, HasARowAPhotoInTheChosenLanguage) {
  ExportOptions options;
  options.csv_language = CsvLanguage::kKorean;
  const std::string korean = exported("csv", {example(1, "=cmd"), example(2, "b")}, options).at("labels.csv");
  EXPECT_EQ(korean.substr(0, 3), "\xEF\xBB\xBF");
  EXPECT_EQ(std::count(korean.begin(), korean.end(), '\n'), 3);
  EXPECT_NE(korean.find("\r\n'=cmd.JPG,300,400,new,스트리트,"), std::string::npos);
  EXPECT_NE(korean.find("리본+지퍼"), std::string::npos);
  EXPECT_NE(korean.find("아우터 카테고리"), std::string::npos);
  options.csv_language = CsvLanguage::kIds;
  options.csv_byte_order_mark = false;
  const std::string ids = exported("csv", {example()}, options).at("labels.csv");
  EXPECT_EQ(ids.substr(0, 5), "file,");
  EXPECT_NE(ids.find("ribbon+zipper"), std::string::npos);
  EXPECT_NE(ids.find("50 50 200 200"), std::string::npos);
  const std::string header = ids.substr(0, ids.find("\r\n"));
  const std::string row = ids.substr(header.size() + 2);
  EXPECT_EQ(std::count(header.begin(), header.end(), ','), std::count(row.begin(), row.end(), ','));
}

TEST(CsvExporter, GenderAndSeasonHaveColumnsAndStandInNoLabelFile) {
  ExportItem item = example();
  item.annotation.image_attributes.push_back({"gender", "women", "", Provenance::model("m", 0.97)});
  for (const char* season : {"spring", "autumn"}) {
    item.annotation.image_attributes.push_back({"season", season, "", Provenance::model("m", 0.91)});
  }
  ASSERT_OK_AND_ASSIGN(const Taxonomy taxonomy, load_default_taxonomy());
  const std::string ids = exported("csv", {item}, {}, taxonomy).at("labels.csv");
  EXPECT_NE(ids.find(",style,sub_style,gender,season,"), std::string::npos) << ids;
  EXPECT_NE(ids.find(",women,spring+autumn,"), std::string::npos) << ids;
  ExportOptions options;
  options.csv_language = CsvLanguage::kKorean;
  const std::string korean = exported("csv", {item}, options, taxonomy).at("labels.csv");
  EXPECT_NE(korean.find(",성별,계절,"), std::string::npos) << korean;
  EXPECT_NE(korean.find(",여성,봄+가을,"), std::string::npos) << korean;
  for (const auto& [name, text] : exported("kfashion", {item}, {}, taxonomy)) {
    for (const char* word : {"women", "여성", "성별", "spring", "계절"}) {
      EXPECT_EQ(text.find(word), std::string::npos) << name << " " << word;
    }
  }
}

TEST(CocoExporter, IdsCountFromOneAndAreaIsTrue) {
  const std::string text = exported("coco", {example(70, "a"), example(80, "b")}).at("coco.json");
  const auto json = nlohmann::json::parse(text);
  ASSERT_EQ(json["images"].size(), 2u);
  ASSERT_EQ(json["annotations"].size(), 6u);
  EXPECT_EQ(json["images"][1]["id"], 2);
  EXPECT_EQ(json["images"][1]["file_name"], "b.JPG");
  EXPECT_EQ(json["annotations"][5]["id"], 6);
  EXPECT_EQ(json["annotations"][5]["image_id"], 2);
  EXPECT_EQ(json["categories"].size(), 21u + 4u);
  EXPECT_EQ(json["categories"][7]["name"], "jeans");  // 8 in the DACON contest
  EXPECT_EQ(json["categories"][20]["name"], "jumpsuit");
  const auto& outer = json["annotations"][0];
  EXPECT_EQ(outer["category_id"], 14);
  EXPECT_EQ(outer["area"], 100 * 200 - 40 * 120 + 50 * 200 / 2);
  EXPECT_TRUE(outer["segmentation"].contains("counts"));
  EXPECT_EQ(outer["segmentation"]["size"], nlohmann::json({400, 300}));
  EXPECT_EQ(outer["bbox"], nlohmann::json({50.0, 50.0, 200.0, 200.0}));
  EXPECT_EQ(outer["attributes"]["detail"], nlohmann::json({"ribbon", "zipper"}));
  EXPECT_EQ(outer["attributes"]["colour"], "black");
  EXPECT_EQ(json["annotations"][1]["segmentation"][0].size(), 8u);
  EXPECT_EQ(json["annotations"][1]["score"], 0.75);
  EXPECT_EQ(json["annotations"][2]["category_id"], 24);  // bottom without a category
}

TEST(CocoExporter, ReadingGivesTheSameGarments) {
  const ExportItem item = example();
  const ImportedFile file = imported("coco", exported("coco", {item}).at("coco.json"));
  ASSERT_EQ(file.photos.size(), 1u);
  EXPECT_TRUE(file.warnings.empty());
  const Annotation& again = file.photos[0].annotation;
  ASSERT_EQ(again.garments.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(again.garments[i].part, item.annotation.garments[i].part);
    EXPECT_EQ(rasterize(again.garments[i].region, 300, 400).pixels,
              rasterize(item.annotation.garments[i].region, 300, 400).pixels);
  }
  EXPECT_EQ(again.garments[1].region, item.annotation.garments[1].region);  // no hole: exact
  EXPECT_EQ(values_of(again.garments[0].attributes, "detail"), (std::vector<std::string>{"ribbon", "zipper"}));
  EXPECT_EQ(find_value(again.garments[0].attributes, "category")->value, "jacket");
  EXPECT_EQ(find_value(again.image_attributes, "style")->value, "street");
}

TEST(LabelmeExporter, ReadingGivesTheSameGarments) {
  const ExportItem item = example();
  const ImportedFile file = imported("labelme", exported("labelme", {item}).at("look.json"));
  const Annotation& again = file.photos[0].annotation;
  EXPECT_EQ(file.photos[0].file_name, "look.JPG");
  ASSERT_EQ(again.garments.size(), 3u);
  for (const Part part : {Part::kOuter, Part::kTop, Part::kBottom}) {
    EXPECT_DOUBLE_EQ(area_of(again, part), area_of(item.annotation, part));
  }
  EXPECT_EQ(again.garments[0].region.rings.size(), 3u);
  EXPECT_EQ(values_of(again.garments[0].attributes, "detail"), (std::vector<std::string>{"ribbon", "zipper"}));
  EXPECT_EQ(find_value(again.garments[2].attributes, "colour")->value, "not_sure");
}

TEST(VocExporter, ReadingGivesTheBoxes) {
  const ImportedFile file = imported("voc", exported("voc", {example(1, "a<&>\"b")}).at("a<&>\"b.xml"));
  const ImportedPhoto& photo = file.photos[0];
  EXPECT_EQ(photo.file_name, "a<&>\"b.JPG");
  EXPECT_EQ(photo.size, (ImageSize{300, 400}));
  ASSERT_EQ(photo.annotation.garments.size(), 3u);
  EXPECT_EQ(bounds_of(photo.annotation.garments[0].region), (Rect{50, 50, 200, 200}));
  EXPECT_EQ(find_value(photo.annotation.garments[1].attributes, "category")->value, "tshirt");
  EXPECT_EQ(bounds_of(photo.annotation.garments[2].region), (Rect{60, 250, 80, 140}));
}

TEST(YoloExporter, ReadingGivesTheOutlines) {
  const ExportItem item = example();
  const auto files = exported("yolo", {item});
  const std::vector<std::string> classes = yolo_classes(files.at("classes.txt"));
  ASSERT_EQ(classes.size(), 25u);
  const ImportContext context = {kfashion_taxonomy(), {300, 400}, classes};
  ASSERT_OK_AND_ASSIGN(const ImportedFile file, read_yolo_labels(files.at("labels/look.txt"), context));
  const Annotation& again = file.photos[0].annotation;
  ASSERT_EQ(again.garments.size(), 3u);
  EXPECT_EQ(again.garments[0].region.rings.size(), 3u);
  EXPECT_EQ(again.garments[1].region, item.annotation.garments[1].region);  // the share gives the place back
  EXPECT_NE(files.at("data.yaml").find("\nnames:\n  0: " + classes[0] + "\n  1: "), std::string::npos);
  for (const Part part : {Part::kOuter, Part::kTop, Part::kBottom}) {
    EXPECT_NEAR(area_of(again, part), area_of(item.annotation, part), 1.0);
  }
}

}  // namespace
}  // namespace jaedan::labeling
