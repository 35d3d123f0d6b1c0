#include "app/gui/panels/manage/manage_panel.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <memory>
#include <type_traits>

#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/manage/made_figures.h"
#include "tests/app/gui/panels/null_window.h"

namespace jaedan::gui::testing {
namespace {

constexpr ManagePage kAll[] = {ManagePage::kWork,   ManagePage::kBacklog, ManagePage::kDecisions, ManagePage::kModel,
                               ManagePage::kLabels, ManagePage::kDrift,   ManagePage::kQuality,   ManagePage::kTeam,
                               ManagePage::kQueues, ManagePage::kAudit};

/// A page of the manage view of a team of so many.
struct ShownManage {
  ShownManage(ManagePage page, int people) {
    state.page = page;
    work.found = std::make_shared<const workflow::WorkFigures>(made_figures(people, 30));
    workflow::QualityRows rows;
    Team made;
    FoundRecords log;
    for (int i = 0; i < people; ++i) {
      const std::string name = "person " + std::to_string(i) + " with a name of forty characters";
      rows.honeypots.push_back({name, Stage::kDrawn, "iou", 0.8, 0.7, 0.9, 12});
      TeamMember member;
      member.user.id = UserId{i + 1};
      member.user.name = name;
      member.user.roles = {Role::kAnnotator};
      member.user.disabled = i == 1;
      made.members.push_back(member);
      labeling::LogRecord record;
      record.number = i + 1;
      record.at = "2026-03-05T12:00:00.000Z";
      record.note.who = name;
      record.note.action = "draw";
      record.subject.photo = PhotoId{i + 1};
      log.records.push_back(record);
      log.photos.push_back("photo_with_a_name_that_is_much_longer_than_its_column_" + std::to_string(i) + ".jpg");
    }
    workflow::SampleReport sample;
    sample.sample.id = SampleId{3};
    sample.sample.at = "2026-03-05T12:00:00.000Z";
    sample.workers = {{"kim", 100, 10, 5, 1, 0, false}};
    if (people > 0) made.samples = {sample};
    quality.found = std::make_shared<const workflow::QualityRows>(std::move(rows));
    team.found = std::make_shared<const Team>(std::move(made));
    records.found = std::make_shared<const FoundRecords>(std::move(log));
  }
  void operator()(const Ui& ui) {
    manage_panel(ui, {taxonomy(), work, quality, team, records, refused, listed}, state);
  }
  std::string first_person() const { return team.found->members.front().user.name; }

  Asked<workflow::WorkFigures> work;
  Asked<workflow::QualityRows> quality;
  Asked<Team> team;
  Asked<FoundRecords> records;
  std::optional<Error> refused;
  labeling::PhotoFilter listed;
  ManageState state;
};

Rect page_place(const NullWindow& window) {
  Rect place = whole(window);
  place.x = 150.0 * window.looks().font_scale;
  place.width -= place.x;
  place.y = top_bar(window).height + 46.0 * window.looks().font_scale;
  place.height = bottom_bar(window).y - place.y;
  return place;
}

class ManagePages : public ::testing::TestWithParam<int> {};

TEST_P(ManagePages, AreWithinTheWindowInEveryLook) {
  for (const ManagePage page : kAll) {
    SCOPED_TRACE(static_cast<int>(page));
    draw_in_all_looks(page_place, true, [&] { return content_of(std::make_shared<ShownManage>(page, GetParam())); });
  }
}

INSTANTIATE_TEST_SUITE_P(OfATeamOf, ManagePages, ::testing::Values(0, 1, 5));

TEST(ManagePanel, IsDrawnForThreeHundredPeople) {
  for (const ManagePage page : kAll) {
    NullWindow window;
    window.draw_panel(page_place(window), content_of(std::make_shared<ShownManage>(page, 300)));
    EXPECT_GT(window.drawn(), 0) << static_cast<int>(page);
    EXPECT_LT(window.drawn(), 60000) << static_cast<int>(page) << ": what is out of sight is drawn";
  }
}

class ManageActions : public ::testing::Test {
 protected:
  void show(ManagePage page, int people = 5) {
    shown_ = std::make_shared<ShownManage>(page, people);
    draw();
  }
  void draw() { window_.draw_panel(page_place(window_), content_of(shown_)); }
  void press(const std::string& item) {
    window_.press(item);
    draw();
  }
  template <typename Change>
  const Change* changed() {
    const ChangeTeam* const asked = window_.asked<ChangeTeam>();
    return asked ? std::get_if<Change>(&asked->change) : nullptr;
  }
  NullWindow window_;
  std::shared_ptr<ShownManage> shown_;
};

TEST_F(ManageActions, AsksForWhatItDoesNotKnowOnce) {
  show(ManagePage::kWork);
  EXPECT_TRUE(window_.asked<AskWork>());
  EXPECT_TRUE(window_.asked<AskTeam>());
  EXPECT_FALSE(window_.asked<AskQuality>());
  window_.forget_requests();
  draw();
  EXPECT_EQ(window_.request_count(), 0U);
  shown_->state.page = ManagePage::kQuality;
  draw();
  EXPECT_TRUE(window_.asked<AskQuality>());
}

TEST_F(ManageActions, WhoReturnedMostBottomsLastWeekIsTwoPressesOnItsPage) {
  show(ManagePage::kDecisions);
  press("manage.filter.week");
  press("manage.filter.part.bottom");
  const AskWork* const asked = window_.asked<AskWork>();
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->wish.filter.from, "2026-03-25");
  EXPECT_EQ(asked->wish.filter.to, "2026-03-31");
  EXPECT_EQ(asked->wish.filter.part, Part::kBottom);
  press("chart.inspectors.0");
  const ShowBehind* const behind = window_.asked<ShowBehind>();
  ASSERT_TRUE(behind);
  EXPECT_EQ(behind->who, shown_->first_person());
  EXPECT_EQ(behind->deed, "return");
  press("manage.filter.part.bottom");
  EXPECT_FALSE(window_.asked<AskWork>()->wish.filter.part);
}

TEST_F(ManageActions, PeopleAreAddedAndChanged) {
  show(ManagePage::kTeam);
  press("team.name");
  window_.type("mina");
  draw();
  press("team.role.expert");
  press("team.add");
  static_assert(!std::is_copy_constructible_v<AddPerson> && !std::is_copy_constructible_v<GivePassword>,
                "a password is not copied on its way");
  const AddPerson* const added = changed<AddPerson>();
  ASSERT_TRUE(added);
  EXPECT_EQ(added->name, "mina");
  EXPECT_EQ(added->roles, (Roles{Role::kAnnotator, Role::kExpert}));
  const std::string person = "team.person." + shown_->first_person();
  press(person + ".manager");
  ASSERT_TRUE(changed<GiveRoles>());
  EXPECT_EQ(changed<GiveRoles>()->roles, (Roles{Role::kAnnotator, Role::kManager}));
  press(person + ".disable");
  ASSERT_TRUE(changed<KeepOut>());
  EXPECT_TRUE(changed<KeepOut>()->disabled);
  press(person + ".open");
  press("team.set_password");
  ASSERT_TRUE(changed<GivePassword>());
  EXPECT_FALSE(changed<GivePassword>()->password) << "it is taken away";
  press("team.set_quota");
  ASSERT_TRUE(changed<GiveQuota>());
  press("team.deadline");
  window_.type("2026-01-31");
  draw();
  press("team.set_quota");
  EXPECT_EQ(changed<GiveQuota>()->quota.deadline, "2026-01-31");
}

TEST_F(ManageActions, ARefusalIsASentenceOnThePage) {
  show(ManagePage::kTeam);
  EXPECT_FALSE(window_.shows("manage.refused"));
  shown_->refused = Error{ErrorCode::kRefused, "user.last_manager", "somebody has to manage", {}};
  draw();
  EXPECT_TRUE(window_.shows("manage.refused"));
}

TEST_F(ManageActions, StagesAndOrderAreChangedOneByOne) {
  show(ManagePage::kQueues);
  press("queues.stage.expert");
  ASSERT_TRUE(changed<ChangeQueues>());
  EXPECT_FALSE(changed<ChangeQueues>()->stages->has(Stage::kExpert));
  EXPECT_FALSE(changed<ChangeQueues>()->uncertain_first);
  press("queues.uncertain");
  EXPECT_EQ(changed<ChangeQueues>()->uncertain_first, true);
  EXPECT_FALSE(changed<ChangeQueues>()->stages);
  EXPECT_FALSE(changed<ChangeQueues>()->deadline);
  press("queues.deadline");
  window_.type("2026-12-31");
  draw();
  press("queues.set_deadline");
  EXPECT_EQ(changed<ChangeQueues>()->deadline, "2026-12-31");
}

TEST_F(ManageActions, PanelsAreMadeOfThePhotosThatTheListShows) {
  show(ManagePage::kQueues);
  shown_->listed.text = "spring";
  press("queues.ask_panels");
  ASSERT_TRUE(changed<AskSeveral>());
  EXPECT_EQ(changed<AskSeveral>()->filter.text, "spring");
  EXPECT_EQ(changed<AskSeveral>()->choice.people, 3);
  press("queues.photos.project");
  press("queues.ask_panels");
  EXPECT_EQ(changed<AskSeveral>()->filter.text, "");
}

TEST_F(ManageActions, ARecordLeadsToItsPhotoAndTheLogIsSealed) {
  show(ManagePage::kAudit);
  EXPECT_TRUE(window_.asked<SearchLog>());
  press("audit.record.2");
  ASSERT_TRUE(window_.asked<ShowPhotos>());
  EXPECT_EQ(window_.asked<ShowPhotos>()->filter.only, std::vector<PhotoId>{PhotoId{3}});
  press("audit.seal_file");
  window_.type("/tmp/s");
  draw();
  press("audit.seal");
  ASSERT_TRUE(window_.asked<SealLog>());
  EXPECT_EQ(window_.asked<SealLog>()->file, "/tmp/s");
  press("audit.verify");
  ASSERT_TRUE(window_.asked<CheckLog>());
  press("audit.more");
  EXPECT_TRUE(window_.asked<SearchLog>()->more);
}

TEST_F(ManageActions, TheLogIsAskedForAgainWhenItIsOpenedAgain) {
  show(ManagePage::kAudit);
  shown_->state.audit.who = "kim";
  window_.forget_requests();
  draw();
  EXPECT_FALSE(window_.asked<SearchLog>()) << "it is there";
  shown_->state.page = ManagePage::kTeam;
  draw();
  shown_->state.page = ManagePage::kAudit;
  draw();
  ASSERT_TRUE(window_.asked<SearchLog>());
  EXPECT_EQ(window_.asked<SearchLog>()->query.who, "kim") << "what stands in the fields";
  window_.forget_requests();
  shown_->records.found = nullptr;
  draw();
  EXPECT_TRUE(window_.asked<SearchLog>()) << "another project was opened";
}

TEST_F(ManageActions, TheChoiceOfAPersonDrawsThoseInSight) {
  show(ManagePage::kLabels, 2000);
  press("manage.filter.user");
  EXPECT_TRUE(window_.shows("manage.filter.user." + shown_->first_person()));
  const std::string last = shown_->team.found->members.back().user.name;
  EXPECT_FALSE(window_.shows("manage.filter.user." + last));
  press("manage.filter.user." + shown_->first_person());
  EXPECT_EQ(shown_->state.figures.user, shown_->first_person());
}

TEST(ManagePageButtons, LeadToEveryPage) {
  NullWindow window;
  const auto state = std::make_shared<ManageState>();
  const Rect place{0, 46, 150, 600};
  const auto content = [state](const Ui& ui) { manage_pages(ui, *state); };
  window.draw_panel(place, content);
  window.press("manage.audit");
  window.draw_panel(place, content);
  EXPECT_EQ(state->page, ManagePage::kAudit);
  window.press("manage.work");
  window.draw_panel(place, content);
  EXPECT_EQ(state->page, ManagePage::kWork);
}

}  // namespace
}  // namespace jaedan::gui::testing
