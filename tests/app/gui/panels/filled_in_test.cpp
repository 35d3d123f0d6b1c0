// The key that takes all that a model filled in of a garment, or of the photo.
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "app/gui/panels/attributes_panel.h"
#include "app/gui/panels/questions.h"
#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"
#include "tests/support/matchers.h"

namespace jaedan::gui::testing {
namespace {

AttributeValue filled_in(const std::string& attribute, const std::string& value) {
  return {attribute, value, {}, Provenance::model("made-model", 0.95)};
}

/// mixed_document, its labels answered by keys; commands are carried out.
class LabelledPhoto {
 public:
  explicit LabelledPhoto(GarmentId selected) : document(mixed_document()) {
    if (selected) selection.select_only(selected);
  }

  void operator()(const Ui& ui) {
    attribute_mode_takes(ui, taxonomy(), document, selection, state.mode, state.memory);
    attributes_panel(ui, taxonomy(), document, selection, state);
  }

  const Annotation& annotation() const { return document.session.annotation(); }
  const AttributeValues& labels(GarmentId garment) const { return find_garment(annotation(), garment)->attributes; }
  void begin_with(Annotation changed) { document.session = EditSession(document.session.photo(), std::move(changed)); }

  Document document;
  Selection selection;
  LabelsState state;
};

std::shared_ptr<LabelledPhoto> photo_with(GarmentId selected) { return std::make_shared<LabelledPhoto>(selected); }

/// Presses `key` at the question, and does what the window asks for.
void press(NullWindow& window, const std::shared_ptr<LabelledPhoto>& photo, const std::string& attribute, int key) {
  window.forget_requests();
  photo->state.mode.ask(attribute);
  window.key(key);
  window.draw_panel(right_side(window), content_of(photo));
  window.asked_some<RunCommand>([&](const RunCommand& asked) {
    EXPECT_OK(photo->document.session.run(*asked.command, window.actor));
    return false;  // and the next
  });
  window.draw_panel(right_side(window), content_of(photo));
}

/// Of the model's garment everything that is asked but `open`.
Annotation all_filled_in_but(const std::string& open) {
  Annotation annotation = mixed_document().session.annotation();
  Garment& garment = *find_garment(annotation, kOfModel);
  garment.attributes.clear();
  for (const TaxonomyAttribute* attribute : taxonomy().attributes_for(garment.part)) {
    if (attribute->optional || attribute->id == open) continue;
    garment.attributes.push_back(filled_in(attribute->id, attribute->values_for(garment.part).front()->id));
  }
  return annotation;
}

std::string confirmed_by(const AttributeValues& labels, const std::string& attribute) {
  const AttributeValue* label = find_value(labels, attribute);
  return label ? label->provenance.confirmed_by : "there is none";
}

TEST(FilledIn, OneKeyLeavesWhatEnterAtEachLeavesInOneStep) {
  NullWindow window;
  const auto one_by_one = photo_with(kOfModel), at_once = photo_with(kOfModel);
  const AttributeValues before = at_once->labels(kOfModel);
  press(window, one_by_one, "colour", GLFW_KEY_ENTER);
  press(window, one_by_one, "fit", GLFW_KEY_ENTER);
  press(window, at_once, "colour", GLFW_KEY_LEFT);
  EXPECT_EQ(at_once->annotation(), one_by_one->annotation());
  EXPECT_EQ(confirmed_by(at_once->labels(kOfModel), "colour"), window.actor.name);
  EXPECT_EQ(at_once->state.memory.size(), 2U);
  for (const auto& [question, past] : one_by_one->state.memory) {
    EXPECT_EQ(at_once->state.memory[question].last, past.last) << question.second;
    EXPECT_EQ(at_once->state.memory[question].used, past.used) << question.second;
  }
  EXPECT_EQ(one_by_one->document.session.history().entries().size(), 2U);
  EXPECT_EQ(at_once->document.session.history().entries().size(), 1U);
  ASSERT_OK(at_once->document.session.undo(window.actor));
  EXPECT_EQ(at_once->labels(kOfModel), before);
}

TEST(FilledIn, ThenComesWhatNobodyFilledInAndUpGoesBack) {
  NullWindow window;
  const auto photo = photo_with(kOfModel);
  press(window, photo, "colour", GLFW_KEY_LEFT);
  ASSERT_TRUE(photo->state.mode.on());
  EXPECT_EQ(photo->selection.current(), kOfModel);
  const Question next{taxonomy().attribute(photo->state.mode.attribute), kOfModel};
  EXPECT_TRUE(given_answers(next, photo->annotation()).empty());
  EXPECT_TRUE(is_due(next, photo->annotation()));
  window.key(GLFW_KEY_UP);
  window.draw_panel(right_side(window), content_of(photo));
  EXPECT_EQ(photo->state.mode.attribute, "colour");
}

TEST(FilledIn, WhatIsOpenStaysAskedAndWhatWasPassedOverIsAskedThen) {
  NullWindow window;
  const auto at_open = photo_with(kOfModel);
  press(window, at_open, "length", GLFW_KEY_LEFT);
  EXPECT_EQ(at_open->state.mode.attribute, "length");
  EXPECT_EQ(confirmed_by(at_open->labels(kOfModel), "fit"), window.actor.name);
  const auto behind = photo_with(kOfModel);
  behind->begin_with(all_filled_in_but("category"));
  press(window, behind, "material", GLFW_KEY_LEFT);
  EXPECT_EQ(behind->state.mode.attribute, "category");
}

TEST(FilledIn, OfOneGarmentAllTheOtherComesNext) {
  NullWindow window;
  const auto photo = photo_with(kOfModel);
  photo->begin_with(all_filled_in_but(""));
  press(window, photo, "fit", GLFW_KEY_LEFT);
  ASSERT_TRUE(photo->state.mode.on());
  EXPECT_EQ(photo->selection.current(), kOwn) << "as Tab goes";
  for (const AttributeValue& label : photo->labels(kOfModel)) {
    EXPECT_EQ(label.provenance.confirmed_by, window.actor.name) << label.attribute;
  }
}

TEST(FilledIn, AtAQuestionAboutThePhotoItIsThePhotos) {
  NullWindow window;
  const auto photo = photo_with(kOfModel);
  Annotation annotation = photo->annotation();
  annotation.image_attributes = {filled_in("style", "street"), filled_in("gender", "women")};
  photo->begin_with(annotation);
  press(window, photo, "style", GLFW_KEY_LEFT);
  EXPECT_EQ(confirmed_by(photo->annotation().image_attributes, "style"), window.actor.name);
  EXPECT_EQ(confirmed_by(photo->annotation().image_attributes, "gender"), window.actor.name);
  EXPECT_EQ(confirmed_by(photo->labels(kOfModel), "colour"), "") << "that is the garment's";
  EXPECT_TRUE(taxonomy().attribute(photo->state.mode.attribute)->image_level);
}

TEST(FilledIn, WhereNothingIsThatIsSaidAndNothingElse) {
  NullWindow window;
  const auto photo = photo_with(kOwn);
  press(window, photo, "colour", GLFW_KEY_LEFT);
  EXPECT_FALSE(window.asked<RunCommand>());
  ASSERT_TRUE(window.asked<Tell>());
  EXPECT_FALSE(window.asked<Tell>()->is_error);
  EXPECT_EQ(photo->state.mode.attribute, "colour");
}

TEST(FilledIn, TheKeyIsShownWhileThereIsSomethingToTake) {
  NullWindow window;
  const auto photo = photo_with(kOfModel);
  window.draw_panel(right_side(window), content_of(photo));
  EXPECT_FALSE(window.shows("filled_in.key")) << "no label is answered";
  photo->state.mode.ask("length");
  window.draw_panel(right_side(window), content_of(photo));
  EXPECT_TRUE(window.shows("filled_in.key"));
  press(window, photo, "length", GLFW_KEY_LEFT);
  EXPECT_FALSE(window.shows("filled_in.key"));
  window.actor = window.actor.at(Stage::kInspect);
  const auto inspected = photo_with(kOfModel);
  inspected->state.mode.ask("length");
  window.draw_panel(right_side(window), content_of(inspected));
  EXPECT_FALSE(window.shows("filled_in.key")) << "who inspects leaves the work alone";
}

TEST(FilledIn, WhatExpertsAreAskedIsLeftToThem) {
  Actor annotator = Actor::alone("tester");
  annotator.roles = {Role::kAnnotator};
  for (const Actor& actor : {annotator, annotator.at(Stage::kBasic), Actor::alone("tester").at(Stage::kBasic)}) {
    NullWindow window;
    window.actor = actor;
    const auto photo = photo_with(kOfModel);
    press(window, photo, "colour", GLFW_KEY_LEFT);
    EXPECT_EQ(confirmed_by(photo->labels(kOfModel), "colour"), "tester");
    EXPECT_EQ(confirmed_by(photo->labels(kOfModel), "fit"), "") << "an expert's question";
  }
  NullWindow window;
  window.actor = Actor::alone("tester").at(Stage::kExpert);
  const auto photo = photo_with(kOfModel);
  press(window, photo, "colour", GLFW_KEY_LEFT);
  EXPECT_EQ(confirmed_by(photo->labels(kOfModel), "fit"), "tester");
}

TEST(FilledIn, APersonMayChooseAnotherKey) {
  Settings settings;
  settings.key_changes[settings.keys]["take_filled_in"] = "Insert";
  NullWindow window({}, settings);
  const auto photo = photo_with(kOfModel);
  press(window, photo, "colour", GLFW_KEY_LEFT);
  EXPECT_FALSE(window.asked<RunCommand>());
  press(window, photo, "colour", GLFW_KEY_INSERT);
  EXPECT_EQ(window.command(), "confirm");
}

TEST(FilledIn, FitsInEveryLook) {
  draw_in_all_looks(right_side, true, [] {
    const auto photo = photo_with(kOfModel);
    photo->state.mode.ask("fit");
    return content_of(photo);
  });
}

}  // namespace
}  // namespace jaedan::gui::testing
