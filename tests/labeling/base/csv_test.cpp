#include "labeling/base/csv.h"

#include <gtest/gtest.h>

namespace jaedan {
namespace {

TEST(Csv, CellsAreQuotedAndFormulasDisarmed) {
  EXPECT_EQ(csv_cell("plain"), "plain");
  EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_cell("say \"x\"\n"), "\"say \"\"x\"\"\n\"");
  EXPECT_EQ(csv_cell("=1+1"), "'=1+1");
  EXPECT_EQ(csv_cell("=HYPERLINK(\"a\",\"b\")"), "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"");
  EXPECT_EQ(csv_cell("+x"), "'+x");
  EXPECT_EQ(csv_cell("-x"), "'-x");
  EXPECT_EQ(csv_cell("@x"), "'@x");
  EXPECT_EQ(csv_cell("\tx"), "'\tx");
  EXPECT_EQ(csv_cell("-0.5"), "-0.5");
  EXPECT_EQ(csv_cell("-"), "'-");
  EXPECT_EQ(csv_cell("\xB0\xA1,"), "\"\uFFFD\uFFFD,\"");
  EXPECT_EQ(csv_line({"a", "", "b"}), "a,,b\r\n");
}

}  // namespace
}  // namespace jaedan
