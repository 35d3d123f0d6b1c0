#include "app/gui/panels/second_guess.h"

#include <imgui.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/give_answer.h"
#include "app/gui/panels/model_guesses.h"
#include "app/gui/words/message_text.h"
#include "labeling/edit/command_group.h"
#include "labeling/edit/commands/set_attribute.h"
#include "labeling/edit/garment_access.h"
#include "labeling/edit/proposals/accept_proposals.h"

namespace jaedan::gui {
namespace {

constexpr float kSecondLeft = 92;  // below the guess itself
constexpr float kKeyWidth = 40;    // at the right, below the guess's score

/// The question that is answered, else the one of the garment's most doubtful label.
std::optional<Question> question_with_second(const Taxonomy& taxonomy, const Document& document, GarmentId selected,
                                             const AttributeMode& mode) {
  const Annotation& annotation = document.session.annotation();
  const Garment* garment = find_garment(annotation, selected);
  const AttributeValue* doubtful = garment && !mode.on() ? most_doubtful(taxonomy, garment->attributes) : nullptr;
  const std::string& asked = doubtful ? doubtful->attribute : mode.attribute;
  for (const Question& question : questions_of(taxonomy, annotation, selected)) {
    if (question.attribute->id == asked && label_with_second(question, document)) return question;
  }
  return std::nullopt;
}

}  // namespace

const AlternativeValue* second_guess_of(const AttributeValue& label) {
  const bool open = is_guess(label.provenance) && !label.alternatives.empty();
  return open ? &label.alternatives.front() : nullptr;
}

const AttributeValue* label_with_second(const Question& question, const Document& document) {
  if (question.attribute->multiple) return nullptr;
  std::vector<const AttributeValue*> said = given_answers(question, document.session.annotation());
  if (said.empty()) said = guesses_to(question, document);
  for (const AttributeValue* label : said) {
    if (second_guess_of(*label)) return label;
  }
  return nullptr;
}

const AttributeValue* most_doubtful(const Taxonomy& taxonomy, const AttributeValues& labels) {
  const AttributeValue* found = nullptr;
  double least = 0;
  for (const AttributeValue& label : labels) {
    const TaxonomyAttribute* attribute = taxonomy.attribute(label.attribute);
    const AlternativeValue* second = second_guess_of(label);
    if (!second || !attribute || attribute->multiple) continue;
    const double lead = label.provenance.score - second->score;
    if (!found || lead < least) found = &label, least = lead;
  }
  return found;
}

const AttributeValue* most_doubtful(const Taxonomy& taxonomy, const Proposal& proposal) {
  const AttributeValue* label = most_doubtful(taxonomy, proposal.attributes);
  return label ? label : most_doubtful(taxonomy, proposal.guesses);
}

bool second_guess_line(const Ui& ui, const Taxonomy& taxonomy, const AttributeValue& label, bool has_key) {
  const AlternativeValue& second = label.alternatives.front();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float full = ImGui::GetContentRegionAvail().x;
  const float height = ui.fonts.small->FontSize + ui.px(4);
  const std::string name = "second." + label.attribute;
  const bool pressed = ImGui::InvisibleButton(name.c_str(), {full, height});
  remember_item(ui, name);
  const bool hovered = ImGui::IsItemHovered();
  tooltip(ui, tooltip_with_key(ui, Text::kTakeSecondGuess, "second_guess"_action).c_str());
  ImDrawList& out = *ImGui::GetWindowDrawList();
  const float left = corner.x + ui.px(kSecondLeft);
  if (hovered)
    out.AddRectFilled({left - ui.px(4), corner.y}, {corner.x + full, corner.y + height}, ui.theme.card_hot, ui.px(4));
  char score[32];
  std::snprintf(score, sizeof score, "%.0f%%", second.score * 100);
  const std::string key = has_key ? ui.keys.text_of("second_guess"_action) : std::string();
  const std::string said = fill_gaps(ui.text(Text::kSecondGuessFormat),
                                     {taxonomy.name_of(label.attribute, second.value, ui.text.korean()), score});
  const ImVec2 after = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({left, corner.y + ui.px(1)});
  small_text(ui, clipped(said, full - ui.px(kSecondLeft + kKeyWidth)).c_str(), ui.theme.muted);
  if (!key.empty()) {
    ImGui::SetCursorScreenPos({corner.x + full - ui.px(kKeyWidth - 6), corner.y + ui.px(1)});
    small_text(ui, key.c_str(), ui.theme.accent);
    remember_item(ui, name + ".key");
  }
  ImGui::SetCursorScreenPos(after);
  return pressed;
}

void accept_with_second(const Ui& ui, const Document& document, const Proposal& proposal, const AttributeValue& label,
                        PhotoView& view) {
  const Annotation& annotation = document.session.annotation();
  const Acceptance plan = plan_acceptance(annotation, {proposal});
  if (plan.accepted.empty()) return ui.ask.push(Tell{message_text(plan.skipped.front().reason, ui.text), true});
  const GarmentId id = next_garment_id(annotation);
  std::vector<std::unique_ptr<const Command>> both;
  both.push_back(std::make_unique<AcceptProposals>(acceptance_of(document, {proposal})));
  both.push_back(std::make_unique<SetAttribute>(id, label.attribute, second_guess_of(label)->value, ui.user));
  ui.ask.push(RunCommand{std::make_shared<CommandGroup>("accept_proposals", std::move(both)), 0, id});
  view.proposal.reset();
}

void take_second_guess(const Ui& ui, const Taxonomy& taxonomy, const Document& document, PhotoView& view,
                       LabelsState& state) {
  const Annotation& annotation = document.session.annotation();
  if (view.proposal && *view.proposal < proposals_of(document).size()) {
    const Proposal& proposal = proposals_of(document)[*view.proposal];
    if (const AttributeValue* label = most_doubtful(taxonomy, proposal)) {
      return accept_with_second(ui, document, proposal, *label, view);
    }
  } else if (const auto question = question_with_second(taxonomy, document, view.selection.current(), state.mode)) {
    const std::string& value = second_guess_of(*label_with_second(*question, document))->value;
    choose(ui, *question, value, annotation, state.memory);
    return;
  }
  ui.ask.push(Tell{ui.text(Text::kNoSecondGuess), false});
}

}  // namespace jaedan::gui
