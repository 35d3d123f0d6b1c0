// Which photo a label file is for, wherever both lie.
#include "app/workflow/project/import_labels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/workflow/people/acting_user.h"
#include "app/workflow/people/manage_users.h"
#include "app/workflow/project/export_project.h"
#include "app/workflow/project/import_photos.h"
#include "labeling/base/file_system.h"
#include "labeling/io/image_encoder.h"
#include "labeling/store/program.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

/// A label file of a top of 10 × 5 pixels, in a photo of 40 × 30 called `named`.
std::string label_of(const std::string& named, int left = 5, int id = 1) {
  std::ostringstream text;
  text << R"({"이미지 정보":{"이미지 식별자":)" << id << R"(,"이미지 높이":30,"이미지 파일명":")" << named
       << R"(","이미지 너비":40},"데이터셋 정보":{"파일 생성일자":"2020-08-10 08:33:18","데이터셋 상세설명":{)"
       << R"("렉트좌표":{"아우터":[{}],"하의":[{}],"원피스":[{}],"상의":[{"X좌표":)" << left - 0.5
       << R"(,"Y좌표":4.5,"가로":10,"세로":5}]},"폴리곤좌표":{"아우터":[{}],"하의":[{}],"원피스":[{}],"상의":[{)"
       << R"("X좌표1":)" << left << R"(.0,"Y좌표1":5.0,"X좌표2":)" << left + 10 << R"(.0,"Y좌표2":5.0,"X좌표3":)"
       << left + 10 << R"(.0,"Y좌표3":10.0,"X좌표4":)" << left << R"(.0,"Y좌표4":10.0}]},)"
       << R"("라벨링":{"스타일":[{}],"아우터":[{}],"하의":[{}],"원피스":[{}],"상의":[{"색상":"블랙"}]}},)"
       << R"("파일 번호":)" << id << R"(,"파일 이름":")" << named << R"("}})";
  return text.str();
}

class ImportLabels : public ::testing::Test {
 protected:
  void SetUp() override { project_.emplace(make_project("p")); }

  Project make_project(const std::string& name) {
    auto project = Project::create(folder_ / (name + ".jaedan"));
    EXPECT_OK(project);
    return std::move(project).value();
  }
  void photo(const std::string& path, int width = 40, int height = 30) {
    fs::create_directories(fs::path(folder_ / path).parent_path());
    Image grey = Image::of_size(width, height);
    std::fill(grey.rgb.begin(), grey.rgb.end(), ++photos_);  // no two are copies of one photo
    const fs::path written = folder_ / (path + ".png");
    ASSERT_OK(labeling::write_image(written.string(), grey.view()));
    fs::rename(written, folder_ / path);  // the bytes say what it is; the name may end otherwise
  }
  void file(const std::string& path, const std::string& bytes) {
    fs::create_directories(fs::path(folder_ / path).parent_path());
    std::ofstream(folder_ / path, std::ios::binary) << bytes;
  }
  BatchReport import(const std::string& path, const std::string& format = "kfashion") {
    auto report = import_any(*project_, folder_ / path, format, Actor::alone("mina"), {});
    EXPECT_OK(report);
    return report.ok() ? *report : BatchReport();
  }
  BatchReport export_all(Project& project, const std::string& path) {
    auto report = export_project(project, folder_ / path, {"kfashion"}, {}, {}, {});
    EXPECT_OK(report);
    return report.ok() ? *report : BatchReport();
  }
  /// The photo with this number, below the test's folder.
  std::string path_of(int id) {
    const auto photo = project_->store().photo(PhotoId{id});
    if (!photo.ok()) return "-";
    return fs::relative(project_->photo_path(*photo), fs::canonical(folder_.path())).string();
  }
  /// Left side of the first garment; -1 for none.
  double left_of(int id) {
    const auto annotation = project_->store().annotation(PhotoId{id});
    return annotation.ok() && !annotation->garments.empty() ? bounds_of(annotation->garments[0].region).x : -1;
  }

  const testing::TemporaryFolder folder_;
  std::optional<Project> project_;
  std::uint8_t photos_ = 0;
};

TEST_F(ImportLabels, PhotosInSomebodysHandsAreLeftOutAndSaid) {
  for (const char* name : {"a", "b", "c", "d"}) photo("in/" + std::string(name) + ".jpg");
  ASSERT_OK(import_images(*project_, folder_ / "in", Actor::alone("mina"), {}));
  for (const char* name : {"a", "b", "c", "d"}) {
    file("in/" + std::string(name) + ".json", label_of(std::string(name) + ".jpg"));
  }
  labeling::Store& store = project_->store();
  ASSERT_OK_AND_ASSIGN(const User boss, store.add_user("boss", Roles::all(), {}));
  ASSERT_OK_AND_ASSIGN(const User ann, store.add_user("ann", {Role::kAnnotator}, {}));
  const std::string now = labeling::utc_now();
  ASSERT_OK(store.claim({ann.id, Stage::kDrawn, PhotoId{1}, 3600, false}, now));
  ASSERT_OK(store.claim({boss.id, Stage::kDrawn, PhotoId{2}, 3600, false}, now));
  ASSERT_OK(store.open_panel(PhotoId{3}, Stage::kDrawn, 2, now));

  Actor manager;
  manager.name = boss.name;
  manager.roles = boss.roles;
  manager.user = boss.id;
  ASSERT_OK_AND_ASSIGN(const BatchReport report, import_any(*project_, folder_ / "in", "kfashion", manager, {}));
  EXPECT_EQ(report.done, 1);
  ASSERT_EQ(report.failed.size(), 3u);
  EXPECT_NE(report.failed[0].reason.text().find("in the hands of ann"), std::string::npos);
  EXPECT_NE(report.failed[1].reason.text().find("in the hands of boss"), std::string::npos);
  for (int id = 1; id <= 3; ++id) EXPECT_EQ(store.annotation(PhotoId{id})->revision, 0);
  EXPECT_EQ(store.annotation(PhotoId{4})->revision, 1);
  EXPECT_TRUE(store.source_file(PhotoId{1})->empty()) << "nothing of it";
}

TEST_F(ImportLabels, TreesThatLieParallelAreOneDataSet) {
  photo("set/Training/원천데이터/로맨틱/1.jpg");
  photo("set/Training/원천데이터/모던/2.jpg");
  file("set/Training/라벨링데이터/로맨틱/1.json", label_of("up.jpg", 1));
  file("set/Training/라벨링데이터/모던/2.json", label_of("up.jpg", 2));
  EXPECT_EQ(import("set").done, 2);
  EXPECT_EQ(path_of(1), "set/Training/원천데이터/로맨틱/1.jpg");
  EXPECT_EQ(left_of(2), 2);
}

TEST_F(ImportLabels, TheFolderOfLabelsAloneFindsThePhotosBesideIt) {
  photo("set/원천데이터/원천데이터_1/로맨틱/1.jpg");
  file("set/라벨링데이터/로맨틱/1.json", label_of("1.jpg"));
  EXPECT_EQ(import("set/라벨링데이터/로맨틱").done, 1);
  EXPECT_EQ(path_of(1), "set/원천데이터/원천데이터_1/로맨틱/1.jpg");
}

TEST_F(ImportLabels, OneLabelFileAloneIsImportedToo) {
  photo("two/images/1.jpg");
  file("two/out/1.json", label_of("1.jpg"));
  EXPECT_EQ(import("two/out/1.json").done, 1);
  EXPECT_EQ(path_of(1), "two/images/1.jpg");
}

TEST_F(ImportLabels, APhotoThatSeveralPeopleDoKeepsWhatItHas) {
  photo("two/images/1.jpg");
  ASSERT_OK(import_images(*project_, folder_ / "two/images", Actor::alone("mina"), {}));
  ASSERT_OK(add_user(*project_, Actor::alone("mina"), "mina", Roles::all(), std::nullopt));
  const auto mina = acting_user(*project_, "mina");
  ASSERT_OK(mina);
  ASSERT_OK(project_->store().open_panel(PhotoId{1}, Stage::kDrawn, 2, labeling::utc_now()));
  file("two/out/1.json", label_of("1.jpg"));
  const auto report = import_any(*project_, folder_ / "two/out", "kfashion", *mina, {});
  ASSERT_OK(report);
  ASSERT_EQ(report->failed.size(), 1u);
  EXPECT_EQ(report->failed[0].reason.key, "panel.open");
  EXPECT_EQ(left_of(1), -1);
}

TEST_F(ImportLabels, TheNearestOfPhotosOfOneNameIsTaken) {
  photo("a/images/1.jpg");
  photo("b/images/1.jpg");
  file("a/labels/1.json", label_of("1.jpg", 1));
  file("b/labels/1.json", label_of("1.jpg", 2));
  ASSERT_OK(import_images(*project_, folder_ / "a/images", Actor::alone("mina"), {}));
  EXPECT_EQ(import("b/labels").done, 1) << "not for the photo of this name that the project has";
  EXPECT_EQ(path_of(2), "b/images/1.jpg");
  EXPECT_EQ(left_of(1), -1);
  EXPECT_EQ(left_of(2), 2);
}

TEST_F(ImportLabels, PhotosThatSuitEquallyWellAreListedAndNoneIsTaken) {
  photo("x/1.jpg");
  photo("y/1.jpg");
  ASSERT_OK(import_images(*project_, folder_ / "x", Actor::alone("mina"), {}));
  ASSERT_OK(import_images(*project_, folder_ / "y", Actor::alone("mina"), {}));
  file("out/1.json", label_of("1.jpg"));
  const BatchReport report = import("out");
  ASSERT_EQ(report.failed.size(), 1u);
  EXPECT_EQ(report.failed[0].reason.key, "import.several_photos");
  EXPECT_NE(report.failed[0].reason.text().find("/x/1.jpg"), std::string::npos) << report.failed[0].reason.text();
  EXPECT_EQ(left_of(1), -1);
}

TEST_F(ImportLabels, AProjectsPhotoOfAnotherSizeIsToldWithBothSizes) {
  photo("far/1.jpg", 20, 20);
  ASSERT_OK(import_images(*project_, folder_ / "far", Actor::alone("mina"), {}));
  file("out/1.json", label_of("1.jpg"));
  const BatchReport report = import("out");
  ASSERT_EQ(report.failed.size(), 1u);
  const std::string said = report.failed[0].reason.text();
  EXPECT_NE(said.find("40×30"), std::string::npos) << said;
  EXPECT_NE(said.find("20×20"), std::string::npos) << said;
}

TEST_F(ImportLabels, NamesFromAMacAreTheSameNames) {
  photo("set/원천/\u1112\u1161\u11AB.JPG");
  file("set/라벨/한.json", label_of("x.jpg"));
  EXPECT_EQ(import("set").done, 1);
}

/// The sentences of a report, a line each.
std::string told(const BatchReport& report) {
  std::string all;
  for (const auto* items : {&report.failed, &report.warnings}) {
    for (const FailedItem& item : *items) all += item.reason.text() + "\n";
  }
  return all;
}

TEST_F(ImportLabels, WhatReachesOutOfThePhotoIsToldInEveryFormat) {
  photo("photos/a.png");
  file("photos/a.json", R"({"shapes":[{"label":"shirt","points":[[50,50],[60,50],[60,60]]}],"imagePath":"a.png"})");
  EXPECT_EQ(told(import("photos", "labelme")), "top: points outside the photo\n");
  photo("voc/b.png");
  file("voc/b.xml",
       "<annotation><object><name>skirt</name><bndbox><xmin>30</xmin><ymin>2</ymin><xmax>90</xmax><ymax>9</ymax>"
       "</bndbox></object></annotation>");
  EXPECT_EQ(told(import("voc", "voc")), "bottom: points outside the photo\n");
  photo("kf/c.png");
  file("kf/c.json", label_of("c.png", 200));
  const std::string once = told(import("kf"));
  EXPECT_EQ(once.find("points outside"), once.rfind("points outside")) << once;
}

TEST_F(ImportLabels, TheFolderInAVocFileTellsPhotosOfOneNameApart) {
  const auto voc = [](const std::string& folder, const std::string& name) {
    return "<annotation><folder>" + folder + "</folder><filename>a.png</filename><object><name>" + name +
           "</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>9</xmax><ymax>9</ymax></bndbox></object></annotation>";
  };
  photo("set/x/a.png");
  photo("set/y/a.png");
  file("set/xml/1.xml", voc("x", "shirt"));
  file("set/xml/2.xml", voc("y", "skirt"));
  const BatchReport report = import("set", "voc");
  EXPECT_EQ(report.done, 2) << told(report);
  EXPECT_EQ(path_of(1), "set/x/a.png");
  EXPECT_EQ(project_->store().annotation(PhotoId{1})->garments.at(0).part, Part::kTop);
}

TEST_F(ImportLabels, APhotoInsideALabelmeFileIsTold) {
  // Photos are looked for beside the file's folder, too.
  file("alone/a.json", R"({"shapes":[],"imagePath":"a.png","imageData":"aGVsbG8="})");
  const std::string said = told(import("alone/a.json", "labelme"));
  EXPECT_NE(said.find("the file has the photo inside (imageData)"), std::string::npos) << said;
}

TEST_F(ImportLabels, TextsAmongYoloFilesAreNoLabels) {
  photo("set/images/a.png");
  file("set/labels/a.txt", "0 0.5 0.5 0.2 0.2\n");
  file("set/train.txt", "./images/a.png\n");
  file("set/README.txt", "A data set of clothes.\n");
  file("set/clothes.yaml", "train: images\nnames: [skirt]\n");
  file("set/other.yaml", "colour: red\n");
  const BatchReport report = import("set", "yolo");
  EXPECT_EQ(report.done, 1);
  EXPECT_EQ(report.skipped, 2);
  EXPECT_TRUE(report.failed.empty()) << told(report);
  EXPECT_EQ(project_->store().annotation(PhotoId{1})->garments.at(0).part, Part::kBottom) << "by clothes.yaml";
  EXPECT_NE(told(report).find("the class names are those of "), std::string::npos) << told(report);
}

TEST_F(ImportLabels, ClassesThatNobodyNamesAreTold) {
  photo("set/a.png");
  file("set/a.txt", "0 0.5 0.5 0.2 0.2\n");
  const std::string said = told(import("set", "yolo"));
  EXPECT_NE(said.find("no classes.txt or data.yaml names the classes"), std::string::npos) << said;
  photo("two/b.png");
  file("two/b.txt", "0 0.5 0.5 0.2 0.2\n");
  file("two/one.yaml", "names: [skirt]\n");
  file("two/two.yaml", "names: [shirt]\n");
  const std::string differ = told(import("two", "yolo"));
  EXPECT_NE(differ.find("name different classes"), std::string::npos) << differ;
  file("two/data.yaml", "names: [coat]\n");
  EXPECT_EQ(import("two", "yolo").done, 1);
}

TEST_F(ImportLabels, TheOwnExportGoesIntoAProjectThatHasThePhotos) {
  photo("photos/one.jpg");
  photo("photos/two.JPG");
  file("in/100.json", label_of("one.jpg", 1, 100));
  file("in/two.json", label_of("two.jpg", 2, 200));
  ASSERT_OK(import_images(*project_, folder_ / "photos", Actor::alone("mina"), {}));
  ASSERT_EQ(import("in").done, 2);
  ASSERT_EQ(export_all(*project_, "exports").done, 2);

  const Project first = std::move(*project_);
  project_.emplace(make_project("second"));
  ASSERT_OK(import_images(*project_, folder_ / "photos", Actor::alone("mina"), {}));
  const BatchReport report = import("exports");
  EXPECT_EQ(report.done, 2);
  EXPECT_TRUE(report.failed.empty());
  EXPECT_EQ(project_->store().count({}).value(), 2) << "no photo came twice";
  for (const PhotoId id : {PhotoId{1}, PhotoId{2}}) {
    EXPECT_EQ(project_->store().annotation(id)->garments, first.store().annotation(id)->garments);
  }
  ASSERT_EQ(export_all(*project_, "again").done, 2);
  for (const auto& entry : fs::directory_iterator(folder_ / "exports")) {
    const fs::path again = folder_ / ("again/" + entry.path().filename().string());
    EXPECT_EQ(disk().read(again.string(), 1 << 20).value(), disk().read(entry.path().string(), 1 << 20).value());
  }
}

TEST_F(ImportLabels, APhotoWhoseLabelsWereTakenAwayTakesThemAgain) {
  photo("photos/one.jpg");
  file("photos/one.json", label_of("one.jpg"));
  ASSERT_EQ(import("photos").done, 1);
  const Annotation before = project_->store().annotation(PhotoId{1}).value();
  ASSERT_EQ(export_all(*project_, "exports").done, 1);
  EXPECT_EQ(import("exports").skipped, 1) << "labels that are there are kept";

  Annotation emptied = before;
  emptied.garments.clear();
  ASSERT_OK(project_->store().save(emptied, {"mina", "erase"}, "steps of before"));
  EXPECT_EQ(import("exports").done, 1);
  const Annotation after = project_->store().annotation(PhotoId{1}).value();
  EXPECT_EQ(after.garments, before.garments);
  EXPECT_EQ(after.state, before.state);
  EXPECT_EQ(after.revision, before.revision + 2);
  EXPECT_EQ(project_->store().history(PhotoId{1}).value(), "") << "steps of before would be undone on other garments";
}

TEST_F(ImportLabels, AnApprovedPhotoWithoutGarmentsStaysAsItWasApproved) {
  photo("photos/one.jpg");
  ASSERT_OK(import_images(*project_, folder_ / "photos", Actor::alone("mina"), {}));
  Annotation none = project_->store().annotation(PhotoId{1}).value();
  none.state = WorkflowState::kApproved;
  ASSERT_OK(project_->store().save(none, {"mina", "approve"}));
  file("out/one.json", label_of("one.jpg"));
  EXPECT_EQ(import("out").skipped, 1);
  EXPECT_EQ(left_of(1), -1);
}

TEST_F(ImportLabels, PhotosOfOneNameGetTheFilesThatTheExportGaveThem) {
  photo("set_1/a.jpg");
  photo("set_2/a.jpg");
  file("set_1/a.json", label_of("a.jpg", 1));
  file("set_2/a.json", label_of("a.jpg", 2));
  for (const char* set : {"set_1", "set_2"}) ASSERT_EQ(import(set).done, 1);
  ASSERT_EQ(export_all(*project_, "exports").done, 2);
  for (const PhotoId id : {PhotoId{1}, PhotoId{2}}) {
    Annotation emptied = project_->store().annotation(id).value();
    emptied.garments.clear();
    ASSERT_OK(project_->store().save(emptied, {"mina", "erase"}));
  }
  const BatchReport report = import("exports");
  EXPECT_EQ(report.done, 2) << (report.failed.empty() ? "" : report.failed[0].reason.text());
  EXPECT_EQ(left_of(1), 1);
  EXPECT_EQ(left_of(2), 2);
}

}  // namespace
}  // namespace jaedan::workflow
