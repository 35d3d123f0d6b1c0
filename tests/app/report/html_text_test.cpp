#include "app/report/html_text.h"

#include <gtest/gtest.h>

#include <cmath>

namespace jaedan::report {
namespace {

TEST(HtmlText, NamesCannotBecomeTagsOrEndAnAttribute) {
  EXPECT_EQ(html_escaped("<script>\"a\" & 'b'</script>"),
            "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;");
}

TEST(HtmlText, HangulStaysAndBrokenBytesAreReplaced) {
  EXPECT_EQ(html_escaped("원피스 ≥"), "원피스 ≥");
  EXPECT_EQ(html_escaped("a\xffz\xec\x9b"), "a\xEF\xBF\xBDz\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(html_escaped(std::string("a\nb\0c", 5)), "a b c");
}

TEST(HtmlText, NumbersHavePointsAndNoneIsADash) {
  EXPECT_EQ(fixed(0.12345), "0.123");
  EXPECT_EQ(fixed(2, 0), "2");
  EXPECT_EQ(percent(0.426), "43 %");
  EXPECT_EQ(fixed(std::nan("")), "–");
  EXPECT_EQ(percent(INFINITY), "–");
}

TEST(HtmlText, BytesBecomeBase64) {
  EXPECT_EQ(data_uri("a/b", ""), "data:a/b;base64,");
  EXPECT_EQ(data_uri("a/b", "f"), "data:a/b;base64,Zg==");
  EXPECT_EQ(data_uri("a/b", "fo"), "data:a/b;base64,Zm8=");
  EXPECT_EQ(data_uri("a/b", "foo"), "data:a/b;base64,Zm9v");
  EXPECT_EQ(data_uri("a/b", "\xff\xfe\xfd"), "data:a/b;base64,//79");
}

}  // namespace
}  // namespace jaedan::report
