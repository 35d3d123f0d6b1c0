#include "app/gui/panels/model_guesses.h"

#include <imgui.h>

#include <algorithm>
#include <cstdio>

#include "app/gui/draw/widgets.h"
#include "labeling/edit/proposals/place.h"

namespace jaedan::gui {
namespace {

constexpr float kSaidNames = 92;
constexpr float kSaidScore = 40;

using Guesses = std::vector<const AttributeValue*>;

/// Sure ones first.
Guesses said_of(const std::string& attribute, const AttributeValues& sure, const AttributeValues& unsure) {
  Guesses said;
  for (const AttributeValues* values : {&sure, &unsure}) {
    for (const AttributeValue& value : *values) {
      if (value.attribute == attribute) said.push_back(&value);
    }
  }
  return said;
}

Guesses said_of_garment(const std::string& attribute, const Garment& garment, const Document& document) {
  for (const Proposal& proposal : proposals_of(document)) {
    if (proposal.part != garment.part) continue;
    Guesses said = said_of(attribute, proposal.attributes, proposal.guesses);
    // Whether they lie on each other is asked last: it is asked again for every frame.
    if (!said.empty() && takes_place(garment, proposal)) return said;
  }
  return {};
}

}  // namespace

std::vector<const AttributeValue*> guesses_to(const Question& question, const Document& document) {
  const Annotation& annotation = document.session.annotation();
  if (!document.prediction || annotation.state == WorkflowState::kApproved) return {};
  if (!given_answers(question, annotation).empty()) return {};
  const std::string& attribute = question.attribute->id;
  Guesses said;
  if (question.of_photo()) {
    said = said_of(attribute, document.prediction->image_attributes, document.prediction->image_guesses);
  } else if (const Garment* garment = find_garment(annotation, question.garment)) {
    said = said_of_garment(attribute, *garment, document);
  }
  const auto refused = [&](const AttributeValue* value) { return !may_answer(question, annotation, value->value); };
  said.erase(std::remove_if(said.begin(), said.end(), refused), said.end());
  if (!question.attribute->multiple && said.size() > 1) said.resize(1);
  return said;
}

std::string guessed(const std::string& value) { return "? " + value; }

void said_row(const Ui& ui, const std::string& item, const std::string& attribute, const std::string& value,
              double score, bool filled_in) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float full = ImGui::GetContentRegionAvail().x;
  clipped_text(ui, attribute.c_str(), ui.px(kSaidNames - 6), ui.theme.muted);
  ImGui::SetCursorScreenPos({corner.x + ui.px(kSaidNames), corner.y});
  clipped_text(ui, (filled_in ? value : guessed(value)).c_str(), full - ui.px(kSaidNames + kSaidScore),
               filled_in ? ui.theme.text : ui.theme.muted);
  remember_item(ui, item);
  char percent[16];
  std::snprintf(percent, sizeof percent, "%.0f%%", score * 100);
  ImGui::SetCursorScreenPos({corner.x + full - ui.px(kSaidScore - 6), corner.y});
  small_text(ui, percent, ui.theme.model);
}

}  // namespace jaedan::gui
