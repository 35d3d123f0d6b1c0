#include <algorithm>
#include <cmath>

#include "labeling/base/file_system.h"
#include "labeling/formats/exchange/garment_label.h"
#include "labeling/formats/exchange/photo_link.h"
#include "labeling/formats/exported_shape.h"
#include "labeling/formats/exporters.h"
#include "labeling/formats/file_names.h"
#include "labeling/shape/single_ring.h"

namespace jaedan::labeling {
namespace {

/// YOLO segmentation: labels/NAME.txt with a line a garment, "class x1 y1 x2 y2 …" as shares of the photo's sides,
/// classes.txt, data.yaml, and links to the photos in images/, where trainers look for them: they replace the last
/// "images" of a photo's path by "labels". Pieces and holes are joined by bridges (single_ring.h).
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
      const ExportedShape shape = exported_shape(garment, item.photo);
      for (const Message& told : shape.told) warnings_.push_back({item.photo.name, told});
      if (shape.told.empty() && (shape.is_box || shape.region.empty())) {
        warnings_.push_back({item.photo.name, {"export.no_outline", "{0} has no outline", {message_of(garment.part)}}});
      }
      if (shape.is_box || shape.region.empty()) continue;
      text += std::to_string(class_of(garment, classes_));
      for (const Point& p : to_single_ring(shape.region)) {
        text += ' ' + share(p.x, item.photo.width) + ' ' + share(p.y, item.photo.height);
      }
      text += '\n';
    }
    JAEDAN_RETURN_IF_ERROR(disk().write_atomically(folder_ + "/labels/" + file_name_of(item) + ".txt", text));
    if (!item.names.path.empty()) {
      if (std::optional<Message> told = link_photo(folder_ + "/images", file_name_of(item), item.names.path))
        warnings_.push_back({item.photo.name, std::move(*told)});
    }
    return {};
  }

  Status finish() override {
    std::string text;
    for (const GarmentClass& c : classes_) text += c.name + '\n';
    JAEDAN_RETURN_IF_ERROR(disk().write_atomically(folder_ + "/classes.txt", text));
    return disk().write_atomically(folder_ + "/data.yaml", data_yaml());
  }

 private:
  /// What trainers are given. Without "path" the folders are looked for beside the file.
  std::string data_yaml() const {
    std::string text =
        "# images/ has links to the photos, each under the name of its file in labels/; to train elsewhere, copy them\n"
        "# with the links followed (cp -rL).\n"
        "train: images\n"
        "val: images\n"
        "nc: " +
        std::to_string(classes_.size()) + "\nnames:\n";
    for (std::size_t i = 0; i < classes_.size(); ++i) text += "  " + std::to_string(i) + ": " + classes_[i].name + '\n';
    return text;
  }

  /// The share of `side` that gives `value` back when a reader multiplies: six places where they do, else as many as it
  /// takes. A pixel's centre on an outline stays on its side that way.
  static std::string share(double value, int side) {
    const double exact = std::clamp(value / side, 0.0, 1.0);
    const double rounded = std::round(exact * 1e6) / 1e6;
    for (const double candidate : {rounded, exact, std::nextafter(exact, 0.0), std::nextafter(exact, 1.0)}) {
      if (candidate * side == value) return decimal_text(candidate);
    }
    return decimal_text(exact);
  }

  const std::string folder_;
  const std::vector<GarmentClass> classes_;
};

}  // namespace

MadeExporter make_yolo_exporter(const std::string& folder, const Taxonomy& taxonomy, const ExportOptions&) {
  return std::make_unique<YoloExporter>(folder, taxonomy);
}

}  // namespace jaedan::labeling
