#include "app/gui/panels/recommend/dock_controls.h"

#include <imgui.h>

#include <algorithm>

#include "app/gui/draw/widgets.h"

namespace jaedan::gui {
namespace {

constexpr float kNameWidth = 78;

void metric_combo(const Ui& ui, std::string& metric) {
  constexpr std::pair<const char*, Text> kMetrics[] = {
      {"cosine", Text::kMetricCosine}, {"euclidean", Text::kMetricEuclidean}, {"pearson", Text::kMetricPearson},
      {"labels", Text::kMetricLabels}, {"colour", Text::kMetricColour},       {"cluster", Text::kMetricCluster},
      {"fused", Text::kMetricFused}};
  const char* shown = "";
  for (const auto& [id, text] : kMetrics) {
    if (metric == id) shown = ui.text(text);
  }
  field_name(ui, Text::kMetric, kNameWidth);
  ImGui::SetNextItemWidth(-1);
  const bool open = ImGui::BeginCombo("##metric", shown);
  remember_item(ui, "recommend.metric");
  if (!open) return tooltip(ui, ui.text(Text::kMetricTip));
  for (const auto& [id, text] : kMetrics) {
    if (ImGui::Selectable(ui.text(text), metric == id)) metric = id;
    remember_item(ui, std::string("metric.") + id);
  }
  ImGui::EndCombo();
}

/// "mini", "cotton, linen".
std::string names_of_values(const Ui& ui, const Taxonomy& taxonomy, std::string_view attribute,
                            const std::vector<std::string>& values) {
  std::string names;
  for (const std::string& value : values) {
    names += (names.empty() ? "" : ", ") + taxonomy.name_of(attribute, value, ui.text.korean());
  }
  return names;
}

/// What the filter does, or why it does nothing.
std::string same_tip(const Ui& ui, const std::string& attribute, const std::string& values, bool changed) {
  if (changed) return fill_gaps(ui.text(Text::kSameChangedFormat), {attribute});
  return values.empty() ? fill_gaps(ui.text(Text::kSameUnsaidFormat), {attribute})
                        : fill_gaps(ui.text(Text::kSameTipFormat), {attribute, values});
}

void same_toggle(const Ui& ui, const Taxonomy& taxonomy, const RecommendScene& scene, const Garment& garment,
                 const RecommendWishes& wishes, const TaxonomyAttribute& attribute, std::vector<std::string>& same) {
  const std::string values =
      names_of_values(ui, taxonomy, attribute.id, said_of(scene.shown.session.annotation(), garment, attribute.id));
  const bool changed = is_changed(wishes, attribute.id);
  const bool holds = !values.empty() && !changed;
  const auto on = std::find(same.begin(), same.end(), attribute.id);
  const std::string words = fill_gaps(ui.text(Text::kSameFormat), {ui.text.attribute(attribute)});
  const ButtonKind kind = on != same.end() ? ButtonKind::kOn : ButtonKind::kPlain;
  const bool pressed = text_button(ui, "same." + attribute.id, words.c_str(), kind, 0, holds);
  tooltip(ui, same_tip(ui, ui.text.attribute(attribute), values, changed).c_str());
  if (!pressed) return;
  if (on != same.end()) {
    same.erase(on);
  } else {
    same.push_back(attribute.id);
  }
}

void filter_toggles(const Ui& ui, const Taxonomy& taxonomy, const RecommendScene& scene, const Garment& garment,
                    const RecommendWishes& wishes, RecommendChoice& choice) {
  bool is_first = true;
  const auto make_room = [&](const char* label) {
    if (!is_first) wrap_before(ui, text_button_width(ui, label));
    is_first = false;
  };
  for (const std::string_view id : {attribute::kCategory, attribute::kColour, attribute::kStyle}) {
    const TaxonomyAttribute* known = taxonomy.attribute(id);
    if (!known) continue;
    make_room(fill_gaps(ui.text(Text::kSameFormat), {ui.text.attribute(*known)}).c_str());
    same_toggle(ui, taxonomy, scene, garment, wishes, *known, choice.same);
  }
  make_room(ui.text(Text::kOutfitsListed));
  const ButtonKind kind = choice.only_listed ? ButtonKind::kOn : ButtonKind::kPlain;
  if (text_button(ui, "recommend.listed", ui.text(Text::kOutfitsListed), kind))
    choice.only_listed = !choice.only_listed;
  tooltip(ui, ui.text(Text::kOutfitsListedTip));
}

void attribute_combo(const Ui& ui, const Taxonomy& taxonomy, Part part, float width, RecommendWishes& wishes) {
  const TaxonomyAttribute* chosen = taxonomy.attribute(wishes.change_of);
  const bool is_first = wishes.changes.empty();
  const char* none = ui.text(is_first ? Text::kChangeNothing : Text::kChangeNoMore);
  const char* shown = is_first ? none : ui.text(Text::kChangeMore);
  if (chosen) shown = ui.text.attribute(*chosen).c_str();
  ImGui::SetNextItemWidth(width);
  const bool open = ImGui::BeginCombo("##change", shown, ImGuiComboFlags_HeightLarge);
  remember_item(ui, "recommend.change");
  if (!open) return;
  if (ImGui::Selectable(none, !chosen)) wishes.change_of.clear();
  for (const TaxonomyAttribute* attribute : taxonomy.attributes_for(part)) {
    if (ImGui::Selectable(ui.text.attribute(*attribute).c_str(), attribute == chosen)) wishes.change_of = attribute->id;
    remember_item(ui, "change." + attribute->id);
  }
  ImGui::EndCombo();
}

void value_combo(const Ui& ui, const TaxonomyAttribute& attribute, Part part, float width, RecommendWishes& wishes) {
  ImGui::SetNextItemWidth(width);
  const bool open = ImGui::BeginCombo("##to", ui.text(Text::kChangeTo), ImGuiComboFlags_HeightLarge);
  remember_item(ui, "recommend.change_to");
  if (!open) return;
  for (const TaxonomyValue* offered : attribute.values_for(part)) {
    if (ImGui::Selectable(ui.text.value(*offered).c_str())) {
      wishes.changes.push_back({attribute.id, offered->id});
      wishes.change_of.clear();
    }
    remember_item(ui, "value." + offered->id);
  }
  ImGui::EndCombo();
}

void undo_buttons(const Ui& ui, RecommendWishes& wishes) {
  ImGui::SameLine(0, ui.px(4));
  if (icon_button(ui, "recommend.undo", Icon::kUndo, ui.text(Text::kChangeUndo))) {
    wishes.changes.pop_back();
    wishes.change_of.clear();
  }
  ImGui::SameLine(0, ui.px(2));
  if (icon_button(ui, "recommend.undo_all", Icon::kClose, ui.text(Text::kChangeUndoAll))) {
    wishes.changes.clear();
    wishes.change_of.clear();
  }
}

}  // namespace

void choice_controls(const Ui& ui, const Taxonomy& taxonomy, const RecommendScene& scene, const Garment& garment,
                     const RecommendWishes& wishes, RecommendChoice& choice) {
  metric_combo(ui, choice.metric);
  filter_toggles(ui, taxonomy, scene, garment, wishes, choice);
}

void change_controls(const Ui& ui, const Taxonomy& taxonomy, const RecommendScene& scene, const Garment& garment,
                     RecommendWishes& wishes) {
  small_text(ui, ui.text(Text::kChange), ui.theme.muted);
  std::string changed;
  for (std::size_t i = 0; i < wishes.changes.size(); ++i) {
    changed += (i == 0 ? "" : " · ") + words_of_change(ui, taxonomy, scene, garment, wishes.changes, i);
  }
  if (!changed.empty()) {
    clipped_text(ui, changed.c_str(), ImGui::GetContentRegionAvail().x, ui.theme.text);
    remember_item(ui, "recommend.changed");
  }
  const TaxonomyAttribute* chosen = taxonomy.attribute(wishes.change_of);
  const float buttons = wishes.changes.empty() ? 0 : 2 * ImGui::GetFrameHeight() + ui.px(6);
  const float room = ImGui::GetContentRegionAvail().x - buttons, gap = ui.px(6);
  const Part part = garment.part;
  attribute_combo(ui, taxonomy, part, chosen ? (room - gap) / 2 : room, wishes);
  if (chosen) {
    ImGui::SameLine(0, gap);
    value_combo(ui, *chosen, part, (room - gap) / 2, wishes);
  }
  if (!wishes.changes.empty() && buttons > 0) undo_buttons(ui, wishes);
}

std::string words_of_change(const Ui& ui, const Taxonomy& taxonomy, const RecommendScene& scene, const Garment& garment,
                            const std::vector<recommender::LabelValue>& changes, std::size_t place) {
  const recommender::LabelValue& change = changes[place];
  std::vector<std::string> before = said_of(scene.shown.session.annotation(), garment, change.attribute);
  for (std::size_t i = 0; i < place; ++i) {
    if (changes[i].attribute == change.attribute) before = {changes[i].value};
  }
  const TaxonomyAttribute* known = taxonomy.attribute(change.attribute);
  std::string words = (known ? ui.text.attribute(*known) : change.attribute) + ": ";
  if (!before.empty()) words += names_of_values(ui, taxonomy, change.attribute, before) + " ";
  return words + "→ " + taxonomy.name_of(change.attribute, change.value, ui.text.korean());
}

}  // namespace jaedan::gui
