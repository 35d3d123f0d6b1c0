#include "app/gui/draw/widgets.h"

#include <imgui.h>

#include <algorithm>
#include <cstdio>

#include "app/gui/base/key_map.h"

namespace jaedan::gui {
namespace {

struct ButtonColours {
  Colour face;
  Colour hot;
  Colour text;
};

ButtonColours colours_of(const Theme& theme, ButtonKind kind) {
  switch (kind) {
    case ButtonKind::kPrimary: return {theme.accent, with_alpha(theme.accent, 0.85F), theme.on_accent};
    case ButtonKind::kQuiet: return {with_alpha(theme.panel, 0), theme.card_hot, theme.text};
    case ButtonKind::kOn: return {theme.accent_soft, theme.accent_soft, theme.on_soft};
    case ButtonKind::kPlain: break;
  }
  return {theme.card, theme.card_hot, theme.text};
}

/// Behaviour and background; the caller draws the face at the returned corner.
bool button_frame(const Ui& ui, const std::string& name, ImVec2 size, ButtonKind kind, bool enabled, ImVec2& corner,
                  Colour& text) {
  const ButtonColours colours = colours_of(ui.theme, kind);
  corner = ImGui::GetCursorScreenPos();
  ImGui::BeginDisabled(!enabled);
  const bool pressed = ImGui::InvisibleButton(name.c_str(), size);
  ImGui::EndDisabled();
  remember_item(ui, name);
  const bool hot = enabled && ImGui::IsItemHovered();
  text = enabled ? colours.text : with_alpha(ui.theme.muted, 0.6F);
  const float rounding = ImGui::GetStyle().FrameRounding;
  const Colour face = !enabled && kind == ButtonKind::kPrimary ? ui.theme.card : hot ? colours.hot : colours.face;
  ImGui::GetWindowDrawList()->AddRectFilled(corner, {corner.x + size.x, corner.y + size.y}, face, rounding);
  return pressed && enabled;
}

}  // namespace

void remember_item(const Ui& ui, const std::string& name) {
  const ImVec2 from = ImGui::GetItemRectMin();
  const ImVec2 to = ImGui::GetItemRectMax();
  const bool hovered =
      ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled | ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
  remember_place(ui, name, {from.x, from.y, to.x - from.x, to.y - from.y}, hovered);
}

void remember_place(const Ui& ui, const std::string& name, const Rect& rect, bool hovered) {
  const ImDrawList& drawn = *ImGui::GetWindowDrawList();
  const ImVec2 from = drawn.GetClipRectMin(), to = drawn.GetClipRectMax(), screen = ImGui::GetIO().DisplaySize;
  const double x = rect.x + rect.width / 2, y = rect.y + rect.height / 2;
  const bool in_sight = x >= std::max(from.x, 0.0F) && y >= std::max(from.y, 0.0F) && x < std::min(to.x, screen.x) &&
                        y < std::min(to.y, screen.y);
  ui.items.record(name, {rect, in_sight, hovered});
}

void tooltip(const Ui& ui, const char* text) {
  if (!text || !*text || !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
  show_tooltip(ui, text);
}

void show_tooltip(const Ui& ui, const char* text) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(9), ui.px(6)));
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(ui.px(360));
  ImGui::TextUnformatted(text);
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
  ImGui::PopStyleVar();
}

void tooltip_beside(const Ui& ui, const char* text) {
  if (!ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
  ImGui::SetNextWindowPos({ImGui::GetItemRectMax().x + ui.px(12), ImGui::GetItemRectMin().y});
  tooltip(ui, text);
}

bool text_button(const Ui& ui, const std::string& name, const char* label, ButtonKind kind, float width, bool enabled) {
  const ImVec2 text_size = ImGui::CalcTextSize(label);
  const ImVec2 padding = ImGui::GetStyle().FramePadding;
  const ImVec2 size(width > 0 ? width : text_size.x + 2 * padding.x + ui.px(6), ImGui::GetFrameHeight());
  ImVec2 corner;
  Colour colour = 0;
  const bool pressed = button_frame(ui, name, size, kind, enabled, corner, colour);
  ImGui::GetWindowDrawList()->AddText({corner.x + (size.x - text_size.x) / 2, corner.y + (size.y - text_size.y) / 2},
                                      colour, label);
  return pressed;
}

float text_button_width(const Ui& ui, const char* label) {
  return ImGui::CalcTextSize(label).x + 2 * ImGui::GetStyle().FramePadding.x + ui.px(6);
}

bool icon_button(const Ui& ui, const std::string& name, Icon icon, const char* hint, ButtonKind kind, bool enabled) {
  const float side = ImGui::GetFrameHeight();
  ImVec2 corner;
  Colour colour = 0;
  const bool pressed = button_frame(ui, name, {side, side}, kind, enabled, corner, colour);
  draw_icon(*ImGui::GetWindowDrawList(), icon, {corner.x + side / 2.0, corner.y + side / 2.0}, side * 0.6F, colour);
  tooltip(ui, hint);
  return pressed;
}

bool labelled_button(const Ui& ui, const std::string& name, Icon icon, const char* label, const char* hint,
                     ButtonKind kind, bool enabled) {
  const float height = ImGui::GetFrameHeight();
  const ImVec2 text_size = ImGui::CalcTextSize(label);
  const ImVec2 size(height + text_size.x + ui.px(12), height);
  ImVec2 corner;
  Colour colour = 0;
  const bool pressed = button_frame(ui, name, size, kind, enabled, corner, colour);
  ImDrawList& out = *ImGui::GetWindowDrawList();
  draw_icon(out, icon, {corner.x + height / 2.0 + ui.px(2), corner.y + height / 2.0}, height * 0.55F, colour);
  out.AddText({corner.x + height + ui.px(2), corner.y + (height - text_size.y) / 2}, colour, label);
  tooltip(ui, hint);
  return pressed;
}

bool dot_button(const Ui& ui, const std::string& name, Colour dot, const char* label, const std::string& key,
                const char* hint, ButtonKind kind, bool enabled) {
  const float height = ImGui::GetFrameHeight();
  const ImVec2 label_size = ImGui::CalcTextSize(label);
  ImFont* small = ui.fonts.small;
  const ImVec2 key_size = small->CalcTextSizeA(small->FontSize, FLT_MAX, 0, key.c_str());
  const bool dot_only = *label == '\0' && key.empty();
  const ImVec2 size(dot_only ? ui.px(26) : ui.px(42) + label_size.x + key_size.x, height);
  ImVec2 corner;
  Colour colour = 0;
  const bool pressed = button_frame(ui, name, size, kind, enabled, corner, colour);
  ImDrawList& out = *ImGui::GetWindowDrawList();
  out.AddCircleFilled({corner.x + ui.px(13), corner.y + height / 2}, ui.px(5), with_alpha(dot, enabled ? 1.0F : 0.4F));
  out.AddText({corner.x + ui.px(24), corner.y + (height - label_size.y) / 2}, colour, label);
  out.AddText(small, small->FontSize,
              {corner.x + ui.px(32) + label_size.x, corner.y + (height - key_size.y) / 2 + ui.px(1)}, ui.theme.muted,
              key.c_str());
  tooltip(ui, hint);
  return pressed;
}

void small_text(const Ui& ui, const char* text, Colour colour) {
  ImGui::PushFont(ui.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::TextUnformatted(text);
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

void bold_text(const Ui& ui, const char* text) {
  ImGui::PushFont(bold_for(ui.fonts, text));
  ImGui::TextUnformatted(text);
  ImGui::PopFont();
}

std::string clipped(const std::string& text, float width) {
  if (ImGui::CalcTextSize(text.c_str()).x <= width) return text;
  std::string shorter = text;
  while (!shorter.empty()) {
    // Whole characters only: bytes 10xxxxxx continue one.
    while (!shorter.empty() && (static_cast<unsigned char>(shorter.back()) & 0xC0) == 0x80) shorter.pop_back();
    if (!shorter.empty()) shorter.pop_back();
    if (ImGui::CalcTextSize((shorter + "...").c_str()).x <= width) break;
  }
  return shorter + "...";
}

void clipped_text(const Ui& ui, const char* text, float width, Colour colour) {
  const std::string shown = clipped(text, width);
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::TextUnformatted(shown.c_str());
  ImGui::PopStyleColor();
  if (shown != text) tooltip(ui, text);
}

void wrapped_text(const Ui&, const std::string& text, Colour colour) {
  ImGui::PushTextWrapPos(0);
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopStyleColor();
  ImGui::PopTextWrapPos();
}

void field_name(const Ui& ui, Text name, float at) {
  ImGui::AlignTextToFramePadding();
  ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.muted);
  ImGui::TextUnformatted(ui.text(name));
  ImGui::PopStyleColor();
  ImGui::SameLine(ui.px(at));
}

void slider_value(const Ui& ui, const char* format, float value) {
  char text[32];
  std::snprintf(text, sizeof text, format, static_cast<double>(value));
  ImGui::SameLine(0, 0);
  const float left = ImGui::GetCursorPosX();
  ImGui::SetCursorPosX(left + ui.px(70) - ImGui::CalcTextSize(text).x);
  ImGui::TextUnformatted(text);
}

void next_in_row(const Ui& ui) { ImGui::SameLine(0, ui.px(6)); }

void wrap_before(const Ui& ui, float width) {
  ImGui::SameLine(0, ui.px(8));
  if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
}

void section(const Ui& ui, const char* title) {
  ImGui::Dummy({0, ui.px(8)});
  ImGui::PushFont(bold_for(ui.fonts, title));
  ImGui::TextUnformatted(title);
  ImGui::PopFont();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddLine({at.x, at.y - ui.px(2)},
                                      {at.x + ImGui::GetContentRegionAvail().x, at.y - ui.px(2)}, ui.theme.line);
  ImGui::Dummy({0, ui.px(1)});
}

float chip_width(const Ui& ui, const char* text) {
  return ui.fonts.small->CalcTextSizeA(ui.fonts.small->FontSize, FLT_MAX, 0, text).x + ui.px(12);
}

float chip(const Ui& ui, const char* text, Colour colour) {
  const float width = chip_width(ui, text);
  const float height = ui.fonts.small->FontSize + ui.px(4);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& out = *ImGui::GetWindowDrawList();
  out.AddRectFilled(at, {at.x + width, at.y + height}, with_alpha(colour, 0.18F), height / 2);
  out.AddText(ui.fonts.small, ui.fonts.small->FontSize, {at.x + ui.px(6), at.y + ui.px(2)}, colour, text);
  ImGui::Dummy({width, height});
  return width;
}

float key_cap_width(const Ui& ui, const std::string& text) {
  return std::max(ImGui::CalcTextSize(text.c_str()).x + ui.px(12), ui.px(26));
}

void key_cap(const Ui& ui, const std::string& text, bool lit) {
  const ImVec2 size = ImGui::CalcTextSize(text.c_str());
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 to(at.x + key_cap_width(ui, text), at.y + size.y + ui.px(6));
  ImDrawList& out = *ImGui::GetWindowDrawList();
  out.AddRectFilled(at, to, ui.theme.card, ui.px(4));
  out.AddRect(at, to, lit ? ui.theme.accent : ui.theme.line, ui.px(4));
  out.AddText({at.x + (to.x - at.x - size.x) / 2, at.y + ui.px(3)}, ui.theme.text, text.c_str());
  ImGui::Dummy({to.x - at.x, to.y - at.y});
}

void bar_gap(const Ui& ui) {
  ImGui::SameLine(0, ui.px(7));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetFrameHeight();
  ImGui::GetWindowDrawList()->AddLine({at.x, at.y + height * 0.2F}, {at.x, at.y + height * 0.8F}, ui.theme.line);
  ImGui::Dummy({1, height});
  ImGui::SameLine(0, ui.px(7));
}

void picture(const Ui& ui, const Texture* texture, float width, float height, const Rect& crop) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& out = *ImGui::GetWindowDrawList();
  out.AddRectFilled(at, {at.x + width, at.y + height}, ui.theme.card, ui.px(4));
  paint_picture(texture, {at.x, at.y, width, height}, crop, 0xFFFFFFFF, ui.px(4), out);
  ImGui::Dummy({width, height});
}

void paint_picture(const Texture* texture, const Rect& box, const Rect& crop, Colour tint, float rounding,
                   ImDrawList& out) {
  if (!texture || !*texture) return;
  const Rect part = crop.empty() ? Rect{0, 0, 1, 1} : crop;
  const auto w = static_cast<float>(texture->image_width() * part.width);
  const auto h = static_cast<float>(texture->image_height() * part.height);
  const auto width = static_cast<float>(box.width), height = static_cast<float>(box.height);
  const float zoom = std::min(width / std::max(w, 1.0F), height / std::max(h, 1.0F));
  const ImVec2 from(static_cast<float>(box.x) + (width - w * zoom) / 2,
                    static_cast<float>(box.y) + (height - h * zoom) / 2);
  out.AddImageRounded(texture->id(), from, {from.x + w * zoom, from.y + h * zoom},
                      {static_cast<float>(part.x), static_cast<float>(part.y)},
                      {static_cast<float>(part.right()), static_cast<float>(part.bottom())}, tint, rounding);
}

std::string tooltip_with_key(const Ui& ui, Text text, ActionId action) {
  const std::string key = ui.keys.text_of(action);
  return key.empty() ? ui.text(text) : std::string(ui.text(text)) + "  (" + key + ")";
}

void action_button(const Ui& ui, const std::string& name, Icon icon, ActionId action, ButtonKind kind) {
  const ActionInfo* info = ui.actions.find(action);
  const std::string tip = info ? tooltip_with_key(ui, info->text, action) : std::string();
  if (icon_button(ui, name, icon, tip.c_str(), kind, ui.actions.usable(action))) ui.ask.push(action);
}

}  // namespace jaedan::gui
