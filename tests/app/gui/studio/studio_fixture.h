#pragma once

#include <gtest/gtest.h>

#include <string>

#include "tests/app/gui/studio/made_project.h"
#include "tests/app/gui/studio/studio_runner.h"
#include "tests/support/matchers.h"

namespace jaedan::gui::testing {

/// A project of two made photos, in whose first one the real program does what scripts say.
class StudioFixture : public ::testing::Test {
 protected:
  void SetUp() override { JAEDAN_REQUIRE_DISPLAY(); }
  /// The first photo's annotation on disk after the script.
  Annotation play_on(const std::string& script) const {
    const auto result = play(project_.path(), "wait idle\n" + script + "wait idle\n");
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return project_.annotation(0);
  }

  MadeProject project_{2};
};

}  // namespace jaedan::gui::testing
