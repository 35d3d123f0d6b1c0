#include "app/gui/panels/attributes_panel.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cfloat>
#include <cstdio>
#include <utility>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/give_answer.h"
#include "app/gui/panels/model_guesses.h"
#include "app/gui/panels/questions.h"
#include "app/gui/panels/second_guess.h"
#include "app/gui/words/message_text.h"
#include "labeling/edit/commands/set_part.h"
#include "labeling/review/state_machine.h"

namespace jaedan::gui {
namespace {

constexpr float kNameWidth = 92;

std::string name_of(const Ui& ui, const Question& question, const std::string& value) {
  for (const TaxonomyValue& known : question.attribute->values) {
    if (known.id == value) return ui.text.value(known);
  }
  return value == kNotSure ? ui.text(Text::kNotSure) : value;
}

std::string joined_names(const Ui& ui, const Question& question, const std::vector<std::string>& values) {
  std::string names;
  for (const std::string& value : values) {
    if (!names.empty()) names += ", ";
    names += name_of(ui, question, value);
  }
  return names;
}

std::vector<std::string> values_of(const std::vector<const AttributeValue*>& given) {
  std::vector<std::string> values;
  for (const AttributeValue* value : given) values.push_back(value->value);
  return values;
}

/// What the closed list shows: the answer, what the model guesses, or what Enter would answer.
std::string shown_answer(const Ui& ui, const Question& question, const Annotation& annotation,
                         const std::vector<const AttributeValue*>& given,
                         const std::vector<const AttributeValue*>& guesses, const LabelsState& state) {
  if (!given.empty()) return joined_names(ui, question, values_of(given));
  if (!guesses.empty()) return guessed(joined_names(ui, question, values_of(guesses)));
  const std::vector<std::string> last = suggested(question, annotation, state.memory);
  if (last.empty() || state.mode.attribute != question.attribute->id) return "–";
  return "–   Enter: " + joined_names(ui, question, last);
}

/// The model's least certain answer, when some are still the model's.
const AttributeValue* unconfirmed(const std::vector<const AttributeValue*>& given) {
  const AttributeValue* least = nullptr;
  for (const AttributeValue* value : given) {
    const bool model = is_guess(value->provenance);
    if (model && (!least || value->provenance.score < least->provenance.score)) least = value;
  }
  return least;
}

bool is_given(const std::vector<const AttributeValue*>& given, const std::string& value) {
  return std::any_of(given.begin(), given.end(), [&](const AttributeValue* v) { return v->value == value; });
}

/// The list under a combo: typing narrows it, Enter takes the first.
void answer_list(const Ui& ui, const Question& question, const Annotation& annotation,
                 const std::vector<const AttributeValue*>& given, LabelsState& state) {
  if (ImGui::IsWindowAppearing()) {
    state.list_typed.clear();
    ImGui::SetKeyboardFocusHere();
  }
  ImGui::SetNextItemWidth(ui.px(200));
  const bool entered = ImGui::InputTextWithHint("##typed", ui.text(Text::kTypeToFind), &state.list_typed,
                                                ImGuiInputTextFlags_EnterReturnsTrue);
  remember_item(ui, "answer.typed");
  const std::vector<Answer> answers = answers_to(question, annotation, ui.text, state.list_typed, state.memory);
  if (entered && !answers.empty()) {
    choose(ui, question, answers.front().value, annotation, state.memory);
    ImGui::CloseCurrentPopup();
  }
  const float row = ImGui::GetTextLineHeightWithSpacing();
  const auto rows = static_cast<float>(std::clamp<std::size_t>(answers.size(), 1, 12));
  ImGui::BeginChild("answers", {ui.px(200), row * rows + ui.px(4)});
  for (const Answer& answer : answers) {
    const bool pressed = ImGui::Selectable(("##" + answer.value).c_str(), is_given(given, answer.value),
                                           ImGuiSelectableFlags_DontClosePopups);
    remember_item(ui, "answer." + answer.value);
    ImGui::SameLine(ui.px(4));
    ImGui::TextUnformatted(answer.name.c_str());
    if (!pressed) continue;
    choose(ui, question, answer.value, annotation, state.memory);
    if (!question.attribute->multiple) ImGui::CloseCurrentPopup();
  }
  if (answers.empty()) ImGui::TextDisabled("%s", ui.text(Text::kNothingFound));
  ImGui::EndChild();
  if (!given.empty()) {
    ImGui::Separator();
    if (ImGui::Selectable(ui.text(Text::kClearAnswer))) clear(ui, question);
  }
}

/// The numbered values of the attribute mode, two columns.
void numbered_answers(const Ui& ui, const Question& question, const Annotation& annotation,
                      const std::vector<const AttributeValue*>& given, LabelsState& state) {
  const AttributeMode& mode = state.mode;
  const std::vector<Answer> answers = answers_to(question, annotation, ui.text, mode.typed, state.memory);
  const int page = shown_page(mode, answers, given);
  const int first = page * kAnswersPerPage;
  const int last = std::min(first + kAnswersPerPage, static_cast<int>(answers.size()));
  const float left = ImGui::GetCursorScreenPos().x + ui.px(8);
  const float column = (ImGui::GetContentRegionAvail().x - ui.px(12)) / 2;
  const float height = ImGui::GetFontSize() + ui.px(8);
  const float top = ImGui::GetCursorScreenPos().y;
  const int rows = (std::max(last - first, 1) + 1) / 2;
  for (int i = first; i < last; ++i) {
    const Answer& answer = answers[static_cast<std::size_t>(i)];
    const int place = i - first, across = place / rows, down = place % rows;
    const ImVec2 at(left + column * static_cast<float>(across), top + height * static_cast<float>(down));
    ImGui::SetCursorScreenPos(at);
    const bool pressed =
        ImGui::InvisibleButton(("digit" + answer.value).c_str(), {column - ui.px(4), height - ui.px(2)});
    remember_item(ui, "digit." + std::to_string(place + 1));
    if (pressed) choose(ui, question, answer.value, annotation, state.memory);
    ImDrawList& out = *ImGui::GetWindowDrawList();
    const bool on = is_given(given, answer.value);
    const Colour face = on ? ui.theme.accent_soft : ImGui::IsItemHovered() ? ui.theme.card_hot : ui.theme.card;
    out.AddRectFilled(at, {at.x + column - ui.px(4), at.y + height - ui.px(2)}, face, ui.px(4));
    const std::string digit = std::to_string(place + 1);
    out.AddText(ui.fonts.small, ui.fonts.small->FontSize, {at.x + ui.px(6), at.y + ui.px(4)}, ui.theme.muted,
                digit.c_str());
    const std::string name = clipped(answer.name, column - ui.px(28));
    if (name != answer.name) tooltip(ui, answer.name.c_str());
    out.AddText({at.x + ui.px(20), at.y + ui.px(2)}, on ? ui.theme.accent : ui.theme.text, name.c_str());
  }
  ImGui::SetCursorScreenPos({left, top + height * static_cast<float>(rows)});
  const int pages = (static_cast<int>(answers.size()) + kAnswersPerPage - 1) / kAnswersPerPage;
  char more[128];
  Colour colour = ui.theme.muted;
  if (!mode.refused.empty()) {
    colour = ui.theme.bad;
    std::snprintf(more, sizeof more, ui.text(Text::kNothingBeginsFormat), (mode.typed + mode.refused).c_str());
  } else if (!mode.typed.empty()) {
    std::snprintf(more, sizeof more, "“%s”  %zu", mode.typed.c_str(), answers.size());
  } else if (pages <= 1) {
    std::snprintf(more, sizeof more, "%s", ui.text(Text::kTypingDoes));
  } else {
    std::snprintf(more, sizeof more, ui.text(Text::kPageFormat), page + 1, pages);
  }
  small_text(ui, more, colour);
  if (!mode.refused.empty()) remember_item(ui, "typed.refused");
}

/// Below the answers: the key that takes all that is filled in, while there is some.
void filled_in_hint(const Ui& ui, const Taxonomy& taxonomy, const Question& question, const Annotation& annotation) {
  const std::string key = ui.keys.text_of("take_filled_in"_action);
  if (key.empty() || !may(ui.actor, Deed::kAccept, annotation.state)) return;
  const std::size_t count = filled_in_beside(question, taxonomy, annotation, ui.actor).size();
  if (count == 0) return;
  const std::string said = fill_gaps(ui.text(Text::kTakesFilledInFormat), {key, std::to_string(count)});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float left = ui.px(8);
  ImGui::SetCursorScreenPos({at.x + left, at.y});
  small_text(ui, clipped(said, ImGui::GetContentRegionAvail().x - left).c_str(), ui.theme.model);
  remember_item(ui, "filled_in.key");
}

/// Below a guess: what the model would have said instead.
void second_row(const Ui& ui, const Taxonomy& taxonomy, const Question& question, const Document& document,
                LabelsState& state) {
  const AttributeValue* label = label_with_second(question, document);
  if (!label) return;
  const Annotation& annotation = document.session.annotation();
  const Garment* garment = find_garment(annotation, question.garment);
  const bool has_key = state.mode.on() ? state.mode.attribute == label->attribute
                                       : garment && label == most_doubtful(taxonomy, garment->attributes);
  if (!second_guess_line(ui, taxonomy, *label, has_key)) return;
  choose(ui, question, second_guess_of(*label)->value, annotation, state.memory);
}

/// What was measured for it, while the mouse is over it.
const MeasuredLength* question_row(const Ui& ui, const Taxonomy& taxonomy, const Question& question,
                                   const Document& document, LabelsState& state) {
  const TaxonomyAttribute& attribute = *question.attribute;
  const Annotation& annotation = document.session.annotation();
  const std::vector<const AttributeValue*> given = given_answers(question, annotation);
  const std::vector<const AttributeValue*> guesses = guesses_to(question, document);
  const AttributeValue* guess = unconfirmed(given.empty() ? guesses : given);
  const bool current = state.mode.attribute == attribute.id;
  const std::string name = "question." + attribute.id;
  ImGui::PushID(attribute.id.c_str());
  const float top = ImGui::GetCursorPosY();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float full = ImGui::GetContentRegionAvail().x;
  const float height = ImGui::GetFrameHeight();
  if (current) {
    ImGui::GetWindowDrawList()->AddRectFilled({corner.x - ui.px(4), corner.y}, {corner.x - ui.px(1), corner.y + height},
                                              ui.theme.accent, ui.px(2));
  }
  ImGui::AlignTextToFramePadding();
  clipped_text(ui, ui.text.attribute(attribute).c_str(), ui.px(kNameWidth - 6),
               current ? ui.theme.accent : ui.theme.muted);
  const float guess_width = guess ? ui.px(36) + height : 0;
  ImGui::SetCursorScreenPos({corner.x + ui.px(kNameWidth), corner.y});
  ImGui::SetNextItemWidth(full - ui.px(kNameWidth) - guess_width);
  const std::string shown = shown_answer(ui, question, annotation, given, guesses, state);
  ImGui::PushStyleColor(ImGuiCol_Text, given.empty() ? ui.theme.muted : guess ? ui.theme.model : ui.theme.text);
  const bool open = ImGui::BeginCombo("##answer", shown.c_str(), ImGuiComboFlags_HeightLargest);
  ImGui::PopStyleColor();
  remember_item(ui, name);
  if (open) {
    answer_list(ui, question, annotation, given, state);
    ImGui::EndCombo();
  }
  const MeasuredLength* measure = measure_for(question, document);
  // Up to the score and the button, which have tooltips of their own.
  if (measure && !measure_tip(ui, *measure, {corner.x, corner.y, full - guess_width, height})) measure = nullptr;
  if (guess) {
    char score[16];
    std::snprintf(score, sizeof score, "%.0f%%", guess->provenance.score * 100);
    ImGui::SetCursorScreenPos(
        {corner.x + full - guess_width + ui.px(6), corner.y + (height - ui.fonts.small->FontSize) / 2});
    small_text(ui, score, ui.theme.model);
    tooltip(ui, guess->provenance.author.c_str());
    ImGui::SetCursorScreenPos({corner.x + full - height, corner.y});
    const bool is_filled_in = !given.empty();
    const Text tip = is_filled_in ? Text::kConfirmTip : Text::kTakeGuessTip;
    const bool pressed = icon_button(ui, name + ".confirm", Icon::kCheck, ui.text(tip));
    if (pressed && is_filled_in) confirm(ui, question);
    if (pressed && !is_filled_in) take_guesses(ui, question, guesses, annotation, state.memory);
  }
  second_row(ui, taxonomy, question, document, state);
  if (current) {
    numbered_answers(ui, question, annotation, given, state);
    filled_in_hint(ui, taxonomy, question, annotation);
    if (std::exchange(state.mode.bring_into_view, false)) {
      if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
      if (ImGui::GetCursorPosY() > ImGui::GetScrollY() + ImGui::GetWindowHeight()) ImGui::SetScrollHereY(1.0F);
    }
  }
  ImGui::PopID();
  return measure;
}

/// The garment's part itself: what does not fit another part goes when it is changed.
void part_row(const Ui& ui, const Taxonomy& taxonomy, const Garment& garment) {
  ImGui::AlignTextToFramePadding();
  const float left = ImGui::GetCursorPosX();
  ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.muted);
  ImGui::TextUnformatted(ui.text(Text::kPart));
  ImGui::PopStyleColor();
  ImGui::SameLine(left + ui.px(kNameWidth));
  ImGui::SetNextItemWidth(-FLT_MIN);
  const bool open = ImGui::BeginCombo("##part", ui.text.part(garment.part));
  remember_item(ui, "question.part");
  if (!open) return;
  for (const Part part : kAllParts) {
    const bool pressed = ImGui::Selectable(ui.text.part(part), part == garment.part);
    remember_item(ui, "answer." + std::string(id_of(part)));
    if (pressed) ui.ask.run(SetPart(garment.id, part, taxonomy, ui.user));
  }
  ImGui::EndCombo();
}

}  // namespace

void LabelsState::follow_sight(bool in_sight) {
  if (!in_sight && mode.on()) aside = std::exchange(mode, {});
  if (!in_sight || !aside.on()) return;
  const AttributeMode left = std::exchange(aside, {});
  if (!mode.on()) mode = left;
}

const MeasuredLength* attributes_panel(const Ui& ui, const Taxonomy& taxonomy, const Document& document,
                                       const Selection& selection, LabelsState& state) {
  const Annotation& annotation = document.session.annotation();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), ui.px(4)));
  bool garment_title = false;
  bool photo_title = false;
  const MeasuredLength* why = nullptr;
  for (const Question& question : questions_of(taxonomy, annotation, selection.current())) {
    if (!question.of_photo() && !std::exchange(garment_title, true)) {
      const Garment* garment = find_garment(annotation, question.garment);
      char title[128];
      std::snprintf(title, sizeof title, ui.text(Text::kGarmentLabelsFormat), ui.text.part(garment->part));
      section(ui, title);
      part_row(ui, taxonomy, *garment);
    }
    if (question.of_photo() && !std::exchange(photo_title, true)) section(ui, ui.text(Text::kPhotoLabels));
    if (const MeasuredLength* here = question_row(ui, taxonomy, question, document, state)) why = here;
  }
  ImGui::PopStyleVar();
  return why;
}

}  // namespace jaedan::gui
