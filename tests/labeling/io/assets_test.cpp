#include "labeling/io/assets.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

/// Sets an environment variable for one test.
class ScopedVariable {
 public:
  ScopedVariable(const char* name, const std::string& value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    ::setenv(name, value.c_str(), 1);
  }
  ~ScopedVariable() { ::setenv(name_, before_.c_str(), 1); }

 private:
  const char* name_;
  std::string before_;
};

TEST(Assets, AreFoundWhereTheVariablePoints) {
  jaedan::testing::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "mine/taxonomy");
  const ScopedVariable variable("JAEDAN_ASSETS", folder / "mine/");
  ASSERT_OK_AND_ASSIGN(const std::string found, assets_dir());
  EXPECT_TRUE(std::filesystem::equivalent(found, folder / "mine"));
}

TEST(Assets, AFolderWithoutATaxonomyIsPassedOver) {
  jaedan::testing::TemporaryFolder folder;
  const ScopedVariable variable("JAEDAN_ASSETS", folder.path());
  const Result<std::string> found = assets_dir();
  if (found.ok()) {
    EXPECT_FALSE(std::filesystem::equivalent(*found, folder.path()));
  } else {
    EXPECT_EQ(found.error().code, ErrorCode::kNotFound);
    EXPECT_NE(found.error().text().find(folder.path()), std::string::npos);
  }
}

}  // namespace
}  // namespace jaedan::labeling
