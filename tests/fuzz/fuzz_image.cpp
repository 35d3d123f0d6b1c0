#include "labeling/io/image_decoder.h"
#include "tests/fuzz/fuzz_target.h"

using namespace jaedan;
using namespace jaedan::labeling;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  DecodeLimits limits;
  limits.pixels = 1'000'000;  // a flipped bit in a size must not take the whole memory
  const std::string_view bytes = fuzz::text_of(data, size);
  const Result<ImageHeader> header = read_image_header(bytes);
  const Result<Image> image = decode_image(bytes, limits);
  if (image.ok()) {
    fuzz::require(header.ok(), "what decodes has a header");
    fuzz::require(header->upright() == ImageSize{image->width, image->height}, "the header tells the decoded size");
    fuzz::require(image->rgb.size() == static_cast<std::size_t>(image->width) * image->height * 3,
                  "all pixels are there");
  }
  static_cast<void>(decode_image(bytes, limits, 8));
  static_cast<void>(decode_mask(bytes, limits));
  return 0;
}
