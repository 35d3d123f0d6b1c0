#pragma once

#include "app/cli/verb.h"

namespace jaedan::cli {

/// `jaedan bench clicks`: simulated people click on every piece of a data set.
int run_bench_clicks(const Arguments& arguments);

}  // namespace jaedan::cli
