#pragma once

#include "app/cli/verb.h"

namespace jaedan::cli {

/// `bench recommend --outfits FILE`: what stands behind "recommend".
int run_bench_outfits(const Arguments& arguments);

}  // namespace jaedan::cli
