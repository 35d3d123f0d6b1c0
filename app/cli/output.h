#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/verb.h"
#include "app/workflow/jobs/progress.h"
#include "labeling/base/result.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace jaedan::cli {

/// From here on errors are documents on stdout as well, if --json is among the arguments.
void say_errors_as_asked(const Arguments& arguments);

/// Parses the arguments of one verb; a value means: stop and exit with it (--help, wrong usage). With --json among
/// them, what stops the verb from here on is a document on stdout as well: {"error": {"code", "message", "key",
/// "arguments"}}. Key and arguments are those of the sentence behind the names in front of it; there is no key where
/// several sentences are said at once, or only what a library or the system said.
std::optional<int> parse(CLI::App& app, const Arguments& arguments);

/// Adds `--user`, or the option of that `name`, which says whose work it is. Names with control characters are wrong
/// usage: they would break the lines of every list that shows them.
void add_user_option(CLI::App& app, std::string& who, const std::string& help, const std::string& name = "--user");
/// What `--image` takes (workflow::find_photo).
inline constexpr const char* kImageHelp =
    "file name, name, path or number of the photo (id=NUMBER if a name is one too)";

/// Adds `--format` with one or several names of formats that can be written, separated by commas; blanks around them
/// are left out. Its help lists all there are, and then `others`.
CLI::Option* add_formats_option(CLI::App& app, std::vector<std::string>& formats, const std::string& others = {});

/// What an option that counts takes at most.
inline constexpr double kMostCounted = 1e9;
/// The option takes a number from `least` to `most`; what is no number ("nan") is none of them.
CLI::Option* between(CLI::Option* option, double least, double most);

/// "1,2.5,3" as finite numbers; empty when it is anything else.
std::vector<double> numbers_in(std::string_view text);

/// The text in one line and without anything that a terminal would obey: names come from other people's files.
std::string one_line(std::string text);

/// Prints the error to stderr as one sentence and gives the exit code that suits it: 1 for what the
/// rules of the work do not let through, 2 for a wrong request, 3 otherwise.
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

/// Text that holds JSON, as a part of a document; null when it is empty, the text itself when it is no JSON.
nlohmann::json json_within(const std::string& text);

/// "3 skipped", with how many for which reason where the report tells: "3 skipped (2 returned, 1 approved before)".
std::string skipped_words(const workflow::BatchReport& report);

/// Prints it to stderr behind what it is: "failed", "warning".
void print_item(const char* kind, const workflow::FailedItem& item);
/// What failed, or is odd, with its reason, as a list of a document.
nlohmann::json items_json(const std::vector<workflow::FailedItem>& items);

/// Prints one document to stdout. Names of files need not be UTF-8: what is not becomes U+FFFD.
void print_json(const nlohmann::json& document);

/// Ends a verb that worked through a batch: the failed and odd items on stderr, `summary` on stdout (or,
/// with `json`, one document with done, skipped, skipped_for (where there are reasons), failed, warnings and whatever
/// the object `extra` adds). Returns kDone or kSomeFailed.
int finish(const workflow::BatchReport& report, const std::string& summary, bool json, const nlohmann::json& extra);
int finish(const workflow::BatchReport& report, const std::string& summary, bool json);

}  // namespace jaedan::cli
