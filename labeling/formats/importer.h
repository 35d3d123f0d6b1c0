#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/domain/validate.h"
#include "labeling/io/image_header.h"

namespace jaedan::labeling {

/// What a label file says of one photo.
struct ImportedPhoto {
  std::string file_name;  ///< the photo's name as the file gives it, its last part only; empty when it gives none
  ImageSize size;         ///< as the file gives it; 0 × 0 when it gives none
  Annotation annotation;  ///< garments numbered from 1, provenance *import* with the format's name
  std::vector<Warning> warnings;
  bool holds_picture = false;   ///< labelme: the file has the photo's own bytes inside (imageData)
  bool says_something = true;   ///< false: a file of the right grammar with nothing of the format in it
  std::string kfashion_source;  ///< kfashion: the file's bytes, for writing it back
  /// The photo's path as the file gives it (written_path.h), "train/img/a.jpg"; tells photos of one name apart.
  std::string path_below;
};

/// What a label file says.
struct ImportedFile {
  std::vector<ImportedPhoto> photos;
  std::vector<Warning> warnings;  ///< of no photo: annotations of images that are not listed, unknown classes, …
};

/// What a reader needs besides the file.
struct ImportContext {
  const Taxonomy& taxonomy;
  ImageSize photo_size;              ///< of the photo beside the file; yolo needs it, others ignore it
  std::vector<std::string> classes;  ///< yolo: the class names; empty = this project's own (garment_label.h)
  int keypoint_values = 0;           ///< yolo: YoloNames::keypoint_values
};

/// A format by name.
struct ImportFormat {
  std::string_view name;          ///< as in `--format`: kfashion, coco, labelme, voc, yolo, masks
  Message title;                  ///< as people write it, in both languages
  std::string_view description;   ///< one line of English
  std::string_view ending;        ///< of its files: ".json"
  bool file_per_photo = true;     ///< false: one file speaks of many photos (coco)
  bool needs_photo = false;       ///< ImportContext::photo_size and classes must be there before it is read (yolo)
  std::uint64_t limit_bytes = 0;  ///< of a file
  /// What a photo with garments in such a file has been through.
  WorkflowState state = WorkflowState::kDrawn;
  /// Reads one file. Oddities are warnings; kCorrupt or kTooLarge when the file as a whole is unusable.
  Result<ImportedFile> (*read)(std::string_view bytes, const ImportContext& context);
  /// Whether a file of this ending seems to be one, by its first kSignBytes (label_signs.h).
  bool (*looks_like)(std::string_view bytes);
};

const std::vector<ImportFormat>& import_formats();
/// Null for an unknown name.
const ImportFormat* find_import_format(std::string_view name);

Result<ImportedFile> read_kfashion_labels(std::string_view bytes, const ImportContext& context);
Result<ImportedFile> read_coco_labels(std::string_view bytes, const ImportContext& context);
Result<ImportedFile> read_labelme_labels(std::string_view bytes, const ImportContext& context);
Result<ImportedFile> read_voc_labels(std::string_view bytes, const ImportContext& context);
Result<ImportedFile> read_yolo_labels(std::string_view bytes, const ImportContext& context);
Result<ImportedFile> read_mask_labels(std::string_view bytes, const ImportContext& context);

/// What yolo files do not say themselves.
struct YoloNames {
  std::vector<std::string> classes;  ///< by number
  int keypoint_values = 0;           ///< numbers of an object's keypoints behind its box (kpt_shape); 0 = none
};
/// The names of the files that say it, the best first: classes.txt, data.yaml, …
const std::vector<std::string>& yolo_names_files();
/// Whether a file of this name may name the classes, too, when there is none of those: any .yaml, .yml, .names or
/// .labels.
bool may_name_yolo_classes(std::string_view file_name);
/// Reads such a file; its name's ending says how: .yaml and .yml have `names` (a list or a map) and `kpt_shape`, others
/// a name a line. kCorrupt: broken, no names, no UTF-8 (which encoding it seems to be).
Result<YoloNames> read_yolo_names(std::string_view bytes, std::string_view file_name);

/// The class names of a classes.txt: one a line, without blanks around them; empty lines at the end do not count.
std::vector<std::string> yolo_classes(std::string_view text);

}  // namespace jaedan::labeling
