#include "labeling/formats/importer.h"

#include <cstdint>

#include "labeling/formats/file_names.h"
#include "labeling/formats/kfashion/kfashion_json.h"
#include "labeling/formats/label_mask.h"
#include "labeling/formats/label_signs.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::labeling {
namespace {

constexpr std::uint64_t kMostBytes = 16u << 20;
constexpr std::uint64_t kMostBytesOfMany = 512u << 20;  // a set of a hundred thousand photos is some hundred megabytes

/// Any JSON object can be read as a label file with defects; this one has nothing at all of a K-Fashion file.
bool says_nothing(const KFashionFile& label) {
  return label.annotation.garments.empty() && label.annotation.image_attributes.empty() &&
         label.image_file_name.empty() && label.file_name.empty() && label.created.empty() && label.image_id == 0 &&
         label.file_number == 0 && label.width == 0 && label.height == 0;
}

}  // namespace

const std::vector<ImportFormat>& import_formats() {
  static const std::vector<ImportFormat> kFormats = {
      // A file of the data set has been through the whole workflow.
      {"kfashion", "K-Fashion", "K-Fashion label files, NAME.json a photo", ".json", true, false, kMostBytes,
       WorkflowState::kExpert, read_kfashion_labels, looks_like_kfashion},
      {"coco", "COCO", "COCO instances: one JSON for many photos", ".json", false, false, kMostBytesOfMany,
       WorkflowState::kDrawn, read_coco_labels, looks_like_coco},
      {"labelme", "labelme", "labelme files, NAME.json a photo", ".json", true, false, kMostBytes,
       WorkflowState::kDrawn, read_labelme_labels, looks_like_labelme},
      {"voc", "Pascal VOC", "Pascal VOC boxes, NAME.xml a photo", ".xml", true, false, kMostBytes,
       WorkflowState::kDrawn, read_voc_labels, looks_like_voc},
      {"yolo", "YOLO", "YOLO boxes or segmentation, NAME.txt a photo, with classes.txt", ".txt", true, true, kMostBytes,
       WorkflowState::kDrawn, read_yolo_labels, looks_like_yolo},
      {"masks",
       {"import.title_masks", "label mask"},
       "label masks, NAME.png a photo: 1 outer, 2 top, 3 bottom, 4 dress",
       ".png",
       true,
       false,
       kMostBytes,
       WorkflowState::kDrawn,
       read_mask_labels,
       looks_like_mask},
  };
  return kFormats;
}

const ImportFormat* find_import_format(std::string_view name) {
  for (const ImportFormat& format : import_formats()) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

Result<ImportedFile> read_kfashion_labels(std::string_view bytes, const ImportContext& context) {
  JAEDAN_ASSIGN_OR_RETURN(KFashionFile file, read_kfashion(bytes, context.taxonomy));
  ImportedPhoto photo;
  photo.says_something = !says_nothing(file);
  photo.file_name = last_part_of(file.image_file_name);
  photo.size = {file.width, file.height};
  photo.annotation = std::move(file.annotation);
  photo.warnings = std::move(file.warnings);
  photo.kfashion_source = std::move(file.source);
  return ImportedFile{{std::move(photo)}, {}};
}

Result<ImportedFile> read_mask_labels(std::string_view bytes, const ImportContext&) {
  JAEDAN_ASSIGN_OR_RETURN(const Mask mask, decode_mask(bytes));
  MaskReading reading = annotation_from_mask(mask);
  if (reading.annotation.garments.empty() && !reading.warnings.empty()) {
    return Error{ErrorCode::kUnsupported, "mask.no_part",
                 "no mask of parts (1 outer, 2 top, 3 bottom, 4 dress): a black and white one, say"};
  }
  ImportedPhoto photo;
  photo.size = {mask.width, mask.height};
  photo.annotation = std::move(reading.annotation);
  photo.warnings = std::move(reading.warnings);
  return ImportedFile{{std::move(photo)}, {}};
}

}  // namespace jaedan::labeling
