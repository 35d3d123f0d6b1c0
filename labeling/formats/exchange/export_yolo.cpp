#include <algorithm>
#include <cstdio>

#include "labeling/base/file_system.h"
#include "labeling/formats/exchange/garment_label.h"
#include "labeling/formats/exporters.h"
#include "labeling/formats/file_names.h"
#include "labeling/shape/single_ring.h"

namespace jaedan::labeling {
namespace {

/// YOLO segmentation: labels/NAME.txt with a line a garment, "class x1 y1 x2 y2 …" as shares of the photo's sides, and
/// classes.txt. Pieces and holes are joined by bridges (single_ring.h).
class YoloExporter final : public Exporter {
 public:
  YoloExporter(std::string folder, const Taxonomy& taxonomy)
      : folder_(std::move(folder)), classes_(garment_classes(taxonomy)) {}

  Status add(const ExportItem& item) override {
    if (item.photo.width <= 0 || item.photo.height <= 0) {
      return Error{
          ErrorCode::kInvalidArgument, "export.photo_without_size", "{0}: a photo without a size", {item.photo.name}};
    }
    std::string text;
    for (const Garment& garment : item.annotation.garments) {
      const Ring ring = to_single_ring(garment.region);
      if (ring.size() < 3) {
        warnings_.push_back({item.photo.name, {"export.no_outline", "{0} has no outline", {message_of(garment.part)}}});
        continue;
      }
      text += std::to_string(class_of(garment, classes_));
      for (const Point& p : ring) text += share(p.x / item.photo.width) + share(p.y / item.photo.height);
      text += '\n';
    }
    return disk().write_atomically(folder_ + "/labels/" + file_name_of(item) + ".txt", text);
  }

  Status finish() override {
    std::string text;
    for (const GarmentClass& c : classes_) text += c.name + '\n';
    return disk().write_atomically(folder_ + "/classes.txt", text);
  }

 private:
  static std::string share(double value) {
    char text[32];
    std::snprintf(text, sizeof text, " %.6f", std::min(std::max(value, 0.0), 1.0));
    return text;
  }

  const std::string folder_;
  const std::vector<GarmentClass> classes_;
};

}  // namespace

MadeExporter make_yolo_exporter(const std::string& folder, const Taxonomy& taxonomy, const ExportOptions&) {
  return std::make_unique<YoloExporter>(folder, taxonomy);
}

}  // namespace jaedan::labeling
