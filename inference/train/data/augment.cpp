#include "inference/train/data/augment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "inference/garments/mask_bounds.h"
#include "inference/garments/preprocess.h"
#include "inference/train/data/pieces.h"
#include "inference/train/data/random.h"

namespace jaedan::inference {
namespace {

constexpr double kPi = 3.14159265358979323846;

/// How a photo lies in a frame: its place `centre` in the frame's middle, moved by `shift`.
struct Placement {
  Point centre;      ///< in the photo
  double scale = 1;  ///< frame pixels a photo pixel
  double angle = 0;  ///< radians
  bool flip = false;
  Point shift = {0, 0};  ///< frame pixels
};

// Frame pixel centres from photo pixel centres: OpenCV counts whole numbers at centres, hence the halves.
cv::Matx23d photo_from_frame(const Placement& place, int width, int height) {
  const double c = std::cos(place.angle) / place.scale, s = std::sin(place.angle) / place.scale;
  const double mirror = place.flip ? -1 : 1;
  const double fx = width / 2.0 + place.shift.x, fy = height / 2.0 + place.shift.y;
  // photo = centre + R (frame + 0.5 − frame centre) − 0.5
  cv::Matx23d m(mirror * c, mirror * -s, 0, s, c, 0);
  m(0, 2) = place.centre.x - 0.5 + m(0, 0) * (0.5 - fx) + m(0, 1) * (0.5 - fy);
  m(1, 2) = place.centre.y - 0.5 + m(1, 0) * (0.5 - fx) + m(1, 1) * (0.5 - fy);
  return m;
}

cv::Mat as_mat(const Mask& mask) {
  return {mask.height, mask.width, CV_8UC1, const_cast<std::uint8_t*>(mask.pixels.data())};
}

// One value a cell of the frame: the centre of cell i is at frame position side·(i + ½), frame index half a pixel less.
std::vector<std::uint8_t> warp_cells(const Mask& labels, int width, int height, int side, const cv::Matx23d& m,
                                     std::uint8_t outside) {
  const double first = (side - 1) / 2.0;
  const cv::Matx23d cells(side * m(0, 0), side * m(0, 1), m(0, 2) + first * (m(0, 0) + m(0, 1)), side * m(1, 0),
                          side * m(1, 1), m(1, 2) + first * (m(1, 0) + m(1, 1)));
  std::vector<std::uint8_t> warped(std::size_t(width / side) * (height / side));
  cv::Mat out(height / side, width / side, CV_8UC1, warped.data());
  cv::warpAffine(as_mat(labels), out, cells, out.size(), cv::INTER_NEAREST | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT,
                 cv::Scalar(outside));
  return warped;
}

// Labels are at half the frame's size.
std::vector<std::uint8_t> warp_labels(const Mask& labels, int width, int height, const cv::Matx23d& m,
                                      std::uint8_t outside) {
  return warp_cells(labels, width, height, 2, m, outside);
}

std::vector<std::uint8_t> warp_body(const TrainingItem& item, int width, int height, const cv::Matx23d& m) {
  if (item.body.pixels.empty()) {
    return std::vector<std::uint8_t>(std::size_t(width / kBodyCellPx) * (height / kBodyCellPx), kUnknownBody);
  }
  // From the photo's pixels to the map's.
  const double sx = double(item.body.width) / item.photo.width, sy = double(item.body.height) / item.photo.height;
  const cv::Matx23d to_map(sx * m(0, 0), sx * m(0, 1), sx * (m(0, 2) + 0.5) - 0.5, sy * m(1, 0), sy * m(1, 1),
                           sy * (m(1, 2) + 0.5) - 0.5);
  return warp_cells(item.body, width, height, kBodyCellPx, to_map, kUnknownBody);
}

bool is_share(double number) { return number >= 0 && number <= 1; }

// A mirrored person's left is the right one.
KeyPoints points_in_frame(const TrainingItem& item, int width, int height, const cv::Matx23d& m, bool is_mirrored) {
  KeyPoints seen{};
  if (!item.key_points) return seen;
  cv::Matx23d frame_from_photo;
  cv::invertAffineTransform(m, frame_from_photo);
  for (std::size_t place = 0; place < seen.size(); ++place) {
    const KeyPoint& known = (*item.key_points)[place];
    const cv::Vec3d photo(known.at.x * item.photo.width - 0.5, known.at.y * item.photo.height - 0.5, 1);
    const cv::Vec2d frame = frame_from_photo * photo;
    const Point at = {(frame[0] + 0.5) / width, (frame[1] + 0.5) / height};
    if (is_share(at.x) && is_share(at.y)) seen[is_mirrored ? mirrored_place(place) : place] = {at, known.score};
  }
  return seen;
}

void show_body(const TrainingItem& item, const cv::Matx23d& m, bool is_mirrored, Sample& sample) {
  sample.body = warp_body(item, sample.width, sample.height, m);
  sample.key_points = points_in_frame(item, sample.width, sample.height, m, is_mirrored);
}

cv::Mat warp_photo(const Image& from, int width, int height, const cv::Matx23d& m) {
  const cv::Mat photo(from.height, from.width, CV_8UC3, const_cast<std::uint8_t*>(from.rgb.data()));
  cv::Mat rgb;
  cv::warpAffine(photo, rgb, m, {width, height}, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT,
                 cv::Scalar(kOutsideRgb[0], kOutsideRgb[1], kOutsideRgb[2]));
  return rgb;
}

Sample empty_sample(int width, int height) {
  return {width, height, std::vector<float>(std::size_t(width) * height * 3), {}, {}, {}, {}};
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

// What lies in this part of the frame is unknown.
void hide_body(const Rect& hidden, Sample& sample) {
  const auto is_hidden = [&](double x, double y) {
    return x >= hidden.x && x < hidden.x + hidden.width && y >= hidden.y && y < hidden.y + hidden.height;
  };
  const auto across = static_cast<std::size_t>(sample.width / kBodyCellPx);
  for (std::size_t i = 0; i < sample.body.size(); ++i) {
    const double x = (double(i % across) + 0.5) * kBodyCellPx, y = (double(i / across) + 0.5) * kBodyCellPx;
    if (is_hidden(x, y)) sample.body[i] = kUnknownBody;
  }
  for (KeyPoint& point : sample.key_points) {
    const bool is_known = point.score > kUnknownPoint;
    if (is_known && is_hidden(point.at.x * sample.width, point.at.y * sample.height)) point.score = kUnknownPoint;
  }
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
  hide_body({double(x), double(y), double(width), double(height)}, sample);
}

void vary_looks(cv::Mat& rgb, Sample& sample, const AugmentOptions& options, Random& random) {
  vary_colour(rgb, options, random);
  if (random.unit() < options.blur) cv::GaussianBlur(rgb, rgb, {0, 0}, random.between(0.4, 1.2));
  if (random.unit() < options.erase) erase_some(rgb, sample, random);
  normalise(rgb, sample);
}

double between_scales(const AugmentOptions& options, Random& random) {
  return std::exp(random.between(std::log(options.scale_least), std::log(options.scale_most)));
}

double any_angle(const AugmentOptions& options, Random& random) {
  return random.between(-options.rotation, options.rotation) * kPi / 180;
}

double fit_of(const Image& photo, int width, int height) {
  return std::min(double(width) / photo.width, double(height) / photo.height);
}

Point centre_of(const Image& photo) { return {photo.width / 2.0, photo.height / 2.0}; }

// A view of a piece: the whole photo in a third of the cases, else cut out with a margin of its own.
Placement place_piece(const TrainingItem& item, const Rect& box, int width, int height, const AugmentOptions& options,
                      Random& random) {
  constexpr double kWholePhoto = 1.0 / 3;
  constexpr double kMostEnlarged = 4;
  Placement place;
  place.angle = any_angle(options, random);
  place.flip = random.unit() < options.flip;
  place.scale = fit_of(item.photo, width, height) * between_scales(options, random);
  place.centre = centre_of(item.photo);
  const double margin = random.between(1.15, 2.5);
  const double close = std::min(width / (box.width * margin), height / (box.height * margin));
  const bool whole = random.unit() < kWholePhoto;
  if (!whole) {
    place.scale = std::min(std::max(close, place.scale), kMostEnlarged);
    place.centre = {box.x + box.width / 2, box.y + box.height / 2};
  }
  const double roam_x = whole ? options.shift * width : (width - box.width * place.scale) / 2 * 0.8;
  const double roam_y = whole ? options.shift * height : (height - box.height * place.scale) / 2 * 0.8;
  place.shift.x = random.between(-1, 1) * std::max(0.0, roam_x);
  place.shift.y = random.between(-1, 1) * std::max(0.0, roam_y);
  return place;
}

}  // namespace

Sample augment(const TrainingItem& item, int width, int height, const AugmentOptions& options, std::uint64_t seed) {
  Random random(seed);
  Placement place;
  place.centre = centre_of(item.photo);
  place.scale = fit_of(item.photo, width, height) * between_scales(options, random);
  place.angle = any_angle(options, random);
  place.flip = random.unit() < options.flip;
  // A larger view may look around in the photo as far as it overhangs the frame.
  const double roam_x = options.shift * width + std::max(0.0, item.photo.width * place.scale - width) / 2;
  const double roam_y = options.shift * height + std::max(0.0, item.photo.height * place.scale - height) / 2;
  place.shift.x = random.between(-roam_x, roam_x);
  place.shift.y = random.between(-roam_y, roam_y);
  const cv::Matx23d m = photo_from_frame(place, width, height);
  Sample sample = empty_sample(width, height);
  cv::Mat rgb = warp_photo(item.photo, width, height, m);
  sample.labels = warp_labels(item.labels, width, height, m, kIgnoredPixel);
  show_body(item, m, place.flip, sample);
  vary_looks(rgb, sample, options, random);
  return sample;
}

Sample augment_piece(const TrainingItem& item, const Piece& piece, int width, int height, const AugmentOptions& options,
                     std::uint64_t seed) {
  Random random(seed);
  const Mask mask = mask_of(item, piece);
  const Placement place = place_piece(item, bounds_of(mask, kPiecePixel), width, height, options, random);
  const cv::Matx23d m = photo_from_frame(place, width, height);
  Sample sample = empty_sample(width, height);
  cv::Mat rgb = warp_photo(item.photo, width, height, m);
  sample.labels = warp_labels(mask, width, height, m, kIgnoredPixel);
  if (piece.part >= 0 && !item.proposals.pixels.empty()) {
    sample.proposal = warp_labels(item.proposals, width, height, m, 0);
    for (std::uint8_t& value : sample.proposal) value = value == piece.part + 1 ? kPiecePixel : std::uint8_t{0};
  }
  vary_looks(rgb, sample, options, random);
  return sample;
}

Sample plain(const TrainingItem& item, int width, int height) {
  Placement place;
  place.centre = centre_of(item.photo);
  place.scale = fit_of(item.photo, width, height);
  const cv::Matx23d m = photo_from_frame(place, width, height);
  Sample sample = empty_sample(width, height);
  const cv::Mat rgb = warp_photo(item.photo, width, height, m);
  sample.labels = warp_labels(item.labels, width, height, m, kIgnoredPixel);
  show_body(item, m, place.flip, sample);
  normalise(rgb, sample);
  return sample;
}

}  // namespace jaedan::inference
