#include "app/gui/canvas/tool_box.h"

#include <gtest/gtest.h>

#include <variant>

#include "app/gui/canvas/canvas.h"
#include "app/gui/canvas/tools/magic_tool.h"
#include "app/gui/canvas/tools/shape_tool.h"

namespace jaedan::gui {
namespace {

Garment garment(std::int64_t id) {
  Garment made;
  made.id = GarmentId{id};
  made.region = {{{{10, 10}, {50, 10}, {50, 50}, {10, 50}}}};
  return made;
}

/// A photo of 100 by 100 with the tools over it, and no window.
class Tools : public ::testing::Test {
 protected:
  Tools() : document_({EditSession(photo(), {}), Image{}, std::nullopt}, {}), edges_([] {}) {}

  static Photo photo() {
    Photo made;
    made.id = PhotoId{1};
    made.width = made.height = 100;
    return made;
  }

  void show(std::vector<Garment> garments) {
    Annotation annotation;
    annotation.garments = std::move(garments);
    document_.session = EditSession(photo(), std::move(annotation));
  }

  ToolContext on() { return {ui_, document_, regions_, edges_, view_}; }
  ToolBox& tools() { return view_.canvas.tools; }
  bool take(const char* id) { return tools().take(id, on()); }
  bool key(ToolKey key) { return tools().in_hand().key(key, on()); }
  /// What was said since the last time.
  std::string told() {
    std::string text;
    for (const Request& request : ask_.take()) {
      if (const Tell* tell = std::get_if<Tell>(&request)) text += tell->text;
    }
    return text;
  }
  void begin_shape(const char* tool) {
    BegunShape shape;
    shape.tool = tool;
    shape.draft.steps = {{{10, 10}}, {{20, 10}}};
    tools().take_up(shape, view_);
  }
  void click(Point at) {
    ASSERT_NE(magic_tool_in_hand(view_.canvas), nullptr);
    magic_tool_in_hand(view_.canvas)->draft().say(inference::Click{at, true});
  }

  Strings text_{Language::kEnglish};
  Theme theme_ = make_theme(ThemeKind::kDark);
  Fonts fonts_;
  Settings settings_;
  ActionList actions_{{}};
  KeyMap keys_{{}, KeyPreset::kDesktop};
  FrameInput input_;
  Actor actor_ = Actor::alone("kim");
  ItemMap items_;
  Requests ask_;
  Ui ui_{text_, theme_, fonts_, settings_, actions_, keys_, input_, actor_.name, actor_, 1, 0, items_, ask_};
  Document document_;
  RegionCache regions_;
  EdgeFollower edges_;
  PhotoView view_;
};

TEST_F(Tools, SayWhatTheNextClickDoesEachOne) {
  for (const ToolRow& row : tool_table()) {
    show({garment(1)});
    view_.selection.select_only(GarmentId{1});
    ASSERT_TRUE(take(row.id)) << row.id << told();
    EXPECT_TRUE(tools().holds(row.id));
    EXPECT_FALSE(tools().in_hand().hint(ui_, document_, view_).empty()) << row.id;
    tools().put_down();
  }
}

TEST_F(Tools, APolygonUnderWayGoesOnAsScissors) {
  begin_shape("polygon");
  const DrawDraft draft = tools().in_hand().begun(view_).draft;
  ASSERT_TRUE(take("scissors"));
  const BegunShape shape = tools().in_hand().begun(view_);
  EXPECT_EQ(shape.tool, "scissors");
  EXPECT_TRUE(shape.draft == draft);
}

TEST_F(Tools, ARectangleWaitsForThePolygonUnderWay) {
  begin_shape("polygon");
  EXPECT_FALSE(take("rectangle"));
  EXPECT_TRUE(tools().holds("polygon"));
  EXPECT_EQ(told(), text_(Text::kFinishShapeFirst));
}

TEST_F(Tools, EscForgetsTheShapeAndLaysTheToolDown) {
  begin_shape("polygon");
  EXPECT_TRUE(key(ToolKey::kCancel));
  EXPECT_TRUE(tools().selects());
  ASSERT_TRUE(take("polygon"));
  EXPECT_FALSE(tools().in_hand().under_way());
}

TEST_F(Tools, UndoTakesPointsBackBeforeAnythingElse) {
  begin_shape("polygon");
  EXPECT_TRUE(key(ToolKey::kUndo));
  EXPECT_TRUE(key(ToolKey::kUndo));
  EXPECT_FALSE(key(ToolKey::kUndo)) << "now the photo's own history is meant";
  EXPECT_TRUE(key(ToolKey::kRedo));
}

TEST_F(Tools, AShapeOnAProposalCannotBePutAside) {
  BegunShape shape;
  shape.tool = "polygon";
  shape.draft.steps = {{{10, 10}}};
  tools().take_up(shape, view_);
  EXPECT_TRUE(tools().in_hand().can_put_aside());
  document_.prediction = Prediction{"model", {{1, {Proposal{}}}}};
  view_.proposal = 0;
  reshape_with(ShapeUse::kAdd, on());
  EXPECT_FALSE(tools().in_hand().can_put_aside());
}

TEST_F(Tools, ClicksArePutAsideAndSaidAgain) {
  show({garment(1)});
  view_.selection.select_only(GarmentId{1});
  ASSERT_TRUE(take("clicks"));
  click({30, 30});
  magic_tool_in_hand(view_.canvas)->draft().say(inference::Click{{70, 70}, false});
  EXPECT_TRUE(tools().in_hand().can_put_aside());
  const BegunShape shape = tools().in_hand().begun(view_);
  EXPECT_EQ(shape.garment, GarmentId{1});
  ASSERT_EQ(shape.clicks.size(), 2U);
  EXPECT_EQ(shape.clicks[1], (BegunClick{{70, 70}, false, {}}));

  view_.photo_changed(false);
  EXPECT_TRUE(tools().in_hand().begun(view_).empty());
  tools().take_up(shape, view_);
  view_.selection.select_only(GarmentId{1});
  EXPECT_EQ(tools().in_hand().begun(view_), shape) << "before the photo is drawn as well";
  tools().in_hand().follow(on());
  EXPECT_EQ(tools().in_hand().begun(view_), shape);
  const ClickDraft& draft = magic_tool_in_hand(view_.canvas)->draft();
  EXPECT_EQ(draft.said().size(), 2U);
  EXPECT_TRUE(draft.waits()) << "they are answered anew";
  EXPECT_EQ(draft.target().garment, GarmentId{1});
  EXPECT_EQ(told(), "");
}

TEST_F(Tools, ClicksWhoseGarmentIsGoneMakeANewOne) {
  BegunShape shape;
  shape.tool = "clicks";
  shape.garment = GarmentId{9};
  shape.clicks = {{{30, 30}, true, {}}};
  tools().take_up(shape, view_);
  tools().in_hand().follow(on());
  EXPECT_EQ(told(), text_(Text::kClickTargetGone));
  EXPECT_FALSE(magic_tool_in_hand(view_.canvas)->draft().target().garment);
}

TEST_F(Tools, ClicksThatAreAboutToBecomeAGarmentStay) {
  ASSERT_TRUE(take("clicks"));
  click({30, 30});
  EXPECT_TRUE(key(ToolKey::kFinish));
  EXPECT_FALSE(tools().in_hand().can_put_aside());
}

TEST_F(Tools, ClicksGoOnInTheBoxAndBack) {
  ASSERT_TRUE(take("clicks"));
  click({30, 30});
  ASSERT_TRUE(take("box"));
  EXPECT_TRUE(tools().in_hand().under_way());
  EXPECT_TRUE(key(ToolKey::kCancel)) << "back to the clicks, which stay";
  EXPECT_TRUE(tools().holds("clicks"));
  EXPECT_EQ(magic_tool_in_hand(view_.canvas)->draft().said().size(), 1U);
}

TEST_F(Tools, SelectingWaitsForClicksThatWereMade) {
  ASSERT_TRUE(take("clicks"));
  click({30, 30});
  EXPECT_FALSE(take("select"));
  EXPECT_EQ(told(), text_(Text::kFinishShapeFirst));
  EXPECT_TRUE(key(ToolKey::kTakeBack));
  EXPECT_TRUE(take("select"));
}

TEST_F(Tools, AKnifeNeedsOneGarmentThatMayBeChanged) {
  EXPECT_FALSE(take("knife"));
  EXPECT_EQ(told(), text_(Text::kChooseGarmentFirst));
  Garment locked = garment(1);
  locked.locked = true;
  show({locked});
  EXPECT_FALSE(take("knife"));
  EXPECT_EQ(told(), text_(Text::kHintLocked));
  show({garment(1)});
  EXPECT_TRUE(take("knife")) << "a photo's only garment is meant";
  EXPECT_TRUE(view_.selection.contains(GarmentId{1}));
}

TEST_F(Tools, ThePartOfAGarmentIsChosenWithTheToolInHandOrThePolygon) {
  start_part(Part::kDress, on());
  EXPECT_TRUE(tools().holds("polygon"));
  EXPECT_EQ(view_.canvas.draw_part, Part::kDress);
  ASSERT_TRUE(take("brush"));
  start_part(Part::kBottom, on());
  EXPECT_TRUE(tools().holds("brush"));
  EXPECT_EQ(view_.canvas.draw_part, Part::kBottom);
}

TEST_F(Tools, TheLastToolThatMakesGarmentsIsRepeated) {
  show({garment(1)});
  ASSERT_TRUE(take("brush"));
  ASSERT_TRUE(take("knife"));
  tools().put_down();
  repeat_tool(on());
  EXPECT_TRUE(tools().holds("brush"));
  EXPECT_TRUE(view_.selection.empty()) << "a new garment comes of it";
}

TEST_F(Tools, AShapeOfAnUnknownToolIsLeftAlone) {
  begin_shape("airbrush");
  EXPECT_TRUE(tools().selects());
}

}  // namespace
}  // namespace jaedan::gui
