#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "labeling/base/utf8.h"
#include "labeling/formats/kfashion/kfashion_json.h"
#include "tests/labeling/formats/kfashion_test_files.h"
#include "tests/support/matchers.h"

namespace jaedan::labeling {
namespace {

using namespace testing;

const std::string kSquare = R"({"X좌표1":10.0,"Y좌표1":10.0,"X좌표2":60.0,"Y좌표2":10.0,"X좌표3":60.0,"Y좌표3":90.0})";

const std::string kTopSquare = R"("상의":[)" + kSquare + "]";

/// Hangul as a Mac writes it: each syllable as its two or three letters.
std::string with_letters_apart(const std::string& text) {
  std::string apart;
  for (const std::uint32_t code : utf8_codes(text)) {
    const std::uint32_t place = code - 0xAC00;
    if (code < 0xAC00 || place >= 11172) {
      append_utf8(apart, code);
      continue;
    }
    append_utf8(apart, 0x1100 + place / 588);
    append_utf8(apart, 0x1161 + place % 588 / 28);
    if (place % 28) append_utf8(apart, 0x11A7 + place % 28);
  }
  return apart;
}

/// The file is read with this warning and written back byte for byte.
KFashionFile expect_tolerated(const std::string& bytes, const std::string& code) {
  KFashionFile file = read(bytes);
  EXPECT_TRUE(has_warning(file.warnings, code)) << code;
  EXPECT_EQ(write(file), bytes);
  return file;
}

TEST(KFashionDefects, RectWithoutAreaIsKept) {
  KFashionFile file =
      expect_tolerated(label_file(R"("상의":[{"X좌표":1.5,"Y좌표":2.5,"가로":0,"세로":9}])", "", ""), "rect_empty");
  EXPECT_EQ(garment_of(file, Part::kTop).rect, (Rect{1.5, 2.5, 0, 9}));
}

TEST(KFashionDefects, PolygonsOfOneOrTwoPointsAreKept) {
  KFashionFile file = expect_tolerated(label_file("", R"("상의":[{"X좌표1":5.0,"Y좌표1":6.0}])", ""), "ring_too_short");
  EXPECT_EQ(garment_of(file, Part::kTop).region.rings[0].size(), 1u);
  expect_tolerated(label_file("", R"("상의":[{"X좌표2":5.0,"Y좌표2":6.0,"X좌표1":5.0,"Y좌표1":9.0}])", ""),
                   "ring_too_short");
}

TEST(KFashionDefects, LabelsWithoutAPolygonMakeAGarment) {
  KFashionFile file = expect_tolerated(label_file("", "", R"("하의":[{"색상":"블랙"}])"), "no_region");
  EXPECT_TRUE(garment_of(file, Part::kBottom).region.empty());
  EXPECT_TRUE(has_warning(file.warnings, "label_missing"));
}

TEST(KFashionDefects, PlacesOutsideThePhotoAreKept) {
  KFashionFile file = expect_tolerated(
      label_file(R"("상의":[{"X좌표":-0.5,"Y좌표":-20.5,"가로":400,"세로":10}])",
                 R"("상의":[{"X좌표1":0.0,"Y좌표1":-20.0,"X좌표2":400.0,"Y좌표2":-20.0,"X좌표3":400.0,"Y좌표3":9.0}])",
                 ""),
      "rect_outside");
  EXPECT_TRUE(has_warning(file.warnings, "outside_photo"));
  EXPECT_EQ(garment_of(file, Part::kTop).region.rings[0][1], (Point{400, -20}));
}

TEST(KFashionDefects, RepeatedPointsAreKept) {
  KFashionFile file = expect_tolerated(
      label_file("", R"("상의":[{"X좌표1":39.0,"Y좌표1":52.0,"X좌표2":39.0,"Y좌표2":52.0,"X좌표3":4.0,"Y좌표3":9.0}])",
                 ""),
      "repeated_point");
  EXPECT_EQ(garment_of(file, Part::kTop).region.rings[0].size(), 3u);
}

TEST(KFashionDefects, NoPartAtAllIsAnEmptyAnnotation) {
  const KFashionFile file = read(label_file("", "", ""));
  EXPECT_TRUE(file.annotation.garments.empty());
  EXPECT_TRUE(file.annotation.image_attributes.empty());
  EXPECT_TRUE(file.warnings.empty());
}

/// Whether a warning of this code says all of `words`.
bool tells(const KFashionFile& file, const std::string& code, const std::vector<std::string>& words) {
  return std::any_of(file.warnings.begin(), file.warnings.end(), [&](const Warning& warning) {
    const std::string said = warning.message.text();
    return warning.code == code && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
             return said.find(word) != std::string::npos;
           });
  });
}

TEST(KFashionDefects, NumbersAsTextAreReadAndKept) {
  std::string whole = label_file(R"("상의":[{"X좌표":"1.5","Y좌표":"2","가로":" 30 ","세로":"9"}])",
                                 R"("상의":[{"X좌표1":"1","Y좌표1":"2","X좌표2":"31.5","Y좌표2":"2","X좌표3":9,)"
                                 R"("Y좌표3":"11"}])",
                                 "");
  KFashionFile file = expect_tolerated(whole, "number_as_text");
  EXPECT_TRUE(tells(file, "number_as_text", {"text: 9"}));
  EXPECT_EQ(garment_of(file, Part::kTop).region.rings.at(0), (Ring{{1, 2}, {31.5, 2}, {9, 11}}));
  EXPECT_EQ(garment_of(file, Part::kTop).rect, (Rect{1.5, 2, 30, 9}));
  EXPECT_FALSE(has_warning(file.warnings, "bad_number"));
  file = read(replaced(whole, R"("31.5")", R"("31,5")"));
  EXPECT_TRUE(has_warning(file.warnings, "bad_number")) << "no number";
}

TEST(KFashionDefects, PointsMayCountFromZero) {
  KFashionFile file = expect_tolerated(
      label_file("", R"("상의":[{"X좌표0":1.0,"Y좌표0":2.0,"X좌표1":9.0,"Y좌표1":2.0,"X좌표2":9.0,"Y좌표2":8.0}])", ""),
      "polygon_from_zero");
  EXPECT_EQ(garment_of(file, Part::kTop).region.rings.at(0).size(), 3u);
  EXPECT_FALSE(has_warning(file.warnings, "polygon_gap"));
}

TEST(KFashionDefects, WithoutASizeNothingLiesOutside) {
  const KFashionFile file =
      read(R"({"데이터셋 정보":{"데이터셋 상세설명":{"렉트좌표":{"상의":[{"X좌표":1,"Y좌표":2,"가로":3,"세로":9}]},)"
           R"("폴리곤좌표":{"상의":[{"X좌표1":1,"Y좌표1":2,"X좌표2":4,"Y좌표2":2,"X좌표3":4,"Y좌표3":11}]}}}})");
  EXPECT_TRUE(has_warning(file.warnings, "missing_key"));
  EXPECT_FALSE(has_warning(file.warnings, "outside_photo"));
  EXPECT_FALSE(has_warning(file.warnings, "rect_outside"));
}

TEST(KFashionDefects, DoubledSectionsAreTold) {
  const std::string whole = label_file(R"("상의":[{"X좌표":1,"Y좌표":2,"가로":3,"세로":9}])", "", "");
  const std::string section = R"("렉트좌표":)";
  const KFashionFile file = expect_tolerated(replaced(whole, section, section + "{}," + section), "repeated_key");
  EXPECT_TRUE(tells(file, "repeated_key", {"데이터셋 상세설명", "'렉트좌표' twice"}));
  EXPECT_EQ(file.annotation.garments.size(), 1u) << "the last one counts";
  const std::string image = R"("이미지 정보":)";
  EXPECT_TRUE(tells(read(replaced(whole, image, image + "{}," + image)), "repeated_key", {"'이미지 정보' twice"}));
  const std::string part = R"("상의":[)";
  EXPECT_TRUE(tells(read(replaced(whole, part, part + "{}]," + part)), "repeated_key", {"렉트좌표", "'상의' twice"}));
  const std::string doubled_point = label_file("", R"("상의":[{"X좌표1":5.0,"Y좌표1":6.0,"X좌표1":7.0}])", "");
  EXPECT_TRUE(tells(read(doubled_point), "repeated_key", {"'X좌표1' twice"}));
}

TEST(KFashionDefects, StrayKeysAreNamedAndKept) {
  const std::string whole = label_file("", "", R"("상의":[{"색상":"블랙"}])");
  const std::string polygons = R"("폴리곤좌표":{)";
  KFashionFile file =
      expect_tolerated(replaced(whole, polygons, polygons + R"("아웃터":[{"X좌표1":1.0}],)"), "unknown_key");
  EXPECT_TRUE(tells(file, "unknown_key", {"폴리곤좌표", "'아웃터'"}));
  garment_of(file, Part::kTop).attributes[0] = {"colour", "white", "", {}};
  EXPECT_NE(write(file).find(R"("아웃터":[{"X좌표1":1.0}])"), std::string::npos) << "a change leaves it alone";
  const std::string rects = R"("렉트좌표":)";
  EXPECT_TRUE(tells(read(replaced(whole, rects, R"("렉트 좌표":{},)" + rects)), "unknown_key", {"'렉트 좌표'"}));
}

TEST(KFashionDefects, LettersApartAreReadAsTogether) {
  const std::string together = label_file("", kTopSquare, R"("상의":[{"색상":"블랙","카테고리":"티셔츠"}])");
  const std::string apart = with_letters_apart(together);
  ASSERT_NE(apart, together);
  const KFashionFile file = read(apart);
  EXPECT_EQ(file.annotation.garments, read(together).annotation.garments);
  EXPECT_EQ(file.warnings.size(), read(together).warnings.size());
  EXPECT_EQ(write(file), apart);
}

TEST(KFashionDefects, GapsAndHalvesOfPointsAreTold) {
  KFashionFile file = expect_tolerated(
      label_file(
          "", R"("상의":[{"X좌표1":1.0,"Y좌표1":2.0,"X좌표4":3.0,"Y좌표4":4.0,"X좌표7":5.0,"X좌표9":7,"Y좌표9":8e0}])",
          ""),
      "polygon_gap");
  EXPECT_TRUE(has_warning(file.warnings, "bad_number"));
  EXPECT_EQ(garment_of(file, Part::kTop).region.rings[0], (Ring{{1, 2}, {3, 4}, {7, 8}}));
}

TEST(KFashionDefects, OtherSpellingsAreMappedAndWrittenBack) {
  const std::string bytes =
      label_file("", "", R"("상의":[{"기장":"노말","카테고리":"니트웨어","프린트":["하운즈 투스","하운즈 투스"]}])");
  KFashionFile file = read(bytes);
  Garment& top = garment_of(file, Part::kTop);
  EXPECT_EQ(find_value(top.attributes, attribute::kLength)->value, "normal");
  EXPECT_EQ(values_of(top.attributes, attribute::kPrint), (std::vector<std::string>{"houndstooth", "houndstooth"}));
  EXPECT_EQ(write(file), bytes);
  file.source.clear();
  EXPECT_EQ(write(file), bytes);
}

TEST(KFashionDefects, UnknownWordsAndKeysAreKept) {
  const std::string bytes =
      label_file("", "", R"("상의":[{"색상":"형광연두","카테고리":"셔츠","안감":"실크","겹":["a","b"],"수":3}])");
  KFashionFile file = expect_tolerated(bytes, "unknown_value");
  EXPECT_TRUE(has_warning(file.warnings, "unknown_key"));
  EXPECT_TRUE(has_warning(file.warnings, "wrong_type"));
  Garment& top = garment_of(file, Part::kTop);
  EXPECT_EQ(find_value(top.attributes, attribute::kColour)->value, "형광연두");
  EXPECT_EQ(find_value(top.attributes, "안감")->value, "실크");
  file.source.clear();  // only what the domain holds is left: words, not the number
  EXPECT_NE(write(file).find(R"({"색상":"형광연두","카테고리":"셔츠","겹":["a","b"],"안감":"실크"})"),
            std::string::npos);
}

TEST(KFashionDefects, ListsAndWordsMayStandForEachOther) {
  KFashionFile file =
      expect_tolerated(label_file("", "", R"("상의":[{"색상":["블랙","화이트"],"디테일":"리본"}])"), "wrong_type");
  Garment& top = garment_of(file, Part::kTop);
  EXPECT_EQ(values_of(top.attributes, attribute::kColour), (std::vector<std::string>{"black", "white"}));
  EXPECT_EQ(values_of(top.attributes, attribute::kDetail), (std::vector<std::string>{"ribbon"}));
}

TEST(KFashionDefects, TheCollarIsFoundUnderItsOtherNames) {
  KFashionFile file = expect_tolerated(label_file("", "", R"("상의":[{"칼라":"셔츠칼라"}])"), "other_key");
  Garment& top = garment_of(file, Part::kTop);
  EXPECT_EQ(find_value(top.attributes, attribute::kCollar)->value, "shirt");
  set_value(top.attributes, {"collar", "bow", "", {}});
  EXPECT_NE(write(file).find(R"({"칼라":"보우칼라"})"), std::string::npos);
}

TEST(KFashionDefects, SubStyleAloneIsTold) {
  expect_tolerated(label_file("", "", R"("스타일":[{"서브스타일":"모던"}]|)"), "sub_style_alone");
}

TEST(KFashionDefects, SeveralItemsOfOnePartAreAllRead) {
  const std::string bytes =
      label_file("", R"("상의":[)" + kSquare + ",{}," + kSquare + "]", R"("상의":[{"색상":"블랙"},{"색상":"레드"}])");
  KFashionFile file = expect_tolerated(bytes, "several_items");
  ASSERT_EQ(file.annotation.garments.size(), 3u);
  EXPECT_TRUE(has_warning(file.warnings, "part_twice"));
  EXPECT_EQ(find_value(file.annotation.garments[1].attributes, attribute::kColour)->value, "red");
  EXPECT_EQ(file.annotation.garments[2].region.rings.size(), 1u);
}

TEST(KFashionDefects, EmptyAndMissingArraysAreTold) {
  std::string bytes = label_file("", "", "");
  bytes.replace(bytes.find(R"("아우터":[{}])"), std::string(R"("아우터":[{}])").size(), R"("아우터":[])");
  expect_tolerated(bytes, "empty_array");
  expect_tolerated(R"({"이미지 정보":{},"데이터셋 정보":{"데이터셋 상세설명":{"라벨링":{"상의":[{"색상":"블랙"}]}}}})",
                   "missing_key");
  expect_tolerated("{}", "missing_key");
}

TEST(KFashionDefects, AnObjectWithoutItsArrayIsRead) {
  KFashionFile file =
      expect_tolerated(R"({"데이터셋 정보":{"데이터셋 상세설명":{"라벨링":{"상의":{"색상":"블랙"}}}}})", "wrong_type");
  set_value(garment_of(file, Part::kTop).attributes, {"colour", "red", "", {}});
  EXPECT_NE(write(file).find(R"("상의":{"색상":"레드"})"), std::string::npos);
}

TEST(KFashionDefects, NumbersOfAnyKindDoNoHarm) {
  const std::string bytes = label_file(
      R"("상의":[{"X좌표":null,"Y좌표":1,"가로":1e999,"세로":"9"}])",
      R"("상의":[{"X좌표1":NaN,"Y좌표1":1.0,"X좌표2":1e400,"Y좌표2":1.0,"X좌표3":-1e300,"Y좌표3":2.0,"X좌표99999999999999999999":1.0,"Y좌표0":1.0,"X좌표4":4,"Y좌표4":5}])",
      "");
  KFashionFile file = expect_tolerated(bytes, "bad_number");
  EXPECT_EQ(garment_of(file, Part::kTop).region.rings[0], (Ring{{4, 5}}));
  EXPECT_FALSE(garment_of(file, Part::kTop).rect);
  KFashionFile header = read(R"({"이미지 정보":{"이미지 식별자":1e30,"이미지 높이":-4,"이미지 너비":99999999999}})");
  EXPECT_EQ(header.image_id, 0);
  EXPECT_EQ(header.width, 0);
  EXPECT_EQ(header.height, 0);
}

TEST(KFashionDefects, OddTypesEverywhereDoNoHarm) {
  for (const char* odd : {"null", "5", "\"x\"", "[]", "[[]]", "[null]", "true", "{}", R"([{"X좌표1":{}}])"}) {
    const std::string text = odd;
    for (const std::string& bytes :
         {label_file("\"상의\":" + text, "", ""), label_file("", "\"상의\":" + text, ""),
          label_file("", "", "\"상의\":" + text), R"({"이미지 정보":)" + text + R"(,"데이터셋 정보":)" + text + "}",
          R"({"데이터셋 정보":{"데이터셋 상세설명":)" + text + "}}",
          label_file("", "", R"("상의":[{"색상":)" + text + R"(,"디테일":)" + text + "}]")}) {
      SCOPED_TRACE(bytes);
      const KFashionFile file = read(bytes);
      EXPECT_EQ(write(file), bytes);
    }
  }
}

TEST(KFashionDefects, WhatIsNoLabelFileIsAnError) {
  for (const char* bytes : {"", "{", "[]", "null", "\xFF\xFE", "{\"a\":\"\xC7\xD1\"}"}) {
    SCOPED_TRACE(bytes);
    EXPECT_ERROR(read_kfashion(bytes, kfashion_taxonomy()), ErrorCode::kCorrupt);
  }
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "{\"a\":";
  EXPECT_ERROR(read_kfashion(deep, kfashion_taxonomy()), ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace jaedan::labeling
