#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"
#include "labeling/domain/image.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/formats/kfashion/kfashion_json.h"

namespace jaedan::labeling {

/// What a photo is called in an export, the same in every format. Whoever exports several photos asks `ExportNames`, so
/// that no two of them share one.
struct PhotoNames {
  std::string file;         ///< of its files, without ending; empty = the photo's own name
  std::string image;        ///< in tables and lists: its path below the photos' common folder; empty = its file name
  std::int64_t number = 0;  ///< kfashion: 이미지 식별자; 0 = the photo's id
  std::string path;         ///< where its pixels lie, absolute; empty = not known
};

/// One photo to export.
struct ExportItem {
  Photo photo;
  PhotoNames names;
  Annotation annotation;
  std::string kfashion_source;                ///< bytes of the label file it came with; empty when there was none
  std::function<Result<Image>()> load_image;  ///< the pixels, asked for by formats that show them (overlay)
};

enum class CsvLanguage { kIds, kKorean, kEnglish };

struct ExportOptions {
  bool largest_ring_only = false;  ///< kfashion: KFashionWriteOptions
  std::string created;             ///< kfashion: 파일 생성일자 of new files; empty = now
  CsvLanguage csv_language = CsvLanguage::kIds;
  bool csv_byte_order_mark = true;  ///< csv: so that spreadsheet programs see UTF-8
};

/// Something that a format could not say as it is.
struct ExportWarning {
  std::string photo;  ///< its name
  Message message;
};

/// Writes photos of one set in one format into one folder. Not thread-safe.
class Exporter {
 public:
  virtual ~Exporter() = default;

  /// Writes one photo. After an error the set goes on without it. kIo, kCorrupt (the item's source), or what
  /// `load_image` says.
  virtual Status add(const ExportItem& item) = 0;
  /// Writes what belongs to the whole set (tables, lists). Call once, last. kIo.
  virtual Status finish() = 0;

  const std::vector<ExportWarning>& warnings() const { return warnings_; }

 protected:
  std::vector<ExportWarning> warnings_;
};

/// A format by name.
struct ExportFormat {
  std::string_view name;        ///< as in `--format`: kfashion, masks, overlay, csv, coco, labelme, voc, yolo
  Message description;          ///< one line
  std::string_view photo_file;  ///< what it writes a photo, '*' being the item's file name; empty for none
  std::vector<std::string_view> set_files;  ///< what it writes once for the whole set
  bool needs_image = false;                 ///< asks for the pixels
  std::unique_ptr<Exporter> (*make)(const std::string& folder, const Taxonomy& taxonomy, const ExportOptions& options);
};

/// `format.photo_file` for a photo of this file name, relative to the folder; empty for none.
std::string photo_file_of(const ExportFormat& format, const std::string& file_name);
/// Whether it writes pictures that look like photos themselves (masks, overlays).
bool writes_pictures(const ExportFormat& format);

/// All formats, in the order in which they are offered.
const std::vector<ExportFormat>& export_formats();
/// Null for an unknown name.
const ExportFormat* find_export_format(std::string_view name);

/// An exporter for `name` into `folder`, which is made when something is written. `taxonomy` must outlive it.
/// kInvalidArgument for an unknown name; the message lists the names.
Result<std::unique_ptr<Exporter>> make_exporter(std::string_view name, const std::string& folder,
                                                const Taxonomy& taxonomy, const ExportOptions& options = {});

}  // namespace jaedan::labeling
