// Ten thousand random gestures on one photo: whatever hands do, everything can be undone, no outline is broken, and
// what is stored is what is shown. The asan preset runs it as well.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <set>

#include "labeling/edit/commands/add_garment.h"
#include "labeling/edit/commands/delete_garments.h"
#include "labeling/edit/commands/delete_vertex.h"
#include "labeling/edit/commands/insert_vertex.h"
#include "labeling/edit/commands/reorder.h"
#include "labeling/edit/commands/set_attribute.h"
#include "labeling/edit/commands/set_flags.h"
#include "labeling/edit/commands/set_part.h"
#include "labeling/edit/commands/set_region.h"
#include "labeling/edit/edit_session.h"
#include "labeling/formats/taxonomy_json.h"
#include "labeling/shape/brush_stroke.h"
#include "labeling/shape/shape_edits.h"
#include "labeling/store/store.h"
#include "labeling/tools/drag_tool.h"
#include "labeling/tools/draw_tool.h"
#include "tests/support/matchers.h"

namespace jaedan::labeling {
namespace {

constexpr int kSteps = 10'000;
constexpr int kWidth = 300, kHeight = 400;
constexpr std::size_t kMostGarments = 12;
constexpr std::size_t kMostPoints = 400;  // of all outlines: a hand does not draw more, and the time stays short
constexpr int kSaveEvery = 50;
const std::string kUser = "수아";

class RandomHands {
 public:
  RandomHands(EditSession& session, const Taxonomy& taxonomy, unsigned seed)
      : session_(session), taxonomy_(taxonomy), chance_(seed) {}

  void act() {
    const std::vector<std::function<void()>> acts = {
        [&] { draw(); },   [&] { drag(); },   [&] { drag(); },          [&] { paint(); },   [&] { paint(); },
        [&] { slice(); },  [&] { redraw(); }, [&] { join(); },          [&] { cut_out(); }, [&] { vertices(); },
        [&] { labels(); }, [&] { flags(); },  [&] { remove(); },        [&] { undo(); },    [&] { undo(); },
        [&] { redo(); },   [&] { order(); },  [&] { undo_and_redo(); },
    };
    acts[below(acts.size())]();
    std::size_t points = 0;
    std::vector<GarmentId> ids;
    for (const Garment& garment : session_.annotation().garments) {
      points += point_count(garment.region);
      ids.push_back(garment.id);
    }
    if (ids.size() > kMostGarments || points > kMostPoints) run(DeleteGarments({ids.front()}));
  }
  int done() const { return done_; }

 private:
  std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(chance_); }
  double between(double low, double high) { return std::uniform_real_distribution<double>(low, high)(chance_); }
  bool sometimes(double share) { return between(0, 1) < share; }
  // Mostly on the photo, now and then beside it or on a whole number.
  Point place() {
    Point p{between(-20, kWidth + 20), between(-20, kHeight + 20)};
    if (sometimes(0.3)) p = {std::floor(p.x), std::floor(p.y)};
    return p;
  }
  static Point on_photo(Point p) {
    return {std::clamp(p.x, 0.0, double(kWidth)), std::clamp(p.y, 0.0, double(kHeight))};
  }
  std::vector<Point> walk() {
    std::vector<Point> path = {place()};
    for (std::size_t i = below(12); i > 0; --i) {
      path.push_back({path.back().x + between(-60, 60), path.back().y + between(-60, 60)});
    }
    return path;
  }
  Rect frame() const { return {0, 0, kWidth, kHeight}; }
  const Garment* any() {
    const auto& garments = session_.annotation().garments;
    return garments.empty() ? nullptr : &garments[below(garments.size())];
  }
  // Refusals are fine; what matters is what is left behind.
  void run(const Command& command) { done_ += session_.run(command, Actor::alone("mina")).ok(); }
  void run(ShapeEdit edit) {
    if (edit.ok()) run(**edit);
  }

  void draw() {
    DrawOptions options;
    options.frame = frame();
    DrawTool tool(sometimes(0.3) ? DrawShape::kRectangle : DrawShape::kPolygon, options);
    const Part part = kAllParts[below(kAllParts.size())];
    for (std::size_t events = 4 + below(14); events > 0; --events) {
      DrawStep step;
      const Point at = place();
      switch (below(9)) {
        case 0: step = tool.key(DrawKey::kTakeBack); break;
        case 1: step = tool.key(DrawKey::kBringBack); break;
        case 2: step = tool.double_click(at); break;
        case 3: step = tool.move(at); break;
        case 4: step = sometimes(0.2) ? tool.key(DrawKey::kCancel) : tool.key(DrawKey::kFinish); break;
        default:
          step = tool.press(at);
          if (step.kind != DrawStep::Kind::kFinished) step = tool.release(at);
          break;
      }
      if (step.kind == DrawStep::Kind::kFinished) return run(AddGarment(part, step.region, kUser));
    }
  }

  void drag() {
    const Garment* garment = any();
    if (garment == nullptr || garment->region.empty()) return;
    const std::size_t ring = below(garment->region.rings.size());
    const std::size_t index = below(garment->region.rings[ring].size());
    const Point at = garment->region.rings[ring][index];
    const HitKind kinds[] = {HitKind::kVertex, HitKind::kEdge, HitKind::kBody};
    DragTool tool;
    const std::int64_t gesture = ++gesture_;
    tool.press(
        {{kinds[below(3)], garment->id, ring, index, at}, at, {garment->id}, bounds_of(garment->region), gesture},
        {2, frame()}, kUser);
    for (std::size_t i = below(6); i > 0; --i) {
      const auto command = tool.move(place());
      if (command && !session_.run_in_gesture(*command, gesture, Actor::alone("mina")).ok()) break;
      if (command) ++done_;
    }
    if (sometimes(0.25)) EXPECT_OK(session_.abandon_gesture(gesture));
  }

  void paint() {
    const Garment* garment = any();
    const Region start = garment == nullptr || sometimes(0.2) ? Region{} : garment->region;
    BrushStroke stroke(start, {between(0.5, 40), !start.empty() && sometimes(0.5)}, frame(), place());
    for (std::size_t i = below(4); i > 0; --i) stroke.move(walk());
    if (!stroke.changes_something() || stroke.region().empty()) return;
    if (start.empty()) return run(AddGarment(Part::kTop, stroke.region(), kUser));
    run(SetRegion(garment->id, stroke.region(), kUser));
  }

  void slice() {
    if (const Garment* garment = any()) run(slice_garment(session_.annotation(), garment->id, walk(), frame(), kUser));
  }
  void redraw() {
    const Garment* garment = any();
    if (garment == nullptr || garment->region.empty()) return;
    std::vector<Point> path = walk();
    const Ring& ring = garment->region.rings[below(garment->region.rings.size())];
    path.front() = ring[below(ring.size())], path.push_back(ring[below(ring.size())]);
    run(redraw_contour(session_.annotation(), garment->id, path, 6, frame(), kUser));
  }
  void join() {
    const Garment* a = any();
    const Garment* b = any();
    if (a != nullptr && a != b) run(join_garments_into_first(session_.annotation(), {a->id, b->id}, kUser));
  }
  void cut_out() {
    const Garment* a = any();
    const Garment* b = any();
    if (a == nullptr) return;
    run(cut_others_out(session_.annotation(),
                       a == b ? std::vector<GarmentId>{a->id} : std::vector<GarmentId>{a->id, b->id}, kUser));
  }
  void vertices() {
    const Garment* garment = any();
    if (garment == nullptr || garment->region.empty()) return;
    const std::size_t ring = below(garment->region.rings.size());
    const std::size_t index = below(garment->region.rings[ring].size() + 1);
    if (sometimes(0.5)) return run(DeleteVertex(garment->id, ring, index, kUser));
    run(InsertVertex(garment->id, ring, index, on_photo(place()), kUser));  // on the outline, so on the photo
  }
  void labels() {
    const Garment* garment = any();
    if (garment == nullptr) return;
    if (sometimes(0.2)) return run(SetPart(garment->id, kAllParts[below(kAllParts.size())], taxonomy_, kUser));
    const auto attributes = taxonomy_.attributes_for(garment->part);
    const TaxonomyAttribute& attribute = *attributes[below(attributes.size())];
    const AttributeEdit edits[] = {AttributeEdit::kReplace, AttributeEdit::kAdd, AttributeEdit::kRemove};
    run(SetAttribute(garment->id, attribute.id, attribute.values[below(attribute.values.size())].id, kUser,
                     attribute.multiple ? edits[below(3)] : AttributeEdit::kReplace));
  }
  void flags() {
    if (const Garment* garment = any()) run(SetFlags({garment->id}, {sometimes(0.5), sometimes(0.2)}));
  }
  void remove() {
    if (const Garment* garment = any()) run(DeleteGarments({garment->id}));
  }
  void order() {
    const ZMove moves[] = {ZMove::kToFront, ZMove::kForward, ZMove::kBackward, ZMove::kToBack};
    if (const Garment* garment = any()) run(Reorder(garment->id, moves[below(4)]));
  }
  void undo() {
    for (std::size_t i = below(4); i > 0 && session_.can_undo(); --i) EXPECT_OK(session_.undo(Actor::alone("mina")));
  }
  void redo() {
    for (std::size_t i = below(4); i > 0 && session_.can_redo(); --i) EXPECT_OK(session_.redo(Actor::alone("mina")));
  }
  void undo_and_redo() {
    if (!session_.can_undo()) return;
    const Annotation before = session_.annotation();
    EXPECT_OK(session_.undo(Actor::alone("mina")));
    EXPECT_OK(session_.redo(Actor::alone("mina")));
    EXPECT_TRUE(session_.annotation() == before);
  }

  EditSession& session_;
  const Taxonomy& taxonomy_;
  std::mt19937 chance_;
  std::int64_t gesture_ = 0;
  int done_ = 0;
};

void expect_sound(const Annotation& annotation) {
  std::set<GarmentId> ids;
  for (const Garment& garment : annotation.garments) {
    EXPECT_TRUE(ids.insert(garment.id).second) << "two garments of one id";
    EXPECT_FALSE(garment.region.empty());
    for (const Ring& ring : garment.region.rings) {
      EXPECT_GE(ring.size(), 3U);
      for (const Point& p : ring) {
        ASSERT_TRUE(std::isfinite(p.x) && std::isfinite(p.y));
        ASSERT_TRUE(p.x >= -1e-3 && p.y >= -1e-3 && p.x <= kWidth + 1e-3 && p.y <= kHeight + 1e-3)
            << p.x << ", " << p.y;
      }
    }
  }
}

TEST(RandomGestures, TenThousandStepsKeepEverythingWhole) {
  ASSERT_OK_AND_ASSIGN(const Taxonomy taxonomy, load_default_taxonomy());
  const auto store = make_memory_store();
  ASSERT_OK_AND_ASSIGN(const auto ids, store->add_photos({{{}, "a", "a.jpg", kWidth, kHeight}}));
  ASSERT_OK_AND_ASSIGN(const Photo photo, store->photo(ids[0]));
  ASSERT_OK_AND_ASSIGN(const Annotation empty, store->annotation(ids[0]));
  EditSession session(photo, empty);
  RandomHands hands(session, taxonomy, 20261122);
  for (int step = 1; step <= kSteps && !::testing::Test::HasFailure(); ++step) {
    SCOPED_TRACE(step);
    hands.act();
    expect_sound(session.annotation());
    if (step % kSaveEvery != 0) continue;
    session.begin_save();
    ASSERT_OK_AND_ASSIGN(const std::int64_t revision,
                         store->save(session.annotation(), {kUser, "edit"}, session.history().to_bytes()));
    session.mark_saved(revision);
    ASSERT_OK_AND_ASSIGN(const Annotation stored, store->annotation(ids[0]));
    EXPECT_TRUE(stored == session.annotation()) << "saved = shown";
  }
  EXPECT_GT(hands.done(), kSteps / 3) << "most gestures should do something";

  // A restart keeps the history; undone from there, nothing is left of anything.
  ASSERT_OK_AND_ASSIGN(const std::int64_t revision,
                       store->save(session.annotation(), {kUser, "edit"}, session.history().to_bytes()));
  static_cast<void>(revision);
  ASSERT_OK_AND_ASSIGN(const Annotation stored, store->annotation(ids[0]));
  ASSERT_OK_AND_ASSIGN(const std::string bytes, store->history(ids[0]));
  ASSERT_OK_AND_ASSIGN(UndoHistory history, UndoHistory::from_bytes(bytes));
  EditSession again(photo, stored, std::move(history));
  ASSERT_FALSE(again.history_was_dropped());
  int steps = 0;
  for (; again.can_undo(); ++steps) ASSERT_OK(again.undo(Actor::alone("mina")));
  EXPECT_TRUE(again.annotation().garments.empty());
  while (steps-- > 0) ASSERT_OK(again.redo(Actor::alone("mina")));
  EXPECT_TRUE(again.annotation().garments == stored.garments);
}

}  // namespace
}  // namespace jaedan::labeling
