#include "app/gui/panels/proposal_labels.h"

#include <cstdio>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/model_guesses.h"
#include "app/gui/panels/second_guess.h"

namespace jaedan::gui {
namespace {

void guess_rows(const Ui& ui, const Taxonomy& taxonomy, const Document& document, const Proposal& proposal,
                bool filled_in, const AttributeValue* doubtful, PhotoView& view) {
  for (const AttributeValue& guess : filled_in ? proposal.attributes : proposal.guesses) {
    const TaxonomyAttribute* attribute = taxonomy.attribute(guess.attribute);
    said_row(ui, "guess." + guess.attribute, attribute ? ui.text.attribute(*attribute) : guess.attribute,
             taxonomy.name_of(guess.attribute, guess.value, ui.text.korean()), guess.provenance.score, filled_in);
    if (!second_guess_of(guess)) continue;
    const bool pressed = second_guess_line(ui, taxonomy, guess, &guess == doubtful);
    if (pressed) accept_with_second(ui, document, proposal, guess, view);
  }
}

}  // namespace

void proposal_labels(const Ui& ui, const Taxonomy& taxonomy, const Document& document, PhotoView& view) {
  if (!view.proposal || *view.proposal >= proposals_of(document).size()) return;
  const Proposal& proposal = proposals_of(document)[*view.proposal];
  char title[128];
  std::snprintf(title, sizeof title, ui.text(Text::kGarmentLabelsFormat), ui.text.part(proposal.part));
  section(ui, title);
  const bool says_nothing = proposal.attributes.empty() && proposal.guesses.empty();
  if (says_nothing) small_text(ui, ui.text(Text::kNoGuesses), ui.theme.muted);
  const AttributeValue* doubtful = most_doubtful(taxonomy, proposal);
  for (const bool filled_in : {true, false}) guess_rows(ui, taxonomy, document, proposal, filled_in, doubtful, view);
}

}  // namespace jaedan::gui
