#include "labeling/base/csv_reader.h"

#include <algorithm>
#include <optional>

#include "labeling/base/text_encoding.h"
#include "labeling/base/utf8.h"

namespace jaedan {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr char kDelimiters[] = {',', ';', '\t'};
constexpr std::size_t kRowsToJudgeBy = 20;

class CsvReader {
 public:
  CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  /// The next row that is not empty; nothing at the end.
  Result<std::optional<CsvRow>> next() {
    while (at_ < text_.size() && is_line_end()) end_line();
    if (at_ >= text_.size()) return std::optional<CsvRow>();
    CsvRow row;
    row.line = line_;
    while (true) {
      JAEDAN_ASSIGN_OR_RETURN(std::string cell, text_[at_] == '"' ? quoted() : Result<std::string>(plain()));
      row.cells.push_back(std::move(cell));
      if (at_ < text_.size() && text_[at_] == delimiter_) {
        ++at_;
        if (at_ < text_.size()) continue;
        row.cells.emplace_back();  // the file ends behind a delimiter
      }
      if (at_ < text_.size()) end_line();
      return std::optional<CsvRow>(std::move(row));
    }
  }

 private:
  bool is_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

  void end_line() {
    at_ += text_.substr(at_, 2) == "\r\n" ? 2 : 1;
    ++line_;
  }

  std::string plain() {
    const std::size_t from = at_;
    while (at_ < text_.size() && text_[at_] != delimiter_ && !is_line_end()) ++at_;
    return std::string(text_.substr(from, at_ - from));
  }

  Result<std::string> quoted() {
    const int from = line_;
    std::string cell;
    for (++at_; at_ < text_.size();) {
      if (text_[at_] == '"') {
        ++at_;
        if (at_ >= text_.size() || text_[at_] != '"') return behind_quote(std::move(cell));
        cell += text_[at_++];
      } else if (is_line_end()) {
        const std::size_t start = at_;
        end_line();
        cell += text_.substr(start, at_ - start);
      } else {
        cell += text_[at_++];
      }
    }
    return Error{ErrorCode::kCorrupt, "csv.open_quote", "line {0}: a quote is opened and never closed", {from}};
  }

  Result<std::string> behind_quote(std::string cell) const {
    if (at_ >= text_.size() || text_[at_] == delimiter_ || is_line_end()) return cell;
    return Error{ErrorCode::kCorrupt, "csv.text_behind_quote", "line {0}: text behind a closing quote", {line_}};
  }

  const std::string_view text_;
  const char delimiter_;
  std::size_t at_ = 0;
  int line_ = 1;
};

std::string_view without_mark(std::string_view bytes) {
  if (bytes.substr(0, kByteOrderMark.size()) == kByteOrderMark) bytes.remove_prefix(kByteOrderMark.size());
  return bytes;
}

/// The lengths of the first rows; broken ones end the list.
std::vector<std::size_t> lengths_by(std::string_view text, char delimiter) {
  CsvReader reader(text, delimiter);
  std::vector<std::size_t> lengths;
  while (lengths.size() < kRowsToJudgeBy) {
    const auto row = reader.next();
    if (!row.ok() || !*row) break;
    lengths.push_back((**row).cells.size());
  }
  return lengths;
}

}  // namespace

char csv_delimiter_of(std::string_view text) {
  text = without_mark(text);
  char most = ',';
  std::size_t longest = 1;
  for (const char delimiter : kDelimiters) {
    const std::vector<std::size_t> lengths = lengths_by(text, delimiter);
    if (lengths.empty()) continue;
    const bool even = std::all_of(lengths.begin(), lengths.end(), [&](std::size_t n) { return n == lengths.front(); });
    if (even && lengths.front() > 1) return delimiter;
    if (lengths.front() > longest) {
      longest = lengths.front();
      most = delimiter;
    }
  }
  return most;
}

Result<std::vector<CsvRow>> read_csv_rows(std::string_view bytes, char delimiter) {
  if (!is_plain_text(bytes)) {
    const std::string encoding = encoding_of(bytes);
    if (!encoding.empty() && encoding != "UTF-8") return not_utf8(encoding);
    return Error{ErrorCode::kCorrupt, "csv.no_text", "this is no text in UTF-8"};
  }
  const std::string_view text = without_mark(bytes);
  CsvReader reader(text, delimiter == 0 ? csv_delimiter_of(text) : delimiter);
  std::vector<CsvRow> rows;
  while (true) {
    JAEDAN_ASSIGN_OR_RETURN(std::optional<CsvRow> row, reader.next());
    if (!row) return rows;
    rows.push_back(std::move(*row));
  }
}

}  // namespace jaedan
