// Where label files find their photos, and what else lies there.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/workflow/project/import_photos.h"
#include "labeling/io/image_encoder.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

const std::string kTogether = "\uC637";           // 옷
const std::string kApart = "\u110B\u1169\u11BA";  // the same as a Mac writes it

/// A labelme file of a garment called `label`, for the photo `named` of any size, or of width × height.
std::string labelme_text(const std::string& named, const std::string& label, int width = 0, int height = 0) {
  const std::string size =
      width == 0 ? "" : "\"imageWidth\":" + std::to_string(width) + ",\"imageHeight\":" + std::to_string(height) + ",";
  return "{" + size + R"("shapes":[{"label":")" + label +
         R"(","points":[[1,1],[20,1],[20,20]],"shape_type":"polygon"}],"imagePath":")" + named + R"("})";
}

class ImportPlaces : public ::testing::Test {
 protected:
  void SetUp() override {
    auto project = Project::create(folder_ / "p.jaedan");
    ASSERT_OK(project);
    project_.emplace(std::move(project).value());
  }
  void photo(const std::string& path, int width = 40, int height = 30) {
    fs::create_directories(fs::path(folder_ / path).parent_path());
    Image grey = Image::of_size(width, height);
    std::fill(grey.rgb.begin(), grey.rgb.end(), ++photos_);  // no two are copies of one photo
    ASSERT_OK(labeling::write_image(folder_ / path, grey.view()));
  }
  void file(const std::string& path, const std::string& bytes) {
    fs::create_directories(fs::path(folder_ / path).parent_path());
    std::ofstream(folder_ / path, std::ios::binary) << bytes;
  }
  BatchReport import(const std::string& path, const std::string& format = "labelme") {
    auto report = import_any(*project_, folder_ / path, format, Actor::alone("mina"), {});
    EXPECT_OK(report);
    return report.ok() ? *report : BatchReport();
  }
  /// Part of the only garment of the photo that lies at `path` below the test's folder.
  std::string part_at(const std::string& path) {
    for (int id = 1; id <= *project_->store().count({}); ++id) {
      if (project_->photo_path(*project_->store().photo(PhotoId{id})) != (root_ / path).string()) continue;
      const Annotation said = *project_->store().annotation(PhotoId{id});
      return said.garments.size() == 1 ? std::string(id_of(said.garments[0].part)) : "no garment";
    }
    return "no photo";
  }
  /// The sentences of a report, a line each.
  static std::string told(const BatchReport& report) {
    std::string all;
    for (const auto* items : {&report.failed, &report.warnings}) {
      for (const FailedItem& item : *items) all += item.reason.text() + "\n";
    }
    return all;
  }

  const testing::TemporaryFolder folder_;
  const fs::path root_ = fs::canonical(folder_.path());
  std::optional<Project> project_;
  std::uint8_t photos_ = 0;
};

TEST_F(ImportPlaces, NamesThatDifferInLettersApartAloneAreTwoPhotos) {
  for (const std::string& name : {kTogether, kApart}) photo("in/" + name + ".png");
  for (const char* labels : {"in/", "labels/"}) {
    file(labels + kTogether + ".json", labelme_text(kTogether + ".png", "shirt"));
    file(labels + kApart + ".json", labelme_text(kApart + ".png", "skirt"));
  }
  EXPECT_EQ(told(import("in")), "");
  EXPECT_EQ(part_at("in/" + kTogether + ".png"), "top");
  EXPECT_EQ(part_at("in/" + kApart + ".png"), "bottom");

  auto second = Project::create(folder_ / "second.jaedan");
  ASSERT_OK(second);
  project_.emplace(std::move(second).value());
  ASSERT_OK(import_images(*project_, folder_ / "in", Actor::alone("mina"), {}));
  fs::create_directories(folder_ / "far/away");
  fs::rename(folder_ / "labels", folder_ / "far/away/st");
  EXPECT_EQ(told(import("far/away/st")), "") << "among the photos of the project";
  EXPECT_EQ(part_at("in/" + kTogether + ".png"), "top");
  EXPECT_EQ(part_at("in/" + kApart + ".png"), "bottom");
}

TEST_F(ImportPlaces, APhotoFromAFolderThatNobodyNamedIsToldAndMustHaveTheSize) {
  photo("holiday/0001.png", 64, 48);
  file("st/0001.json", labelme_text("0001.png", "shirt", 10, 10));
  for (const char* source : {"st/0001.json", "st"}) {
    const BatchReport refused = import(source);
    EXPECT_EQ(refused.new_photos, 0);
    EXPECT_EQ(told(refused),
              "the label file says 10×10, ../holiday/0001.png, outside of the folder given, is 64×48; it was not "
              "taken\n");
  }
  file("st/0001.json", labelme_text("0001.png", "shirt", 64, 48));
  const std::string taken = "1 photo taken from here, outside of the folder given: ../holiday/0001.png\n";
  EXPECT_EQ(told(import("st/0001.json")), taken);
  EXPECT_EQ(part_at("holiday/0001.png"), "top");
  photo("labelled/images/2.png");
  file("labelled/labels/2.json", labelme_text("2.png", "skirt"));
  EXPECT_EQ(told(import("labelled/labels")), "1 photo taken from here, outside of the folder given: ../images/2.png\n");
  photo("given/images/3.png");
  file("given/labels/3.json", labelme_text("3.png", "skirt"));
  EXPECT_EQ(told(import("given")), "") << "both were named";
}

TEST_F(ImportPlaces, APhotoOfTheRightSizeFurtherOffIsNotHiddenByOneOfAnother) {
  photo("holiday/0001.png", 64, 48);
  photo("photos/0001.png", 40, 30);
  file("st/0001.json", labelme_text("0001.png", "shirt", 40, 30));
  EXPECT_EQ(told(import("st")), "1 photo taken from here, outside of the folder given: ../photos/0001.png\n");
  photo("deep/er/0002.png", 40, 30);
  file("st/0002.json", labelme_text("0002.png", "shirt", 40, 30));
  EXPECT_EQ(import("st/0002.json").failed.size(), 1u) << "only the folders beside it are looked into";
}

TEST_F(ImportPlaces, AroundOneFileOnlyATreeOfPhotosIsRead) {
  photo("home/labels/up.png");
  photo("home/holiday/2019/1.png");
  photo("home/원천데이터/로맨틱/2.png");
  for (const char* name : {"1", "2"}) {
    file("home/labels/" + std::string(name) + ".json", labelme_text(std::string(name) + ".png", "shirt"));
  }
  EXPECT_EQ(import("home/labels/1.json").failed.size(), 1u);
  EXPECT_EQ(import("home/labels/2.json").done, 1);
  EXPECT_EQ(part_at("home/원천데이터/로맨틱/2.png"), "top");
}

TEST_F(ImportPlaces, WhatProgramsKeepForThemselvesIsPassedOverAndCounted) {
  photo("in/a.png");
  file("in/a.json", labelme_text("a.png", "shirt"));
  const std::string of_a_mac("\0\5\26\7\0\2\0\0Mac OS X        ", 24);
  for (const char* name : {"in/._a.json", "in/._a.png", "in/__MACOSX/in/._a.png"}) file(name, of_a_mac);
  photo("in/.thumbnails/t.png");
  photo("in/@eaDir/a.png/SYNOPHOTO_THUMB_M.png");
  photo("in/sub/@eaDir/b.png");
  const std::string wanted =
      "3 files of macOS left out (._NAME, __MACOSX)\n"
      "3 folders left out, hidden or of thumbnails: .thumbnails, @eaDir\n";
  EXPECT_EQ(told(import("in")), wanted);
  EXPECT_EQ(told(import("in", "images")), wanted);
  EXPECT_EQ(*project_->store().count({}), 1);
}

TEST_F(ImportPlaces, AHiddenFolderThatIsNamedItselfIsRead) {
  photo("in/.kept/a.png");
  EXPECT_EQ(import("in/.kept", "images").done, 1);
}

TEST_F(ImportPlaces, NothingOfTheFormatIsAnErrorThatSaysWhatWasLookedForAndWhatLiesThere) {
  const auto refused = [&](const std::string& path, const std::string& format) {
    const auto report = import_any(*project_, folder_ / path, format, Actor::alone("mina"), {});
    EXPECT_FALSE(report.ok()) << format;
    return report.ok() ? std::string() : report.error().text();
  };
  file("in/라벨링데이터.zip", "PK");
  for (const char* format : {"kfashion", "coco", "labelme", "voc", "yolo", "masks", "images", ""}) {
    const std::string said = refused("in", format);
    EXPECT_NE(said.find("/in: no "), std::string::npos) << said;
    EXPECT_NE(said.find("라벨링데이터.zip: a ZIP archive: unpack it first"), std::string::npos) << said;
    EXPECT_EQ(refused("in/라벨링데이터.zip", format), folder_ / "in/라벨링데이터.zip: a ZIP archive: unpack it first");
  }
  EXPECT_NE(refused("in", "voc").find("no Pascal VOC label files (*.xml)"), std::string::npos) << refused("in", "voc");
  EXPECT_EQ(import_any(*project_, folder_ / "in", "voc", Actor::alone("mina"), {}).error().code, ErrorCode::kNotFound);
  file("tiff/a.tif", "II*");
  EXPECT_NE(refused("tiff", "masks").find("a.tif: label masks are PNG files"), std::string::npos);
  file("raw/a.cr2", "x");
  EXPECT_NE(refused("raw", "images").find("1 file left out, not read here: 1 CR2"), std::string::npos);
}

}  // namespace
}  // namespace jaedan::workflow
