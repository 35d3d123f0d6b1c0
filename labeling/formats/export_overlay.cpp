#include "labeling/formats/exporters.h"
#include "labeling/formats/file_names.h"
#include "labeling/formats/overlay.h"
#include "labeling/io/image_encoder.h"

namespace jaedan::labeling {
namespace {

class OverlayExporter final : public Exporter {
 public:
  explicit OverlayExporter(std::string folder) : folder_(std::move(folder)) {}

  Status add(const ExportItem& item) override {
    if (!item.load_image)
      return Error{
          ErrorCode::kInvalidArgument, "export.pixels_missing", "{0}: the overlay needs its pixels", {item.photo.name}};
    JAEDAN_ASSIGN_OR_RETURN(const Image photo, item.load_image());
    if (photo.empty())
      return Error{ErrorCode::kInvalidArgument, "export.photo_empty", "{0}: an empty photo", {item.photo.name}};
    return write_drawing(folder_ + "/" + file_name_of(item) + ".jpg",
                         draw_overlay(photo.view(), item.annotation).view());
  }

  Status finish() override { return {}; }

 private:
  const std::string folder_;
};

}  // namespace

MadeExporter make_overlay_exporter(const std::string& folder, const Taxonomy&, const ExportOptions&) {
  return std::make_unique<OverlayExporter>(folder);
}

}  // namespace jaedan::labeling
