#include "labeling/io/png_mask.h"

#include <png.h>

#include <array>

#include "labeling/io/byte_reader.h"

namespace jaedan::labeling {
namespace {

// IHDR, https://www.w3.org/TR/png/#11IHDR
constexpr std::size_t kDepthAt = 24;
constexpr std::size_t kColourTypeAt = 25;

}  // namespace

Message png_kind(std::string_view bytes) {
  ByteReader reader(bytes);
  const bool deep = reader.u8(kDepthAt) == 16;
  switch (reader.u8(kColourTypeAt)) {
    case PNG_COLOR_TYPE_GRAY: return deep ? Message{"png.grey_16", "16-bit grey"} : Message{"png.grey", "grey"};
    case PNG_COLOR_TYPE_GRAY_ALPHA: return {"png.grey_alpha", "grey with transparency"};
    case PNG_COLOR_TYPE_PALETTE: return {"png.palette", "palette colours"};
    case PNG_COLOR_TYPE_RGB: return {"png.rgb", "RGB colour"};
    case PNG_COLOR_TYPE_RGB_ALPHA: return {"png.rgb_alpha", "RGB colour with transparency"};
    default: return {"png.unknown", "an unknown kind"};
  }
}

bool has_png_palette(std::string_view bytes) {
  ByteReader reader(bytes);
  return reader.u8(kColourTypeAt) == PNG_COLOR_TYPE_PALETTE && reader.ok();
}

Result<Mask> png_palette_numbers(std::string_view bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  const auto broken = [&image] {
    const Error error{ErrorCode::kCorrupt, "image.broken_because", "a broken {0}: {1}", {"PNG", image.message}};
    png_image_free(&image);
    return error;
  };
  if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) return broken();
  image.format = PNG_FORMAT_RGBA_COLORMAP;  // with this, libpng hands out the numbers as they are stored
  Mask mask = Mask::of_size(static_cast<int>(image.width), static_cast<int>(image.height));
  std::array<std::uint8_t, 256 * 4> palette{};
  if (!png_image_finish_read(&image, nullptr, mask.pixels.data(), 0, palette.data())) return broken();
  return mask;
}

}  // namespace jaedan::labeling
