#include "app/workflow/project/find_photo.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <optional>

#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

class FindPhoto : public ::testing::Test {
 protected:
  void SetUp() override {
    auto project = Project::create(folder_ / "p.jaedan");
    ASSERT_OK(project);
    project_.emplace(std::move(project).value());
  }

  PhotoId add(const std::string& path) {
    const std::string name = std::filesystem::path(path).stem().string();
    return project_->store().add_photos({Photo{{}, name, path, 10, 10}}).value().front();
  }
  /// The number of the photo, or 0.
  std::int64_t found(const std::string& word) {
    const auto photo = find_photo(*project_, word);
    return photo.ok() ? photo->id.value : 0;
  }
  Error refused(const std::string& word) {
    const auto photo = find_photo(*project_, word);
    return photo.ok() ? Error{} : photo.error();
  }

  const testing::TemporaryFolder folder_;
  std::optional<Project> project_;
};

TEST_F(FindPhoto, ByFileNameNamePathOrNumber) {
  add("/photos/other.jpg");
  const PhotoId id = add(folder_ / "summer/0010.jpg");
  for (const std::string word : {"0010.jpg", "0010", "2", "id=2", "summer/0010.jpg", "summer/0010"}) {
    EXPECT_EQ(found(word), id.value) << word;
  }
  EXPECT_EQ(found(folder_ / "summer/0010.jpg"), id.value);
  std::filesystem::create_directories(folder_ / "summer");
  std::ofstream(folder_ / "summer/0010.jpg") << "there";
  EXPECT_EQ(found(folder_ / "summer/../summer/0010.jpg"), id.value) << "another way to the same file";
  for (const std::string word : {"10", "010.jpg", "winter/0010.jpg", "9", "id=9", "0010.png", ""}) {
    EXPECT_EQ(refused(word).code, ErrorCode::kNotFound) << word;
  }
}

TEST_F(FindPhoto, ByThePathWithoutItsEndingAsExportsNameIt) {
  add("/photos/x/a.jpg");
  add("/photos/y/a.jpg");
  add("/photos/y/a.b.jpg");
  add("/photos/y/a.b");
  EXPECT_EQ(found("x/a"), 1);
  EXPECT_EQ(found("y/a.b"), 4) << "a file's whole name goes first";
  EXPECT_EQ(found("photos/y/a.jpg"), 2);
  EXPECT_EQ(refused("z/a").code, ErrorCode::kNotFound);
  add("/photos/x/a.png");
  EXPECT_EQ(refused("x/a").message.key, "photo.ambiguous");
}

TEST_F(FindPhoto, SeveralAreAnErrorThatListsThem) {
  add("/a/1.jpg");
  add("/b/1.jpg");
  add("/b/1.png");
  const Error error = refused("1");
  EXPECT_EQ(error.code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(error.message.key, "photo.ambiguous");
  for (const char* choice : {"/a/1.jpg (id=1)", "/b/1.jpg (id=2)", "/b/1.png (id=3)"}) {
    EXPECT_NE(error.text().find(choice), std::string::npos) << error.text();
  }
  EXPECT_EQ(refused("1.jpg").code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(found("1.png"), 3) << "one file has this name";
  EXPECT_EQ(found("a/1.jpg"), 1);
  EXPECT_EQ(found("id=1"), 1);
}

TEST_F(FindPhoto, ANameThatIsAnotherPhotosNumberIsAmbiguous) {
  add("/a/7.jpg");
  add("/a/1.jpg");
  EXPECT_EQ(refused("1").code, ErrorCode::kInvalidArgument) << "photo 1 is 7.jpg, and there is a 1.jpg";
  EXPECT_EQ(found("1.jpg"), 2);
  EXPECT_EQ(found("id=1"), 1);
  EXPECT_EQ(found("7"), 1);
}

TEST_F(FindPhoto, LettersThatAMacWroteApartAreTheSame) {
  const PhotoId apart = add("/a/\u1112\u1161\u11ab.jpg");  // 한 in three letters
  EXPECT_EQ(found("\ud55c"), apart.value);
  EXPECT_EQ(found("\ud55c.jpg"), apart.value);
  EXPECT_EQ(found("a/\ud55c.jpg"), apart.value);
}

}  // namespace
}  // namespace jaedan::workflow
