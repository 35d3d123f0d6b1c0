#pragma once

#include <istream>
#include <string>

#include "labeling/base/atomic_writer.h"
#include "recommender/index/vector_rows.h"

namespace jaedan::recommender {

/// What lies in the file of an index.
struct IndexFile {
  VectorRows rows;
  std::string source;
};

/// From a file whose bytes may be anything. kUnsupported for another version of the format, kCorrupt for what is no
/// index or not as it was written; kInternal.
Result<IndexFile> read_index(std::istream& in);
/// The same, with its name before every error. kNotFound, kIo.
Result<IndexFile> read_index_file(const std::string& path);

/// Leaves the commit to the caller. kIo.
Status write_index(const VectorRows& rows, const std::string& source, AtomicWriter& file);

}  // namespace jaedan::recommender
