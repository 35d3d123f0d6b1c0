#include "labeling/io/codecs/opencv_decoder.h"
#include "labeling/io/codecs/opencv_encoder.h"
#include "labeling/io/image_codecs.h"

namespace jaedan::labeling {
namespace {

class OpenCvCodecs final : public ImageCodecs {
 public:
  Decoded decode(std::string_view bytes, const ImageHeader& header, int max_side) override {
    return decode_by_opencv(bytes, header, max_side);
  }
  DecodedMask decode_grey(std::string_view bytes) override { return decode_grey_by_opencv(bytes); }
  Result<std::string> encode_jpeg(ImageView image, int quality) override {
    return encode_jpeg_by_opencv(image, quality);
  }
  Result<std::string> encode_png(ImageView image) override { return encode_png_by_opencv(image); }
  Result<std::string> encode_png(const Mask& mask) override { return encode_png_by_opencv(mask); }
};

}  // namespace
}  // namespace jaedan::labeling

extern "C" __attribute__((visibility("default"))) jaedan::labeling::ImageCodecs* jaedan_image_codecs() {
  static jaedan::labeling::OpenCvCodecs codecs;
  return &codecs;
}
