#include "app/gui/panels/conflict_panel.h"

#include <imgui.h>

#include <algorithm>
#include <string>

#include "app/gui/draw/region_painter.h"
#include "app/gui/draw/widgets.h"
#include "labeling/base/message.h"

namespace jaedan::gui {
namespace {

constexpr float kMargin = 16;

/// One of the two versions, and the other for what differs.
struct Version {
  Text name;
  const Annotation& annotation;
  const Annotation& other;
  const char* button;
  Text keep;
  ActionId action;
};

void garment(const Ui& ui, const Garment& shown, bool differs, const Viewport& view, ImDrawList& out) {
  const Colour colour = ui.theme.part(shown.part);
  const RegionDetail detail = detail_seen(shown.region, view);
  draw_fill(detail.fill, view, with_alpha(colour, differs ? 0.4F : 0.15F), out);
  const float width = ui.px(differs ? 3.0F : 1.0F);
  draw_outline(detail.rings, view, {colour, width, width + ui.px(2)}, out);
}

void photo(const Ui& ui, const Document& document, const Version& version, ImVec2 size) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& out = *ImGui::GetWindowDrawList();
  Viewport view;
  view.area = {at.x, at.y, size.x, size.y};
  const Photo& of = document.session.photo();
  view.transform = CanvasTransform::fitting(of.width, of.height, view.area, 0);
  out.PushClipRect(at, {at.x + size.x, at.y + size.y}, true);
  if (document.texture) {
    const Point from = view.transform.screen_from_image({0, 0});
    const Point to = view.transform.screen_from_image({double(of.width), double(of.height)});
    out.AddImage(document.texture.overview().id(), vec(from), vec(to));
  }
  for (const Garment& one : version.annotation.garments) {
    const Garment* other = find_garment(version.other, one.id);
    garment(ui, one, !other || *other != one, view, out);
  }
  out.PopClipRect();
  ImGui::Dummy(size);
}

void version(const Ui& ui, const Document& document, const Version& shown, ImVec2 size) {
  ImGui::BeginGroup();
  bold_text(ui, ui.text(shown.name));
  ImGui::SameLine(0, ui.px(10));
  chip(ui, ui.text.state(shown.annotation.state), ui.theme.state(shown.annotation.state));
  ImGui::SameLine(0, ui.px(8));
  const std::string garments = std::to_string(shown.annotation.garments.size());
  small_text(ui, fill_gaps(ui.text(Text::kGarmentCountFormat), {garments}).c_str(), ui.theme.muted);
  photo(ui, document, shown, size);
  if (text_button(ui, shown.button, ui.text(shown.keep), ButtonKind::kPrimary, size.x)) ui.ask.push(shown.action);
  ImGui::EndGroup();
}

}  // namespace

void conflict_panel(const Ui& ui, const Document& document) {
  const Annotation& mine = document.session.annotation();
  const Annotation& theirs = document.theirs->annotation();
  const float margin = ui.px(kMargin);
  ImGui::SetCursorPos({margin, ImGui::GetCursorPosY() + ui.px(12)});
  ImGui::BeginGroup();
  const float room = ImGui::GetContentRegionAvail().x - margin;
  ImGui::PushTextWrapPos(margin + room);
  ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.bad);
  bold_text(ui, ui.text(Text::kConflictTitle));
  ImGui::PopStyleColor();
  ImGui::TextUnformatted(ui.text(Text::kConflictBody));
  ImGui::PopTextWrapPos();
  ImGui::Dummy({0, ui.px(4)});
  const float column = (room - margin) / 2;
  // Below the picture: its button, and the one for both.
  const float below = 2 * ImGui::GetFrameHeightWithSpacing() + ImGui::GetTextLineHeightWithSpacing() + ui.px(24);
  const ImVec2 size(column, std::max(ImGui::GetContentRegionAvail().y - below, ui.px(60)));
  version(ui, document, {Text::kMyVersion, mine, theirs, "conflict.mine", Text::kKeepMine, "keep_mine"_action}, size);
  ImGui::SameLine(0, margin);
  version(ui, document, {Text::kTheirVersion, theirs, mine, "conflict.theirs", Text::kKeepTheirs, "keep_theirs"_action},
          size);
  if (text_button(ui, "conflict.both", ui.text(Text::kKeepBoth), ButtonKind::kPlain, room)) {
    ui.ask.push("keep_both"_action);
  }
  tooltip(ui, ui.text(Text::kKeepBothTip));
  ImGui::EndGroup();
}

}  // namespace jaedan::gui
