// A claim must not read the project: its queries go along one index each.
#include <gtest/gtest.h>

#include "labeling/store/sql/people/controls.h"
#include "labeling/store/sql/people/panels.h"
#include "labeling/store/sql/people/task_queue.h"
#include "tests/labeling/store/project_at.h"
#include "tests/labeling/store/query_plan.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

using testing::plan_of;

TEST(TaskQueue, AClaimReadsAnIndexInItsOrderAndSortsNothing) {
  const jaedan::testing::TemporaryFolder folder;
  ASSERT_OK(testing::create_project_at(folder / "p.jaedan"));
  ASSERT_OK_AND_ASSIGN(const auto connection, sql::Connection::open(folder / "p.jaedan/project.db", "test"));
  for (const bool uncertain : {false, true}) {
    for (const Stage stage : {Stage::kDrawn, Stage::kInspect}) {
      const std::string plan = plan_of(*connection, sql::first_waiting_query(stage, uncertain));
      const std::string index = uncertain ? "photo_queue_uncertain (" : "photo_queue (";
      EXPECT_NE(plan.find(index), std::string::npos) << plan;
      EXPECT_EQ(plan.find("TEMP B-TREE"), std::string::npos) << plan;
      EXPECT_EQ(plan.find("SCAN"), std::string::npos) << plan;
    }
  }
  const std::string expired = plan_of(*connection, "select id from task where state = 0 and expires_at <= :at");
  EXPECT_NE(expired.find("task_in_hand_by_end"), std::string::npos) << expired;
  const std::string newest = plan_of(*connection, "select max(changed_at) from photo");
  EXPECT_NE(newest.find("photo_by_change"), std::string::npos) << newest;
}

TEST(TaskQueue, PanelsAndControlsAreFoundByKeys) {
  const jaedan::testing::TemporaryFolder folder;
  ASSERT_OK(testing::create_project_at(folder / "p.jaedan"));
  ASSERT_OK_AND_ASSIGN(const auto connection, sql::Connection::open(folder / "p.jaedan/project.db", "test"));
  const std::string panel = plan_of(*connection, sql::panel_to_take_query());
  EXPECT_NE(panel.find("panel_to_take ("), std::string::npos) << panel;
  const std::string control = plan_of(*connection, sql::controls_to_take_query());
  EXPECT_NE(control.find("control_by_stage ("), std::string::npos) << control;
  for (const std::string& plan : {panel, control}) {
    EXPECT_EQ(plan.find("TEMP B-TREE"), std::string::npos) << plan;
    EXPECT_EQ(plan.find("SCAN"), std::string::npos) << plan;
  }
}

}  // namespace
}  // namespace jaedan::labeling
