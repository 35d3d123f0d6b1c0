#pragma once

#include <string>
#include <vector>

#include "app/report/two_languages.h"

namespace jaedan::workflow {

/// Pieces of the report's page.

/// A table, columns of words on the left side of theirs, numbers on the right; what is behind the first rows is left
/// out, and it says how many. "none yet" for no row.
std::string html_table(const std::vector<report::Words>& columns, const std::vector<std::vector<report::Words>>& rows);
/// A part of the page under a heading; `about`: a sentence on what is shown.
std::string html_section(const report::Words& title, const report::Words& about, const std::string& content);
/// Over one of several tables of a section.
std::string html_heading(const report::Words& title);
std::string html_tile(const report::Words& value, const report::Words& about, bool warns = false);
std::string html_paragraph(const report::Words& words, const char* style = "soft");

}  // namespace jaedan::workflow
