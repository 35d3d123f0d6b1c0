#include "labeling/io/heif.h"

#include <libheif/heif.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>

#include "labeling/io/byte_reader.h"

namespace jaedan::labeling {
namespace {

struct FreeContext {
  void operator()(heif_context* context) const { heif_context_free(context); }
};
struct ReleaseHandle {
  void operator()(heif_image_handle* handle) const { heif_image_handle_release(handle); }
};
struct ReleaseImage {
  void operator()(heif_image* image) const { heif_image_release(image); }
};
using Handle = std::unique_ptr<heif_image_handle, ReleaseHandle>;
using Pixels = std::unique_ptr<heif_image, ReleaseImage>;

/// The file and its main picture.
struct Opened {
  std::unique_ptr<heif_context, FreeContext> context;
  Handle main;
};

/// Whether the file ends within one of its boxes (ISO/IEC 14496-12 §4.2), or before there is one with a picture's
/// bytes though `said` misses some. Phones hang things of other kinds behind the last box.
bool is_cut_off(std::string_view bytes, const heif_error& said) {
  ByteReader reader(bytes);
  bool has_pixels = false;
  for (std::uint64_t at = 0; at + 8 <= bytes.size();) {
    const std::string_view box = reader.slice(at + 4, 4);
    const bool known = box == "ftyp" || box == "meta" || box == "mdat" || box == "moov" || box == "free" ||
                       box == "skip" || box == "uuid";
    std::uint64_t length = reader.u32(at);
    if (length == 1) length = std::uint64_t{reader.u32(at + 8)} << 32 | reader.u32(at + 12);
    if (!known || length < 8) break;  // 0: up to the end of the file
    if (length > bytes.size() - at) return true;
    has_pixels |= box == "mdat";
    at += length;
  }
  return !has_pixels && said.subcode == heif_suberror_End_of_data;
}

/// What the library says is of several lines at times.
std::string on_one_line(std::string text) {
  for (char& c : text) c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  const auto both_blank = [](char a, char b) { return a == ' ' && b == ' '; };
  text.erase(std::unique(text.begin(), text.end(), both_blank), text.end());
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

Error error_from(std::string_view bytes, const heif_error& said) {
  const ImageFormat format = heif_kind(bytes).value_or(ImageFormat::kHeic);
  const std::string_view name = name_of(format);
  const std::string why = on_one_line(said.message);
  const bool unsupported = said.code == heif_error_Unsupported_filetype || said.code == heif_error_Unsupported_feature;
  if (unsupported) {
    return {ErrorCode::kUnsupported, "image.kind_unsupported", "a {0} that cannot be read here: {1}", {name, why}};
  }
  if (is_cut_off(bytes, said)) return cut_off(format);
  return {ErrorCode::kCorrupt, "image.broken_because", "a broken {0}: {1}", {name, why}};
}

Result<Opened> open(std::string_view bytes) {
  Opened opened{std::unique_ptr<heif_context, FreeContext>(heif_context_alloc()), nullptr};
  heif_error said =
      heif_context_read_from_memory_without_copy(opened.context.get(), bytes.data(), bytes.size(), nullptr);
  if (said.code != heif_error_Ok) return error_from(bytes, said);
  heif_image_handle* handle = nullptr;
  said = heif_context_get_primary_image_handle(opened.context.get(), &handle);
  if (said.code != heif_error_Ok) return error_from(bytes, said);
  opened.main.reset(handle);
  return opened;
}

std::string profile_of(const heif_image_handle* handle) {
  std::string profile(heif_image_handle_get_raw_color_profile_size(handle), '\0');
  if (profile.empty()) return profile;
  const heif_error said = heif_image_handle_get_raw_color_profile(handle, profile.data());
  return said.code == heif_error_Ok ? profile : std::string();
}

/// A row of RGBA over white.
void lay_on_white(const std::uint8_t* rgba, std::uint8_t* rgb, int width) {
  for (int x = 0; x < width; ++x, rgba += 4, rgb += 3) {
    for (int c = 0; c < 3; ++c)
      rgb[c] = static_cast<std::uint8_t>((rgba[c] * rgba[3] + 255 * (255 - rgba[3]) + 127) / 255);
  }
}

}  // namespace

std::optional<ImageFormat> heif_kind(std::string_view bytes) {
  ByteReader reader(bytes);
  if (reader.slice(4, 4) != "ftyp") return std::nullopt;
  const std::size_t box = reader.u32(0);
  const auto is_heic = [](std::string_view brand) {
    return brand == "heic" || brand == "heix" || brand == "heim" || brand == "heis" || brand == "hevc" ||
           brand == "hevx";
  };
  // The major brand, then, behind a version, those that the file is compatible with; "mif1" says only that it is HEIF.
  bool other_heif = false;
  for (std::size_t at = 8; at + 4 <= std::min(box, bytes.size()); at += at == 8 ? 8 : 4) {
    const std::string_view brand = reader.slice(at, 4);
    if (brand == "avif" || brand == "avis") return ImageFormat::kAvif;
    if (is_heic(brand)) return ImageFormat::kHeic;
    other_heif |= brand == "mif1" || brand == "msf1";
  }
  return other_heif ? std::optional<ImageFormat>(ImageFormat::kHeic) : std::nullopt;
}

Result<ImageHeader> read_heif_header(std::string_view bytes) {
  JAEDAN_ASSIGN_OR_RETURN(const Opened opened, open(bytes));
  ImageHeader header;
  header.format = heif_kind(bytes).value_or(ImageFormat::kHeic);
  header.stored = {heif_image_handle_get_width(opened.main.get()), heif_image_handle_get_height(opened.main.get())};
  if (header.stored.width <= 0 || header.stored.height <= 0) return header_broken(header.format);
  header.has_alpha = heif_image_handle_has_alpha_channel(opened.main.get()) != 0;
  header.icc_profile = profile_of(opened.main.get());
  return header;
}

Result<Image> decode_heif(std::string_view bytes) {
  JAEDAN_ASSIGN_OR_RETURN(const Opened opened, open(bytes));
  const bool alpha = heif_image_handle_has_alpha_channel(opened.main.get()) != 0;
  heif_image* decoded = nullptr;
  const heif_error said =
      heif_decode_image(opened.main.get(), &decoded, heif_colorspace_RGB,
                        alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, nullptr);
  if (said.code != heif_error_Ok) return error_from(bytes, said);
  const Pixels pixels(decoded);
  int stride = 0;
  const std::uint8_t* plane = heif_image_get_plane_readonly(pixels.get(), heif_channel_interleaved, &stride);
  const int width = heif_image_get_width(pixels.get(), heif_channel_interleaved);
  const int height = heif_image_get_height(pixels.get(), heif_channel_interleaved);
  if (!plane || width <= 0 || height <= 0) return header_broken(heif_kind(bytes).value_or(ImageFormat::kHeic));
  Image image = Image::of_size(width, height);
  for (int y = 0; y < height; ++y) {
    const std::uint8_t* row = plane + static_cast<std::size_t>(stride) * static_cast<std::size_t>(y);
    if (alpha) {
      lay_on_white(row, image.pixel(0, y), width);
    } else {
      std::copy_n(row, 3 * static_cast<std::size_t>(width), image.pixel(0, y));
    }
  }
  return image;
}

}  // namespace jaedan::labeling
