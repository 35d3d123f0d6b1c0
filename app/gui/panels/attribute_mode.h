#pragma once

#include <optional>
#include <string>
#include <utility>

#include "app/gui/base/ui.h"
#include "app/gui/panels/answer_memory.h"
#include "app/gui/panels/questions.h"
#include "app/gui/project/document.h"
#include "labeling/domain/annotation.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/tools/selection.h"

namespace jaedan::gui {

/// The attribute mode: which question is being answered, and what was typed to find its answer. An empty
/// `attribute` means that the mode is off.
struct AttributeMode {
  std::string attribute;
  std::string typed;
  std::string refused;             ///< a letter after `typed` that nothing begins with; until the next key
  std::optional<int> page_wanted;  ///< of answers (kAnswersPerPage); none: the one with what is answered
  bool bring_into_view = false;    ///< the panel scrolls to it once
  std::string answered;            ///< the question whose answer led here, and its garment: ↑ goes back to it
  GarmentId answered_of;

  bool on() const { return !attribute.empty(); }
  void ask(std::string id) {
    attribute = std::move(id);
    typed.clear();
    refused.clear();
    page_wanted.reset();
    bring_into_view = true;
    answered.clear();
  }
};

/// The page of `answers` to the question asked that is shown.
int shown_page(const AttributeMode& mode, const std::vector<Answer>& answers,
               const std::vector<const AttributeValue*>& given);
/// Keeps the mode on a question that the selected garment is asked; off when there is none.
void settle_attribute_mode(const Taxonomy& taxonomy, const Annotation& annotation, const Selection& selection,
                           AttributeMode& mode);
/// The keys of the attribute mode: ↑/↓ question, digits and letters choose, Enter takes the first match, the model's
/// guess (model_guesses.h) or what was answered last time, the key of the second guess takes that, one key takes all
/// that is filled in of the garment or of the photo (filled_in_beside, questions.h), Tab next garment, Esc leaves. A
/// letter that would find nothing is not taken. An answer leads to the next one that is due: of the garment, of the
/// other garments (which are selected then), of the photo; where several may be given, with Enter, or at once with
/// Shift and the key that chooses. False when the key has nothing to do with it.
bool attribute_mode_takes(const Ui& ui, const Taxonomy& taxonomy, const Document& document, Selection& selection,
                          AttributeMode& mode, AnswerMemory& memory);

}  // namespace jaedan::gui
