#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/recommend/recommend_items.h"

namespace jaedan::cli {

/// Null for a photo that the project does not have.
nlohmann::json id_json(const Photo& photo);
/// photo, photo_id, garment, part, score, reason, why (null for what is only worn with a find), cluster (null for
/// none), box.
nlohmann::json item_json(const workflow::RecommendedItem& item);

/// table, outfit, score, reason, items: word, type, part (null for what is none), labels, match (whether it is like the
/// query).
nlohmann::json table_outfit_json(const workflow::RecommendedTableOutfit& outfit);
/// What was left out, or is odd: key, message.
nlohmann::json messages_json(const std::vector<Message>& messages);

/// The part of `--part`; none when nothing was written. kInvalidArgument.
Result<std::optional<Part>> part_option(const std::string& written);

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
