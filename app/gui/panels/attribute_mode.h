#pragma once

#include <string>
#include <utility>

#include "app/gui/base/ui.h"
#include "app/gui/panels/answer_memory.h"
#include "labeling/domain/annotation.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/tools/selection.h"

namespace jaedan::gui {

/// The attribute mode: which question is being answered, and what was typed to find its answer. An empty
/// `attribute` means that the mode is off.
struct AttributeMode {
  std::string attribute;
  std::string typed;
  int page = 0;                  ///< of answers (kAnswersPerPage)
  bool bring_into_view = false;  ///< the panel scrolls to it once
  std::string answered;          ///< the question whose answer led here, and its garment: ↑ goes back to it
  GarmentId answered_of;

  bool on() const { return !attribute.empty(); }
  void ask(std::string id) {
    attribute = std::move(id);
    typed.clear();
    page = 0;
    bring_into_view = true;
    answered.clear();
  }
};

/// Keeps the mode on a question that the selected garment is asked; off when there is none.
void settle_attribute_mode(const Taxonomy& taxonomy, const Annotation& annotation, const Selection& selection,
                           AttributeMode& mode);
/// The keys of the attribute mode: ↑/↓ question, digits and letters choose, Enter takes the first match, the model's
/// guess or what was answered last time, Tab next garment, Esc leaves. An answer leads to the next one that is due: of
/// the garment, of the other garments (which are selected then), of the photo; where several may be given, with Shift
/// and a digit or Enter. False when the key has nothing to do with it.
bool attribute_mode_takes(const Ui& ui, const Taxonomy& taxonomy, const Annotation& annotation, Selection& selection,
                          AttributeMode& mode, AnswerMemory& memory);

}  // namespace jaedan::gui
