#include "app/workflow/python_forward.h"

#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "labeling/io/assets.h"

namespace jaedan::workflow {
namespace {

// The distribution's, whose PyTorch is the LibTorch of this program; a person's own python3 may be any other.
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

/// What the command prints; nothing when it cannot be started.
std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  if (!pipe) return "";
  std::string text;
  char part[4096];
  while (const std::size_t length = std::fread(part, 1, sizeof part, pipe.get())) text.append(part, length);
  return text;
}

}  // namespace

Result<PythonForward> parse_python_forward(const std::string& json) {
  try {
    const nlohmann::json document = nlohmann::json::parse(json);
    if (document.contains("error")) return Error{ErrorCode::kUnavailable, document["error"].get<std::string>()};
    PythonForward forward;
    forward.torch_version = document.at("torch").get<std::string>();
    forward.mean_logit = document.at("mean_logit").get<double>();
    for (const nlohmann::json& run : document.at("runs")) {
      forward.runs.push_back(
          {run.at("threads").get<int>(), run.at("layout").get<std::string>(), run.at("ms").get<std::vector<double>>()});
    }
    return forward;
  } catch (const nlohmann::json::exception& e) {
    return Error{ErrorCode::kCorrupt, std::string("what Python said cannot be read: ") + e.what()};
  }
}

Result<PythonForward> python_forward(const std::string& model_folder, const std::vector<int>& threads, int passes) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string assets, labeling::assets_dir());
  std::string command = std::string(kPython) + " " + quoted(assets + "/bench/torch_forward.py") + " " +
                        quoted(model_folder) + " --passes " + std::to_string(passes) + " --threads";
  for (const int count : threads) command += " " + std::to_string(count);
  const std::string said = output_of(command + " 2>/dev/null");
  if (said.empty()) return Error{ErrorCode::kUnavailable, std::string(kPython) + " is missing or failed"};
  return parse_python_forward(said);
}

}  // namespace jaedan::workflow
