#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <memory>
#include <set>

#include "app/gui/panels/dialogs/accept_all_dialog.h"
#include "app/gui/panels/dialogs/first_start_dialog.h"
#include "app/gui/panels/dialogs/folder_dialog.h"
#include "app/gui/panels/dialogs/help_dialog.h"
#include "app/gui/panels/dialogs/label_approved_dialog.h"
#include "app/gui/panels/dialogs/label_ticked_dialog.h"
#include "app/gui/panels/dialogs/settings_dialog.h"
#include "app/gui/panels/dialogs/sign_in_dialog.h"
#include "app/workflow/project/import_choice.h"
#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"

namespace jaedan::gui::testing {
namespace {

/// All dialogs, as the window draws them: the one that is `dialog` is seen.
struct ShownDialogs {
  Dialog dialog = Dialog::kNone;
  UserField user;
  std::optional<KeyChoice> key_choice;
  FolderChoice folder;
  PhotoTicks ticks;
  SharedAnswer answer;
  SignInForm sign_in{"/p.jaedan", "mina", {}, true, false, true, {}};
  LabelQuestion question{{{PhotoId{3}, PhotoId{5}}, Part::kTop, "colour", "red"}, 12345, 678};

  void operator()(const Ui& ui) {
    key_choice_takes(ui, key_choice);
    first_start_dialog(ui, dialog, user);
    help_dialog(ui, dialog, key_choice);
    settings_dialog(ui, dialog, user);
    folder_dialog(ui, dialog, folder);
    accept_all_dialog(ui, dialog);
    label_ticked_dialog(ui, taxonomy(), ticks, dialog, answer);
    label_approved_dialog(ui, question, dialog);
    sign_in_dialog(ui, dialog, sign_in);
  }
};

class Dialogs : public ::testing::Test {
 protected:
  void draw(NullWindow& window) {
    window.draw([this](const Ui& ui) { shown_(ui); });
  }
  void open(Dialog dialog, NullWindow& window) {
    shown_.dialog = dialog;
    draw(window);
    ASSERT_TRUE(window.shows("dialog.close"));
  }
  void press(const std::string& item, NullWindow& window) {
    window.press(item);
    draw(window);
  }

  ShownDialogs shown_;
};

FolderView full_folder() {
  FolderView view;
  view.path = "/photos/" + std::string(120, 'p');
  for (int i = 0; i < 80; ++i) view.folders.push_back("folder " + std::string(90, 'f') + std::to_string(i));
  view.projects = {"one.jaedan", "two.jaedan"};
  view.photos = 12345;
  return view;
}

TEST_F(Dialogs, EachFitsInEveryLookAndItsCrossClosesIt) {
  for (const Dialog dialog :
       {Dialog::kFirstStart, Dialog::kHelp, Dialog::kSettings, Dialog::kOpenProject, Dialog::kImport,
        Dialog::kAcceptEverywhere, Dialog::kLabelTicked, Dialog::kLabelApproved, Dialog::kSignIn}) {
    for (const Looks& looks : all_looks()) {
      SCOPED_TRACE(std::to_string(static_cast<int>(dialog)) + ", " + name_of(looks));
      NullWindow window(looks);
      shown_ = {};
      open(dialog, window);
      expect_items_inside(window, whole(window), true, "dialog");
      press("dialog.close", window);
      EXPECT_EQ(shown_.dialog, Dialog::kNone);
      EXPECT_FALSE(window.shows("dialog.close"));
    }
  }
}

TEST_F(Dialogs, TheNameOfAUserIsNoFieldInTheSettings) {
  NullWindow window;
  open(Dialog::kSettings, window);
  EXPECT_TRUE(window.shows("user"));
  window.actor.user = UserId{1};
  draw(window);
  EXPECT_FALSE(window.shows("user")) << "the project has users; the menu changes who works";
}

TEST_F(Dialogs, AFullFolderOrABrokenOneFitsInEveryLook) {
  for (const Looks& looks : all_looks()) {
    NullWindow window(looks);
    shown_ = {};
    shown_.folder.listing = full_folder();
    open(Dialog::kImport, window);
    expect_items_inside(window, whole(window), true, name_of(looks));
    shown_.folder.listing.error = Error{ErrorCode::kIo, "test.no_permission", "permission denied"};
    shown_.folder.listing.waiting = true;
    draw(window);
    expect_items_inside(window, whole(window), true, name_of(looks));
  }
}

TEST_F(Dialogs, NothingIsDrawnWhileNoneIsOpen) {
  NullWindow window;
  draw(window);
  EXPECT_TRUE(window.items().all().empty());
}

TEST_F(Dialogs, AcceptingEverywhereIsAskedOnlyAfterYes) {
  NullWindow window;
  open(Dialog::kAcceptEverywhere, window);
  press("accept_all.no", window);
  EXPECT_EQ(window.request_count(), 0u);
  open(Dialog::kAcceptEverywhere, window);
  press("accept_all.yes", window);
  EXPECT_TRUE(window.asked_for("accept_everywhere_now"_action));
  EXPECT_EQ(shown_.dialog, Dialog::kNone);
}

TEST_F(Dialogs, TheFirstStartLeadsToTheKeys) {
  NullWindow window;
  open(Dialog::kFirstStart, window);
  press("welcome.light", window);
  ASSERT_TRUE(window.asked<ChangeSettings>());
  EXPECT_EQ(window.asked<ChangeSettings>()->settings.theme, ThemeKind::kLight);
  press("first.keys", window);
  EXPECT_EQ(shown_.dialog, Dialog::kHelp);
  EXPECT_TRUE(window.shows("key.undo"));
}

TEST_F(Dialogs, SettingsAreAskedForAsTheyAreChosen) {
  NullWindow window;
  open(Dialog::kSettings, window);
  window.forget_requests();
  press("keys.cvat", window);
  EXPECT_TRUE(window.asked_some<ChangeSettings>(
      [](const ChangeSettings& change) { return change.settings.keys == KeyPreset::kCvat; }));
}

TEST_F(Dialogs, AProjectIsOpenedAFolderIsLookedInto) {
  NullWindow window;
  shown_.folder.listing = full_folder();
  open(Dialog::kOpenProject, window);
  press("folder." + shown_.folder.listing.folders[0], window);
  ASSERT_TRUE(window.asked<ListFolder>());
  EXPECT_EQ(window.asked<ListFolder>()->path, shown_.folder.listing.path + "/" + shown_.folder.listing.folders[0]);
  EXPECT_EQ(shown_.dialog, Dialog::kOpenProject);
  press("folder.two.jaedan", window);
  ASSERT_TRUE(window.asked<OpenProject>());
  EXPECT_EQ(window.asked<OpenProject>()->path, shown_.folder.listing.path + "/two.jaedan");
  EXPECT_EQ(shown_.dialog, Dialog::kNone);
}

TEST_F(Dialogs, AProjectIsMadeWherePhotosAre) {
  NullWindow window;
  shown_.folder.listing = full_folder();
  shown_.folder.listing.photos = 0;
  open(Dialog::kOpenProject, window);
  press("open.create", window);
  EXPECT_EQ(window.request_count(), 0u);
  shown_.folder.listing.photos = 3;
  press("open.create", window);
  ASSERT_TRUE(window.asked<OpenProject>());
  EXPECT_EQ(window.asked<OpenProject>()->path, shown_.folder.listing.path);
}

TEST_F(Dialogs, AFolderIsImportedAsWhatItsFilesAre) {
  NullWindow window;
  shown_.folder.listing = full_folder();
  open(Dialog::kImport, window);
  EXPECT_FALSE(window.shows("folder.one.jaedan")) << "projects are not imported";
  press("import.go", window);
  ASSERT_TRUE(window.asked<ImportFolder>());
  EXPECT_EQ(window.asked<ImportFolder>()->format, "") << "found out";
}

TEST_F(Dialogs, EverythingThatCanBeImportedCanBeChosen) {
  for (const workflow::ImportChoice& choice : workflow::import_choices()) {
    SCOPED_TRACE(choice.name);
    NullWindow window;
    shown_ = {};
    shown_.folder.listing = full_folder();
    open(Dialog::kImport, window);
    press("import.format", window);
    press("import.format." + choice.name, window);
    press("import.go", window);
    ASSERT_TRUE(window.asked<ImportFolder>());
    EXPECT_EQ(window.asked<ImportFolder>()->format, choice.name);
  }
}

TEST_F(Dialogs, ThePathsFieldIsReadOnEnter) {
  NullWindow window;
  open(Dialog::kOpenProject, window);
  press("folder.path", window);
  window.type("/data");
  window.key(GLFW_KEY_ENTER);
  draw(window);
  ASSERT_TRUE(window.asked<ListFolder>());
  EXPECT_EQ(window.asked<ListFolder>()->path, "/data");
}

TEST_F(Dialogs, AKeyIsGivenToWhatWasPressed) {
  NullWindow window;
  open(Dialog::kHelp, window);
  press("key.undo", window);
  ASSERT_TRUE(shown_.key_choice);
  window.key(GLFW_KEY_F9);
  draw(window);
  ASSERT_TRUE(window.asked<ChangeSettings>());
  EXPECT_EQ(changes_of(window.asked<ChangeSettings>()->settings).at("undo"), "F9");
  EXPECT_FALSE(shown_.key_choice);
}

TEST_F(Dialogs, AKeyThatDoesSomethingElseIsAskedAbout) {
  NullWindow window;
  open(Dialog::kHelp, window);
  press("key.undo", window);
  window.key(GLFW_KEY_P);
  draw(window);
  EXPECT_EQ(window.request_count(), 0u);
  ASSERT_TRUE(window.shows("key.keep"));
  press("key.keep", window);
  EXPECT_FALSE(shown_.key_choice);
  press("key.undo", window);
  window.key(GLFW_KEY_P);
  draw(window);
  press("key.take", window);
  ASSERT_TRUE(window.asked<ChangeSettings>());
  EXPECT_EQ(changes_of(window.asked<ChangeSettings>()->settings).at("undo"), "P");
}

TEST_F(Dialogs, TickedPhotosGetOneAnswer) {
  NullWindow window({Language::kEnglish});
  shown_.ticks.photos = {PhotoId{3}, PhotoId{5}};
  open(Dialog::kLabelTicked, window);
  press("shared.apply", window);
  EXPECT_EQ(window.request_count(), 0u) << "there is no answer yet";
  press("shared.part.bottom", window);
  press("shared.attribute.colour", window);
  press("shared.value.black", window);
  press("shared.apply", window);
  const LabelTicked* asked = window.asked<LabelTicked>();
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->label.attribute, "colour");
  EXPECT_EQ(asked->label.value, "black");
  EXPECT_EQ(asked->label.part, Part::kBottom);
  EXPECT_EQ(shown_.dialog, Dialog::kNone);
}

TEST_F(Dialogs, ApprovedPhotosAreAskedAboutBeforeTheyAreLabelled) {
  for (const bool too : {false, true}) {
    NullWindow window;
    open(Dialog::kLabelApproved, window);
    press(too ? "label_approved.all" : "label_approved.leave", window);
    const LabelTicked* asked = window.asked<LabelTicked>();
    ASSERT_TRUE(asked);
    EXPECT_TRUE(asked->asked);
    EXPECT_EQ(asked->label.approved_too, too);
    EXPECT_EQ(asked->label.photos.size(), 2u);
  }
  NullWindow window;
  open(Dialog::kLabelApproved, window);
  press("label_approved.no", window);
  EXPECT_EQ(window.request_count(), 0u);
  EXPECT_EQ(shown_.dialog, Dialog::kNone);
}

TEST_F(Dialogs, LabellingTogetherStartsFromTheFilterAndUnanswered) {
  labeling::PhotoFilter filter;
  EXPECT_EQ(starting_answer(filter, taxonomy()).part, Part::kTop);
  filter.part = Part::kBottom;
  filter.attribute = "colour";
  filter.value = "black";
  const SharedAnswer of_filter = starting_answer(filter, taxonomy());
  EXPECT_EQ(of_filter.part, Part::kBottom);
  EXPECT_EQ(of_filter.attribute, "colour");
  EXPECT_EQ(of_filter.value, "");
  EXPECT_EQ(of_filter.typed, "");
  filter.part.reset();
  filter.attribute = "style";
  EXPECT_FALSE(starting_answer(filter, taxonomy()).part) << "style is said of the photo";
}

TEST_F(Dialogs, WhatIsTypedFindsTheAnswer) {
  NullWindow window({Language::kEnglish});
  shown_.ticks.photos = {PhotoId{3}};
  shown_.answer.attribute = "colour";
  open(Dialog::kLabelTicked, window);
  press("shared.typed", window);
  window.type("bla");
  draw(window);
  EXPECT_EQ(shown_.answer.value, "black");
}

TEST_F(Dialogs, TheKeysStandInAsManyColumnsAsCanBeRead) {
  const auto columns = [&](int width, float letters) {
    NullWindow window({Language::kEnglish, ThemeKind::kDark, letters, width, 800});
    shown_ = {};
    open(Dialog::kHelp, window);
    std::set<float> lefts;
    for (const char* key : {"key.select_tool", "key.undo", "key.next_photo", "key.next_reading"}) {
      const auto item = window.items().find(key);
      if (item) lefts.insert(static_cast<float>(item->rect.x));
    }
    return lefts.size();
  };
  EXPECT_EQ(columns(1280, 1), 4u);
  EXPECT_EQ(columns(1280, 1.5F), 2u);
  EXPECT_EQ(columns(1280, 2), 2u);
}

}  // namespace
}  // namespace jaedan::gui::testing
