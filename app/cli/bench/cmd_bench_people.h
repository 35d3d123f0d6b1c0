#pragma once

#include "app/cli/verb.h"

namespace jaedan::cli {

/// `bench people`: what stands behind these words.
int run_bench_people(const Arguments& arguments);

}  // namespace jaedan::cli
