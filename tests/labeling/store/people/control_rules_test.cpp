#include <gtest/gtest.h>

#include <set>

#include "labeling/store/people/answer_rules.h"

namespace jaedan::labeling {
namespace {

TEST(ControlRules, TheShareIsExactAndNobodyCanTellTheNextOne) {
  QueueRules rules;
  for (const int percent : {0, 5, 7, 10, 15}) {
    rules.control_percent = percent;
    EXPECT_TRUE(check_control_percent(percent).ok());
    int due = 0;
    std::set<std::int64_t> distances;
    std::int64_t last = -1;
    for (std::int64_t claim = 0; claim < 1000; ++claim) {
      if (!control_due(rules, UserId{3}, Stage::kBasic, claim)) continue;
      ++due;
      if (last >= 0) distances.insert(claim - last);
      last = claim;
    }
    EXPECT_EQ(due, percent * 10);
    EXPECT_TRUE(percent == 0 || distances.size() > 5) << percent;
  }
  for (const int percent : {-1, 1, 4, 16, 100}) EXPECT_FALSE(check_control_percent(percent).ok()) << percent;
}

}  // namespace
}  // namespace jaedan::labeling
