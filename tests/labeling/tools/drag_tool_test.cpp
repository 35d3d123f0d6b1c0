#include "labeling/tools/drag_tool.h"

#include <gtest/gtest.h>

#include "labeling/tools/selection.h"
#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using testing::annotation_of;
using testing::garment_of;
using testing::human_garment;
using testing::kActor;
using testing::kUser;
using testing::session_of;
using testing::square;

const Rect kFrame{0, 0, 800, 600};

EditSession one_top() { return session_of({human_garment(1, Part::kTop, {{square(100, 100, 50)}})}); }
const Ring& ring(const EditSession& session) { return garment_of(session, 1).region.rings[0]; }

/// Presses at `from`, moves through `path`; every command goes into the session.
void drag(DragTool& tool, EditSession& session, Point from, const Ring& path, std::int64_t gesture = 1) {
  const auto hit = hit_test(session.annotation(), from, {5, {}});
  ASSERT_TRUE(hit.has_value());
  tool.press({*hit, from, {GarmentId{1}}, bounds_of(garment_of(session, 1).region), gesture}, {3, kFrame}, kUser);
  for (const Point& at : path) {
    if (const auto command = tool.move(at)) ASSERT_OK(session.run_in_gesture(*command, tool.gesture(), kActor));
  }
}

TEST(DragTool, MovesAVertexAsOneStepWithoutAJump) {
  EditSession session = one_top();
  DragTool tool;
  drag(tool, session, {102, 101}, {{110, 101}, {120, 111}, {122, 121}});
  tool.release();
  EXPECT_EQ(ring(session)[0], (Point{120, 120})) << "the vertex keeps its distance from the pointer";
  EXPECT_EQ(session.history().entries().size(), 1U);
}

TEST(DragTool, PullsANewVertexOutOfAnEdge) {
  EditSession session = one_top();
  DragTool tool;
  drag(tool, session, {125, 100}, {{125, 90}, {125, 80}, {130, 70}});
  EXPECT_EQ(ring(session), (Ring{{100, 100}, {130, 70}, {150, 100}, {150, 150}, {100, 150}}));
  ASSERT_EQ(session.history().entries().size(), 1U);
  ASSERT_OK(session.undo(kActor));
  EXPECT_EQ(ring(session), square(100, 100, 50));
}

TEST(DragTool, MovesABody) {
  EditSession session = one_top();
  DragTool tool;
  drag(tool, session, {125, 125}, {{130, 125}, {140, 120}, {145, 115}});
  EXPECT_EQ(ring(session), square(120, 90, 50));
  EXPECT_EQ(session.history().entries().size(), 1U);
}

TEST(DragTool, AClickIsNoDrag) {
  EditSession session = one_top();
  DragTool tool;
  drag(tool, session, {100, 100}, {{101, 101}, {102, 100}});
  EXPECT_FALSE(tool.moved());
  EXPECT_FALSE(session.can_undo());
}

TEST(DragTool, KeepsMovingNearItsStartOnceItHasMoved) {
  EditSession session = one_top();
  DragTool tool;
  drag(tool, session, {100, 100}, {{110, 100}, {101, 100}});
  EXPECT_TRUE(tool.moved());
  EXPECT_EQ(ring(session)[0], (Point{101, 100}));
}

TEST(DragTool, EscapeTakesTheWholeDragBack) {
  EditSession session = one_top();
  const Annotation before = session.annotation();
  DragTool tool;
  drag(tool, session, {100, 100}, {{110, 100}, {140, 130}}, 7);
  ASSERT_OK(session.abandon_gesture(tool.gesture()));
  tool.release();
  EXPECT_EQ(session.annotation(), before);
  EXPECT_FALSE(session.can_undo());
  EXPECT_FALSE(session.can_redo());
  EXPECT_EQ(tool.move({1, 1}), nullptr);
}

TEST(DragTool, TwoDragsAreTwoSteps) {
  EditSession session = one_top();
  DragTool tool;
  drag(tool, session, {100, 100}, {{110, 100}}, 1);
  tool.release();
  drag(tool, session, {110, 100}, {{120, 100}}, 2);
  EXPECT_EQ(session.history().entries().size(), 2U);
}

TEST(DragTool, HoldsVerticesAndBodiesInsideThePhoto) {
  EditSession session = one_top();
  DragTool tool;
  drag(tool, session, {100, 100}, {{-500, -500}});
  EXPECT_EQ(ring(session)[0], (Point{0, 0}));
  ASSERT_OK(session.undo(kActor));
  drag(tool, session, {125, 125}, {{2000, -500}, {2000, 2000}}, 2);
  EXPECT_EQ(ring(session), square(750, 550, 50));
}

TEST(DragTool, LetsABodyThatSticksOutStayOrComeIn) {
  EditSession session = session_of({human_garment(1, Part::kTop, {{square(-20, 100, 50)}})});
  DragTool tool;
  drag(tool, session, {10, 125}, {{0, 130}});
  EXPECT_EQ(ring(session), square(-20, 105, 50)) << "no further out, but free along the other axis";
  drag(tool, session, {10, 125}, {{60, 125}}, 2);
  EXPECT_EQ(ring(session), square(30, 105, 50));
}

TEST(DragTool, DoesNothingBeforeAPress) {
  DragTool tool;
  EXPECT_EQ(tool.move({1, 1}), nullptr);
  EXPECT_FALSE(tool.active());
}

TEST(Selection, SelectsOneOrSeveralInTheOrderChosen) {
  Selection selection;
  EXPECT_TRUE(selection.empty());
  EXPECT_FALSE(selection.current());
  selection.select_only(GarmentId{3});
  selection.toggle(GarmentId{1});
  EXPECT_EQ(selection.garments(), (std::vector<GarmentId>{{3}, {1}}));
  EXPECT_EQ(selection.current(), GarmentId{1});
  selection.toggle(GarmentId{3});
  EXPECT_FALSE(selection.contains(GarmentId{3}));
  selection.select_only(GarmentId{2});
  EXPECT_EQ(selection.garments(), std::vector<GarmentId>{{2}});
  selection.clear();
  EXPECT_TRUE(selection.empty());
}

TEST(Selection, OfAVertexSelectsItsGarmentAlone) {
  Selection selection;
  selection.select_only(GarmentId{3});
  selection.select_vertex({GarmentId{1}, 0, 2});
  EXPECT_EQ(selection.garments(), std::vector<GarmentId>{{1}});
  EXPECT_EQ(selection.vertex(), (VertexRef{GarmentId{1}, 0, 2}));
  selection.toggle(GarmentId{3});
  EXPECT_FALSE(selection.vertex().has_value());
}

TEST(Selection, DropsWhatIsNotThereAnyMore) {
  const Annotation annotation = annotation_of({human_garment(1, Part::kTop, {{square(0, 0, 9)}})});
  Selection selection;
  selection.select_vertex({GarmentId{1}, 0, 3});
  selection.keep_existing(annotation);
  EXPECT_TRUE(selection.vertex().has_value());
  for (const VertexRef gone : {VertexRef{GarmentId{1}, 0, 4}, VertexRef{GarmentId{1}, 1, 0}}) {
    selection.select_vertex(gone);
    selection.keep_existing(annotation);
    EXPECT_FALSE(selection.vertex().has_value());
    EXPECT_TRUE(selection.contains(GarmentId{1}));
  }
  selection.select_vertex({GarmentId{2}, 0, 0});
  selection.keep_existing(annotation);
  EXPECT_TRUE(selection.empty());
  EXPECT_FALSE(selection.vertex().has_value());
}

TEST(DragTool, AVertexSettlesWhereItIsHeld) {
  EditSession session = one_top();
  DragTool tool;
  drag(tool, session, {100, 100}, {{120, 111}});
  ASSERT_NE(tool.grabbed(), nullptr);
  EXPECT_EQ(tool.grabbed()->hit.garment, GarmentId{1});
  const auto command = tool.move({131, 122}, [](Point) { return Point{130, 120}; });
  ASSERT_TRUE(command);
  ASSERT_OK(session.run_in_gesture(*command, tool.gesture(), kActor));
  EXPECT_EQ(ring(session)[0], (Point{130, 120}));
  tool.release();
  EXPECT_EQ(tool.grabbed(), nullptr);
}

}  // namespace
}  // namespace jaedan
