#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "labeling/base/base64.h"
#include "labeling/formats/exchange/class_words.h"
#include "labeling/formats/exchange/outline.h"
#include "labeling/formats/importer.h"
#include "labeling/formats/json/json_reading.h"
#include "labeling/formats/written_path.h"
#include "labeling/io/image_decoder.h"
#include "labeling/shape/region_algebra.h"

namespace jaedan::labeling {
namespace {

using namespace json_reading;

constexpr JsonLimits kLimits = {64u << 20, 64, 4'000'000};  // labelme may put the whole photo into imageData
constexpr double kTau = 6.283185307179586;

/// Whatever encloses an area; shapes of one class and group_id are pieces of one garment and are united.
class LabelmeReader {
 public:
  LabelmeReader(const JsonValue& root, const Taxonomy& taxonomy) : root_(root), taxonomy_(taxonomy) {}

  ImportedPhoto run() {
    const WrittenPath path = read_written_path(text(root_, "imagePath"));
    photo_.file_name = path.file_name;
    photo_.path_below = path.below;
    photo_.size = {side(root_, "imageWidth"), side(root_, "imageHeight")};
    photo_.holds_picture = !text(root_, "imageData").empty();
    read_attributes(root_, photo_.annotation.image_attributes);
    const std::vector<JsonValue>& shapes = list(root_, "shapes");
    std::vector<ListedClass> labels;
    for (const JsonValue& shape : shapes) labels.push_back({text(shape, "label"), ""});
    const auto meanings = classes_from_list(labels, garment_classes(taxonomy_), taxonomy_);
    for (std::size_t i = 0; i < shapes.size(); ++i) read_shape(shapes[i], labels[i].name, meanings[i]);
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      photo_.annotation.garments[i].region = united(std::move(pieces_[i]));
    }
    for (Warning& outside : values_outside_taxonomy(photo_.annotation, taxonomy_)) {
      photo_.warnings.push_back(std::move(outside));
    }
    return std::move(photo_);
  }

 private:
  void warn(std::string code, Message message) { photo_.warnings.push_back({std::move(code), std::move(message)}); }

  void read_shape(const JsonValue& shape, const std::string& label, const std::optional<GarmentClass>& meaning) {
    if (!meaning)
      return warn("unknown_class",
                  {"labelme.label_unknown", "label '{0}' is no garment known here; its shape is left out", {label}});
    Result<Region> region = region_of(shape, label);
    if (!region.ok()) return warn("no_region", in_context(label, region.error().message));
    const std::size_t place = garment_for(*meaning, id(shape, "group_id"));
    pieces_[place].push_back(std::move(*region));
    read_attributes(shape, photo_.annotation.garments[place].attributes);
  }

  std::size_t garment_for(const GarmentClass& garment_class, const std::string& group) {
    std::vector<Garment>& garments = photo_.annotation.garments;
    if (!group.empty()) {
      const auto [place, is_new] = grouped_.try_emplace({garment_class.name, group}, garments.size());
      if (!is_new) return place->second;
    }
    garments.push_back(garment_of_class(garment_class, "labelme"));
    garments.back().id = GarmentId{static_cast<std::int64_t>(garments.size())};
    pieces_.emplace_back();
    return garments.size() - 1;
  }

  /// An error says why the shape is left out.
  Result<Region> region_of(const JsonValue& shape, const std::string& label) {
    Ring points;
    for (const JsonValue& point : list(shape, "points")) {
      const std::optional<double> x = point.items.size() >= 2 ? coordinate(point.items[0]) : std::nullopt;
      const std::optional<double> y = point.items.size() >= 2 ? coordinate(point.items[1]) : std::nullopt;
      if (x && y) {
        points.push_back({*x, *y});
      } else {
        warn("bad_point", {"labelme.point_broken", "{0}: a point that is no pair of numbers; it is left out", {label}});
      }
    }
    const std::string given = text(shape, "shape_type");
    const std::string type = given.empty() ? "polygon" : given;
    if (type == "mask") return region_of_mask(shape, points);
    const Region region = region_of_points(type, points);
    if (!region.empty()) return region;
    return Error{ErrorCode::kUnsupported,
                 "labelme.no_area_of",
                 "no area in this {0} (points: {1}); it is left out",
                 {type, points.size()}};
  }

  static Region region_of_points(const std::string& type, const Ring& points) {
    if (type == "polygon") return region_of_outline(points);
    // Two corners, of labelme's own; four, of X-AnyLabeling and of turned ones.
    if (type == "rectangle" && points.size() == 2) return region_of_box(points[0], points[1]);
    if (type == "rectangle" || type == "rotation" || type == "oriented_rectangle" || type == "quadrilateral")
      return region_of_corners(points);
    const double radius = points.size() == 2 ? distance(points[0], points[1]) : 0;
    if (type == "circle" && radius > 0) return {{circle(points[0], radius)}};
    return {};
  }

  /// A PNG of the pixels inside, whose top left corner is the first point; the other one is the last pixel.
  Result<Region> region_of_mask(const JsonValue& shape, const Ring& points) {
    if (points.empty())
      return Error{ErrorCode::kCorrupt, "labelme.mask_nowhere", "a mask without a place; it is left out"};
    const std::string given = text(shape, "mask");  // perhaps after "data:image/png;base64,"
    if (given.empty())
      return Error{ErrorCode::kCorrupt, "labelme.mask_absent", "a mask without its picture; it is left out"};
    const Result<std::string> png = bytes_from_base64(given.substr(given.find(',') + 1));
    const Result<Mask> mask = png.ok() ? decode_mask(*png) : Result<Mask>(png.error());
    if (!mask.ok()) {
      return Error{mask.error().code,
                   "labelme.mask_unreadable",
                   "its mask cannot be read and is left out: {0}",
                   {mask.error().message}};
    }
    Region region = trace(*mask);
    if (region.empty())
      return Error{ErrorCode::kCorrupt, "labelme.mask_empty", "a mask without a pixel inside; it is left out"};
    const Point corner = {std::trunc(points[0].x), std::trunc(points[0].y)};
    for (Ring& ring : region.rings) {
      for (Point& point : ring) point = point + corner;
    }
    return region;
  }

  static Ring circle(Point centre, double radius) {
    constexpr int kCorners = 48;
    Ring ring;
    for (int i = 0; i < kCorners; ++i) {
      const double angle = kTau * i / kCorners;
      ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return ring;
  }

  /// [["colour", "black"], …] as our exporter writes them. The category is said by the label already.
  void read_attributes(const JsonValue& object, AttributeValues& values) const {
    for (const JsonValue& pair : list(object, "jaedan_attributes")) {
      if (pair.items.size() != 2 || !pair.items[0].is_string() || !pair.items[1].is_string()) continue;
      const std::string& name = pair.items[0].text;
      if (name == attribute::kCategory || !taxonomy_.attribute(name)) continue;
      const bool there = std::any_of(values.begin(), values.end(), [&](const AttributeValue& value) {
        return value.attribute == name && value.value == pair.items[1].text;
      });
      if (there) continue;
      values.push_back({name, pair.items[1].text, "", Provenance::import("labelme")});
    }
  }

  const JsonValue& root_;
  const Taxonomy& taxonomy_;
  std::map<std::pair<std::string, std::string>, std::size_t> grouped_;
  std::vector<std::vector<Region>> pieces_;  ///< of each garment
  ImportedPhoto photo_;
};

}  // namespace

Result<ImportedFile> read_labelme_labels(std::string_view bytes, const ImportContext& context) {
  JAEDAN_ASSIGN_OR_RETURN(const JsonValue root, parse_json_document(bytes, kLimits));
  const JsonValue* shapes = member(root, "shapes");
  if (!shapes || !shapes->is_array())
    return Error{ErrorCode::kCorrupt, "labelme.no_shapes", "no labelme file: it has no shapes"};
  return ImportedFile{{LabelmeReader(root, context.taxonomy).run()}, {}};
}

}  // namespace jaedan::labeling
