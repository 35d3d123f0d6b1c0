#include "labeling/formats/label_signs.h"

#include <gtest/gtest.h>

#include <set>

#include "labeling/base/utf8.h"
#include "labeling/formats/importer.h"
#include "labeling/io/image_encoder.h"
#include "tests/labeling/formats/kfashion_test_files.h"
#include "tests/support/matchers.h"

namespace jaedan::labeling {
namespace {

std::set<std::string> formats_of(const std::string& ending, const std::string& bytes) {
  std::set<std::string> names;
  for (const ImportFormat& format : import_formats()) {
    if (format.ending == ending && format.looks_like(bytes)) names.emplace(format.name);
  }
  return names;
}

using Names = std::set<std::string>;

TEST(LabelSigns, EachJsonIsOneFormat) {
  EXPECT_EQ(formats_of(".json", testing::label_file("", "", "")), Names{"kfashion"});
  EXPECT_EQ(formats_of(".json", R"({"info":{},"images" : [ ],"annotations":[],"categories":[]})"), Names{"coco"});
  EXPECT_EQ(formats_of(".json", R"({"annotations":[{"image_id":1}]})"), Names{"coco"});
  EXPECT_EQ(formats_of(".json", R"({"version":"5.1.1","shapes":[],"imagePath":"a.jpg"})"), Names{"labelme"});
  EXPECT_EQ(formats_of(".json", R"({"images":[],"shapes":[{"shape_type":"mask"}]})"), Names{"labelme"});
  for (const char* none : {"", "{}", "[1,2]", R"({"images":5})", R"({"shapes":[]})", "no json"}) {
    EXPECT_EQ(formats_of(".json", none), Names{}) << none;
  }
}

TEST(LabelSigns, KFashionIsKnownInEveryDress) {
  const std::string apart = "{\"\u110B\u1175\u1106\u1175\u110C\u1175 \u110C\u1165\u11BC\u1107\u1169\":{}}";
  ASSERT_EQ(utf8_nfc(apart).value(), R"({"이미지 정보":{}})");
  EXPECT_EQ(formats_of(".json", apart), Names{"kfashion"});
  EXPECT_EQ(formats_of(".json", R"({"\uC774\ubbf8\uC9C0 \uc815\ubcf4":{}})"), Names{"kfashion"});
  EXPECT_EQ(formats_of(".json", "{\"\xC0\xCC\xB9\xCC\xC1\xF6 \xC1\xA4\xBA\xB8\":{}}"), Names{"kfashion"}) << "CP949";
}

TEST(LabelSigns, OtherFilesAreKnownByWhatTheyHold) {
  EXPECT_EQ(formats_of(".xml", "<?xml version=\"1.0\"?>\n<annotation>"), Names{"voc"});
  EXPECT_EQ(formats_of(".xml", "<html>"), Names{});
  EXPECT_EQ(formats_of(".txt", "0 0.5 0.5 0.1 0.1\r\n\n12 0 0 0.5 0 0.5 1\n"), Names{"yolo"});
  for (const char* none : {"", "coat\njeans\n", "1 2 3", "0 0.5 0.5 0.1 0.1\nread me"}) {
    EXPECT_EQ(formats_of(".txt", none), Names{}) << none;
  }
}

TEST(LabelSigns, AMaskHoldsPartNumbersOnly) {
  Mask mask = Mask::of_size(8, 6);
  ASSERT_OK_AND_ASSIGN(const std::string black, encode_png(mask));
  EXPECT_EQ(formats_of(".png", black), Names{}) << "nothing is said";
  mask.at(1, 1) = mask.at(2, 1) = 2;
  ASSERT_OK_AND_ASSIGN(const std::string top, encode_png(mask));
  EXPECT_EQ(formats_of(".png", top), Names{"masks"});
  mask.at(5, 5) = 200;
  ASSERT_OK_AND_ASSIGN(const std::string grey, encode_png(mask));
  EXPECT_EQ(formats_of(".png", grey), Names{}) << "a grey photo";
}

}  // namespace
}  // namespace jaedan::labeling
