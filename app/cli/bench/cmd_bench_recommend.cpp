#include "app/cli/bench/cmd_bench_recommend.h"

#include <algorithm>

#include "app/cli/bench/cmd_bench_index.h"
#include "app/cli/bench/cmd_bench_outfits.h"
#include "app/cli/bench/cmd_bench_vectors.h"

namespace jaedan::cli {
namespace {

bool gives(const Arguments& arguments, const std::string& option) {
  return std::any_of(arguments.begin(), arguments.end(),
                     [&](const std::string& word) { return word == option || word.rfind(option + "=", 0) == 0; });
}

}  // namespace

// Three things are measured, each by an option of its own; without one of them outfits tell what is missing.
int run_bench_recommend(const Arguments& arguments) {
  if (gives(arguments, "--index")) return run_bench_index(arguments);
  if (gives(arguments, "--data")) return run_bench_vectors(arguments);
  return run_bench_outfits(arguments);
}

}  // namespace jaedan::cli
