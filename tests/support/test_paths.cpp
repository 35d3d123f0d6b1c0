#include "tests/support/test_paths.h"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace jaedan::testing {

namespace fs = std::filesystem;

std::string source_dir() { return JAEDAN_SOURCE_DIR; }

std::string shared_dir() {
  const char* set = std::getenv("JAEDAN_SHARED");
  const fs::path folder = set ? fs::path(set) : fs::path(source_dir()).parent_path() / "shared";
  return fs::is_directory(folder / "kfashion") ? folder.string() : std::string();
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "jaedan-test-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::runtime_error("cannot make " + name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace jaedan::testing
