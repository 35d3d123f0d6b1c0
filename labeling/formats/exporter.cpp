#include "labeling/formats/exporter.h"

#include "labeling/formats/exporters.h"
#include "labeling/formats/photo_finder.h"

namespace jaedan::labeling {

const std::vector<ExportFormat>& export_formats() {
  static const std::vector<ExportFormat> kFormats = {
      {"kfashion",
       {"export.about_kfashion", "K-Fashion label files, NAME.json a photo"},
       "*.json",
       {},
       false,
       make_kfashion_exporter},
      {"masks",
       {"export.about_masks", "label masks, NAME.png a photo: 0 nothing, 1 outer, 2 top, 3 bottom, 4 dress"},
       "*.png",
       {},
       false,
       make_mask_exporter},
      {"overlay",
       {"export.about_overlay", "JPEGs to look at, NAME.jpg a photo"},
       "*.jpg",
       {},
       true,
       make_overlay_exporter},
      {"csv",
       {"export.about_csv", "one table, labels.csv, a row a photo"},
       "",
       {"labels.csv"},
       false,
       make_csv_exporter},
      {"coco",
       {"export.about_coco", "COCO instances, coco.json, with attributes"},
       "",
       {"coco.json"},
       false,
       make_coco_exporter},
      {"labelme",
       {"export.about_labelme", "labelme files, NAME.json a photo"},
       "*.json",
       {},
       false,
       make_labelme_exporter},
      {"voc", {"export.about_voc", "Pascal VOC boxes, NAME.xml a photo"}, "*.xml", {}, false, make_voc_exporter},
      {"yolo",
       {"export.about_yolo", "YOLO segmentation, labels/NAME.txt a photo, classes.txt and data.yaml"},
       "labels/*.txt",
       {"classes.txt", "data.yaml"},
       false,
       make_yolo_exporter},
  };
  return kFormats;
}

std::string photo_file_of(const ExportFormat& format, const std::string& file_name) {
  std::string file(format.photo_file);
  if (const std::size_t star = file.find('*'); star != std::string::npos) file.replace(star, 1, file_name);
  return file;
}

bool writes_pictures(const ExportFormat& format) { return looks_like_photo(std::string(format.photo_file)); }

const ExportFormat* find_export_format(std::string_view name) {
  for (const ExportFormat& format : export_formats()) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

Result<std::unique_ptr<Exporter>> make_exporter(std::string_view name, const std::string& folder,
                                                const Taxonomy& taxonomy, const ExportOptions& options) {
  if (const ExportFormat* format = find_export_format(name)) return format->make(folder, taxonomy, options);
  std::string names;
  for (const ExportFormat& format : export_formats()) names += (names.empty() ? "" : ", ") + std::string(format.name);
  return Error{ErrorCode::kInvalidArgument,
               "export.format_unknown",
               "no export format '{0}'; choose one or several of {1}",
               {name, names}};
}

}  // namespace jaedan::labeling
