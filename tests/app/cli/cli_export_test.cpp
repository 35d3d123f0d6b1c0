#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

namespace fs = std::filesystem;

/// A project of drawn photos; each test puts them where it wants them.
class CliExport : public ::testing::Test {
 protected:
  /// A drawn photo with its label file, as `photo` and the file beside it.
  void draw(int seed, const fs::path& photo) const {
    const std::string drawn = folder_ / ("drawn" + std::to_string(seed));
    ASSERT_EQ(jaedan({"synth", drawn, "--count", "1", "--seed", std::to_string(seed)}).exit_code, 0);
    fs::create_directories(photo.parent_path());
    const std::string from = drawn + "/synth_" + std::to_string(seed) + "_000000";
    fs::copy(from + ".jpg", photo);
    fs::copy(from + ".json", fs::path(photo).replace_extension(".json"));
  }

  void import_all() const {
    ASSERT_EQ(jaedan({"init", project_}).exit_code, 0);
    const ProgramResult imported = jaedan({"import", project_, photos_, "--format", "kfashion"});
    ASSERT_EQ(imported.exit_code, 0) << imported.err;
  }

  ProgramResult export_all(const std::string& formats) const {
    return jaedan({"export", project_, out_, "--format", formats, "--status", "all", "--json"});
  }

  const TemporaryFolder folder_;
  const std::string photos_ = folder_ / "photos";
  const std::string project_ = folder_ / "a.jaedan";
  const std::string out_ = folder_ / "out";
};

TEST_F(CliExport, SaysWhyNothingWasWritten) {
  draw(1, photos_ + "/a.jpg");
  import_all();
  const ProgramResult said = jaedan({"export", project_, out_, "--format", "masks"});
  EXPECT_EQ(said.exit_code, 0);
  EXPECT_NE(said.err.find("--status all"), std::string::npos) << said.err;
  const ProgramResult sheet = jaedan({"export", project_, folder_ / "sheet.jpg", "--format", "sheet", "--json"});
  ASSERT_EQ(json_of(sheet)["warnings"].size(), 1u) << sheet.out;
  EXPECT_EQ(json_of(sheet)["warnings"][0]["key"], "cli.none_approved");
  EXPECT_FALSE(fs::exists(folder_ / "sheet.jpg"));
  EXPECT_TRUE(json_of(export_all("masks"))["warnings"].empty());
}

TEST_F(CliExport, PhotosOfOneNameAreTwoEverywhere) {
  draw(1, photos_ + "/set_1/1.jpg");
  draw(2, photos_ + "/set_2/1.jpg");
  import_all();
  const ProgramResult exported = export_all("coco,csv,voc,kfashion");
  ASSERT_EQ(exported.exit_code, 0) << exported.err;
  std::set<std::string> names;
  const nlohmann::json coco = nlohmann::json::parse(bytes_of(out_ + "/coco.json"));
  for (const auto& image : coco["images"]) names.insert(image["file_name"]);
  EXPECT_EQ(names, (std::set<std::string>{"set_1/1.jpg", "set_2/1.jpg"}));
  const std::string table = bytes_of(out_ + "/labels.csv");
  EXPECT_NE(table.find("\nset_1/1.jpg,"), std::string::npos) << table;
  EXPECT_NE(table.find("\nset_2/1.jpg,"), std::string::npos) << table;
  EXPECT_NE(bytes_of(out_ + "/1.xml").find("<filename>set_1/1.jpg</filename>"), std::string::npos);
  EXPECT_NE(bytes_of(out_ + "/1-2.xml").find("<filename>set_2/1.jpg</filename>"), std::string::npos);
  std::set<std::int64_t> numbers;
  for (const char* file : {"/1.json", "/1-2.json"}) {
    const auto label = nlohmann::json::parse(bytes_of(out_ + file));
    numbers.insert(label["이미지 정보"]["이미지 식별자"].get<std::int64_t>());
  }
  EXPECT_EQ(numbers.size(), 2u);
}

TEST_F(CliExport, LabelmeFindsThePhotoFromItsFile) {
  draw(1, photos_ + "/deep/er/a.jpg");
  import_all();
  ASSERT_EQ(export_all("labelme").exit_code, 0);
  const std::string path = nlohmann::json::parse(bytes_of(out_ + "/a.json"))["imagePath"];
  EXPECT_EQ(path, "../photos/deep/er/a.jpg");
  EXPECT_EQ(bytes_of(fs::path(out_) / path), bytes_of(photos_ + "/deep/er/a.jpg"));
}

TEST_F(CliExport, LongNamesAreWritten) {
  const std::string name(240, 'x');
  draw(1, photos_ + "/" + name + ".jpg");
  import_all();
  const ProgramResult exported = export_all("kfashion,masks,overlay,voc,yolo,csv,coco");
  ASSERT_EQ(exported.exit_code, 0) << exported.err;
  for (const char* file : {".json", ".png", ".jpg", ".xml"}) EXPECT_TRUE(fs::exists(out_ + "/" + name + file)) << file;
  EXPECT_TRUE(fs::exists(out_ + "/labels/" + name + ".txt"));
  EXPECT_TRUE(fs::exists(out_ + "/data.yaml"));
}

TEST_F(CliExport, EveryShapeIsReadBackToTheSamePixels) {
  JAEDAN_REQUIRE_SHARED();
  const std::string python = "/usr/bin/python3";
  if (!fs::exists(shared_dir() + "/cases/shapes") || !fs::exists(python)) GTEST_SKIP() << "needs the cases and python3";
  fs::copy(shared_dir() + "/cases/shapes", photos_);
  import_all();
  ASSERT_EQ(export_all("coco,yolo,voc,masks").exit_code, 0);
  const ProgramResult read = run_program(python, {source_dir() + "/tests/labeling/formats/read_export.py", out_});
  if (read.exit_code == 77) GTEST_SKIP() << "needs python3-numpy and python3-opencv";
  ASSERT_EQ(read.exit_code, 0) << read.err;
  EXPECT_EQ(json_of(read), nlohmann::json({{"photos", 12}, {"coco", 0}, {"yolo", 0}, {"outside_voc", 0}}));
}

}  // namespace
}  // namespace jaedan::testing
