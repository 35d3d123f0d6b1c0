#include <map>
#include <utility>

#include "labeling/formats/exchange/class_words.h"
#include "labeling/formats/exchange/coco_segmentation.h"
#include "labeling/formats/importer.h"
#include "labeling/formats/json/json_reading.h"
#include "labeling/formats/written_path.h"

namespace jaedan::labeling {
namespace {

using namespace json_reading;

/// A set of a hundred thousand photos is some hundred megabytes.
constexpr JsonLimits kLimits = {512u << 20, 64, 100'000'000};
constexpr std::size_t kMostWarnings = 1000;
constexpr std::size_t kMostIds = 100;

/// Reads COCO "instances": our own files, and others whose categories are garments (the DACON contest's,
/// DeepFashion2's).
class CocoReader {
 public:
  CocoReader(const JsonValue& root, const Taxonomy& taxonomy)
      : root_(root), taxonomy_(taxonomy), classes_(garment_classes(taxonomy)) {}

  ImportedFile run() {
    read_categories();
    read_images();
    for (const char* key : {"categories", "annotations"}) {
      const JsonValue* given = member(root_, key);
      if (given && !given->is_array())
        warn("no_list", {"coco.no_list", "'{0}' is no list; nothing of it is read", {key}});
    }
    const std::vector<JsonValue>& annotations = list(root_, "annotations");
    for (std::size_t i = 0; i < annotations.size(); ++i) {
      const std::string given = id(annotations[i], "id");
      read_annotation(annotations[i], given.empty() ? "#" + std::to_string(i + 1) : given);
    }
    for (ImportedPhoto& photo : file_.photos) tell_outside_taxonomy(photo);
    for (const auto& [category_id, category] : categories_) warn_of_left_out(category);
    if (warnings_left_out_ > 0) {
      file_.warnings.push_back(
          {"more_warnings", {"coco.more_warnings", "and {0} more like these", {warnings_left_out_}}});
    }
    return std::move(file_);
  }

 private:
  struct Category {
    std::string name;
    std::optional<GarmentClass> meaning;
    std::vector<std::string> left_out;  ///< ids of the first annotations that are left out with it
    std::size_t left_out_count = 0;
  };

  void warn(std::string code, Message message) {
    if (file_.warnings.size() >= kMostWarnings) {
      ++warnings_left_out_;
    } else {
      file_.warnings.push_back({std::move(code), std::move(message)});
    }
  }

  void read_categories() {
    std::vector<ListedClass> listed;
    for (const JsonValue& category : list(root_, "categories")) {
      listed.push_back({word(category, "name"), text(category, "supercategory")});
    }
    const std::vector<std::optional<GarmentClass>> meanings = classes_from_list(listed, classes_, taxonomy_);
    for (std::size_t i = 0; i < listed.size(); ++i) {
      const std::string category_id = id(list(root_, "categories")[i], "id");
      if (category_id.empty()) {
        warn("unknown_class", {"coco.category_without_id", "category '{0}' has no id", {listed[i].name}});
      } else if (!categories_.try_emplace(category_id, Category{listed[i].name, meanings[i], {}, 0}).second) {
        warn("category_twice", {"coco.category_twice",
                                "the id {0} of category '{1}' is the one of '{2}', too, which is taken",
                                {category_id, listed[i].name, categories_[category_id].name}});
      }
    }
  }

  void read_images() {
    for (const JsonValue& image : list(root_, "images")) {
      const std::string image_id = id(image, "id");
      const WrittenPath path = path_of(image);
      if (image_id.empty() || !image_at_.try_emplace(image_id, file_.photos.size()).second) {
        warn("bad_image", {"coco.image_without_id",
                           "image '{0}' has no id, or one that was there before; it is left out",
                           {path.file_name}});
        continue;
      }
      ImportedPhoto photo;
      photo.file_name = path.file_name;
      photo.path_below = path.below;
      photo.size = {side(image, "width"), side(image, "height")};
      read_attributes(image, photo.annotation.image_attributes);
      file_.photos.push_back(std::move(photo));
    }
  }

  static WrittenPath path_of(const JsonValue& image) {
    for (const char* key : {"file_name", "path", "coco_url"}) {
      WrittenPath path = read_written_path(word(image, key));
      if (!path.file_name.empty()) return path;
    }
    return {};
  }

  void read_annotation(const JsonValue& annotation, const std::string& annotation_id) {
    const std::string image_id = id(annotation, "image_id");
    const auto image = image_at_.find(image_id);
    if (image == image_at_.end()) {
      return warn("no_image", {"coco.image_unknown",
                               "annotation {0} is of image '{1}', which is not listed; it is left out",
                               {annotation_id, image_id}});
    }
    const std::string category_id = id(annotation, "category_id");
    const auto found = categories_.find(category_id);
    if (found == categories_.end()) {
      return warn("unknown_class", {"coco.category_unlisted",
                                    "annotation {0} has the category '{1}', which is not listed; it is left out",
                                    {annotation_id, category_id}});
    }
    Category& category = found->second;
    if (!category.meaning) {
      if (++category.left_out_count <= kMostIds) category.left_out.push_back(annotation_id);
      return;
    }
    add_garment(annotation, annotation_id, *category.meaning, file_.photos[image->second]);
  }

  void add_garment(const JsonValue& annotation, const std::string& annotation_id, const GarmentClass& meaning,
                   ImportedPhoto& photo) {
    const auto warn_of = [&](std::string code, Message message) {
      const Message which = {"coco.annotation", "annotation {0}", {annotation_id}};
      photo.warnings.push_back({std::move(code), in_context(which, std::move(message))});
    };
    Garment garment = garment_of_class(meaning, "coco");
    garment.id = GarmentId{static_cast<std::int64_t>(photo.annotation.garments.size()) + 1};
    if (const JsonValue* segmentation = member(annotation, "segmentation")) {
      CocoSegmentation read = read_coco_segmentation(*segmentation, photo.size);
      garment.region = std::move(read.region);
      for (Warning& warning : read.warnings) warn_of(std::move(warning.code), std::move(warning.message));
    }
    if (garment.region.empty()) {
      if (const JsonValue* box = member(annotation, "bbox")) garment.region = read_coco_box(*box);
      if (garment.region.empty()) {
        return warn_of("no_region", {"coco.no_place", "neither an outline nor a box; it is left out"});
      }
      warn_of("no_region", {"coco.box_taken", "no outline, its box is taken"});
    }
    if (is_true(annotation, "iscrowd")) {
      warn_of("crowd", {"coco.crowd", "marked as a crowd of several; it is read as one garment"});
    }
    read_attributes(annotation, garment.attributes);
    photo.annotation.garments.push_back(std::move(garment));
  }

  void tell_outside_taxonomy(ImportedPhoto& photo) const {
    for (Warning& outside : values_outside_taxonomy(photo.annotation, taxonomy_)) {
      photo.warnings.push_back(std::move(outside));
    }
  }

  static bool is_true(const JsonValue& object, const char* key) {
    const JsonValue* flag = member(object, key);
    return flag && (flag->text == "true" || integer(object, key).value_or(0) != 0);
  }

  void warn_of_left_out(const Category& category) {
    if (category.left_out_count == 0) return;
    std::string ids;
    for (const std::string& one : category.left_out) ids += (ids.empty() ? "" : ", ") + one;
    if (category.left_out_count > kMostIds) ids += ", …";
    warn("unknown_class", {"coco.category_unknown",
                           "category '{0}' is no garment known here; annotations left out: {1} (id {2})",
                           {category.name, category.left_out_count, ids}});
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
  std::map<std::string, Category> categories_;
  std::map<std::string, std::size_t> image_at_;
  std::size_t warnings_left_out_ = 0;
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
