#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "labeling/formats/json/json_reading.h"
#include "labeling/formats/kfashion/kfashion_layout.h"
#include "labeling/shape/single_ring.h"

namespace jaedan::labeling {
namespace kfashion {
namespace {

constexpr double kLargestCoordinate = 1e7;
constexpr std::size_t kMostWarnings = 200;  // a hostile file could have one a byte

/// The number at the end of "X좌표12".
std::optional<std::int64_t> number_after(std::string_view key, std::string_view prefix) {
  if (key.size() <= prefix.size() || key.size() > prefix.size() + 9 || key.substr(0, prefix.size()) != prefix)
    return std::nullopt;
  std::int64_t number = 0;
  for (const char c : key.substr(prefix.size())) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

class Reader {
 public:
  Reader(const JsonValue& root, const Taxonomy& taxonomy) : root_(root), taxonomy_(taxonomy) {}

  KFashionFile run() {
    read_header();
    check_keys();
    for (const Part part : paint_order()) {
      for (std::size_t slot = 0, count = slot_count(root_, part); slot < count; ++slot) read_slot(part, slot);
      const Message who = message_of(part);
      for (const std::string_view section : {kRects, kPolygons, kLabels}) {
        check_section(section, korean_name_of(part), who);
      }
    }
    const Message photo("validate.photo", "photo");
    check_section(kLabels, kStyle, photo);
    if (const JsonValue* style = style_of(root_)) {
      file_.annotation.image_attributes = read_attributes(*style, style_keys(), photo);
    }
    if (numbers_as_text_ > 0) {
      warn("number_as_text", {"kfashion.numbers_as_text", "numbers that are written as text: {0}", {numbers_as_text_}});
    }
    return std::move(file_);
  }

 private:
  void warn(std::string code, Message message) {
    if (file_.warnings.size() >= kMostWarnings) return;
    file_.warnings.push_back({std::move(code), std::move(message)});
  }

  /// A number, also one that was written as text; anything else is NaN.
  double number_of(const JsonValue& value) {
    if (!value.is_string()) return value.as_double();
    const std::optional<double> number = json_reading::number_in_text(value.text);
    if (number) ++numbers_as_text_;
    return number.value_or(std::nan(""));
  }

  void read_header() {
    const JsonValue* image = member(root_, kImage, file());
    if (image) {
      file_.image_id = read_integer(*image, kImageId);
      file_.height = read_size(*image, kImageHeight);
      file_.image_file_name = read_text(*image, kImageFileName);
      file_.width = read_size(*image, kImageWidth);
    }
    const JsonValue* dataset = member(root_, kDataset, file());
    if (!dataset) return;
    file_.created = read_text(*dataset, kCreated);
    file_.file_number = read_integer(*dataset, kFileNumber);
    file_.file_name = read_text(*dataset, kFileName);
    if (const JsonValue* detail = member(*dataset, kDetail, kDataset)) {
      for (const std::string_view section : detail_order()) member(*detail, section, kDetail);
    }
  }

  static Message file() { return {"file.itself", "file"}; }

  const JsonValue* member(const JsonValue& object, std::string_view key, const Message& where) {
    const JsonValue* found = object.find(key);
    if (!found) warn("missing_key", in_context(where, {"kfashion.key_missing", "no '{0}'", {key}}));
    return found;
  }

  std::string read_text(const JsonValue& object, std::string_view key) {
    const JsonValue* found = member(object, key, file());
    if (found && found->is_string()) return found->text;
    if (found) warn("wrong_type", {"kfashion.no_text", "'{0}' is no text", {key}});
    return {};
  }

  std::int64_t read_integer(const JsonValue& object, std::string_view key) {
    const JsonValue* found = member(object, key, file());
    if (!found) return 0;
    const double number = number_of(*found);
    if (std::abs(number) <= 9007199254740992.0 && number == std::trunc(number))
      return static_cast<std::int64_t>(number);
    warn("bad_number", {"kfashion.no_whole_number", "'{0}' is no whole number", {key}});
    return 0;
  }

  int read_size(const JsonValue& object, std::string_view key) {
    const std::int64_t size = read_integer(object, key);
    if (size > 0 && size <= std::numeric_limits<int>::max()) return static_cast<int>(size);
    warn("bad_size", {"kfashion.bad_size", "'{0}' is {1}", {key, size}});
    return 0;
  }

  /// Keys of the objects around the parts that stand twice, or that no file of the data set has: what stands below
  /// them is not read, and stays in the file as it is.
  void check_keys() {
    check_keys(root_, root_order(), file());
    const JsonValue* image = root_.find(kImage);
    if (image) check_keys(*image, image_order(), kImage);
    const JsonValue* dataset = root_.find(kDataset);
    if (dataset) check_keys(*dataset, dataset_order(), kDataset);
    const JsonValue* detail = dataset ? dataset->find(kDetail) : nullptr;
    if (!detail) return;
    check_keys(*detail, detail_order(), kDetail);
    for (const std::string_view section : detail_order()) {
      if (const JsonValue* parts = detail->find(section)) check_keys(*parts, part_key_order(), section);
    }
  }

  void check_keys(const JsonValue& object, const std::vector<std::string_view>& known, const Message& where) {
    std::map<std::string_view, int> times;
    for (const JsonMember& member : object.members) {
      const int time = ++times[member.key];
      if (time == 2) tell_repeated(member.key, where);
      const bool is_known = std::find(known.begin(), known.end(), member.key) != known.end();
      if (time == 1 && !is_known) tell_unknown(member.key, where);
    }
  }

  void tell_repeated(const std::string& key, const Message& where) {
    warn("repeated_key", in_context(where, {"formats.name_twice", "'{0}' twice", {key}}));
  }
  void tell_unknown(const std::string& key, const Message& where) {
    warn("unknown_key", in_context(where, {"kfashion.key_unknown", "'{0}' is not known", {key}}));
  }

  /// Odd shapes of the array of a part, or of 스타일.
  void check_section(std::string_view section, std::string_view key, const Message& who) {
    const JsonValue* dataset = root_.find(kDataset);
    const JsonValue* detail = dataset ? dataset->find(kDetail) : nullptr;
    const JsonValue* in_section = detail ? detail->find(section) : nullptr;
    if (!in_section) return;
    const JsonValue* array = in_section->find(key);
    if (!array) return warn("missing_key", in_context(who, {"kfashion.no_entry", "'{0}' has no entry", {section}}));
    if (!array->is_array())
      return warn("wrong_type", in_context(who, {"kfashion.no_array", "'{0}' is no array", {section}}));
    if (array->items.empty())
      warn("empty_array", in_context(who, {"kfashion.array_empty", "'{0}' is [] instead of [{}]", {section}}));
    if (array->items.size() > 1)
      warn("several_items",
           in_context(who, {"kfashion.several_items", "'{0}' has {1} items", {section, array->items.size()}}));
    for (const JsonValue& item : array->items) {
      if (!item.is_object())
        warn("wrong_type",
             in_context(who, {"kfashion.item_no_object", "'{0}' holds something that is no object", {section}}));
    }
  }

  void read_slot(Part part, std::size_t slot) {
    const JsonValue* rect = slot_of(root_, kRects, part, slot);
    const JsonValue* polygon = slot_of(root_, kPolygons, part, slot);
    const JsonValue* labels = slot_of(root_, kLabels, part, slot);
    const auto filled = [](const JsonValue* value) { return value && !value->members.empty(); };
    if (!filled(rect) && !filled(polygon) && !filled(labels)) return;
    const Message who = message_of(part);
    Garment garment;
    garment.id = GarmentId{static_cast<std::int64_t>(file_.annotation.garments.size()) + 1};
    garment.part = part;
    garment.region_provenance = Provenance::import("kfashion");
    if (filled(polygon)) garment.region = from_single_ring(read_ring(*polygon, who));
    if (filled(rect)) garment.rect = read_rect(*rect, who);
    if (filled(labels)) garment.attributes = read_attributes(*labels, garment_keys(), who);
    file_.annotation.garments.push_back(std::move(garment));
  }

  /// Collects by the number in the key; the order of the keys means nothing.
  Ring read_ring(const JsonValue& polygon, const Message& who) {
    std::map<std::int64_t, std::pair<double, double>> found;
    const double missing = std::numeric_limits<double>::quiet_NaN();
    for (const JsonMember& coordinate : polygon.members) {
      const std::optional<std::int64_t> x = number_after(coordinate.key, kX);
      const std::optional<std::int64_t> y = number_after(coordinate.key, kY);
      if (!x && !y) {
        warn("unknown_key", in_context(who, {"kfashion.polygon_key", "'{0}' in the polygon", {coordinate.key}}));
        continue;
      }
      auto& point = found.try_emplace(x ? *x : *y, missing, missing).first->second;
      double& place = x ? point.first : point.second;
      if (!std::isnan(place)) tell_repeated(coordinate.key, who);
      place = number_of(coordinate.value);
    }
    Ring ring;
    const bool from_zero = !found.empty() && found.begin()->first == 0;
    if (from_zero) {
      warn("polygon_from_zero",
           in_context(who, {"kfashion.polygon_from_zero", "the polygon counts its points from 0"}));
    }
    std::int64_t expected = from_zero ? 0 : 1;
    for (const auto& [number, point] : found) {
      if (number != expected)
        warn("polygon_gap", in_context(who, {"kfashion.polygon_gap", "the polygon has no point {0}", {expected}}));
      expected = number + 1;
      const bool usable = std::abs(point.first) <= kLargestCoordinate && std::abs(point.second) <= kLargestCoordinate;
      if (usable) {
        ring.push_back({point.first, point.second});
      } else {
        warn("bad_number",
             in_context(who, {"kfashion.point_no_place", "point {0} of the polygon is no place", {number}}));
      }
    }
    return ring;
  }

  std::optional<Rect> read_rect(const JsonValue& object, const Message& who) {
    double numbers[4];
    int i = 0;
    for (const std::string_view key : {kX, kY, kWidth, kHeight}) {
      const JsonValue* found = object.find(key);
      numbers[i] = found ? number_of(*found) : std::nan("");
      if (!(std::abs(numbers[i]) <= kLargestCoordinate)) {
        warn("bad_number", in_context(who, {"kfashion.rect_no_number", "'{0}' of the rect is no number", {key}}));
        return std::nullopt;
      }
      ++i;
    }
    const Rect rect = {numbers[0], numbers[1], numbers[2], numbers[3]};
    if (rect.empty()) warn("rect_empty", in_context(who, {"kfashion.rect_empty", "a rect without area"}));
    const bool size_known = file_.width > 0 && file_.height > 0;
    const bool outside =
        size_known && (rect.x < -0.5 || rect.y < -0.5 || rect.right() > file_.width || rect.bottom() > file_.height);
    if (outside) warn("rect_outside", in_context(who, {"kfashion.rect_outside", "the rect reaches out of the photo"}));
    return rect;
  }

  AttributeValues read_attributes(const JsonValue& object, const std::vector<AttributeKey>& keys, const Message& who) {
    AttributeValues values;
    std::set<const JsonMember*> understood;
    for (const AttributeKey& key : keys) {
      const JsonMember* found = member_for(object, key);
      if (!found) continue;
      understood.insert(found);
      if (found->key != key.key)
        warn("other_key", in_context(who, {"kfashion.key_read_as", "'{0}' read as '{1}'", {found->key, key.key}}));
      if (found->value.is_array() != key.list) {
        warn("wrong_type", in_context(who, key.list ? Message{"kfashion.no_array", "'{0}' is no array", {found->key}}
                                                    : Message{"kfashion.is_array", "'{0}' is an array", {found->key}}));
      }
      add_words(values, key.id, found->value, who);
    }
    for (const JsonMember& member : object.members) {
      if (understood.count(&member)) continue;
      const bool again = member_named(keys, member.key);
      again ? tell_repeated(member.key, who) : tell_unknown(member.key, who);
      // A key that is spelt like one of our ids would be taken for that attribute; it stays in the source only.
      if (!again && !taxonomy_.attribute(member.key)) add_words(values, member.key, member.value, who);
    }
    return values;
  }

  static bool member_named(const std::vector<AttributeKey>& keys, std::string_view name) {
    return std::any_of(keys.begin(), keys.end(), [name](const AttributeKey& key) { return key.key == name; });
  }

  void add_words(AttributeValues& values, std::string_view attribute, const JsonValue& value, const Message& who) {
    std::vector<std::string> words;
    const auto add = [&](const JsonValue& word) {
      if (word.is_string() && !word.text.empty()) return words.push_back(word.text);
      warn(word.is_string() ? "empty_value" : "wrong_type",
           in_context(who, {"kfashion.no_word", "{0} holds no word", {attribute}}));
    };
    if (value.is_array()) {
      for (const JsonValue& word : value.items) add(word);
    } else {
      add(value);
    }
    for (AttributeValue& word : values_from_words(attribute, words, taxonomy_)) values.push_back(std::move(word));
  }

  const JsonValue& root_;
  const Taxonomy& taxonomy_;
  int numbers_as_text_ = 0;
  KFashionFile file_;
};

}  // namespace

KFashionFile read_root(const JsonValue& root, const Taxonomy& taxonomy) { return Reader(root, taxonomy).run(); }

}  // namespace kfashion

Result<KFashionFile> read_kfashion(std::string_view bytes, const Taxonomy& taxonomy) {
  JAEDAN_ASSIGN_OR_RETURN(const JsonValue root, parse_json_document(bytes));
  if (!root.is_object())
    return Error{ErrorCode::kCorrupt, "kfashion.no_object", "no K-Fashion label file: no object at the top"};
  KFashionFile file = kfashion::read_root(root, taxonomy);
  for (Warning& warning : validate(file.annotation, file.width, file.height, taxonomy)) {
    file.warnings.push_back(std::move(warning));
  }
  file.source = std::string(bytes);
  return file;
}

}  // namespace jaedan::labeling
