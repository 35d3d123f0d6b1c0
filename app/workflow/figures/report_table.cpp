#include "app/workflow/figures/report_table.h"

#include <algorithm>

#include "app/report/html_text.h"

namespace jaedan::workflow {
namespace {

constexpr std::size_t kMostTableRows = 100;
constexpr std::size_t kMostCellLetters = 32;  // a Korean one counts as two

/// A long name would push the other columns out of sight: it is cut, and whole where the pointer rests on it.
std::string html_cell(const std::string& kind, const report::Words& words, bool of_words) {
  const report::Words shown = {report::shortened(words.english, kMostCellLetters),
                               report::shortened(words.korean, kMostCellLetters)};
  const bool whole = shown.english == words.english && shown.korean == words.korean;
  const std::string said = words.same() ? words.english : words.english + " / " + words.korean;
  const std::string title = whole ? std::string() : " title=\"" + report::html_escaped(said) + "\"";
  const std::string side = of_words ? " class=\"words\"" : "";
  return "<" + kind + side + title + ">" + html_of(shown) + "</" + kind + ">";
}

/// Whether a column is read and not compared: one of its cells begins with no digit.
std::vector<bool> columns_of_words(std::size_t columns, const std::vector<std::vector<report::Words>>& rows) {
  std::vector<bool> of_words(columns, false);
  for (const std::vector<report::Words>& row : rows) {
    for (std::size_t i = 0; i < std::min(columns, row.size()); ++i) {
      const std::string& cell = row[i].english;
      const bool is_number = cell.empty() || cell == "–" || (cell.front() >= '0' && cell.front() <= '9');
      if (!is_number) of_words[i] = true;
    }
  }
  return of_words;
}

std::string html_row(const char* kind, const std::vector<report::Words>& cells, const std::vector<bool>& of_words) {
  std::string html = "<tr>";
  for (std::size_t i = 0; i < cells.size(); ++i) html += html_cell(kind, cells[i], i < of_words.size() && of_words[i]);
  return html + "</tr>\n";
}

}  // namespace

std::string html_table(const std::vector<report::Words>& columns, const std::vector<std::vector<report::Words>>& rows) {
  if (rows.empty()) return html_paragraph({"none yet", "아직 없음"});
  const std::vector<bool> of_words = columns_of_words(columns.size(), rows);
  std::string html = "<div class=\"scroll\"><table>\n" + html_row("th", columns, of_words);
  const std::size_t shown = std::min(rows.size(), kMostTableRows);
  for (std::size_t i = 0; i < shown; ++i) html += html_row("td", rows[i], of_words);
  html += "</table></div>\n";
  if (shown == rows.size()) return html;
  const std::string more = std::to_string(rows.size() - shown);
  const std::string in_full = " (jaedan audit --csv)";
  return html + html_paragraph({"… and " + more + " more" + in_full, "… 외 " + more + "개" + in_full});
}

std::string html_section(const report::Words& title, const report::Words& about, const std::string& content) {
  return "<section><h2>" + html_of(title) + "</h2>\n" + html_paragraph(about) + content + "</section>\n";
}

std::string html_heading(const report::Words& title) { return "<h3>" + html_of(title) + "</h3>\n"; }

std::string html_tile(const report::Words& value, const report::Words& about, bool warns) {
  return std::string("<div class=\"tile\"><b") + (warns ? " class=\"warn\"" : "") + ">" + html_of(value) + "</b>" +
         html_of(about) + "</div>\n";
}

std::string html_paragraph(const report::Words& words, const char* style) {
  return std::string("<p class=\"") + style + "\">" + html_of(words) + "</p>\n";
}

}  // namespace jaedan::workflow
