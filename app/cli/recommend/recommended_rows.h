#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "app/workflow/recommend/recommend_items.h"

namespace jaedan::cli {

/// Null for a photo that the project does not have.
nlohmann::json id_json(const Photo& photo);
/// photo, photo_id, garment, part, score, reason, why (null for what is only worn with a find), box.
nlohmann::json item_json(const workflow::RecommendedItem& item);

/// The photo that a query is about: one of the project (workflow::find_photo), or else the file at `image`. Errors of
/// finding it.
Status choose_photo(const workflow::Project& project, const std::string& image, workflow::RecommendQuery& query);

/// Names of one column, filled up to the longest; in one line, and cut where they would push the columns apart.
class NameColumn {
 public:
  void look_at(const std::string& name);
  std::string cell(const std::string& name) const;

 private:
  std::size_t width_ = 0;
};

}  // namespace jaedan::cli
