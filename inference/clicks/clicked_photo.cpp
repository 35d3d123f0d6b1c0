#include "inference/clicks/clicked_photo.h"

#include <cstdio>
#include <opencv2/imgproc.hpp>
#include <string>
#include <utility>

#include "inference/clicks/click_outline.h"
#include "labeling/domain/clip_region.h"

namespace jaedan::inference {
namespace {

std::string coordinate(double pixels) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", pixels);
  return text;
}

Mask resized(const Mask& mask, int width, int height) {
  if (mask.width == width && mask.height == height) return mask;
  Mask frame = Mask::of_size(width, height);
  const cv::Mat from = cv::Mat(mask.height, mask.width, CV_8UC1, const_cast<std::uint8_t*>(mask.pixels.data())) != 0;
  cv::Mat shares;
  cv::resize(from, shares, {width, height}, 0, 0, cv::INTER_AREA);
  cv::Mat(shares > static_cast<int>(kInside / 2)).copyTo(cv::Mat(height, width, CV_8UC1, frame.pixels.data()));
  return frame;
}

}  // namespace

Result<std::unique_ptr<ClickedPhoto>> ClickedPhoto::look_at(InteractiveSegmenter& segmenter, const ImageView& photo) {
  JAEDAN_ASSIGN_OR_RETURN(std::unique_ptr<EncodedPhoto> encoded, segmenter.encode(photo));
  return std::unique_ptr<ClickedPhoto>(new ClickedPhoto(segmenter, std::move(encoded), photo.width, photo.height));
}

ClickedPhoto::ClickedPhoto(InteractiveSegmenter& segmenter, std::unique_ptr<EncodedPhoto> encoded, int width,
                           int height)
    : segmenter_(segmenter),
      encoded_(std::move(encoded)),
      width_(width),
      height_(height),
      scale_x_(double(encoded_->width()) / width),
      scale_y_(double(encoded_->height()) / height) {
  begin(ObjectStart{});
}

void ClickedPhoto::begin(const ObjectStart& start) {
  ClickStart begun{framed(start.region), start.by, {}};
  for (const Region& other : start.others) begun.others.push_back(framed(other));
  session_.emplace(segmenter_, *encoded_, std::move(begun));
}

void ClickedPhoto::begin(const Mask& start, MaskOrigin by) {
  session_.emplace(segmenter_, *encoded_, ClickStart{resized(start, encoded_->width(), encoded_->height()), by, {}});
}

Mask ClickedPhoto::framed(const Region& region) const {
  if (region.empty()) return {};
  return rasterize(scaled(region, scale_x_, scale_y_), encoded_->width(), encoded_->height());
}

Result<Click> ClickedPhoto::in_frame(const Click& click) const {
  const bool inside = click.at.x >= 0 && click.at.y >= 0 && click.at.x <= width_ && click.at.y <= height_;
  if (!inside) {
    return Error{ErrorCode::kInvalidArgument,
                 "clicks.off_photo",
                 "the click at {0},{1} lies outside the photo, which has {2} × {3} pixels",
                 {coordinate(click.at.x), coordinate(click.at.y), width_, height_}};
  }
  return Click{{click.at.x * scale_x_, click.at.y * scale_y_}, click.adds};
}

Status ClickedPhoto::click(const Click& click) {
  JAEDAN_ASSIGN_OR_RETURN(const Click framed, in_frame(click));
  return session_->click(framed);
}

Status ClickedPhoto::box(const Rect& box) {
  return session_->box({box.x * scale_x_, box.y * scale_y_, box.width * scale_x_, box.height * scale_y_});
}

Result<Region> ClickedPhoto::region_after(const Click& click) {
  JAEDAN_RETURN_IF_ERROR(this->click(click));
  Region region = this->region();
  take_back();
  return region;
}

Region ClickedPhoto::outlined(const Mask& mask) const {
  if (mask.pixels.empty()) return {};
  return scaled(click_outline(mask), 1 / scale_x_, 1 / scale_y_);
}

}  // namespace jaedan::inference
