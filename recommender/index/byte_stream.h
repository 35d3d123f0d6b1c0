#pragma once

#include <cstdint>
#include <istream>
#include <type_traits>
#include <vector>

#include "labeling/base/atomic_writer.h"
#include "labeling/base/result.h"
#include "recommender/index/checksum.h"
#include "recommender/index/large_pages.h"

namespace jaedan::recommender {

/// The file cannot be what it claims to be: kCorrupt, and that it has to be built again.
Error damaged_index();

/// Plain values on their way into a file, as they lie in memory (little-endian), and their checksum.
class ByteWriter {
 public:
  explicit ByteWriter(AtomicWriter& file) : file_(file) {}

  Status bytes(const void* from, std::size_t count);
  template <typename T>
  Status value(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    return bytes(&value, sizeof(T));
  }
  template <typename T>
  Status list(const std::vector<T>& values) {
    static_assert(std::is_trivially_copyable_v<T>);
    return bytes(values.data(), values.size() * sizeof(T));
  }
  /// What everything so far adds up to; last.
  Status checksum();

 private:
  AtomicWriter& file_;
  Checksum sum_;
};

/// The same values from a file that may be damaged or somebody's bad joke: never more is read, or room made for, than
/// is there. All errors are kCorrupt (damaged_index).
class ByteReader {
 public:
  /// `in` must be open and outlive the reader.
  explicit ByteReader(std::istream& in);

  Status bytes(void* into, std::size_t count);
  template <typename T>
  Status value(T& into) {
    static_assert(std::is_trivially_copyable_v<T>);
    return bytes(&into, sizeof(T));
  }
  template <typename T>
  Status list(std::vector<T>& into, std::uint64_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (!has(count, sizeof(T))) return damaged_index();
    reserve_large(into, count);
    into.resize(count);
    return bytes(into.data(), count * sizeof(T));
  }
  /// Whether so many things of so many bytes are left.
  bool has(std::uint64_t count, std::uint64_t bytes_each) const {
    return bytes_each == 0 || count <= left() / bytes_each;
  }
  std::uint64_t size() const { return size_; }
  std::uint64_t left() const { return size_ - read_; }
  /// Whether the file ends here with the sum of what was read.
  Status checksum();

 private:
  std::istream& in_;
  std::uint64_t size_ = 0;
  std::uint64_t read_ = 0;
  Checksum sum_;
};

}  // namespace jaedan::recommender
