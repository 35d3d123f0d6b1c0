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
          {"cluster", item.cluster ? nlohmann::json(*item.cluster) : nlohmann::json()},
          {"box", {item.box.x, item.box.y, item.box.width, item.box.height}}};
}

nlohmann::json table_outfit_json(const workflow::RecommendedTableOutfit& outfit) {
  nlohmann::json items = nlohmann::json::array();
  for (std::size_t i = 0; i < outfit.items.size(); ++i) {
    const workflow::TableItem& item = outfit.items[i];
    nlohmann::json labels = nlohmann::json::array();
    for (const auto& label : item.labels) {
      labels.push_back({{"attribute", label.attribute}, {"value", label.value}});
    }
    items.push_back({{"word", item.item.word},
                     {"type", item.item.type},
                     {"part", item.part ? nlohmann::json(id_of(*item.part)) : nlohmann::json()},
                     {"labels", std::move(labels)},
                     {"match", i == outfit.match}});
  }
  return {{"table", outfit.table},
          {"outfit", outfit.outfit},
          {"score", outfit.score},
          {"reason", outfit.reason.text()},
          {"items", std::move(items)}};
}

nlohmann::json messages_json(const std::vector<Message>& messages) {
  nlohmann::json list = nlohmann::json::array();
  for (const Message& message : messages) list.push_back({{"key", message.key}, {"message", message.text()}});
  return list;
}

Result<std::optional<Part>> part_option(const std::string& written) {
  if (written.empty()) return std::optional<Part>();
  const std::optional<Part> part = part_from_id(written);
  if (part) return part;
  return Error{
      ErrorCode::kInvalidArgument, "cli.wrong_part", "--part is outer, top, bottom or dress, not '{0}'", {written}};
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
