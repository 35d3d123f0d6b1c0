#include "labeling/io/image_encoder.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "labeling/base/file_system.h"
#include "labeling/io/image_codecs.h"
#include "labeling/io/own_picture.h"

namespace jaedan::labeling {
namespace {

Result<ImageCodecs*> codecs_for(ImageView image) {
  if (image.empty()) return Error{ErrorCode::kInvalidArgument, "image.empty", "an empty image cannot be written"};
  return image_codecs();
}

}  // namespace

Result<std::string> encode_jpeg(ImageView image, int quality) {
  JAEDAN_ASSIGN_OR_RETURN(ImageCodecs* const codecs, codecs_for(image));
  return codecs->encode_jpeg(image, std::clamp(quality, 1, 100));
}

Result<std::string> encode_png(ImageView image) {
  JAEDAN_ASSIGN_OR_RETURN(ImageCodecs* const codecs, codecs_for(image));
  return codecs->encode_png(image);
}

Result<std::string> encode_png(const Mask& mask) {
  if (mask.width <= 0 || mask.height <= 0) {
    return Error{ErrorCode::kInvalidArgument, "mask.empty", "an empty mask cannot be written"};
  }
  JAEDAN_ASSIGN_OR_RETURN(ImageCodecs* const codecs, image_codecs());
  return codecs->encode_png(mask);
}

namespace {

/// Encoded by the ending of `path`.
Result<std::string> encode_for(const std::string& path, ImageView image) {
  std::string ending = std::filesystem::path(path).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  const bool jpeg = ending == ".jpg" || ending == ".jpeg";
  if (!jpeg && ending != ".png") {
    return Error{ErrorCode::kInvalidArgument, "image.wrong_ending", "{0}: images are written as .jpg or .png", {path}};
  }
  Result<std::string> bytes = jpeg ? encode_jpeg(image) : encode_png(image);
  if (!bytes.ok()) return bytes.error().with_context(path);
  return bytes;
}

}  // namespace

Status write_image(const std::string& path, ImageView image) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, encode_for(path, image));
  return disk().write_atomically(path, bytes);
}

Status write_drawing(const std::string& path, ImageView image) {
  JAEDAN_ASSIGN_OR_RETURN(std::string bytes, encode_for(path, image));
  return disk().write_atomically(path, with_own_mark(std::move(bytes)));
}

Status write_mask(const std::string& path, const Mask& mask) {
  Result<std::string> bytes = encode_png(mask);
  if (!bytes.ok()) return bytes.error().with_context(path);
  return disk().write_atomically(path, with_own_mark(std::move(bytes).value()));
}

}  // namespace jaedan::labeling
