#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "app/workflow/project/project.h"

namespace CLI {
class App;
}  // namespace CLI

namespace jaedan::cli {

/// What `audit` was asked of the manager's numbers, beside --from, --to and --user.
struct FiguresAsked {
  bool figures = false;
  std::string stage;
  std::string part;
  std::string style;  ///< as a person calls it
  std::string deadline;
  std::string csv;     ///< a folder
  std::string report;  ///< a file
  std::string language = "en";

  bool any() const {
    return figures || !stage.empty() || !part.empty() || !style.empty() || !deadline.empty() || !csv.empty() ||
           !report.empty();
  }
};

/// Adds these options.
void add_figures_options(CLI::App& app, FiguresAsked& asked);

/// Whose days and work, as `audit` was asked.
struct FiguresOf {
  std::string from;
  std::string to;
  std::string user;
};

/// The numbers as tables, as CSV files or as a page; prints them, or with `json` one document, and gives the exit code.
int audit_figures(workflow::Project& project, const FiguresAsked& asked, const FiguresOf& whose, bool json);
/// All of them, as part of a document: each table an array of objects.
Result<nlohmann::json> figures_json(workflow::Project& project);

}  // namespace jaedan::cli
