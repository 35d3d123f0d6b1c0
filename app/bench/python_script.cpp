#include "app/bench/python_script.h"

#include <cstdio>
#include <memory>

#include "labeling/io/assets.h"

namespace jaedan::bench {
namespace {

// The distribution's; a person's own python3 may be any other.
constexpr const char* kPython = "/usr/bin/python3";

/// As one word of a shell command.
std::string quoted(const std::string& text) {
  std::string word = "'";
  for (const char c : text) {
    if (c == '\'') {
      word += "'\\''";
    } else {
      word += c;
    }
  }
  return word + "'";
}

}  // namespace

Result<std::string> run_python_script(const std::string& script, const std::vector<std::string>& arguments) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string assets, labeling::assets_dir());
  std::string command = std::string(kPython) + " " + quoted(assets + "/bench/" + script);
  for (const std::string& argument : arguments) command += " " + quoted(argument);
  std::string text;
  {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen((command + " 2>/dev/null").c_str(), "r"), ::pclose);
    char part[4096];
    while (pipe) {
      const std::size_t length = std::fread(part, 1, sizeof part, pipe.get());
      if (length == 0) break;
      text.append(part, length);
    }
  }
  if (text.empty()) return Error{ErrorCode::kUnavailable, "bench.no_python", "{0} is missing or failed", {kPython}};
  return text;
}

}  // namespace jaedan::bench
