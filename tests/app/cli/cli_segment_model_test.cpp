// segment with models: the built-in one, and a user's own script pair.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "labeling/domain/mask.h"
#include "labeling/io/image_decoder.h"
#include "labeling/io/image_encoder.h"
#include "tests/app/cli/cli.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

std::string a_demo_photo() {
  std::string first;
  for (const auto& entry : std::filesystem::directory_iterator(demo_photos())) {
    const std::string path = entry.path().string();
    if (entry.path().extension() == ".jpg" && (first.empty() || path < first)) first = path;
  }
  return first;
}

TEST(CliSegmentModel, TheBuiltInModelCutsOutWhatIsClickedOn) {
  const TemporaryFolder folder;
  const std::string photo = a_demo_photo();
  ASSERT_OK_AND_ASSIGN(const Image image, labeling::read_image(photo));
  const double x = image.width / 2.0, y = image.height / 2.0;  // the figure stands in the middle
  const std::string at = std::to_string(x) + "," + std::to_string(y);
  const ProgramResult result = jaedan({"segment", photo, "--click", at, "--out", folder / "out.png", "--json"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  ASSERT_OK_AND_ASSIGN(const Mask mask, labeling::read_mask(folder / "out.png"));
  EXPECT_NE(mask.at(static_cast<int>(x), static_cast<int>(y)), 0);
  const double share = json_of(result)["area_px"].get<double>() / (double(image.width) * image.height);
  EXPECT_GT(share, 0.005);
  EXPECT_LT(share, 0.6);  // a garment, not the photo
}

TEST(CliSegmentModel, ASegmenterSaysThatItAnswersNoClicks) {
  const std::string segmenter = built_in_segmenter()["folder"].get<std::string>();
  const ProgramResult result = jaedan({"segment", a_demo_photo(), "--click", "5,5", "--model", segmenter + "/"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_NE(result.err.find("does not answer clicks"), std::string::npos) << result.err;
}

TEST(CliSegmentModel, AScriptThatNobodyTrustedIsNotRun) {
  const TemporaryFolder folder;
  ASSERT_OK(labeling::write_image(folder / "photo.png", Image::of_size(120, 90).view()));
  std::ofstream(folder / "encoder.pt") << script_archive("some script");
  std::ofstream(folder / "decoder.pt") << script_archive("another script");
  const auto run = [&](const std::vector<std::string>& words) {
    return run_program(JAEDAN_PROGRAM, words, {"XDG_CONFIG_HOME=" + (folder / "config")});
  };
  const std::vector<std::string> question = {"segment", folder / "photo.png", "--click", "50,40",
                                             "--model", folder / ""};
  const ProgramResult refused = run(question);
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_NE(refused.err.find("jaedan models trust"), std::string::npos) << refused.err;
  run({"models", "trust", folder / "encoder.pt"}), run({"models", "trust", folder / "decoder.pt"});
  const ProgramResult damaged = run(question);
  EXPECT_EQ(damaged.exit_code, 3);
  EXPECT_NE(damaged.err.find("no TorchScript"), std::string::npos) << damaged.err;
}

}  // namespace
}  // namespace jaedan::testing
