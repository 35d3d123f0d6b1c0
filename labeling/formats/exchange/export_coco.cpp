#include <cstdio>
#include <nlohmann/json.hpp>

#include "labeling/base/atomic_writer.h"
#include "labeling/formats/exchange/coco_rle.h"
#include "labeling/formats/exchange/garment_label.h"
#include "labeling/formats/exported_shape.h"
#include "labeling/formats/exporters.h"
#include "labeling/formats/file_names.h"
#include "labeling/shape/simple_region.h"

namespace jaedan::labeling {
namespace {

using Json = nlohmann::ordered_json;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// {"colour": "black", "detail": ["ribbon"]}: lists for attributes that take several values.
Json attributes_of(const AttributeValues& values, const Taxonomy& taxonomy) {
  Json object = Json::object();
  for (const AttributeValue& value : values) {
    const TaxonomyAttribute* attribute = taxonomy.attribute(value.attribute);
    if (attribute && attribute->multiple) {
      object[value.attribute].push_back(value.value);
    } else {
      object[value.attribute] = value.value;
    }
  }
  return object;
}

/// COCO "instances". Ids count from 1 in the order of adding. Regions without holes are polygons, one a piece; those
/// with holes are uncompressed run lengths with iscrowd 0, which pycocotools reads as well.
class CocoExporter final : public Exporter {
 public:
  CocoExporter(std::string folder, const Taxonomy& taxonomy)
      : folder_(std::move(folder)), taxonomy_(taxonomy), classes_(garment_classes(taxonomy)) {}

  Status add(const ExportItem& item) override {
    JAEDAN_RETURN_IF_ERROR(open());
    Json image = {{"id", ++images_},
                  {"file_name", image_name_of(item)},
                  {"width", item.photo.width},
                  {"height", item.photo.height}};
    if (!item.annotation.image_attributes.empty()) {
      image["attributes"] = attributes_of(item.annotation.image_attributes, taxonomy_);
    }
    for (const Garment& garment : item.annotation.garments) {
      const ExportedShape shape = exported_shape(garment, item.photo);
      tell(shape, garment, item.photo);
      if (shape.region.empty()) continue;
      const std::string separator = annotations_ ? ",\n" : "\n";
      const std::string text = separator + text_of(annotation_of(garment, shape.region, item.photo));
      if (std::fwrite(text.data(), 1, text.size(), spool_.get()) != text.size()) return spool_error();
    }
    return file_->append((images_ > 1 ? ",\n" : "\n") + text_of(image));
  }

  Status finish() override {
    JAEDAN_RETURN_IF_ERROR(open());
    JAEDAN_RETURN_IF_ERROR(file_->append("],\n\"annotations\":["));
    std::rewind(spool_.get());
    std::string piece(1 << 16, '\0');
    while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), spool_.get())) {
      JAEDAN_RETURN_IF_ERROR(file_->append({piece.data(), got}));
    }
    if (std::ferror(spool_.get())) return spool_error();
    JAEDAN_RETURN_IF_ERROR(file_->append("]}\n"));
    return file_->commit();
  }

 private:
  /// Images go straight into the file, annotations wait in a nameless one: neither list is held in memory.
  Status open() {
    if (file_) return {};
    spool_.reset(std::tmpfile());
    if (!spool_) return spool_error();
    JAEDAN_ASSIGN_OR_RETURN(file_, AtomicWriter::open(folder_ + "/coco.json"));
    Json categories = Json::array();
    for (std::size_t i = 0; i < classes_.size(); ++i) {
      categories.push_back({{"id", i + 1}, {"name", classes_[i].name}, {"supercategory", id_of(classes_[i].part)}});
    }
    return file_->append(
        "{\"info\":{\"description\":\"garments\",\"version\":\"1.0\"},\n\"licenses\":[],\n\"categories\":" +
        text_of(categories) + ",\n\"images\":[");
  }

  static Error spool_error() {
    return {ErrorCode::kIo, "export.no_temporary_file", "the annotations cannot be kept in a temporary file"};
  }

  static std::string text_of(const Json& json) {
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }

  void tell(const ExportedShape& shape, const Garment& garment, const Photo& photo) {
    for (const Message& told : shape.told) warnings_.push_back({photo.name, told});
    const Message part = message_of(garment.part);
    if (shape.is_box && shape.told.empty()) {
      warnings_.push_back({photo.name, {"export.box_as_outline", "{0} has no outline, its box stands for it", {part}}});
    } else if (shape.region.empty() && shape.told.empty()) {
      warnings_.push_back({photo.name, {"export.no_box", "{0} has no outline, so no box", {part}}});
    }
  }

  Json annotation_of(const Garment& garment, const Region& region, const Photo& photo) {
    const Rect box = short_bounds_of(region);
    Json json = {{"id", ++annotations_},
                 {"image_id", images_},
                 {"category_id", class_of(garment, classes_) + 1},
                 {"segmentation", segmentation_of(region, photo)},
                 {"bbox", {box.x, box.y, box.width, box.height}},
                 {"area", area_of(region, photo)},
                 {"iscrowd", 0}};
    const bool is_truth = !is_guess(garment.region_provenance) || !garment.handling.approved_by.empty();
    if (!is_truth) json["score"] = garment.region_provenance.score;
    if (!garment.attributes.empty()) json["attributes"] = attributes_of(garment.attributes, taxonomy_);
    return json;
  }

  /// In pixels, as readers of the outline count them.
  static double area_of(const Region& region, const Photo& photo) {
    const bool sized = photo.width > 0 && photo.height > 0;
    return sized ? static_cast<double>(pixel_count(region)) : area_px(region);
  }

  static Json segmentation_of(const Region& region, const Photo& photo) {
    if (has_hole(region) && photo.width > 0 && photo.height > 0) {
      const Mask mask = rasterize(region, photo.width, photo.height);
      return {{"size", {photo.height, photo.width}}, {"counts", rle_counts_of(mask)}};
    }
    Json polygons = Json::array();
    for (const Ring& ring : region.rings) {
      Json polygon = Json::array();
      for (const Point& p : ring) {
        polygon.push_back(p.x);
        polygon.push_back(p.y);
      }
      polygons.push_back(std::move(polygon));
    }
    return polygons;
  }

  const std::string folder_;
  const Taxonomy& taxonomy_;
  const std::vector<GarmentClass> classes_;
  std::unique_ptr<AtomicWriter> file_;
  std::unique_ptr<std::FILE, CloseFile> spool_;
  std::int64_t images_ = 0;
  std::int64_t annotations_ = 0;
};

}  // namespace

MadeExporter make_coco_exporter(const std::string& folder, const Taxonomy& taxonomy, const ExportOptions&) {
  return std::make_unique<CocoExporter>(folder, taxonomy);
}

}  // namespace jaedan::labeling
