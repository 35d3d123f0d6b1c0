#include <map>
#include <utility>

#include "labeling/formats/exchange/coco_rle.h"
#include "labeling/formats/exchange/garment_label.h"
#include "labeling/formats/file_names.h"
#include "labeling/formats/importer.h"
#include "labeling/formats/json/json_reading.h"

namespace jaedan::labeling {
namespace {

using namespace json_reading;

/// A set of a hundred thousand photos is some hundred megabytes.
constexpr JsonLimits kLimits = {512u << 20, 64, 100'000'000};
constexpr std::size_t kMostWarnings = 1000;

/// Reads COCO "instances": our own files, and others whose categories are garments (the DACON contest's, say).
class CocoReader {
 public:
  CocoReader(const JsonValue& root, const Taxonomy& taxonomy)
      : root_(root), taxonomy_(taxonomy), classes_(garment_classes(taxonomy)) {}

  ImportedFile run() {
    read_categories();
    read_images();
    for (const JsonValue& annotation : list(root_, "annotations")) read_annotation(annotation);
    return std::move(file_);
  }

 private:
  void warn(std::string code, Message message) {
    if (file_.warnings.size() < kMostWarnings) file_.warnings.push_back({std::move(code), std::move(message)});
  }

  void read_categories() {
    for (const JsonValue& category : list(root_, "categories")) {
      const std::optional<std::int64_t> id = integer(category, "id");
      const std::string name = text(category, "name");
      std::optional<GarmentClass> found = class_from_word(name, classes_, taxonomy_);
      // A word that means nothing here may still stand below a part: {"name": "gilet", "supercategory": "아우터"}.
      if (!found) found = class_from_word(text(category, "supercategory"), classes_, taxonomy_);
      if (id && found) {
        categories_[*id] = *found;
      } else {
        warn(
            "unknown_class",
            {"coco.category_unknown", "category '{0}' is no garment known here; its annotations are left out", {name}});
      }
    }
  }

  void read_images() {
    for (const JsonValue& image : list(root_, "images")) {
      const std::optional<std::int64_t> id = integer(image, "id");
      if (!id || !image_at_.try_emplace(*id, file_.photos.size()).second) {
        warn("bad_image", {"coco.image_without_id", "an image without an id, or with one that was there before"});
        continue;
      }
      ImportedPhoto photo;
      photo.file_name = last_part_of(text(image, "file_name"));
      photo.size = {side(image, "width"), side(image, "height")};
      read_attributes(image, photo.annotation.image_attributes);
      file_.photos.push_back(std::move(photo));
    }
  }

  void read_annotation(const JsonValue& annotation) {
    const std::optional<std::int64_t> image_id = integer(annotation, "image_id");
    const auto image = image_id ? image_at_.find(*image_id) : image_at_.end();
    if (image == image_at_.end())
      return warn("no_image", {"coco.image_unknown", "an annotation of an image that is not listed"});
    const std::optional<std::int64_t> category_id = integer(annotation, "category_id");
    const auto category = category_id ? categories_.find(*category_id) : categories_.end();
    if (category == categories_.end()) return;  // told once, with the category
    ImportedPhoto& photo = file_.photos[image->second];
    Garment garment = garment_of_class(category->second, "coco");
    garment.id = GarmentId{static_cast<std::int64_t>(photo.annotation.garments.size()) + 1};
    if (const JsonValue* segmentation = member(annotation, "segmentation")) {
      garment.region = region_of(*segmentation, photo);
    }
    if (garment.region.empty()) {
      garment.region = region_of_box(list(annotation, "bbox"));
      photo.warnings.push_back(
          {"no_region", in_context(message_of(garment.part), {"coco.box_taken", "no outline, its box is taken"})});
    }
    read_attributes(annotation, garment.attributes);
    photo.annotation.garments.push_back(std::move(garment));
  }

  Region region_of(const JsonValue& segmentation, ImportedPhoto& photo) {
    Region region;
    if (segmentation.is_object()) return region_of_runs(segmentation, photo);
    for (const JsonValue& polygon : segmentation.items) {
      Ring ring;
      for (std::size_t i = 0; i + 1 < polygon.items.size(); i += 2) {
        const std::optional<double> x = coordinate(polygon.items[i]);
        const std::optional<double> y = coordinate(polygon.items[i + 1]);
        if (x && y) ring.push_back({*x, *y});
      }
      if (!ring.empty()) region.rings.push_back(std::move(ring));
    }
    return region;
  }

  Region region_of_runs(const JsonValue& segmentation, ImportedPhoto& photo) {
    const std::vector<JsonValue>& size = list(segmentation, "size");
    const auto length = [&](std::size_t i) {
      const std::optional<double> n = i < size.size() ? number(size[i]) : std::nullopt;
      return n && *n > 0 && *n <= 1'000'000 ? static_cast<int>(*n) : 0;
    };
    const Result<Mask> mask = mask_of_counts(segmentation, length(1), length(0));
    if (mask.ok()) return trace(*mask);
    photo.warnings.push_back({"bad_runs", mask.error().message});
    return {};
  }

  static Result<Mask> mask_of_counts(const JsonValue& segmentation, int width, int height) {
    std::vector<std::uint32_t> counts;
    const JsonValue* given = member(segmentation, "counts");
    if (given && given->is_string()) {
      JAEDAN_ASSIGN_OR_RETURN(counts, rle_counts_from_text(given->text));
    }
    for (const JsonValue& count : list(segmentation, "counts")) {
      const std::optional<double> n = number(count);
      if (!n || *n < 0 || *n > 4294967295.0)
        return Error{ErrorCode::kCorrupt, "runs.no_numbers", "run lengths that are no numbers"};
      counts.push_back(static_cast<std::uint32_t>(*n));
    }
    return mask_from_rle(counts, width, height);
  }

  static Region region_of_box(const std::vector<JsonValue>& box) {
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
  void read_attributes(const JsonValue& object, AttributeValues& values) const {
    const JsonValue* attributes = member(object, "attributes");
    if (!attributes) return;
    for (const JsonMember& attribute : attributes->members) {
      if (attribute.key == attribute::kCategory || !taxonomy_.attribute(attribute.key)) continue;
      const auto add = [&](const JsonValue& word) {
        if (!word.is_string() || word.text.empty()) return;
        values.push_back({attribute.key, word.text, "", Provenance::import("coco")});
      };
      if (attribute.value.is_array()) {
        for (const JsonValue& word : attribute.value.items) add(word);
      } else {
        add(attribute.value);
      }
    }
  }

  const JsonValue& root_;
  const Taxonomy& taxonomy_;
  const std::vector<GarmentClass> classes_;
  std::map<std::int64_t, GarmentClass> categories_;
  std::map<std::int64_t, std::size_t> image_at_;
  ImportedFile file_;
};

}  // namespace

Result<ImportedFile> read_coco_labels(std::string_view bytes, const ImportContext& context) {
  JAEDAN_ASSIGN_OR_RETURN(const JsonValue root, parse_json_document(bytes, kLimits));
  const JsonValue* images = member(root, "images");
  if (!images || !images->is_array())
    return Error{ErrorCode::kCorrupt, "coco.no_images", "no COCO file: it lists no images"};
  return CocoReader(root, context.taxonomy).run();
}

}  // namespace jaedan::labeling
