// Label files of other tools, written by `export` and read back by `import`.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

namespace fs = std::filesystem;

using Box = std::vector<double>;

/// Two drawn photos in "photos", their labels in the project "a.jaedan", and the project "b.jaedan" without any.
class CliImport : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    ASSERT_EQ(jaedan({"synth", folder_ / "drawn", "--count", "2", "--seed", "7"}).exit_code, 0);
    ASSERT_EQ(jaedan({"init", folder_ / "a.jaedan"}).exit_code, 0);
    ASSERT_EQ(jaedan({"import", folder_ / "a.jaedan", folder_ / "drawn", "--format", "kfashion"}).exit_code, 0);
    fs::create_directories(folder_ / "photos");
    for (const auto& entry : fs::directory_iterator(folder_ / "drawn")) {
      if (entry.path().extension() == ".jpg") fs::copy(entry.path(), folder_ / "photos");
    }
    ASSERT_EQ(jaedan({"init", folder_ / "b.jaedan", "--images", folder_ / "photos"}).exit_code, 0);
  }

  ProgramResult import(const std::string& project) {
    return jaedan({"import", folder_ / project, folder_ / "labels", "--format", GetParam(), "--json"});
  }

  /// The boxes of the project's garments, photo by photo.
  std::vector<Box> boxes_of(const std::string& project) {
    const std::string out = folder_ / (project + "-coco");
    EXPECT_EQ(jaedan({"export", folder_ / project, out, "--format", "coco", "--status", "all"}).exit_code, 0);
    const auto coco = nlohmann::json::parse(bytes_of(out + "/coco.json"));
    std::vector<Box> boxes;
    for (const auto& annotation : coco["annotations"]) {
      Box& box = boxes.emplace_back(annotation["bbox"].get<Box>());
      box.insert(box.begin(), annotation["image_id"].get<double>());
    }
    std::sort(boxes.begin(), boxes.end());
    return boxes;
  }

  void expect_same_boxes() {
    const std::vector<Box> wanted = boxes_of("a.jaedan");
    const std::vector<Box> read = boxes_of("b.jaedan");
    ASSERT_GE(wanted.size(), 3u);
    ASSERT_EQ(read.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      for (std::size_t k = 0; k < wanted[i].size(); ++k) EXPECT_NEAR(read[i][k], wanted[i][k], 1.5) << i << " " << k;
    }
  }

  const TemporaryFolder folder_;
};

TEST_P(CliImport, WhatWasWrittenIsReadForThePhotosOfAProject) {
  ASSERT_EQ(
      jaedan({"export", folder_ / "a.jaedan", folder_ / "labels", "--format", GetParam(), "--status", "all"}).exit_code,
      0);
  const ProgramResult imported = import("b.jaedan");
  EXPECT_EQ(imported.exit_code, 0) << imported.out << imported.err;
  EXPECT_EQ(json_of(imported)["done"], 2) << imported.out;
  expect_same_boxes();
  const auto again = json_of(import("b.jaedan"));
  EXPECT_EQ(again["done"], 0);
  EXPECT_EQ(again["skipped"], 2) << "labels that are there are kept";
  EXPECT_EQ(jaedan({"verify", folder_ / "b.jaedan"}).exit_code, 0);
}

TEST_P(CliImport, PhotosBesideTheirLabelsAreAdded) {
  ASSERT_EQ(
      jaedan({"export", folder_ / "a.jaedan", folder_ / "labels/masks", "--format", GetParam(), "--status", "all"})
          .exit_code,
      0);
  for (const auto& entry : fs::directory_iterator(folder_ / "photos")) {
    fs::copy(entry.path(), folder_ / "labels");  // one folder above the label files
    if (std::string(GetParam()) != "masks") fs::copy(entry.path(), folder_ / "labels/masks");
  }
  ASSERT_EQ(jaedan({"init", folder_ / "c.jaedan"}).exit_code, 0);
  const ProgramResult imported = import("c.jaedan");
  EXPECT_EQ(imported.exit_code, 0) << imported.out << imported.err;
  EXPECT_EQ(json_of(imported)["done"], 2) << imported.out;
}

TEST_P(CliImport, AFileThatIsNoneIsListedAndTheRestIsRead) {
  ASSERT_EQ(
      jaedan({"export", folder_ / "a.jaedan", folder_ / "labels", "--format", GetParam(), "--status", "all"}).exit_code,
      0);
  std::string ending;
  for (const auto& entry : fs::recursive_directory_iterator(folder_ / "labels")) {
    const auto name = entry.path().filename();
    if (!entry.is_regular_file() || entry.is_symlink()) continue;
    if (name != "classes.txt" && name != "data.yaml") ending = entry.path().extension();
  }
  std::ofstream(folder_ / ("labels/zz_broken" + ending)) << "\xff no label file";
  const ProgramResult imported = import("b.jaedan");
  EXPECT_EQ(imported.exit_code, 1) << imported.out << imported.err;
  EXPECT_EQ(json_of(imported)["done"], 2) << imported.out;
  ASSERT_EQ(json_of(imported)["failed"].size(), 1u) << imported.out;
  EXPECT_NE(json_of(imported)["failed"][0]["item"].get<std::string>().find("zz_broken"), std::string::npos);
}

TEST_P(CliImport, TheFormatIsFoundOut) {
  ASSERT_EQ(
      jaedan({"export", folder_ / "a.jaedan", folder_ / "labels", "--format", GetParam(), "--status", "all"}).exit_code,
      0);
  const ProgramResult imported = jaedan({"import", folder_ / "b.jaedan", folder_ / "labels", "--json"});
  EXPECT_EQ(imported.exit_code, 0) << imported.out << imported.err;
  EXPECT_EQ(json_of(imported)["format"], GetParam()) << imported.out;
  EXPECT_EQ(json_of(imported)["guessed"], true);
  EXPECT_EQ(json_of(imported)["done"], 2) << imported.out;
}

INSTANTIATE_TEST_SUITE_P(Formats, CliImport, ::testing::Values("kfashion", "coco", "labelme", "voc", "yolo", "masks"),
                         [](const auto& format) { return std::string(format.param); });

TEST(CliImportFormats, YoloTakesItsClassesFromADataYamlTwoFoldersUp) {
  const TemporaryFolder folder;
  ASSERT_EQ(jaedan({"synth", folder / "drawn", "--count", "1", "--seed", "7"}).exit_code, 0);
  ASSERT_EQ(jaedan({"init", folder / "a.jaedan"}).exit_code, 0);
  fs::create_directories(folder / "set/train/labels");
  for (const auto& entry : fs::directory_iterator(folder / "drawn")) {
    if (entry.path().extension() == ".jpg") fs::copy(entry.path(), folder / "set/train/labels/x.jpg");
  }
  std::ofstream(folder / "set/data.yaml") << "nc: 2\nnames:\n  0: bag\n  1: trousers\nkpt_shape: [2, 2]\n";
  std::ofstream(folder / "set/train/labels/x.txt") << "1 0.5 0.5 0.2 0.4 0.1 0.1 0.3 0.3\n0 0.5 0.5 0.2 0.4\n";
  const ProgramResult result = jaedan({"import", folder / "a.jaedan", folder / "set", "--format", "yolo", "--json"});
  EXPECT_EQ(json_of(result)["done"], 1) << result.out << result.err;
  EXPECT_NE(result.out.find("class 0 is 'bag', no garment known here"), std::string::npos) << result.out;
}

TEST(CliImportFormats, AnExportForYoloHasThePhotosWhereTrainersLook) {
  const TemporaryFolder folder;
  ASSERT_EQ(jaedan({"synth", folder / "drawn", "--count", "2", "--seed", "7"}).exit_code, 0);
  ASSERT_EQ(jaedan({"init", folder / "a.jaedan"}).exit_code, 0);
  ASSERT_EQ(jaedan({"import", folder / "a.jaedan", folder / "drawn", "--format", "kfashion"}).exit_code, 0);
  const std::vector<std::string> out = {
      "export", folder / "a.jaedan", folder / "drawn/out", "--format", "yolo", "--status", "all"};
  ASSERT_EQ(jaedan(out).exit_code, 0);
  ASSERT_EQ(jaedan(out).exit_code, 0) << "an earlier run's links are no hindrance";
  int photos = 0;
  for (const auto& entry : fs::directory_iterator(folder / "drawn/out/images")) {
    const std::string stem = entry.path().stem().string();
    EXPECT_TRUE(fs::exists(folder / ("drawn/out/labels/" + stem + ".txt"))) << entry.path();
    EXPECT_TRUE(fs::equivalent(entry.path(), folder / ("drawn/" + stem + ".jpg")));
    EXPECT_TRUE(fs::read_symlink(entry.path()).is_relative());
    ++photos;
  }
  EXPECT_EQ(photos, 2);
  // The links make no second photos, neither by a look through the folder nor by an import of the labels.
  ASSERT_EQ(jaedan({"init", folder / "b.jaedan", "--images", folder / "drawn"}).exit_code, 0);
  const ProgramResult again = jaedan({"import", folder / "b.jaedan", folder / "drawn/out", "--json"});
  EXPECT_EQ(json_of(again)["done"], 2) << again.out << again.err;
  EXPECT_TRUE(json_of(again)["warnings"].empty()) << again.out;
  EXPECT_EQ(json_of(jaedan({"verify", folder / "b.jaedan", "--json"}))["done"], 2);
}

TEST(CliImportFormats, AnUnknownOneIsRefusedWithWhatThereIs) {
  const TemporaryFolder folder;
  ASSERT_EQ(jaedan({"init", folder / "a.jaedan"}).exit_code, 0);
  const ProgramResult result = jaedan({"import", folder / "a.jaedan", folder.path(), "--format", "floppy"});
  EXPECT_NE(result.exit_code, 0);
  for (const char* name : {"images", "kfashion", "coco", "labelme", "voc", "yolo", "masks"}) {
    EXPECT_NE(result.err.find(name), std::string::npos) << result.err;
  }
}

TEST(CliImportFormats, LeftOutItIsSaidWhichWasTaken) {
  const TemporaryFolder folder;
  ASSERT_EQ(jaedan({"synth", folder / "drawn", "--count", "1", "--seed", "7"}).exit_code, 0);
  ASSERT_EQ(jaedan({"init", folder / "a.jaedan"}).exit_code, 0);
  const ProgramResult result = jaedan({"import", folder / "a.jaedan", folder / "drawn"});
  EXPECT_NE(result.out.find("--format kfashion"), std::string::npos) << result.out << result.err;
}

TEST(CliImportFormats, NothingOrSeveralThingsAreAskedAbout) {
  const TemporaryFolder folder;
  ASSERT_EQ(jaedan({"init", folder / "a.jaedan"}).exit_code, 0);
  fs::create_directories(folder / "labels");
  const auto import = [&] { return jaedan({"import", folder / "a.jaedan", folder / "labels", "--json"}); };
  EXPECT_EQ(import().exit_code, 2);
  std::ofstream(folder / "labels/1.json") << R"({"shapes":[],"imagePath":"1.jpg"})";
  std::ofstream(folder / "labels/1.xml") << "<annotation/>";
  const ProgramResult several = import();
  EXPECT_EQ(several.exit_code, 2);
  EXPECT_EQ(json_of(several)["error"]["key"], "import.several_formats") << several.out;
}

/// One folder of ../shared/cases/kfashion, and what is right of it.
struct KFashionCase {
  const char* folder;
  int imported;      ///< its one file comes in, and goes out again byte for byte
  const char* told;  ///< stands in what import says; empty for nothing
};

TEST(CliImportCases, KFashionFilesComeBackByteForByteOrAreRefusedWithTheReason) {
  JAEDAN_REQUIRE_SHARED();
  const fs::path cases = shared_dir() + "/cases/kfashion";
  const std::vector<KFashionCase> table = {
      {"a-ascii-escapes", 1, ""},
      {"b-pretty-crlf", 1, ""},
      {"c-bom", 1, ""},
      {"d-utf16", 0, "iconv -f UTF-16 -t UTF-8"},
      {"e-cp949", 0, "iconv -f CP949 -t UTF-8"},
      {"f-nfd", 1, ""},
      {"g-merged-list", 0, "no object at the top"},
      {"h-jsonl", 0, "text after the end"},
      {"i-num-strings-header", 1, "numbers that are written as text: 3"},
      {"k-null-empty", 1, "is no array"},
      {"l-nan", 1, "is no place"},
      {"m-dup-keys", 1, "'렉트좌표' twice"},
      {"n-deep", 0, "nested deeper"},
      {"o-truncated", 0, "ends too early"},
      {"p-empty", 0, "ends too early"},
      {"q-two-tops", 1, "has 2 items"},
      {"r2-outter", 1, "'아웃터' is not known"},
      {"rect-only", 1, "no outline"},
      {"s-scalars-lists", 1, "'칼라' read as '옷깃'"},
      {"two-folders", 1, ""},
      {"y-name-differs", 1, ""},
      {"y2-name-JPG", 1, ""},
      {"z-aihub-layout", 1, ""},
      {"za-wrong-size", 1, "the label file says 800×800, the photo is 400×400"},
  };
  for (const KFashionCase& one : table) {
    SCOPED_TRACE(one.folder);
    const TemporaryFolder folder;
    ASSERT_EQ(jaedan({"init", folder / "p.jaedan"}).exit_code, 0);
    const std::string source = cases / one.folder;
    const ProgramResult imported = jaedan({"import", folder / "p.jaedan", source, "--format", "kfashion", "--json"});
    const auto report = json_of(imported);
    EXPECT_EQ(report["done"], one.imported) << imported.out;
    EXPECT_EQ(report["failed"].size(), 1u - static_cast<std::size_t>(one.imported)) << imported.out;
    EXPECT_NE(imported.out.find(one.told), std::string::npos) << imported.out;
    if (!one.imported) continue;
    jaedan({"export", folder / "p.jaedan", folder / "out", "--format", "kfashion", "--status", "all"});
    for (const auto& entry : fs::recursive_directory_iterator(source)) {
      if (entry.path().extension() != ".json") continue;
      EXPECT_EQ(bytes_of(folder / "out" / entry.path().filename()), bytes_of(entry.path())) << entry.path();
    }
  }
}

}  // namespace
}  // namespace jaedan::testing
