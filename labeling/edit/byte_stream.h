#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace jaedan {

/// Values as bytes, the same on every machine: whole numbers in groups of 7 bits, the low ones first
/// (LEB128); doubles as their IEEE 754 bits, low byte first; strings as length and bytes.
class ByteWriter {
 public:
  void byte(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  void number(std::uint64_t value);
  void fixed64(std::uint64_t value);
  void real(double value);
  void text(std::string_view value);

  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// Reads what ByteWriter wrote. After the first thing that cannot be read, failed() stays true and every
/// further value is 0 or empty: check once at the end of a record, and before trusting a count.
class ByteReader {
 public:
  /// `bytes` must outlive the reader.
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  std::uint8_t byte();
  std::uint64_t number();
  std::uint64_t fixed64();
  double real();
  std::string text();

  bool failed() const { return failed_; }
  bool at_end() const { return rest_.empty(); }
  std::size_t left() const { return rest_.size(); }
  void fail();

 private:
  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace jaedan
