#pragma once

#include <cmath>
#include <string>

#include "app/gui/panels/recommend/map_data.h"

namespace jaedan::gui::testing {

/// A map of `garments`, `in_photo` in each photo (ids from 1): black T-shirts, a red skirt each third, nothing said of
/// the tenth. By looks they lie in a sunflower's spiral, by labels in a row.
inline GarmentMap made_map(std::uint32_t garments, std::uint32_t in_photo) {
  GarmentMap map;
  MapLabel colour{"colour", {"black", "red"}, {}}, category{"category", {"tshirt", "skirt"}, {}};
  std::vector<Point> spiral, row;
  for (std::uint32_t i = 0; i < garments; ++i) {
    if (i % in_photo == 0) {
      Photo photo;
      photo.id = PhotoId{static_cast<std::int64_t>(map.photos.size() + 1)};
      photo.name = "photo " + std::to_string(photo.id.value);
      photo.width = 200;
      photo.height = 300;
      map.photos.push_back(photo);
    }
    const bool is_skirt = i % 3 == 2, is_said = i % 10 != 9;
    map.garments.push_back({static_cast<std::uint32_t>(map.photos.size() - 1),
                            GarmentId{i % in_photo + 1},
                            is_skirt ? Part::kBottom : Part::kTop,
                            {20, 30, 100, 150}});
    colour.value_of.push_back(is_said ? is_skirt : -1);
    category.value_of.push_back(is_said ? is_skirt : -1);
    map.cluster_of.push_back(is_skirt);
    const double angle = 2.39996 * i, radius = std::sqrt(static_cast<double>(i));
    spiral.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    row.push_back({static_cast<double>(i), 0});
  }
  map.labels = {colour, category};
  map.clusters = {{Part::kTop, {{"colour", "black", 1, 0.5}, {"category", "tshirt", 1, 0.5}}}, {Part::kBottom, {}}};
  map.by_looks = lay_out(std::move(spiral));
  map.looks_explained = 0.31;
  map.by_labels = lay_out(std::move(row));
  return map;
}

}  // namespace jaedan::gui::testing
