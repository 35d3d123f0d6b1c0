#pragma once

#include <string>
#include <vector>

#include "labeling/base/result.h"

namespace jaedan::bench {

/// Forward passes of a model's network in Python's PyTorch, with one number of threads and one memory layout.
struct PythonPasses {
  int threads = 0;
  std::string layout;      ///< "channels_first" or "channels_last"
  std::vector<double> ms;  ///< one a pass
};

/// What assets/bench/torch_forward.py says.
struct PythonForward {
  std::string torch_version;
  double mean_logit = 0;  ///< as inference::ForwardTimes::mean_logit
  std::vector<PythonPasses> runs;
};

/// Runs the network in the distribution's Python (/usr/bin/python3), a process of its own, `passes` times for each
/// number of threads and each layout. `architecture` of the model card, weights and input size are read by the script.
/// kUnavailable when there is no such Python, when it has no PyTorch, or when the script does not know the
/// architecture, with the reason in one sentence; blocks until done.
Result<PythonForward> python_forward(const std::string& model_folder, const std::vector<int>& threads, int passes);

/// What the script prints, or its {"error": …} as kUnavailable. kCorrupt when it is neither.
Result<PythonForward> parse_python_forward(const std::string& json);

}  // namespace jaedan::bench
