#include "labeling/synth/paint/backdrop.h"

#include <algorithm>
#include <cmath>

#include "labeling/synth/noise.h"

namespace jaedan::labeling::synth {
namespace {

double fraction(double x) { return x - std::floor(x); }
int cell(double x) { return static_cast<int>(std::floor(x)); }

void set(float* pixel, Colour colour) {
  pixel[0] = colour.r;
  pixel[1] = colour.g;
  pixel[2] = colour.b;
}

Colour get(const float* pixel) { return {pixel[0], pixel[1], pixel[2]}; }

}  // namespace

Backdrop::Backdrop(int width, int height) : image_(FloatImage::of_size(width, height)) {}

template <typename Shade>
void Backdrop::each(double left, double top, double right, double bottom, Shade shade) {
  const int x0 = std::clamp(static_cast<int>(std::lround(left * image_.width)), 0, image_.width);
  const int x1 = std::clamp(static_cast<int>(std::lround(right * image_.width)), 0, image_.width);
  const int y0 = std::clamp(static_cast<int>(std::lround(top * image_.height)), 0, image_.height);
  const int y1 = std::clamp(static_cast<int>(std::lround(bottom * image_.height)), 0, image_.height);
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) {
      // Both axes in shares of the width, so that squares are square.
      set(image_.pixel(x, y), shade(get(image_.pixel(x, y)), (x + 0.5) / image_.width, (y + 0.5) / image_.width));
    }
  }
}

void Backdrop::gradient(double top, double bottom, Colour upper, Colour lower, bool blend) {
  const double aspect = static_cast<double>(image_.height) / image_.width;
  each(0, top, 1, bottom, [&](Colour below, double, double y) {
    const double t = std::clamp((y / aspect - top) / std::max(bottom - top, 1e-6), 0.0, 1.0);
    const Colour colour = mix(upper, lower, t);
    return blend ? mix(below, colour, std::min(1.0, t * 5)) : colour;
  });
}

void Backdrop::box(double left, double top, double right, double bottom, Colour colour) {
  each(left, top, right, bottom,
       [&](Colour, double x, double) { return lit(colour, 1.08 - 0.16 * (x - left) / std::max(right - left, 1e-6)); });
}

void Backdrop::spotlight(double x, double y, double radius, double strength) {
  const double aspect = static_cast<double>(image_.height) / image_.width;
  each(0, 0, 1, 1, [&](Colour below, double px, double py) {
    const double d = std::hypot(px - x, py - y * aspect) / (radius * aspect);
    return lit(below, 1 + strength * std::exp(-d * d * 2));
  });
}

void Backdrop::mottle(double top, double bottom, double strength, double size, Random& random) {
  const auto seed = static_cast<std::uint32_t>(random.bits());
  each(0, top, 1, bottom, [&](Colour below, double x, double y) {
    return lit(below, 1 + strength * 4 * (fractal_noise(x / size, y / size, 3, seed) - 0.5));
  });
}

void Backdrop::bricks(double top, double bottom, Colour brick, Random& random) {
  const double height = random.uniform(0.022, 0.045);
  const double width = height * random.uniform(2.2, 3.2);
  const auto seed = static_cast<std::uint32_t>(random.bits());
  const Colour mortar = mix(brick, {0.8f, 0.79f, 0.76f}, random.uniform(0.2, 0.7));
  each(0, top, 1, bottom, [&](Colour below, double x, double y) {
    const int row = cell(y / height);
    const double along = x / width + (row & 1 ? 0.5 : 0.0);
    if (fraction(y / height) < 0.12 || fraction(along) < 0.05) return mortar;
    const double tone = 0.8 + 0.4 * hash_noise(cell(along), row, seed);
    return mix(lit(brick, tone), below, 0.15);
  });
}

void Backdrop::tiles(double top, double bottom, Colour tile, double size, bool perspective, Random& random) {
  const auto seed = static_cast<std::uint32_t>(random.bits());
  const double aspect = static_cast<double>(image_.height) / image_.width;
  const double gap = random.uniform(0.02, 0.05);
  const double checker = random.chance(0.25) ? random.uniform(0.5, 0.8) : 1.0;
  each(0, top, 1, bottom, [&](Colour, double x, double y) {
    double u = x / size;
    double v = y / size;
    double far = 0;
    if (perspective) {
      const double depth = 0.25 / std::max(y - top * aspect + 0.12, 0.02);
      u = (x - 0.5) * depth / size * 1.4 + 50;
      v = depth * 3 / size;
      far = std::min(1.0, depth / 2.2);
    }
    const double tone = (0.93 + 0.14 * hash_noise(cell(u), cell(v), seed)) * ((cell(u) + cell(v)) & 1 ? checker : 1.0);
    const bool joint = fraction(u) < gap || fraction(v) < gap;
    return lit(tile, joint ? 0.72 + 0.2 * far : tone * (1 - 0.1 * far));
  });
}

void Backdrop::boards(double top, double bottom, Colour wood, Random& random) {
  const double width = random.uniform(0.07, 0.18);
  const bool upright = random.chance(0.5);
  const auto seed = static_cast<std::uint32_t>(random.bits());
  each(0, top, 1, bottom, [&](Colour, double x, double y) {
    const double across = (upright ? x : y) / width;
    const double along = upright ? y : x;
    const int board = cell(across);
    const double shift = hash_noise(board, 1, seed) * 3;
    const double grain = fractal_noise(fraction(across) * 5 + board * 7, (along + shift) * 4, 3, seed + 2);
    const double tone = 0.82 + 0.24 * hash_noise(board, cell((along + shift) / 0.7), seed) + 0.25 * (grain - 0.5);
    const bool joint = fraction(across) < 0.02 || fraction((along + shift) / 0.7) < 0.006;
    return lit(wood, joint ? 0.45 : tone);
  });
}

void Backdrop::shutter(double top, double bottom, Colour metal, Random& random) {
  const double pitch = random.uniform(0.02, 0.05);
  each(0, top, 1, bottom, [&](Colour, double, double y) {
    return lit(metal, 0.72 + 0.38 * std::pow(std::sin(3.14159 * fraction(y / pitch)), 0.6));
  });
}

void Backdrop::frames(double horizon, Random& random) {
  for (int i = random.integer(1, 4); i > 0; --i) {
    const double w = random.uniform(0.08, 0.32);
    const double h = w * random.uniform(0.6, 1.2);
    const double x = random.uniform(-0.05, 1.0 - w * 0.5);
    const double y = random.uniform(0.02, std::max(0.05, horizon - h - 0.1));
    box(x, y, x + w, y + h, rgb_of({random.uniform(0.15, 0.9), 0.02, random.uniform(0, 360)}));
    const double inset = 0.012;
    box(x + inset, y + inset, x + w - inset, y + h - inset,
        rgb_of({random.uniform(0.4, 0.95), random.uniform(0, 0.1), random.uniform(0, 360)}));
    disc(x + w * random.uniform(0.3, 0.7), y + h * random.uniform(0.3, 0.7), w * 0.2, w * 0.15,
         rgb_of({random.uniform(0.3, 0.9), 0.1, random.uniform(0, 360)}), 0.8);
  }
}

void Backdrop::window(double x, double y, double width, double height, Random& random) {
  const Colour frame = rgb_of({random.uniform(0.3, 0.95), 0.01, 60});
  box(x, y, x + width, y + height, frame);
  const double bar = 0.012;
  for (int i = 0; i < 2; ++i) {
    const double left = x + bar + i * (width - bar) / 2;
    box(left, y + bar, left + (width - 3 * bar) / 2, y + height - bar,
        rgb_of({random.uniform(0.88, 0.98), 0.02, random.uniform(180, 260)}));
  }
}

void Backdrop::building(double left, double right, double top, double bottom, Colour wall, Random& random) {
  box(left, top, right, bottom, wall);
  const double step_x = random.uniform(0.05, 0.12);
  const double step_y = random.uniform(0.05, 0.11);
  const Colour glass = lit(wall, random.chance(0.6) ? random.uniform(0.2, 0.6) : random.uniform(1.4, 2.0));
  for (double y = top + 0.02; y < bottom - 0.16; y += step_y) {
    for (double x = left + 0.02; x < right - 0.03; x += step_x) {
      box(x, y, x + step_x * 0.55, y + step_y * 0.6, lit(glass, random.uniform(0.7, 1.4)));
    }
  }
  // A shop on the ground floor.
  box(left + 0.01, bottom - 0.15, right - 0.01, bottom - 0.12,
      rgb_of({random.uniform(0.3, 0.9), random.uniform(0.0, 0.15), random.uniform(0, 360)}));
  box(left + 0.02, bottom - 0.11, right - 0.02, bottom - 0.005, lit(glass, random.uniform(0.5, 1.2)));
}

void Backdrop::car(double x, double y, double width, Colour paint) {
  const double h = width * 0.22;
  disc(x + width * 0.5, y - h * 1.2, width * 0.30, h * 0.7, lit(paint, 0.5), 1);
  box(x, y - h, x + width, y - h * 0.15, paint);
  for (const double wheel : {0.22, 0.78}) {
    disc(x + width * wheel, y - h * 0.12, width * 0.085, width * 0.06, {0.08f, 0.08f, 0.09f}, 1);
  }
}

void Backdrop::passer_by(double x, double foot, double height, Colour upper, Colour lower) {
  const double w = height * 0.2;
  const double y = foot - height + 0.02;
  box(x - w * 0.32, y + height * 0.5, x - w * 0.03, foot + 0.02, lower);
  box(x + w * 0.03, y + height * 0.5, x + w * 0.32, foot + 0.02, lit(lower, 0.9));
  disc(x, y + height * 0.36, w * 0.55, height * 0.21, upper, 1);
  disc(x, y + height * 0.09, w * 0.26, height * 0.065, {0.75f, 0.58f, 0.47f}, 1);
  disc(x, y + height * 0.06, w * 0.27, height * 0.045, {0.15f, 0.11f, 0.09f}, 1);
}

void Backdrop::foliage(double x, double y, double radius, Random& random) {
  for (int i = 0; i < 30; ++i) {
    const double a = random.uniform(0, 6.283);
    const double r = radius * std::sqrt(random.uniform());
    const double size = radius * random.uniform(0.08, 0.22);
    disc(x + r * std::cos(a), y + r * std::sin(a), size, size * 0.7,
         rgb_of({random.uniform(0.30, 0.78), random.uniform(0.05, 0.12), random.uniform(108, 148)}), 0.75);
  }
}

void Backdrop::clothes_rail(double horizon, Random& random) {
  const double y = horizon * random.uniform(0.25, 0.45);
  const double from = random.chance(0.5) ? -0.05 : 0.6;
  box(from, y, from + 0.45, y + 0.006, {0.55f, 0.55f, 0.57f});
  for (double x = from + 0.02; x < from + 0.42; x += random.uniform(0.02, 0.045)) {
    box(x, y + 0.02, x + 0.035, y + random.uniform(0.18, 0.34),
        rgb_of({random.uniform(0.25, 0.92), random.uniform(0, 0.12), random.uniform(0, 360)}));
  }
}

void Backdrop::sheet(Colour cloth, Random& random) {
  const auto seed = static_cast<std::uint32_t>(random.bits());
  const double size = random.uniform(0.12, 0.3);
  const auto height = [&](double x, double y) {
    const double warp = value_noise(x / size, y / size, seed);
    const double n = value_noise(x / size + 1.4 * warp, y / size * 0.7 - warp, seed + 1);
    return 1 - std::abs(2 * n - 1);
  };
  each(0, 0, 1, 1, [&](Colour, double x, double y) {
    constexpr double kStep = 0.004;
    const double dx = height(x + kStep, y) - height(x - kStep, y);
    const double dy = height(x, y + kStep) - height(x, y - kStep);
    return lit(cloth, std::clamp(1.0 - 1.6 * (dx * 0.6 + dy) * size * 4, 0.55, 1.25));
  });
  soften(1.5);
}

void Backdrop::soften(double sigma) { blur(image_, sigma * image_.width / 400.0); }

void Backdrop::disc(double x, double y, double radius_x, double radius_y, Colour colour, double alpha) {
  const double aspect = static_cast<double>(image_.height) / image_.width;
  each(x - radius_x, y - radius_y, x + radius_x, y + radius_y, [&](Colour below, double px, double py) {
    const double d = std::hypot((px - x) / radius_x, (py / aspect - y) / radius_y);
    return d < 1 ? mix(below, colour, alpha) : below;
  });
}

}  // namespace jaedan::labeling::synth
