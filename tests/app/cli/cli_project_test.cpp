#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST(CliProject, InitAddsPhotosAndListsWhatIsNoPhoto) {
  const TemporaryFolder folder;
  fs::copy(demo_photos(), folder / "photos");
  write(folder / "photos/broken.jpg", "this is no photo");
  write(folder / "photos/empty.png", "");
  write(folder / "photos/moving.gif", "GIF89a");
  const ProgramResult result = jaedan({"init", folder / "a.jaedan", "--images", folder / "photos", "--json"});
  EXPECT_EQ(result.exit_code, 1) << result.err;
  const auto document = json_of(result);
  EXPECT_EQ(document["done"], 24);
  ASSERT_EQ(document["failed"].size(), 2u);
  EXPECT_NE(document["failed"][0]["item"].get<std::string>().find("broken.jpg"), std::string::npos);
  ASSERT_EQ(document["warnings"].size(), 1u);
  EXPECT_EQ(document["warnings"][0]["key"], "import.left_out");
  EXPECT_EQ(document["warnings"][0]["reason"], "1 file left out, not read here: 1 GIF");
  EXPECT_FALSE(document["failed"][0]["reason"].get<std::string>().empty());
  EXPECT_FALSE(document["failed"][0]["key"].get<std::string>().empty());
}

TEST(CliProject, InitRefusesAFolderThatIsThere) {
  const TemporaryFolder folder;
  EXPECT_EQ(jaedan({"init", folder / "a.jaedan"}).exit_code, 0);
  const ProgramResult again = jaedan({"init", folder / "a.jaedan"});
  EXPECT_EQ(again.exit_code, 3);
  EXPECT_NE(again.err.find("a.jaedan"), std::string::npos);
}

TEST(CliProject, AProjectIsCalledSoAndLiesInNoOther) {
  const TemporaryFolder folder;
  const ProgramResult plain = jaedan({"init", folder / "plain"});
  EXPECT_EQ(plain.exit_code, 2);
  EXPECT_NE(plain.err.find("plain.jaedan"), std::string::npos) << plain.err;
  EXPECT_FALSE(fs::exists(folder / "plain"));
  ASSERT_EQ(jaedan({"init", folder / "a.jaedan/"}).exit_code, 0);
  for (const char* inside : {"a.jaedan/b.jaedan", "a.jaedan/deep/er/b.jaedan"}) {
    const ProgramResult refused = jaedan({"init", folder / inside});
    EXPECT_EQ(refused.exit_code, 2) << inside;
    EXPECT_NE(refused.err.find("inside the project"), std::string::npos) << refused.err;
  }
}

TEST(CliProject, TheImportCountsNewPhotos) {
  const TemporaryFolder folder;
  ASSERT_EQ(jaedan({"synth", folder / "drawn", "--count", "2", "--seed", "3"}).exit_code, 0);
  ASSERT_EQ(jaedan({"init", folder / "a.jaedan"}).exit_code, 0);
  const ProgramResult first = jaedan({"import", folder / "a.jaedan", folder / "drawn", "--format", "kfashion"});
  EXPECT_NE(first.out.find("2 imported (2 new photos)"), std::string::npos) << first.out;
  EXPECT_EQ(json_of(jaedan({"import", folder / "a.jaedan", folder / "drawn", "--json"}))["new_photos"], 0);
}

TEST(CliProject, ARealLabelFileGoesThroughAProjectByteForByte) {
  JAEDAN_REQUIRE_SHARED();
  const TemporaryFolder folder;
  const std::string samples = shared_dir() + "/kfashion/samples";
  fs::create_directories(folder / "in");
  for (const char* name : {"100026.json", "100026.jpg"}) fs::copy(samples + "/" + name, folder / "in");
  ASSERT_EQ(jaedan({"init", folder / "a.jaedan"}).exit_code, 0);
  const ProgramResult imported = jaedan({"import", folder / "a.jaedan", folder / "in", "--format", "kfashion"});
  ASSERT_EQ(imported.exit_code, 0) << imported.err;
  const ProgramResult exported =
      jaedan({"export", folder / "a.jaedan", folder / "out", "--format", "kfashion", "--status", "all"});
  ASSERT_EQ(exported.exit_code, 0) << exported.err;
  EXPECT_EQ(bytes_of(folder / "out/100026.json"), bytes_of(samples + "/100026.json"));
}

TEST(CliProject, DrawnPhotosGoThroughAProjectByteForByte) {
  const TemporaryFolder folder;
  ASSERT_EQ(jaedan({"synth", folder / "drawn", "--count", "3", "--seed", "7"}).exit_code, 0);
  ASSERT_EQ(jaedan({"init", folder / "a.jaedan"}).exit_code, 0);
  const ProgramResult imported =
      jaedan({"import", folder / "a.jaedan", folder / "drawn", "--format", "kfashion", "--json"});
  EXPECT_EQ(json_of(imported)["done"], 3) << imported.out << imported.err;
  ASSERT_EQ(
      jaedan({"export", folder / "a.jaedan", folder / "out", "--format", "kfashion", "--status", "all"}).exit_code, 0);
  int compared = 0;
  for (const auto& entry : fs::directory_iterator(folder / "out")) {
    EXPECT_EQ(bytes_of(entry.path()), bytes_of(fs::path(folder / "drawn") / entry.path().filename()));
    ++compared;
  }
  EXPECT_EQ(compared, 3);
}

TEST(CliProject, EveryExportFormatWritesSomething) {
  const TemporaryFolder folder;
  ASSERT_EQ(jaedan({"synth", folder / "drawn", "--count", "2", "--seed", "7"}).exit_code, 0);
  ASSERT_EQ(jaedan({"init", folder / "a.jaedan"}).exit_code, 0);
  jaedan({"import", folder / "a.jaedan", folder / "drawn", "--format", "kfashion"});
  for (const char* format : {"kfashion", "masks", "overlay", "csv", "coco"}) {
    const fs::path out = folder / format;
    const ProgramResult result =
        jaedan({"export", folder / "a.jaedan", out.string(), "--format", format, "--status", "all"});
    EXPECT_EQ(result.exit_code, 0) << format << result.err;
    std::uintmax_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(out)) {
      if (entry.is_regular_file()) bytes += entry.file_size();
    }
    EXPECT_GT(bytes, 100u) << format;
  }
  EXPECT_EQ(jaedan({"export", folder / "a.jaedan", folder / "x", "--format", "sculpture"}).exit_code, 2);
}

TEST(CliProject, OnlyApprovedPhotosAreExportedUnlessAllAreAskedFor) {
  const TemporaryFolder folder;
  ASSERT_EQ(jaedan({"synth", folder / "drawn", "--count", "3", "--seed", "9"}).exit_code, 0);
  ASSERT_EQ(jaedan({"init", folder / "a.jaedan"}).exit_code, 0);
  jaedan({"import", folder / "a.jaedan", folder / "drawn", "--format", "kfashion"});
  const auto before = json_of(jaedan({"export", folder / "a.jaedan", folder / "x", "--format", "masks", "--json"}));
  EXPECT_EQ(before["done"], 0);
  ASSERT_EQ(jaedan({"approve", folder / "a.jaedan", "--filter", "status=expert"}).exit_code, 0);
  const auto after = json_of(jaedan({"export", folder / "a.jaedan", folder / "x", "--format", "masks", "--json"}));
  EXPECT_EQ(after["done"], 3);
  const auto audit = json_of(jaedan({"audit", folder / "a.jaedan", "--image", "1", "--json"}));
  ASSERT_EQ(audit.size(), 2u);
  EXPECT_EQ(audit[1]["action"], "approve");
  EXPECT_EQ(audit[1]["who"], "tester");
  const ProgramResult verified = jaedan({"verify", folder / "a.jaedan"});
  EXPECT_EQ(verified.exit_code, 0) << verified.err;
}

TEST(CliProject, AMovedProjectIsWholeAndPhotosThatMovedAloneCanBePointedTo) {
  const TemporaryFolder folder;
  fs::create_directories(folder / "work");
  fs::copy(demo_photos(), folder / "work/photos");
  ASSERT_EQ(jaedan({"init", folder / "work/a.jaedan", "--images", folder / "work/photos"}).exit_code, 0);
  fs::rename(folder / "work", folder / "moved");
  EXPECT_EQ(jaedan({"verify", folder / "moved/a.jaedan"}).exit_code, 0);
  fs::rename(folder / "moved/photos", folder / "summer");
  const auto verified = json_of(jaedan({"verify", folder / "moved/a.jaedan", "--json"}));
  ASSERT_EQ(verified["failed"].size(), 1u);
  EXPECT_EQ(verified["failed"][0]["key"], "photo.gone");
  const std::string old_place = verified["failed"][0]["item"];
  const auto found = json_of(jaedan({"relocate", folder / "moved/a.jaedan", old_place, folder / "summer", "--json"}));
  EXPECT_EQ(found["done"], 24);
  EXPECT_EQ(jaedan({"verify", folder / "moved/a.jaedan"}).exit_code, 0);
  EXPECT_EQ(jaedan({"relocate", folder / "moved/a.jaedan", "/nowhere", folder / "summer"}).exit_code, 3);
}

TEST(CliProject, ADamagedDatabaseIsAnErrorInWords) {
  const TemporaryFolder folder;
  ASSERT_EQ(jaedan({"init", folder / "a.jaedan"}).exit_code, 0);
  write(folder / "a.jaedan/project.db", std::string(5000, 'x'));
  const ProgramResult result = jaedan({"verify", folder / "a.jaedan"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_NE(result.err.find("a.jaedan"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("not a database"), std::string::npos) << result.err;
}

}  // namespace
}  // namespace jaedan::testing
