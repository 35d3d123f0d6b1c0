#pragma once

#include "app/cli/verb.h"

namespace jaedan::cli {

/// `bench studio`; arguments without these two words.
int run_bench_studio(const Arguments& arguments);

}  // namespace jaedan::cli
