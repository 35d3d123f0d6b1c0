#include <cmath>

#include "labeling/base/file_system.h"
#include "labeling/formats/exchange/garment_label.h"
#include "labeling/formats/exchange/xml.h"
#include "labeling/formats/exported_shape.h"
#include "labeling/formats/exporters.h"
#include "labeling/formats/file_names.h"

namespace jaedan::labeling {
namespace {

/// Whether its box says all of a region whose rings do not cross themselves: it fills it.
bool is_upright_rectangle(const Region& region) {
  if (region.rings.size() != 1) return false;
  const Rect box = bounds_of(region);
  const double whole = box.width * box.height;
  return std::abs(std::abs(signed_area(region.rings.front())) - whole) <= 1e-6 * whole;
}

/// Pascal VOC detection files. The format has boxes only; its pixels count from 1 and the far corner belongs to the
/// box. It is 1…width and 1…height: readers crop by it.
class VocExporter final : public Exporter {
 public:
  VocExporter(std::string folder, const Taxonomy& taxonomy)
      : folder_(std::move(folder)), classes_(garment_classes(taxonomy)) {}

  Status add(const ExportItem& item) override {
    std::string xml = "<annotation>\n  <filename>" + xml_escaped(image_name_of(item)) + "</filename>\n  <size><width>" +
                      std::to_string(item.photo.width) + "</width><height>" + std::to_string(item.photo.height) +
                      "</height><depth>3</depth></size>\n";
    for (const Garment& garment : item.annotation.garments) {
      const ExportedShape shape = exported_shape(garment, item.photo);
      for (const Message& told : shape.told) warnings_.push_back({item.photo.name, told});
      if (shape.region.empty() && shape.told.empty()) {
        warnings_.push_back(
            {item.photo.name, {"export.no_box", "{0} has no outline, so no box", {message_of(garment.part)}}});
      }
      outlines_ += !shape.region.empty() && !is_upright_rectangle(shape.region);
      if (!shape.region.empty()) xml += object_of(garment, bounds_of(shape.region));
    }
    return disk().write_atomically(folder_ + "/" + file_name_of(item) + ".xml", xml + "</annotation>\n");
  }

  Status finish() override {
    if (outlines_ > 0) {
      warnings_.push_back({"Pascal VOC",
                           {"export.boxes_only",
                            "{0|outline is|outlines are} written as boxes alone: the format has no outlines",
                            {outlines_}}});
    }
    return {};
  }

 private:
  std::string object_of(const Garment& garment, const Rect& box) const {
    const auto tag = [](const char* name, double value) {
      return std::string("<") + name + ">" + std::to_string(std::llround(value)) + "</" + name + ">";
    };
    return "  <object><name>" + xml_escaped(classes_[class_of(garment, classes_)].name) +
           "</name><pose>Unspecified</pose><truncated>0</truncated><difficult>0</difficult><bndbox>" +
           tag("xmin", std::floor(box.x) + 1) + tag("ymin", std::floor(box.y) + 1) +
           tag("xmax", std::ceil(box.right())) + tag("ymax", std::ceil(box.bottom())) + "</bndbox></object>\n";
  }

  const std::string folder_;
  const std::vector<GarmentClass> classes_;
  std::int64_t outlines_ = 0;
};

}  // namespace

MadeExporter make_voc_exporter(const std::string& folder, const Taxonomy& taxonomy, const ExportOptions&) {
  return std::make_unique<VocExporter>(folder, taxonomy);
}

}  // namespace jaedan::labeling
