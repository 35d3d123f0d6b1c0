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

TEST(CliTag, AFolderWithoutPhotosIsSaidAndTheResultSaysWhereItIs) {
  const TemporaryFolder folder;
  fs::create_directories(folder / "in");
  write(folder / "in/moving.gif", "GIF89a");
  const ProgramResult empty = jaedan({"tag", folder / "in", folder / "out"});
  EXPECT_EQ(empty.exit_code, 3);
  EXPECT_NE(empty.err.find("no photo to label"), std::string::npos) << empty.err;
  EXPECT_NE(empty.err.find("1 GIF"), std::string::npos) << empty.err;
  EXPECT_FALSE(fs::exists(folder / "out"));
  ASSERT_OK(labeling::write_image(folder / "in/one.png", Image::of_size(40, 30).view()));
  const ProgramResult done = jaedan({"tag", folder / "in", folder / "out"});
  EXPECT_NE(done.out.find("1 photo written to " + (folder / "out")), std::string::npos) << done.out;
}

/// Two photos of one name, and one whose label file somebody has written.
void make_photos(const TemporaryFolder& folder) {
  fs::create_directories(folder / "in/sub");
  ASSERT_OK(labeling::write_image(folder / "in/x.jpg", Image::of_size(40, 60).view()));
  ASSERT_OK(labeling::write_image(folder / "in/x.png", Image::of_size(40, 60).view()));
  ASSERT_OK(labeling::write_image(folder / "in/mine.jpg", Image::of_size(40, 60).view()));
  ASSERT_OK(labeling::write_image(folder / "in/sub/x.jpg", Image::of_size(40, 60).view()));
  write(folder / "in/mine.json", "somebody's own");
}

TEST(CliTag, PhotosAndTheirLabelFilesAreNeverReplaced) {
  const TemporaryFolder folder;
  make_photos(folder);
  const std::string photo = bytes_of(folder / "in/x.png");
  const ProgramResult pictures = jaedan({"tag", folder / "in", folder / "in", "--format", "masks,overlay"});
  EXPECT_EQ(pictures.exit_code, 2) << pictures.err;
  EXPECT_EQ(bytes_of(folder / "in/x.png"), photo);

  const ProgramResult labels = jaedan({"tag", folder / "in", folder / "in", "--json"});
  EXPECT_EQ(labels.exit_code, 1);
  ASSERT_EQ(json_of(labels)["failed"].size(), 1u) << labels.err;
  EXPECT_NE(labels.err.find("mine.jpg"), std::string::npos) << labels.err;
  EXPECT_EQ(json_of(labels)["done"], 3);
  EXPECT_EQ(bytes_of(folder / "in/mine.json"), "somebody's own");
  EXPECT_TRUE(fs::exists(folder / "in/x.json"));
}

TEST(CliTag, NamesAndTablesDoNotDependOnThreadsAndALaterRunReplacesThem) {
  const TemporaryFolder folder;
  make_photos(folder);
  const std::vector<std::string> files = {"x.png", "x-3.png", "x-4.png", "mine.png", "labels.csv", "coco.json"};
  std::vector<std::string> first;
  for (const char* threads : {"1", "4", "4"}) {
    const ProgramResult result =
        jaedan({"tag", folder / "in", folder / "out", "--format", "masks,csv,coco", "--threads", threads, "--json"});
    ASSERT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(json_of(result)["done"], 4);
    std::vector<std::string> written;
    for (const std::string& file : files) {
      written.push_back(bytes_of(folder / ("out/" + file)));
      EXPECT_FALSE(written.back().empty()) << file;
    }
    if (first.empty()) first = written;
    EXPECT_EQ(written, first);
  }
}

TEST(CliTag, TheTableHasGenderAndSeasonAndGuessesMayBeLeftOut) {
  const TemporaryFolder folder;
  make_photos(folder);
  std::size_t said_by_all = 0;
  for (const bool sure : {false, true}) {
    std::vector<std::string> arguments = {"tag", folder / "in", folder / "out", "--format", "csv"};
    if (sure) arguments.emplace_back("--sure");
    const ProgramResult result = jaedan(arguments);
    ASSERT_EQ(result.exit_code, 0) << result.err;
    const std::string table = bytes_of(folder / "out/labels.csv");
    EXPECT_EQ(table.substr(3, 5), "file,") << "after the byte order mark";
    EXPECT_NE(table.find(",gender,season,"), std::string::npos) << table;
    if (sure) {
      EXPECT_LE(table.size(), said_by_all);
    } else {
      said_by_all = table.size();
    }
  }
}

TEST(CliTag, SecondReadingsFillAFolderOfTheirOwn) {
  const TemporaryFolder folder;
  make_photos(folder);
  const ProgramResult result =
      jaedan({"tag", folder / "in", folder / "out", "--format", "csv", "--alternatives", folder / "second"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  for (const char* name : {"x", "x-3", "x-4", "mine"}) {
    EXPECT_TRUE(fs::exists(folder / ("second/" + std::string(name) + ".png"))) << name;
  }
  const ProgramResult one = jaedan({"tag", folder / "in", folder / "out", "--alternatives", folder / "out"});
  EXPECT_EQ(one.exit_code, 2) << one.err;
  const ProgramResult among = jaedan({"tag", folder / "in", folder / "out", "--alternatives", folder / "in"});
  EXPECT_EQ(among.exit_code, 2) << among.err;
}

TEST(CliTag, WhereTheTimeWentAndTheMemoryAreSaid) {
  const TemporaryFolder folder;
  make_photos(folder);
  const ProgramResult plain = jaedan({"tag", folder / "in", folder / "out", "--threads", "2"});
  ASSERT_EQ(plain.exit_code, 0) << plain.err;
  for (const char* word : {"decode ", "predict ", "write ", "waiting ", " of 2 workers; peak memory "}) {
    EXPECT_NE(plain.out.find(word), std::string::npos) << word << " is missing in " << plain.out;
  }
  const auto document = json_of(jaedan({"tag", folder / "in", folder / "out", "--threads", "2", "--json"}));
  EXPECT_EQ(document["workers"], 2);
  EXPECT_GT(document["peak_memory_mb"], 50);
  double sum = 0;
  for (const auto& share : document["shares"]) sum += share.get<double>();
  EXPECT_NEAR(sum, 1, 1e-6);
  EXPECT_GT(document["shares"]["predict"], 0);
}

TEST(CliTag, AnOutputThatIsAFileIsRefusedBeforeAnyWork) {
  const TemporaryFolder folder;
  write(folder / "file", "x");
  const ProgramResult result = jaedan({"tag", demo_photos(), folder / "file"});
  EXPECT_EQ(result.exit_code, 3) << result.err;
  EXPECT_NE(result.err.find("is a file"), std::string::npos) << result.err;
  EXPECT_EQ(bytes_of(folder / "file"), "x");
}

TEST(CliTrain, TheNameOfAnotherModelIsWrongUsage) {
  const TemporaryFolder folder;
  ASSERT_EQ(jaedan({"init", folder / "a.jaedan"}).exit_code, 0);
  const auto models = json_of(jaedan({"models", "--json"}));
  ASSERT_FALSE(models.empty());
  const std::string id = models[0]["id"];
  const ProgramResult result = jaedan({"train", folder / "a.jaedan", "--name", id});
  EXPECT_EQ(result.exit_code, 2) << result.err;
  EXPECT_NE(result.err.find(id), std::string::npos) << result.err;
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
