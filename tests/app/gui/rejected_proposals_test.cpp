#include "app/gui/rejected_proposals.h"

#include <gtest/gtest.h>

namespace jaedan::gui {
namespace {

TEST(RejectedProposals, UndoTakesBackARefusalOnlyWhereItHappened) {
  RejectedProposals rejected;
  rejected.add(2, 7);
  EXPECT_FALSE(rejected.undo(8));
  EXPECT_TRUE(rejected.undo(7));
  EXPECT_FALSE(rejected.contains(2));
}

TEST(RejectedProposals, OnlyWhatWentWithItsGarmentComesBackWithIt) {
  RejectedProposals rejected;
  rejected.add_with_garment(0);
  rejected.add(1, 0);
  rejected.forget_moments();  // the photo is opened anew
  rejected.add_with_garment(2);
  for (const std::size_t proposal : {0, 1, 2}) rejected.garment_came_back(proposal);
  EXPECT_FALSE(rejected.contains(0)) << "undo reaches back over the reopening";
  EXPECT_TRUE(rejected.contains(1)) << "a person refused it; a garment of the same part does not change that";
  EXPECT_FALSE(rejected.contains(2));
  EXPECT_FALSE(rejected.undo(0)) << "changes are counted from the start again";
}

}  // namespace
}  // namespace jaedan::gui
