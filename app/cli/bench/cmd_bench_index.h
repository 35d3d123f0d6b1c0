#pragma once

#include "app/cli/verb.h"

namespace jaedan::cli {

/// `bench recommend --index COUNT`: what stands behind these words.
int run_bench_index(const Arguments& arguments);

}  // namespace jaedan::cli
