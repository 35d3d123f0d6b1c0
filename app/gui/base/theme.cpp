#include "app/gui/base/theme.h"

#include <imgui.h>

#include "labeling/domain/part_colours.h"

namespace jaedan::gui {
namespace {

Theme dark_theme() {
  Theme t;
  t.kind = ThemeKind::kDark;
  t.backdrop = rgb(0x101216);
  t.panel = rgb(0x191C22);
  t.card = rgb(0x262A33);
  t.card_hot = rgb(0x323743);
  t.line = rgb(0x2C313B);
  t.text = rgb(0xE8EAEE);
  t.muted = rgb(0x98A0AE);
  t.accent = rgb(0x4F8CFF);
  t.accent_soft = rgb(0x24365C);
  t.on_accent = rgb(0x0B1220);
  t.on_soft = rgb(0x8AB4FF);
  t.good = rgb(0x3DBE8B);
  t.warn = rgb(0xF0B429);
  t.bad = rgb(0xFF6B6B);
  t.model = rgb(0xB79CFF);
  return t;
}

Theme light_theme() {
  Theme t;
  t.kind = ThemeKind::kLight;
  t.backdrop = rgb(0xDADDE3);
  t.panel = rgb(0xFAFBFC);
  t.card = rgb(0xEBEDF1);
  t.card_hot = rgb(0xDDE1E8);
  t.line = rgb(0xD5D9E0);
  t.text = rgb(0x1B1F27);
  t.muted = rgb(0x5C6675);
  t.accent = rgb(0x2563EB);
  t.accent_soft = rgb(0xD6E4FF);
  t.on_accent = rgb(0xFFFFFF);
  t.on_soft = rgb(0x1D4ED8);
  t.good = rgb(0x0B7A53);
  t.warn = rgb(0x9A5B00);
  t.bad = rgb(0xC62828);
  t.model = rgb(0x6B46C1);
  return t;
}

ImVec4 vec4(Colour colour) { return ImGui::ColorConvertU32ToFloat4(colour); }

}  // namespace

Colour Theme::part(Part part) const {
  const jaedan::Colour c = colour_of(part);
  return rgb(static_cast<std::uint32_t>(c.r) << 16 | static_cast<std::uint32_t>(c.g) << 8 | c.b);
}

Colour Theme::state(WorkflowState s) const {
  switch (s) {
    case WorkflowState::kNew: return muted;
    case WorkflowState::kDrawn:
    case WorkflowState::kBasic: return accent;
    case WorkflowState::kExpert:
    case WorkflowState::kChanged: return warn;
    case WorkflowState::kApproved: return good;
    case WorkflowState::kReturned: return bad;
  }
  return muted;
}

Theme make_theme(ThemeKind kind) { return kind == ThemeKind::kDark ? dark_theme() : light_theme(); }

void apply_style(const Theme& t, float scale) {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.WindowPadding = {12, 10};
  style.FramePadding = {9, 5};
  style.ItemSpacing = {8, 6};
  style.ItemInnerSpacing = {6, 4};
  style.CellPadding = {6, 3};
  style.ScrollbarSize = 11;
  style.GrabMinSize = 10;
  style.WindowRounding = 0;
  style.ChildRounding = 0;
  style.PopupRounding = 6;
  style.FrameRounding = 5;
  style.ScrollbarRounding = 6;
  style.GrabRounding = 4;
  style.TabRounding = 5;
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.PopupBorderSize = 1;
  style.FrameBorderSize = 0;
  style.IndentSpacing = 14;
  style.ScaleAllSizes(scale);
  style.WindowMinSize = {1, 1};  // after scaling, which rounds down: Dear ImGui refuses nothing at all

  ImVec4* c = style.Colors;
  c[ImGuiCol_Text] = vec4(t.text);
  c[ImGuiCol_TextDisabled] = vec4(t.muted);
  c[ImGuiCol_WindowBg] = vec4(t.panel);
  c[ImGuiCol_ChildBg] = vec4(with_alpha(t.panel, 0));
  c[ImGuiCol_PopupBg] = vec4(t.panel);
  c[ImGuiCol_Border] = vec4(t.line);
  c[ImGuiCol_FrameBg] = vec4(t.card);
  c[ImGuiCol_FrameBgHovered] = vec4(t.card_hot);
  c[ImGuiCol_FrameBgActive] = vec4(t.card_hot);
  c[ImGuiCol_ScrollbarBg] = vec4(with_alpha(t.panel, 0));
  c[ImGuiCol_ScrollbarGrab] = vec4(t.card_hot);
  c[ImGuiCol_ScrollbarGrabHovered] = vec4(t.muted);
  c[ImGuiCol_ScrollbarGrabActive] = vec4(t.muted);
  c[ImGuiCol_CheckMark] = vec4(t.accent);
  c[ImGuiCol_SliderGrab] = vec4(t.accent);
  c[ImGuiCol_SliderGrabActive] = vec4(t.accent);
  c[ImGuiCol_Button] = vec4(t.card);
  c[ImGuiCol_ButtonHovered] = vec4(t.card_hot);
  c[ImGuiCol_ButtonActive] = vec4(t.accent_soft);
  c[ImGuiCol_Header] = vec4(t.accent_soft);
  c[ImGuiCol_HeaderHovered] = vec4(t.card_hot);
  c[ImGuiCol_HeaderActive] = vec4(t.accent_soft);
  c[ImGuiCol_Separator] = vec4(t.line);
  c[ImGuiCol_SeparatorHovered] = vec4(t.accent);
  c[ImGuiCol_SeparatorActive] = vec4(t.accent);
  c[ImGuiCol_TextSelectedBg] = vec4(with_alpha(t.accent, 0.35F));
  c[ImGuiCol_NavHighlight] = vec4(t.accent);
  c[ImGuiCol_ModalWindowDimBg] = ImVec4(0, 0, 0, 0.45F);
  c[ImGuiCol_PlotHistogram] = vec4(t.accent);
}

}  // namespace jaedan::gui
