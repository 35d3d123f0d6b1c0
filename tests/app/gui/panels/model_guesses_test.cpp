#include "app/gui/panels/model_guesses.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>
#include <imgui.h>

#include <memory>
#include <variant>

#include "app/gui/canvas/canvas.h"
#include "app/gui/panels/attributes_panel.h"
#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"
#include "tests/support/matchers.h"

namespace jaedan::gui::testing {
namespace {

struct ShownGuesses {
  explicit ShownGuesses(Document made) : document(std::move(made)) {}
  Document document;
  Selection selection;
  LabelsState state;
  const MeasuredLength* why = nullptr;

  void operator()(const Ui& ui) {
    attribute_mode_takes(ui, taxonomy(), document, selection, state.mode, state.memory);
    why = attributes_panel(ui, taxonomy(), document, selection, state);
  }
};

std::shared_ptr<ShownGuesses> guessed_with(GarmentId selected) {
  auto shown = std::make_shared<ShownGuesses>(guessed_document());
  if (selected) shown->selection.select_only(selected);
  return shown;
}

/// The photo after the commands that were asked for.
Annotation after_commands(const NullWindow& window, const ShownGuesses& shown) {
  Annotation annotation = shown.document.session.annotation();
  for (const Request& request : window.requests()) {
    const auto* run = std::get_if<RunCommand>(&request);
    if (!run) continue;
    EXPECT_OK(run->command->apply(annotation));
  }
  return annotation;
}

TEST(ModelGuesses, WhatTheModelOnlyGuessesFitsInEveryLook) {
  for (const GarmentId selected : {GarmentId{}, kOwn}) {
    draw_in_all_looks(right_side, true, [&] { return content_of(guessed_with(selected)); });
  }
}

TEST(ModelGuesses, AGuessIsShownAndTakenWithAPress) {
  NullWindow window;
  const auto shown = guessed_with(kOwn);
  const auto content = content_of(shown);
  window.draw_panel(right_side(window), content);
  EXPECT_TRUE(window.shows("second.category")) << "one key away";
  EXPECT_FALSE(window.shows("question.colour.confirm")) << "a person has said it";
  EXPECT_FALSE(window.shows("question.sub_style.confirm")) << "without a style there is none";
  window.press("question.category.confirm");
  window.draw_panel(right_side(window), content);
  const Annotation after = after_commands(window, *shown);
  EXPECT_EQ(*find_value(find_garment(after, kOwn)->attributes, "category"),
            (AttributeValue{"category", "shirt", "", Provenance::human(window.actor.name)}));
  EXPECT_EQ(find_value(find_garment(after, kOwn)->attributes, "colour")->value, "black");
}

TEST(ModelGuesses, EnterTakesTheGuessAndTheNextKeyTheSecond) {
  NullWindow window;
  const auto shown = guessed_with(kOwn);
  const auto content = content_of(shown);
  window.key(GLFW_KEY_DOWN);
  window.draw_panel(right_side(window), content);
  shown->state.mode.ask("material");
  window.key(GLFW_KEY_ENTER);
  window.draw_panel(right_side(window), content);
  const Annotation taken = after_commands(window, *shown);
  EXPECT_EQ(values_of(find_garment(taken, kOwn)->attributes, "material"),
            (std::vector<std::string>{"cotton", "linen"}));
  EXPECT_NE(shown->state.mode.attribute, "material") << "the next question";
  window.forget_requests();
  shown->selection.select_only(kOwn);
  shown->state.mode.ask("category");
  window.draw_panel(right_side(window), content);
  EXPECT_TRUE(window.shows("second.category.key"));
  window.key(GLFW_KEY_RIGHT);
  window.draw_panel(right_side(window), content);
  const Annotation after = after_commands(window, *shown);
  EXPECT_EQ(find_value(find_garment(after, kOwn)->attributes, "category")->value, "blouse");
}

TEST(ModelGuesses, AGuessGoesBeforeWhatWasAnsweredLastTime) {
  NullWindow window;
  const auto shown = guessed_with(kOwn);
  const auto content = content_of(shown);
  shown->state.memory[{Part::kTop, "category"}].last = {"tshirt"};
  window.key(GLFW_KEY_DOWN);
  window.draw_panel(right_side(window), content);
  shown->state.mode.ask("category");
  window.key(GLFW_KEY_ENTER);
  window.draw_panel(right_side(window), content);
  const Annotation after = after_commands(window, *shown);
  EXPECT_EQ(find_value(find_garment(after, kOwn)->attributes, "category")->value, "shirt");
}

TEST(ModelGuesses, TheStyleOfThePhotoIsGuessedUntilItIsTaken) {
  NullWindow window;
  const auto shown = guessed_with({});
  const auto content = content_of(shown);
  window.draw_panel(right_side(window), content);
  ASSERT_TRUE(window.shows("question.style.confirm"));
  EXPECT_TRUE(window.shows("second.style"));
  window.press("question.style.confirm");
  window.draw_panel(right_side(window), content);
  const Annotation after = after_commands(window, *shown);
  EXPECT_EQ(values_of(after.image_attributes, "style"), std::vector<std::string>{"street"});
}

/// Of the model's bottom that its hem was measured.
std::shared_ptr<ShownGuesses> measured() {
  const auto shown = guessed_with(kOfModel);
  const Garment& bottom = *find_garment(shown->document.session.annotation(), kOfModel);
  Proposal there;
  there.part = bottom.part;
  there.region = bottom.region;
  there.measures = {{"length", 1.12, {{40, 30}, {40, 60}, {40, 90}}, {40, 63.6}}};
  shown->document.prediction->readings[0].garments.push_back(there);
  return shown;
}

TEST(ModelGuesses, WhatWasMeasuredIsSaidWhileTheMouseIsOverTheLabel) {
  NullWindow window;
  const auto shown = measured();
  const auto content = content_of(shown);
  window.draw_panel(right_side(window), content);
  EXPECT_EQ(shown->why, nullptr);
  EXPECT_FALSE(window.shows("measure.length"));
  const int without_tip = window.drawn();
  window.hover("question.length");
  window.draw_panel(right_side(window), content);
  ASSERT_NE(shown->why, nullptr);
  EXPECT_EQ(shown->why->along, 1.12);
  EXPECT_TRUE(window.shows("measure.length"));
  EXPECT_GT(window.drawn(), without_tip);
  window.hover("question.fit");
  window.draw_panel(right_side(window), content);
  EXPECT_EQ(shown->why, nullptr) << "it is another label";
}

TEST(ModelGuesses, WhatWasMeasuredIsDrawnOverThePhoto) {
  NullWindow window;
  const auto drawn_with = [&](const std::vector<Point>& line, Point end) {
    window.draw_panel(whole(window), [&](const Ui& ui) {
      draw_measure(ui, {"length", 1.12, line, end}, CanvasState(), *ImGui::GetWindowDrawList());
    });
    return window.drawn();
  };
  const int one_joint = drawn_with({{40, 30}}, {40, 30});
  EXPECT_GT(drawn_with({{40, 30}, {40, 60}, {60, 90}}, {45, 70}), one_joint);
}

TEST(ModelGuesses, WhatWasMeasuredIsOfTheModelsOutlineAlone) {
  const auto shown = measured();
  const Question length{taxonomy().attribute("length"), kOfModel};
  ASSERT_NE(measure_for(length, shown->document), nullptr);
  EXPECT_EQ(measure_for({taxonomy().attribute("fit"), kOfModel}, shown->document), nullptr);
  EXPECT_EQ(measure_for({taxonomy().attribute("length"), kOwn}, shown->document), nullptr);
  EXPECT_EQ(measure_for({taxonomy().attribute("style"), {}}, shown->document), nullptr) << "of the photo";
  Annotation redrawn = shown->document.session.annotation();
  find_garment(redrawn, kOfModel)->region_provenance = Provenance::human("mina");
  const Document document({EditSession(shown->document.session.photo(), redrawn), Image{}, shown->document.prediction},
                          {});
  EXPECT_EQ(measure_for(length, document), nullptr) << "a person drew it anew";
}

/// Of kOwn that it is a blouse and ends at the hip, the model having been asked about it.
std::shared_ptr<ShownGuesses> asked_about() {
  const auto shown = guessed_with(kOwn);
  const Garment& own = *find_garment(shown->document.session.annotation(), kOwn);
  GarmentWords words{own.id, own.part, own.region};
  words.guesses = {{"category", "blouse", "", Provenance::model("made-model", 0.45)}};
  words.measures = {{"length", 0, {{40, 10}, {40, 60}}, {40, 60}}};
  shown->document.prediction->of_garments = {words};
  return shown;
}

TEST(ModelGuesses, WhatTheModelSaidWhenItWasAskedGoesBeforeTheProposalAtTheGarmentsPlace) {
  const auto shown = asked_about();
  const Question category{taxonomy().attribute("category"), kOwn}, material{taxonomy().attribute("material"), kOwn};
  ASSERT_EQ(guesses_to(category, shown->document).size(), 1U);
  EXPECT_EQ(guesses_to(category, shown->document)[0]->value, "blouse");
  EXPECT_EQ(guesses_to(material, shown->document).size(), 2U) << "of which it said nothing then";
  const Question colour{taxonomy().attribute("colour"), kOwn};
  EXPECT_TRUE(guesses_to(colour, shown->document).empty()) << "a person has said it";
  shown->document.prediction->of_garments[0].part = Part::kOuter;
  EXPECT_EQ(guesses_to(category, shown->document)[0]->value, "shirt") << "it was another part then";
}

TEST(ModelGuesses, WhatWasMeasuredOfAPersonsOutlineIsOfThatOutlineAlone) {
  const auto shown = asked_about();
  const Question length{taxonomy().attribute("length"), kOwn};
  const MeasuredLength* measure = measure_for(length, shown->document);
  ASSERT_NE(measure, nullptr);
  EXPECT_EQ(measure->end, (Point{40, 60}));
  shown->document.prediction->of_garments[0].region.rings[0][0].x += 1;
  EXPECT_EQ(measure_for(length, shown->document), nullptr) << "the outline has changed since";
}

TEST(ModelGuesses, WhatIsSaidOfTheProjectsGarmentsIsNotSaidOfOnePersonsAnswer) {
  const auto shown = asked_about();
  Annotation answer = shown->document.session.annotation();
  answer.answer = AnswerId{1};
  const Document document({EditSession(shown->document.session.photo(), answer), Image{}, shown->document.prediction},
                          {});
  const Question category{taxonomy().attribute("category"), kOwn};
  ASSERT_EQ(guesses_to(category, document).size(), 1U);
  EXPECT_EQ(guesses_to(category, document)[0]->value, "shirt") << "of the proposal there";
}

TEST(ModelGuesses, OnAnApprovedPhotoNothingIsGuessed) {
  const auto shown = guessed_with(kOwn);
  Annotation approved = shown->document.session.annotation();
  approved.state = WorkflowState::kApproved;
  Document document({EditSession(shown->document.session.photo(), approved), Image{}, shown->document.prediction}, {});
  const Question category{taxonomy().attribute("category"), kOwn};
  EXPECT_EQ(guesses_to(category, shown->document).size(), 1U);
  EXPECT_TRUE(guesses_to(category, document).empty());
}

}  // namespace
}  // namespace jaedan::gui::testing
