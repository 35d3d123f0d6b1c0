// A project with users, in the real program: who works is asked, and is whose work it is.
#include <gtest/gtest.h>

#include <filesystem>

#include "app/workflow/people/manage_users.h"
#include "labeling/store/program.h"
#include "tests/app/gui/studio/studio_fixture.h"

namespace jaedan::gui::testing {
namespace {

const std::string kAsked = "wait idle\nwait widget sign_in.name\nwait 2\n";
const std::string kOpened = "wait idle\nwait widget tool.polygon\nwait idle\n";

class StudioSignIn : public StudioFixture {
 protected:
  void SetUp() override {
    StudioFixture::SetUp();
    const workflow::Project project = project_.open();
    labeling::Store& store = project.store();
    ASSERT_OK(store.add_user("boss", {Role::kManager}, {}));
    ASSERT_OK(store.add_user("mina", {Role::kAnnotator}, {}));
    ASSERT_OK_AND_ASSIGN(const std::string hash, hash_password("hers", PasswordCost::least()));
    ASSERT_OK(store.add_user("jun", {Role::kInspector}, hash));
  }
  /// Who is no manager sees their tasks only.
  void give_mina_the_first_photo() const {
    const workflow::Project project = project_.open();
    ASSERT_OK_AND_ASSIGN(const auto mina, project.store().user_named("mina"));
    ASSERT_OK(project.store().claim({mina->id, Stage::kDrawn, project_.photo(0), 3600}, labeling::utc_now()));
  }
  jaedan::testing::ProgramResult played(const std::string& script) const { return play(project_.path(), script); }
  std::string last_who() const {
    const auto changes = project_.open().store().changes(project_.photo(0));
    return changes.ok() && !changes->empty() ? changes->back().note.who : "";
  }
};

TEST_F(StudioSignIn, WhoWorksIsAskedAndTheWorkIsTheirs) {
  give_mina_the_first_photo();
  const auto result = played(kAsked + "text mina\nkey Enter\n" + kOpened + kDrawATop);
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const Annotation annotation = project_.annotation(0);
  ASSERT_EQ(annotation.garments.size(), 1u);
  EXPECT_EQ(annotation.garments[0].region_provenance, Provenance::human("mina"));
  EXPECT_EQ(last_who(), "mina");
}

TEST_F(StudioSignIn, NothingIsShownOfTheProjectBefore) {
  const auto result = played(kAsked + "press dialog.close\nwait widget welcome.open\nkey 2\nimage-click 60 70\n");
  EXPECT_NE(result.exit_code, 0) << "there is no photo to click on";
  EXPECT_EQ(project_.annotation(0).revision, 0);
}

TEST_F(StudioSignIn, APasswordIsAskedForAndAWrongOneRefused) {
  const auto result = played(kAsked +
                             "text jun\nkey Enter\nwait idle\nwait widget sign_in.password\nwait 2\n"
                             "text wrong\nkey Enter\nwait idle\nwait 3\ntext hers\nkey Enter\n" +
                             kOpened);
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(project_.open().store().user_named("jun").value()->failed_logins, 0) << "the right one came after it";
}

TEST_F(StudioSignIn, AfterTenWrongPasswordsNobodyIsLetInBeforeAManagerHelps) {
  std::string ten;
  for (int i = 0; i < 10; ++i) ten += "text wrong\nkey Enter\nwait idle\nwait 3\n";
  const auto result = played(kAsked + "text jun\nkey Enter\nwait idle\nwait widget sign_in.password\nwait 2\n" + ten +
                             "text hers\nkey Enter\nwait idle\nwait 3\nwait widget sign_in.password\nscreenshot " +
                             project_.file("locked.png") + "\n");
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(project_.open().store().user_named("jun").value()->failed_logins, 10);
}

TEST_F(StudioSignIn, WhoIsNobodyIsToldAndMayTryAgain) {
  const auto result = played(kAsked + "text nobody\nkey Enter\nwait idle\nwait 3\nscreenshot " +
                             project_.file("no.png") + "\nkey Ctrl+A\ntext boss\nkey Enter\n" + kOpened + kDrawATop);
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(last_who(), "boss");
}

TEST_F(StudioSignIn, AnAnnotatorDoesNotApproveButSubmits) {
  give_mina_the_first_photo();
  const auto result = played(kAsked + "text mina\nkey Enter\n" + kOpened + kDrawATop + "key Ctrl+Enter\nwait idle\n");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(project_.annotation(0).state, WorkflowState::kDrawn);
}

TEST_F(StudioSignIn, SomebodyElseGoesOnByTheMenu) {
  give_mina_the_first_photo();
  const auto result = played(kAsked + "text mina\nkey Enter\n" + kOpened + kDrawATop +
                             "key Shift+F7\nwait idle\npress menu\npress menu.user\nwait idle\nwait widget "
                             "sign_in.name\nwait 2\ntext boss\nkey Enter\n" +
                             kOpened + "key H\nimage-click 100 100\nkey Del\nwait idle\n");
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(last_who(), "boss");
}

TEST(StudioSignInFolder, AFolderOfATeamIsImportedByWhoSignedInIfTheyMay) {
  JAEDAN_REQUIRE_DISPLAY();
  const jaedan::testing::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "photos");
  MadeProject::write_photo(folder / "photos/a.png");
  ASSERT_EQ(play(folder / "photos", "wait idle\n").exit_code, 0);
  const auto project = [&] { return workflow::Project::open(folder / "photos.jaedan"); };
  ASSERT_OK(project()->store().add_user("boss", {Role::kManager}, {}));
  ASSERT_OK(project()->store().add_user("mina", {Role::kAnnotator}, {}));
  MadeProject::write_photo(folder / "photos/b.png");
  const auto count = [&] { return project()->store().list({}, PhotoId{}, 10)->size(); };
  const auto as_mina =
      play(folder / "photos", kAsked + "text mina\nkey Enter\nwait idle\nwait widget task.next\nwait idle\n");
  EXPECT_EQ(as_mina.exit_code, 0) << as_mina.err;
  EXPECT_EQ(count(), 1u);
  const auto as_boss = play(folder / "photos", kAsked + "text boss\nkey Enter\n" + kOpened);
  EXPECT_EQ(as_boss.exit_code, 0) << as_boss.err;
  EXPECT_EQ(count(), 2u);
}

}  // namespace
}  // namespace jaedan::gui::testing
