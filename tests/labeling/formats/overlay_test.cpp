#include "labeling/formats/overlay.h"

#include <gtest/gtest.h>

namespace jaedan::labeling {
namespace {

Garment jacket() {
  Garment garment;
  garment.part = Part::kOuter;
  garment.region.rings = {{{50, 50}, {250, 50}, {250, 250}, {50, 250}}};
  garment.attributes = {{"category", "jacket", "", {}}, {"colour", "black", "", {}}};
  return garment;
}

/// Of letters: nothing else is drawn in white.
int white_pixels(const Image& image) {
  int white = 0;
  for (std::size_t i = 0; i < image.rgb.size(); i += 3)
    white += image.rgb[i] > 200 && image.rgb[i + 1] > 200 && image.rgb[i + 2] > 200;
  return white;
}

/// Two garments in one place: where names stood on each other, the upper one's letters hid the lower one's.
TEST(Overlay, NoNameHidesAnother) {
  const Image photo = Image::of_size(300, 400);
  Annotation both;
  both.garments = {jacket(), jacket()};
  both.garments[1].part = Part::kTop;
  int alone = 0;
  for (const Garment& garment : both.garments) {
    Annotation one;
    one.garments = {garment};
    alone += white_pixels(draw_overlay(photo.view(), one));
  }
  EXPECT_GT(alone, 100);
  EXPECT_NEAR(white_pixels(draw_overlay(photo.view(), both)), alone, 0.05 * alone);
}

TEST(Overlay, ANarrowPhotoGetsFewerWordsNotHalfOnes) {
  Annotation annotation, nameless;
  annotation.garments = nameless.garments = {jacket()};
  nameless.garments[0].attributes.clear();
  const Image narrow = Image::of_size(90, 400), wide = Image::of_size(300, 400);
  EXPECT_EQ(draw_overlay(narrow.view(), annotation).rgb, draw_overlay(narrow.view(), nameless).rgb);
  EXPECT_NE(draw_overlay(wide.view(), annotation).rgb, draw_overlay(wide.view(), nameless).rgb);
}

TEST(Overlay, APhotoSmallerThanANameIsDrawnAllTheSame) {
  Annotation annotation;
  annotation.garments = {jacket()};
  for (const int side : {1, 5, 30}) EXPECT_EQ(draw_overlay(Image::of_size(side, side).view(), annotation).width, side);
}

}  // namespace
}  // namespace jaedan::labeling
