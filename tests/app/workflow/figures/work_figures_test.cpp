// The manager's numbers of a small team are those of a count by hand of the change log.
#include "app/workflow/figures/work_figures.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "app/workflow/figures/figure_days.h"
#include "app/workflow/photo/open_photo.h"
#include "labeling/review/deed.h"
#include "labeling/store/counts/count_record.h"
#include "tests/app/workflow/people/crew.h"
#include "tests/app/workflow/people/figures_by_hand.h"

namespace jaedan::testing {
namespace {

using workflow::AcceptanceRow;
using workflow::DoneRow;
using workflow::FigureWish;
using workflow::WorkFigures;

/// Three photos: one approved, one returned for its labels, one drawn; one more that nobody touched.
class Figures : public Crew {
 protected:
  void SetUp() override {
    Crew::SetUp();
    // Without rules about obligatory labels nothing could be submitted here: two stages are enough.
    ASSERT_OK(workflow::change_queues(*project_, as("boss"), {[](labeling::QueueRules& rules) {
      rules.stages = rules.stages.without(Stage::kBasic).without(Stage::kExpert);
    }}));
    for (const char* name : {"a", "b", "c", "d"}) photos_.push_back(add_photo(name));
    draw_and_submit("ann", photos_[0]);
    draw_and_submit("amy", photos_[1]);
    draw_and_submit("amy", photos_[2]);
    ASSERT_OK(workflow::approve_photo(*project_, photos_[0], as("ian"), true));
    workflow::ReturnChoice choice;
    choice.stage = Stage::kDrawn;
    choice.reason = ReturnReason::kOutline;
    ASSERT_OK(workflow::return_photo(*project_, photos_[1], as("ian"), choice));
  }
  void draw_and_submit(const std::string& who, PhotoId photo) {
    ASSERT_OK(claim(who, Stage::kDrawn, photo));
    ASSERT_OK(draw(as(who), photo));
    ASSERT_OK(workflow::submit_photo(*project_, photo, as(who)));
  }
  WorkFigures figures(const FigureWish& wish = {}) const {
    Result<WorkFigures> made = workflow::work_figures(*project_, wish);
    EXPECT_TRUE(made.ok()) << made.error().text();
    return made.ok() ? *made : WorkFigures();
  }
  std::vector<labeling::LogRecord> log() const { return project_->store().search_log({}, std::nullopt, 1000).value(); }
  static const AcceptanceRow* row_of(const std::vector<AcceptanceRow>& rows, const std::string& name) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.name == name; });
    return found == rows.end() ? nullptr : &*found;
  }
  std::vector<PhotoId> photos_;
};

TEST_F(Figures, WhatWasDoneIsACountOfTheLog) {
  // By hand: every record of a photo's annotation, by day, person and stage, and those that moved a photo on.
  std::map<std::tuple<std::string, std::string, Stage>, std::pair<std::int64_t, std::int64_t>> by_hand;
  for (const labeling::LogRecord& record : log()) {
    if (record.revision == 0) continue;
    const bool inspects = record.note.action == "approve" || record.note.action == "return";
    auto& count = by_hand[{record.at.substr(0, 10), record.note.who, inspects ? Stage::kInspect : Stage::kDrawn}];
    ++count.first;
    count.second += inspects || record.note.action == "submit";
  }
  std::map<std::tuple<std::string, std::string, Stage>, std::pair<std::int64_t, std::int64_t>> counted;
  for (const DoneRow& row : figures().done) counted[{row.day, row.who, row.stage}] = {row.deeds, row.photos};
  EXPECT_EQ(counted, by_hand);
  const WorkFigures all = figures();
  EXPECT_EQ(all.records, static_cast<std::int64_t>(log().size()));
  EXPECT_EQ(all.counted, all.records);
  ASSERT_EQ(all.people.size(), 3u);
  EXPECT_EQ(all.people[0].who, "amy");
  EXPECT_EQ(all.people[0].photos, 2);
  EXPECT_EQ(all.people[0].garments, 2);
  EXPECT_EQ(all.people[2].who, "ian");
  EXPECT_EQ(all.people[2].photos, 2);
}

TEST_F(Figures, ActiveTimeIsThatBetweenTheRecordsOfAPersonAndBeginsWithAClaim) {
  std::vector<labeling::LogRecord> records = log();
  std::sort(records.begin(), records.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
  std::map<std::string, std::string> last;
  std::map<std::string, std::int64_t> by_hand;
  for (const labeling::LogRecord& record : records) {
    const bool claims = record.note.action == "claim";
    if (record.revision == 0 && !claims) continue;
    std::string& before = last[record.note.who];
    if (!claims && !before.empty()) {
      by_hand[record.note.who] += *labeling::utc_milliseconds(record.at) - *labeling::utc_milliseconds(before);
    }
    before = record.at;
  }
  for (const DoneRow& row : figures().people) EXPECT_EQ(row.active_milliseconds, by_hand[row.who]) << row.who;
}

TEST_F(Figures, DecisionsAreOfWhoMadeThemAndOfWhoseWorkItWas) {
  const WorkFigures all = figures();
  const AcceptanceRow* const ann = row_of(all.workers, "ann");
  const AcceptanceRow* const amy = row_of(all.workers, "amy");
  const AcceptanceRow* const ian = row_of(all.inspectors, "ian");
  ASSERT_TRUE(ann && amy && ian);
  EXPECT_EQ(ann->approved, 1);
  EXPECT_EQ(ann->returned, 0);
  EXPECT_EQ(amy->approved, 0);
  EXPECT_EQ(amy->returned, 1);
  EXPECT_EQ(amy->stage, Stage::kDrawn);
  EXPECT_EQ(amy->reasons.at(ReturnReason::kOutline), 1);
  EXPECT_EQ(ian->approved, 1);
  EXPECT_EQ(ian->returned, 1);
  EXPECT_EQ(ian->reasons.at(ReturnReason::kOutline), 1);
  EXPECT_DOUBLE_EQ(ian->share(), 0.5);
  ASSERT_EQ(all.parts.size(), 1u);
  EXPECT_EQ(all.parts[0].name, "top");
  EXPECT_EQ(all.parts[0].returned, 1);
}

TEST_F(Figures, WhatIsUndoneIsCountedAsByHand) {
  workflow::ReturnChoice choice;
  choice.stage = Stage::kDrawn;
  choice.reason = ReturnReason::kOutline;
  const auto decide_twice = [&](PhotoId photo) {
    ASSERT_OK(workflow::approve_photo(*project_, photo, as("boss"), true));
    ASSERT_OK(workflow::return_photo(*project_, photo, as("boss"), choice));
  };
  const auto undo = [&](PhotoId photo, int steps) {
    ASSERT_OK_AND_ASSIGN(EditSession session, workflow::open_session(*project_, photo));
    for (int i = 0; i < steps; ++i) ASSERT_OK(session.undo(as("boss")));
    ASSERT_OK(workflow::save_photo(*project_, workflow::saved_state_of(session), as("boss")));
  };
  decide_twice(photos_[2]);
  expect_figures_by_hand(*project_);
  undo(photos_[2], 2);  // both in one save
  expect_figures_by_hand(*project_);
  const WorkFigures none = figures();
  EXPECT_EQ(row_of(none.inspectors, "boss"), nullptr);
  const auto boss =
      std::find_if(none.people.begin(), none.people.end(), [](const auto& row) { return row.who == "boss"; });
  ASSERT_NE(boss, none.people.end());
  EXPECT_EQ(boss->deeds, 3);
  EXPECT_EQ(boss->taken_back, 1);
  EXPECT_EQ(boss->photos, 0) << "nothing of it stands";
  expect_backlog_by_hand(*project_);

  decide_twice(photos_[2]);
  undo(photos_[2], 1);
  expect_figures_by_hand(*project_);
  expect_backlog_by_hand(*project_);
  EXPECT_EQ(row_of(figures().inspectors, "boss")->approved, 1);
  EXPECT_EQ(row_of(figures().inspectors, "boss")->returned, 0);
  EXPECT_TRUE(store().verify()->empty());
}

TEST_F(Figures, TheBacklogIsWhatWaitsAndTheForecastGoesByThePace) {
  FigureWish wish;
  const std::int64_t today = *workflow::day_number(labeling::utc_now().substr(0, 10)) + 1;
  wish.today = workflow::day_of(today);
  wish.deadline = workflow::day_of(today + 1);
  const WorkFigures all = figures(wish);
  EXPECT_EQ(all.backlog[0].photos, 2) << "one that is new, one that was returned";
  EXPECT_EQ(all.backlog[0].returned, 1);
  EXPECT_FALSE(all.backlog[1].is_on);
  EXPECT_EQ(all.backlog[3].photos, 1);
  EXPECT_EQ(all.forecast.photos, 4);
  EXPECT_EQ(all.forecast.approved, 1);
  EXPECT_EQ(all.forecast.left, 3);
  EXPECT_EQ(all.forecast.days_looked_at, 1);
  EXPECT_DOUBLE_EQ(all.forecast.approved_a_day, 1);
  EXPECT_EQ(all.forecast.finished_on, workflow::day_of(today + 2)) << "one today, one each on the two days after";
  EXPECT_DOUBLE_EQ(*all.forecast.needed_a_day, 1.5);
  EXPECT_TRUE(all.forecast.is_late);
  ASSERT_FALSE(all.late.empty());
  EXPECT_EQ(all.late[0].kind, workflow::LateKind::kDeadline);
  EXPECT_EQ(all.late[0].count, 3);
}

TEST_F(Figures, TheDeadlineOfTheProjectIsKeptAndAPersonsIsAboutWhatTheyHaveInHand) {
  const std::string today = labeling::utc_now().substr(0, 10);
  const std::string yesterday = workflow::day_of(*workflow::day_number(today) - 1);
  ASSERT_OK(workflow::change_queues(*project_, as("boss"),
                                    {[&](labeling::QueueRules& rules) { rules.deadline = yesterday; }, "ann",
                                     [&](labeling::Quota& quota) { quota.deadline = yesterday; }}));
  const auto late = [&](const WorkFigures& figures, workflow::LateKind kind) {
    std::vector<std::string> rows;
    for (const workflow::LateRow& row : figures.late) {
      if (row.kind == kind) rows.push_back(row.who + " " + std::to_string(row.count) + " " + row.since);
    }
    return rows;
  };
  const WorkFigures idle = figures({});
  EXPECT_EQ(idle.forecast.deadline, yesterday);
  EXPECT_TRUE(idle.forecast.is_late);
  EXPECT_EQ(late(idle, workflow::LateKind::kDeadline), (std::vector<std::string>{" 3 " + yesterday}));
  EXPECT_TRUE(late(idle, workflow::LateKind::kBehind).empty()) << "nothing in hand";
  ASSERT_OK(workflow::claim_task(*project_, as("ann"), {Stage::kDrawn, {}, {}}));
  EXPECT_EQ(late(figures({}), workflow::LateKind::kBehind), (std::vector<std::string>{"ann 1 " + yesterday}));
  FigureWish other;
  other.deadline = workflow::day_of(*workflow::day_number(today) + 4000);
  EXPECT_EQ(figures(other).forecast.deadline, other.deadline) << "another one may be asked for";
}

TEST_F(Figures, AFilterNarrowsTheWork) {
  FigureWish wish;
  wish.filter.user = "AMY";
  const WorkFigures hers = figures(wish);
  EXPECT_EQ(hers.filter.user, "amy") << "as the project spells it";
  ASSERT_EQ(hers.people.size(), 1u);
  EXPECT_EQ(hers.workers.size(), 1u);
  wish.filter.user = "ian";
  EXPECT_TRUE(figures(wish).workers.empty()) << "whose work he decided about is not his";
  EXPECT_EQ(figures(wish).inspectors.size(), 1u);
  wish.filter = {};
  wish.filter.stage = Stage::kInspect;
  EXPECT_EQ(figures(wish).people.size(), 1u);
  wish.filter = {};
  wish.filter.part = Part::kDress;
  EXPECT_TRUE(figures(wish).people.empty());
  wish.filter = {};
  wish.filter.from = "2999-01-01";
  EXPECT_TRUE(figures(wish).people.empty());
  EXPECT_EQ(figures(wish).forecast.left, 3) << "what is left is left";
}

TEST_F(Figures, WhatIsInHandIsNarrowedByPartAndStyle) {
  ASSERT_OK(workflow::claim_task(*project_, as("ann"), {Stage::kDrawn, std::nullopt, {}}));
  ASSERT_OK(workflow::claim_task(*project_, as("ann"), {Stage::kDrawn, std::nullopt, {}}));
  FigureWish wish;
  EXPECT_EQ(figures(wish).backlog[0].in_hand, 2);
  wish.filter.part = Part::kTop;
  EXPECT_EQ(figures(wish).backlog[0].in_hand, 1) << "one was drawn and returned, one is new";
  wish.filter.part = Part::kDress;
  EXPECT_EQ(figures(wish).backlog[0].in_hand, 0);
  wish.filter = {};
  wish.filter.style = "street";
  EXPECT_EQ(figures(wish).backlog[0].in_hand, 0);
}

TEST_F(Figures, ThePaceIsOfWhatStaysApproved) {
  ASSERT_OK(workflow::return_photo(*project_, photos_[0], as("ian")));
  const WorkFigures all = figures();
  EXPECT_EQ(all.forecast.approved, 0);
  EXPECT_DOUBLE_EQ(all.forecast.approved_a_day, 0) << "the one approval does not stand";
  EXPECT_TRUE(all.forecast.finished_on.empty());
  const AcceptanceRow* const ian = row_of(all.inspectors, "ian");
  ASSERT_TRUE(ian);
  EXPECT_EQ(ian->returned, 2);
  EXPECT_EQ(ian->without_reason(), 1);
}

TEST_F(Figures, WhatCannotBeAskedIsRefusedWithASentence) {
  const auto asked = [&](const workflow::FigureFilter& filter) {
    return workflow::work_figures(*project_, FigureWish{filter, "", ""});
  };
  workflow::FigureFilter filter;
  filter.from = "2026-02-31";
  EXPECT_ERROR(asked(filter), ErrorCode::kInvalidArgument);
  filter.from = "2026-03-02";
  filter.to = "2026-03-01";
  EXPECT_ERROR(asked(filter), ErrorCode::kInvalidArgument);
  filter = {};
  filter.style = "no style";
  EXPECT_ERROR(asked(filter), ErrorCode::kInvalidArgument);
  filter.style = "street";
  EXPECT_OK(asked(filter));
  filter.part = Part::kTop;
  EXPECT_ERROR(asked(filter), ErrorCode::kInvalidArgument);
  filter = {};
  filter.user = "nobody";
  EXPECT_ERROR(asked(filter), ErrorCode::kNotFound);
}

TEST_F(Figures, ABarLeadsToItsPhotos) {
  ASSERT_OK_AND_ASSIGN(const auto returned, workflow::photos_behind(*project_, "ian", "return", "", "", 10));
  EXPECT_EQ(returned.photos, std::vector<PhotoId>{photos_[1]});
  ASSERT_OK_AND_ASSIGN(const auto drawn, workflow::photos_behind(*project_, "amy", "", "", "", 10));
  EXPECT_EQ(drawn.photos, (std::vector<PhotoId>{photos_[2], photos_[1]})) << "each once, the newest first";
  EXPECT_EQ(drawn.total.count, 2);
  EXPECT_FALSE(drawn.total.or_more);
  EXPECT_TRUE(workflow::photos_behind(*project_, "amy", "", "2999-01-01", "", 10)->photos.empty());
  EXPECT_ERROR(workflow::photos_behind(*project_, "amy", "", "yesterday", "", 10), ErrorCode::kInvalidArgument);
}

TEST_F(Figures, OfManyPhotosSomeAreListedAndHowManyThereAreIsSaid) {
  const auto first = workflow::photos_behind(*project_, "amy", "", "", "", 1);
  ASSERT_OK(first);
  EXPECT_EQ(first->photos, std::vector<PhotoId>{photos_[2]});
  EXPECT_EQ(first->total.count, 2);
  EXPECT_FALSE(first->total.or_more);
  std::vector<Annotation> more;
  for (int i = 0; i < 3; ++i) {
    const std::string name = "more" + std::to_string(i);
    ASSERT_OK_AND_ASSIGN(const auto ids, project_->store().add_photos({Photo{{}, name, name + ".jpg", 100, 100}}));
    more.emplace_back();
    more.back().photo = ids.front();
  }
  ASSERT_OK(project_->store().save_all(more, {"amy", "draw"}));
  ASSERT_OK_AND_ASSIGN(const auto of_more, workflow::photos_behind(*project_, "amy", "", "", "", 1));
  EXPECT_EQ(of_more.photos.size(), 1u);
  EXPECT_EQ(of_more.total.count, workflow::kCountedPerListed);
  EXPECT_TRUE(of_more.total.or_more) << "of five, and three are counted";
}

TEST_F(Figures, ABarOfAStageLeadsToThePhotosOfThatStage) {
  const auto behind = [&](const std::string& who, Stage stage) {
    const auto found = workflow::photos_behind(*project_, who, "", "", "", 10, stage);
    EXPECT_OK(found);
    return found.ok() ? found->photos : std::vector<PhotoId>();
  };
  EXPECT_EQ(behind("amy", Stage::kDrawn), (std::vector<PhotoId>{photos_[2], photos_[1]}));
  EXPECT_TRUE(behind("amy", Stage::kBasic).empty());
  EXPECT_EQ(behind("ian", Stage::kInspect), (std::vector<PhotoId>{photos_[1], photos_[0]}));
  EXPECT_TRUE(behind("ian", Stage::kDrawn).empty());
  // Labels of a photo that was sent to the drawing are given there; of others at the stage that they are for.
  ASSERT_OK(label(as("boss"), photos_[1], "colour", "black"));
  ASSERT_OK(label(as("boss"), photos_[2], "colour", "black"));
  EXPECT_EQ(behind("boss", Stage::kDrawn), std::vector<PhotoId>{photos_[1]});
  EXPECT_EQ(behind("boss", Stage::kBasic), std::vector<PhotoId>{photos_[2]});
  // As they are counted.
  for (const DoneRow& row : figures().people) EXPECT_FALSE(behind(row.who, row.stage).empty()) << row.who;
}

TEST_F(Figures, NothingIsWrongWithTheCounts) {
  EXPECT_TRUE(store().verify()->empty());
  EXPECT_OK(workflow::count_work_anew(*project_, {}));
  EXPECT_TRUE(store().verify()->empty());
}

TEST(FiguresOfAnEmptyProject, AreAllThere) {
  const TemporaryFolder folder;
  const auto project = workflow::Project::create(folder / "p.jaedan");
  ASSERT_OK(project);
  ASSERT_OK_AND_ASSIGN(const WorkFigures figures, workflow::work_figures(*project));
  EXPECT_TRUE(figures.done.empty());
  EXPECT_EQ(figures.backlog.size(), kAllStages.size());
  EXPECT_EQ(figures.forecast.photos, 0);
  EXPECT_EQ(figures.forecast.finished_on, "");
  EXPECT_TRUE(figures.control.empty());
}

}  // namespace
}  // namespace jaedan::testing
