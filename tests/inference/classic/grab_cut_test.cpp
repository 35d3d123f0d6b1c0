#include "inference/classic/grab_cut.h"

#include <gtest/gtest.h>

#include "tests/inference/clicks/click_masks.h"
#include "tests/support/matchers.h"

namespace jaedan::inference {
namespace {

TEST(GrabCut, FindsARedSquareOnGreyFromOneClick) {
  Image photo = Image::of_size(60, 60);
  for (int y = 0; y < 60; ++y) {
    for (int x = 0; x < 60; ++x) {
      const bool red = x >= 20 && x < 40 && y >= 20 && y < 40;
      photo.pixel(x, y)[0] = red ? 200 : 90, photo.pixel(x, y)[1] = red ? 20 : 90, photo.pixel(x, y)[2] = 90;
    }
  }
  const auto grab_cut = make_grab_cut();
  ASSERT_OK_AND_ASSIGN(const auto encoded, grab_cut->encode(photo.view()));
  ASSERT_OK_AND_ASSIGN(const Mask mask, grab_cut->answer(*encoded, {{{{30, 30}, true}}, {}}, {}));
  EXPECT_GT(iou(mask, square_mask(60, 60, 20, 20, 20)), 0.9);
  EXPECT_ERROR(grab_cut->encode(ImageView{}), ErrorCode::kInvalidArgument);
}

TEST(GrabCut, APhotoOfOnePixelIsAnswered) {
  const Image photo = Image::of_size(1, 1);
  const auto grab_cut = make_grab_cut();
  ASSERT_OK_AND_ASSIGN(const auto encoded, grab_cut->encode(photo.view()));
  ASSERT_OK(grab_cut->answer(*encoded, {{{{0.5, 0.5}, true}}, {}}, {}));
}

}  // namespace
}  // namespace jaedan::inference
