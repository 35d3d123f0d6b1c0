#include "labeling/base/utf8.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"

namespace jaedan {
namespace {

TEST(Utf8, PlainTextIsUtf8WithoutANul) {
  for (const char* text : {"", "ascii", "한글", "é", "😀", "\xf4\x8f\xbf\xbf"}) EXPECT_TRUE(is_plain_text(text)) << text;
  for (const char* text :
       {"\x80", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xff", "\xea\xb0", "a\xea"}) {
    EXPECT_FALSE(is_plain_text(text));
  }
  EXPECT_FALSE(is_plain_text(std::string("\0", 1)));
}

TEST(Utf8, EveryCodePointComesBack) {
  for (std::uint32_t code = 0; code <= 0x10FFFF; code += code < 0x3000 ? 1 : 97) {
    if (code >= 0xD800 && code < 0xE000) continue;
    std::string text;
    append_utf8(text, code);
    ASSERT_EQ(utf8_length_at(text, 0), text.size()) << code;
    ASSERT_EQ(utf8_code_at(text, 0), code);
    ASSERT_EQ(utf8_length_at(std::string_view(text).substr(0, text.size() - 1), 0), 0u) << "cut off";
  }
}

TEST(Utf8, WhatIsNoCharacterBecomesTheReplacement) {
  for (const std::uint32_t code : {0xD800u, 0xDFFFu, 0x110000u}) {
    std::string text;
    append_utf8(text, code);
    EXPECT_EQ(text, "\xEF\xBF\xBD");
  }
}

TEST(Utf8, BytesThatAreNoTextBecomeTheReplacement) {
  EXPECT_EQ(valid_utf8("한글 é.jpg"), "한글 é.jpg");
  EXPECT_EQ(valid_utf8("a\xB0\xA1.jpg"), "a\uFFFD\uFFFD.jpg");
  EXPECT_EQ(valid_utf8("가\xEA\xB0"), "가\uFFFD\uFFFD");
}

TEST(Utf8, LettersApartAndTogetherAreTheSameText) {
  const std::string apart = "\u1112\u1161\u11AB\u1100\u1173\u11AF e\u0301.jpg";  // as macOS writes it
  const std::string together = "한글 é.jpg";
  ASSERT_NE(apart, together);
  EXPECT_EQ(utf8_nfc(apart).value(), together);
  EXPECT_EQ(utf8_nfc(together).value(), together);
  EXPECT_EQ(utf8_nfc("").value(), "");
  EXPECT_EQ(utf8_nfc(std::string("a\0e\u0301", 5)).value(), std::string("a\0é", 4));
}

TEST(Utf8, OtherBytesHaveNoNormalForm) {
  for (const char* text : {"\xff", "a\xea\xb0", "\xed\xa0\x80"}) EXPECT_ERROR(utf8_nfc(text), ErrorCode::kCorrupt);
}

TEST(Utf8, CaseAndWidthOfLettersMakeNoDifferenceToWhatIsCaseless) {
  EXPECT_EQ(utf8_caseless("Mina"), "mina");
  EXPECT_EQ(utf8_caseless("\uFF2D\uFF29\uFF2E\uFF21"), "mina");
  EXPECT_EQ(utf8_caseless("STRASSE"), utf8_caseless("stra\u00DFe"));
  EXPECT_EQ(utf8_caseless("\u1106\u1175\u11AB\u110C\u1175"), utf8_caseless("\uBBFC\uC9C0"));
  EXPECT_EQ(utf8_caseless("\xff"), "\xff");
}

TEST(Utf8, VisibleIsWhatLeavesSomethingOnPaper) {
  for (const std::uint32_t seen : {0x41u, 0xBBFCu, 0x1F600u, 0x2Du}) EXPECT_TRUE(is_visible(seen)) << seen;
  // A tab, DEL, a blank, no-break, zero width, turned writing, line separator, Hangul filler, byte-order mark, nothing.
  for (const std::uint32_t unseen :
       {0x09u, 0x7Fu, 0x20u, 0xA0u, 0x200Bu, 0x202Eu, 0x2028u, 0x3164u, 0xFEFFu, 0xE000u, 0x378u}) {
    EXPECT_FALSE(is_visible(unseen)) << std::hex << unseen;
  }
  EXPECT_TRUE(is_visible_or_blank(0x20));
  EXPECT_FALSE(is_visible_or_blank(0xA0));
}

}  // namespace
}  // namespace jaedan
