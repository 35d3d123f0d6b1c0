// Claims and what becomes of them stand in the change log.
#include <string>
#include <vector>

#include "app/workflow/figures/work_figures.h"
#include "app/workflow/people/comments.h"
#include "app/workflow/people/tasks.h"
#include "app/workflow/photo/open_photo.h"
#include "tests/app/workflow/people/crew.h"

namespace jaedan::workflow {
namespace {

using TaskLog = testing::Crew;

TEST_F(TaskLog, WhatEverybodyDoesAboutThemIsLogged) {
  const PhotoId photo = add_photo("a");
  const std::int64_t before = store().log_head()->count;
  ASSERT_OK(claim("amy", Stage::kDrawn));
  ASSERT_OK(claim("amy", Stage::kDrawn, photo));  // has it already
  ASSERT_OK(release_task(*project_, as("amy"), photo, {}));
  ASSERT_OK(claim_task(*project_, as("ann"), {Stage::kDrawn, photo, {}}));
  ReleaseChoice skips;
  skips.skips = true;
  skips.reason = "흐림";
  ASSERT_OK(release_task(*project_, as("ann"), photo, skips));
  EXPECT_ERROR(claim("ann", Stage::kDrawn), ErrorCode::kRefused);
  labeling::Comment comment;
  comment.photo = photo;
  comment.text = "소매";
  ASSERT_OK_AND_ASSIGN(comment, add_comment(*project_, as("ian"), comment));
  ASSERT_OK(resolve_comment(*project_, as("amy"), comment.id));
  ASSERT_OK(resolve_comment(*project_, as("ann"), comment.id));  // is settled already
  std::vector<std::string> lines;
  ASSERT_OK_AND_ASSIGN(std::vector<labeling::LogRecord> records, store().search_log({}, std::nullopt, 50));
  std::sort(records.begin(), records.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
  for (const labeling::LogRecord& record : records) {
    if (record.number <= before) continue;
    EXPECT_EQ(record.subject.photo, photo);
    lines.push_back(record.note.who + " " + record.note.role + " " + record.note.action + " " + record.subject.name +
                    " " + record.after.substr(0, record.after.find(",\"until")));
  }
  EXPECT_EQ(lines,
            (std::vector<std::string>{
                R"(amy annotator claim 1 {"stage":"drawn","user":"amy")",
                R"(amy annotator release 1 {"stage":"drawn","user":"amy","state":"released","reason":""})",
                R"(ann annotator claim 2 {"stage":"drawn","user":"ann")",
                R"(ann annotator skip 2 {"stage":"drawn","user":"ann","state":"skipped","reason":"흐림"})",
                R"(ian inspector comment  {"comment":1,"text":"소매"})", R"(amy annotator resolve  {"comment":1})"}));
  EXPECT_TRUE(store().verify_log({})->empty());
}

TEST_F(TaskLog, ASubmissionThatMovesNothingIsLogged) {
  const PhotoId photo = add_photo("a");
  const Actor ann = as("ann");
  // A window: drawn before the claim, which makes a new photo drawn, and saved after it.
  ASSERT_OK_AND_ASSIGN(EditSession session, open_session(*project_, photo));
  ASSERT_OK(session.run(AddGarment(Part::kTop, square(), "ann"), ann));
  ASSERT_OK(claim("ann", Stage::kDrawn, photo));
  ASSERT_OK(save_photo(*project_, saved_state_of(session), ann));
  ASSERT_EQ(stored(photo).state, WorkflowState::kDrawn);
  const std::int64_t before = store().log_head()->count;
  ASSERT_OK(submit_photo(*project_, photo, ann));
  EXPECT_EQ((*store().last_task(photo, ann.user))->state, labeling::TaskState::kSubmitted);
  ASSERT_EQ(store().log_head()->count, before + 1);
  ASSERT_OK_AND_ASSIGN(const auto records, store().search_log({}, std::nullopt, 1));
  EXPECT_EQ(records[0].note.who, "ann");
  EXPECT_EQ(records[0].note.action, "submit");
  EXPECT_EQ(records[0].subject.photo, photo);
  EXPECT_EQ(records[0].revision, stored(photo).revision);
  EXPECT_EQ(stored(photo).garments.size(), 1u) << "as it was drawn";
  const auto drew = photos_behind(*project_, "ann", "submit", "", "", 10, Stage::kDrawn);
  ASSERT_OK(drew);
  EXPECT_EQ(drew->photos.size(), 1u) << "at the stage that it ended";
  EXPECT_TRUE(store().verify_log({})->empty());
  EXPECT_OK(claim("amy", Stage::kBasic, photo));
}

TEST_F(TaskLog, WhatAManagerDoesAboutThemIsLogged) {
  const PhotoId photo = add_photo("a");
  add_photo("b");
  ASSERT_OK(claim("amy", Stage::kDrawn));
  ASSERT_OK(release_task(*project_, as("amy"), photo, {}));
  const std::int64_t before = store().log_head()->count;
  ASSERT_OK(assign_task(*project_, as("boss"), "ann", {Stage::kDrawn, photo, 3600}));
  ASSERT_OK(assign_tasks(*project_, as("boss"), "ann", {Stage::kDrawn, {}, 3600}, {}, {}));
  ASSERT_OK(change_queues(*project_, as("boss"),
                          {[](labeling::QueueRules& rules) { rules.stages = rules.stages.without(Stage::kBasic); },
                           "ann", [](labeling::Quota& quota) { quota.most_open = 5; }}));
  ASSERT_OK(set_priorities(*project_, as("boss"), {}, 7, {}));
  ReleaseChoice taken;
  taken.reason = "too slow";
  ASSERT_OK(release_task(*project_, as("boss"), photo, taken));
  const auto undone =
      change_queues(*project_, as("boss"),
                    {[](labeling::QueueRules& rules) { rules.stages = {}; }, "nobody", [](labeling::Quota&) {}});
  EXPECT_ERROR(undone, ErrorCode::kNotFound);
  EXPECT_FALSE(store().queue_rules()->stages.has(Stage::kBasic)) << "all or nothing";
  std::vector<std::string> lines;
  ASSERT_OK_AND_ASSIGN(std::vector<labeling::LogRecord> records, store().search_log({}, std::nullopt, 50));
  std::sort(records.begin(), records.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
  for (const labeling::LogRecord& record : records) {
    if (record.number <= before) continue;
    EXPECT_EQ(record.note.who, "boss");
    EXPECT_EQ(record.note.role, "manager");
    lines.push_back(record.note.action + " " + record.subject.name + " " + std::to_string(record.subject.photo.value) +
                    " " + record.after.substr(0, 30));
  }
  EXPECT_EQ(lines,
            (std::vector<std::string>{
                R"(assign 2 1 {"stage":"drawn","user":"ann",)", R"(assign 2 1 {"stage":"drawn","user":"ann",)",
                R"(assign 3 2 {"stage":"drawn","user":"ann",)", R"(set_stages stages 0 {"stages":["drawn","expert","i)",
                R"(set_quota ann 0 {"most_open":5,"most_a_day":0})", R"(set_priority priority 1 {"priority":7})",
                R"(set_priority priority 2 {"priority":7})", R"(release 2 1 {"stage":"drawn","user":"ann",)"}));
  EXPECT_EQ(records.back().after, R"({"stage":"drawn","user":"ann","state":"released","reason":"too slow"})");
  EXPECT_TRUE(store().verify_log({})->empty());
}
}  // namespace
}  // namespace jaedan::workflow
