#include "labeling/base/csv_reader.h"

#include <gtest/gtest.h>

#include "labeling/base/csv.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using Table = std::vector<std::vector<std::string>>;

Table cells_of(std::string_view text, char delimiter = 0) {
  const auto rows = read_csv_rows(text, delimiter);
  if (!rows.ok()) return {{"error: " + rows.error().text()}};
  Table table;
  for (const CsvRow& row : *rows) table.push_back(row.cells);
  return table;
}

TEST(CsvReader, ReadsLinesHoweverTheyEnd) {
  const Table expected = {{"a", "b"}, {"1", ""}};
  for (const char* text : {"a,b\r\n1,\r\n", "a,b\n1,", "a,b\r1,\r",
                           "\xEF\xBB\xBF"
                           "a,b\n\n\r\n1,\n"}) {
    EXPECT_EQ(cells_of(text), expected) << text;
  }
  EXPECT_EQ(cells_of(""), Table());
  EXPECT_EQ(cells_of("\xEF\xBB\xBF\r\n\r\n"), Table());
  EXPECT_EQ(cells_of(",,\n"), (Table{{"", "", ""}}));
}

TEST(CsvReader, QuotedCellsHoldWhatTheyWant) {
  EXPECT_EQ(cells_of("\"a,b\",\"say \"\"x\"\"\",\"two\r\nlines\",\"\"\n"),
            (Table{{"a,b", "say \"x\"", "two\r\nlines", ""}}));
  EXPECT_EQ(cells_of("5\" pipe,b\n"), (Table{{"5\" pipe", "b"}})) << "not at the start of the cell";
  EXPECT_EQ(cells_of("\"a\",b"), (Table{{"a", "b"}}));
  EXPECT_EQ(cells_of("b,\"a\""), (Table{{"b", "a"}}));
}

TEST(CsvReader, SaysWhereAQuoteIsWrong) {
  const auto open = read_csv_rows("a,b\n1,\"x\ny,2\n");
  EXPECT_ERROR(open, ErrorCode::kCorrupt);
  EXPECT_EQ(open.error().text(), "line 2: a quote is opened and never closed");
  const auto behind = read_csv_rows("a,\"x\ny\"z\n");
  EXPECT_ERROR(behind, ErrorCode::kCorrupt);
  EXPECT_EQ(behind.error().text(), "line 2: text behind a closing quote");
}

TEST(CsvReader, TellsEachRowsLine) {
  ASSERT_OK_AND_ASSIGN(const auto rows, read_csv_rows("a,\"x\r\ny\"\r\n\r\nb,c\r\n"));
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].line, 1);
  EXPECT_EQ(rows[1].line, 4);
}

TEST(CsvReader, FindsTheDelimiter) {
  EXPECT_EQ(csv_delimiter_of("a;b\n1,5;2\n"), ';') << "decimal commas";
  EXPECT_EQ(csv_delimiter_of("a\tb\n1,5\t2\n"), '\t');
  EXPECT_EQ(csv_delimiter_of("\"a;b\",c\n1,2\n"), ',');
  EXPECT_EQ(csv_delimiter_of("a;b;c\n1;2\n"), ';') << "ragged, but what else";
  EXPECT_EQ(csv_delimiter_of("a\nb\n"), ',');
  EXPECT_EQ(csv_delimiter_of(""), ',');
  EXPECT_EQ(cells_of("a;b\n1,5;2\n"), (Table{{"a", "b"}, {"1,5", "2"}}));
  EXPECT_EQ(cells_of("a;b", ','), (Table{{"a;b"}}));
}

TEST(CsvReader, NamesOtherEncodings) {
  const auto korean = read_csv_rows("\xC0\xCC\xB9\xCC\xC1\xF6,\xC6\xAA\xBD\xC3\xB6\xF4\n");
  EXPECT_ERROR(korean, ErrorCode::kCorrupt);
  EXPECT_EQ(korean.error().message.key, "text.other_encoding");
  EXPECT_EQ(read_csv_rows("a,\xff\n").error().message.key, "csv.no_text");
  EXPECT_EQ(read_csv_rows(std::string_view("a,\0b\n", 5)).error().message.key, "csv.no_text");
}

TEST(CsvReader, ReadsBackWhatTheWriterWrites) {
  const std::vector<std::string> cells = {"plain", "a,b", "\"", "two\nlines", "", "한글"};
  EXPECT_EQ(cells_of(csv_line(cells) + csv_line(cells)), (Table{cells, cells}));
}

}  // namespace
}  // namespace jaedan
