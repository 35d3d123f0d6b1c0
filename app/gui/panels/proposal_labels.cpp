#include "app/gui/panels/proposal_labels.h"

#include <imgui.h>

#include <cstdio>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/model_guesses.h"
#include "app/gui/panels/second_guess.h"

namespace jaedan::gui {
namespace {

/// What was measured for the row that the mouse is over.
const MeasuredLength* guess_rows(const Ui& ui, const Taxonomy& taxonomy, const Document& document,
                                 const Proposal& proposal, bool filled_in, const AttributeValue* doubtful,
                                 PhotoView& view) {
  const MeasuredLength* why = nullptr;
  for (const AttributeValue& guess : filled_in ? proposal.attributes : proposal.guesses) {
    const TaxonomyAttribute* attribute = taxonomy.attribute(guess.attribute);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const Rect row{corner.x, corner.y, ImGui::GetContentRegionAvail().x, ImGui::GetTextLineHeight()};
    said_row(ui, "guess." + guess.attribute, attribute ? ui.text.attribute(*attribute) : guess.attribute,
             taxonomy.name_of(guess.attribute, guess.value, ui.text.korean()), guess.provenance.score, filled_in);
    const MeasuredLength* measure = find_measure(proposal.measures, guess.attribute);
    if (measure && measure_tip(ui, *measure, row)) why = measure;
    if (!second_guess_of(guess)) continue;
    const bool pressed = second_guess_line(ui, taxonomy, guess, &guess == doubtful);
    if (pressed) accept_with_second(ui, document, proposal, guess, view);
  }
  return why;
}

}  // namespace

const MeasuredLength* proposal_labels(const Ui& ui, const Taxonomy& taxonomy, const Document& document,
                                      PhotoView& view) {
  if (!view.proposal || *view.proposal >= proposals_of(document).size()) return nullptr;
  const Proposal& proposal = proposals_of(document)[*view.proposal];
  char title[128];
  std::snprintf(title, sizeof title, ui.text(Text::kGarmentLabelsFormat), ui.text.part(proposal.part));
  section(ui, title);
  const bool says_nothing = proposal.attributes.empty() && proposal.guesses.empty();
  if (says_nothing) small_text(ui, ui.text(Text::kNoGuesses), ui.theme.muted);
  const AttributeValue* doubtful = most_doubtful(taxonomy, proposal);
  const MeasuredLength* why = nullptr;
  for (const bool filled_in : {true, false}) {
    const MeasuredLength* here = guess_rows(ui, taxonomy, document, proposal, filled_in, doubtful, view);
    if (here) why = here;
  }
  return why;
}

}  // namespace jaedan::gui
