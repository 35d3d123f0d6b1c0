#include "app/gui/panels/proposal_labels.h"

#include <imgui.h>

#include <cstdio>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/second_guess.h"

namespace jaedan::gui {
namespace {

constexpr float kGuessNames = 92;
constexpr float kGuessScore = 40;

void guess_row(const Ui& ui, const Taxonomy& taxonomy, const AttributeValue& guess) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float full = ImGui::GetContentRegionAvail().x;
  const TaxonomyAttribute* attribute = taxonomy.attribute(guess.attribute);
  clipped_text(ui, attribute ? ui.text.attribute(*attribute).c_str() : guess.attribute.c_str(), ui.px(kGuessNames - 6),
               ui.theme.muted);
  ImGui::SetCursorScreenPos({corner.x + ui.px(kGuessNames), corner.y});
  clipped_text(ui, taxonomy.name_of(guess.attribute, guess.value, ui.text.korean()).c_str(),
               full - ui.px(kGuessNames + kGuessScore), ui.theme.text);
  remember_item(ui, "guess." + guess.attribute);
  char score[16];
  std::snprintf(score, sizeof score, "%.0f%%", guess.provenance.score * 100);
  ImGui::SetCursorScreenPos({corner.x + full - ui.px(kGuessScore - 6), corner.y});
  small_text(ui, score, ui.theme.model);
}

}  // namespace

void proposal_labels(const Ui& ui, const Taxonomy& taxonomy, const Document& document, PhotoView& view) {
  if (!view.proposal || *view.proposal >= proposals_of(document).size()) return;
  const Proposal& proposal = proposals_of(document)[*view.proposal];
  char title[128];
  std::snprintf(title, sizeof title, ui.text(Text::kGarmentLabelsFormat), ui.text.part(proposal.part));
  section(ui, title);
  if (proposal.attributes.empty()) small_text(ui, ui.text(Text::kNoGuesses), ui.theme.muted);
  const AttributeValue* doubtful = most_doubtful(taxonomy, proposal.attributes);
  for (const AttributeValue& guess : proposal.attributes) {
    guess_row(ui, taxonomy, guess);
    if (!second_guess_of(guess)) continue;
    const bool pressed = second_guess_line(ui, taxonomy, guess, &guess == doubtful);
    if (pressed) accept_with_second(ui, document, proposal, guess, view);
  }
}

}  // namespace jaedan::gui
