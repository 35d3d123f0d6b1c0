#include "tests/labeling/io/photo_containers.h"

#include <lcms2.h>
#include <libheif/heif.h>
#include <zlib.h>

#include <algorithm>
#include <memory>
#include <opencv2/imgcodecs.hpp>
#include <vector>

namespace jaedan::labeling::testing {
namespace {

std::string number(std::size_t value, int bytes, bool big_endian) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * (big_endian ? bytes - 1 - i : i))) & 0xFF);
  return out;
}

std::string saved(cmsHPROFILE profile) {
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(profile, nullptr, &size);
  std::string bytes(size, '\0');
  cmsSaveProfileToMem(profile, bytes.data(), &size);
  cmsCloseProfile(profile);
  return bytes;
}

std::string png_chunk(const std::string& name, const std::string& data) {
  const std::string body = name + data;
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
  return number(data.size(), 4, true) + body + number(sum, 4, true);
}

std::string riff_chunk(const std::string& name, const std::string& data) {
  return name + number(data.size(), 4, false) + data + std::string(data.size() % 2, '\0');
}

cv::Mat bgr_of(const Image& image) {
  cv::Mat bgr(image.height, image.width, CV_8UC3);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const std::uint8_t* p = image.pixel(x, y);
      bgr.at<cv::Vec3b>(y, x) = {p[2], p[1], p[0]};
    }
  }
  return bgr;
}

}  // namespace

std::string wide_profile() {
  const cmsCIExyY white{0.3127, 0.3290, 1};
  const cmsCIExyYTRIPLE primaries{{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};
  cmsToneCurve* gamma = cmsBuildGamma(nullptr, 2.19921875);
  cmsToneCurve* curves[3] = {gamma, gamma, gamma};
  const cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
  cmsFreeToneCurve(gamma);
  return saved(profile);
}

std::string srgb_profile() { return saved(cmsCreate_sRGBProfile()); }

std::string grey_profile(double gamma) {
  cmsToneCurve* curve = cmsBuildGamma(nullptr, gamma);
  const cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), curve);
  cmsFreeToneCurve(curve);
  return saved(profile);
}

Image patches(bool in_wide) {
  Image image = Image::of_size(64, 64);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const int n = y / 8 * 8 + x / 8;  // four steps a channel, none at the ends of what both spaces hold
      std::uint8_t* p = image.pixel(x, y);
      p[0] = static_cast<std::uint8_t>(60 + 50 * (n % 4));
      p[1] = static_cast<std::uint8_t>(60 + 50 * (n / 4 % 4));
      p[2] = static_cast<std::uint8_t>(60 + 50 * (n / 16 % 4));
    }
  }
  if (!in_wide) return image;
  const std::string wide = wide_profile();
  const cmsHPROFILE to = cmsOpenProfileFromMem(wide.data(), static_cast<cmsUInt32Number>(wide.size()));
  const cmsHPROFILE from = cmsCreate_sRGBProfile();
  const cmsHTRANSFORM transform = cmsCreateTransform(from, TYPE_RGB_8, to, TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC, 0);
  cmsDoTransform(transform, image.rgb.data(), image.rgb.data(), 64 * 64);
  cmsDeleteTransform(transform);
  cmsCloseProfile(from);
  cmsCloseProfile(to);
  return image;
}

std::string jpeg_with_profile(const std::string& jpeg, const std::string& icc, std::size_t piece, bool backwards) {
  std::vector<std::string> segments;
  const std::size_t count = (icc.size() + piece - 1) / piece;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string payload = std::string("ICC_PROFILE\0", 12) + number(i + 1, 1, true) + number(count, 1, true) +
                                icc.substr(i * piece, piece);
    segments.push_back("\xFF\xE2" + number(payload.size() + 2, 2, true) + payload);
  }
  if (backwards) std::reverse(segments.begin(), segments.end());
  std::string all;
  for (const std::string& segment : segments) all += segment;
  return jpeg.substr(0, 2) + all + jpeg.substr(2);
}

std::string png_with_profile(const std::string& png, const std::string& icc) {
  uLongf size = compressBound(static_cast<uLong>(icc.size()));
  std::string packed(size, '\0');
  compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(icc.data()),
           static_cast<uLong>(icc.size()));
  packed.resize(size);
  return png.substr(0, 33) + png_chunk("iCCP", std::string("wide\0\0", 6) + packed) + png.substr(33);
}

std::string webp_with_profile(const Image& image, const std::string& icc) {
  std::vector<unsigned char> simple;
  cv::imencode(".webp", bgr_of(image), simple, {cv::IMWRITE_WEBP_QUALITY, 101});
  const std::string pixels(simple.begin() + 12, simple.end());
  const std::string header = std::string("\x20\0\0\0", 4) +
                             number(static_cast<std::size_t>(image.width) - 1, 3, false) +
                             number(static_cast<std::size_t>(image.height) - 1, 3, false);
  const std::string body = "WEBP" + riff_chunk("VP8X", header) + riff_chunk("ICCP", icc) + pixels;
  return "RIFF" + number(body.size(), 4, false) + body;
}

std::string heif_of(const Image& image, bool avif, const std::string& icc, bool alpha) {
  heif_context* context = heif_context_alloc();
  heif_encoder* encoder = nullptr;
  heif_context_get_encoder_for_format(context, avif ? heif_compression_AV1 : heif_compression_HEVC, &encoder);
  heif_encoder_set_lossy_quality(encoder, 95);
  heif_encoder_set_parameter(encoder, "chroma", "444");
  heif_image* pixels = nullptr;
  heif_image_create(image.width, image.height, heif_colorspace_RGB,
                    alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, &pixels);
  heif_image_add_plane(pixels, heif_channel_interleaved, image.width, image.height, 8);
  int stride = 0;
  std::uint8_t* plane = heif_image_get_plane(pixels, heif_channel_interleaved, &stride);
  const int channels = alpha ? 4 : 3;
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      std::uint8_t* to = plane + y * stride + x * channels;
      std::copy_n(image.pixel(x, y), 3, to);
      if (alpha) to[3] = x < image.width / 2 ? 0 : 255;
    }
  }
  if (!icc.empty()) heif_image_set_raw_color_profile(pixels, "prof", icc.data(), icc.size());
  heif_context_encode_image(context, pixels, encoder, nullptr, nullptr);
  std::string bytes;
  heif_writer writer{};
  writer.writer_api_version = 1;
  writer.write = [](heif_context*, const void* data, std::size_t size, void* out) {
    static_cast<std::string*>(out)->append(static_cast<const char*>(data), size);
    return heif_error{heif_error_Ok, heif_suberror_Unspecified, ""};
  };
  heif_context_write(context, &writer, &bytes);
  heif_image_release(pixels);
  heif_encoder_release(encoder);
  heif_context_free(context);
  return bytes;
}

std::string tiff_of_samples(int bits, int samples, int sample_format, int colours) {
  constexpr std::size_t kWidth = 4, kHeight = 3;
  const std::string pixels((kWidth * static_cast<std::size_t>(bits * samples) + 7) / 8 * kHeight, '\0');
  std::string directory, behind;
  std::size_t entries = 0;
  const auto put = [&](unsigned tag, unsigned type, std::size_t value) {
    directory += number(tag, 2, false) + number(type, 2, false) + number(1, 4, false) + number(value, 4, false);
    ++entries;
  };
  const std::size_t behind_at = 8 + pixels.size();
  const auto put_for_each = [&](unsigned tag, int value) {
    const auto one = static_cast<std::size_t>(value);
    if (samples == 1) return put(tag, 3, one);
    const auto count = static_cast<std::size_t>(samples);
    directory += number(tag, 2, false) + number(3, 2, false) + number(count, 4, false);
    std::string values;
    for (int i = 0; i < samples; ++i) values += number(one, 2, false);
    directory += samples == 2 ? values : number(behind_at + behind.size(), 4, false);
    if (samples > 2) behind += values;
    ++entries;
  };
  put(256, 3, kWidth);
  put(257, 3, kHeight);
  put_for_each(258, bits);
  put(259, 3, 1);
  put(262, 3, static_cast<std::size_t>(colours));
  put(273, 4, 8);
  put(277, 3, static_cast<std::size_t>(samples));
  put(278, 3, kHeight);
  put(279, 4, pixels.size());
  put(284, 3, 1);
  put_for_each(339, sample_format);
  const std::string start = std::string("II*\0", 4) + number(behind_at + behind.size(), 4, false);
  return start + pixels + behind + number(entries, 2, false) + directory + number(0, 4, false);
}

std::string tiff_of(const Image& image, int orientation, bool directory_first) {
  const std::string pixels(image.rgb.begin(), image.rgb.end());
  const std::string bits = number(8, 2, false) + number(8, 2, false) + number(8, 2, false);
  std::string directory;
  std::size_t entries = 0;
  const auto put = [&](unsigned tag, unsigned type, std::size_t count, std::size_t value) {
    directory += number(tag, 2, false) + number(type, 2, false) + number(count, 4, false) + number(value, 4, false);
    ++entries;
  };
  const auto height = static_cast<std::size_t>(image.height);
  constexpr std::size_t kDirectory = 2 + 12 * 11 + 4;
  const std::size_t pixels_at = directory_first ? 8 + kDirectory + bits.size() : 8;
  const std::size_t bits_at = directory_first ? 8 + kDirectory : 8 + pixels.size();
  put(256, 3, 1, static_cast<std::size_t>(image.width));
  put(257, 3, 1, height);
  put(258, 3, 3, bits_at);
  put(259, 3, 1, 1);
  put(262, 3, 1, 2);
  put(273, 4, 1, pixels_at);
  put(274, 3, 1, static_cast<std::size_t>(orientation));
  put(277, 3, 1, 3);
  put(278, 3, 1, height);
  put(279, 4, 1, pixels.size());
  put(284, 3, 1, 1);
  const std::string whole_directory = number(entries, 2, false) + directory + number(0, 4, false);
  const std::string start("II*\0", 4);
  if (directory_first) return start + number(8, 4, false) + whole_directory + bits + pixels;
  return start + number(8 + pixels.size() + bits.size(), 4, false) + pixels + bits + whole_directory;
}

}  // namespace jaedan::labeling::testing
