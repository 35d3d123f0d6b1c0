#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/gui/project/document.h"
#include "app/gui/words/strings.h"
#include "labeling/edit/proposals/swap_reading.h"

namespace jaedan::gui {

/// Several whole readings of one photo, of which one is shown (Document::reading). The person goes from one to the
/// next; what that does to garments accepted already is SwapReading's rule (labeling/edit/proposals/swap_reading.h).
/// Refused proposals stay refused in their reading.

/// The readings that a person is offered, in order: the one that is shown, and those that would not be shown as 0 %.
/// Only with a prediction.
std::vector<std::size_t> offered_readings(const Document& document);
/// Whether there is another reading to go to: more than one is offered, and the photo takes proposals at all.
bool has_other_readings(const Document& document);
/// The reading `by` (+1 or -1) away from the one that is shown, round and round. Only with has_other_readings.
std::size_t reading_beside(const Document& document, int by);
/// What going to `reading` does to the garments; changes nothing where none was accepted.
SwapReading swap_to(const Document& document, std::size_t reading);
/// After undo or redo of a swap: the reading that the garments are from is the one that is shown.
void show_accepted_reading(Document& document);

/// "Reading 1 of 2 · 63 %".
std::string reading_text(const Strings& text, const Document& document);

/// What a person chose among the proposals of a photo. Kept while the project is open, though the photo itself is
/// forgotten and read again.
struct ProposalChoices {
  std::uint64_t prediction = 0;  ///< fingerprint of the prediction that the rest belongs to
  std::size_t reading = 0;
  RejectedProposals rejected;
};
ProposalChoices choices_of(const Document& document);
/// The photo was opened anew. Choices among the proposals of another prediction mean nothing now.
void take_up(const ProposalChoices& choices, Document& document);
/// The model was asked again: refusals are forgotten, and with the same answer the reading stays.
void replace_prediction(Prediction prediction, Document& document);

}  // namespace jaedan::gui
