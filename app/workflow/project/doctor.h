#pragma once

#include <string>
#include <vector>

namespace jaedan::workflow {

/// One thing that this machine has or lacks.
struct Finding {
  std::string topic;  ///< "model module", "Korean font", …
  bool works = false;
  std::string detail;  ///< what was found, or what to do about it
};

/// Looks at everything that Jaedan needs: processor, memory, assets, vocabulary, database, model module, built-in
/// model, fonts, display. Loads LibTorch, so it takes about half a second.
std::vector<Finding> examine_machine();

}  // namespace jaedan::workflow
