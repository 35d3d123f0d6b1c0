#include "inference/train/augment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "inference/preprocess.h"
#include "inference/train/random.h"

namespace jaedan::inference {
namespace {

constexpr double kPi = 3.14159265358979323846;

// Frame pixel centres from photo pixel centres: OpenCV counts whole numbers at centres, hence the halves.
cv::Matx23d photo_from_frame(const TrainingItem& item, int width, int height, double scale, double angle, bool flip,
                             double shift_x, double shift_y) {
  const double c = std::cos(angle) / scale, s = std::sin(angle) / scale, mirror = flip ? -1 : 1;
  const double cx = item.photo.width / 2.0, cy = item.photo.height / 2.0;
  const double fx = width / 2.0 + shift_x, fy = height / 2.0 + shift_y;
  // photo = centre + R (frame + 0.5 − frame centre) − 0.5
  cv::Matx23d m(mirror * c, mirror * -s, 0, s, c, 0);
  m(0, 2) = cx - 0.5 + m(0, 0) * (0.5 - fx) + m(0, 1) * (0.5 - fy);
  m(1, 2) = cy - 0.5 + m(1, 0) * (0.5 - fx) + m(1, 1) * (0.5 - fy);
  return m;
}

Sample warp(const TrainingItem& item, int width, int height, const cv::Matx23d& m, cv::Mat& rgb) {
  Sample sample{width, height, std::vector<float>(std::size_t(width) * height * 3),
                std::vector<std::uint8_t>(std::size_t(width / 2) * (height / 2))};
  const cv::Mat photo(item.photo.height, item.photo.width, CV_8UC3, const_cast<std::uint8_t*>(item.photo.rgb.data()));
  cv::warpAffine(photo, rgb, m, {width, height}, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT,
                 cv::Scalar(kOutsideRgb[0], kOutsideRgb[1], kOutsideRgb[2]));
  // Labels at half the size: the centre of label pixel i is at frame position 2i + 1, frame index 2i + 0.5.
  const cv::Matx23d half(2 * m(0, 0), 2 * m(0, 1), m(0, 2) + 0.5 * (m(0, 0) + m(0, 1)), 2 * m(1, 0), 2 * m(1, 1),
                         m(1, 2) + 0.5 * (m(1, 0) + m(1, 1)));
  const cv::Mat labels(item.labels.height, item.labels.width, CV_8UC1,
                       const_cast<std::uint8_t*>(item.labels.pixels.data()));
  cv::Mat out(height / 2, width / 2, CV_8UC1, sample.labels.data());
  cv::warpAffine(labels, out, half, out.size(), cv::INTER_NEAREST | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT,
                 cv::Scalar(kIgnoredPixel));
  return sample;
}

void normalise(const cv::Mat& rgb, Sample& sample) {
  cv::Mat out(sample.height, sample.width, CV_32FC3, sample.pixels.data());
  rgb.convertTo(out, CV_32FC3, 1 / 127.5, -1.0);
}

// Brightness, contrast, saturation and hue as one 3×4 colour matrix: one pass over the pixels.
void vary_colour(cv::Mat& rgb, const AugmentOptions& options, Random& random) {
  const double gain = 1 + random.between(-options.contrast, options.contrast);
  const double offset = 127.5 * (1 - gain) + 127.5 * random.between(-options.brightness, options.brightness);
  const double saturation = 1 + random.between(-options.saturation, options.saturation);
  const double hue = 2 * kPi * random.between(-options.hue, options.hue);
  const cv::Matx33d luma(0.299, 0.587, 0.114, 0.299, 0.587, 0.114, 0.299, 0.587, 0.114);
  // Rotation about the grey axis (Rodrigues).
  const double c = std::cos(hue), s = std::sin(hue) / std::sqrt(3.0), t = (1 - c) / 3;
  const cv::Matx33d turn(c + t, t - s, t + s, t + s, c + t, t - s, t - s, t + s, c + t);
  const cv::Matx33d mix = gain * (luma + saturation * (cv::Matx33d::eye() - luma)) * turn;
  cv::Matx34d matrix;
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 3; ++column) matrix(row, column) = mix(row, column);
    matrix(row, 3) = offset;
  }
  cv::transform(rgb, rgb, matrix);
}

// Hides a rectangle of a tenth to a third of each side under one colour.
void erase_some(cv::Mat& rgb, Sample& sample, Random& random) {
  const auto side = [&](int length) { return 2 * static_cast<int>(length * random.between(0.1, 0.33) / 2); };
  const int width = side(sample.width), height = side(sample.height);
  const int x = 2 * static_cast<int>(random.unit() * (sample.width - width) / 2);
  const int y = 2 * static_cast<int>(random.unit() * (sample.height - height) / 2);
  const cv::Scalar colour(255 * random.unit(), 255 * random.unit(), 255 * random.unit());
  rgb(cv::Rect(x, y, width, height)).setTo(colour);
  cv::Mat labels(sample.height / 2, sample.width / 2, CV_8UC1, sample.labels.data());
  labels(cv::Rect(x / 2, y / 2, width / 2, height / 2)).setTo(kIgnoredPixel);
}

}  // namespace

Sample augment(const TrainingItem& item, int width, int height, const AugmentOptions& options, std::uint64_t seed) {
  Random random(seed);
  const double fit = std::min(double(width) / item.photo.width, double(height) / item.photo.height);
  const double scale = fit * std::exp(random.between(std::log(options.scale_least), std::log(options.scale_most)));
  const double angle = random.between(-options.rotation, options.rotation) * kPi / 180;
  const bool flip = random.unit() < options.flip;
  // A larger view may look around in the photo as far as it overhangs the frame.
  const double roam_x = options.shift * width + std::max(0.0, item.photo.width * scale - width) / 2;
  const double roam_y = options.shift * height + std::max(0.0, item.photo.height * scale - height) / 2;
  const double shift_x = random.between(-roam_x, roam_x), shift_y = random.between(-roam_y, roam_y);
  cv::Mat rgb;
  Sample sample =
      warp(item, width, height, photo_from_frame(item, width, height, scale, angle, flip, shift_x, shift_y), rgb);
  vary_colour(rgb, options, random);
  if (random.unit() < options.blur) cv::GaussianBlur(rgb, rgb, {0, 0}, random.between(0.4, 1.2));
  if (random.unit() < options.erase) erase_some(rgb, sample, random);
  normalise(rgb, sample);
  return sample;
}

Sample plain(const TrainingItem& item, int width, int height) {
  const double fit = std::min(double(width) / item.photo.width, double(height) / item.photo.height);
  cv::Mat rgb;
  Sample sample = warp(item, width, height, photo_from_frame(item, width, height, fit, 0, false, 0, 0), rgb);
  normalise(rgb, sample);
  return sample;
}

}  // namespace jaedan::inference
