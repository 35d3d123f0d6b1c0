#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/cli/verb.h"
#include "app/workflow/progress.h"
#include "labeling/domain/result.h"

namespace CLI {
class App;
}

namespace jaedan::cli {

/// Parses the arguments of one verb; a value means: stop and exit with it (--help, wrong usage).
std::optional<int> parse(CLI::App& app, const Arguments& arguments);

/// Prints the error to stderr as one sentence and gives the exit code that suits it: 2 for a wrong
/// request, 3 otherwise.
int fail(const Error& error);

/// Progress on stderr (a bar on a terminal, a line every few seconds otherwise) and Ctrl+C as cancel.
class Console {
 public:
  Console();
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;
  /// To pass to a workflow function; valid as long as the Console.
  workflow::Watch watch();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Ends a verb that worked through a batch: the failed and odd items on stderr, `summary` on stdout (or,
/// with `json`, one document with done, skipped, failed, warnings and whatever `extra_json`, an object,
/// adds). Returns kDone or kSomeFailed.
int finish(const workflow::BatchReport& report, const std::string& summary, bool json,
           const std::string& extra_json = "{}");

}  // namespace jaedan::cli
