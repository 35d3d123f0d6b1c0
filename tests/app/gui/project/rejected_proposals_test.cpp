#include "app/gui/project/rejected_proposals.h"

#include <gtest/gtest.h>

namespace jaedan::gui {
namespace {

TEST(RejectedProposals, UndoTakesBackARefusalOnlyWhereItHappened) {
  RejectedProposals rejected;
  rejected.add({0, 2}, 7);
  EXPECT_EQ(rejected.undo(8), std::nullopt);
  EXPECT_EQ(rejected.undo(7), (ProposalRef{0, 2}));
  EXPECT_FALSE(rejected.contains({0, 2}));
}

TEST(RejectedProposals, EachReadingHasItsOwn) {
  RejectedProposals rejected;
  rejected.add({1, 0}, 7);
  EXPECT_TRUE(rejected.contains({1, 0}));
  EXPECT_FALSE(rejected.contains({0, 0}));
  rejected.add({0, 0}, 7);
  EXPECT_EQ(rejected.undo(7), (ProposalRef{0, 0}));
  EXPECT_EQ(rejected.undo(7), (ProposalRef{1, 0}));
}

TEST(RejectedProposals, OnlyWhatWentWithItsGarmentComesBackWithIt) {
  RejectedProposals rejected;
  rejected.add_with_garment({0, 0});
  rejected.add({0, 1}, 0);
  rejected.forget_moments();  // the photo is opened anew
  rejected.add_with_garment({0, 2});
  for (const std::size_t proposal : {0, 1, 2}) rejected.garment_came_back({0, proposal});
  EXPECT_FALSE(rejected.contains({0, 0})) << "undo reaches back over the reopening";
  EXPECT_TRUE(rejected.contains({0, 1})) << "a person refused it; a garment of the same part does not change that";
  EXPECT_FALSE(rejected.contains({0, 2}));
  EXPECT_EQ(rejected.undo(0), std::nullopt) << "changes are counted from the start again";
}

}  // namespace
}  // namespace jaedan::gui
