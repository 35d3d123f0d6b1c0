#include "inference/torch/torch_loader.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "inference/torch/open_model.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

TEST(TorchLoader, WithoutTheModuleItSaysWhatToInstall) {
  ASSERT_EQ(setenv("JAEDAN_TORCH_MODULE", "/nowhere/libjaedan_torch.so", 1), 0);
  const auto module = load_torch_module();
  unsetenv("JAEDAN_TORCH_MODULE");
  EXPECT_ERROR(module, ErrorCode::kUnavailable);
  EXPECT_NE(module.error().text().find("/nowhere/libjaedan_torch.so"), std::string::npos);
  EXPECT_NE(module.error().text().find("libtorch"), std::string::npos);
}

TEST(TorchLoader, AFileThatIsNoModuleIsRefused) {
  const testing::TemporaryFolder folder;
  std::ofstream(folder / "libjaedan_torch.so") << "no library";
  ASSERT_EQ(setenv("JAEDAN_TORCH_MODULE", (folder / "libjaedan_torch.so").c_str(), 1), 0);
  const auto prefiller = open_prefiller({});
  unsetenv("JAEDAN_TORCH_MODULE");
  EXPECT_ERROR(prefiller, ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace jaedan::inference
