#include <cmath>
#include <map>
#include <utility>

#include "labeling/formats/exchange/garment_label.h"
#include "labeling/formats/file_names.h"
#include "labeling/formats/importer.h"
#include "labeling/formats/json/json_reading.h"
#include "labeling/shape/single_ring.h"

namespace jaedan::labeling {
namespace {

using namespace json_reading;

constexpr JsonLimits kLimits = {64u << 20, 64, 4'000'000};  // labelme may put the whole photo into imageData
constexpr double kTau = 6.283185307179586;

/// Polygons, rectangles and circles; shapes of one label and group_id are pieces of one garment.
class LabelmeReader {
 public:
  LabelmeReader(const JsonValue& root, const Taxonomy& taxonomy)
      : root_(root), taxonomy_(taxonomy), classes_(garment_classes(taxonomy)) {}

  ImportedPhoto run() {
    photo_.file_name = last_part_of(text(root_, "imagePath"));
    photo_.size = {side(root_, "imageWidth"), side(root_, "imageHeight")};
    read_attributes(root_, photo_.annotation.image_attributes);
    for (const JsonValue& shape : list(root_, "shapes")) read_shape(shape);
    return std::move(photo_);
  }

 private:
  void warn(std::string code, Message message) { photo_.warnings.push_back({std::move(code), std::move(message)}); }

  void read_shape(const JsonValue& shape) {
    const std::string label = text(shape, "label");
    const std::optional<GarmentClass> found = class_from_word(label, classes_, taxonomy_);
    if (!found)
      return warn("unknown_class",
                  {"labelme.label_unknown", "label '{0}' is no garment known here; its shape is left out", {label}});
    const Region region = region_of(shape);
    if (region.empty())
      return warn("no_region", {"labelme.no_area", "{0}: a shape that is no area; it is left out", {label}});
    Garment& garment = garment_for(*found, integer(shape, "group_id"));
    garment.region.rings.insert(garment.region.rings.end(), region.rings.begin(), region.rings.end());
    read_attributes(shape, garment.attributes);
  }

  Garment& garment_for(const GarmentClass& garment_class, std::optional<std::int64_t> group) {
    std::vector<Garment>& garments = photo_.annotation.garments;
    if (group) {
      const auto [place, is_new] = grouped_.try_emplace({garment_class.name, *group}, garments.size());
      if (!is_new) return garments[place->second];
    }
    garments.push_back(garment_of_class(garment_class, "labelme"));
    garments.back().id = GarmentId{static_cast<std::int64_t>(garments.size())};
    return garments.back();
  }

  static Region region_of(const JsonValue& shape) {
    Ring points;
    for (const JsonValue& point : list(shape, "points")) {
      if (point.items.size() != 2) continue;
      const std::optional<double> x = coordinate(point.items[0]);
      const std::optional<double> y = coordinate(point.items[1]);
      if (x && y) points.push_back({*x, *y});
    }
    const std::string type = text(shape, "shape_type");
    if (type == "rectangle" && points.size() == 2) {
      return {{{points[0], {points[1].x, points[0].y}, points[1], {points[0].x, points[1].y}}}};
    }
    if (type == "circle" && points.size() == 2) return {{circle(points[0], distance(points[0], points[1]))}};
    if ((type == "polygon" || type.empty()) && points.size() >= 3) return from_single_ring(points);
    return {};
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
      values.push_back({name, pair.items[1].text, "", Provenance::import("labelme")});
    }
  }

  const JsonValue& root_;
  const Taxonomy& taxonomy_;
  const std::vector<GarmentClass> classes_;
  std::map<std::pair<std::string, std::int64_t>, std::size_t> grouped_;
  ImportedPhoto photo_;
};

}  // namespace

Result<ImportedFile> read_labelme_labels(std::string_view bytes, const ImportContext& context) {
  JAEDAN_ASSIGN_OR_RETURN(const JsonValue root, parse_json_document(bytes, kLimits));
  if (!member(root, "shapes"))
    return Error{ErrorCode::kCorrupt, "labelme.no_shapes", "no labelme file: it has no shapes"};
  return ImportedFile{{LabelmeReader(root, context.taxonomy).run()}, {}};
}

}  // namespace jaedan::labeling
