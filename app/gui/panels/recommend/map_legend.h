#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/base/theme.h"
#include "app/gui/panels/recommend/map_data.h"
#include "app/gui/words/strings.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::gui {

/// What points may be coloured by beside the labels.
inline constexpr const char* kColouredByPart = "part";
inline constexpr const char* kColouredByCluster = "cluster";

/// One line of the legend.
struct LegendRow {
  std::string words;
  Colour colour = 0;
  std::size_t garments = 0;
};

/// What the colours of the points mean. Made when map, choice, language or theme change, not in every frame.
struct MapLegend {
  std::vector<LegendRow> rows;  ///< the commonest first, then what has no colour of its own, then what is not said
  std::vector<std::uint16_t> row_of;  ///< one a garment
  bool shows_cloth = false;           ///< colours are those of cloth, black and white among them: they need an edge
};

/// Points by `coloured_by`: kColouredByPart, kColouredByCluster, or an attribute. Colours of garments have their own
/// colour, parts theirs; of anything else the six commonest values have one of the charts' colours and the rest shares
/// a grey. Everything is grey where there is no such label.
MapLegend legend_of(const GarmentMap& map, const std::string& coloured_by, const Taxonomy& taxonomy,
                    const Strings& text, const Theme& theme);

/// "colour", or as the window says part and cluster.
std::string name_of_choice(const std::string& coloured_by, const Taxonomy& taxonomy, const Strings& text);
/// A cluster's labels: "black, skirt, stripes"; its number where it has none.
std::string words_of(const MapCluster& cluster, std::size_t number, const Taxonomy& taxonomy, const Strings& text);
/// Everything that is known of a garment, one line a label.
std::string words_of_garment(const GarmentMap& map, std::uint32_t garment, const Taxonomy& taxonomy,
                             const Strings& text);

}  // namespace jaedan::gui
