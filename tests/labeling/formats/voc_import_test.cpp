// Pascal VOC files as other tools write them.
#include <gtest/gtest.h>

#include "labeling/formats/exchange/xml.h"
#include "tests/labeling/formats/import_test_files.h"
#include "tests/labeling/formats/kfashion_test_files.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

using namespace testing;

std::string voc_box(int left, int top, int right, int bottom) {
  return "<bndbox><xmin>" + std::to_string(left) + "</xmin><ymin>" + std::to_string(top) + "</ymin><xmax>" +
         std::to_string(right) + "</xmax><ymax>" + std::to_string(bottom) + "</ymax></bndbox>";
}

std::string voc_object(const std::string& place) { return "<object><name>shirt</name>" + place + "</object>"; }

ImportedPhoto voc_photo(const std::string& inside) {
  return photo_as("voc", "<annotation><filename>a.jpg</filename>" + inside + "</annotation>");
}

Region voc_region(const std::string& place) {
  const ImportedPhoto photo = voc_photo(voc_object(place));
  return photo.annotation.garments.empty() ? Region{} : photo.annotation.garments[0].region;
}

TEST(VocImport, ABoxThatBeginsAtZeroMakesAllOfTheFileCountFromZero) {
  EXPECT_EQ(bounds_of(voc_region(voc_box(1, 1, 100, 80))), (Rect{0, 0, 100, 80}));
  const ImportedPhoto photo = voc_photo(voc_object(voc_box(0, 0, 100, 80)) + voc_object(voc_box(10, 20, 30, 40)));
  ASSERT_EQ(photo.annotation.garments.size(), 2u);
  EXPECT_EQ(bounds_of(photo.annotation.garments[0].region), (Rect{0, 0, 100, 80}));
  EXPECT_EQ(bounds_of(photo.annotation.garments[1].region), (Rect{10, 20, 20, 20}));
  EXPECT_TRUE(has_warning(photo.warnings, "zero_based"));
}

TEST(VocImport, CornersInTheWrongOrderAreTold) {
  const ImportedPhoto photo = voc_photo(voc_object(voc_box(48, 49, 32, 22)));
  EXPECT_EQ(bounds_of(photo.annotation.garments.at(0).region), (Rect{31, 21, 17, 28}));
  EXPECT_TRUE(has_warning(photo.warnings, "box_swapped"));
}

TEST(VocImport, WhatABoxDoesNotSayIsTold) {
  const auto box = [](const std::string& left) {
    return voc_object("<bndbox><xmin>" + left + "</xmin><ymin>2</ymin><xmax>30</xmax><ymax>40</ymax></bndbox>");
  };
  EXPECT_EQ(sentences(voc_photo(box("10,5")).warnings),
            "shirt: 'xmin' of its box is '10,5', which is no number; it is left out\n");
  EXPECT_TRUE(voc_photo(box("0x10")).annotation.garments.empty());
  EXPECT_EQ(voc_photo(box(" 1.1e1 ")).annotation.garments.size(), 1u);
  EXPECT_EQ(sentences(voc_photo(box("")).warnings), "shirt: no usable box; it is left out\n");
  const ImportedPhoto two = voc_photo(voc_object(voc_box(1, 1, 9, 9) + voc_box(20, 20, 30, 30)));
  EXPECT_EQ(sentences(two.warnings), "shirt: 2 boxes in one object; the first one is taken\n");
  EXPECT_EQ(bounds_of(two.annotation.garments.at(0).region), (Rect{0, 0, 9, 9}));
}

TEST(VocImport, TheFolderBelongsToThePhotosPath) {
  EXPECT_EQ(voc_photo("<folder>x</folder>").path_below, "x/a.jpg");
  EXPECT_EQ(voc_photo("<folder>x</folder><path>C:\\set\\y\\a.jpg</path>").path_below, "set/y/a.jpg");
}

TEST(VocImport, WhatFollowsTheRootIsNoPartOfTheFile) {
  EXPECT_ERROR(import_as("voc", "<annotation></annotation><annotation></annotation>"), ErrorCode::kCorrupt);
  EXPECT_ERROR(import_as("voc", "<annotation></annotation>junk"), ErrorCode::kCorrupt);
  EXPECT_TRUE(import_as("voc", std::string("<annotation></annotation>\n<!-- end -->\n\0\0", 41)).ok());
  EXPECT_TRUE(import_as("voc", "<!DOCTYPE annotation [<!ELEMENT annotation ANY>]><annotation></annotation>").ok());
  EXPECT_ERROR(import_as("voc", "<!DOCTYPE a [<!ELEMENT a ANY><!ENTITY % b \"c\">]><annotation></annotation>"),
               ErrorCode::kUnsupported);
}

TEST(VocImport, NamespacesMakeNoDifference) {
  const std::string inside = "<filename>a.jpg</filename>" + voc_object(voc_box(1, 1, 100, 80));
  const std::string own = "<annotation xmlns=\"http://host/voc\" xmlns:x='http://host/other' x:id=\"3\">" + inside;
  std::string prefixed = "<v:annotation xmlns:v=\"http://host/voc\">" + inside + "</v:annotation >";
  for (const char* name : {"filename", "object", "name", "bndbox", "xmin", "ymin", "xmax", "ymax"}) {
    for (const std::string& tag : {"<" + std::string(name) + ">", "</" + std::string(name) + ">"}) {
      for (std::size_t at = 0; (at = prefixed.find(tag, at)) != std::string::npos;) {
        prefixed.insert(at + (tag[1] == '/' ? 2 : 1), "v:");
      }
    }
  }
  EXPECT_NE(prefixed.find("<v:xmin>1</v:xmin>"), std::string::npos) << prefixed;
  for (const std::string& file : {own + "</annotation>", prefixed}) {
    EXPECT_TRUE(find_import_format("voc")->looks_like(file)) << file;
    const ImportedPhoto photo = photo_as("voc", file);
    EXPECT_EQ(photo.file_name, "a.jpg");
    ASSERT_EQ(photo.annotation.garments.size(), 1u) << file;
    EXPECT_EQ(bounds_of(photo.annotation.garments[0].region), (Rect{0, 0, 100, 80}));
  }
  EXPECT_ERROR(import_as("voc", "<v:annotation></annotation>"), ErrorCode::kCorrupt);
  EXPECT_ERROR(import_as("voc", "<v:annotation></w:annotation>"), ErrorCode::kCorrupt);
  EXPECT_FALSE(find_import_format("voc")->looks_like("<a href=\"x:annotation\"/>"));
}

TEST(VocImport, PolygonsGoBeforeBoxes) {
  for (const char* polygon :
       {"<x1>10</x1><y1>10</y1><x2>50</x2><y2>10</y2><x3>30</x3><y3>60</y3>",
        "<x1>10</x1><x2>50</x2><x3>30</x3><y1>10</y1><y2>10</y2><y3>60</y3>",
        "<pt><x>10</x><y>10</y></pt><pt><x>50</x><y>10</y></pt><pt><x>30</x><y>60</y></pt>",
        "<point><x>10</x><y>10</y></point><point><x>50</x><y>10</y></point><point><x>30</x><y>60</y></point>",
        "<x>10</x><y>10</y><x>50</x><y>10</y><x>30</x><y>60</y>"}) {
    EXPECT_NEAR(area_px(voc_region("<polygon>" + std::string(polygon) + "</polygon>" + voc_box(1, 1, 99, 99))), 1000,
                1e-9)
        << polygon;
  }
  const ImportedPhoto broken = voc_photo(voc_object("<polygon><x1>1</x1><y1>1</y1></polygon>" + voc_box(1, 1, 10, 10)));
  EXPECT_NEAR(area_px(broken.annotation.garments.at(0).region), 100, 1e-9);
  EXPECT_TRUE(has_warning(broken.warnings, "bad_polygon"));
}

TEST(VocImport, TurnedBoxesHaveFourCorners) {
  const Region region =
      voc_region("<robndbox><cx>50</cx><cy>40</cy><w>20</w><h>10</h><angle>1.5707963267948966</angle></robndbox>");
  const Rect bounds = bounds_of(region);
  EXPECT_NEAR(bounds.x, 45, 1e-6);
  EXPECT_NEAR(bounds.y, 30, 1e-6);
  EXPECT_NEAR(area_px(region), 200, 1e-6);
  EXPECT_NEAR(area_px(voc_region("<bndbox><x1>10</x1><y1>30</y1><x2>30</x2><y2>10</y2><x3>50</x3><y3>30</y3>"
                                 "<x4>30</x4><y4>50</y4></bndbox>")),
              800, 1e-9);
}

TEST(VocImport, OtherEncodingsAreReadOrNamed) {
  const std::string korean = "\xBC\xC5\xC3\xF7";  // 셔츠 in EUC-KR
  const std::string rest =
      "<annotation><object><name>" + korean + "</name>" + voc_box(1, 1, 9, 9) + "</object></annotation>";
  for (const char* name : {"EUC-KR", "euc-kr", "CP949", "ks_c_5601-1987"}) {
    const std::string declared = std::string("<?xml version='1.0' encoding='") + name + "'?>" + rest;
    EXPECT_EQ(photo_as("voc", declared).annotation.garments.size(), 1u) << name;
  }
  const Result<ImportedFile> undeclared = import_as("voc", rest + std::string(20, ' '));
  EXPECT_ERROR(undeclared, ErrorCode::kCorrupt);
  EXPECT_NE(undeclared.error().text().find("CP949"), std::string::npos) << undeclared.error().text();
  const std::string wrong =
      "<?xml version='1.0' encoding='EUC-KR'?><annotation>" + voc_object(voc_box(1, 1, 9, 9)) + "</annotation>";
  std::string in_utf8 = wrong;
  in_utf8.replace(in_utf8.find("shirt"), 5, "셔츠");
  EXPECT_EQ(photo_as("voc", in_utf8).annotation.garments.size(), 1u) << "what is UTF-8 is read as UTF-8";
  std::string wide = "\xFF\xFE";
  for (const char c : wrong) wide += {c, '\0'};
  EXPECT_EQ(photo_as("voc", wide).annotation.garments.size(), 1u) << "UTF-16";
  EXPECT_EQ(photo_as("voc", wide.substr(2)).annotation.garments.size(), 1u) << "UTF-16 without a mark";
  EXPECT_EQ(photo_as("voc", "\xEF\xBB\xBF\r\n" + wrong).annotation.garments.size(), 1u) << "UTF-8 with a mark";
}

TEST(VocImport, EntitiesAreNeverExpanded) {
  const auto bomb = import_as("voc", "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><annotation>&b;</annotation>");
  EXPECT_ERROR(bomb, ErrorCode::kUnsupported);
  EXPECT_NE(bomb.error().text().find("entities"), std::string::npos);
  EXPECT_TRUE(import_as("voc", "<!DOCTYPE annotation SYSTEM \"x.dtd\"><annotation></annotation>").ok());
  EXPECT_EQ(voc_photo("<object><name>winter &#x63;o&#97;t</name>" + voc_box(1, 1, 9, 9) + "</object>").warnings.size(),
            0u);
  EXPECT_ERROR(import_as("voc", ""), ErrorCode::kCorrupt);
  EXPECT_EQ(import_as("voc", " \r\n").error().text(), "an empty file");
  EXPECT_ERROR(import_as("voc", "<annotation></annotations>"), ErrorCode::kCorrupt);
}

TEST(VocImport, KeepsThePhotosFolder) {
  EXPECT_EQ(voc_photo("<path>C:\\data\\img\\a.jpg</path>").path_below, "data/img/a.jpg");
  EXPECT_EQ(voc_photo("<path>C:\\data\\img\\b.jpg</path>").path_below, "a.jpg") << "of another photo";
  EXPECT_EQ(photo_as("voc", "<annotation><filename>x/a.jpg</filename></annotation>").path_below, "x/a.jpg");
}

TEST(VocImport, SharedCasesHaveTheirRightValues) {
  JAEDAN_REQUIRE_SHARED();
  const auto region = [](const char* name) {
    const Annotation annotation = photo_as("voc", shared_case(std::string("voc/") + name)).annotation;
    return annotation.garments.size() == 1 ? annotation.garments[0].region : Region{};
  };
  EXPECT_EQ(bounds_of(region("x01-roboflow-order.xml")), (Rect{31, 21, 17, 28}));
  EXPECT_EQ(bounds_of(region("x02-zero-based.xml")), (Rect{0, 0, 100, 80}));
  EXPECT_NEAR(area_px(region("x05-roboflow-polygon.xml")), 1000, 1e-9);
  EXPECT_NEAR(area_px(region("x06-robndbox.xml")), 200, 1e-9);
  for (const char* name : {"x08-euckr.xml", "x09-utf16.xml", "x14-space-tag.xml"}) {
    EXPECT_EQ(bounds_of(region(name)), (Rect{0, 0, 9, 9})) << name;
  }
  EXPECT_TRUE(region("x11-empty-name.xml").empty());
  EXPECT_TRUE(region("x16-comma-decimal.xml").empty());
  EXPECT_ERROR(import_as("voc", shared_case("voc/x13-entity-billion.xml")), ErrorCode::kUnsupported);
}

}  // namespace
}  // namespace jaedan::labeling
