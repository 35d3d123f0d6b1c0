#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "labeling/domain/mask.h"
#include "labeling/io/image_decoder.h"
#include "labeling/io/image_encoder.h"
#include "tests/app/cli/cli.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

namespace fs = std::filesystem;

/// A red square of 40 × 40 pixels at (30, 20) on grey, in a photo of 120 × 90.
class CliSegment : public ::testing::Test {
 protected:
  void SetUp() override {
    Image photo = Image::of_size(120, 90);
    truth_ = Mask::of_size(120, 90);
    for (int y = 0; y < 90; ++y) {
      for (int x = 0; x < 120; ++x) {
        const bool inside = x >= 30 && x < 70 && y >= 20 && y < 60;
        std::uint8_t* rgb = &photo.rgb[std::size_t(3) * (std::size_t(y) * 120 + x)];
        rgb[0] = inside ? 210 : 150, rgb[1] = inside ? 20 : 150, rgb[2] = inside ? 30 : 150;
        if (inside) truth_.at(x, y) = 255;
      }
    }
    ASSERT_OK(labeling::write_image(folder_ / "photo.png", photo.view()));
  }

  ProgramResult segment(std::vector<std::string> words) const {
    std::vector<std::string> all = {"segment", folder_ / "photo.png", "--model", "grabcut"};
    all.insert(all.end(), words.begin(), words.end());
    return jaedan(all);
  }
  double iou_of(const std::string& file) const {
    const auto mask = labeling::read_mask(file);
    return mask.ok() ? iou(*mask, truth_) : -1;
  }

  TemporaryFolder folder_;
  Mask truth_;
};

TEST_F(CliSegment, ABoxIsCutToTheObject) {
  const ProgramResult result = segment({"--box", "20,10,60,60", "--out", folder_ / "out.png", "--json"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_GT(iou_of(folder_ / "out.png"), 0.95);
  const auto document = json_of(result);
  EXPECT_EQ(document["width"], 120);
  EXPECT_EQ(document["model"], "grabcut");
  EXPECT_NEAR(document["area_px"], 1600, 80);
  ASSERT_EQ(document["rings"].size(), 1U);
  // Without --json and --out: a line a ring.
  const ProgramResult lines = segment({"--box", "20,10,60,60"});
  EXPECT_EQ(std::count(lines.out.begin(), lines.out.end(), '\n'), 1) << lines.out;
}

TEST_F(CliSegment, AMaskIsCorrectedWhereItIsClicked) {
  Mask half = truth_;
  for (int y = 0; y < 90; ++y) {
    for (int x = 50; x < 120; ++x) half.at(x, y) = 0;
  }
  half.at(5, 80) = 255, half.at(6, 80) = 255;
  ASSERT_OK(labeling::write_mask(folder_ / "half.png", half));
  ASSERT_EQ(segment({"--mask", folder_ / "half.png", "--click", "60,40", "--out", folder_ / "out.png"}).exit_code, 0);
  EXPECT_GT(iou_of(folder_ / "out.png"), 0.95);

  // Part 2 of a label map, by its number.
  Mask parts = half;
  for (std::uint8_t& value : parts.pixels) value = value != 0 ? 2 : 3;
  ASSERT_OK(labeling::write_mask(folder_ / "parts.png", parts));
  ASSERT_EQ(segment({"--mask", folder_ / "parts.png", "--mask-part", "top", "--click", "60,40", "--out",
                     folder_ / "out2.png"})
                .exit_code,
            0);
  EXPECT_EQ(bytes_of(folder_ / "out2.png"), bytes_of(folder_ / "out.png"));
}

TEST_F(CliSegment, ContradictionsAreAnswered) {
  const ProgramResult both = segment({"--click", "50,40", "--click", "-50,40", "--click", "50,40", "--json"});
  ASSERT_EQ(both.exit_code, 0) << both.err;
  EXPECT_TRUE(json_of(both).contains("rings"));
}

TEST_F(CliSegment, WhatIsWrongIsSaidAndNothingIsWritten) {
  ASSERT_OK(labeling::write_mask(folder_ / "small.png", Mask::of_size(12, 9)));
  const std::string out = folder_ / "out.png";
  const std::string photo = bytes_of(folder_ / "photo.png");
  const std::vector<std::pair<std::vector<std::string>, std::string>> wrong = {
      {{}, "a click or a box is needed"},
      {{"--click", "500,40"}, "outside the photo, which has 120 × 90 pixels"},
      {{"--click", "-5,400"}, "outside the photo"},
      {{"--click", "5"}, "takes x,y"},
      {{"--click", "nan,1"}, "takes x,y"},
      {{"--click", "--5,1"}, "the click at -5,1 lies outside the photo"},
      {{"--box", "1,2,3"}, "takes x,y,width,height"},
      {{"--box", "10,10,0,5"}, "the box is empty"},
      {{"--box", "400,10,20,5"}, "the box lies outside the photo"},
      {{"--click", "50,40", "--mask", folder_ / "small.png"}, "12 × 9"},
      {{"--click", "50,40", "--mask-part", "top"}, "--mask"},
      {{"--click", "50,40", "--out", folder_ / "out.gif"}, ".png or .json"},
      {{"--click", "50,40", "--out", folder_ / "photo.png"}, "replace the photo"},
  };
  for (const auto& [words, reason] : wrong) {
    std::vector<std::string> all = words;
    const bool names_output = words.size() == 4 && words[2] == "--out";
    if (!names_output) all.insert(all.end(), {"--out", out});
    const ProgramResult result = segment(all);
    EXPECT_EQ(result.exit_code, 2) << reason << '\n' << result.err;
    EXPECT_NE(result.err.find(reason), std::string::npos) << result.err;
  }
  EXPECT_FALSE(fs::exists(out));
  EXPECT_EQ(bytes_of(folder_ / "photo.png"), photo);
  EXPECT_EQ(jaedan({"segment", folder_ / "none.jpg", "--click", "1,1", "--model", "grabcut"}).exit_code, 3);
  EXPECT_EQ(jaedan({"segment", folder_ / "photo.png", "--click", "1,1", "--model", "nobody"}).exit_code, 3);
}

TEST_F(CliSegment, APhotoOfOnePixelAndOneOfManyAreAnswered) {
  ASSERT_OK(labeling::write_image(folder_ / "dot.png", Image::of_size(1, 1).view()));
  ASSERT_OK(labeling::write_image(folder_ / "wide.png", Image::of_size(8000, 300).view()));
  // One pixel has no outline.
  const ProgramResult dot = jaedan({"segment", folder_ / "dot.png", "--click", "0.5,0.5", "--model", "grabcut"});
  EXPECT_EQ(dot.exit_code, 1);
  EXPECT_NE(dot.err.find("nothing was found"), std::string::npos) << dot.err;
  const ProgramResult wide = jaedan({"segment", folder_ / "wide.png", "--click", "7900,150", "--model", "grabcut",
                                     "--out", folder_ / "wide_mask.png"});
  ASSERT_EQ(wide.exit_code, 0) << wide.err;
  ASSERT_OK_AND_ASSIGN(const Mask mask, labeling::read_mask(folder_ / "wide_mask.png"));
  EXPECT_EQ(mask.width, 8000);
}

}  // namespace
}  // namespace jaedan::testing
