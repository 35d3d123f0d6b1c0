#include "labeling/base/csv.h"
#include "labeling/base/csv_reader.h"
#include "tests/fuzz/fuzz_target.h"

using namespace jaedan;

namespace {

/// What is written from `rows` is read as the same, cell by cell.
void write_and_read_back(const std::vector<CsvRow>& rows) {
  std::string text = "\xEF\xBB\xBF";  // a cell may begin with one of its own
  for (const CsvRow& row : rows) text += csv_line(row.cells);
  const Result<std::vector<CsvRow>> again = read_csv_rows(text, ',');
  fuzz::require(again.ok(), "what was written can be read");
  std::size_t at = 0;
  for (const CsvRow& row : rows) {
    const bool empty_line = row.cells.size() == 1 && row.cells[0].empty();
    if (empty_line) continue;
    fuzz::require(at < again->size() && (*again)[at].cells.size() == row.cells.size(), "rows keep their cells");
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string& cell = (*again)[at].cells[i];
      fuzz::require(cell == row.cells[i] || cell == "'" + row.cells[i], "cells keep their text, formulas disarmed");
    }
    ++at;
  }
  fuzz::require(at == again->size(), "no row is added");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  for (const char delimiter : {'\0', ',', ';', '\t'}) {
    const Result<std::vector<CsvRow>> rows = read_csv_rows(text, delimiter);
    if (!rows.ok()) continue;
    int line = 0;
    for (const CsvRow& row : *rows) {
      fuzz::require(!row.cells.empty(), "a row has a cell");
      fuzz::require(row.line > line, "rows stand on lines of their own");
      line = row.line;
    }
    write_and_read_back(*rows);
  }
  return 0;
}
