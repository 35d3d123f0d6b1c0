// Commands about single points of an outline: MoveVertex, InsertVertex, DeleteVertex.
#include <gtest/gtest.h>

#include <limits>

#include "labeling/edit/commands/delete_vertex.h"
#include "labeling/edit/commands/insert_vertex.h"
#include "labeling/edit/commands/move_vertex.h"
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

constexpr GarmentId kTop{1};

EditSession one_top(Region region) { return session_of({model_garment(1, Part::kTop, std::move(region))}); }
EditSession one_square() { return one_top({{square(10, 10, 50)}}); }
const std::vector<Ring>& rings(const EditSession& session) { return garment_of(session, 1).region.rings; }

Ring triangle(double x, double y, double side) { return {{x, y}, {x + side, y}, {x, y + side}}; }

TEST(MoveVertex, MovesThePointAndNothingElse) {
  EditSession session = one_square();
  ASSERT_OK(session.run(MoveVertex(kTop, 0, 2, {70.5, 80.25}, kUser), kActor));
  Ring expected = square(10, 10, 50);
  expected[2] = {70.5, 80.25};
  EXPECT_EQ(rings(session), std::vector<Ring>{expected});
}

TEST(MoveVertex, MakesTheOutlineThePersonsAndDropsTheFilesRectangle) {
  Garment garment = model_garment(1, Part::kTop, {{square(10, 10, 50)}});
  garment.rect = Rect{10, 10, 50, 50};
  EditSession session = session_of({garment});
  ASSERT_OK(session.run(MoveVertex(kTop, 0, 2, {70, 80}, kUser), kActor));
  EXPECT_EQ(garment_of(session, 1).region_provenance, Provenance::human(kUser));
  EXPECT_FALSE(garment_of(session, 1).rect.has_value());
  EXPECT_EQ(garment_of(session, 1).attributes, garment.attributes) << "labels stay the model's";
}

TEST(MoveVertex, ToItsOwnPlaceDoesNotTurnTheModelsOutlineIntoThePersons) {
  EditSession session = one_square();
  ASSERT_OK(session.run(MoveVertex(kTop, 0, 0, {10, 10}, kUser), kActor));
  EXPECT_FALSE(session.can_undo());
  EXPECT_EQ(garment_of(session, 1).region_provenance.source, Source::kModel);
}

TEST(MoveVertex, RefusesWhatIsNotThere) {
  EditSession session = one_square();
  EXPECT_ERROR(session.run(MoveVertex(GarmentId{9}, 0, 0, {}, kUser), kActor), ErrorCode::kNotFound);
  EXPECT_ERROR(session.run(MoveVertex(kTop, 1, 0, {}, kUser), kActor), ErrorCode::kNotFound);
  EXPECT_ERROR(session.run(MoveVertex(kTop, 0, 4, {}, kUser), kActor), ErrorCode::kNotFound);
}

TEST(MoveVertex, RefusesAPlaceThatIsNotANumber) {
  EditSession session = one_square();
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_ERROR(session.run(MoveVertex(kTop, 0, 0, {nan, 1}, kUser), kActor), ErrorCode::kInvalidArgument);
  EXPECT_EQ(rings(session), std::vector<Ring>{square(10, 10, 50)});
}

TEST(VertexCommands, RefuseLockedGarmentsAndSayHowToGoOn) {
  Garment garment = human_garment(1, Part::kTop, {{square(10, 10, 50)}});
  garment.locked = true;
  EditSession session = session_of({garment});
  EXPECT_ERROR(session.run(InsertVertex(kTop, 0, 0, {20, 10}, kUser), kActor), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(session.run(DeleteVertex(kTop, 0, 0, kUser), kActor), ErrorCode::kInvalidArgument);
  const Status done = session.run(MoveVertex(kTop, 0, 0, {1, 1}, kUser), kActor);
  EXPECT_ERROR(done, ErrorCode::kInvalidArgument);
  EXPECT_NE(done.error().text().find("unlock"), std::string::npos);
  EXPECT_NE(done.error().text().find("top"), std::string::npos);
  EXPECT_EQ(garment_of(session, 1), garment);
}

TEST(InsertVertex, PutsThePointAfterTheStartOfItsEdge) {
  EditSession session = one_square();
  ASSERT_OK(session.run(InsertVertex(kTop, 0, 1, {60, 30}, kUser), kActor));
  EXPECT_EQ(rings(session)[0], (Ring{{10, 10}, {60, 10}, {60, 30}, {60, 60}, {10, 60}}));
  EXPECT_EQ(garment_of(session, 1).region_provenance, Provenance::human(kUser));
}

TEST(InsertVertex, OnTheClosingEdgeComesLast) {
  EditSession session = one_square();
  ASSERT_OK(session.run(InsertVertex(kTop, 0, 3, {10, 30}, kUser), kActor));
  EXPECT_EQ(rings(session)[0].back(), (Point{10, 30}));
}

TEST(InsertVertex, RefusesWhatIsNotThere) {
  EditSession session = one_square();
  EXPECT_ERROR(session.run(InsertVertex(kTop, 0, 4, {}, kUser), kActor), ErrorCode::kNotFound);
  EXPECT_ERROR(session.run(InsertVertex(kTop, 7, 0, {}, kUser), kActor), ErrorCode::kNotFound);
}

TEST(DeleteVertex, TakesOnePointOut) {
  EditSession session = one_square();
  ASSERT_OK(session.run(DeleteVertex(kTop, 0, 1, kUser), kActor));
  EXPECT_EQ(rings(session)[0], (Ring{{10, 10}, {60, 60}, {10, 60}}));
}

TEST(DeleteVertex, RemovesARingThatWouldFallBelowThreePoints) {
  EditSession session = one_top({{square(0, 0, 50), triangle(200, 200, 30)}});
  ASSERT_OK(session.run(DeleteVertex(kTop, 1, 2, kUser), kActor));
  EXPECT_EQ(rings(session), std::vector<Ring>{square(0, 0, 50)});
}

TEST(DeleteVertex, RemovesTheHolesOfARingThatGoes) {
  EditSession session = one_top({{triangle(0, 0, 100), triangle(10, 10, 20), square(200, 200, 50)}});
  ASSERT_OK(session.run(DeleteVertex(kTop, 0, 0, kUser), kActor));
  EXPECT_EQ(rings(session), std::vector<Ring>{square(200, 200, 50)}) << "the hole must not become a piece";
}

TEST(DeleteVertex, RemovesRingsThatWereTooShortAlready) {
  EditSession session = one_top({{{{5, 5}}, square(200, 200, 50)}});
  ASSERT_OK(session.run(DeleteVertex(kTop, 0, 0, kUser), kActor));
  EXPECT_EQ(rings(session), std::vector<Ring>{square(200, 200, 50)});
}

TEST(DeleteVertex, RefusesToLeaveAGarmentWithoutAnOutline) {
  EditSession session = one_top({{triangle(0, 0, 100)}});
  const Status done = session.run(DeleteVertex(kTop, 0, 0, kUser), kActor);
  EXPECT_ERROR(done, ErrorCode::kInvalidArgument);
  EXPECT_NE(done.error().text().find("delete the garment instead"), std::string::npos);
  EXPECT_EQ(rings(session), std::vector<Ring>{triangle(0, 0, 100)});
}

TEST(DeleteVertex, RefusesWhatIsNotThere) {
  EditSession session = one_square();
  EXPECT_ERROR(session.run(DeleteVertex(kTop, 0, 4, kUser), kActor), ErrorCode::kNotFound);
  EXPECT_ERROR(session.run(DeleteVertex(kTop, 1, 0, kUser), kActor), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace jaedan
