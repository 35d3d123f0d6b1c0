#include "app/report/training_curve.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::report {
namespace {

TEST(TrainingCurve, ReadsColumnsByNameInAnyOrder) {
  ASSERT_OK_AND_ASSIGN(const auto rows,
                       parse_training_log("loss,extra,epoch,seconds\r\n0.5,x,1,10.5\r\n0.25,y,2,9\r\n", "log"));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_DOUBLE_EQ(rows[1].epoch, 2);
  EXPECT_DOUBLE_EQ(rows[1].loss, 0.25);
  EXPECT_DOUBLE_EQ(rows[0].seconds, 10.5);
  EXPECT_TRUE(std::isnan(rows[0].val_miou));
}

TEST(TrainingCurve, PassesOverLinesWithoutAnEpoch) {
  ASSERT_OK_AND_ASSIGN(const auto rows, parse_training_log("epoch,loss\n1,0.5\n\nhalf a li\n2\n", "log"));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_TRUE(std::isnan(rows[1].loss));
}

TEST(TrainingCurve, AFileWithoutEpochsIsNoLog) {
  EXPECT_ERROR(parse_training_log("", "log"), ErrorCode::kCorrupt);
  EXPECT_ERROR(parse_training_log("a,b\n1,2\n", "log"), ErrorCode::kCorrupt);
}

TEST(TrainingCurve, AModelWithoutALogHasNoRows) {
  const testing::TemporaryFolder folder;
  ASSERT_OK_AND_ASSIGN(const auto none, read_training_log(folder.path()));
  EXPECT_TRUE(none.empty());
  std::ofstream(folder / "training.csv") << "epoch,loss,val_miou,seconds\n1,0.9,0.4,60\n";
  ASSERT_OK_AND_ASSIGN(const auto rows, read_training_log(folder.path()));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_DOUBLE_EQ(rows[0].val_miou, 0.4);
}

}  // namespace
}  // namespace jaedan::report
