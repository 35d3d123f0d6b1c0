#include "app/gui/panels/photos_panel.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cstdio>

#include "app/gui/draw/widgets.h"
#include "app/gui/words/message_text.h"
#include "app/workflow/project/filter_expression.h"

namespace jaedan::gui {
namespace {

constexpr float kPhotoRow = 58;
constexpr float kThumb = 46;

/// A plain word searches names; anything with = or < or > is a filter expression.
Result<labeling::PhotoFilter> filter_typed(const Taxonomy& taxonomy, const std::string& typed) {
  if (typed.find_first_of("=<>") != std::string::npos) return workflow::parse_filter(typed, taxonomy);
  labeling::PhotoFilter filter;
  filter.text = typed;
  return filter;
}

/// With every letter. What is no whole expression yet changes nothing.
void apply_text(const Ui& ui, const Taxonomy& taxonomy, const labeling::PhotoFilter& now, const std::string& typed) {
  Result<labeling::PhotoFilter> parsed = filter_typed(taxonomy, typed);
  if (!parsed.ok()) return;
  labeling::PhotoFilter filter = std::move(parsed).value();
  if (!filter.state) filter.state = now.state;
  if (!filter.part) filter.part = now.part;
  filter.only = now.only;
  ui.ask.push(ApplyFilter{std::move(filter)});
}

void state_combo(const Ui& ui, const labeling::PhotoFilter& filter, float width) {
  ImGui::SetNextItemWidth(width);
  const bool open =
      ImGui::BeginCombo("##state", filter.state ? ui.text.state(*filter.state) : ui.text(Text::kAllStates));
  remember_item(ui, "filter.state");
  if (!open) return;
  const auto entry = [&](const char* name, std::optional<WorkflowState> state, const char* id) {
    const bool pressed = ImGui::Selectable(name, filter.state == state);
    remember_item(ui, std::string("filter.state.") + id);
    if (!pressed) return;
    labeling::PhotoFilter changed = filter;
    changed.state = state;
    ui.ask.push(ApplyFilter{std::move(changed)});
  };
  entry(ui.text(Text::kAllStates), std::nullopt, "all");
  for (const WorkflowState state :
       {WorkflowState::kNew, WorkflowState::kDrawn, WorkflowState::kBasic, WorkflowState::kExpert,
        WorkflowState::kReturned, WorkflowState::kChanged, WorkflowState::kApproved}) {
    entry(ui.text.state(state), state, std::string(id_of(state)).c_str());
  }
  ImGui::EndCombo();
}

void part_combo(const Ui& ui, const labeling::PhotoFilter& filter, float width) {
  ImGui::SetNextItemWidth(width);
  const bool open = ImGui::BeginCombo("##part", filter.part ? ui.text.part(*filter.part) : ui.text(Text::kAllParts));
  remember_item(ui, "filter.part");
  if (!open) return;
  const auto entry = [&](const char* name, std::optional<Part> part) {
    if (!ImGui::Selectable(name, filter.part == part)) return;
    labeling::PhotoFilter changed = filter;
    changed.part = part;
    ui.ask.push(ApplyFilter{std::move(changed)});
  };
  entry(ui.text(Text::kAllParts), std::nullopt);
  for (const Part part : kAllParts) entry(ui.text.part(part), part);
  ImGui::EndCombo();
}

void ask_for_order(const Ui& ui, labeling::PhotoOrder order) {
  Settings changed = ui.settings;
  changed.photo_order = order;
  ui.ask.push(ChangeSettings{std::move(changed)});
}

Text text_of_key(labeling::PhotoKey key) {
  switch (key) {
    case labeling::PhotoKey::kName: return Text::kOrderName;
    case labeling::PhotoKey::kScore: return Text::kOrderScore;
    case labeling::PhotoKey::kTime: return Text::kOrderTime;
    case labeling::PhotoKey::kAdded: break;
  }
  return Text::kOrderAdded;
}

void order_choice(const Ui& ui, labeling::PhotoOrder order, float width) {
  const float side = ImGui::GetFrameHeight();
  ImGui::SetNextItemWidth(width - side - ImGui::GetStyle().ItemSpacing.x);
  const bool open = ImGui::BeginCombo("##order", ui.text(text_of_key(order.key)));
  remember_item(ui, "order");
  if (open) {
    for (const labeling::PhotoKey key : labeling::kAllPhotoKeys) {
      const bool pressed = ImGui::Selectable(ui.text(text_of_key(key)), key == order.key);
      remember_item(ui, "order." + std::string(labeling::id_of(key)));
      if (pressed) ask_for_order(ui, {key, order.reversed});
    }
    ImGui::EndCombo();
  } else {
    tooltip(ui, ui.text(Text::kOrderTip));
  }
  ImGui::SameLine();
  const ButtonKind kind = order.reversed ? ButtonKind::kOn : ButtonKind::kPlain;
  if (text_button(ui, "order.reverse", order.reversed ? "↓" : "↑", kind, side)) {
    ask_for_order(ui, {order.key, !order.reversed});
  }
  tooltip(ui, ui.text(Text::kOrderReverse));
}

/// What is typed and cannot be looked for says so where it stands, while it stands there: the list below still is what
/// was looked for before.
void wrong_text(const Ui& ui, const Error& error) {
  ImGui::PushTextWrapPos(0);
  small_text(ui, message_text(error.message, ui.text).c_str(), ui.theme.bad);
  ImGui::PopTextWrapPos();
  remember_item(ui, "filter.wrong");
}

/// The list is of photos that a chart led to, and how it becomes whole again.
void only_these(const Ui& ui, const labeling::PhotoFilter& filter, workflow::PhotoTotal total, float width) {
  if (filter.only.empty()) return;
  const std::string words = only_these_words(filter.only.size(), total, ui.text);
  if (text_button(ui, "filter.only", words.c_str(), ButtonKind::kOn, width)) {
    labeling::PhotoFilter changed = filter;
    changed.only.clear();
    ui.ask.push(ApplyFilter{std::move(changed)});
  }
  tooltip_beside(ui, ui.text(Text::kOnlyTheseTip));
}

/// Whether what is typed can be looked for.
bool filters(const Ui& ui, const Taxonomy& taxonomy, const PhotoList& photos, PhotosPanelState& state) {
  std::string& typed = state.filter_typed;
  const float width = ImGui::GetContentRegionAvail().x;
  ImGui::SetNextItemWidth(width);
  const std::string before = typed;
  bool edited = ImGui::InputTextWithHint("##search", ui.text(Text::kSearchHint), &typed);
  remember_item(ui, "filter.text");
  // Esc leaves the field. Dear ImGui would also take back what was typed, and the next key would hit other photos than
  // the ones that were looked for.
  if (ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) {
    typed = before;
    edited = false;
  }
  if (edited) apply_text(ui, taxonomy, photos.filter(), typed);
  // While it is typed into, the words beside the field are in the way of nothing.
  tooltip_beside(ui, ui.text(Text::kSearchTip));
  const auto parsed = filter_typed(taxonomy, typed);
  if (!parsed.ok()) wrong_text(ui, parsed.error());
  const float half = (width - ImGui::GetStyle().ItemSpacing.x) / 2;
  state_combo(ui, photos.filter(), half);
  ImGui::SameLine();
  part_combo(ui, photos.filter(), half);
  order_choice(ui, photos.order(), width);
  only_these(ui, photos.filter(), state.only_of, width);
  return parsed.ok();
}

void progress_line(const Ui& ui, const PhotoList& photos) {
  const std::int64_t approved = photos.count_of(WorkflowState::kApproved);
  char text[96];
  std::snprintf(text, sizeof text, ui.text(Text::kProgressFormat), thousands(approved).c_str(),
                (thousands(photos.size()) + (photos.complete() ? "" : "...")).c_str());
  small_text(ui, text, ui.theme.muted);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float part = photos.size() > 0 ? static_cast<float>(approved) / static_cast<float>(photos.size()) : 0;
  ImDrawList& out = *ImGui::GetWindowDrawList();
  out.AddRectFilled(at, {at.x + width, at.y + ui.px(3)}, ui.theme.card, ui.px(2));
  if (part > 0) out.AddRectFilled(at, {at.x + width * part, at.y + ui.px(3)}, ui.theme.good, ui.px(2));
  ImGui::Dummy({width, ui.px(5)});
}

/// What is wrong with a photo in the list.
struct RowTrouble {
  bool unreadable = false;
  bool unsaved = false;

  bool any() const { return unreadable || unsaved; }
};

void row_details(const Ui& ui, std::int64_t index, const labeling::PhotoRow& row, RowTrouble trouble, ImVec2 at,
                 float width) {
  ImGui::SetCursorScreenPos(at);
  clipped_text(ui, row.photo.name.c_str(), width, ui.theme.text);
  ImGui::SetCursorScreenPos({at.x, at.y + ui.px(22)});
  chip(ui, ui.text.state(row.state), ui.theme.state(row.state));
  char more[96] = "";
  if (trouble.unsaved) {
    std::snprintf(more, sizeof more, "%s", ui.text(Text::kUnsavedMark));
  } else if (trouble.unreadable) {
    std::snprintf(more, sizeof more, "%s", ui.text(Text::kCannotBeRead));
  } else if (row.unseen_count > 0) {
    std::snprintf(more, sizeof more, ui.text(Text::kUnseenCountFormat), row.unseen_count);
  } else if (row.garment_count > 0) {
    const std::string count = fill_gaps(ui.text(Text::kGarmentCountFormat), {std::to_string(row.garment_count)});
    std::snprintf(more, sizeof more, "%s", count.c_str());
  } else if (row.has_prediction) {
    std::snprintf(more, sizeof more, ui.text(Text::kProposalFormat), row.worst_score * 100);
  }
  if (!*more) return;
  ImGui::SameLine(0, ui.px(6));
  ImGui::SetCursorScreenPos({ImGui::GetCursorScreenPos().x, at.y + ui.px(24)});
  const bool plain = row.garment_count > 0 && row.unseen_count == 0;
  small_text(ui, more, trouble.any() ? ui.theme.bad : plain ? ui.theme.muted : ui.theme.model);
  if (trouble.any() || plain) return;
  const bool unseen = row.unseen_count > 0;
  remember_item(ui, "photo." + std::to_string(index) + (unseen ? ".unseen" : ".proposed"));
  tooltip(ui, ui.text(unseen ? Text::kUnseenTip : Text::kProposalTip));
}

void photo_row(const Ui& ui, std::int64_t index, PhotoList& photos, Thumbnails& thumbnails, PhotoId current,
               const std::vector<PhotoId>& unsaved, PhotoTicks& ticks) {
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = ui.px(kPhotoRow);
  const PhotoId id = photos.id_at(index);
  ImGui::PushID(static_cast<int>(index));
  const bool pressed = ImGui::InvisibleButton("row", {width, height - ui.px(2)});
  const bool hovered = ImGui::IsItemHovered();
  ImGui::PopID();
  remember_item(ui, "photo." + std::to_string(index));
  const ImVec2 box(corner.x + ui.px(8), corner.y + ui.px(5));
  const bool on_box = ImGui::IsMouseHoveringRect(box, {box.x + ui.px(kTickBox), box.y + ui.px(kTickBox)});
  if (pressed && !on_box && !ticks_take_click(index, photos, current, ticks)) ui.ask.push(OpenPhoto{id});
  ImDrawList& out = *ImGui::GetWindowDrawList();
  const ImVec2 to(corner.x + width, corner.y + height - ui.px(2));
  if (id == current) {
    out.AddRectFilled(corner, to, ui.theme.accent_soft, ui.px(5));
    out.AddRectFilled(corner, {corner.x + ui.px(3), to.y}, ui.theme.accent, ui.px(2));
  } else if (hovered) {
    out.AddRectFilled(corner, to, ui.theme.card, ui.px(5));
  }
  const ImVec2 after = ImGui::GetCursorScreenPos();
  const labeling::PhotoRow* row = photos.row(index);
  ImGui::SetCursorScreenPos({corner.x + ui.px(8), corner.y + ui.px(5)});
  picture(ui, row ? thumbnails.find(row->photo) : nullptr, ui.px(kThumb), ui.px(kThumb));
  ImGui::SetCursorScreenPos(box);
  tick_box(ui, id, index, hovered, ticks);
  const float left = corner.x + ui.px(kThumb + 17);
  const RowTrouble trouble{thumbnails.failed(id), std::find(unsaved.begin(), unsaved.end(), id) != unsaved.end()};
  if (row) row_details(ui, index, *row, trouble, {left, corner.y + ui.px(7)}, to.x - left - ui.px(6));
  if (row && trouble.unsaved) remember_item(ui, "photo." + std::to_string(index) + ".unsaved");
  ImGui::SetCursorScreenPos(after);
}

}  // namespace

std::string only_these_words(std::size_t listed, workflow::PhotoTotal total, const Strings& text) {
  const auto shown = static_cast<std::int64_t>(listed);
  const Text format = total.count <= shown ? Text::kOnlyTheseFormat
                      : total.or_more      ? Text::kFirstOfMoreFormat
                                           : Text::kFirstOfFormat;
  return fill_gaps(text(format), {thousands(shown), thousands(total.count)});
}

void photos_panel(const Ui& ui, const Taxonomy& taxonomy, PhotoList& photos, Thumbnails& thumbnails, PhotoId current,
                  PhotosPanelState& state, PhotoTicks& ticks) {
  const bool understood = filters(ui, taxonomy, photos, state);  // else that is said above
  progress_line(ui, photos);
  ticked_bar(ui, ticks);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), 0));
  ImGui::BeginChild("photos");
  const float height = ui.px(kPhotoRow);
  if (state.scroll_to_photo) {
    if (const std::optional<std::int64_t> index = photos.index_of(current)) {
      const float top = static_cast<float>(*index) * height;
      const float seen = ImGui::GetWindowHeight();
      const bool visible = top >= ImGui::GetScrollY() && top + height <= ImGui::GetScrollY() + seen;
      if (!visible) ImGui::SetScrollY(std::max(0.0F, top - (seen - height) / 2));
      state.scroll_to_photo = false;
    }
  }
  if (photos.size() == 0 && photos.complete() && (understood || photos.error())) {
    ImGui::Dummy({0, ui.px(12)});
    ImGui::PushTextWrapPos(0);
    const labeling::PhotoFilter& filter = photos.filter();
    const bool all = state.filter_typed.empty() && !filter.state && !filter.part && filter.only.empty();
    const Text nothing = !all ? Text::kNothingFound : state.tasks_only ? Text::kNoTasksListed : Text::kNoPhotosYet;
    ImGui::TextDisabled("%s",
                        photos.error() ? message_text(photos.error()->message, ui.text).c_str() : ui.text(nothing));
    ImGui::PopTextWrapPos();
  }
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(photos.size()), height);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
      photo_row(ui, i, photos, thumbnails, current, state.unsaved, ticks);
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
}

}  // namespace jaedan::gui
