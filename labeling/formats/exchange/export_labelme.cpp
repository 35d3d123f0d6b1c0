#include <filesystem>
#include <nlohmann/json.hpp>

#include "labeling/base/file_system.h"
#include "labeling/base/utf8.h"
#include "labeling/formats/exchange/garment_label.h"
#include "labeling/formats/exported_shape.h"
#include "labeling/formats/exporters.h"
#include "labeling/formats/file_names.h"
#include "labeling/shape/simple_region.h"
#include "labeling/shape/single_ring.h"

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// labelme 5 and later: a polygon a piece, pieces of one garment share a group_id, holes are joined to their piece by a
/// bridge (single_ring.h); a garment that has a box only is a rectangle. imagePath leads from the label file to the
/// photo. Attributes lie in "jaedan_attributes" of the first piece: labelme keeps keys it does not
/// know.
class LabelmeExporter final : public Exporter {
 public:
  LabelmeExporter(std::string folder, const Taxonomy& taxonomy)
      : folder_(std::move(folder)), classes_(garment_classes(taxonomy)) {}

  Status add(const ExportItem& item) override {
    Json json = {{"version", "5.1.1"},
                 {"flags", Json::object()},
                 {"shapes", Json::array()},
                 {"imagePath", image_path(item)},
                 {"imageData", nullptr},
                 {"imageHeight", item.photo.height},
                 {"imageWidth", item.photo.width}};
    if (!item.annotation.image_attributes.empty()) {
      json["jaedan_attributes"] = attributes_of(item.annotation.image_attributes);
    }
    for (const Garment& garment : item.annotation.garments) add_garment(json["shapes"], garment, item.photo);
    const std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace);
    return disk().write_atomically(folder_ + "/" + file_name_of(item) + ".json", text + "\n");
  }

  Status finish() override { return {}; }

 private:
  static Json attributes_of(const AttributeValues& values) {
    Json list = Json::array();
    for (const AttributeValue& value : values) list.push_back({value.attribute, value.value});
    return list;
  }

  /// From the label file to the photo: labelme looks there and nowhere else.
  std::string image_path(const ExportItem& item) const {
    if (item.names.path.empty()) return image_name_of(item);
    std::error_code failed;
    const fs::path photo(item.names.path);
    const fs::path folder = fs::weakly_canonical(fs::absolute(folder_, failed), failed);
    const fs::path photos = fs::weakly_canonical(photo.parent_path(), failed);
    const bool known = !folder.empty() && !photos.empty();
    const std::string path = (known ? (photos / photo.filename()).lexically_relative(folder) : photo).string();
    return valid_utf8(path);
  }

  void add_garment(Json& shapes, const Garment& garment, const Photo& photo) {
    const ExportedShape shape_of_garment = exported_shape(garment, photo);
    for (const Message& told : shape_of_garment.told) warnings_.push_back({photo.name, told});
    if (shape_of_garment.region.empty() && shape_of_garment.told.empty()) {
      warnings_.push_back({photo.name, {"export.no_outline", "{0} has no outline", {message_of(garment.part)}}});
    }
    const bool is_box = shape_of_garment.is_box;
    const std::vector<Region> pieces = pieces_of(shape_of_garment.region);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      Ring ring = to_single_ring(pieces[i]);
      if (is_box) ring = {ring[0], ring[2]};  // two corners
      Json points = Json::array();
      for (const Point& p : ring) points.push_back({p.x, p.y});
      Json shape = {{"label", classes_[class_of(garment, classes_)].name},
                    {"points", std::move(points)},
                    {"group_id", pieces.size() > 1 ? Json(garment.id.value) : Json(nullptr)},
                    {"shape_type", is_box ? "rectangle" : "polygon"},
                    {"flags", Json::object()}};
      if (i == 0 && !garment.attributes.empty()) shape["jaedan_attributes"] = attributes_of(garment.attributes);
      shapes.push_back(std::move(shape));
    }
  }

  const std::string folder_;
  const std::vector<GarmentClass> classes_;
};

}  // namespace

MadeExporter make_labelme_exporter(const std::string& folder, const Taxonomy& taxonomy, const ExportOptions&) {
  return std::make_unique<LabelmeExporter>(folder, taxonomy);
}

}  // namespace jaedan::labeling
