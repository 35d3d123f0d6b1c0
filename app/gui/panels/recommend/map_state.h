#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/draw/viewport.h"
#include "app/gui/panels/recommend/map_data.h"
#include "app/gui/panels/recommend/map_legend.h"

namespace jaedan::gui {

/// Which of the two layouts is shown.
enum class MapPlane { kLooks, kLabels };

/// What the map remembers between frames.
struct MapState {
  MapPlane plane = MapPlane::kLooks;
  std::string coloured_by = kColouredByPart;
  bool heat = false;
  bool has_lasso = false;  ///< a drag draws around garments; else it moves the map
  Viewport view;           ///< screen from map space
  bool fitted = true;      ///< everything is shown, whatever the size of the window

  std::optional<std::uint32_t> hover;            ///< under the mouse
  std::optional<std::uint32_t> selected;         ///< was clicked on
  Ring lasso;                                    ///< as far as it is drawn, map space
  bool drawing = false;                          ///< … and goes on
  std::vector<std::uint32_t> caught;             ///< by the last lasso, ascending
  std::vector<bool> is_caught;                   ///< the same, one a garment; empty for none
  std::vector<PhotoId> caught_photos;            ///< … in these photos, ascending
  std::vector<std::size_t> cluster_sizes;        ///< garments of each cluster of the map
  std::optional<std::uint32_t> caught_cluster;   ///< what is caught is this one
  std::optional<std::uint32_t> pointed_cluster;  ///< is under the mouse
  std::optional<std::uint16_t> lit;              ///< row of the legend that stands out, because it was pressed, …
  std::optional<std::uint16_t> pointed;          ///< … or is under the mouse

  /// The map under the button that is down.
  struct Grip {
    Point at;      ///< where it went down, screen space
    Point on_map;  ///< what is held there
    bool is_left = true;
    bool has_moved = false;
  };
  std::optional<Grip> grip;

  /// What places above are of.
  std::shared_ptr<const GarmentMap> shown;

  /// Made again when what it was made of changes.
  MapLegend legend;
  std::string legend_by;
  Language legend_in = Language::kKorean;
  ThemeKind legend_theme = ThemeKind::kDark;

  /// What is drawn of the layout, as long as it is looked at from the same place.
  struct Drawn {
    const MapLayout* layout = nullptr;
    Viewport view;
    std::vector<std::uint32_t> dots;
    std::vector<std::uint32_t> pictures;
  } drawn;

  /// Another map: what belonged to the old one goes, unless it is of the same garments.
  void follow(const std::shared_ptr<const GarmentMap>& map);
  /// Another plane: the same garments are caught, and everything is shown.
  void show(MapPlane wanted);
  /// Catches these, in no outline; ascending.
  void hold(const GarmentMap& map, std::vector<std::uint32_t> garments);
  void forget_caught();
};

}  // namespace jaedan::gui
