#pragma once

#include "app/cli/verb.h"

namespace jaedan::cli {

/// `bench recommend --data FOLDER`: what stands behind "recommend".
int run_bench_vectors(const Arguments& arguments);

}  // namespace jaedan::cli
