#pragma once

#include "app/cli/verb.h"

namespace jaedan::cli {

/// `jaedan bench train …`: `arguments` are those behind the word "train". Returns an ExitCode.
int run_bench_train(const Arguments& arguments);

}  // namespace jaedan::cli
