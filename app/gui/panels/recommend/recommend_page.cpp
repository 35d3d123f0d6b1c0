#include "app/gui/panels/recommend/recommend_page.h"

#include <imgui.h>

#include "app/gui/draw/widgets.h"

namespace jaedan::gui {

void page_buttons(const Ui& ui, RecommendPage& page) {
  constexpr struct {
    RecommendPage page;
    const char* item;
    Text text;
  } kPages[] = {{RecommendPage::kPhoto, "page.photo", Text::kPagePhoto},
                {RecommendPage::kSearch, "page.search", Text::kPageSearch},
                {RecommendPage::kMap, "page.map", Text::kPageMap},
                {RecommendPage::kOutfits, "page.outfits", Text::kPageOutfits},
                {RecommendPage::kBoard, "page.board", Text::kPageBoard}};
  for (const auto& [here, item, text] : kPages) {
    if (here != kPages[0].page)
      wrap_before(ui, ImGui::CalcTextSize(ui.text(text)).x + 2 * ImGui::GetStyle().FramePadding.x);
    if (text_button(ui, item, ui.text(text), here == page ? ButtonKind::kOn : ButtonKind::kQuiet)) page = here;
  }
}

}  // namespace jaedan::gui
