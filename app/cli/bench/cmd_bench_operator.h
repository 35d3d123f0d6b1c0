#pragma once

#include "app/cli/verb.h"

namespace jaedan::cli {

/// `jaedan bench operator`: how long a simulated person takes for a photo.
int run_bench_operator(const Arguments& arguments);

}  // namespace jaedan::cli
