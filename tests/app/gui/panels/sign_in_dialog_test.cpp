#include "app/gui/panels/dialogs/sign_in_dialog.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <type_traits>

#include "tests/app/gui/panels/null_window.h"

namespace jaedan::gui::testing {
namespace {

class SignInDialog : public ::testing::Test {
 protected:
  void draw(NullWindow& window) {
    window.draw([this](const Ui& ui) { sign_in_dialog(ui, dialog_, form_); });
  }
  void open(NullWindow& window) {
    dialog_ = Dialog::kSignIn;
    draw(window);
    ASSERT_TRUE(window.shows("dialog.close"));
  }
  void press(const std::string& item, NullWindow& window) {
    window.press(item);
    draw(window);
  }

  Dialog dialog_ = Dialog::kNone;
  SignInForm form_{"/p.jaedan", "mina", {}, false, false, true, {}};
};

TEST_F(SignInDialog, WhoWorksIsSaidByTheKeyboardAlone) {
  NullWindow window;
  form_.asks_password = false;
  open(window);
  EXPECT_FALSE(window.shows("sign_in.password"));
  window.type("jun");  // instead of the name that was remembered
  window.key(GLFW_KEY_ENTER);
  draw(window);
  ASSERT_TRUE(window.asked<SignInAs>());
  EXPECT_EQ(window.asked<SignInAs>()->name, "jun");
  EXPECT_EQ(window.asked<SignInAs>()->password.text(), "");
  EXPECT_TRUE(form_.waiting);

  // The answer: there is a password.
  form_.waiting = false;
  form_.asks_password = form_.focus = true;
  draw(window);
  window.type("hers");
  window.key(GLFW_KEY_ENTER);
  static_assert(!std::is_copy_constructible_v<SignInAs>, "a password is not copied on its way");
  draw(window);
  EXPECT_EQ(window.asked<SignInAs>()->password.text(), "hers");
  EXPECT_TRUE(form_.password.empty()) << "it is on its way";
}

TEST_F(SignInDialog, TabAndEnterLeadFromTheNameToThePassword) {
  for (const int key : {GLFW_KEY_TAB, GLFW_KEY_ENTER}) {
    NullWindow window;
    form_ = {"/p.jaedan", "mina", {}, true, false, true, {}};
    open(window);  // the password is due, but it is somebody else
    press("sign_in.name", window);
    window.type("jun");
    window.key(key);
    draw(window);
    EXPECT_FALSE(window.asked<SignInAs>()) << "nothing is sent without a password";
    window.type("hers");
    draw(window);
    EXPECT_EQ(form_.password, "hers") << key;
    window.key(GLFW_KEY_ENTER);
    draw(window);
    ASSERT_TRUE(window.asked<SignInAs>()) << key;
    EXPECT_EQ(window.asked<SignInAs>()->name, "jun");
  }
}

TEST_F(SignInDialog, WhoWorksIsAskedOnceAtATimeAndNotWithoutAName) {
  NullWindow window;
  form_.waiting = true;
  open(window);
  press("sign_in.go", window);
  EXPECT_FALSE(window.asked<SignInAs>());
  form_.waiting = false;
  form_.name.clear();
  press("sign_in.go", window);
  EXPECT_FALSE(window.asked<SignInAs>());
}

TEST_F(SignInDialog, ALongRefusalFitsAndAPasswordGoesWithTheDialog) {
  for (const Looks& looks : all_looks()) {
    NullWindow window(looks);
    form_ = {};
    form_.name = "mina";
    form_.refused = std::string(40, 'n') + " " + std::string(200, 'w');
    form_.password = "hers";
    open(window);
    expect_items_inside(window, whole(window), true, name_of(looks));
    press("dialog.close", window);
    EXPECT_TRUE(form_.password.empty());
  }
}

}  // namespace
}  // namespace jaedan::gui::testing
