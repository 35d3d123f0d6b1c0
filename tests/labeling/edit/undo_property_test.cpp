// Random editing sessions: whatever is done, undo leads back to the start and redo to the end.
#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <set>

#include "labeling/edit/command_group.h"
#include "labeling/edit/commands/add_garment.h"
#include "labeling/edit/commands/clear_attribute.h"
#include "labeling/edit/commands/clear_image_attribute.h"
#include "labeling/edit/commands/confirm.h"
#include "labeling/edit/commands/decide.h"
#include "labeling/edit/commands/delete_garments.h"
#include "labeling/edit/commands/delete_vertex.h"
#include "labeling/edit/commands/insert_vertex.h"
#include "labeling/edit/commands/keep_version.h"
#include "labeling/edit/commands/move_region.h"
#include "labeling/edit/commands/move_vertex.h"
#include "labeling/edit/commands/paste_garments.h"
#include "labeling/edit/commands/reorder.h"
#include "labeling/edit/commands/set_attribute.h"
#include "labeling/edit/commands/set_flags.h"
#include "labeling/edit/commands/set_image_attribute.h"
#include "labeling/edit/commands/set_part.h"
#include "labeling/edit/commands/set_region.h"
#include "labeling/edit/commands/take_labels.h"
#include "labeling/edit/proposals/accept_proposals.h"
#include "labeling/edit/proposals/reject_garment.h"
#include "labeling/edit/proposals/swap_reading.h"
#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using testing::annotation_of;
using testing::human_garment;
using testing::kActor;
using testing::kUser;
using testing::model_garment;
using testing::session_of;
using testing::square;

/// Makes commands at random; some of them must fail (missing garments, points, moves).
class RandomCommands {
 public:
  explicit RandomCommands(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t n) { return random_() % n; }

  std::unique_ptr<Command> next(int depth = 0) {
    switch (below(depth == 0 ? 23 : 22)) {
      case 0: return std::make_unique<AddGarment>(part(), region(), kUser);
      case 1: return std::make_unique<DeleteGarments>(ids());
      case 2: return std::make_unique<SetRegion>(id(), region(), kUser);
      case 3: return std::make_unique<MoveVertex>(id(), below(3), below(5), point(), kUser);
      case 4: return std::make_unique<InsertVertex>(id(), below(3), below(5), point(), kUser);
      case 5: return std::make_unique<DeleteVertex>(id(), below(3), below(5), kUser);
      case 6: return std::make_unique<MoveRegion>(ids(), point(), kUser);
      case 7: return std::make_unique<SetAttribute>(id(), attribute(), word(), kUser, edit());
      case 8: return std::make_unique<SetAttribute>(id(), attribute(), std::string(kNotSure), kUser, edit());
      case 9: return std::make_unique<ClearAttribute>(id(), attribute());
      case 10: return std::make_unique<SetImageAttribute>(below(2) ? "style" : "sub_style", word(), kUser);
      case 11: return std::make_unique<ClearImageAttribute>(below(2) ? "style" : "sub_style");
      case 12: return std::make_unique<SetPart>(id(), part(), UnsaidWords{{attribute()}, {}}, kUser);
      case 13: return decision();
      case 14: return std::make_unique<SetFlags>(ids(), GarmentFlags{below(3) == 0, below(2) == 0});
      case 15: return std::make_unique<Reorder>(id(), static_cast<ZMove>(below(4)));
      case 16: return std::make_unique<AcceptProposals>(proposals(), "m");
      case 17: return std::make_unique<Confirm>(below(2) ? Confirm::garment(id(), kUser) : Confirm::everything(kUser));
      case 18: return std::make_unique<PasteGarments>(pasted(), kUser);
      case 19: return std::make_unique<SwapReading>(readings(), below(3), std::vector<std::size_t>{below(9)});
      case 20: return std::make_unique<KeepVersion>(version(), version(), below(2) ? Kept::kMine : Kept::kBoth);
      case 21: return std::make_unique<TakeLabels>(version(), static_cast<TakeLabels::Outlines>(below(2)), kUser);
      default: return group();
    }
  }

 private:
  Annotation version() {
    Annotation made = annotation_of({human_garment(1, part(), region()), model_garment(3, part(), region())});
    if (below(2)) made.image_attributes = {{"style", word(), "", Provenance::human(kUser)}};
    return made;
  }
  std::unique_ptr<Command> decision() {
    switch (below(3)) {
      case 0: return std::make_unique<Decide>(Decide::approve());
      case 1: return std::make_unique<Decide>(Decide::give_back());
      default: return std::make_unique<Decide>(Decide::submit());
    }
  }
  GarmentId id() { return {static_cast<std::int64_t>(1 + below(7))}; }
  std::vector<GarmentId> ids() { return {id(), id()}; }
  Part part() { return kAllParts[below(4)]; }
  Point point() { return {static_cast<double>(below(8000)) / 7, static_cast<double>(below(6000)) / 9}; }
  std::string attribute() { return below(2) ? "colour" : "material"; }
  std::string word() { return std::string(1, static_cast<char>('a' + below(4))); }
  AttributeEdit edit() { return static_cast<AttributeEdit>(below(3)); }
  Region region() {
    Region made;
    for (std::size_t r = 0, n = 1 + below(3); r < n; ++r) {
      Ring ring;
      for (std::size_t i = 0, points = 3 + below(5); i < points; ++i) ring.push_back(point());
      made.rings.push_back(ring);
    }
    return made;
  }
  /// The same ones every time, so that what was accepted of one can be swapped for another.
  static Prediction readings() {
    const auto square_of = [](Part part, double x, double y, double side) {
      Proposal made;
      made.part = part;
      made.region = {{square(x, y, side)}};
      made.score = 0.5;
      return made;
    };
    const Proposal others_top = square_of(Part::kTop, 600, 0, 90);
    return {"m",
            {{0.6, {square_of(Part::kTop, 300, 0, 90), square_of(Part::kBottom, 300, 90, 90), others_top}},
             {0.3, {square_of(Part::kDress, 300, 0, 180), others_top}},
             {0.1, {square_of(Part::kOuter, 300, 0, 150)}}}};
  }
  std::vector<Proposal> proposals() {
    if (below(2)) return readings().readings[below(3)].garments;
    Proposal one;
    one.part = part();
    one.region = region();
    one.attributes = {{attribute(), word(), "", Provenance::model("m", 0.5)}};
    return {one};
  }
  Pasted pasted() { return {{human_garment(1, part(), region()), model_garment(2, part(), region())}, {}, 800, 600}; }
  std::unique_ptr<Command> group() {
    std::vector<std::unique_ptr<const Command>> commands;
    commands.push_back(next(1));
    commands.push_back(next(1));
    return std::make_unique<CommandGroup>("group", std::move(commands));
  }

  std::mt19937 random_;
};

EditSession start() {
  return session_of({model_garment(1, Part::kTop, {{square(10, 10, 50)}}),
                     human_garment(2, Part::kBottom, {{square(10, 70, 50), square(20, 80, 9)}})});
}

class RandomSession : public ::testing::TestWithParam<unsigned> {};

TEST_P(RandomSession, UndoLeadsBackThroughEveryStateAndRedoForthAgain) {
  RandomCommands commands(GetParam());
  EditSession session = start();
  std::vector<Annotation> states = {session.annotation()};
  int failures = 0;
  for (int i = 0; i < 120; ++i) {
    const Annotation before = session.annotation();
    const auto command = commands.next();
    const std::size_t steps = session.history().position();
    if (!session.run(*command, kActor)) {
      ++failures;
      ASSERT_EQ(session.annotation(), before) << command->name();
    }
    if (session.history().position() == steps) {
      ASSERT_EQ(session.annotation(), before) << command->name();
    } else {
      ASSERT_NE(session.annotation(), before) << command->name();
      states.push_back(session.annotation());
    }
  }
  EXPECT_GT(failures, 0);
  ASSERT_GT(states.size(), 20U);

  for (std::size_t i = states.size(); i-- > 1;) {
    ASSERT_EQ(session.annotation(), states[i]);
    ASSERT_OK(session.undo(kActor));
  }
  EXPECT_EQ(session.annotation(), start().annotation());
  EXPECT_FALSE(session.can_undo());
  for (std::size_t i = 1; i < states.size(); ++i) {
    ASSERT_OK(session.redo(kActor));
    ASSERT_EQ(session.annotation(), states[i]);
  }
  EXPECT_FALSE(session.can_redo());
}

TEST_P(RandomSession, SurvivesGesturesSavesUndoAndRestartsInAnyOrder) {
  RandomCommands commands(GetParam() + 1000);
  EditSession session = start();
  Annotation stored = session.annotation();
  for (int i = 0; i < 200; ++i) {
    switch (commands.below(8)) {
      case 0:
        if (session.can_undo()) ASSERT_OK(session.undo(kActor));
        break;
      case 1:
        if (session.can_redo()) ASSERT_OK(session.redo(kActor));
        break;
      case 2:
        session.mark_saved(session.annotation().revision + 1);
        stored = session.annotation();
        break;
      case 3: {
        ASSERT_OK_AND_ASSIGN(UndoHistory history, UndoHistory::from_bytes(session.history().to_bytes()));
        session = EditSession(testing::photo(), session.annotation(), std::move(history));
        ASSERT_FALSE(session.history_was_dropped());
        stored = session.annotation();
        break;
      }
      default: (void)session.run_in_gesture(*commands.next(), static_cast<std::int64_t>(commands.below(3)), kActor);
    }
    if (!session.modified()) {
      Annotation now = session.annotation();
      now.revision = stored.revision;
      ASSERT_EQ(now, stored) << "not modified, but not what is stored";
    }
  }
  while (session.can_undo()) ASSERT_OK(session.undo(kActor));
  Annotation now = session.annotation();
  now.revision = 0;
  EXPECT_EQ(now, start().annotation());
}

TEST(RandomCommands, EachOfThemChangesSomethingSoonerOrLater) {
  std::set<std::string> changed;
  std::set<std::string> made;
  for (unsigned seed = 0; seed < 40; ++seed) {
    RandomCommands commands(seed);
    EditSession session = start();
    for (int i = 0; i < 120; ++i) {
      const auto command = commands.next();
      const std::size_t steps = session.history().position();
      made.insert(command->name());
      if (session.run(*command, kActor).ok() && session.history().position() != steps) changed.insert(command->name());
    }
  }
  EXPECT_EQ(changed, made);
  EXPECT_EQ(changed.count("swap_reading"), 1U);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomSession, ::testing::Range(0U, 40U));

}  // namespace
}  // namespace jaedan
