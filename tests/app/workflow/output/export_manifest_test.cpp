// Files of an earlier export: which go, which stay.
#include "app/workflow/output/export_manifest.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/workflow/project/export_project.h"
#include "app/workflow/project/import_photos.h"
#include "labeling/io/image_encoder.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

namespace fs = std::filesystem;

/// Three approved photos a, b and c.
class ExportAgain : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_ / "photos");
    for (const char* name : {"a", "b", "c"}) {
      ASSERT_OK(
          labeling::write_image(folder_ / ("photos/" + std::string(name) + ".png"), Image::of_size(40, 30).view()));
    }
    ASSERT_OK_AND_ASSIGN(Project made, Project::create(folder_ / "p.jaedan"));
    project_.emplace(std::move(made));
    ASSERT_OK(import_images(*project_, folder_ / "photos", Actor::alone("mina"), {}));
    for (const int id : {1, 2, 3}) set_state(id, WorkflowState::kApproved);
  }
  void set_state(int id, WorkflowState state) {
    ASSERT_OK_AND_ASSIGN(Annotation annotation, project_->store().annotation(PhotoId{id}));
    if (annotation.garments.empty()) {
      Garment top;
      top.id = GarmentId{1};
      top.part = Part::kTop;
      top.region.rings = {{{5, 5}, {20, 5}, {20, 20}, {5, 20}}};
      annotation.photo = PhotoId{id};
      annotation.garments = {top};
    }
    annotation.state = state;
    ASSERT_OK(project_->store().save(annotation, {"mina", "edit"}, std::nullopt));
  }
  /// The keys of what was told.
  std::vector<std::string> write(const std::vector<std::string>& formats, bool approved_only = true,
                                 labeling::PhotoFilter filter = {}) {
    const auto report = export_project(*project_, folder_ / "out", formats, exported_of(filter, approved_only), {}, {});
    EXPECT_OK(report);
    std::vector<std::string> keys;
    if (report.ok()) {
      for (const FailedItem& warning : report->warnings) keys.push_back(warning.reason.key);
    }
    return keys;
  }
  bool there(const std::string& file) const { return fs::exists(fs::symlink_status(folder_ / ("out/" + file))); }

  using Keys = std::vector<std::string>;
  const testing::TemporaryFolder folder_;
  std::optional<Project> project_;
};

TEST_F(ExportAgain, TheFileOfAPhotoThatIsNoLongerApprovedGoesAndIsNamed) {
  EXPECT_EQ(write({"kfashion"}), Keys{});
  set_state(2, WorkflowState::kReturned);
  EXPECT_EQ(write({"kfashion"}), Keys{"export.stale_removed"});
  EXPECT_TRUE(there("a.json"));
  EXPECT_FALSE(there("b.json"));
  EXPECT_TRUE(there("c.json"));
  EXPECT_EQ(write({"kfashion"}), Keys{}) << "told once";
}

TEST_F(ExportAgain, FilesOfOtherPeopleAndChangedOnesStay) {
  write({"kfashion"});
  std::ofstream(folder_ / "out/theirs.json") << "{}";
  std::ofstream(folder_ / "out/b.json", std::ios::app) << "\n";
  set_state(2, WorkflowState::kReturned);
  EXPECT_EQ(write({"kfashion"}), Keys{"export.stale_changed"});
  EXPECT_TRUE(there("theirs.json"));
  EXPECT_TRUE(there("b.json"));
}

TEST_F(ExportAgain, WithoutTheListOfWhatWasWrittenNothingGoes) {
  write({"kfashion"});
  fs::remove_all(folder_ / "p.jaedan/exports");
  set_state(2, WorkflowState::kReturned);
  EXPECT_EQ(write({"kfashion"}), Keys{});
  EXPECT_TRUE(there("b.json"));
}

TEST_F(ExportAgain, OnlyTheFormatsAndThePhotosInQuestionAreLookedAt) {
  write({"kfashion", "masks"});
  set_state(2, WorkflowState::kReturned);
  labeling::PhotoFilter only_a;
  only_a.text = "a";
  EXPECT_EQ(write({"masks"}, true, only_a), (Keys{"export.stale_removed", "export.earlier_stay"}));
  EXPECT_TRUE(there("b.json")) << "another format";
  EXPECT_FALSE(there("b.png"));
  EXPECT_TRUE(there("c.png")) << "still approved";
}

TEST_F(ExportAgain, WhatWasWrittenWithoutApprovalStays) {
  set_state(3, WorkflowState::kDrawn);
  write({"kfashion"}, false);
  EXPECT_EQ(write({"kfashion"}), Keys{"export.earlier_stay"});
  EXPECT_TRUE(there("c.json"));
}

TEST_F(ExportAgain, ThePhotosOfTrainersGoWithTheirLabels) {
  write({"yolo"});
  ASSERT_TRUE(there("images/b.png"));
  set_state(2, WorkflowState::kReturned);
  write({"yolo"});
  EXPECT_FALSE(there("labels/b.txt"));
  EXPECT_FALSE(there("images/b.png"));
  EXPECT_TRUE(there("images/a.png"));
  EXPECT_TRUE(fs::exists(folder_ / "photos/b.png"));
}

TEST_F(ExportAgain, AListThatPointsOutOfTheFolderIsNotObeyed) {
  write({"kfashion"});
  std::ofstream(folder_ / "outside.json") << "mine";
  const fs::path list = fs::directory_iterator(folder_ / "p.jaedan/exports")->path();
  std::ofstream(list, std::ios::app) << R"(["../outside.json",2,true,"kfashion",4,5430886853372363397])"
                                     << "\n"
                                     << "no JSON\n[1,2]\n";
  set_state(2, WorkflowState::kReturned);
  write({"kfashion"});
  EXPECT_TRUE(fs::exists(folder_ / "outside.json"));
  EXPECT_FALSE(there("b.json"));
}

}  // namespace
}  // namespace jaedan::workflow
