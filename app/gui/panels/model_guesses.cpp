#include "app/gui/panels/model_guesses.h"

#include <imgui.h>

#include <algorithm>
#include <cstdio>

#include "app/gui/draw/screen_point.h"
#include "app/gui/draw/widgets.h"
#include "app/gui/words/message_text.h"
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
  if (const GarmentWords* words = garment_words(garment, document)) {
    Guesses said = said_of(attribute, words->attributes, words->guesses);
    if (!said.empty()) return said;
  }
  const Proposal* there = proposal_at(garment, document, [&](const Proposal& proposal) {
    return find_value(proposal.attributes, attribute) || find_value(proposal.guesses, attribute);
  });
  return there ? said_of(attribute, there->attributes, there->guesses) : Guesses();
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

const Proposal* proposal_at(const Garment& garment, const Document& document,
                            const std::function<bool(const Proposal&)>& has) {
  for (const Proposal& proposal : proposals_of(document)) {
    // Whether they lie on each other is asked last: it is asked again for every frame.
    if (proposal.part == garment.part && has(proposal) && takes_place(garment, proposal)) return &proposal;
  }
  return nullptr;
}

const MeasuredLength* measure_for(const Question& question, const Document& document) {
  const Garment* garment = find_garment(document.session.annotation(), question.garment);
  if (question.of_photo() || !garment) return nullptr;
  const std::string& attribute = question.attribute->id;
  if (const GarmentWords* words = garment_words(*garment, document); words && words->region == garment->region) {
    if (const MeasuredLength* measure = find_measure(words->measures, attribute)) return measure;
  }
  if (!is_models_own(*garment)) return nullptr;
  const auto has = [&](const Proposal& proposal) { return find_measure(proposal.measures, attribute) != nullptr; };
  const Proposal* proposal = proposal_at(*garment, document, has);
  return proposal ? find_measure(proposal->measures, attribute) : nullptr;
}

bool measure_tip(const Ui& ui, const MeasuredLength& measure, const Rect& row) {
  const bool over =
      ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(vec({row.x, row.y}), vec({row.right(), row.bottom()}));
  if (!over) return false;
  const std::string said = message_text(words_of(measure), ui.text);
  show_tooltip(ui, fill_gaps(ui.text(Text::kMeasuredFormat), {said}).c_str());
  remember_place(ui, "measure." + measure.attribute, row, true);
  return true;
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
