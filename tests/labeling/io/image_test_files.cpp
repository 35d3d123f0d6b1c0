#include "tests/labeling/io/image_test_files.h"

#include <cstdint>

namespace jaedan::labeling::testing {
namespace {

void put(std::string& out, unsigned value, int bytes, bool big_endian) {
  for (int i = 0; i < bytes; ++i) {
    const int shift = 8 * (big_endian ? bytes - 1 - i : i);
    out += static_cast<char>((std::uint64_t{value} >> shift) & 0xFF);
  }
}

/// The check sum of a PNG's chunk over its name and data, https://www.w3.org/TR/png/#D-CRCAppendix.
unsigned check_sum(const std::string& bytes) {
  std::uint32_t sum = 0xFFFFFFFF;
  for (const char c : bytes) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ (sum & 1 ? 0xEDB88320 : 0);
  }
  return ~sum;
}

}  // namespace

Image quarters(int width, int height) {
  Image image = Image::of_size(width, height);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool right = x >= width / 2;
      const bool bottom = y >= height / 2;
      std::uint8_t* p = image.pixel(x, y);
      p[0] = right == bottom ? 255 : 0;
      p[1] = right ? 255 : 0;
      p[2] = bottom ? 255 : 0;
    }
  }
  return image;
}

std::string with_orientation(const std::string& jpeg, int orientation, bool big_endian) {
  std::string tiff = big_endian ? "MM" : "II";
  put(tiff, 42, 2, big_endian);
  put(tiff, 8, 4, big_endian);
  put(tiff, 1, 2, big_endian);
  put(tiff, 0x0112, 2, big_endian);
  put(tiff, 3, 2, big_endian);
  put(tiff, 1, 4, big_endian);
  put(tiff, static_cast<unsigned>(orientation), 2, big_endian);
  put(tiff, 0, 6, big_endian);
  const std::string payload = std::string("Exif\0\0", 6) + tiff;
  std::string segment = "\xFF\xE1";
  put(segment, static_cast<unsigned>(payload.size()) + 2, 2, true);
  return jpeg.substr(0, 2) + segment + payload + jpeg.substr(2);
}

std::string png_header(unsigned width, unsigned height) {
  std::string png = "\x89PNG\r\n\x1a\n";
  put(png, 13, 4, true);
  std::string chunk = "IHDR";
  put(chunk, width, 4, true);
  put(chunk, height, 4, true);
  chunk += std::string("\x08\x02\0\0\0", 5);
  png += chunk;
  put(png, check_sum(chunk), 4, true);
  return png + std::string("\0\0\0\0IEND\xAE\x42\x60\x82", 12);
}

char colour_at(const Image& image, double x_share, double y_share) {
  const std::uint8_t* p =
      image.pixel(static_cast<int>(x_share * image.width), static_cast<int>(y_share * image.height));
  const bool r = p[0] > 200, g = p[1] > 200, b = p[2] > 200;
  if (r && g && b) return 'w';
  if (r && !g && !b) return 'r';
  if (g && !r && !b) return 'g';
  if (b && !r && !g) return 'b';
  return '?';
}

std::string quarters_of(const Image& image) {
  return {colour_at(image, 0.2, 0.2), colour_at(image, 0.8, 0.2), colour_at(image, 0.2, 0.8),
          colour_at(image, 0.8, 0.8)};
}

}  // namespace jaedan::labeling::testing
