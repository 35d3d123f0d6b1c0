#include "app/gui/panels/recommend_panel.h"

#include <imgui.h>

#include <algorithm>
#include <cstdio>

#include "app/gui/draw/widgets.h"
#include "app/gui/words/message_text.h"

namespace jaedan::gui {
namespace {

constexpr int kColumns = 3;

std::optional<Part> part_to_ask(const Document& document, const Selection& selection) {
  const Garment* garment = find_garment(document.session.annotation(), selection.current());
  return garment ? std::optional<Part>(garment->part) : std::nullopt;
}

/// Which garment the answers are for: the selected one, else the one on top.
void asked_garment(const Ui& ui, const Taxonomy& taxonomy, const Annotation& annotation, const Selection& selection) {
  const Garment* selected = find_garment(annotation, selection.current());
  const Garment& garment = selected ? *selected : annotation.garments.back();
  std::string name = ui.text.part(garment.part);
  for (const std::string_view attribute : {attribute::kColour, attribute::kCategory}) {
    const AttributeValue* value = find_value(garment.attributes, attribute);
    if (value)
      name +=
          (attribute == attribute::kColour ? " · " : " ") + taxonomy.name_of(attribute, value->value, ui.text.korean());
  }
  const std::string words = fill_gaps(ui.text(Text::kRecommendForFormat), {name});
  clipped_text(ui, words.c_str(), ImGui::GetContentRegionAvail().x, ui.theme.text);
  remember_item(ui, "recommend.of");
}

bool same(const workflow::RecommendQuery& a, const workflow::RecommendQuery& b) {
  return a.photo == b.photo && a.part == b.part && a.metric == b.metric && a.change_attribute == b.change_attribute &&
         a.change_value == b.change_value;
}

void metric_combo(const Ui& ui, workflow::RecommendQuery& query) {
  constexpr std::pair<const char*, Text> kMetrics[] = {
      {"cosine", Text::kMetricCosine}, {"euclidean", Text::kMetricEuclidean}, {"pearson", Text::kMetricPearson}};
  const char* shown = "";
  for (const auto& [id, text] : kMetrics) {
    if (query.metric == id) shown = ui.text(text);
  }
  ImGui::SetNextItemWidth(-1);
  if (!ImGui::BeginCombo("##metric", shown)) return;
  for (const auto& [id, text] : kMetrics) {
    if (ImGui::Selectable(ui.text(text), query.metric == id)) query.metric = id;
  }
  ImGui::EndCombo();
}

/// "Like this, but …": an attribute and the value it shall have instead.
void change_combos(const Ui& ui, const Taxonomy& taxonomy, Part part, workflow::RecommendQuery& query) {
  const TaxonomyAttribute* chosen = taxonomy.attribute(query.change_attribute);
  const float half = (ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ItemSpacing.x) / 2;
  ImGui::SetNextItemWidth(half);
  const bool attributes_open =
      ImGui::BeginCombo("##change", chosen ? ui.text.attribute(*chosen).c_str() : ui.text(Text::kChangeNothing));
  remember_item(ui, "recommend.change");
  if (attributes_open) {
    if (ImGui::Selectable(ui.text(Text::kChangeNothing), !chosen)) query.change_attribute = query.change_value = "";
    for (const TaxonomyAttribute* attribute : taxonomy.attributes_for(part)) {
      if (!ImGui::Selectable(ui.text.attribute(*attribute).c_str(), attribute == chosen)) continue;
      query.change_attribute = attribute->id;
      query.change_value.clear();
    }
    ImGui::EndCombo();
  }
  if (!chosen) return;
  ImGui::SameLine();
  ImGui::SetNextItemWidth(half);
  const TaxonomyValue* value = chosen->value(query.change_value);
  if (!ImGui::BeginCombo("##to", value ? ui.text.value(*value).c_str() : "...")) return;
  for (const TaxonomyValue* offered : chosen->values_for(part)) {
    if (ImGui::Selectable(ui.text.value(*offered).c_str(), offered == value)) query.change_value = offered->id;
  }
  ImGui::EndCombo();
}

/// The garment itself out of its photo's thumbnail, with a little around it.
Rect crop_of(const workflow::RecommendedItem& item) {
  const double w = std::max(item.photo.width, 1);
  const double h = std::max(item.photo.height, 1);
  if (item.box.empty()) return {};
  const double margin = 0.06 * std::max(item.box.width, item.box.height);
  const double x = std::clamp((item.box.x - margin) / w, 0.0, 1.0);
  const double y = std::clamp((item.box.y - margin) / h, 0.0, 1.0);
  const double right = std::clamp((item.box.right() + margin) / w, 0.0, 1.0);
  const double bottom = std::clamp((item.box.bottom() + margin) / h, 0.0, 1.0);
  return {x, y, right - x, bottom - y};
}

/// Why it was found, in the window's language.
std::string reason_of(const Ui& ui, const Taxonomy& taxonomy, const workflow::RecommendedItem& item) {
  if (!item.why) return ui.text(Text::kWornWithIt);
  char likeness[64];
  std::snprintf(likeness, sizeof likeness, ui.text(Text::kLikenessFormat), item.why->likeness);
  std::string reason = likeness;
  const auto add = [&](Text title, const std::vector<std::string>& attributes) {
    for (std::size_t i = 0; i < attributes.size(); ++i) {
      const TaxonomyAttribute* known = taxonomy.attribute(attributes[i]);
      reason += (i == 0 ? std::string("\n") + ui.text(title) + ": " : ", ") +
                (known ? ui.text.attribute(*known) : attributes[i]);
    }
  };
  add(Text::kReasonSame, item.why->agreeing);
  add(Text::kReasonOther, item.why->differing);
  return reason;
}

void item_card(const Ui& ui, const Taxonomy& taxonomy, const std::string& name, const workflow::RecommendedItem& item,
               const std::string& caption, float width, float height, Thumbnails& thumbnails) {
  ImGui::BeginGroup();
  picture(ui, thumbnails.find(item.photo), width, height, crop_of(item));
  small_text(ui, caption.c_str(), ui.theme.muted);
  ImGui::EndGroup();
  remember_item(ui, name);
  if (ImGui::IsItemHovered()) {
    ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(),
                                        {ImGui::GetItemRectMax().x, ImGui::GetItemRectMin().y + height},
                                        ui.theme.accent, ui.px(4), 0, ui.px(2));
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) ui.ask.push(OpenPhoto{item.photo.id});
  }
  tooltip(ui, (item.photo.name + "\n" + reason_of(ui, taxonomy, item)).c_str());
}

void similar_items(const Ui& ui, const Taxonomy& taxonomy, const std::vector<workflow::RecommendedItem>& items,
                   Thumbnails& thumbnails) {
  section(ui, ui.text(Text::kSimilar));
  const float gap = ui.px(8);
  const float width = (ImGui::GetContentRegionAvail().x - gap * (kColumns - 1)) / kColumns;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i % kColumns != 0) ImGui::SameLine(0, gap);
    char caption[64];
    std::snprintf(caption, sizeof caption, ui.text(Text::kLikenessFormat),
                  items[i].why ? items[i].why->likeness : items[i].score);
    item_card(ui, taxonomy, "similar." + std::to_string(i), items[i], caption, width, width * 1.25F, thumbnails);
  }
  if (items.empty()) ImGui::TextDisabled("%s", ui.text(Text::kNothingFound));
}

void outfits(const Ui& ui, const Taxonomy& taxonomy, const std::vector<workflow::RecommendedOutfit>& found,
             Thumbnails& thumbnails) {
  section(ui, ui.text(Text::kOutfits));
  const float gap = ui.px(6);
  const float width = (ImGui::GetContentRegionAvail().x - gap * 3) / 4;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::string name = "outfit." + std::to_string(i);
    item_card(ui, taxonomy, name, found[i].match, ui.text.part(found[i].match.part), width, width * 1.25F, thumbnails);
    for (std::size_t k = 0; k < std::min<std::size_t>(found[i].goes_with.size(), 3); ++k) {
      const workflow::RecommendedItem& item = found[i].goes_with[k];
      ImGui::SameLine(0, gap);
      item_card(ui, taxonomy, name + "." + std::to_string(k), item, std::string("+ ") + ui.text.part(item.part), width,
                width * 1.25F, thumbnails);
    }
  }
  if (found.empty()) ImGui::TextDisabled("%s", ui.text(Text::kNothingFound));
}

}  // namespace

void recommend_panel(const Ui& ui, const Taxonomy& taxonomy, const Document& document, Thumbnails& thumbnails,
                     const Selection& selection, const RecommendState& state) {
  if (document.session.annotation().garments.empty()) {
    ImGui::Dummy({0, ui.px(6)});
    ImGui::PushTextWrapPos(0);
    ImGui::TextDisabled("%s", ui.text(Text::kRecommendNothing));
    ImGui::PopTextWrapPos();
    return;
  }
  workflow::RecommendQuery query = state.asked;
  query.photo = document.id();
  query.part = part_to_ask(document, selection);
  query.k = 9;
  asked_garment(ui, taxonomy, document.session.annotation(), selection);
  small_text(ui, ui.text(Text::kMetric), ui.theme.muted);
  metric_combo(ui, query);
  const Part part = query.part ? *query.part : document.session.annotation().garments.back().part;
  small_text(ui, ui.text(Text::kChange), ui.theme.muted);
  change_combos(ui, taxonomy, part, query);
  if (!same(query, state.asked)) ui.ask.push(AskRecommend{query});
  if (state.error) {
    ImGui::Dummy({0, ui.px(6)});
    ImGui::PushTextWrapPos(0);
    ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.warn);
    ImGui::TextUnformatted(message_text(state.error->message, ui.text).c_str());
    ImGui::PopStyleColor();
    ImGui::PopTextWrapPos();
    if (labelled_button(ui, "recommend.prefill", Icon::kSparkle, ui.text(Text::kPrefillProject), nullptr)) {
      ui.ask.push("prefill_project"_action);
    }
  } else if (state.waiting && !state.found) {
    ImGui::TextDisabled("%s", ui.text(Text::kLoading));
  }
  if (!state.found) return;
  if (state.found->similar.empty() && state.found->outfits.empty()) {
    ImGui::Dummy({0, ui.px(6)});
    ImGui::PushTextWrapPos(0);
    ImGui::TextDisabled("%s", ui.text(Text::kRecommendFew));
    ImGui::PopTextWrapPos();
    return;
  }
  similar_items(ui, taxonomy, state.found->similar, thumbnails);
  outfits(ui, taxonomy, state.found->outfits, thumbnails);
}

}  // namespace jaedan::gui
