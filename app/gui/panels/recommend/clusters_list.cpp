#include "app/gui/panels/recommend/clusters_list.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "app/gui/draw/widgets.h"
#include "app/gui/panels/recommend/legend_line.h"

namespace jaedan::gui {
namespace {

std::vector<std::uint32_t> garments_in(const GarmentMap& map, std::size_t cluster) {
  std::vector<std::uint32_t> garments;
  for (std::size_t i = 0; i < map.cluster_of.size(); ++i) {
    if (map.cluster_of[i] == static_cast<std::int32_t>(cluster)) garments.push_back(static_cast<std::uint32_t>(i));
  }
  return garments;
}

/// Without its part, which stands above.
std::string name_in_part(const MapCluster& cluster, std::size_t number, const Taxonomy& taxonomy, const Strings& text) {
  std::string words;
  for (const recommender::ClusterLabel& label : cluster.name) {
    words += (words.empty() ? "" : ", ") + taxonomy.name_of(label.attribute, label.value, text.korean());
  }
  return words.empty() ? words_of(cluster, number, taxonomy, text) : words;
}

}  // namespace

void clusters_list(const Ui& ui, const Taxonomy& taxonomy, const GarmentMap& map, MapState& state) {
  state.pointed_cluster.reset();
  if (map.clusters.empty() || state.cluster_sizes.size() != map.clusters.size()) return;
  ImGui::Dummy({0, ui.px(4)});
  section(ui, ui.text(Text::kMapClusters));
  for (std::size_t i = 0; i < map.clusters.size(); ++i) {
    const MapCluster& cluster = map.clusters[i];
    if (i == 0 || cluster.part != map.clusters[i - 1].part) {
      small_text(ui, ui.text.part(cluster.part), ui.theme.muted);
    }
    const auto number = static_cast<std::uint32_t>(i);
    const LegendLine line = {name_in_part(cluster, i, taxonomy, ui.text), ui.theme.part(cluster.part),
                             state.cluster_sizes[i], state.caught_cluster == number};
    const LineUse use = legend_line(ui, "map.cluster." + std::to_string(i), line);
    if (use.is_pointed) state.pointed_cluster = number;
    if (!use.is_pressed) continue;
    const bool lets_go = state.caught_cluster == number;
    state.forget_caught();
    if (lets_go) continue;
    state.hold(map, garments_in(map, i));
    state.caught_cluster = number;
  }
}

}  // namespace jaedan::gui
