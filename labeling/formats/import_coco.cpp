#include <map>
#include <utility>

#include "labeling/formats/coco_rle.h"
#include "labeling/formats/file_names.h"
#include "labeling/formats/garment_label.h"
#include "labeling/formats/importer.h"
#include "labeling/formats/json_reading.h"

namespace jaedan::labeling {
namespace {

using namespace json_reading;

constexpr std::size_t kMostBytes = 512u << 20;
constexpr std::size_t kMostWarnings = 1000;

/// Reads COCO "instances": our own files, and others whose categories are garments (the DACON contest's, say).
class CocoReader {
 public:
  CocoReader(const Json& root, const Taxonomy& taxonomy)
      : root_(root), taxonomy_(taxonomy), classes_(garment_classes(taxonomy)) {}

  ImportedFile run() {
    read_categories();
    read_images();
    for (const Json& annotation : list(root_, "annotations")) read_annotation(annotation);
    return std::move(file_);
  }

 private:
  void warn(std::string code, std::string message) {
    if (file_.warnings.size() < kMostWarnings) file_.warnings.push_back({std::move(code), std::move(message)});
  }

  void read_categories() {
    for (const Json& category : list(root_, "categories")) {
      const std::optional<std::int64_t> id = integer(category, "id");
      const std::string name = text(category, "name");
      std::optional<GarmentClass> found = class_from_word(name, classes_, taxonomy_);
      // A word that means nothing here may still stand below a part: {"name": "gilet", "supercategory": "아우터"}.
      if (!found) found = class_from_word(text(category, "supercategory"), classes_, taxonomy_);
      if (id && found) {
        categories_[*id] = *found;
      } else {
        warn("unknown_class", "category '" + name + "' is no garment known here; its annotations are left out");
      }
    }
  }

  void read_images() {
    for (const Json& image : list(root_, "images")) {
      const std::optional<std::int64_t> id = integer(image, "id");
      if (!id || !image_at_.try_emplace(*id, file_.photos.size()).second) {
        warn("bad_image", "an image without an id, or with one that was there before");
        continue;
      }
      ImportedPhoto photo;
      photo.file_name = last_part_of(text(image, "file_name"));
      photo.size = {side(image, "width"), side(image, "height")};
      read_attributes(image, photo.annotation.image_attributes);
      file_.photos.push_back(std::move(photo));
    }
  }

  void read_annotation(const Json& annotation) {
    const std::optional<std::int64_t> image_id = integer(annotation, "image_id");
    const auto image = image_id ? image_at_.find(*image_id) : image_at_.end();
    if (image == image_at_.end()) return warn("no_image", "an annotation of an image that is not listed");
    const std::optional<std::int64_t> category_id = integer(annotation, "category_id");
    const auto category = category_id ? categories_.find(*category_id) : categories_.end();
    if (category == categories_.end()) return;  // told once, with the category
    ImportedPhoto& photo = file_.photos[image->second];
    Garment garment = garment_of_class(category->second, "coco");
    garment.id = GarmentId{static_cast<std::int64_t>(photo.annotation.garments.size()) + 1};
    if (const Json* segmentation = member(annotation, "segmentation")) {
      garment.region = region_of(*segmentation, photo);
    }
    if (garment.region.empty()) {
      garment.region = region_of_box(list(annotation, "bbox"));
      photo.warnings.push_back({"no_region", std::string(id_of(garment.part)) + ": no outline, its box is taken"});
    }
    read_attributes(annotation, garment.attributes);
    photo.annotation.garments.push_back(std::move(garment));
  }

  Region region_of(const Json& segmentation, ImportedPhoto& photo) {
    Region region;
    if (segmentation.is_object()) return region_of_runs(segmentation, photo);
    if (!segmentation.is_array()) return region;
    for (const Json& polygon : segmentation) {
      Ring ring;
      for (std::size_t i = 0; polygon.is_array() && i + 1 < polygon.size(); i += 2) {
        const std::optional<double> x = coordinate(polygon[i]);
        const std::optional<double> y = coordinate(polygon[i + 1]);
        if (x && y) ring.push_back({*x, *y});
      }
      if (!ring.empty()) region.rings.push_back(std::move(ring));
    }
    return region;
  }

  Region region_of_runs(const Json& segmentation, ImportedPhoto& photo) {
    const Json& size = list(segmentation, "size");
    const auto length = [&](std::size_t i) {
      const std::optional<double> n = i < size.size() ? number(size[i]) : std::nullopt;
      return n && *n > 0 && *n <= 1'000'000 ? static_cast<int>(*n) : 0;
    };
    const Result<Mask> mask = mask_of_counts(segmentation, length(1), length(0));
    if (mask.ok()) return trace(*mask);
    photo.warnings.push_back({"bad_runs", mask.error().message});
    return {};
  }

  static Result<Mask> mask_of_counts(const Json& segmentation, int width, int height) {
    std::vector<std::uint32_t> counts;
    const Json* given = member(segmentation, "counts");
    if (given && given->is_string()) {
      JAEDAN_ASSIGN_OR_RETURN(counts, rle_counts_from_text(given->get_ref<const std::string&>()));
    }
    for (const Json& count : list(segmentation, "counts")) {
      const std::optional<double> n = number(count);
      if (!n || *n < 0 || *n > 4294967295.0) return Error{ErrorCode::kCorrupt, "run lengths that are no numbers"};
      counts.push_back(static_cast<std::uint32_t>(*n));
    }
    return mask_from_rle(counts, width, height);
  }

  static Region region_of_box(const Json& box) {
    double numbers[4];
    if (box.size() != 4) return {};
    for (std::size_t i = 0; i < 4; ++i) {
      const std::optional<double> n = coordinate(box[i]);
      if (!n) return {};
      numbers[i] = *n;
    }
    const auto [x, y, width, height] = numbers;
    return {{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}}};
  }

  /// "attributes" as our exporter writes them. The category is said by category_id already.
  void read_attributes(const Json& object, AttributeValues& values) const {
    const Json* attributes = member(object, "attributes");
    if (!attributes || !attributes->is_object()) return;
    for (const auto& [key, value] : attributes->items()) {
      if (key == attribute::kCategory || !taxonomy_.attribute(key)) continue;
      const auto add = [&values, &name = key](const Json& word) {
        if (!word.is_string() || word.get_ref<const std::string&>().empty()) return;
        values.push_back({name, word.get<std::string>(), "", Provenance::import("coco")});
      };
      if (value.is_array()) {
        for (const Json& word : value) add(word);
      } else {
        add(value);
      }
    }
  }

  const Json& root_;
  const Taxonomy& taxonomy_;
  const std::vector<GarmentClass> classes_;
  std::map<std::int64_t, GarmentClass> categories_;
  std::map<std::int64_t, std::size_t> image_at_;
  ImportedFile file_;
};

}  // namespace

Result<ImportedFile> read_coco_labels(std::string_view bytes, const ImportContext& context) {
  JAEDAN_ASSIGN_OR_RETURN(const Json root, parse(bytes, kMostBytes));
  const Json* images = member(root, "images");
  if (!images || !images->is_array()) return Error{ErrorCode::kCorrupt, "no COCO file: it lists no images"};
  return CocoReader(root, context.taxonomy).run();
}

}  // namespace jaedan::labeling
