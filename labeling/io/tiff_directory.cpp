#include "labeling/io/tiff_directory.h"

namespace jaedan::labeling {
namespace {

/// Bytes of one value: BYTE, ASCII, SHORT, LONG, and UNDEFINED; 0 for types that hold no whole number.
std::uint32_t width_of(std::uint32_t type) {
  switch (type) {
    case 1:
    case 2:
    case 7: return 1;
    case 3: return 2;
    case 4: return 4;
    default: return 0;
  }
}

}  // namespace

std::optional<TiffDirectory> TiffDirectory::read(std::string_view tiff) {
  const std::string_view order = tiff.substr(0, 2);
  if (order != "II" && order != "MM") return std::nullopt;
  ByteReader reader(tiff, order == "MM");
  if (reader.u16(2) != 42) return std::nullopt;
  const std::size_t at = reader.u32(4);
  const std::uint32_t entries = reader.u16(at);
  if (!reader.ok()) return std::nullopt;
  return TiffDirectory(reader, at + 2, entries);
}

std::optional<TiffDirectory::Field> TiffDirectory::field(std::uint32_t tag) const {
  ByteReader reader = reader_;
  for (std::uint32_t i = 0; i < entries_; ++i) {
    const std::size_t entry = at_ + 12 * static_cast<std::size_t>(i);
    const std::uint32_t found = reader.u16(entry);
    Field field{reader.u16(entry + 2), reader.u32(entry + 4), entry + 8};
    if (!reader.ok()) return std::nullopt;
    if (found != tag) continue;
    const std::uint64_t size = static_cast<std::uint64_t>(width_of(field.type)) * field.count;
    if (size > 4) field.value_at = reader.u32(entry + 8);
    return reader.ok() && size > 0 ? std::optional<Field>(field) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> TiffDirectory::number(std::uint32_t tag, std::uint32_t index) const {
  const std::optional<Field> found = field(tag);
  if (!found || index >= found->count) return std::nullopt;
  ByteReader reader = reader_;
  const std::uint32_t width = width_of(found->type);
  const std::size_t at = found->value_at + static_cast<std::size_t>(width) * index;
  const std::uint32_t value = width == 1 ? reader.u8(at) : width == 2 ? reader.u16(at) : reader.u32(at);
  return reader.ok() ? std::optional<std::uint32_t>(value) : std::nullopt;
}

std::optional<std::size_t> TiffDirectory::place(std::uint32_t tag) const {
  const std::optional<Field> found = field(tag);
  return found && found->count == 1 ? std::optional<std::size_t>(found->value_at) : std::nullopt;
}

std::string_view TiffDirectory::bytes(std::uint32_t tag) const {
  const std::optional<Field> found = field(tag);
  if (!found || width_of(found->type) != 1) return {};
  const std::string_view slice = reader_.slice(found->value_at, found->count);
  return slice.size() == found->count ? slice : std::string_view();
}

}  // namespace jaedan::labeling
