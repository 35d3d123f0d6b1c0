#include "labeling/formats/exporters.h"
#include "labeling/formats/file_names.h"
#include "labeling/formats/label_mask.h"
#include "labeling/io/image_encoder.h"

namespace jaedan::labeling {
namespace {

class MaskExporter final : public Exporter {
 public:
  explicit MaskExporter(std::string folder) : folder_(std::move(folder)) {}

  Status add(const ExportItem& item) override {
    const Mask mask = label_mask(item.annotation, item.photo.width, item.photo.height);
    return write_mask(folder_ + "/" + file_name_of(item) + ".png", mask);
  }

  Status finish() override { return {}; }

 private:
  const std::string folder_;
};

}  // namespace

MadeExporter make_mask_exporter(const std::string& folder, const Taxonomy&, const ExportOptions&) {
  return std::make_unique<MaskExporter>(folder);
}

}  // namespace jaedan::labeling
