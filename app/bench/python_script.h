#pragma once

#include <string>
#include <vector>

#include "labeling/base/result.h"

namespace jaedan::bench {

/// Runs a script of assets/bench in the distribution's Python (/usr/bin/python3), whose PyTorch is the LibTorch of this
/// program, as a process of its own; blocks until done. Returns what it printed. kUnavailable when that is nothing.
Result<std::string> run_python_script(const std::string& script, const std::vector<std::string>& arguments);

}  // namespace jaedan::bench
