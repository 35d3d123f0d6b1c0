// The manager's numbers must not read the counts of what was not asked for.
#include "labeling/store/sql/counts/read_counts.h"

#include <gtest/gtest.h>

#include "tests/labeling/store/project_at.h"
#include "tests/labeling/store/query_plan.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

TEST(ReadCounts, WalkTheKeyAlsoOfAllParts) {
  const jaedan::testing::TemporaryFolder folder;
  ASSERT_OK(testing::create_project_at(folder / "p.jaedan"));
  ASSERT_OK_AND_ASSIGN(const auto connection, sql::Connection::open(folder / "p.jaedan/project.db", "test"));
  CountQuery query;
  query.kind = CountKind::kModelWord;
  query.from = "2026-03-01";
  for (const bool all_parts : {false, true}) {
    query.all_parts = all_parts;
    const std::string plan = testing::plan_of(*connection, sql::work_counts_query(query));
    EXPECT_NE(plan.find("(kind=? AND part=? AND style=? AND day>?)"), std::string::npos) << plan;
    EXPECT_EQ(plan.find("SCAN"), std::string::npos) << plan;
  }
}

TEST(ReadCounts, WorkByDayPersonAndStageIsSummedWithoutSorting) {
  const jaedan::testing::TemporaryFolder folder;
  ASSERT_OK(testing::create_project_at(folder / "p.jaedan"));
  ASSERT_OK_AND_ASSIGN(const auto connection, sql::Connection::open(folder / "p.jaedan/project.db", "test"));
  CountQuery query;
  query.by = {CountField::kDay, CountField::kWho, CountField::kStage};
  const std::string plan = testing::plan_of(*connection, sql::work_counts_query(query));
  EXPECT_EQ(plan.find("TEMP B-TREE"), std::string::npos) << plan;
}

}  // namespace
}  // namespace jaedan::labeling
