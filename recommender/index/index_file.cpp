#include "recommender/index/index_file.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <vector>

#include "recommender/index/byte_stream.h"

namespace jaedan::recommender {
namespace {

constexpr std::array<char, 8> kMagic = {'J', 'a', 'e', 'd', 'a', 'n', 'V', 'I'};
constexpr std::uint32_t kVersion = 1;

/// The file: this, what the vectors come from, the rows (vector_rows.cpp, hnsw_graph.cpp), and the sum of all bytes
/// before it. Numbers as they lie in memory, little-endian.
struct IndexHeader {
  std::array<char, 8> magic = kMagic;
  std::uint32_t version = kVersion;
  std::uint32_t dimension = 0;
  std::uint64_t places = 0;
  std::uint32_t in_graph = 0;
  std::uint32_t source_bytes = 0;
};
static_assert(sizeof(IndexHeader) == 32);

}  // namespace

Status write_index(const VectorRows& rows, const std::string& source, AtomicWriter& file) {
  ByteWriter into(file);
  IndexHeader header;
  header.dimension = static_cast<std::uint32_t>(rows.dimension());
  header.places = rows.places();
  header.in_graph = rows.in_graph() ? 1 : 0;
  header.source_bytes = static_cast<std::uint32_t>(source.size());
  JAEDAN_RETURN_IF_ERROR(into.value(header));
  JAEDAN_RETURN_IF_ERROR(into.bytes(source.data(), source.size()));
  JAEDAN_RETURN_IF_ERROR(rows.write(into));
  return into.checksum();
}

Result<IndexFile> read_index(std::istream& in) {
  ByteReader from(in);
  IndexHeader header;
  if (!from.value(header).ok() || header.magic != kMagic) {
    return Error{ErrorCode::kCorrupt, "recommender.no_index", "this is no vector index"};
  }
  if (header.version != kVersion) {
    return Error{ErrorCode::kUnsupported,
                 "recommender.other_index_version",
                 "the vector index is of version {0} and this program reads {1}: it has to be built again",
                 {header.version, kVersion}};
  }
  const bool is_possible = header.dimension <= kMostDimensions && header.places <= kMostPlaces &&
                           header.in_graph <= 1 && (header.in_graph == 0 || header.dimension > 0);
  std::vector<char> source;
  if (!is_possible || !from.list(source, header.source_bytes).ok()) return damaged_index();
  JAEDAN_ASSIGN_OR_RETURN(VectorRows rows,
                          VectorRows::read(from, header.dimension, header.places, header.in_graph == 1));
  JAEDAN_RETURN_IF_ERROR(from.checksum());
  return IndexFile{std::move(rows), {source.begin(), source.end()}};
}

Result<IndexFile> read_index_file(const std::string& path) {
  std::error_code failed;
  if (!std::filesystem::exists(path, failed)) {
    return Error{ErrorCode::kNotFound, "file.not_there", "{0}: no such file", {path}};
  }
  std::ifstream file(path, std::ios::binary);
  if (!std::filesystem::is_regular_file(path, failed) || !file) {
    return Error{ErrorCode::kIo, "file.cannot_open", "{0}: cannot be opened", {path}};
  }
  Result<IndexFile> index = read_index(file);
  if (!index.ok()) return index.error().with_context(path);
  return index;
}

}  // namespace jaedan::recommender
