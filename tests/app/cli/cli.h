#pragma once

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/run_program.h"
#include "tests/support/test_paths.h"

namespace jaedan::testing {

/// Runs the real `jaedan` of this build.
inline ProgramResult jaedan(const std::vector<std::string>& arguments) {
  return run_program(JAEDAN_PROGRAM, arguments, {"JAEDAN_USER=tester"});
}

/// What a verb printed with --json.
inline nlohmann::json json_of(const ProgramResult& result) { return nlohmann::json::parse(result.out, nullptr, false); }

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

/// The built-in segmenter as `models --json` tells of it: the one in use where no project says otherwise.
inline nlohmann::json built_in_segmenter() {
  for (const auto& model : json_of(jaedan({"models", "--json"}))) {
    if (model["champion"] == true) return model;
  }
  return {{"id", ""}, {"folder", ""}};
}

/// Bytes that show what a TorchScript archive does, with `inside` where its code would be.
inline std::string script_archive(const std::string& inside) {
  return "PK\x03\x04" + inside + "PK\x01\x02model/constants.pklPK\x01\x02model/code/__torch__.py";
}

inline std::string demo_photos() { return source_dir() + "/assets/demo"; }

}  // namespace jaedan::testing
