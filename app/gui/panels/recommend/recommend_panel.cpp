#include "app/gui/panels/recommend/recommend_panel.h"

#include <imgui.h>

#include <algorithm>
#include <cstdio>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/recommend/garment_crop.h"
#include "app/gui/words/message_text.h"

namespace jaedan::gui {
namespace {

constexpr int kColumns = 3;

/// The selected garment, or none: the largest.
void ask_for_selected(const Document& document, const Selection& selection, workflow::RecommendQuery& query) {
  const Garment* garment = find_garment(document.session.annotation(), selection.current());
  query.photo = document.id();
  query.garment = garment ? garment->id : GarmentId();
  query.part = garment ? std::optional<Part>(garment->part) : std::nullopt;
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

void metric_combo(const Ui& ui, workflow::RecommendQuery& query) {
  constexpr std::pair<const char*, Text> kMetrics[] = {
      {"cosine", Text::kMetricCosine}, {"euclidean", Text::kMetricEuclidean}, {"pearson", Text::kMetricPearson},
      {"labels", Text::kMetricLabels}, {"colour", Text::kMetricColour},       {"cluster", Text::kMetricCluster},
      {"fused", Text::kMetricFused}};
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

/// One "but …": an attribute and the value it shall have instead. Picking no attribute takes this change back, and
/// those after it.
void change_row(const Ui& ui, const Taxonomy& taxonomy, Part part, std::size_t row,
                std::vector<recommender::LabelValue>& changes) {
  const bool is_new = row == changes.size();
  const TaxonomyAttribute* chosen = is_new ? nullptr : taxonomy.attribute(changes[row].attribute);
  const float half = (ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ItemSpacing.x) / 2;
  ImGui::SetNextItemWidth(half);
  const bool attributes_open =
      ImGui::BeginCombo("##change", chosen ? ui.text.attribute(*chosen).c_str() : ui.text(Text::kChangeNothing));
  remember_item(ui, row == 0 ? "recommend.change" : "recommend.change." + std::to_string(row));
  if (attributes_open) {
    if (ImGui::Selectable(ui.text(Text::kChangeNothing), !chosen)) changes.resize(row);
    for (const TaxonomyAttribute* attribute : taxonomy.attributes_for(part)) {
      if (!ImGui::Selectable(ui.text.attribute(*attribute).c_str(), attribute == chosen)) continue;
      changes.resize(row);
      changes.push_back({attribute->id, {}});
    }
    ImGui::EndCombo();
  }
  if (!chosen || row >= changes.size()) return;
  ImGui::SameLine();
  ImGui::SetNextItemWidth(half);
  const TaxonomyValue* value = chosen->value(changes[row].value);
  if (!ImGui::BeginCombo("##to", value ? ui.text.value(*value).c_str() : "...")) return;
  for (const TaxonomyValue* offered : chosen->values_for(part)) {
    if (ImGui::Selectable(ui.text.value(*offered).c_str(), offered == value)) changes[row].value = offered->id;
  }
  ImGui::EndCombo();
}

/// "Like this, but …", one change under the other.
void change_rows(const Ui& ui, const Taxonomy& taxonomy, Part part, std::vector<recommender::LabelValue>& changes) {
  for (std::size_t row = 0; row <= changes.size(); ++row) {
    ImGui::PushID(static_cast<int>(row));
    change_row(ui, taxonomy, part, row, changes);
    ImGui::PopID();
    if (row < changes.size() && changes[row].value.empty()) return;  // one after the other
  }
}

/// "colour (black)" in the window's language.
std::string label_name(const Ui& ui, const Taxonomy& taxonomy, const recommender::LabelValue& label) {
  const TaxonomyAttribute* known = taxonomy.attribute(label.attribute);
  return (known ? ui.text.attribute(*known) : label.attribute) + " (" +
         taxonomy.name_of(label.attribute, label.value, ui.text.korean()) + ")";
}

/// Why it was found, in the window's language.
std::string reason_of(const Ui& ui, const Taxonomy& taxonomy, const workflow::RecommendedItem& item) {
  if (!item.why) return ui.text(Text::kWornWithIt);
  char likeness[64];
  std::snprintf(likeness, sizeof likeness, ui.text(Text::kLikenessFormat), item.why->likeness);
  std::string reason = likeness;
  const auto add = [&](Text title, const std::vector<recommender::ComparedLabel>& labels) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
      reason += (i == 0 ? std::string("\n") + ui.text(title) + ": " : ", ") +
                label_name(ui, taxonomy, {labels[i].attribute, labels[i].of_item});
    }
  };
  add(Text::kReasonSame, item.why->agreeing);
  add(Text::kReasonOther, item.why->differing);
  return reason;
}

void item_card(const Ui& ui, const Taxonomy& taxonomy, const std::string& name, const workflow::RecommendedItem& item,
               const std::string& caption, float width, float height, Thumbnails& thumbnails) {
  ImGui::BeginGroup();
  picture(ui, thumbnails.find(item.photo), width, height, garment_crop(item.photo, item.box));
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

void similar_items(const Ui& ui, const Taxonomy& taxonomy, const char* title, const std::string& name,
                   const std::vector<workflow::RecommendedItem>& items, Thumbnails& thumbnails) {
  section(ui, title);
  const float gap = ui.px(8);
  const float width = (ImGui::GetContentRegionAvail().x - gap * (kColumns - 1)) / kColumns;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i % kColumns != 0) ImGui::SameLine(0, gap);
    char caption[64];
    std::snprintf(caption, sizeof caption, ui.text(Text::kLikenessFormat),
                  items[i].why ? items[i].why->likeness : items[i].score);
    item_card(ui, taxonomy, name + std::to_string(i), items[i], caption, width, width * 1.25F, thumbnails);
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

/// What the answer lacks, or why there is none.
void what_is_missing(const Ui& ui, const workflow::Recommendations& found) {
  const bool nothing = found.similar.empty() && found.outfits.empty();
  if (found.partial.empty() && !nothing) return;
  ImGui::Dummy({0, ui.px(6)});
  ImGui::PushTextWrapPos(0);
  for (const Message& missing : found.partial) ImGui::TextDisabled("%s", message_text(missing, ui.text).c_str());
  if (found.partial.empty()) ImGui::TextDisabled("%s", ui.text(Text::kRecommendFew));
  ImGui::PopTextWrapPos();
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
  ask_for_selected(document, selection, query);
  query.k = 9;
  asked_garment(ui, taxonomy, document.session.annotation(), selection);
  small_text(ui, ui.text(Text::kMetric), ui.theme.muted);
  metric_combo(ui, query);
  const Part part = query.part ? *query.part : document.session.annotation().garments.back().part;
  small_text(ui, ui.text(Text::kChange), ui.theme.muted);
  change_rows(ui, taxonomy, part, query.changes);
  if (query != state.asked) ui.ask.push(AskRecommend{query});
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
  what_is_missing(ui, *state.found);
  for (std::size_t i = 0; i + 1 < state.found->steps.size(); ++i) {
    const workflow::RecommendedStep& step = state.found->steps[i];
    similar_items(ui, taxonomy, label_name(ui, taxonomy, step.change).c_str(), "step." + std::to_string(i) + ".",
                  step.similar, thumbnails);
  }
  if (state.found->similar.empty() && state.found->outfits.empty()) return;
  similar_items(ui, taxonomy, ui.text(Text::kSimilar), "similar.", state.found->similar, thumbnails);
  outfits(ui, taxonomy, state.found->outfits, thumbnails);
}

}  // namespace jaedan::gui
