#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "tests/support/run_program.h"
#include "tests/support/test_paths.h"

namespace jaedan::gui::testing {

/// A script that draws a square top on the photo that is shown.
inline const std::string kDrawATop = R"(
wait idle
key 2
image-click 60 70
image-click 140 70
image-click 140 150
image-click 60 150
key Enter
wait idle
)";

/// A display to open windows on: the one of $DISPLAY, or an Xvfb of our own for the life of this object.
class Display {
 public:
  Display();
  ~Display();
  Display(const Display&) = delete;
  Display& operator=(const Display&) = delete;

  bool ok() const { return !name_.empty(); }
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  pid_t server_ = 0;
};

/// The display that all tests of this program share. Not ok() only where Xvfb is not installed or
/// does not start.
const Display& shared_display();

/// Runs jaedan-studio on the shared display, with settings of its own and $JAEDAN_USER = tester.
jaedan::testing::ProgramResult run_studio(const std::vector<std::string>& arguments);
/// Plays `script` on `project` in a window of 1280×800, in English.
jaedan::testing::ProgramResult play(const std::string& project, const std::string& script,
                                    const std::vector<std::string>& more_arguments = {});
/// Starts the studio with `script`, waits until it says `word`, and kills it at once (SIGKILL). False when it
/// ends without saying so.
bool kill_when_said(const std::string& project, const std::string& script, const std::string& word);

}  // namespace jaedan::gui::testing

/// Fails the running test where there is no display and no Xvfb to make one: a window that is not tested is no
/// window that works.
#define JAEDAN_REQUIRE_DISPLAY()                           \
  ASSERT_TRUE(jaedan::gui::testing::shared_display().ok()) \
      << "needs a display, or Xvfb to make one; install the package xvfb"
