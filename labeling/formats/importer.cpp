#include "labeling/formats/importer.h"

#include "labeling/formats/file_names.h"
#include "labeling/formats/kfashion/kfashion_json.h"
#include "labeling/formats/label_mask.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::labeling {

const std::vector<ImportFormat>& import_formats() {
  static const std::vector<ImportFormat> kFormats = {
      {"kfashion", "K-Fashion label files, NAME.json a photo", ".json", true, read_kfashion_labels},
      {"coco", "COCO instances: one JSON for many photos", ".json", false, read_coco_labels},
      {"labelme", "labelme files, NAME.json a photo", ".json", true, read_labelme_labels},
      {"voc", "Pascal VOC boxes, NAME.xml a photo", ".xml", true, read_voc_labels},
      {"yolo", "YOLO boxes or segmentation, NAME.txt a photo, with classes.txt", ".txt", true, read_yolo_labels},
      {"masks", "label masks, NAME.png a photo: 1 outer, 2 top, 3 bottom, 4 dress", ".png", true, read_mask_labels},
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
  ImportedPhoto photo;
  photo.size = {mask.width, mask.height};
  photo.annotation = std::move(reading.annotation);
  photo.warnings = std::move(reading.warnings);
  return ImportedFile{{std::move(photo)}, {}};
}

}  // namespace jaedan::labeling
