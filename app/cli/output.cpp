#include "app/cli/output.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/workflow/project/export_project.h"

namespace jaedan::cli {
namespace {

using Clock = std::chrono::steady_clock;

workflow::CancelFlag& interrupt() {
  static workflow::CancelFlag flag;
  return flag;
}

/// The first Ctrl+C asks nicely, the second one ends the program.
void on_interrupt(int) {
  if (interrupt().cancelled()) ::_exit(130);
  interrupt().cancel();
}

std::string human_time(double seconds) {
  char text[32];
  if (seconds < 90) {
    std::snprintf(text, sizeof text, "%.0f s", seconds);
  } else if (seconds < 5400) {
    std::snprintf(text, sizeof text, "%.0f min", seconds / 60);
  } else {
    std::snprintf(text, sizeof text, "%.1f h", seconds / 3600);
  }
  return text;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t");
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The sentence's key, by which a program knows it; nothing for text that is the same in every language.
void add_key(const Message& message, nlohmann::json& document) {
  if (const std::string& key = message.without_context().key; !key.empty()) document["key"] = key;
}

bool json_expected = false;

void print_error_document(const Error& error) {
  if (!json_expected) return;
  nlohmann::json said = {{"code", name_of(error.code)}, {"message", error.text()}};
  add_key(error.message, said);
  said["arguments"] = nlohmann::json::array();
  for (const Message& argument : error.message.without_context().arguments)
    said["arguments"].push_back(argument.text());
  print_json({{"error", said}});
}

}  // namespace

void print_item(const char* kind, const workflow::FailedItem& item) {
  std::fprintf(stderr, "%s: %s\n", kind, one_line(item.sentence().text()).c_str());
}

nlohmann::json items_json(const std::vector<workflow::FailedItem>& items) {
  nlohmann::json list = nlohmann::json::array();
  for (const auto& item : items) {
    list.push_back({{"item", item.item}, {"reason", item.reason.text()}});
    add_key(item.reason, list.back());
  }
  return list;
}

std::string one_line(std::string text) {
  std::replace_if(text.begin(), text.end(), is_control, '?');
  return text;
}

void say_errors_as_asked(const Arguments& arguments) {
  json_expected = std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
}

std::optional<int> parse(CLI::App& app, const Arguments& arguments) {
  say_errors_as_asked(arguments);
  const std::string verb = app.get_name();
  app.name("jaedan " + verb);  // as people type it: usage shows the name
  try {
    app.parse(Arguments(arguments.rbegin(), arguments.rend()));
    return std::nullopt;
  } catch (const CLI::CallForHelp&) {
    std::printf("%s", app.help().c_str());
    return kDone;
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "%s: %s\n(jaedan %s --help explains)\n", verb.c_str(), error.what(), verb.c_str());
    print_error_document({ErrorCode::kInvalidArgument, "cli.usage", "{0}", {error.what()}});
    return kWrongUsage;
  }
}

void add_user_option(CLI::App& app, std::string& who, const std::string& help, const std::string& name) {
  const auto check = [](const std::string& typed) -> std::string {
    const bool plain = !typed.empty() && std::none_of(typed.begin(), typed.end(), is_control);
    return plain ? "" : "a name is one line without control characters";
  };
  app.add_option(name, who, help)->capture_default_str()->check(check);
}

CLI::Option* between(CLI::Option* option, double least, double most) {
  const auto check = [least, most](const std::string& typed) -> std::string {
    const std::vector<double> numbers = numbers_in(typed);
    const bool fits = numbers.size() == 1 && numbers[0] >= least && numbers[0] <= most;
    if (fits) return "";
    char words[128];
    std::snprintf(words, sizeof words, " is no number from %.15g to %.15g", least, most);
    return typed + words;
  };
  return option->check(check);
}

std::vector<double> numbers_in(std::string_view text) {
  std::vector<double> numbers;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (true) {
    double number = 0;
    const auto [stop, error] = std::from_chars(at, end, number);
    if (error != std::errc() || !std::isfinite(number)) return {};
    numbers.push_back(number);
    if (stop == end) return numbers;
    if (*stop != ',') return {};
    at = stop + 1;
  }
}

CLI::Option* add_formats_option(CLI::App& app, std::vector<std::string>& formats, const std::string& others) {
  std::string help;
  for (const labeling::ExportFormat& format : labeling::export_formats()) help += std::string(format.name) + ", ";
  help += "several with commas" + others;
  // The text is given back by reference, and an empty answer means that it is well.
  const auto trim = [](std::string& name) {
    name = trimmed(name);
    return std::string();
  };
  return app.add_option("--format", formats, help)->delimiter(',')->transform(CLI::Validator(trim, ""));
}

int fail(const Error& error) {
  std::fprintf(stderr, "jaedan: %s\n", one_line(error.text()).c_str());
  print_error_document(error);
  if (error.code == ErrorCode::kRefused) return kSomeFailed;
  return error.code == ErrorCode::kInvalidArgument ? kWrongUsage : kCannotWork;
}

struct Console::State {
  std::mutex mutex;
  bool terminal = ::isatty(STDERR_FILENO) != 0;
  Clock::time_point started = Clock::now();
  Clock::time_point printed;
  std::string stage;
  bool line_open = false;

  void report(const workflow::Progress& p) {
    const std::lock_guard<std::mutex> lock(mutex);
    const auto now = Clock::now();
    if (p.stage != stage) {
      stage = p.stage;
      started = now;
      // Elsewhere than on a terminal quick work prints only its last line.
      printed = terminal ? Clock::time_point{} : now;
    }
    const bool last = p.total > 0 && p.done >= p.total;
    const auto pause = terminal ? std::chrono::milliseconds(100) : std::chrono::milliseconds(5000);
    if (!last && now - printed < pause) return;
    printed = now;
    const double elapsed = std::chrono::duration<double>(now - started).count();
    const double left = p.total > 0 && p.done > 0 ? elapsed / p.done * (p.total - p.done) : -1;
    std::string text = p.stage + " " + std::to_string(p.done);
    if (p.total > 0) text += "/" + std::to_string(p.total);
    if (left >= 0 && elapsed > 1 && !last) text += ", " + human_time(left) + " left";
    if (!p.detail.empty()) text += "  " + p.detail;
    print(one_line(text), p, last);
  }

  void print(const std::string& text, const workflow::Progress& p, bool last) {
    if (!terminal) {
      std::fprintf(stderr, "%s\n", text.c_str());
      return;
    }
    constexpr int kBarWidth = 24;
    std::string bar;
    if (p.total > 0) {
      const auto filled = static_cast<int>(kBarWidth * std::min<double>(1.0, static_cast<double>(p.done) / p.total));
      for (int i = 0; i < kBarWidth; ++i) bar += i < filled ? "█" : "░";
      bar += " ";
    }
    std::fprintf(stderr, "\r\033[K%s%s", bar.c_str(), text.c_str());
    line_open = !last;
    if (last) std::fputc('\n', stderr);
  }
};

Console::Console() : state_(std::make_unique<State>()) {
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

Console::~Console() {
  if (state_->line_open) std::fputc('\n', stderr);
}

workflow::Watch Console::watch() {
  workflow::Watch watch;
  watch.progress = [state = state_.get()](const workflow::Progress& p) { state->report(p); };
  watch.cancel = &interrupt();
  return watch;
}

nlohmann::json json_within(const std::string& text) {
  if (text.empty()) return nullptr;
  nlohmann::json within = nlohmann::json::parse(text, nullptr, false);
  return within.is_discarded() ? nlohmann::json(text) : within;
}

std::string skipped_words(const workflow::BatchReport& report) {
  std::string reasons;
  for (const workflow::SkippedFor& skipped : report.skipped_for) {
    reasons += (reasons.empty() ? "" : ", ") + std::to_string(skipped.count) + " " + skipped.reason.text();
  }
  return std::to_string(report.skipped) + " skipped" + (reasons.empty() ? "" : " (" + reasons + ")");
}

void print_json(const nlohmann::json& document) {
  std::printf("%s\n", document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
}

int finish(const workflow::BatchReport& report, const std::string& summary, bool json) {
  return finish(report, summary, json, nlohmann::json::object());
}

int finish(const workflow::BatchReport& report, const std::string& summary, bool json, const nlohmann::json& extra) {
  for (const auto& item : report.failed) print_item("failed", item);
  if (json) {
    nlohmann::json document = extra;
    document["done"] = report.done;
    document["skipped"] = report.skipped;
    for (const workflow::SkippedFor& skipped : report.skipped_for) {
      document["skipped_for"].push_back({{"reason", skipped.reason.text()}, {"count", skipped.count}});
      add_key(skipped.reason, document["skipped_for"].back());
    }
    document["failed"] = items_json(report.failed);
    document["warnings"] = items_json(report.warnings);
    document["cancelled"] = report.cancelled;
    print_json(document);
  } else {
    for (const auto& item : report.warnings) print_item("warning", item);
    std::printf("%s%s\n", summary.c_str(), report.cancelled ? " (cancelled)" : "");
  }
  return report.failed.empty() && !report.cancelled ? kDone : kSomeFailed;
}

}  // namespace jaedan::cli
