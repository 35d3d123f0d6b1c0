#include "labeling/formats/json/json_document.h"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "labeling/formats/json/json_simple_escape.h"
#include "tests/support/matchers.h"

namespace jaedan::labeling {
namespace {

TEST(JsonDocument, UntouchedTextComesBackByteForByte) {
  const std::string text = "{ \"a\\u00e9\" : [1.50, 2e3 , \"x\\/y\"],\n\"a\":null, \"a\" : {} }";
  ASSERT_OK_AND_ASSIGN(const JsonValue root, parse_json_document(text));
  EXPECT_EQ(json_text_of(root), text);
}

TEST(JsonDocument, AChangeLeavesItsNeighboursAlone) {
  const std::string text = R"({"keep":{"n": 1.50},"change":{"b":"x\/y","a":2.0}})";
  ASSERT_OK_AND_ASSIGN(JsonValue root, parse_json_document(text));
  root.touch();
  root.find("change")->set("c", JsonValue::string("울/캐시미어"), {"a", "b", "c"});
  EXPECT_EQ(json_text_of(root), R"({"keep":{"n": 1.50},"change":{"b":"x\/y","a":2.0,"c":"울\/캐시미어"}})");
}

TEST(JsonDocument, ANewMemberTakesItsPlaceInTheOrder) {
  ASSERT_OK_AND_ASSIGN(JsonValue root, parse_json_document(R"({"a":1,"unknown":2,"c":3})"));
  root.set("b", JsonValue::number("9"), {"a", "b", "c"});
  EXPECT_EQ(json_text_of(root), R"({"a":1,"unknown":2,"b":9,"c":3})");
  root.erase("unknown");
  root.set("z", JsonValue::array({}), {"a", "b"});
  EXPECT_EQ(json_text_of(root), R"({"a":1,"b":9,"c":3,"z":[]})");
}

TEST(JsonDocument, TheLastOfRepeatedKeysCounts) {
  ASSERT_OK_AND_ASSIGN(const JsonValue root, parse_json_document(R"({"a":1,"a":2})"));
  EXPECT_EQ(root.find("a")->as_double(), 2);
}

TEST(JsonDocument, UnderstandsEscapesAndPairs) {
  ASSERT_OK_AND_ASSIGN(const JsonValue root,
                       parse_json_document(R"(["\u00e9\n\/", "\ud83d\udc57", "\ud83dx", "\udc57"])"));
  EXPECT_EQ(root.items[0].text, "\u00e9\n/");
  EXPECT_EQ(root.items[1].text, "\xF0\x9F\x91\x97");
  EXPECT_EQ(root.items[2].text, "\xEF\xBF\xBDx");
  EXPECT_EQ(root.items[3].text, "\xEF\xBF\xBD");
}

TEST(JsonDocument, LettersApartAreReadTogetherAndWrittenAsTheyWere) {
  const std::string apart = "{\"\u1112\u1161\u11AB\":\"\u1100\u1173\u11AF\"}";  // 한: 글, as a Mac writes it
  ASSERT_OK_AND_ASSIGN(JsonValue root, parse_json_document(apart));
  ASSERT_TRUE(root.find("한"));
  EXPECT_EQ(root.find("한")->text, "글");
  root.touch();
  EXPECT_EQ(json_text_of(root), apart);
  ASSERT_OK_AND_ASSIGN(const JsonValue escaped, parse_json_document(R"({"\u1112\u1161\u11AB":1})"));
  EXPECT_TRUE(escaped.find("한"));
}

TEST(JsonDocument, AnotherEncodingIsNamedWithTheWayOut) {
  const auto said = [](const std::string& text) {
    const auto parsed = parse_json_document(text);
    return parsed.ok() ? std::string() : parsed.error().text();
  };
  const std::string korean = "{\"\xC0\xCC\xB9\xCC\xC1\xF6\":1}";  // 이미지 in EUC-KR
  EXPECT_NE(said(korean).find("CP949"), std::string::npos) << said(korean);
  EXPECT_NE(said(korean).find("iconv -f CP949"), std::string::npos) << said(korean);
  EXPECT_NE(said(std::string("\xFF\xFE{\0}\0", 6)).find("iconv -f UTF-16 "), std::string::npos);
  EXPECT_NE(said("{\"\xff\":1}").find("not UTF-8"), std::string::npos) << "no encoding that is known";
  EXPECT_NE(said(std::string("{\"한").substr(0, 4)).find("ends too early"), std::string::npos);
}

TEST(JsonDocument, RefusesWhatIsNoJson) {
  for (const char* text : {"",
                           " ",
                           "{",
                           "[1,",
                           "[1,]",
                           "{\"a\"}",
                           "{\"a\":}",
                           "{a:1}",
                           "\"x",
                           "\"\\q\"",
                           "\"\\u12g4\"",
                           "1 2",
                           "nul",
                           "-",
                           "1.",
                           "1e",
                           "{\"a\":1,}",
                           "[1 2]",
                           "\"\xFF\"",
                           "\"\xED\xA0\x80\"",
                           "\"\xC0\xAF\"",
                           "\"a\nb\""}) {
    SCOPED_TRACE(text);
    EXPECT_ERROR(parse_json_document(text), ErrorCode::kCorrupt);
  }
}

TEST(JsonDocument, TakesTheWordsForNonNumbersAndAByteOrderMark) {
  ASSERT_OK_AND_ASSIGN(const JsonValue root, parse_json_document("\xEF\xBB\xBF[NaN,-Infinity,1e999]"));
  EXPECT_TRUE(std::isnan(root.items[0].as_double()));
  EXPECT_TRUE(std::isinf(root.items[1].as_double()));
  EXPECT_TRUE(std::isinf(root.items[2].as_double()));
}

TEST(JsonDocument, KeepsToItsLimits) {
  EXPECT_ERROR(parse_json_document(std::string(100'000, '[')), ErrorCode::kTooLarge);
  EXPECT_ERROR(parse_json_document(std::string(9u << 20, ' ')), ErrorCode::kTooLarge);
  JsonLimits limits;
  limits.values = 10;
  EXPECT_ERROR(parse_json_document("[1,1,1,1,1,1,1,1,1,1,1]", limits), ErrorCode::kTooLarge);
  EXPECT_OK(parse_json_document(std::string(63, '[') + std::string(63, ']')));
}

TEST(JsonDocument, AgreesWithAnotherParser) {
  const std::string text = R"({"a":[1,-2.5,3e-2,true,false,null,{"b":"\"\\\b\f\n\r\t한글"}],"":{}})";
  ASSERT_OK_AND_ASSIGN(JsonValue root, parse_json_document(text));
  const nlohmann::json before = nlohmann::json::parse(text);
  std::vector<JsonValue*> open = {&root};  // write everything anew
  while (!open.empty()) {
    JsonValue* value = open.back();
    open.pop_back();
    value->touch();
    for (JsonValue& item : value->items) open.push_back(&item);
    for (JsonMember& member : value->members) {
      member.raw_key = {};
      open.push_back(&member.value);
    }
  }
  EXPECT_EQ(nlohmann::json::parse(json_text_of(root)), before);
}

TEST(JsonSimpleEscape, FollowsTheLibrary) {
  EXPECT_EQ(json_simple_quoted("울/캐시미어"), "\"울\\/캐시미어\"");
  EXPECT_EQ(json_simple_quoted("\"\\\b\f\n\r\t"), R"("\"\\\b\f\n\r\t")");
  EXPECT_EQ(json_simple_quoted(std::string("\0\x01\x1f\x7f", 4)), R"("\u0000\u0001\u001F\u007F")");
  EXPECT_EQ(json_simple_quoted("\u0085\u009f\u00a0\u2019\u20ac\u2100"), "\"\\u0085\\u009F\u00a0\\u2019\\u20AC\u2100\"");
}

}  // namespace
}  // namespace jaedan::labeling
