#pragma once

#include <string>
#include <vector>

namespace jaedan::testing {

/// What a program left behind.
struct ProgramResult {
  int exit_code = -1;  ///< −signal when a signal ended it
  std::string out;
  std::string err;
};

/// Runs a program to its end with the given arguments; standard input is `input`. `environment` entries
/// ("NAME=value") are added to the present environment.
ProgramResult run_program(const std::string& path, const std::vector<std::string>& arguments,
                          const std::vector<std::string>& environment = {}, const std::string& input = {});

}  // namespace jaedan::testing
