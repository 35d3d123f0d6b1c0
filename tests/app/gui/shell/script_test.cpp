#include "app/gui/shell/script.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"

namespace jaedan::gui {
namespace {

TEST(Script, ReadsEveryKindOfLine) {
  EXPECT_OK(Script::parse(
      "# a comment\n\nkey Ctrl+Z\nimage-click 10 20\nclick 1 2 right\nwait idle\nwait 5\nwait file a.png\n"
      "press question.colour\ntext ㅂㄹ\nsay done\nimage-drag 1 2 3 4 5 6\nquit\n"));
}

TEST(Script, NamesTheLineThatMakesNoSense) {
  for (const char* wrong : {"key Z\nclik 1 2\n", "key Z\nclick 1\n", "key Z\nkey Hyper+Z\n"}) {
    const Result<Script> parsed = Script::parse(wrong);
    EXPECT_ERROR(parsed, ErrorCode::kInvalidArgument);
    EXPECT_NE(parsed.error().text().find("line 2"), std::string::npos) << parsed.error().text();
  }
}

}  // namespace
}  // namespace jaedan::gui
