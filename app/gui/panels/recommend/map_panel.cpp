#include "app/gui/panels/recommend/map_panel.h"

#include <imgui.h>

#include <algorithm>

#include "app/gui/charts/chart_scale.h"
#include "app/gui/draw/widgets.h"
#include "app/gui/panels/recommend/clusters_list.h"
#include "app/gui/panels/recommend/legend_line.h"
#include "app/gui/panels/recommend/map_field.h"
#include "app/gui/words/message_text.h"

namespace jaedan::gui {
namespace {

constexpr float kMargin = 8;
constexpr float kLegendWidth = 190;
constexpr float kLegendBeside = 620;  // in a narrower panel it stands below
constexpr float kLegendHeight = 96;
constexpr float kChoiceWidth = 170;

const MapLayout* layout_of(const GarmentMap& map, MapPlane plane) {
  const std::optional<MapLayout>& layout = plane == MapPlane::kLooks ? map.by_looks : map.by_labels;
  return layout ? &*layout : nullptr;
}

void sentence(const Ui& ui, const char* item, const std::string& words, Colour colour) {
  ImGui::Dummy({0, ui.px(6)});
  wrapped_text(ui, words, colour);
  remember_item(ui, item);
}

void plane_button(const Ui& ui, const char* item, MapPlane plane, Text label, Text tip, MapState& state) {
  const ButtonKind kind = state.plane == plane ? ButtonKind::kOn : ButtonKind::kPlain;
  if (text_button(ui, item, ui.text(label), kind)) state.show(plane);
  tooltip(ui, ui.text(tip));
}

void colour_combo(const Ui& ui, const Taxonomy& taxonomy, const GarmentMap& map, MapState& state) {
  ImGui::SetNextItemWidth(std::min(ui.px(kChoiceWidth), ImGui::GetContentRegionAvail().x));
  const bool open = ImGui::BeginCombo("##coloured", name_of_choice(state.coloured_by, taxonomy, ui.text).c_str());
  remember_item(ui, "map.coloured");
  if (!open) return tooltip(ui, ui.text(Text::kMapColouredBy));
  const auto offer = [&](const std::string& choice) {
    const std::string words = name_of_choice(choice, taxonomy, ui.text);
    if (ImGui::Selectable(words.c_str(), state.coloured_by == choice)) {
      state.coloured_by = choice;
      state.lit.reset();
    }
    remember_item(ui, "map.coloured." + choice);
  };
  offer(kColouredByPart);
  if (!map.clusters.empty()) offer(kColouredByCluster);
  for (const MapLabel& label : map.labels) offer(label.attribute);
  ImGui::EndCombo();
}

void toggle(const Ui& ui, const char* item, Text label, Text tip, bool& value) {
  if (text_button(ui, item, ui.text(label), value ? ButtonKind::kOn : ButtonKind::kPlain)) value = !value;
  tooltip(ui, ui.text(tip));
}

void controls(const Ui& ui, const Taxonomy& taxonomy, const GarmentMap& map, MapState& state) {
  plane_button(ui, "map.looks", MapPlane::kLooks, Text::kMapLooks, Text::kMapLooksTip, state);
  wrap_before(ui, text_button_width(ui, ui.text(Text::kMapLabels)));
  plane_button(ui, "map.labels", MapPlane::kLabels, Text::kMapLabels, Text::kMapLabelsTip, state);
  wrap_before(ui, ui.px(kChoiceWidth));
  colour_combo(ui, taxonomy, map, state);
  wrap_before(ui, text_button_width(ui, ui.text(Text::kMapHeat)));
  toggle(ui, "map.heat", Text::kMapHeat, Text::kMapHeatTip, state.heat);
  wrap_before(ui, text_button_width(ui, ui.text(Text::kMapLasso)));
  toggle(ui, "map.lasso", Text::kMapLasso, Text::kMapLassoTip, state.has_lasso);
  wrap_before(ui, ImGui::GetFrameHeight());
  if (icon_button(ui, "map.fit", Icon::kFit, ui.text(Text::kFit))) state.fitted = true;
}

void follow_legend(const Ui& ui, const Taxonomy& taxonomy, const GarmentMap& map, MapState& state) {
  if (state.legend_by == state.coloured_by && state.legend_in == ui.text.language() &&
      state.legend_theme == ui.theme.kind) {
    return;
  }
  state.legend = legend_of(map, state.coloured_by, taxonomy, ui.text, ui.theme);
  state.legend_by = state.coloured_by;
  state.legend_in = ui.text.language();
  state.legend_theme = ui.theme.kind;
}

/// Each row lights up what it names while the mouse is on it; a press keeps that.
void legend(const Ui& ui, const Taxonomy& taxonomy, const MapFeed& feed, ImVec2 size, MapState& state) {
  const GarmentMap& map = *feed.map;
  state.pointed.reset();
  ImGui::BeginChild("map.legend", size);
  for (std::size_t i = 0; i < state.legend.rows.size(); ++i) {
    const LegendRow& row = state.legend.rows[i];
    if (row.garments == 0) continue;
    const auto place = static_cast<std::uint16_t>(i);
    const LineUse use =
        legend_line(ui, "map.legend." + std::to_string(i), {row.words, row.colour, row.garments, state.lit == place});
    if (use.is_pressed) state.lit = state.lit == place ? std::nullopt : std::optional<std::uint16_t>(place);
    if (use.is_pointed) state.pointed = place;
  }
  clusters_list(ui, taxonomy, map, state);
  if (feed.may_keep_clusters && !feed.waiting) {
    if (text_button(ui, "map.make_clusters", ui.text(Text::kClustersMake))) ui.ask.push(MakeClusters{});
    tooltip(ui, ui.text(Text::kClustersMakeTip));
  }
  ImGui::EndChild();
}

void caught_line(const Ui& ui, MapState& state) {
  const std::vector<PhotoId>& photos = state.caught_photos;
  const auto shown = static_cast<std::int64_t>(std::min(photos.size(), kMostCaught));
  const std::string words = fill_gaps(
      ui.text(Text::kMapCaughtFormat),
      {thousands(static_cast<std::int64_t>(state.caught.size())), thousands(static_cast<std::int64_t>(photos.size()))});
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(words.c_str());
  remember_item(ui, "map.caught");
  const std::string show = photos.size() > kMostCaught
                               ? fill_gaps(ui.text(Text::kMapShowFirstFormat), {thousands(shown)})
                               : std::string(ui.text(Text::kMapShowCaught));
  wrap_before(ui, ImGui::CalcTextSize(show.c_str()).x + ui.px(24));
  if (text_button(ui, "map.show", show.c_str(), ButtonKind::kPrimary)) {
    ShowPhotos asked;
    asked.filter.only.assign(photos.begin(), photos.begin() + shown);
    ui.ask.push(std::move(asked));
  }
  wrap_before(ui, text_button_width(ui, ui.text(Text::kClearAnswer)));
  if (text_button(ui, "map.clear", ui.text(Text::kClearAnswer))) state.forget_caught();
}

void selected_line(const Ui& ui, const Taxonomy& taxonomy, const GarmentMap& map, const MapState& state) {
  const Photo& photo = map.photo_of(*state.selected);
  if (text_button(ui, "map.open", ui.text(Text::kMapOpen), ButtonKind::kPrimary)) ui.ask.push(OpenPhoto{photo.id});
  next_in_row(ui);
  std::string words = words_of_garment(map, *state.selected, taxonomy, ui.text);
  for (std::size_t at = words.find('\n'); at != std::string::npos; at = words.find('\n', at))
    words.replace(at, 1, " · ");
  ImGui::AlignTextToFramePadding();
  clipped_text(ui, words.c_str(), ImGui::GetContentRegionAvail().x, ui.theme.text);
  remember_item(ui, "map.selected");
}

/// What has changed since the map was made; another one is drawn when a person wants it, for it must not move by
/// itself.
void anew_button(const Ui& ui, const MapFeed& feed) {
  const bool is_half = !feed.map->by_labels && !feed.map->garments.empty();
  if (feed.waiting || (feed.changed_photos == 0 && !is_half)) return;
  if (text_button(ui, "map.anew", ui.text(Text::kMapAnew), ButtonKind::kPrimary)) ui.ask.push(AskMap{true});
  tooltip(ui, ui.text(Text::kMapAnewTip));
  next_in_row(ui);
}

std::string news(const Ui& ui, const MapFeed& feed) {
  std::string words;
  if (feed.waiting) words += std::string(ui.text(Text::kMapWaiting)) + " · ";
  if (feed.changed_photos > 0) {
    words += fill_gaps(ui.text(Text::kMapChangedFormat), {thousands(feed.changed_photos)}) + " · ";
  }
  return words;
}

void count_line(const Ui& ui, const MapFeed& feed, const MapLayout& layout, const MapState& state) {
  const GarmentMap& map = *feed.map;
  std::string words = news(ui, feed) + fill_gaps(ui.text(Text::kMapCountFormat),
                                                 {thousands(static_cast<std::int64_t>(layout.points.found_count()))});
  if (state.plane == MapPlane::kLooks && map.looks_explained) {
    const double share = std::clamp(*map.looks_explained, 0.0, 1.0);
    words += " · " + fill_gaps(ui.text(Text::kMapExplainedFormat), {percent_words(share)});
  }
  if (map.without_vector > 0) {
    words += " · " + fill_gaps(ui.text(Text::kMapWithoutVectorFormat), {thousands(map.without_vector)});
  }
  words += std::string(" · ") + ui.text(Text::kMapHint);
  ImGui::AlignTextToFramePadding();
  clipped_text(ui, words.c_str(), ImGui::GetContentRegionAvail().x, ui.theme.muted);
  remember_item(ui, "map.count");
}

/// Of which garments the map is, whichever plane is there.
bool is_whole(const GarmentMap& map, const MapLayout& layout) {
  return layout.points.points().size() == map.garments.size() && layout.points.found_count() > 0;
}

void map_of(const Ui& ui, const Taxonomy& taxonomy, const MapFeed& feed, Thumbnails& thumbnails, MapState& state) {
  const GarmentMap& map = *feed.map;
  controls(ui, taxonomy, map, state);
  const MapLayout* layout = layout_of(map, state.plane);
  if (!layout || !is_whole(map, *layout)) {
    sentence(ui, "map.missing", ui.text(feed.waiting ? Text::kMapWaiting : Text::kMapPlaneMissing), ui.theme.muted);
    return anew_button(ui, feed);
  }
  follow_legend(ui, taxonomy, map, state);
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float gap = ImGui::GetStyle().ItemSpacing.y;
  // What was caught may need a second line in a narrow panel.
  const bool is_narrow = room.x < ui.px(kLegendBeside);
  const float lines = ImGui::GetFrameHeight() * (is_narrow && !state.caught.empty() ? 3.0F : 1.0F) + gap * 3;
  const float below = is_narrow ? ui.px(kLegendHeight) + gap : 0;
  const float height = room.y - lines - below;
  const float width = is_narrow ? room.x : room.x - ui.px(kLegendWidth) - gap;
  map_field(ui, {map, *layout, taxonomy}, thumbnails, state, {width, height});
  if (!is_narrow) ImGui::SameLine(0, gap);
  legend(ui, taxonomy, feed, is_narrow ? ImVec2(room.x, ui.px(kLegendHeight)) : ImVec2(ui.px(kLegendWidth), height),
         state);
  anew_button(ui, feed);
  if (!state.caught.empty()) {
    caught_line(ui, state);
  } else if (state.selected) {
    selected_line(ui, taxonomy, map, state);
  } else {
    count_line(ui, feed, *layout, state);
  }
}

/// Why there is none, and a way to one where another try may help.
void no_map(const Ui& ui, const MapFeed& feed) {
  if (feed.waiting) return sentence(ui, "map.waiting", ui.text(Text::kMapWaiting), ui.theme.muted);
  if (!feed.error) {
    sentence(ui, "map.empty", ui.text(feed.stopped ? Text::kMapPlaneMissing : Text::kMapEmpty), ui.theme.muted);
  }
  if (!feed.error && !feed.stopped && feed.changed_photos == 0) return;
  if (text_button(ui, "map.anew", ui.text(Text::kMapAnew), ButtonKind::kPrimary)) ui.ask.push(AskMap{true});
}

}  // namespace

void map_panel(const Ui& ui, const Taxonomy& taxonomy, const MapFeed& feed, Thumbnails& thumbnails, MapState& state) {
  state.follow(feed.map);
  ImGui::Indent(ui.px(kMargin));  // the middle of the window has no edge of its own
  if (feed.error) sentence(ui, "map.error", message_text(feed.error->message, ui.text), ui.theme.warn);
  if (feed.map && !feed.map->garments.empty()) {
    map_of(ui, taxonomy, feed, thumbnails, state);
  } else {
    no_map(ui, feed);
  }
  ImGui::Unindent(ui.px(kMargin));
}

}  // namespace jaedan::gui
