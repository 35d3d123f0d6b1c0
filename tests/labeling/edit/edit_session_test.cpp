#include "labeling/edit/edit_session.h"

#include <gtest/gtest.h>

#include <limits>

#include "labeling/edit/command_group.h"
#include "labeling/edit/commands/add_garment.h"
#include "labeling/edit/commands/delete_garments.h"
#include "labeling/edit/commands/move_region.h"
#include "labeling/edit/commands/move_vertex.h"
#include "labeling/edit/commands/set_attribute.h"
#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using testing::garment_of;
using testing::human_garment;
using testing::kActor;
using testing::kUser;
using testing::photo;
using testing::session_of;
using testing::square;

EditSession one_top() { return session_of({human_garment(1, Part::kTop, {{square(10, 10, 50)}})}); }

MoveVertex move_first_to(double x) { return {GarmentId{1}, 0, 0, {x, 10}, kUser}; }

double first_x(const EditSession& session) { return garment_of(session, 1).region.rings[0][0].x; }

/// Does something else with every annotation than a command may.
class Rogue : public Command {
 public:
  enum class Deed { kBreakThenFail, kRepeatId, kNoId, kOtherPhoto, kNotANumber, kRaiseRevision };
  explicit Rogue(Deed deed) : deed_(deed) {}
  std::string name() const override { return "rogue"; }
  Changes changes() const override { return Change::kOutlines; }
  Status apply(Annotation& annotation) const override {
    switch (deed_) {
      case Deed::kBreakThenFail:
        annotation.garments.clear();
        return Error{ErrorCode::kInvalidArgument, "test.refused", "no"};
      case Deed::kRepeatId: annotation.garments.push_back(annotation.garments[0]); return {};
      case Deed::kNoId: annotation.garments[0].id = {}; return {};
      case Deed::kOtherPhoto: annotation.photo = PhotoId{99}; return {};
      case Deed::kNotANumber:
        annotation.garments[0].region.rings[0][0].x = std::numeric_limits<double>::quiet_NaN();
        return {};
      case Deed::kRaiseRevision: annotation.revision = 1000; return {};
    }
    return {};
  }

 private:
  Deed deed_;
};

TEST(EditSession, UndoAndRedoGoBackAndForth) {
  EditSession session = one_top();
  ASSERT_OK(session.run(move_first_to(12), kActor));
  ASSERT_OK(session.run(move_first_to(14), kActor));
  ASSERT_OK(session.undo(kActor));
  EXPECT_EQ(first_x(session), 12);
  ASSERT_OK(session.undo(kActor));
  EXPECT_EQ(first_x(session), 10);
  ASSERT_OK(session.redo(kActor));
  ASSERT_OK(session.redo(kActor));
  EXPECT_EQ(first_x(session), 14);
  EXPECT_FALSE(session.can_redo());
}

TEST(EditSession, FailedCommandChangesNothing) {
  EditSession session = one_top();
  ASSERT_OK(session.run(move_first_to(12), kActor));
  ASSERT_OK(session.undo(kActor));
  const Annotation before = session.annotation();
  const std::int64_t changes = session.change_count();
  EXPECT_ERROR(session.run(Rogue(Rogue::Deed::kBreakThenFail), kActor), ErrorCode::kInvalidArgument);
  EXPECT_EQ(session.annotation(), before);
  EXPECT_EQ(session.change_count(), changes);
  EXPECT_TRUE(session.can_redo()) << "a failure must not cost what could be redone";
}

TEST(EditSession, RefusesCommandsThatWouldBreakTheHistory) {
  EditSession session = one_top();
  const Annotation before = session.annotation();
  EXPECT_ERROR(session.run(Rogue(Rogue::Deed::kRepeatId), kActor), ErrorCode::kInternal);
  EXPECT_ERROR(session.run(Rogue(Rogue::Deed::kNoId), kActor), ErrorCode::kInternal);
  EXPECT_ERROR(session.run(Rogue(Rogue::Deed::kOtherPhoto), kActor), ErrorCode::kInternal);
  EXPECT_ERROR(session.run(Rogue(Rogue::Deed::kNotANumber), kActor), ErrorCode::kInvalidArgument);
  EXPECT_EQ(session.annotation(), before);
  EXPECT_FALSE(session.can_undo());
}

TEST(EditSession, LeavesTheRevisionToTheStore) {
  EditSession session = one_top();
  EXPECT_OK(session.run(Rogue(Rogue::Deed::kRaiseRevision), kActor));
  EXPECT_EQ(session.annotation().revision, 0);
  EXPECT_FALSE(session.can_undo());
  session.mark_saved(3);
  EXPECT_EQ(session.annotation().revision, 3);
}

TEST(EditSession, CommandThatChangesNothingLeavesNoTrace) {
  EditSession session = one_top();
  ASSERT_OK(session.run(move_first_to(10), kActor));
  EXPECT_FALSE(session.can_undo());
  EXPECT_FALSE(session.modified());
  EXPECT_EQ(session.change_count(), 0);
}

TEST(EditSession, CountsEveryChange) {
  EditSession session = one_top();
  ASSERT_OK(session.run(move_first_to(12), kActor));
  ASSERT_OK(session.undo(kActor));
  ASSERT_OK(session.redo(kActor));
  EXPECT_EQ(session.change_count(), 3);
}

TEST(EditSession, RefusesToUndoOrRedoNothing) {
  EditSession session = one_top();
  EXPECT_ERROR(session.undo(kActor), ErrorCode::kConflict);
  EXPECT_ERROR(session.redo(kActor), ErrorCode::kConflict);
}

TEST(EditSession, OneGestureIsOneUndoEntry) {
  EditSession session = one_top();
  for (int x = 11; x < 40; ++x) ASSERT_OK(session.run_in_gesture(move_first_to(x), 1, kActor));
  ASSERT_OK(session.run_in_gesture(move_first_to(50), 2, kActor));
  EXPECT_EQ(session.history().entries().size(), 2U);
  ASSERT_OK(session.undo(kActor));
  EXPECT_EQ(first_x(session), 39);
  ASSERT_OK(session.undo(kActor));
  EXPECT_EQ(first_x(session), 10);
  EXPECT_EQ(garment_of(session, 1).region_provenance, Provenance::human("지우"));
}

TEST(EditSession, GestureAcrossASaveStaysUndoableToTheSavedPoint) {
  EditSession session = one_top();
  ASSERT_OK(session.run_in_gesture(move_first_to(12), 1, kActor));
  session.mark_saved(1);
  ASSERT_OK(session.run_in_gesture(move_first_to(14), 1, kActor));
  EXPECT_TRUE(session.modified());
  ASSERT_OK(session.undo(kActor));
  EXPECT_FALSE(session.modified());
  EXPECT_EQ(first_x(session), 12);
}

TEST(EditSession, EditingDuringASaveLeavesThePhotoModified) {
  EditSession session = one_top();
  ASSERT_OK(session.run_in_gesture(move_first_to(12), 1, kActor));
  session.begin_save();
  ASSERT_OK(session.run_in_gesture(move_first_to(14), 1, kActor));
  session.mark_saved(1);
  EXPECT_TRUE(session.modified());
  ASSERT_OK(session.undo(kActor));
  EXPECT_FALSE(session.modified());
}

TEST(EditSession, AbandonedGestureIsAsIfItHadNeverBegun) {
  EditSession session = one_top();
  ASSERT_OK(session.run(move_first_to(12), kActor));
  ASSERT_OK(session.run_in_gesture(move_first_to(20), 1, kActor));
  ASSERT_OK(session.run_in_gesture(move_first_to(30), 1, kActor));
  ASSERT_OK(session.abandon_gesture(1));
  EXPECT_EQ(first_x(session), 12);
  EXPECT_FALSE(session.can_redo());
  EXPECT_EQ(session.history().entries().size(), 1U);
}

TEST(EditSession, AbandoningAnotherGestureDoesNothing) {
  EditSession session = one_top();
  ASSERT_OK(session.abandon_gesture(1));
  ASSERT_OK(session.run_in_gesture(move_first_to(20), 1, kActor));
  ASSERT_OK(session.abandon_gesture(2));
  ASSERT_OK(session.abandon_gesture(0));
  EXPECT_EQ(first_x(session), 20);
}

TEST(EditSession, AbandoningASavedGestureUndoesIt) {
  EditSession session = one_top();
  ASSERT_OK(session.run_in_gesture(move_first_to(20), 1, kActor));
  session.mark_saved(1);
  ASSERT_OK(session.abandon_gesture(1));
  EXPECT_EQ(first_x(session), 10);
  EXPECT_TRUE(session.modified());
  EXPECT_TRUE(session.can_redo());
}

TEST(EditSession, GoesOnWithAStoredHistory) {
  EditSession first = one_top();
  ASSERT_OK(first.run(move_first_to(12), kActor));
  ASSERT_OK(first.run(move_first_to(14), kActor));
  ASSERT_OK(first.undo(kActor));
  ASSERT_OK_AND_ASSIGN(UndoHistory history, UndoHistory::from_bytes(first.history().to_bytes()));
  EditSession second(photo(), first.annotation(), std::move(history));
  EXPECT_FALSE(second.history_was_dropped());
  EXPECT_FALSE(second.modified());
  ASSERT_OK(second.redo(kActor));
  EXPECT_EQ(first_x(second), 14);
  ASSERT_OK(second.undo(kActor));
  ASSERT_OK(second.undo(kActor));
  EXPECT_EQ(first_x(second), 10);
}

TEST(EditSession, DropsAHistoryThatBelongsToAnotherState) {
  EditSession first = one_top();
  ASSERT_OK(first.run(move_first_to(12), kActor));
  Annotation changed_elsewhere = first.annotation();
  changed_elsewhere.garments[0].region.rings[0][1].y += 3;
  const EditSession second(photo(), changed_elsewhere, first.history());
  EXPECT_TRUE(second.history_was_dropped());
  EXPECT_FALSE(second.can_undo());
  EXPECT_FALSE(second.modified());
  EXPECT_EQ(second.annotation(), changed_elsewhere);
}

std::vector<std::unique_ptr<const Command>> group_of_two(GarmentId second) {
  std::vector<std::unique_ptr<const Command>> commands;
  commands.push_back(std::make_unique<SetAttribute>(GarmentId{1}, "colour", "black", kUser));
  commands.push_back(std::make_unique<SetAttribute>(second, "fit", "loose", kUser));
  return commands;
}

TEST(CommandGroup, IsOneUndoEntry) {
  EditSession session = one_top();
  ASSERT_OK(session.run(CommandGroup("label_many", group_of_two(GarmentId{1})), kActor));
  EXPECT_EQ(session.history().undo_entry().name, "label_many");
  EXPECT_EQ(garment_of(session, 1).attributes.size(), 2U);
  ASSERT_OK(session.undo(kActor));
  EXPECT_TRUE(garment_of(session, 1).attributes.empty());
}

TEST(CommandGroup, DoesAllOrNoneAndNamesWhatFailed) {
  EditSession session = one_top();
  const Status done = session.run(CommandGroup("label_many", group_of_two(GarmentId{5})), kActor);
  EXPECT_ERROR(done, ErrorCode::kNotFound);
  EXPECT_NE(done.error().text().find("set_attribute"), std::string::npos);
  EXPECT_TRUE(garment_of(session, 1).attributes.empty());
  EXPECT_FALSE(session.can_undo());
}

TEST(CommandGroup, LetsLaterCommandsSeeEarlierOnes) {
  EditSession session = session_of({});
  std::vector<std::unique_ptr<const Command>> commands;
  commands.push_back(std::make_unique<AddGarment>(Part::kDress, Region{{square(0, 0, 9)}}, kUser));
  commands.push_back(std::make_unique<SetAttribute>(GarmentId{1}, "colour", "red", kUser));
  ASSERT_OK(session.run(CommandGroup("draw_and_label", std::move(commands)), kActor));
  EXPECT_EQ(values_of(garment_of(session, 1).attributes, "colour"), std::vector<std::string>{"red"});
}

}  // namespace
}  // namespace jaedan
