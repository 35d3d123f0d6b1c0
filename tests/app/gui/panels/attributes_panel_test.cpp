#include "app/gui/panels/attributes_panel.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "app/gui/panels/questions.h"
#include "app/gui/panels/second_guess.h"
#include "labeling/edit/commands/set_attribute.h"
#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"
#include "tests/support/matchers.h"

namespace jaedan::gui::testing {
namespace {

struct ShownLabels {
  explicit ShownLabels(Document made) : document(std::move(made)) {}
  Document document;
  Selection selection;
  LabelsState state;

  void operator()(const Ui& ui) {
    attribute_mode_takes(ui, taxonomy(), document, selection, state.mode, state.memory);
    attributes_panel(ui, taxonomy(), document, selection, state);
  }
};

std::shared_ptr<ShownLabels> shown_with(GarmentId selected) {
  auto shown = std::make_shared<ShownLabels>(mixed_document());
  if (selected) shown->selection.select_only(selected);
  return shown;
}

TEST(AttributesPanel, FitsInEveryLookWithAndWithoutAGarment) {
  for (const GarmentId selected : {GarmentId{}, kOwn, kOfModel, kLocked}) {
    draw_in_all_looks(right_side, true, [&] { return content_of(shown_with(selected)); });
  }
}

TEST(AttributesPanel, FitsWhileAnyQuestionIsAnswered) {
  for (const TaxonomyAttribute& attribute : taxonomy().attributes()) {
    NullWindow window({Language::kEnglish, ThemeKind::kLight, 2, 1440, 900});
    const auto shown = shown_with(kOwn);
    shown->state.mode.ask(attribute.id);
    window.draw_panel(right_side(window), content_of(shown));
    expect_items_inside(window, right_side(window), true, attribute.id);
    const std::vector<const TaxonomyAttribute*> asked = taxonomy().attributes_for(Part::kTop);
    if (std::find(asked.begin(), asked.end(), &attribute) == asked.end()) continue;
    EXPECT_TRUE(window.shows("digit.1")) << attribute.id;
    EXPECT_FALSE(window.shows("digit.10")) << attribute.id;
  }
}

TEST(AttributesPanel, AsksOfTheGarmentFirstAndOfThePhotoAlways) {
  NullWindow window;
  window.draw_panel(right_side(window), content_of(shown_with({})));
  EXPECT_FALSE(window.shows("question.colour"));
  EXPECT_TRUE(window.shows("question.style"));
  window.draw_panel(right_side(window), content_of(shown_with(kOwn)));
  EXPECT_TRUE(window.shows("question.part"));
  EXPECT_TRUE(window.shows("question.colour"));
  EXPECT_FALSE(window.shows("question.colour.confirm")) << "a person has said it";
}

TEST(AttributesPanel, AnOpenListTakesAnAnswer) {
  NullWindow window;
  const auto shown = shown_with(kOwn);
  const auto content = content_of(shown);
  window.draw_panel(right_side(window), content);
  window.press("question.colour");
  window.draw_panel(right_side(window), content);
  ASSERT_TRUE(window.shows("answer.black"));
  window.press("answer.black");
  window.draw_panel(right_side(window), content);
  EXPECT_EQ(window.command(), "set_attribute");
  EXPECT_FALSE(window.shows("answer.black")) << "one answer closes the list";
}

TEST(AttributesPanel, TypingInAnOpenListNarrowsIt) {
  NullWindow window({Language::kEnglish});
  const auto content = content_of(shown_with(kOwn));
  window.draw_panel(right_side(window), content);
  window.press("question.colour");
  window.draw_panel(right_side(window), content);
  window.type("bla");
  window.draw_panel(right_side(window), content);
  EXPECT_TRUE(window.shows("answer.black"));
  EXPECT_FALSE(window.shows("answer.white"));
}

TEST(AttributesPanel, AModelsAnswerIsConfirmed) {
  NullWindow window;
  const auto content = content_of(shown_with(kOfModel));
  window.draw_panel(right_side(window), content);
  window.press("question.colour.confirm");
  window.draw_panel(right_side(window), content);
  EXPECT_EQ(window.command(), "confirm");
}

TEST(AttributesPanel, ThePartIsChosenAsAnyAnswer) {
  NullWindow window;
  const auto content = content_of(shown_with(kOwn));
  window.draw_panel(right_side(window), content);
  window.press("question.part");
  window.draw_panel(right_side(window), content);
  window.press("answer.dress");
  window.draw_panel(right_side(window), content);
  EXPECT_EQ(window.command(), "set_part");
}

TEST(AttributesPanel, DownBeginsTheModeAndADigitAnswersAndGoesOn) {
  NullWindow window;
  const auto shown = shown_with(kOwn);
  const auto content = content_of(shown);
  window.key(GLFW_KEY_DOWN);
  window.draw_panel(right_side(window), content);
  ASSERT_TRUE(shown->state.mode.on());
  ASSERT_TRUE(window.shows("digit.1"));
  const std::string first = shown->state.mode.attribute;
  window.key(GLFW_KEY_1);
  window.draw_panel(right_side(window), content);
  EXPECT_EQ(window.command(), "set_attribute");
  EXPECT_NE(shown->state.mode.attribute, first);
  window.key(GLFW_KEY_ESCAPE);
  window.draw_panel(right_side(window), content);
  EXPECT_FALSE(shown->state.mode.on());
}

TEST(AttributesPanel, ALetterThatFindsNothingIsRefusedAndWhatFollowsCounts) {
  NullWindow window({Language::kEnglish});
  const auto shown = shown_with(kOwn);
  const auto content = content_of(shown);
  window.key(GLFW_KEY_DOWN);
  window.draw_panel(right_side(window), content);
  shown->state.mode.ask("colour");
  for (const char* letter : {"b", "l", "q"}) {
    window.type(letter);
    window.draw_panel(right_side(window), content);
  }
  EXPECT_EQ(shown->state.mode.typed, "bl");
  EXPECT_TRUE(window.shows("typed.refused"));
  window.type("a");
  window.draw_panel(right_side(window), content);
  EXPECT_EQ(shown->state.mode.typed, "bla");
  EXPECT_FALSE(window.shows("typed.refused"));
  window.key(GLFW_KEY_ENTER);
  window.draw_panel(right_side(window), content);
  EXPECT_EQ(window.command(), "set_attribute");
}

TEST(AttributesPanel, SeveralValuesEndWithTheSameKeyHoweverTheyWereChosen) {
  for (const bool by_typing : {false, true}) {
    NullWindow window({Language::kEnglish});
    const auto shown = shown_with(kOwn);
    const auto content = content_of(shown);
    window.key(GLFW_KEY_DOWN);
    window.draw_panel(right_side(window), content);
    shown->state.mode.ask("material");
    if (by_typing) {
      window.type("c");
      window.draw_panel(right_side(window), content);
    }
    window.key(by_typing ? GLFW_KEY_ENTER : GLFW_KEY_1);
    window.draw_panel(right_side(window), content);
    EXPECT_EQ(shown->state.mode.attribute, "material") << "more may be said";
    EXPECT_EQ(window.command(), "set_attribute");
    window.key(GLFW_KEY_ENTER);
    window.draw_panel(right_side(window), content);
    EXPECT_NE(shown->state.mode.attribute, "material");
    shown->state.mode.ask("material");
    if (by_typing) {
      window.type("c");
      window.draw_panel(right_side(window), content);
    }
    window.key(by_typing ? GLFW_KEY_ENTER : GLFW_KEY_1, GLFW_MOD_SHIFT);
    window.draw_panel(right_side(window), content);
    EXPECT_NE(shown->state.mode.attribute, "material") << "with Shift it was the last one";
  }
}

TEST(AttributesPanel, AGuessShowsTheSecondOneAndThatIsTakenWithAPress) {
  NullWindow window;
  const auto shown = shown_with(kOfModel);
  const auto content = content_of(shown);
  window.draw_panel(right_side(window), content);
  ASSERT_TRUE(window.shows("second.colour"));
  EXPECT_FALSE(window.shows("second.colour.key")) << "the model wavers more on another label";
  EXPECT_TRUE(window.shows("second.fit.key"));
  window.press("second.colour");
  window.draw_panel(right_side(window), content);
  ASSERT_TRUE(window.asked<RunCommand>());
  Annotation changed = shown->document.session.annotation();
  ASSERT_OK(window.asked<RunCommand>()->command->apply(changed));
  const AttributeValue* colour = find_value(find_garment(changed, kOfModel)->attributes, "colour");
  EXPECT_EQ(*colour, (AttributeValue{"colour", "navy", "", Provenance::human(window.actor.name)}));
  window.draw_panel(right_side(window), content_of(shown_with(kOwn)));
  EXPECT_FALSE(window.shows("second.colour")) << "a person has said it";
}

TEST(AttributesPanel, TheKeyTakesTheSecondGuessOfTheQuestionAndGoesOn) {
  NullWindow window;
  const auto shown = shown_with(kOfModel);
  const auto content = content_of(shown);
  window.key(GLFW_KEY_DOWN);
  window.draw_panel(right_side(window), content);
  shown->state.mode.ask("colour");
  window.draw_panel(right_side(window), content);
  EXPECT_TRUE(window.shows("second.colour.key"));
  EXPECT_FALSE(window.shows("second.fit.key"));
  window.key(GLFW_KEY_RIGHT);
  window.draw_panel(right_side(window), content);
  ASSERT_TRUE(window.asked<RunCommand>());
  Annotation changed = shown->document.session.annotation();
  ASSERT_OK(window.asked<RunCommand>()->command->apply(changed));
  EXPECT_EQ(find_value(find_garment(changed, kOfModel)->attributes, "colour")->value, "navy");
  EXPECT_NE(shown->state.mode.attribute, "colour");
  window.forget_requests();
  shown->state.mode.ask("length");
  window.key(GLFW_KEY_RIGHT);
  window.draw_panel(right_side(window), content);
  EXPECT_FALSE(window.asked<RunCommand>()) << "there is none";
}

TEST(LabelMode, IsOffWhereLabelsAreOutOfSightAndComesBackWithThem) {
  LabelsState state;
  state.mode.ask("colour");
  state.follow_sight(true);
  EXPECT_EQ(state.mode.attribute, "colour");
  state.follow_sight(false);
  state.follow_sight(false);
  EXPECT_FALSE(state.mode.on());
  state.follow_sight(true);
  EXPECT_EQ(state.mode.attribute, "colour");
  state.follow_sight(false);
  state.mode.ask("fit");  // begun where they are out of sight, which leads back to them
  state.follow_sight(true);
  EXPECT_EQ(state.mode.attribute, "fit");
  state.follow_sight(false);
  state.forget_mode();
  state.follow_sight(true);
  EXPECT_FALSE(state.mode.on()) << "another photo, or a tool was taken";
}

TEST(AttributesPanel, OutsideTheModeTheKeyTakesTheSecondGuessThatIsNearestToTheFirst) {
  NullWindow window;
  const auto document = std::make_shared<Document>(mixed_document());
  PhotoView view;
  LabelsState state;
  view.selection.select_only(kOfModel);
  const auto take = [&](const Ui& ui) { take_second_guess(ui, taxonomy(), *document, view, state); };
  window.draw(take);
  ASSERT_TRUE(window.asked<RunCommand>());
  Annotation changed = document->session.annotation();
  ASSERT_OK(window.asked<RunCommand>()->command->apply(changed));
  EXPECT_EQ(find_value(find_garment(changed, kOfModel)->attributes, "fit")->value, "loose");
  EXPECT_EQ(find_value(find_garment(changed, kOfModel)->attributes, "colour")->value, "blue");
  window.forget_requests();
  view.selection.select_only(kOwn);
  window.draw(take);
  EXPECT_FALSE(window.asked<RunCommand>());
  EXPECT_TRUE(window.asked<Tell>());
}

TEST(AttributesPanel, ThePageThatHasTheAnswerIsTheOneThatOpens) {
  NullWindow window({Language::kEnglish});
  const auto shown = shown_with(kOfModel);
  const auto content = content_of(shown);
  const Question colour{taxonomy().attribute("colour"), kOfModel};
  const Annotation& annotation = shown->document.session.annotation();
  const std::vector<Answer> answers = answers_to(colour, annotation, Strings(Language::kEnglish), "", {});
  const Answer late = answers[kAnswersPerPage + 2];
  ASSERT_OK(shown->document.session.run(SetAttribute(kOfModel, "colour", late.value, "kim", AttributeEdit::kReplace),
                                        Actor::alone("kim")));
  window.key(GLFW_KEY_DOWN);
  window.draw_panel(right_side(window), content);
  shown->state.mode.ask("colour");
  window.draw_panel(right_side(window), content);
  window.press("digit.3");
  window.draw_panel(right_side(window), content);
  ASSERT_TRUE(window.asked<RunCommand>());
  Annotation changed = annotation;
  ASSERT_OK(window.asked<RunCommand>()->command->apply(changed));
  EXPECT_EQ(find_value(find_garment(changed, kOfModel)->attributes, "colour")->value, late.value);
}

}  // namespace
}  // namespace jaedan::gui::testing
