#include "app/gui/panels/garments_panel.h"

#include <imgui.h>

#include <cstdio>

#include "app/gui/base/key_map.h"
#include "app/gui/draw/widgets.h"
#include "app/gui/project/readings.h"
#include "labeling/edit/commands/confirm.h"
#include "labeling/edit/commands/delete_garments.h"
#include "labeling/edit/commands/set_flags.h"

namespace jaedan::gui {
namespace {

constexpr float kGarmentRow = 34;

std::string percent(double score) {
  char text[16];
  std::snprintf(text, sizeof text, "%.0f%%", score * 100);
  return text;
}

/// A row to press, with its background; what stands in it is drawn over it.
bool row_frame(const Ui& ui, const std::string& name, bool selected, ImVec2& corner, float& width) {
  corner = ImGui::GetCursorScreenPos();
  width = ImGui::GetContentRegionAvail().x;
  const float height = ui.px(kGarmentRow);
  const bool pressed = ImGui::InvisibleButton(name.c_str(), {width, height});
  ImGui::SetItemAllowOverlap();
  remember_item(ui, name);
  const Colour face = selected                 ? ui.theme.accent_soft
                      : ImGui::IsItemHovered() ? ui.theme.card
                                               : with_alpha(ui.theme.panel, 0);
  ImGui::GetWindowDrawList()->AddRectFilled(corner, {corner.x + width, corner.y + height}, face, ui.px(5));
  return pressed;
}

void part_name(const Ui& ui, Part part, const std::string& detail, ImVec2 corner, float width, bool dashed) {
  const float middle = corner.y + ui.px(kGarmentRow) / 2;
  ImDrawList& out = *ImGui::GetWindowDrawList();
  const ImVec2 dot(corner.x + ui.px(14), middle);
  if (dashed) {
    out.AddCircle(dot, ui.px(5), ui.theme.part(part), 0, ui.px(2));
  } else {
    out.AddCircleFilled(dot, ui.px(6), ui.theme.part(part));
  }
  const float top = middle - ImGui::GetFontSize() / 2;
  ImGui::SetCursorScreenPos({corner.x + ui.px(28), top});
  bold_text(ui, ui.text.part(part));
  ImGui::SameLine(0, ui.px(8));
  const float left = ImGui::GetCursorScreenPos().x;
  ImGui::SetCursorScreenPos({left, top});
  clipped_text(ui, detail.c_str(), corner.x + width - left, ui.theme.muted);
}

/// "블랙 청바지".
std::string detail_of(const Ui& ui, const Taxonomy& taxonomy, const Garment& garment) {
  std::string detail;
  for (const std::string_view attribute : {attribute::kColour, attribute::kCategory}) {
    if (const AttributeValue* value = find_value(garment.attributes, attribute)) {
      if (!detail.empty()) detail += " ";
      detail += taxonomy.name_of(attribute, value->value, ui.text.korean());
    }
  }
  if (garment.region.empty()) detail += std::string(detail.empty() ? "" : "  ") + ui.text(Text::kNoOutline);
  return detail;
}

void garment_row(const Ui& ui, const Taxonomy& taxonomy, const Garment& garment, PhotoView& view) {
  const std::string name = "garment." + std::to_string(garment.id.value);
  ImVec2 corner;
  float width = 0;
  if (row_frame(ui, name, view.selection.contains(garment.id), corner, width)) {
    view.proposal.reset();
    if (ImGui::GetIO().KeyCtrl) {
      view.selection.toggle(garment.id);
    } else {
      view.selection.select_only(garment.id);
    }
  }
  const ImVec2 after = ImGui::GetCursorScreenPos();
  const float side = ImGui::GetFrameHeight();
  const bool from_model = is_guess(garment.region_provenance);
  const float model_width = from_model ? side + ui.px(40) : 0;
  std::string detail = detail_of(ui, taxonomy, garment);
  const bool unseen = nobody_looked(garment);
  if (unseen) detail = std::string(ui.text(Text::kUnseen)) + (detail.empty() ? "" : " · ") + detail;
  part_name(ui, garment.part, detail, corner, width - 3 * side - model_width - ui.px(6), false);
  if (unseen)
    ui.items.record(name + ".unseen", {corner.x, corner.y, width - 3 * side - model_width, ui.px(kGarmentRow)});

  const float top = corner.y + (ui.px(kGarmentRow) - side) / 2;
  float x = corner.x + width - 3 * side - model_width - ui.px(2);
  ImGui::PushID(static_cast<int>(garment.id.value));
  if (from_model) {
    ImGui::SetCursorScreenPos({x, corner.y + (ui.px(kGarmentRow) - ui.fonts.small->FontSize) / 2});
    small_text(ui, percent(garment.region_provenance.score).c_str(), ui.theme.model);
    remember_item(ui, name + ".score");
    tooltip(ui, ui.text(Text::kGarmentScoreTip));
    ImGui::SetCursorScreenPos({x + ui.px(38), top});
    if (icon_button(ui, name + ".confirm", Icon::kCheck, ui.text(Text::kConfirmGarmentTip))) {
      ui.ask.run(Confirm::garment(garment.id, ui.user));
    }
    x += model_width;
  }
  const auto flag = [&](const char* id, Icon icon, Text tip, GarmentFlags flags, bool on) {
    ImGui::SetCursorScreenPos({x, top});
    if (icon_button(ui, name + id, icon, ui.text(tip), on ? ButtonKind::kOn : ButtonKind::kQuiet)) {
      ui.ask.run(SetFlags({garment.id}, flags));
    }
    x += side;
  };
  flag(".hide", garment.hidden ? Icon::kEyeOff : Icon::kEye, Text::kHideShow, {std::nullopt, !garment.hidden},
       garment.hidden);
  flag(".lock", garment.locked ? Icon::kLock : Icon::kUnlock, Text::kLockUnlock, {!garment.locked, std::nullopt},
       garment.locked);
  ImGui::SetCursorScreenPos({x, top});
  if (icon_button(ui, name + ".delete", Icon::kTrash, ui.text(Text::kDelete), ButtonKind::kQuiet, !garment.locked)) {
    ui.ask.run(DeleteGarments({garment.id}));
  }
  ImGui::PopID();
  ImGui::SetCursorScreenPos(after);
}

void proposal_row(const Ui& ui, const Document& document, std::size_t index, PhotoView& view) {
  const Proposal& proposal = proposals_of(document)[index];
  const std::string name = "proposal." + std::to_string(index);
  ImVec2 corner;
  float width = 0;
  if (row_frame(ui, name, view.proposal == index, corner, width)) {
    view.selection.clear();
    view.proposal = index;
  }
  const ImVec2 after = ImGui::GetCursorScreenPos();
  const float side = ImGui::GetFrameHeight();
  part_name(ui, proposal.part, percent(proposal.score), corner, width - 2 * side, true);
  remember_item(ui, name + ".score");
  tooltip(ui, ui.text(Text::kGarmentScoreTip));
  const float top = corner.y + (ui.px(kGarmentRow) - side) / 2;
  ImGui::SetCursorScreenPos({corner.x + width - 2 * side - ui.px(2), top});
  if (icon_button(ui, name + ".accept", Icon::kCheck, ui.text(Text::kAcceptTip))) {
    ui.ask.run(acceptance_of(document, {proposal}));
  }
  ImGui::SetCursorScreenPos({corner.x + width - side - ui.px(2), top});
  if (icon_button(ui, name + ".reject", Icon::kClose, ui.text(Text::kRejectTip))) {
    ui.ask.push(RejectProposal{document.id(), document.reading, index});
  }
  ImGui::SetCursorScreenPos(after);
}

/// Says which reading is shown; pressing it shows the next one.
void reading_row(const Ui& ui, const Document& document) {
  if (!has_other_readings(document)) return;
  ImGui::Dummy({0, ui.px(2)});
  const std::string label = reading_text(ui.text, document) + "   " + ui.keys.text_of("next_reading"_action);
  if (text_button(ui, "reading.next", label.c_str(), ButtonKind::kPlain, ImGui::GetContentRegionAvail().x)) {
    ui.ask.push("next_reading"_action);
  }
  tooltip(ui, ui.text(Text::kReadingTip));
}

void proposals(const Ui& ui, const Document& document, PhotoView& view) {
  const std::vector<std::size_t> open = open_proposals(document);
  if (open.empty()) return;
  ImGui::Dummy({0, ui.px(2)});
  const std::string title = std::string(ui.text(Text::kProposals)) + "  " + document.prediction->model_id;
  small_text(ui, title.c_str(), ui.theme.model);
  // Topmost first, as the garments above that they become.
  for (auto index = open.rbegin(); index != open.rend(); ++index) proposal_row(ui, document, *index, view);
  const std::string key = ui.keys.text_of("finish"_action);
  const std::string label = std::string(ui.text(Text::kAcceptAll)) + "  " + key;
  ImGui::Dummy({0, ui.px(2)});
  if (text_button(ui, "proposals.accept", label.c_str(), ButtonKind::kPrimary, ImGui::GetContentRegionAvail().x)) {
    std::vector<Proposal> all;
    for (const std::size_t index : open) all.push_back(proposals_of(document)[index]);
    ui.ask.run(acceptance_of(document, std::move(all)));
  }
}

}  // namespace

void garments_panel(const Ui& ui, const Taxonomy& taxonomy, const Document& document, PhotoView& view) {
  const Annotation& annotation = document.session.annotation();
  const std::vector<std::size_t> open = open_proposals(document);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), ui.px(2)));
  if (annotation.garments.empty() && open.empty()) {
    ImGui::Dummy({0, ui.px(4)});
    ImGui::PushTextWrapPos(0);
    ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.muted);
    ImGui::TextUnformatted(ui.text(document.prediction ? Text::kNoGarments : Text::kNoGarmentsNoModel));
    ImGui::PopStyleColor();
    ImGui::PopTextWrapPos();
    ImGui::Dummy({0, ui.px(6)});
    if (labelled_button(ui, "prefill.photo", Icon::kSparkle, ui.text(Text::kPrefillPhoto),
                        ui.text(Text::kPrefillTip))) {
      ui.ask.push("prefill_photo"_action);
    }
  }
  // Several hundred garments in one photo are somebody's mistake, but must not make the window slow.
  const float height = ui.px(kGarmentRow) + ui.px(2);
  const int count = static_cast<int>(annotation.garments.size());
  const bool many = count > 12;
  if (many) ImGui::BeginChild("garment_list", {0, height * 12});
  ImGuiListClipper clipper;
  clipper.Begin(count, height);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      // Topmost first, as they lie on the photo.
      garment_row(ui, taxonomy, annotation.garments[static_cast<std::size_t>(count - 1 - i)], view);
    }
  }
  if (many) ImGui::EndChild();
  reading_row(ui, document);
  proposals(ui, document, view);
  ImGui::PopStyleVar();
}

}  // namespace jaedan::gui
