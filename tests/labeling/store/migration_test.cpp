#include <gtest/gtest.h>

#include <filesystem>

#include "labeling/store/sql/schema.h"
#include "labeling/store/sql/sql_store.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;
using sql::Connection;
using sql::Migration;

class StoreMigration : public ::testing::Test {
 protected:
  std::unique_ptr<Connection> connect() {
    return std::move(Connection::open(project_ + "/project.db", "test")).value();
  }
  std::vector<std::string> backups() const {
    std::vector<std::string> files;
    if (!fs::exists(backup_folder_)) return files;
    for (const auto& file : fs::directory_iterator(backup_folder_)) files.push_back(file.path().string());
    return files;
  }
  /// The steps of this program and one more.
  static std::vector<Migration> steps_with(const std::vector<std::string>& statements) {
    std::vector<Migration> steps = sql::migrations();
    steps.push_back({steps.back().version + 1, statements});
    return steps;
  }

  jaedan::testing::TemporaryFolder folder_;
  std::string project_ = folder_ / "p.jaedan";
  std::string backup_folder_ = project_ + "/backups";
};

TEST_F(StoreMigration, StepsAreNumberedWithoutGaps) {
  int expected = 1;
  for (const Migration& step : sql::migrations()) EXPECT_EQ(step.version, expected++);
}

TEST_F(StoreMigration, AFreshProjectHasTheNewestSchemaAndNoBackup) {
  ASSERT_OK(create_project(project_));
  EXPECT_EQ(*sql::schema_version(*connect()), sql::migrations().back().version);
  EXPECT_TRUE(backups().empty());
}

TEST_F(StoreMigration, AnOlderProjectIsBackedUpAndTakenToTheNewestSchema) {
  fs::create_directory(project_);
  {
    // Version 0: a project as a program before the first schema left it.
    const auto connection = connect();
    connection->session() << "create table schema_version (version integer not null primary key,"
                             " applied_at text not null, program text not null)";
    connection->session() << "create table old_note (text text)";
    connection->session() << "insert into old_note values('kept')";
  }
  ASSERT_OK_AND_ASSIGN(const auto store, open_project(project_));
  ASSERT_OK(store->add_photos({{PhotoId{}, "a", "/a", 1, 1}}));
  EXPECT_EQ(*store->verify(), std::vector<std::string>{});

  ASSERT_EQ(backups().size(), 1u);
  ASSERT_OK_AND_ASSIGN(const auto backup, Connection::open(backups()[0], "backup"));
  EXPECT_EQ(*sql::schema_version(*backup), 0);
  std::string note;
  backup->session() << "select text from old_note", soci::into(note);
  EXPECT_EQ(note, "kept");
}

TEST_F(StoreMigration, LabelsSurviveAStep) {
  Annotation annotation;
  {
    ASSERT_OK_AND_ASSIGN(const auto store, create_project(project_));
    const PhotoId id = store->add_photos({{PhotoId{}, "a", "/a", 1, 1}})->front();
    ASSERT_OK(store->save(testing::full_annotation(id), {"mina", "edit"}));
    annotation = *store->annotation(id);
  }
  auto connection = connect();
  ASSERT_OK(sql::migrate(*connection, steps_with({"alter table photo add column note text not null default 'new'"}),
                         backup_folder_));
  EXPECT_EQ(*sql::schema_version(*connection), sql::migrations().back().version + 1);
  EXPECT_EQ(backups().size(), 1u);
  const auto store = sql::make_sql_store(std::move(connection));
  EXPECT_EQ(*store->annotation(annotation.photo), annotation);
}

TEST_F(StoreMigration, AStepThatFailsLeavesTheSchemaBefore) {
  ASSERT_OK(create_project(project_));
  const auto connection = connect();
  const std::vector<Migration> broken = steps_with({"create table half_done (x integer)", "this is not SQL"});
  EXPECT_ERROR(sql::migrate(*connection, broken, backup_folder_), ErrorCode::kInternal);
  EXPECT_EQ(*sql::schema_version(*connection), sql::migrations().back().version);
  EXPECT_FALSE(sql::dialect::has_table(connection->session(), "half_done"));
  EXPECT_OK(open_project(project_));
}

TEST_F(StoreMigration, AProjectOfANewerProgramIsRefusedWithAWayOut) {
  ASSERT_OK(create_project(project_));
  connect()->session() << "insert into schema_version values(99, 'later', 'jaedan 9')";
  const auto store = open_project(project_);
  EXPECT_ERROR(store, ErrorCode::kUnsupported);
  EXPECT_NE(store.error().message.find("install the newer version"), std::string::npos) << store.error().message;
  EXPECT_TRUE(backups().empty());
}

TEST_F(StoreMigration, AMigratedProjectIsNotMigratedAgain) {
  ASSERT_OK(create_project(project_));
  ASSERT_OK(open_project(project_));
  long long rows = 0;
  connect()->session() << "select count(*) from schema_version", soci::into(rows);
  EXPECT_EQ(rows, static_cast<long long>(sql::migrations().size()));
}

}  // namespace
}  // namespace jaedan::labeling
