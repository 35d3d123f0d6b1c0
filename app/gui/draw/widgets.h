#pragma once

#include <string>

#include "app/gui/base/ui.h"
#include "app/gui/draw/icons.h"
#include "app/gui/draw/texture.h"

struct ImDrawList;
struct ImFont;

namespace jaedan::gui {

/// Small building blocks that all panels share, so that they look the same. Names (`name`) are for scripts
/// (item_map.h); tooltips may be null.

/// How a button stands out.
enum class ButtonKind { kPlain, kPrimary, kQuiet, kOn };

bool text_button(const Ui& ui, const std::string& name, const char* label, ButtonKind kind = ButtonKind::kPlain,
                 float width = 0, bool enabled = true);
/// The room that it takes in a row, with the gap to the next one.
float text_button_width(const Ui& ui, const char* label);
/// A square button with an icon; `width` 0 = as high as a line.
bool icon_button(const Ui& ui, const std::string& name, Icon icon, const char* tooltip,
                 ButtonKind kind = ButtonKind::kQuiet, bool enabled = true);
/// Icon and text.
bool labelled_button(const Ui& ui, const std::string& name, Icon icon, const char* label, const char* tooltip,
                     ButtonKind kind = ButtonKind::kPlain, bool enabled = true);

/// A coloured dot, a name and the key that does the same.
bool dot_button(const Ui& ui, const std::string& name, Colour dot, const char* label, const std::string& key,
                const char* tooltip, ButtonKind kind, bool enabled);

void tooltip(const Ui& ui, const char* text);
/// The same at the mouse, for what is no item.
void show_tooltip(const Ui& ui, const char* text);
/// The same right of the item, where it hides nothing below it.
void tooltip_beside(const Ui& ui, const char* text);
/// Records the last item under `name`.
void remember_item(const Ui& ui, const std::string& name);
/// The same for what is no item of Dear ImGui's, in the window that is being drawn.
void remember_place(const Ui& ui, const std::string& name, const Rect& rect, bool hovered);

void small_text(const Ui& ui, const char* text, Colour colour);
/// In plain letters where the bold ones lack one (bold_for).
void bold_text(const Ui& ui, const char* text);
/// One line that ends with … when it is wider than `width`.
void clipped_text(const Ui& ui, const char* text, float width, Colour colour);
std::string clipped(const std::string& text, float width);
/// As many lines as it takes, to the right end of the window.
void wrapped_text(const Ui& ui, const std::string& text, Colour colour);
/// The name of a field, before it; the field begins `at` design pixels from the window's left side.
void field_name(const Ui& ui, Text name, float at);
/// What the slider before it is set to, beside it: within, its knob covers the number at some place or other. Always as
/// wide, so that nothing moves with the number.
void slider_value(const Ui& ui, const char* format, float value);
/// What comes next stands beside.
void next_in_row(const Ui& ui);
/// The same where `width` pixels fit beside, else in the next row.
void wrap_before(const Ui& ui, float width);
/// One of several answers of which one holds; true when it was pressed. They stand in a row.
template <typename T>
bool choice_button(const Ui& ui, const char* name, T& value, T choice, const char* label) {
  const bool pressed = text_button(ui, name, label, value == choice ? ButtonKind::kOn : ButtonKind::kPlain);
  if (pressed) value = choice;
  next_in_row(ui);
  return pressed;
}
/// A heading, as bold_text, with a thin line under it.
void section(const Ui& ui, const char* title);
/// A rounded label, e.g. a workflow state. Returns its width.
float chip(const Ui& ui, const char* text, Colour colour);
float chip_width(const Ui& ui, const char* text);
/// A key as it stands on the keyboard; `lit`: it is being chosen, or was.
void key_cap(const Ui& ui, const std::string& text, bool lit = false);
float key_cap_width(const Ui& ui, const std::string& text);
/// A thin vertical line in a row of buttons.
void bar_gap(const Ui& ui);

/// Draws `texture` in a box, whole, in the middle; or an empty box. `crop` (0 … 1 of the picture) may be empty.
void picture(const Ui& ui, const Texture* texture, float width, float height, const Rect& crop = {});
/// The same without a box and at any place: `box` in window pixels, `tint` multiplies its colours. Nothing where there
/// is no texture.
void paint_picture(const Texture* texture, const Rect& box, const Rect& crop, Colour tint, float rounding,
                   ImDrawList& out);
/// The button does what the shortcut does; the tooltip names the key.
std::string tooltip_with_key(const Ui& ui, Text text, ActionId action);

/// Asks for the action: grey while that may not be used, its tooltip says what it does and with which key.
void action_button(const Ui& ui, const std::string& name, Icon icon, ActionId action,
                   ButtonKind kind = ButtonKind::kQuiet);

}  // namespace jaedan::gui
