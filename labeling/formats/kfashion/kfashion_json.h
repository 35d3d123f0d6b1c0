#pragma once

#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"
#include "labeling/domain/taxonomy.h"
#include "labeling/domain/validate.h"

namespace jaedan::labeling {

/// One label file of the K-Fashion data set (AI-Hub, v1.1), read or to be written.
struct KFashionFile {
  std::int64_t image_id = 0;      ///< 이미지 식별자
  std::string image_file_name;    ///< 이미지 파일명: the name at upload, not unique; never used as a path
  std::string file_name;          ///< 파일 이름: the same again
  std::int64_t file_number = 0;   ///< 파일 번호: the same number as the id
  int width = 0;                  ///< 이미지 너비
  int height = 0;                 ///< 이미지 높이
  std::string created;            ///< 파일 생성일자, "YYYY-MM-DD HH:MM:SS"
  Annotation annotation;          ///< garments numbered from 1 in paint order top, bottom, dress, outer
  std::vector<Warning> warnings;  ///< what is odd in the file; nothing is ever dropped for it
  std::string source;             ///< the bytes as read; empty for a new file
};

struct KFashionWriteOptions {
  /// Write only the largest ring of a region instead of joining pieces and holes by bridges (single_ring.h).
  bool largest_ring_only = false;
};

struct KFashionText {
  std::string bytes;
  std::vector<Warning> warnings;  ///< "part_joined", "not_kfashion": what the format could not say as it is
};

/// Reads a label file. Every known defect – missing or empty parts, polygons of one or two points,
/// odd numbers and types, other spellings, unknown keys and words – gives a Warning, not an error. A word outside the
/// taxonomy becomes an AttributeValue with the word as its value; an attribute outside it gets its Korean key as id.
/// All values have the provenance *import* "kfashion".
/// kCorrupt: not JSON, not UTF-8, or no object at the top. kTooLarge: over 8 MiB, 64 levels or a million values.
Result<KFashionFile> read_kfashion(std::string_view bytes, const Taxonomy& taxonomy);

/// The bytes of a label file.
///
/// With a `source`: exactly its bytes when nothing that the format can say has changed. Otherwise only what changed is
/// written anew; other values, unknown keys and their order stay byte for byte (blanks between tokens go away around
/// a change). A rect is recomputed only when its outline changed or when `Garment::rect` was cleared.
/// Without one: a new file as the original exporter would write it.
///
/// Not written: not-sure values, hidden and locked flags, provenance, image attributes other than style. The format has
/// one object a part: several garments of one part become one (union of the regions, the largest one's words first)
/// with a warning, unless the source already had as many. kCorrupt when `source` does not parse.
Result<KFashionText> write_kfashion(const KFashionFile& file, const Taxonomy& taxonomy,
                                    const KFashionWriteOptions& options = {});

/// A file to write for a photo that came without one. The file name is the last part of the photo's path.
KFashionFile new_kfashion_file(const Photo& photo, const Annotation& annotation, std::int64_t image_id,
                               std::string created);

/// `time` in UTC as 파일 생성일자 spells it.
std::string kfashion_timestamp(std::time_t time);

}  // namespace jaedan::labeling
