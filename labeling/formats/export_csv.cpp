#include "labeling/base/atomic_writer.h"
#include "labeling/base/csv.h"
#include "labeling/formats/exported_shape.h"
#include "labeling/formats/exporters.h"
#include "labeling/formats/file_names.h"
#include "labeling/formats/join_garments.h"

namespace jaedan::labeling {
namespace {

/// A row a photo: file, size, the photo's own attributes, then for each part its box and attributes, at the end what
/// only tables say of the photo. Several values of one attribute are joined by '+'. Written as it comes: a table of a
/// million rows is never held in memory.
class CsvExporter final : public Exporter {
 public:
  CsvExporter(std::string folder, const Taxonomy& taxonomy, const ExportOptions& options)
      : folder_(std::move(folder)), taxonomy_(taxonomy), options_(options) {}

  Status add(const ExportItem& item) override {
    JAEDAN_RETURN_IF_ERROR(open());
    const Annotation& annotation = item.annotation;
    std::vector<std::string> cells = {image_name_of(item), std::to_string(item.photo.width),
                                      std::to_string(item.photo.height), std::string(id_of(annotation.state))};
    for (const TaxonomyAttribute* attribute : taxonomy_.image_attributes()) {
      cells.push_back(words(annotation.image_attributes, attribute->id));
    }
    for (const Part part : kAllParts) add_part(cells, item, part);
    return file_->append(csv_line(cells));
  }

  Status finish() override {
    JAEDAN_RETURN_IF_ERROR(open());  // an empty set still gives a table with its header
    return file_->commit();
  }

 private:
  Status open() {
    if (file_) return {};
    JAEDAN_ASSIGN_OR_RETURN(file_, AtomicWriter::open(folder_ + "/labels.csv"));
    return file_->append((options_.csv_byte_order_mark ? "\xEF\xBB\xBF" : "") + csv_line(header()));
  }

  std::vector<std::string> header() const {
    const bool korean = options_.csv_language == CsvLanguage::kKorean;
    std::vector<std::string> cells = {korean ? "파일" : "file", korean ? "너비" : "width", korean ? "높이" : "height",
                                      korean ? "상태" : "state"};
    for (const TaxonomyAttribute* attribute : taxonomy_.image_attributes()) cells.push_back(name_of(*attribute));
    for (const Part part : kAllParts) {
      const std::string part_name(korean ? korean_name_of(part) : id_of(part));
      cells.push_back(part_name + (korean ? " 영역(x y 너비 높이)" : " box (x y width height)"));
      for (const TaxonomyAttribute* attribute : taxonomy_.attributes_for(part)) {
        cells.push_back(part_name + " " + name_of(*attribute));
      }
    }
    return cells;
  }

  std::string name_of(const TaxonomyAttribute& attribute) const {
    if (options_.csv_language == CsvLanguage::kKorean) return attribute.korean;
    return options_.csv_language == CsvLanguage::kEnglish ? attribute.english : attribute.id;
  }

  void add_part(std::vector<std::string>& cells, const ExportItem& item, Part part) {
    std::vector<const Garment*> garments;
    for (const Garment& garment : item.annotation.garments) {
      if (garment.part == part) garments.push_back(&garment);
    }
    const Garment garment = garments.empty() ? Garment{} : join_garments(garments);
    cells.push_back(box_of(garments, item.photo));
    for (const TaxonomyAttribute* attribute : taxonomy_.attributes_for(part)) {
      cells.push_back(words(garment.attributes, attribute->id));
    }
  }

  std::string box_of(const std::vector<const Garment*>& garments, const Photo& photo) {
    Region all;
    for (const Garment* garment : garments) {
      const ExportedShape shape = exported_shape(*garment, photo);
      for (const Message& told : shape.told) warnings_.push_back({photo.name, told});
      all.rings.insert(all.rings.end(), shape.region.rings.begin(), shape.region.rings.end());
    }
    if (all.empty()) return {};
    const Rect box = short_bounds_of(all);
    std::string text;
    for (const double value : {box.x, box.y, box.width, box.height}) {
      text += (text.empty() ? "" : " ") + decimal_text(value);
    }
    return text;
  }

  std::string words(const AttributeValues& values, const std::string& attribute) const {
    std::string text;
    for (const std::string& value : values_of(values, attribute)) {
      const bool ids = options_.csv_language == CsvLanguage::kIds;
      const bool korean = options_.csv_language == CsvLanguage::kKorean;
      text += (text.empty() ? "" : "+") + (ids ? value : taxonomy_.name_of(attribute, value, korean));
    }
    return text;
  }

  const std::string folder_;
  const Taxonomy& taxonomy_;
  const ExportOptions options_;
  std::unique_ptr<AtomicWriter> file_;
};

}  // namespace

MadeExporter make_csv_exporter(const std::string& folder, const Taxonomy& taxonomy, const ExportOptions& options) {
  return std::make_unique<CsvExporter>(folder, taxonomy, options);
}

}  // namespace jaedan::labeling
