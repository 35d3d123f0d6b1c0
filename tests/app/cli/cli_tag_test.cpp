#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "labeling/io/image_encoder.h"
#include "tests/app/cli/cli.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

/// The first bytes of a PNG that says it is 30,000×30,000.
std::string huge_png_header() {
  std::string bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  bytes += std::string("\0\0\x75\x30\0\0\x75\x30\x08\x02\0\0\0", 13);
  return bytes + std::string(64, '\0');
}

TEST(CliTag, AnOddFolderIsDoneAsFarAsItGoesAndTheRestIsListed) {
  const TemporaryFolder folder;
  fs::create_directories(folder / "in");
  int good = 0;
  for (const auto& entry : fs::directory_iterator(demo_photos())) {
    if (entry.path().extension() == ".jpg" && ++good <= 2) fs::copy(entry.path(), folder / "in");
  }
  ASSERT_GE(good, 2);
  write(folder / "in/corrupt.jpg", "no photo at all");
  write(folder / "in/empty.jpg", "");
  write(folder / "in/huge.png", huge_png_header());
  const Image pixel = Image::of_size(1, 1);
  EXPECT_OK(labeling::write_image(folder / "in/one_pixel.png", pixel.view()));

  const ProgramResult result =
      jaedan({"tag", folder / "in", folder / "out", "--format", "kfashion,masks,overlay,csv,coco", "--json"});
  EXPECT_EQ(result.exit_code, 1) << result.err;
  const auto document = json_of(result);
  EXPECT_EQ(document["done"], 3);  // the two good ones, and the single pixel
  ASSERT_EQ(document["failed"].size(), 3u);
  for (const auto& failed : document["failed"]) EXPECT_FALSE(failed["reason"].get<std::string>().empty());
  EXPECT_TRUE(fs::exists(folder / "out/one_pixel.json"));
  EXPECT_TRUE(fs::exists(folder / "out/one_pixel.png"));
  EXPECT_FALSE(fs::exists(folder / "out/corrupt.json"));
}

TEST(CliTag, AnUnknownFormatIsWrongUsageBeforeAnyWork) {
  const TemporaryFolder folder;
  const ProgramResult result = jaedan({"tag", demo_photos(), folder / "out", "--format", "masks,sculpture"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_NE(result.err.find("sculpture"), std::string::npos);
  EXPECT_FALSE(fs::exists(folder / "out"));
}

TEST(CliTag, AModelThatIsNotThereExitsWithThreeAndNamesThoseThatAre) {
  const TemporaryFolder folder;
  const ProgramResult result = jaedan({"tag", demo_photos(), folder / "out", "--model", "no-such-model"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_NE(result.err.find("no-such-model"), std::string::npos) << result.err;
}

}  // namespace
}  // namespace jaedan::testing
