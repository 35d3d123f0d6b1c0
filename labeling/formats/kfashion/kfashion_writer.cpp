#include <algorithm>
#include <set>
#include <utility>

#include "labeling/formats/file_names.h"
#include "labeling/formats/join_garments.h"
#include "labeling/formats/kfashion/kfashion_layout.h"
#include "labeling/shape/single_ring.h"

namespace jaedan::labeling {
namespace kfashion {
namespace {

/// A file that says nothing; new files start from it.
constexpr std::string_view kBlank =
    R"({"이미지 정보":{"이미지 식별자":0,"이미지 높이":0,"이미지 파일명":"","이미지 너비":0},)"
    R"("데이터셋 정보":{"파일 생성일자":"","데이터셋 상세설명":{)"
    R"("렉트좌표":{"아우터":[{}],"하의":[{}],"원피스":[{}],"상의":[{}]},)"
    R"("폴리곤좌표":{"아우터":[{}],"하의":[{}],"원피스":[{}],"상의":[{}]},)"
    R"("라벨링":{"스타일":[{}],"아우터":[{}],"하의":[{}],"원피스":[{}],"상의":[{}]}},)"
    R"("파일 번호":0,"파일 이름":""}})";

using Order = std::vector<std::string_view>;

std::vector<const Garment*> garments_of(const Annotation& annotation, Part part) {
  std::vector<const Garment*> found;
  for (const Garment& garment : annotation.garments) {
    if (garment.part == part) found.push_back(&garment);
  }
  return found;
}

/// Brings a parsed file to what `wanted` says, touching only what differs from what the file says now.
class Updater {
 public:
  Updater(JsonValue& root, const KFashionFile& wanted, const Taxonomy& taxonomy, const KFashionWriteOptions& options)
      : root_(root), wanted_(wanted), before_(read_root(root, taxonomy)), taxonomy_(taxonomy), options_(options) {}

  /// Whether anything differed.
  bool run() {
    update_header();
    for (const Part part : part_order()) update_part(part);
    const AttributeValues& before = before_.annotation.image_attributes;
    const AttributeValues& now = wanted_.annotation.image_attributes;
    update_words(before, now, style_keys(), [this]() -> JsonValue& { return slot(kLabels, kStyle, 0); });
    return changed_;
  }

  std::vector<Warning> take_warnings() { return std::move(warnings_); }

 private:
  void update_header() {
    update_integer(kImage, kImageId, image_order(), before_.image_id, wanted_.image_id);
    update_integer(kImage, kImageHeight, image_order(), before_.height, wanted_.height);
    update_text(kImage, kImageFileName, image_order(), before_.image_file_name, wanted_.image_file_name);
    update_integer(kImage, kImageWidth, image_order(), before_.width, wanted_.width);
    update_text(kDataset, kCreated, dataset_order(), before_.created, wanted_.created);
    update_integer(kDataset, kFileNumber, dataset_order(), before_.file_number, wanted_.file_number);
    update_text(kDataset, kFileName, dataset_order(), before_.file_name, wanted_.file_name);
  }

  void update_integer(std::string_view group, std::string_view key, const Order& order, std::int64_t before,
                      std::int64_t now) {
    if (before != now) inside(root_, group, root_order()).set(key, JsonValue::number(std::to_string(now)), order);
  }

  void update_text(std::string_view group, std::string_view key, const Order& order, const std::string& before,
                   const std::string& now) {
    if (before != now) inside(root_, group, root_order()).set(key, JsonValue::string(now), order);
  }

  /// The object `key` of `object`, made when it is not there, about to be changed.
  JsonValue& inside(JsonValue& object, std::string_view key, const Order& order) {
    changed_ = true;
    object.touch();
    JsonValue* found = object.find(key);
    JsonValue& child = found && found->is_object() ? *found : object.set(key, JsonValue::object(), order);
    child.touch();
    return child;
  }

  /// The array (or the object in its place) of `key` in `section`, made as [{}] when it is not there.
  JsonValue& array_of(std::string_view section, std::string_view key) {
    JsonValue& dataset = inside(root_, kDataset, root_order());
    JsonValue& detail = inside(dataset, kDetail, dataset_order());
    JsonValue& parts = inside(detail, section, detail_order());
    JsonValue* found = parts.find(key);
    const bool usable = found && (found->is_array() || found->is_object());
    JsonValue& array = usable ? *found : parts.set(key, JsonValue::array({JsonValue::object()}), part_key_order());
    array.touch();
    return array;
  }

  /// Object `index` of that array, made when it is not there, about to be changed.
  JsonValue& slot(std::string_view section, std::string_view key, std::size_t index) {
    JsonValue& array = array_of(section, key);
    if (array.is_object() && index == 0) return array;
    if (array.is_object()) array = JsonValue::array({array});
    while (array.items.size() <= index) array.items.push_back(JsonValue::object());
    JsonValue& item = array.items[index];
    if (!item.is_object()) item = JsonValue::object();
    item.touch();
    return item;
  }

  void update_part(Part part) {
    const std::vector<const Garment*> before = garments_of(before_.annotation, part);
    const std::vector<const Garment*> now = garments_of(wanted_.annotation, part);
    if (before.empty() && now.empty()) return;
    if (now.empty()) return clear(part);
    if (before.size() == now.size() && now.size() > 1) {
      const std::vector<std::size_t> slots = filled_slots(part);
      for (std::size_t i = 0; i < now.size(); ++i) update_garment(*before[i], *now[i], slots[i]);
      return;
    }
    if (now.size() > 1) {
      warnings_.push_back(
          {"part_joined",
           in_context(message_of(part), {"kfashion.part_joined",
                                         "{0} garments of this part became one, the format has no place for more",
                                         {now.size()}})});
    }
    if (before.size() > 1) clear(part);
    const std::vector<std::size_t> slots = before.size() == 1 ? filled_slots(part) : std::vector<std::size_t>{0};
    Garment nothing;
    nothing.part = part;
    update_garment(before.size() == 1 ? *before.front() : nothing, join_garments(now), slots.front());
  }

  void clear(Part part) {
    for (const std::string_view section : detail_order()) {
      array_of(section, korean_name_of(part)) = JsonValue::array({JsonValue::object()});
    }
  }

  /// The slots that the reader made garments of, in their order.
  std::vector<std::size_t> filled_slots(Part part) const {
    std::vector<std::size_t> slots;
    for (std::size_t i = 0, count = slot_count(root_, part); i < count; ++i) {
      for (const std::string_view section : detail_order()) {
        const JsonValue* value = slot_of(root_, section, part, i);
        if (!value || value->members.empty()) continue;
        slots.push_back(i);
        break;
      }
    }
    return slots;
  }

  void update_garment(const Garment& before, const Garment& now, std::size_t index) {
    const std::string_view part = korean_name_of(now.part);
    const bool outline_changed = before.region != now.region;
    if (outline_changed || before.rect != now.rect) {
      const Ring ring = options_.largest_ring_only ? largest_ring(now.region) : to_single_ring(now.region);
      if (outline_changed) slot(kPolygons, part, index) = polygon_of(ring);
      // The rect that was read belongs to the outline that was read; any other was meant for this one.
      const bool keep_rect = now.rect && (!outline_changed || now.rect != before.rect || ring.empty());
      slot(kRects, part, index) = keep_rect ? rect_value_of(*now.rect) : derived_rect_of(ring);
    }
    update_words(before.attributes, now.attributes, garment_keys(),
                 [this, part, index]() -> JsonValue& { return slot(kLabels, part, index); });
  }

  /// `object` gives the object with the words, about to be changed; it is called only when something differs.
  template <typename Object>
  void update_words(const AttributeValues& before, const AttributeValues& now, std::vector<AttributeKey> keys,
                    Object object) {
    Order order;
    for (const AttributeKey& key : keys) order.push_back(key.key);
    const std::set<std::string> others = other_attributes(before, now, keys);
    for (const std::string& id : others) keys.push_back({id, id, false, {}});
    for (const AttributeKey& key : keys) {
      const std::vector<std::string> words = words_of(now, key.id, taxonomy_);
      if (words == words_of(before, key.id, taxonomy_)) continue;
      JsonValue& labels = object();
      const JsonMember* there = member_for(labels, key);
      const std::string name = there ? there->key : std::string(key.key);
      const bool known = names(order, key.key);
      const bool list = key.list || (!known && (words.size() > 1 || (there && there->value.is_array())));
      if (words.empty()) {
        labels.erase(name);
      } else {
        labels.set(name, value_of(words, list), order);
      }
    }
  }

  static JsonValue value_of(const std::vector<std::string>& words, bool list) {
    if (!list) return JsonValue::string(words.front());
    std::vector<JsonValue> items;
    for (const std::string& word : words) items.push_back(JsonValue::string(word));
    return JsonValue::array(std::move(items));
  }

  static bool names(const Order& order, std::string_view key) {
    return std::find(order.begin(), order.end(), key) != order.end();
  }

  /// Attributes outside `keys` that came from a file: those the taxonomy does not know. The taxonomy's own others
  /// (gender, season) have no key in the format.
  std::set<std::string> other_attributes(const AttributeValues& before, const AttributeValues& now,
                                         const std::vector<AttributeKey>& keys) {
    std::set<std::string> ids;
    for (const AttributeValues* values : {&before, &now}) {
      for (const AttributeValue& value : *values) {
        const bool known =
            std::any_of(keys.begin(), keys.end(), [&](const auto& key) { return key.id == value.attribute; });
        if (!known && !taxonomy_.attribute(value.attribute)) ids.insert(value.attribute);
      }
    }
    for (const AttributeValue& value : now) {
      const bool known =
          std::any_of(keys.begin(), keys.end(), [&](const auto& key) { return key.id == value.attribute; });
      if (!known && !ids.count(value.attribute)) {
        warnings_.push_back(
            {"not_kfashion",
             {"kfashion.word_left_out", "{0} '{1}' has no place in the format", {value.attribute, value.value}}});
      }
    }
    return ids;
  }

  JsonValue& root_;
  const KFashionFile& wanted_;
  const KFashionFile before_;
  const Taxonomy& taxonomy_;
  const KFashionWriteOptions options_;
  std::vector<Warning> warnings_;
  bool changed_ = false;
};

}  // namespace
}  // namespace kfashion

Result<KFashionText> write_kfashion(const KFashionFile& file, const Taxonomy& taxonomy,
                                    const KFashionWriteOptions& options) {
  const std::string_view base = file.source.empty() ? kfashion::kBlank : std::string_view(file.source);
  JAEDAN_ASSIGN_OR_RETURN(JsonValue root, parse_json_document(base));
  if (!root.is_object())
    return Error{ErrorCode::kCorrupt, "kfashion.no_object", "no K-Fashion label file: no object at the top"};
  kfashion::Updater updater(root, file, taxonomy, options);
  const bool changed = updater.run();
  return KFashionText{changed ? json_text_of(root) : std::string(base), updater.take_warnings()};
}

KFashionFile new_kfashion_file(const Photo& photo, const Annotation& annotation, std::int64_t image_id,
                               std::string created) {
  KFashionFile file;
  file.image_id = file.file_number = image_id;
  file.image_file_name = file.file_name = image_file_of(photo);
  file.width = photo.width;
  file.height = photo.height;
  file.created = std::move(created);
  file.annotation = annotation;
  return file;
}

std::string kfashion_timestamp(std::time_t time) {
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[64];
  std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &parts);
  return text;
}

}  // namespace jaedan::labeling
