#include "app/bench/python_forward.h"

#include <nlohmann/json.hpp>

#include "app/bench/python_script.h"

namespace jaedan::bench {

Result<PythonForward> parse_python_forward(const std::string& json) {
  try {
    const nlohmann::json document = nlohmann::json::parse(json);
    if (document.contains("error")) {
      return Error{ErrorCode::kUnavailable, "bench.python_said", "{0}", {document["error"].get<std::string>()}};
    }
    PythonForward forward;
    forward.torch_version = document.at("torch").get<std::string>();
    forward.mean_logit = document.at("mean_logit").get<double>();
    for (const nlohmann::json& run : document.at("runs")) {
      forward.runs.push_back(
          {run.at("threads").get<int>(), run.at("layout").get<std::string>(), run.at("ms").get<std::vector<double>>()});
    }
    return forward;
  } catch (const nlohmann::json::exception& e) {
    return Error{ErrorCode::kCorrupt, "bench.python_unreadable", "what Python said cannot be read: {0}", {e.what()}};
  }
}

Result<PythonForward> python_forward(const std::string& model_folder, const std::vector<int>& threads, int passes) {
  std::vector<std::string> arguments = {model_folder, "--passes", std::to_string(passes), "--threads"};
  for (const int count : threads) arguments.push_back(std::to_string(count));
  JAEDAN_ASSIGN_OR_RETURN(const std::string said, run_python_script("torch_forward.py", arguments));
  return parse_python_forward(said);
}

}  // namespace jaedan::bench
