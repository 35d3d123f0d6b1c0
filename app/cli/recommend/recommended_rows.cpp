#include "app/cli/recommend/recommended_rows.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <vector>

#include "app/cli/output.h"
#include "app/workflow/project/find_photo.h"
#include "app/workflow/project/photo_files.h"
#include "labeling/base/utf8.h"

namespace jaedan::cli {
namespace {

constexpr std::size_t kWidestName = 40;

std::string short_name(const std::string& name) {
  const std::vector<std::uint32_t> letters = utf8_codes(one_line(name));
  if (letters.size() <= kWidestName) return one_line(name);
  std::string text;
  for (std::size_t i = 0; i + 1 < kWidestName; ++i) append_utf8(text, letters[i]);
  return text + "…";
}

nlohmann::json to_json(const std::vector<recommender::ComparedLabel>& labels) {
  nlohmann::json list = nlohmann::json::array();
  for (const auto& label : labels) {
    list.push_back({{"attribute", label.attribute}, {"of_query", label.of_query}, {"of_item", label.of_item}});
  }
  return list;
}

nlohmann::json to_json(const std::optional<double>& number) {
  return number ? nlohmann::json(*number) : nlohmann::json();
}

nlohmann::json to_json(const recommender::Reason& reason) {
  return {{"likeness", reason.likeness},
          {"same", to_json(reason.agreeing)},
          {"other", to_json(reason.differing)},
          {"like_liked", to_json(reason.like_liked)},
          {"like_disliked", to_json(reason.like_disliked)},
          {"taste", to_json(reason.taste)}};
}

}  // namespace

nlohmann::json id_json(const Photo& photo) { return photo.id ? nlohmann::json(photo.id.value) : nlohmann::json(); }

nlohmann::json item_json(const workflow::RecommendedItem& item) {
  return {{"photo", item.photo.name},
          {"photo_id", id_json(item.photo)},
          {"garment", item.photo.id ? nlohmann::json(item.garment.value) : nlohmann::json()},
          {"part", id_of(item.part)},
          {"score", item.score},
          {"reason", item.reason},
          {"why", item.why ? to_json(*item.why) : nlohmann::json()},
          {"box", {item.box.x, item.box.y, item.box.width, item.box.height}}};
}

Status choose_photo(const workflow::Project& project, const std::string& image, workflow::RecommendQuery& query) {
  const Result<Photo> photo = workflow::find_photo(project, image);
  if (photo.ok()) {
    query.photo = photo->id;
  } else if (photo.error().code == ErrorCode::kNotFound && workflow::check_source(image).ok()) {
    query.outside = image;
  } else {
    return photo.error();
  }
  return {};
}

void NameColumn::look_at(const std::string& name) { width_ = std::max(width_, utf8_codes(short_name(name)).size()); }

std::string NameColumn::cell(const std::string& name) const {
  const std::string text = short_name(name);
  return text + std::string(width_ - utf8_codes(text).size(), ' ');
}

}  // namespace jaedan::cli
