// The manage view in the real program.
#include <gtest/gtest.h>

#include "labeling/store/program.h"
#include "tests/app/gui/studio/studio_fixture.h"

namespace jaedan::gui::testing {
namespace {

const std::string kManage = "key Shift+F3\nwait idle\nwait widget manage.team\n";

std::string manager_signs_in(const std::string& name) {
  return "wait idle\nwait widget sign_in.name\nwait 2\ntext " + name +
         "\nkey Enter\nwait idle\nwait widget task.next\nwait idle\n";
}

class StudioManage : public StudioFixture {
 protected:
  void played(const std::string& script) const {
    const auto result = play(project_.path(), script + "wait idle\n");
    EXPECT_EQ(result.exit_code, 0) << result.err;
  }
  void make_team() const {
    const workflow::Project project = project_.open();
    ASSERT_OK(project.store().add_user("boss", {Role::kManager}, {}));
    ASSERT_OK(project.store().add_user("mina", {Role::kAnnotator}, {}));
  }
  std::optional<User> user(const std::string& name) const { return *project_.open().store().user_named(name); }
};

TEST_F(StudioManage, ABarLeadsToThePhotosBehindIt) {
  make_team();
  Annotation annotation = project_.annotation(1);
  annotation.state = WorkflowState::kDrawn;
  Garment top;
  top.id = GarmentId{1};
  top.region = {{{{60, 70}, {140, 70}, {140, 150}, {60, 150}}}};
  top.region_provenance = Provenance::human("mina");
  annotation.garments = {top};
  ASSERT_OK(project_.open().store().save(annotation, {"mina", "submit"}));
  played(manager_signs_in("boss") + kManage +
         "wait widget chart.people.0\npress chart.people.0\nwait idle\nwait widget filter.only\nwait widget photo.0\n");
  const auto second = play(project_.path(), manager_signs_in("boss") + kManage +
                                                "wait widget chart.people.0\npress chart.people.0\nwait idle\n"
                                                "wait widget filter.only\npress photo.1\n");
  EXPECT_NE(second.exit_code, 0) << "one photo is listed";
}

TEST_F(StudioManage, PeopleAreAdded) {
  make_team();
  played(manager_signs_in("boss") + kManage +
         "press manage.team\nwait widget team.name\npress team.name\ntext kim\npress team.role.expert\n"
         "press team.add\nwait idle\n");
  ASSERT_TRUE(user("kim"));
  EXPECT_EQ(user("kim")->roles, (Roles{Role::kAnnotator, Role::kExpert}));
}

TEST_F(StudioManage, TheFirstPersonMakesATeamThatSignsIn) {
  played(kManage +
         "press manage.team\nwait widget team.name\npress team.name\ntext boss\npress team.role.manager\n"
         "press team.add\nwait idle\nwait widget sign_in.name\n");
  ASSERT_TRUE(user("boss"));
  EXPECT_TRUE(user("boss")->is_manager());
}

TEST_F(StudioManage, IsForManagers) {
  make_team();
  const auto result =
      play(project_.path(), manager_signs_in("mina") + "key Shift+F3\nwait idle\nwait 2\npress manage.team\n");
  EXPECT_NE(result.exit_code, 0) << "there is no such page";
}

}  // namespace
}  // namespace jaedan::gui::testing
