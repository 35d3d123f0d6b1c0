#pragma once

#include "app/cli/verb.h"

namespace jaedan::cli {

/// `bench recommend`: which of its measurements is wanted is said by an option.
int run_bench_recommend(const Arguments& arguments);

}  // namespace jaedan::cli
