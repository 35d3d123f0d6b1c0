#include "inference/colour/region_samples.h"

#include <algorithm>
#include <cmath>

#include "labeling/domain/mask.h"

namespace jaedan::inference {
namespace {

constexpr int kMixedRange = 56;  // of 255: more than noise, less than an edge

/// Takes the outermost pixels off, four-connected.
Mask eroded(const Mask& mask) {
  Mask out = mask;
  for (int y = 0; y < mask.height; ++y) {
    for (int x = 0; x < mask.width; ++x) {
      if (!mask.at(x, y)) continue;
      const bool inside = x > 0 && y > 0 && x + 1 < mask.width && y + 1 < mask.height && mask.at(x - 1, y) &&
                          mask.at(x + 1, y) && mask.at(x, y - 1) && mask.at(x, y + 1);
      if (!inside) out.at(x, y) = 0;
    }
  }
  return out;
}

std::ptrdiff_t count_of(const Mask& mask) {
  return std::count_if(mask.pixels.begin(), mask.pixels.end(), [](std::uint8_t value) { return value != 0; });
}

}  // namespace

std::vector<Oklab> region_samples(ImageView image, const Region& region, int most) {
  std::vector<Oklab> samples;
  if (image.empty() || region.empty()) return samples;
  const Rect box = bounds_of(region);
  const double left = std::clamp(box.x, 0.0, static_cast<double>(image.width));
  const double top = std::clamp(box.y, 0.0, static_cast<double>(image.height));
  const double width = std::clamp(box.right(), 0.0, static_cast<double>(image.width)) - left;
  const double height = std::clamp(box.bottom(), 0.0, static_cast<double>(image.height)) - top;
  if (width <= 0 || height <= 0) return samples;

  // A small mask with one pixel a sample: the region's own area decides how fine it is.
  const double area = std::max(1.0, std::min(area_px(region), width * height));
  const double step = std::max(1.0, std::sqrt(area / most));
  Region scaled = region;
  for (Ring& ring : scaled.rings) {
    for (Point& p : ring) {
      p = (p - Point{left, top}) * (1 / step);
    }
  }
  Mask mask = rasterize(scaled, std::max(1, static_cast<int>(std::lround(width / step))),
                        std::max(1, static_cast<int>(std::lround(height / step))));
  const std::ptrdiff_t whole = count_of(mask);
  for (int round = 0; round < 3; ++round) {
    Mask smaller = eroded(mask);
    if (count_of(smaller) * 2 < whole) break;  // a thin garment: its border is all there is
    mask = std::move(smaller);
  }
  std::vector<Oklab> mixed;
  for (int y = 0; y < mask.height; ++y) {
    for (int x = 0; x < mask.width; ++x) {
      if (!mask.at(x, y)) continue;
      const int px = std::min(static_cast<int>(left + (x + 0.5) * step), image.width - 1);
      const int py = std::min(static_cast<int>(top + (y + 0.5) * step), image.height - 1);
      // The mean of two by two pixels takes out noise. Where they differ much, the place lies on the border between two
      // colours and has neither.
      int sum[3] = {0, 0, 0};
      int low[3] = {255, 255, 255};
      int high[3] = {0, 0, 0};
      for (int k = 0; k < 4; ++k) {
        const std::uint8_t* pixel =
            image.pixel(std::min(px + (k & 1), image.width - 1), std::min(py + (k >> 1), image.height - 1));
        for (int c = 0; c < 3; ++c) {
          sum[c] += pixel[c];
          low[c] = std::min<int>(low[c], pixel[c]);
          high[c] = std::max<int>(high[c], pixel[c]);
        }
      }
      const bool edge = std::max({high[0] - low[0], high[1] - low[1], high[2] - low[2]}) > kMixedRange;
      (edge ? mixed : samples)
          .push_back(oklab_of(static_cast<std::uint8_t>((sum[0] + 2) / 4), static_cast<std::uint8_t>((sum[1] + 2) / 4),
                              static_cast<std::uint8_t>((sum[2] + 2) / 4)));
    }
  }
  // A print finer than two pixels is edges everywhere.
  if (samples.size() < mixed.size()) samples.insert(samples.end(), mixed.begin(), mixed.end());
  return samples;
}

}  // namespace jaedan::inference
