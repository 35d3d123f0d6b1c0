#include "labeling/dataset/verify_snapshot.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "labeling/dataset/snapshot.h"
#include "labeling/io/image_encoder.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;

/// A snapshot of two photos.
class VerifySnapshot : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"a", "b"}) {
      const PhotoId id =
          store_->add_photos({Photo{{}, name, "/photos/" + std::string(name) + ".jpg", 16, 12}})->front();
      Annotation annotation;
      annotation.photo = id;
      annotation.state = WorkflowState::kApproved;
      ASSERT_OK(store_->save(annotation, {"mina", "edit"}));
    }
    ASSERT_OK_AND_ASSIGN(made_, make_snapshot(*store_, {folder_.path(), {}, "jun"}));
  }
  std::string file(const std::string& name) { return folder_ / (made_.info.folder + "/" + name); }
  Status verify() { return verify_snapshot(folder_.path(), made_.info); }

  const jaedan::testing::TemporaryFolder folder_;
  const std::unique_ptr<Store> store_ = make_memory_store();
  MadeSnapshot made_;
};

TEST_F(VerifySnapshot, OneThatWasJustMadeIsWhole) { EXPECT_OK(verify()); }

TEST_F(VerifySnapshot, AFolderOrFileThatIsGoneIsNamed) {
  fs::remove(file("labels/b.json"));
  const Status without_file = verify();
  EXPECT_ERROR(without_file, ErrorCode::kNotFound);
  EXPECT_NE(without_file.error().text().find("labels/b.json"), std::string::npos);
  fs::remove_all(folder_ / made_.info.folder);
  EXPECT_ERROR(verify(), ErrorCode::kNotFound);
}

TEST_F(VerifySnapshot, AChangedLabelIsFound) {
  fs::remove(file("labels/a.json"));
  std::ofstream(file("labels/a.json")) << "{}\n";
  EXPECT_ERROR(verify(), ErrorCode::kCorrupt);
}

TEST_F(VerifySnapshot, ADamagedMaskIsFound) {
  fs::remove(file("masks/a.png"));
  std::ofstream(file("masks/a.png")) << "no picture";
  EXPECT_FALSE(verify().ok());
  ASSERT_OK(write_mask(file("masks/a.png"), Mask::of_size(12, 16)));
  EXPECT_ERROR(verify(), ErrorCode::kCorrupt);
}

TEST_F(VerifySnapshot, ADamagedListIsFound) {
  for (const char* text : {"", "{}", "[1]", R"({"items":[]})", R"({"items":[{"name":1}]})"}) {
    fs::remove(file("snapshot.json"));
    std::ofstream(file("snapshot.json")) << text;
    EXPECT_ERROR(verify(), ErrorCode::kCorrupt);
  }
}

}  // namespace
}  // namespace jaedan::labeling
