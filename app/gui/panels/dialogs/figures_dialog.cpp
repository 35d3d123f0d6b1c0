#include "app/gui/panels/dialogs/figures_dialog.h"

#include <imgui.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/dialogs/export_dialog.h"
#include "app/gui/words/message_text.h"

namespace jaedan::gui {
namespace {

using labeling::PhotoFigures;
using labeling::ProjectFigures;
using Counts = std::vector<std::pair<std::string, std::int64_t>>;

/// Flush with the column's right side.
void number_cell(const Ui& ui, std::int64_t number, Colour colour) {
  ImGui::TableNextColumn();
  const std::string text = thousands(number);
  const float room = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(text.c_str()).x;
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(room, 0.0F));
  ImGui::PushStyleColor(ImGuiCol_Text, number == 0 ? ui.theme.muted : colour);
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopStyleColor();
}

void heading_cell(const Ui& ui, Text text, bool right) {
  ImGui::TableNextColumn();
  ImGui::PushFont(ui.fonts.small);
  const float room = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(ui.text(text)).x;
  if (right) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(room, 0.0F));
  ImGui::PopFont();
  small_text(ui, ui.text(text), ui.theme.muted);
}

void state_row(const Ui& ui, const char* name, Colour colour, const PhotoFigures& figures) {
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::TextUnformatted(name);
  ImGui::PopStyleColor();
  number_cell(ui, figures.photos, ui.theme.text);
  number_cell(ui, figures.predicted, ui.theme.text);
  number_cell(ui, figures.garments, ui.theme.text);
  number_cell(ui, figures.unseen, ui.theme.warn);
  number_cell(ui, figures.unseen_photos, ui.theme.warn);
}

void states(const Ui& ui, const ProjectFigures& figures) {
  if (!ImGui::BeginTable("states", 6, ImGuiTableFlags_SizingStretchProp)) return;
  ImGui::TableSetupColumn("state", 0, 2.2F);
  for (const char* id : {"photos", "predicted", "garments", "unseen", "unseen_photos"}) {
    ImGui::TableSetupColumn(id, 0, 1.2F);
  }
  ImGui::TableNextRow();
  heading_cell(ui, Text::kStatusOfPhotos, false);
  heading_cell(ui, Text::kFiguresPhotos, true);
  heading_cell(ui, Text::kFiguresPredicted, true);
  heading_cell(ui, Text::kFiguresGarments, true);
  heading_cell(ui, Text::kUnseen, true);
  heading_cell(ui, Text::kFiguresUnseenPhotos, true);
  for (const WorkflowState state : kAllStates) {
    state_row(ui, ui.text.state(state), ui.theme.state(state), figures.of(state));
  }
  state_row(ui, ui.text(Text::kFiguresAll), ui.theme.text, figures.all());
  ImGui::EndTable();
}

/// A block of names and numbers, most first.
void counts(const Ui& ui, const char* id, Text title, Counts counts) {
  section(ui, ui.text(title));
  std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  if (counts.empty()) return small_text(ui, ui.text(Text::kFiguresNone), ui.theme.muted);
  if (!ImGui::BeginTable(id, 6, ImGuiTableFlags_SizingStretchProp)) return;
  for (int i = 0; i < 3; ++i) {
    ImGui::TableSetupColumn("name", 0, 1.6F);
    ImGui::TableSetupColumn("count", 0, 1.0F);
  }
  for (const auto& [name, count] : counts) {
    ImGui::TableNextColumn();
    clipped_text(ui, name.c_str(), ImGui::GetContentRegionAvail().x, ui.theme.text);
    number_cell(ui, count, ui.theme.text);
  }
  ImGui::EndTable();
}

void all_counts(const Ui& ui, const Taxonomy& taxonomy, const ProjectFigures& figures) {
  states(ui, figures);
  Counts parts, labels, workers;
  for (const auto& [part, count] : figures.garments_by_part) parts.emplace_back(ui.text.part(part), count);
  for (const auto& [id, count] : figures.values) {
    const TaxonomyAttribute* attribute = taxonomy.attribute(id);
    labels.emplace_back(attribute ? ui.text.attribute(*attribute) : id, count);
  }
  for (const auto& [who, count] : figures.workers) workers.emplace_back(who, count);
  counts(ui, "parts", Text::kFiguresGarments, std::move(parts));
  counts(ui, "labels", Text::kFiguresLabels, std::move(labels));
  counts(ui, "workers", Text::kFiguresWorkers, std::move(workers));
}

}  // namespace

void figures_dialog(const Ui& ui, const Taxonomy& taxonomy, const labeling::PhotoFilter& listed, Dialog& dialog,
                    FiguresState& state) {
  if (!begin_dialog(ui, Dialog::kFigures, ui.text(Text::kFigures), 760, 620, dialog)) return;
  if (choose_photos(ui, "figures", 90, state.only_listed)) {
    state.found.reset();
    state.error.reset();
    ui.ask.push(AskFigures{state.only_listed ? listed : labeling::PhotoFilter{}});
  }
  ImGui::BeginChild("figures", {0, ImGui::GetContentRegionAvail().y - ImGui::GetFrameHeight() - ui.px(10)});
  if (state.error) {
    ImGui::TextWrapped("%s", message_text(state.error->message, ui.text).c_str());
  } else if (!state.found) {
    ImGui::TextDisabled("%s", ui.text(Text::kFiguresCounting));
  } else {
    all_counts(ui, taxonomy, *state.found);
  }
  ImGui::EndChild();
  if (text_button(ui, "figures.verify", ui.text(Text::kVerify))) {
    ui.ask.push("verify"_action);
    close_dialog(dialog);
  }
  end_dialog();
}

}  // namespace jaedan::gui
