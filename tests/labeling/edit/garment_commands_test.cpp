// Commands about whole garments: AddGarment, DeleteGarments, SetRegion, MoveRegion, SetFlags, Reorder.
#include <gtest/gtest.h>

#include <limits>

#include "labeling/edit/commands/add_garment.h"
#include "labeling/edit/commands/delete_garments.h"
#include "labeling/edit/commands/move_region.h"
#include "labeling/edit/commands/reorder.h"
#include "labeling/edit/commands/set_flags.h"
#include "labeling/edit/commands/set_region.h"
#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using testing::garment_of;
using testing::human_garment;
using testing::kActor;
using testing::kUser;
using testing::model_garment;
using testing::session_of;
using testing::square;

using Ids = std::vector<GarmentId>;

EditSession three_garments() {
  return session_of({model_garment(1, Part::kTop, {{square(10, 10, 50)}}),
                     human_garment(2, Part::kBottom, {{square(10, 70, 50)}}),
                     human_garment(5, Part::kOuter, {{square(100, 70, 50)}})});
}

EditSession three_garments_with_a_locked_bottom() {
  EditSession session = three_garments();
  EXPECT_OK(session.run(SetFlags({GarmentId{2}}, {true, std::nullopt}), kActor));
  return session;
}

Ids order_of(const EditSession& session) {
  Ids ids;
  for (const Garment& garment : session.annotation().garments) ids.push_back(garment.id);
  return ids;
}

TEST(AddGarment, PutsThePersonsGarmentOnTopWithAFreshId) {
  EditSession session = three_garments();
  ASSERT_OK(session.run(AddGarment(Part::kDress, {{square(0, 0, 9)}}, kUser), kActor));
  const Garment& garment = session.annotation().garments.back();
  EXPECT_EQ(garment.id, GarmentId{6});
  EXPECT_EQ(garment.part, Part::kDress);
  EXPECT_EQ(garment.region.rings, std::vector<Ring>{square(0, 0, 9)});
  EXPECT_EQ(garment.region_provenance, Provenance::human(kUser));
}

TEST(AddGarment, RefusesWhatIsNoOutline) {
  EditSession session = three_garments();
  const double inf = std::numeric_limits<double>::infinity();
  for (const Region& region : {Region{}, Region{{{}}}, Region{{{{1, 1}, {2, 2}}}}, Region{{square(0, 0, 9), {{1, 1}}}},
                               Region{{{{1, 1}, {2, 2}, {inf, 3}}}}}) {
    EXPECT_ERROR(session.run(AddGarment(Part::kDress, region, kUser), kActor), ErrorCode::kInvalidArgument);
  }
  EXPECT_EQ(session.annotation().garments.size(), 3U);
}

TEST(DeleteGarments, RemovesSeveralAsOneStep) {
  EditSession session = three_garments();
  ASSERT_OK(session.run(DeleteGarments({GarmentId{5}, GarmentId{1}, GarmentId{5}}), kActor));
  EXPECT_EQ(order_of(session), Ids{GarmentId{2}});
  ASSERT_OK(session.undo(kActor));
  EXPECT_EQ(order_of(session), (Ids{GarmentId{1}, GarmentId{2}, GarmentId{5}}));
}

TEST(DeleteGarments, RemovesAllOrNone) {
  EditSession session = three_garments_with_a_locked_bottom();
  EXPECT_ERROR(session.run(DeleteGarments({GarmentId{1}, GarmentId{2}}), kActor), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(session.run(DeleteGarments({GarmentId{1}, GarmentId{77}}), kActor), ErrorCode::kNotFound);
  EXPECT_EQ(session.annotation().garments.size(), 3U);
}

TEST(SetRegion, GivesThePersonsOutline) {
  EditSession session = three_garments();
  const Region region{{square(0, 0, 90), square(20, 20, 10)}};
  ASSERT_OK(session.run(SetRegion(GarmentId{1}, region, kUser), kActor));
  EXPECT_EQ(garment_of(session, 1).region, region);
  EXPECT_EQ(garment_of(session, 1).region_provenance, Provenance::human(kUser));
}

TEST(SetRegion, ToTheSameOutlineLeavesNoTrace) {
  EditSession session = three_garments();
  ASSERT_OK(session.run(SetRegion(GarmentId{1}, garment_of(session, 1).region, kUser), kActor));
  EXPECT_FALSE(session.can_undo());
}

TEST(SetRegion, RefusesLockedGarmentsAndEmptyOutlines) {
  EditSession session = three_garments_with_a_locked_bottom();
  EXPECT_ERROR(session.run(SetRegion(GarmentId{2}, {{square(0, 0, 9)}}, kUser), kActor), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(session.run(SetRegion(GarmentId{1}, {}, kUser), kActor), ErrorCode::kInvalidArgument);
}

TEST(MoveRegion, MovesEveryRingOfSeveralGarments) {
  EditSession session = session_of({model_garment(1, Part::kTop, {{square(10, 10, 50), square(20, 20, 5)}}),
                                    human_garment(2, Part::kBottom, {{square(10, 70, 50)}})});
  ASSERT_OK(session.run(MoveRegion({GarmentId{1}, GarmentId{2}}, {3, -4}, kUser), kActor));
  EXPECT_EQ(garment_of(session, 1).region.rings, (std::vector<Ring>{square(13, 6, 50), square(23, 16, 5)}));
  EXPECT_EQ(garment_of(session, 2).region.rings, std::vector<Ring>{square(13, 66, 50)});
  EXPECT_EQ(garment_of(session, 1).region_provenance, Provenance::human(kUser));
  EXPECT_EQ(session.history().entries().size(), 1U);
}

TEST(MoveRegion, ByNothingLeavesNoTrace) {
  EditSession session = three_garments();
  ASSERT_OK(session.run(MoveRegion({GarmentId{1}, GarmentId{2}}, {0, 0}, kUser), kActor));
  EXPECT_FALSE(session.can_undo());
}

TEST(MoveRegion, MovesAllOrNone) {
  EditSession session = three_garments_with_a_locked_bottom();
  const Annotation before = session.annotation();
  EXPECT_ERROR(session.run(MoveRegion({GarmentId{1}, GarmentId{2}}, {1, 1}, kUser), kActor),
               ErrorCode::kInvalidArgument);
  EXPECT_EQ(session.annotation(), before);
}

TEST(SetFlags, SetsOnlyTheFlagsThatAreGiven) {
  EditSession session = three_garments();
  ASSERT_OK(session.run(SetFlags({GarmentId{1}, GarmentId{2}}, {true, std::nullopt}), kActor));
  ASSERT_OK(session.run(SetFlags({GarmentId{2}}, {std::nullopt, true}), kActor));
  EXPECT_TRUE(garment_of(session, 1).locked);
  EXPECT_FALSE(garment_of(session, 1).hidden);
  EXPECT_TRUE(garment_of(session, 2).locked);
  EXPECT_TRUE(garment_of(session, 2).hidden);
  ASSERT_OK(session.run(SetFlags({GarmentId{2}}, {false, false}), kActor));
  EXPECT_FALSE(garment_of(session, 2).locked);
  EXPECT_FALSE(garment_of(session, 2).hidden);
}

TEST(SetFlags, RefusesAGarmentThatIsNotThere) {
  EditSession session = three_garments();
  EXPECT_ERROR(session.run(SetFlags({GarmentId{1}, GarmentId{3}}, {true, true}), kActor), ErrorCode::kNotFound);
  EXPECT_FALSE(garment_of(session, 1).locked);
}

TEST(Reorder, MovesAGarmentInEveryDirection) {
  const struct {
    std::int64_t garment;
    ZMove move;
    Ids order;
  } cases[] = {
      {1, ZMove::kToFront, {{2}, {5}, {1}}}, {1, ZMove::kForward, {{2}, {1}, {5}}},
      {5, ZMove::kToBack, {{5}, {1}, {2}}},  {5, ZMove::kBackward, {{1}, {5}, {2}}},
      {5, ZMove::kToFront, {{1}, {2}, {5}}}, {5, ZMove::kForward, {{1}, {2}, {5}}},
      {1, ZMove::kToBack, {{1}, {2}, {5}}},  {1, ZMove::kBackward, {{1}, {2}, {5}}},
      {2, ZMove::kForward, {{1}, {5}, {2}}}, {2, ZMove::kBackward, {{2}, {1}, {5}}},
  };
  for (const auto& c : cases) {
    EditSession session = three_garments();
    ASSERT_OK(session.run(Reorder(GarmentId{c.garment}, c.move), kActor));
    EXPECT_EQ(order_of(session), c.order) << c.garment << " by " << static_cast<int>(c.move);
  }
}

TEST(Reorder, MovesAGarmentToAPosition) {
  EditSession session = three_garments();
  ASSERT_OK(session.run(Reorder(GarmentId{5}, std::size_t{1}), kActor));
  EXPECT_EQ(order_of(session), (Ids{{1}, {5}, {2}}));
  ASSERT_OK(session.run(Reorder(GarmentId{1}, std::size_t{99}), kActor));
  EXPECT_EQ(order_of(session), (Ids{{5}, {2}, {1}}));
  ASSERT_OK(session.undo(kActor));
  ASSERT_OK(session.undo(kActor));
  EXPECT_EQ(order_of(session), (Ids{{1}, {2}, {5}}));
}

TEST(Reorder, RefusesLockedAndMissingGarments) {
  EditSession session = three_garments_with_a_locked_bottom();
  EXPECT_ERROR(session.run(Reorder(GarmentId{2}, ZMove::kToBack), kActor), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(session.run(Reorder(GarmentId{3}, ZMove::kToBack), kActor), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace jaedan
