// The keys that the simulated person of `bench operator` is counted by, pressed in label mode itself.
#include "inference/train/measure/operator/label_keys.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/panels/attributes_panel.h"
#include "inference/train/measure/operator/label_work.h"
#include "tests/app/gui/panels/made_documents.h"
#include "tests/app/gui/panels/null_window.h"
#include "tests/app/gui/studio/made_project.h"
#include "tests/support/matchers.h"

namespace jaedan::gui::testing {
namespace {

constexpr GarmentId kAskedAbout{1};
using Words = std::vector<std::string>;

/// A photo with one top, of which a model says `said`, in label mode; commands are carried out.
class AskedTop {
 public:
  explicit AskedTop(const AttributeValues& said) : document_(with_top(said)) { selection_.select_only(kAskedAbout); }

  void operator()(const Ui& ui) {
    attribute_mode_takes(ui, taxonomy(), document_, selection_, state.mode, state.memory);
    attributes_panel(ui, taxonomy(), document_, selection_, state);
  }

  /// What the window asked for since the last time.
  void carry_out(NullWindow& window) {
    const auto run = [this](const RunCommand& asked) {
      EXPECT_OK(document_.session.run(*asked.command, Actor::alone("kim")));
      return false;  // and the next
    };
    window.asked_some<RunCommand>(run);
    window.forget_requests();
  }

  Words said_of(const std::string& attribute) const {
    Words values = values_of(find_garment(document_.session.annotation(), kAskedAbout)->attributes, attribute);
    std::sort(values.begin(), values.end());
    return values;
  }

  /// Whether a model's word is there that nobody confirmed.
  bool is_guessed(const std::string& attribute) const {
    const AttributeValues& labels = find_garment(document_.session.annotation(), kAskedAbout)->attributes;
    return std::any_of(labels.begin(), labels.end(), [&](const AttributeValue& label) {
      return label.attribute == attribute && is_guess(label.provenance);
    });
  }

  LabelsState state;

 private:
  static Document with_top(const AttributeValues& said) {
    Photo photo;
    photo.id = PhotoId{7};
    photo.name = "photo_007";
    photo.width = MadeProject::kWidth;
    photo.height = MadeProject::kHeight;
    Annotation annotation;
    annotation.photo = photo.id;
    annotation.state = WorkflowState::kDrawn;
    Garment& top = annotation.garments.emplace_back();
    top.id = kAskedAbout;
    top.part = Part::kTop;
    top.region.rings.push_back({{10, 10}, {90, 10}, {90, 90}, {10, 90}});
    top.region_provenance = Provenance::model("made-model", 0.7);
    top.attributes = said;
    return Document({EditSession(std::move(photo), std::move(annotation)), Image{}, {}},
                    {Image::of_size(MadeProject::kWidth, MadeProject::kHeight), {}});
  }

  Document document_;
  Selection selection_;
};

void press_key(NullWindow& window, std::string key) {
  int modifiers = 0;
  if (key.rfind("Shift+", 0) == 0) modifiers = GLFW_MOD_SHIFT, key.erase(0, 6);
  if (key.size() == 1 && key[0] >= 'a' && key[0] <= 'z') return window.type(key);
  const std::optional<Chord> chord = parse_chord(key);
  ASSERT_TRUE(chord) << key;
  window.key(chord->key, modifiers);
}

/// Presses the counted keys one after the other; what was said at the end, and that the next question is asked.
void expect_answered(const inference::LabelQuestion& question, const Words& used_before) {
  NullWindow window({Language::kEnglish});
  const auto asked = std::make_shared<AskedTop>(question.words.said);
  inference::LabelMemory memory;
  for (const std::string& value : used_before) {
    memory.remember(Part::kTop, question.attribute->id, {value});
    remember(asked->state.memory[{Part::kTop, question.attribute->id}], {value});
  }
  asked->state.mode.ask(question.attribute->id);
  window.draw_panel(right_side(window), content_of(asked));
  inference::LabelAnswer answer = answer_by_keys(question, memory);
  std::string pressed;
  for (const std::string& key : answer.keys) {
    press_key(window, key);
    window.draw_panel(right_side(window), content_of(asked));
    asked->carry_out(window);
    pressed += " " + key;
  }
  std::sort(answer.values.begin(), answer.values.end());
  EXPECT_EQ(asked->said_of(question.attribute->id), answer.values) << question.attribute->id << pressed;
  EXPECT_NE(asked->state.mode.attribute, question.attribute->id) << pressed;
}

Words sorted(Words words) {
  std::sort(words.begin(), words.end());
  return words;
}

/// Presses what is counted for all labels of a top; what was said and is remembered at the end, and that the photo is
/// asked about then. Gives the keys.
Words expect_labelled(const inference::KnownLabels& known, const AttributeValues& said) {
  NullWindow window({Language::kEnglish});
  const auto asked = std::make_shared<AskedTop>(said);
  const inference::LabelWork work = label(inference::questions_about(taxonomy(), Part::kTop, known, {said, {}}), {});
  window.key(GLFW_KEY_DOWN);
  window.draw_panel(right_side(window), content_of(asked));
  std::string pressed;
  for (const std::string& key : work.pressed()) {
    press_key(window, key);
    window.draw_panel(right_side(window), content_of(asked));
    asked->carry_out(window);
    pressed += " " + key;
  }
  inference::LabelMemory memory;
  remember(work, memory);
  for (const inference::LabelWork::Said& one : work.said) {
    EXPECT_EQ(asked->said_of(one.attribute), sorted(one.values)) << one.attribute << pressed;
    EXPECT_FALSE(asked->is_guessed(one.attribute)) << one.attribute << pressed;
    EXPECT_EQ(sorted(asked->state.memory[{Part::kTop, one.attribute}].last),
              sorted(memory.past(Part::kTop, one.attribute).last))
        << one.attribute << pressed;
  }
  const TaxonomyAttribute* next = taxonomy().attribute(asked->state.mode.attribute);
  EXPECT_TRUE(next && next->image_level) << asked->state.mode.attribute << pressed;
  return work.pressed();
}

AttributeValue guessed(const std::string& attribute, const std::string& value, const std::string& next = {}) {
  AttributeValue said{attribute, value, {}, Provenance::model("made-model", 0.6)};
  if (!next.empty()) said.alternatives = {{next, 0.3}};
  return said;
}

TEST(LabelKeys, AnswerEveryQuestionThatHasOneValue) {
  for (const TaxonomyAttribute* attribute : taxonomy().attributes_for(Part::kTop)) {
    if (attribute->multiple || attribute->optional) continue;
    const auto values = attribute->values_for(Part::kTop);
    const std::string first = values.front()->id, last = values.back()->id, middle = values[values.size() / 2]->id;
    for (const std::string& truth : {first, middle, last}) {
      const inference::LabelQuestion open{attribute, Part::kTop, {}, {truth}, {}};
      expect_answered(open, {});
      expect_answered(open, {truth});
      expect_answered(open, {truth, truth == last ? first : last});
    }
    expect_answered({attribute, Part::kTop, {{guessed(attribute->id, last)}, {}}, {last}, {}}, {});
    expect_answered({attribute, Part::kTop, {{guessed(attribute->id, last, first)}, {}}, {first}, {}}, {});
    expect_answered({attribute, Part::kTop, {{guessed(attribute->id, last)}, {}}, {first}, {}}, {});
    expect_answered({attribute, Part::kTop, {{guessed(attribute->id, first)}, {}}, {last}, {}}, {middle});
  }
}

TEST(LabelKeys, AnswerEveryQuestionThatHasSeveralValues) {
  for (const TaxonomyAttribute* attribute : taxonomy().attributes_for(Part::kTop)) {
    if (!attribute->multiple || attribute->optional) continue;
    const auto values = attribute->values_for(Part::kTop);
    const std::string first = values.front()->id, last = values.back()->id, middle = values[values.size() / 2]->id;
    for (const Words& truth : {Words{last}, Words{first, last}, Words{last, middle}}) {
      expect_answered({attribute, Part::kTop, {}, truth, {}}, {});
      expect_answered({attribute, Part::kTop, {}, truth, {}}, {last});
      expect_answered({attribute, Part::kTop, {{guessed(attribute->id, last)}, {}}, truth, {}}, {});
      expect_answered({attribute, Part::kTop, {{guessed(attribute->id, first)}, {}}, truth, {}}, {});
    }
  }
}

TEST(LabelKeys, OneTakesAllThatIsFilledInAndRight) {
  inference::KnownLabels known;
  AttributeValues right, some;
  for (const TaxonomyAttribute* attribute : taxonomy().attributes_for(Part::kTop)) {
    if (attribute->optional) continue;
    const std::string first = attribute->values_for(Part::kTop).front()->id;
    known[attribute->id] = {first};
    right.push_back(guessed(attribute->id, first));
    if (known.size() % 2 == 0) some.push_back(right.back());
  }
  const Words kOneKey = {inference::kTakeFilledInKey};
  EXPECT_EQ(expect_labelled(known, right), kOneKey);
  expect_labelled(known, some);
  for (AttributeValue& label : right) {
    SCOPED_TRACE(label.attribute);
    const AttributeValue before = label;
    label.value = taxonomy().attribute(label.attribute)->values_for(Part::kTop).back()->id;
    EXPECT_NE(expect_labelled(known, right), kOneKey) << "what is wrong goes first";
    label = before;
  }
  known["sub_colour"] = {taxonomy().attribute("colour")->values_for(Part::kTop).back()->id};
  const Words keys = expect_labelled(known, right);
  ASSERT_GE(keys.size(), 4U);
  EXPECT_EQ(Words(keys.begin(), keys.begin() + 3), (Words{inference::kTakeFilledInKey, "Up", "Down"}));
}

TEST(LabelKeys, GoBackToWhatIsNotAskedByItself) {
  NullWindow window({Language::kEnglish});
  const auto asked = std::make_shared<AskedTop>(AttributeValues{});
  asked->state.mode.ask("colour");
  window.draw_panel(right_side(window), content_of(asked));
  inference::KnownLabels known;
  known["colour"] = {"red"}, known["sub_colour"] = {"white"};
  for (const auto& question : inference::questions_about(taxonomy(), Part::kTop, known, {})) {
    for (const std::string& key : answer_by_keys(question, {}).keys) {
      press_key(window, key);
      window.draw_panel(right_side(window), content_of(asked));
      asked->carry_out(window);
    }
  }
  EXPECT_EQ(asked->said_of("colour"), Words{"red"});
  EXPECT_EQ(asked->said_of("sub_colour"), Words{"white"});
}

}  // namespace
}  // namespace jaedan::gui::testing
