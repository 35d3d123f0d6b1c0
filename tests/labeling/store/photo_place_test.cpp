#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "labeling/store/sql/photo_paths.h"
#include "labeling/store/sql/schema.h"
#include "tests/labeling/store/project_at.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;
using sql::Connection;

/// Work/p.jaedan beside Work/photos/a.jpg, which the project has.
class PhotoPlace : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(work_ / "photos");
    std::ofstream(work_ / "photos/a.jpg") << "x";
  }
  std::string photo() const { return (work_ / "photos/a.jpg").string(); }
  void make_project() {
    const auto store = testing::create_project_at((work_ / "p.jaedan").string());
    ASSERT_OK(store);
    ASSERT_OK((*store)->add_photos({{{}, "a", photo(), 1, 1}}));
    EXPECT_EQ((*store)->photo(PhotoId{1})->path, photo());
  }
  /// Where a project says that its first photo lies, in a list and alone.
  static std::string path_in(const fs::path& project) {
    const auto store = testing::open_project_at(project.string());
    if (!store.ok()) return store.error().text();
    EXPECT_EQ((*store)->list({}, PhotoId{}, 1)->front().photo.path, (*store)->photo(PhotoId{1})->path);
    return (*store)->photo(PhotoId{1})->path;
  }

  const jaedan::testing::TemporaryFolder folder_;
  const fs::path root_ = fs::canonical(folder_.path());
  const fs::path work_ = root_ / "work";
};

TEST_F(PhotoPlace, AProjectMovedWithItsPhotosFindsThem) {
  make_project();
  fs::rename(work_, root_ / "elsewhere");
  EXPECT_EQ(path_in(root_ / "elsewhere/p.jaedan"), (root_ / "elsewhere/photos/a.jpg").string());
}

TEST_F(PhotoPlace, ACopyHasItsOwnPhotos) {
  make_project();
  fs::copy(work_, root_ / "copy", fs::copy_options::recursive);
  EXPECT_EQ(path_in(root_ / "copy/p.jaedan"), (root_ / "copy/photos/a.jpg").string());
  EXPECT_EQ(path_in(work_ / "p.jaedan"), photo());
}

TEST_F(PhotoPlace, AProjectMovedAloneStillFindsPhotosThatStayed) {
  make_project();
  fs::create_directories(root_ / "far/away");
  fs::rename(work_ / "p.jaedan", root_ / "far/away/p.jaedan");
  EXPECT_EQ(path_in(root_ / "far/away/p.jaedan"), photo());
  EXPECT_EQ(path_in(root_ / "far/away/p.jaedan"), photo());
}

TEST_F(PhotoPlace, APhotoThatIsThereIsNotAddedAgainAfterAMove) {
  make_project();
  fs::rename(work_, root_ / "elsewhere");
  ASSERT_OK_AND_ASSIGN(const auto store, testing::open_project_at((root_ / "elsewhere/p.jaedan").string()));
  ASSERT_OK(store->add_photos({{{}, "a", (root_ / "elsewhere/photos/a.jpg").string(), 1, 1}}));
  EXPECT_EQ(*store->count({}), 1);
}

TEST_F(PhotoPlace, AnOlderProjectIsTakenOver) {
  const std::string project = (work_ / "p.jaedan").string();
  fs::create_directories(project);
  {
    const auto connection = std::move(Connection::open(project + "/project.db", "test")).value();
    std::vector<sql::Migration> steps = sql::migrations(connection->dialect());
    steps.resize(2);
    ASSERT_OK(sql::migrate(*connection, steps, project + "/backups"));
    const std::string name = "\u1100\u1161";
    const std::string path = photo();
    connection->session() << "insert into photo(path, name, name_folded, width, height)"
                             " values(:path, :name, :name2, 1, 1)",
        soci::use(path), soci::use(name), soci::use(name);
    connection->session() << "insert into photo(path, name, name_folded, width, height)"
                             " values('/far/off.jpg', 'off', 'off', 1, 1)";
  }
  EXPECT_EQ(path_in(project), photo());
  fs::rename(work_, root_ / "elsewhere");
  ASSERT_OK_AND_ASSIGN(const auto store, testing::open_project_at((root_ / "elsewhere/p.jaedan").string()));
  EXPECT_EQ(store->photo(PhotoId{1})->path, (root_ / "elsewhere/photos/a.jpg").string());
  EXPECT_EQ(store->photo(PhotoId{1})->name, "\uAC00");
  EXPECT_EQ(store->photo(PhotoId{2})->path, "/far/off.jpg");
  EXPECT_EQ(testing::problems_of(*store), std::vector<std::string>{});
}

TEST(PhotoPaths, OnlyWhatLiesOnACommonWayIsKeptByIt) {
  const sql::PhotoPaths paths("/home/mina/p.jaedan");
  EXPECT_EQ(paths.kept("/home/mina/photos/1.jpg"), "./../photos/1.jpg");
  EXPECT_EQ(paths.kept("/home/mina/p.jaedan/1.jpg"), "./1.jpg");
  EXPECT_EQ(paths.kept("/mnt/1.jpg"), "/mnt/1.jpg");
  EXPECT_EQ(paths.kept("below/1.jpg"), "below/1.jpg");
  for (const char* path : {"/home/mina/photos/1.jpg", "/home/x/../y/1.jpg", "/home//1.jpg", "/mnt/1.jpg", "1.jpg"}) {
    EXPECT_EQ(paths.shown(paths.kept(path)), path);
  }
  EXPECT_EQ(sql::PhotoPaths().kept("/home/mina/photos/1.jpg"), "/home/mina/photos/1.jpg");
}

}  // namespace
}  // namespace jaedan::labeling
