#include "labeling/io/colour_profile.h"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <vector>

namespace jaedan::labeling {
namespace {

struct CloseProfile {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
struct DeleteTransform {
  void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using Profile = std::unique_ptr<void, CloseProfile>;
using Transform = std::unique_ptr<void, DeleteTransform>;

Transform transform_to_srgb(const Profile& from, cmsUInt32Number format) {
  const Profile srgb(cmsCreate_sRGBProfile());
  if (!srgb) return nullptr;
  return Transform(
      cmsCreateTransform(from.get(), format, srgb.get(), TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE));
}

/// Whether the transform moves no colour by more than what rounding does: there are many profiles of sRGB, and a photo
/// in one of them costs nothing more and keeps its bytes.
bool changes_nothing(const Transform& transform) {
  constexpr std::array<std::uint8_t, 6> kSteps = {0, 32, 96, 144, 200, 255};
  constexpr int kRounding = 2;
  std::vector<std::uint8_t> from;
  for (const std::uint8_t r : kSteps) {
    for (const std::uint8_t g : kSteps) {
      for (const std::uint8_t b : kSteps) from.insert(from.end(), {r, g, b});
    }
  }
  std::vector<std::uint8_t> to(from.size());
  cmsDoTransform(transform.get(), from.data(), to.data(), static_cast<cmsUInt32Number>(from.size() / 3));
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (std::abs(from[i] - to[i]) > kRounding) return false;
  }
  return true;
}

void convert_rgb(const Transform& transform, Image& image) {
  if (changes_nothing(transform)) return;
  for (int y = 0; y < image.height; ++y) {
    cmsDoTransform(transform.get(), image.pixel(0, y), image.pixel(0, y), static_cast<cmsUInt32Number>(image.width));
  }
}

void convert_grey(const Transform& transform, Image& image) {
  std::array<std::uint8_t, 256> grey{};
  for (std::size_t i = 0; i < grey.size(); ++i) grey[i] = static_cast<std::uint8_t>(i);
  std::array<std::uint8_t, 256 * 3> rgb{};
  cmsDoTransform(transform.get(), grey.data(), rgb.data(), 256);
  for (std::size_t i = 0; i < image.rgb.size(); i += 3) std::copy_n(&rgb[3 * image.rgb[i]], 3, &image.rgb[i]);
}

}  // namespace

void convert_to_srgb(std::string_view icc, Image& image) {
  if (icc.empty() || image.empty()) return;
  const Profile profile(cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size())));
  if (!profile) return;
  const cmsColorSpaceSignature space = cmsGetColorSpace(profile.get());
  if (space != cmsSigRgbData && space != cmsSigGrayData) return;
  const bool grey = space == cmsSigGrayData;
  if (const Transform transform = transform_to_srgb(profile, grey ? TYPE_GRAY_8 : TYPE_RGB_8)) {
    grey ? convert_grey(transform, image) : convert_rgb(transform, image);
  }
}

}  // namespace jaedan::labeling
