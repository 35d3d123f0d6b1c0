#include "recommender/index/byte_stream.h"

#include <algorithm>

namespace jaedan::recommender {
namespace {

/// So much is read and then added up while it is still near the processor.
constexpr std::size_t kPieceBytes = 1 << 18;

}  // namespace

Error damaged_index() {
  return {ErrorCode::kCorrupt, "recommender.index_damaged", "the vector index is damaged and has to be built again"};
}

Status ByteWriter::bytes(const void* from, std::size_t count) {
  sum_.add(from, count);
  return file_.append({static_cast<const char*>(from), count});
}

Status ByteWriter::checksum() {
  const std::uint64_t sum = sum_.sum();
  return file_.append({reinterpret_cast<const char*>(&sum), sizeof(sum)});
}

ByteReader::ByteReader(std::istream& in) : in_(in) {
  in.seekg(0, std::ios::end);
  const auto end = static_cast<std::streamoff>(in.tellg());
  in.seekg(0);
  if (in && end > 0) size_ = static_cast<std::uint64_t>(end);
}

Status ByteReader::bytes(void* into, std::size_t count) {
  if (count > left()) return damaged_index();
  auto* at = static_cast<char*>(into);
  while (count > 0) {
    const std::size_t piece = std::min(count, kPieceBytes);
    if (!in_.read(at, static_cast<std::streamsize>(piece))) return damaged_index();
    sum_.add(at, piece);
    at += piece, count -= piece, read_ += piece;
  }
  return {};
}

Status ByteReader::checksum() {
  const std::uint64_t sum = sum_.sum();
  std::uint64_t written = 0;
  JAEDAN_RETURN_IF_ERROR(value(written));
  if (written != sum || left() != 0) return damaged_index();
  return {};
}

}  // namespace jaedan::recommender
