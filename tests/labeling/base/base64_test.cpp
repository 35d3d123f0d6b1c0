#include "labeling/base/base64.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"

namespace jaedan {
namespace {

TEST(Base64, GivesTheAnswersOfTheStandard) {
  const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"},
                                                         {"\xfb\xff\xfe", "+//+"}};
  for (const auto& [bytes, text] : vectors) {
    EXPECT_EQ(base64_from_bytes(bytes), text);
    EXPECT_EQ(bytes_from_base64(text).value(), bytes);
  }
}

TEST(Base64, EveryLengthOfEveryByteComesBack) {
  std::string bytes;
  for (int i = 0; i < 300; ++i) {
    ASSERT_EQ(bytes_from_base64(base64_from_bytes(bytes)).value(), bytes);
    bytes += static_cast<char>(i * 7);
  }
}

TEST(Base64, OtherTextIsCorrupt) {
  for (const char* text : {"A", "AA", "AAA", "AAA*", "=AAA", "AA=A", "A===", "AAA=AAAA", "AAA\n", "AA-_"}) {
    EXPECT_ERROR(bytes_from_base64(text), ErrorCode::kCorrupt);
  }
}

}  // namespace
}  // namespace jaedan
