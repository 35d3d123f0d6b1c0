#include "inference/garments/preprocess.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace jaedan::inference {
namespace {

constexpr int kGrid = 32;
constexpr double kSlimmest = 0.25;  // thinner photos are squeezed to a quarter

int on_grid(double side) { return std::max(kGrid, static_cast<int>(std::lround(side / kGrid)) * kGrid); }

}  // namespace

InputSize input_size_for(int photo_width, int photo_height, InputSize trained) {
  const double proportion = std::clamp(double(photo_width) / photo_height, kSlimmest, 1 / kSlimmest);
  const double area = double(trained.width) * trained.height;
  return {on_grid(std::sqrt(area * proportion)), on_grid(std::sqrt(area / proportion))};
}

NetworkInput prepare_input(const ImageView& photo, InputSize size) {
  NetworkInput input{size.width, size.height, std::vector<float>(std::size_t(size.width) * size.height * 3)};
  const cv::Mat from(photo.height, photo.width, CV_8UC3, const_cast<std::uint8_t*>(photo.rgb));
  cv::Mat scaled;
  const bool shrinks = size.width < photo.width && size.height < photo.height;
  cv::resize(from, scaled, {size.width, size.height}, 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_LINEAR);
  cv::Mat to(size.height, size.width, CV_32FC3, input.pixels.data());
  scaled.convertTo(to, CV_32FC3, 1 / 127.5, -1.0);
  return input;
}

}  // namespace jaedan::inference
