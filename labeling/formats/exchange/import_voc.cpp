#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "labeling/formats/exchange/garment_label.h"
#include "labeling/formats/exchange/xml.h"
#include "labeling/formats/file_names.h"
#include "labeling/formats/importer.h"

namespace jaedan::labeling {
namespace {

std::optional<double> number_in(const XmlElement& element, std::string_view name) {
  const std::string text = element.child_text(name);
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  const bool whole = !text.empty() && *end == '\0' && std::abs(value) <= 1e7;
  return whole ? std::optional<double>(value) : std::nullopt;
}

/// Pixels count from 1 and the far corner belongs to the box.
Region region_of(const XmlElement& object) {
  const XmlElement* box = object.child("bndbox");
  if (!box) return {};
  const std::optional<double> left = number_in(*box, "xmin");
  const std::optional<double> top = number_in(*box, "ymin");
  const std::optional<double> right = number_in(*box, "xmax");
  const std::optional<double> bottom = number_in(*box, "ymax");
  if (!left || !top || !right || !bottom || *right < *left || *bottom < *top) return {};
  return {{{{*left - 1, *top - 1}, {*right, *top - 1}, {*right, *bottom}, {*left - 1, *bottom}}}};
}

}  // namespace

Result<ImportedFile> read_voc_labels(std::string_view bytes, const ImportContext& context) {
  JAEDAN_ASSIGN_OR_RETURN(const XmlElement root, parse_xml(bytes));
  if (root.name != "annotation")
    return Error{ErrorCode::kCorrupt, "voc.no_annotation", "no Pascal VOC file: it holds no <annotation>"};
  const std::vector<GarmentClass> classes = garment_classes(context.taxonomy);
  ImportedPhoto photo;
  photo.file_name = last_part_of(root.child_text("filename"));
  if (const XmlElement* size = root.child("size")) {
    const auto side = [size](const char* name) { return static_cast<int>(number_in(*size, name).value_or(0)); };
    photo.size = {std::max(side("width"), 0), std::max(side("height"), 0)};
  }
  for (const XmlElement& object : root.children) {
    if (object.name != "object") continue;
    const std::string word = object.child_text("name");
    const std::optional<GarmentClass> found = class_from_word(word, classes, context.taxonomy);
    Region region = region_of(object);
    if (!found) {
      photo.warnings.push_back(
          {"unknown_class", {"voc.object_unknown", "'{0}' is no garment known here; it is left out", {word}}});
    } else if (region.empty()) {
      photo.warnings.push_back({"no_region", {"voc.no_box", "{0}: no usable box; it is left out", {word}}});
    } else {
      Garment garment = garment_of_class(*found, "voc");
      garment.id = GarmentId{static_cast<std::int64_t>(photo.annotation.garments.size()) + 1};
      garment.region = std::move(region);
      photo.annotation.garments.push_back(std::move(garment));
    }
  }
  return ImportedFile{{std::move(photo)}, {}};
}

}  // namespace jaedan::labeling
