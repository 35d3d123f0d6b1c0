#include "labeling/base/text_encoding.h"

#include <gtest/gtest.h>

namespace jaedan {
namespace {

using std::literals::string_literals::operator""s;

TEST(TextEncoding, MarksAndZeroBytesAreKnown) {
  EXPECT_EQ(encoding_of("\xFF\xFE{\0"s), "UTF-16");
  EXPECT_EQ(encoding_of("\xFE\xFF\0{"s), "UTF-16");
  EXPECT_EQ(encoding_of("{\0\"\0"s), "UTF-16LE");
  EXPECT_EQ(encoding_of("\0{\0\""s), "UTF-16BE");
  EXPECT_EQ(encoding_of("\xFF\xFE\0\0{\0\0\0"s), "UTF-32");
}

TEST(TextEncoding, Utf8IsUtf8EvenWhenItsEndIsMissing) {
  EXPECT_EQ(encoding_of(""), "UTF-8");
  EXPECT_EQ(encoding_of("{}"), "UTF-8");
  EXPECT_EQ(encoding_of("한글"), "UTF-8");
  EXPECT_EQ(encoding_of("\xEF\xBB\xBF{}"), "UTF-8");
  EXPECT_EQ(encoding_of(std::string("한글").substr(0, 5)), "UTF-8");
}

TEST(TextEncoding, KoreanThatIsNoUtf8IsCp949) {
  EXPECT_EQ(encoding_of("{\"\xC0\xCC\xB9\xCC\xC1\xF6\":1}"), "CP949") << "이미지 in EUC-KR";
  EXPECT_EQ(encoding_of("\xC6\xAA\xBD\xC3\xB6\xF4"), "CP949");
  EXPECT_EQ(encoding_of("\xff no label file"), "");
  EXPECT_EQ(encoding_of("\x80\x80"), "");
}

TEST(TextEncoding, TextsAreConverted) {
  EXPECT_EQ(utf8_from("\xC0\xCC\xB9\xCC\xC1\xF6", "CP949"), "이미지");
  EXPECT_EQ(utf8_from("\xFF\xFE\x74\xC7"s, "UTF-16"), "이");
  EXPECT_EQ(utf8_from("\xC0", "CP949"), std::nullopt);
  EXPECT_EQ(utf8_from("a", "no such encoding"), std::nullopt);
}

TEST(TextEncoding, TheSentenceSaysHowToConvert) {
  const std::string said = not_utf8("CP949").text();
  EXPECT_NE(said.find("CP949 (EUC-KR)"), std::string::npos) << said;
  EXPECT_NE(said.find("iconv -f CP949 -t UTF-8"), std::string::npos) << said;
}

}  // namespace
}  // namespace jaedan
