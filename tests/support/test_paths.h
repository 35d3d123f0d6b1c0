#pragma once

#include <string>

namespace jaedan::testing {

/// Root of the checkout, without a slash at the end.
std::string source_dir();
/// `../shared` beside the checkout (or $JAEDAN_SHARED); empty when it is not there.
std::string shared_dir();

/// A folder of its own under the system's temporary folder, removed with everything in it at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace jaedan::testing

/// Skips the running test with a message when the shared data folder is absent.
#define JAEDAN_REQUIRE_SHARED()                                              \
  do {                                                                       \
    if (jaedan::testing::shared_dir().empty()) {                             \
      GTEST_SKIP() << "needs ../shared (or JAEDAN_SHARED), which is absent"; \
    }                                                                        \
  } while (false)
