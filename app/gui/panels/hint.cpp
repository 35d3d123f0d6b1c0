#include "app/gui/panels/hint.h"

namespace jaedan::gui {

std::string hint(const Ui& ui, const Document& document, const PhotoView& view, bool answering) {
  if (document.theirs) return ui.text(Text::kConflictTitle);  // the photo is covered by both versions
  if (answering) return ui.text(Text::kHintAttributeMode);
  return view.canvas.tools.in_hand().hint(ui, document, view);
}

}  // namespace jaedan::gui
