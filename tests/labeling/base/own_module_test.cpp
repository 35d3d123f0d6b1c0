#include "labeling/base/own_module.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan {
namespace {

constexpr const char* kVariable = "JAEDAN_TEST_MODULE";

TEST(OwnModule, WithoutItsFileItNamesThePlacesThatWereLookedAt) {
  OwnModule module{"libjaedan_nothing.so", kVariable};
  const auto symbol = module.symbol("anything");
  EXPECT_ERROR(symbol, ErrorCode::kUnavailable);
  EXPECT_EQ(symbol.error().message.key, "module.no_file");
  EXPECT_NE(symbol.error().text().find("bin/libjaedan_nothing.so"), std::string::npos) << symbol.error().text();
  EXPECT_NE(symbol.error().text().find("lib/jaedan/libjaedan_nothing.so"), std::string::npos) << symbol.error().text();
}

TEST(OwnModule, AFileThatIsNoModuleIsRefusedInTheLinkersWords) {
  const testing::TemporaryFolder folder;
  const std::string file = folder / "module.so";
  std::ofstream(file) << "no library";
  ASSERT_EQ(setenv(kVariable, file.c_str(), 1), 0);
  OwnModule module{"libjaedan_nothing.so", kVariable};
  const auto symbol = module.symbol("anything");
  unsetenv(kVariable);
  EXPECT_ERROR(symbol, ErrorCode::kUnavailable);
  EXPECT_NE(symbol.error().text().find(file), std::string::npos) << symbol.error().text();
}

TEST(OwnModule, AFailureIsNotKeptAndAnothersSymbolsAreNotOurs) {
  OwnModule module{"libjaedan_nothing.so", kVariable};
  EXPECT_FALSE(module.symbol("utf8proc_version").ok());
  ASSERT_EQ(setenv(kVariable, "/usr/lib/x86_64-linux-gnu/libutf8proc.so.2", 1), 0);
  const auto found = module.symbol("utf8proc_version");
  const auto missing = module.symbol("jaedan_anything");
  unsetenv(kVariable);
  ASSERT_OK(found);
  EXPECT_NE(*found, nullptr);
  EXPECT_ERROR(missing, ErrorCode::kUnavailable);
  EXPECT_EQ(missing.error().message.key, "module.other_program");
}

}  // namespace
}  // namespace jaedan
