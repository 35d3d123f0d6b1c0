#include "inference/clicks/click_frame.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "inference/garments/mask_bounds.h"

namespace jaedan::inference {
namespace {

cv::Rect pixels_of(const Rect& view, int width, int height) {
  const Rect whole = whole_pixels(view, width, height);
  return {int(whole.x), int(whole.y), int(whole.width), int(whole.height)};
}

cv::Mat as_mat(const Mask& mask) {
  return {mask.height, mask.width, CV_8UC1, const_cast<std::uint8_t*>(mask.pixels.data())};
}

}  // namespace

InputSize click_frame_of(int photo_width, int photo_height) {
  const double scale = std::min(1.0, std::sqrt(kClickFrameArea / (double(photo_width) * photo_height)));
  return {std::max(1, static_cast<int>(std::lround(photo_width * scale))),
          std::max(1, static_cast<int>(std::lround(photo_height * scale)))};
}

Image scaled_to_frame(const ImageView& photo, InputSize frame) {
  Image scaled = Image::of_size(frame.width, frame.height);
  const cv::Mat from(photo.height, photo.width, CV_8UC3, const_cast<std::uint8_t*>(photo.rgb));
  cv::Mat to(frame.height, frame.width, CV_8UC3, scaled.rgb.data());
  cv::resize(from, to, to.size(), 0, 0, cv::INTER_AREA);
  return scaled;
}

NetworkInput prepare_view(const Image& frame, const Rect& view, InputSize size) {
  const cv::Mat whole(frame.height, frame.width, CV_8UC3, const_cast<std::uint8_t*>(frame.rgb.data()));
  const cv::Mat part = whole(pixels_of(view, frame.width, frame.height));
  const bool shrinks = part.cols >= size.width && part.rows >= size.height;
  cv::Mat scaled;
  cv::resize(part, scaled, {size.width, size.height}, 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_LINEAR);
  NetworkInput input{size.width, size.height, std::vector<float>(std::size_t(size.width) * size.height * 3)};
  scaled.convertTo(cv::Mat(size.height, size.width, CV_32FC3, input.pixels.data()), CV_32FC3, 1 / 127.5, -1.0);
  return input;
}

ClickPrompt in_view(const ClickPrompt& prompt, const Rect& view, InputSize size) {
  const double sx = size.width / view.width, sy = size.height / view.height;
  ClickPrompt seen = prompt;
  for (Click& click : seen.clicks) click.at = {(click.at.x - view.x) * sx, (click.at.y - view.y) * sy};
  if (seen.box) {
    seen.box = Rect{(prompt.box->x - view.x) * sx, (prompt.box->y - view.y) * sy, prompt.box->width * sx,
                    prompt.box->height * sy};
  }
  return seen;
}

std::vector<float> mask_cells(const Mask& mask, const Rect& view, int columns, int rows) {
  std::vector<float> cells(std::size_t(columns) * rows);
  if (mask.pixels.empty()) return cells;
  cv::Mat shares;
  cv::Mat(as_mat(mask)(pixels_of(view, mask.width, mask.height)) != 0).convertTo(shares, CV_32F, 1 / 255.0);
  cv::Mat to(rows, columns, CV_32F, cells.data());
  cv::resize(shares, to, to.size(), 0, 0, cv::INTER_AREA);
  return cells;
}

Mask answer_in_frame(const std::vector<float>& logits, int columns, int rows, const Rect& view, const Mask& before,
                     InputSize frame) {
  Mask answer = before.pixels.empty() ? Mask::of_size(frame.width, frame.height) : before;
  const cv::Rect pixels = pixels_of(view, frame.width, frame.height);
  const cv::Mat cells(rows, columns, CV_32F, const_cast<float*>(logits.data()));
  cv::Mat fine;
  cv::resize(cells, fine, pixels.size(), 0, 0, cv::INTER_LINEAR);
  cv::Mat(fine > 0).copyTo(as_mat(answer)(pixels));
  return answer;
}

}  // namespace jaedan::inference
