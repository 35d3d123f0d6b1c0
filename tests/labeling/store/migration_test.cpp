#include <gtest/gtest.h>

#include <filesystem>

#include "labeling/store/byte_codec.h"
#include "labeling/store/sql/schema.h"
#include "labeling/store/sql/sql_store.h"
#include "tests/labeling/store/project_at.h"
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
    std::vector<Migration> steps = sql::migrations(sql::sqlite_dialect());
    steps.push_back({steps.back().version + 1, statements});
    return steps;
  }

  jaedan::testing::TemporaryFolder folder_;
  std::string project_ = folder_ / "p.jaedan";
  std::string backup_folder_ = project_ + "/backups";
};

TEST_F(StoreMigration, StepsAreNumberedWithoutGaps) {
  int expected = 1;
  for (const Migration& step : sql::migrations(sql::sqlite_dialect())) EXPECT_EQ(step.version, expected++);
}

TEST_F(StoreMigration, AFreshProjectHasTheNewestSchemaAndNoBackup) {
  ASSERT_OK(testing::create_project_at(project_));
  EXPECT_EQ(*sql::schema_version(*connect()), sql::migrations(sql::sqlite_dialect()).back().version);
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
  ASSERT_OK_AND_ASSIGN(const auto store, testing::open_project_at(project_));
  ASSERT_OK(store->add_photos({{PhotoId{}, "a", "/a", 1, 1}}));
  EXPECT_EQ(testing::problems_of(*store), std::vector<std::string>{});

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
    ASSERT_OK_AND_ASSIGN(const auto store, testing::create_project_at(project_));
    const PhotoId id = store->add_photos({{PhotoId{}, "a", "/a", 1, 1}})->front();
    ASSERT_OK(store->save(testing::full_annotation(id), {"mina", "edit"}));
    annotation = *store->annotation(id);
  }
  auto connection = connect();
  ASSERT_OK(sql::migrate(*connection, steps_with({"alter table photo add column note text not null default 'new'"}),
                         backup_folder_));
  EXPECT_EQ(*sql::schema_version(*connection), sql::migrations(sql::sqlite_dialect()).back().version + 1);
  EXPECT_EQ(backups().size(), 1u);
  const auto store = sql::make_sql_store(std::move(connection));
  EXPECT_EQ(*store->annotation(annotation.photo), annotation);
}

TEST_F(StoreMigration, ChampionsAndBegunShapesOfAnOldProjectAreKept) {
  fs::create_directory(project_);
  const std::string bytes("\0\xff", 2);
  {
    const auto connection = connect();
    ASSERT_OK(sql::migrate(*connection, {sql::migrations(connection->dialect()).front()}, backup_folder_));
    connection->session() << "insert into photo(path, name, name_folded, width, height) values('/a', 'a', 'a', 1, 1)";
    const auto set = [&](const std::string& name, const std::string& value) {
      connection->session() << "insert into setting(name, value) values(:name, :value)", soci::use(name),
          soci::use(value);
    };
    set("champions", "tsegmenter-1\nnet-2\nnet-1");
    set("begun/1/mina/2", text_from_bytes(bytes));
    set("begun/1/준", "tpoints");
    set("begun/7/mina", "tof a photo that is gone");
    set("begun/1/broken", "no bytes");
    set("begun/one/mina", "tx");
  }
  ASSERT_OK_AND_ASSIGN(const auto store, testing::open_project_at(project_));
  EXPECT_EQ(*store->champions(), (std::vector<std::string>{"segmenter-1", "net-2", "net-1"}));
  EXPECT_EQ(*store->begun_shape(PhotoId{1}, "mina/2"), bytes);
  EXPECT_EQ(*store->begun_shape(PhotoId{1}, "준"), "points");
  EXPECT_EQ(*store->begun_shape(PhotoId{1}, "broken"), "");
  EXPECT_EQ(testing::problems_of(*store), std::vector<std::string>{});
  EXPECT_EQ(backups().size(), 1u);
  EXPECT_FALSE(connect()->dialect().has_table(connect()->session(), "setting"));
}

TEST_F(StoreMigration, AProjectFromBeforeHandlingWasKeptOpensWithNobodysNames) {
  fs::create_directory(project_);
  {
    const auto connection = connect();
    std::vector<Migration> before = sql::migrations(connection->dialect());
    while (before.back().version >= 4) before.pop_back();
    ASSERT_OK(sql::migrate(*connection, before, backup_folder_));
    // As the program of that time left a photo with a model's top and a person's: approval had made words the
    // inspector's, and they stay so.
    connection->session() << "insert into author(name) values('net-1')";
    connection->session() << "insert into author(name) values('boss')";
    connection->session()
        << "insert into photo(path, name, name_folded, width, height, state, garment_count, part_mask)"
           " values('/a', 'a', 'a', 1, 1, 4, 2, 2)";
    for (const char* row : {"1, 0, 1, '[[0,0,9,0,9,9]]', 1, 1, 0.5", "2, 1, 1, '[[0,0,9,0,9,9]]', 0, 2, 1"}) {
      connection->session() << "insert into garment(photo_id, garment_id, position, part, region, region_source,"
                               " region_author_id, region_score, rect, locked, hidden) values(1, "
                            << row << ", '', 0, 0)";
    }
  }
  ASSERT_OK_AND_ASSIGN(const auto store, testing::open_project_at(project_));
  ASSERT_OK_AND_ASSIGN(const Annotation annotation, store->annotation(PhotoId{1}));
  ASSERT_EQ(annotation.garments.size(), 2u);
  EXPECT_EQ(annotation.garments[0].region_provenance, Provenance::model("net-1", 0.5));
  EXPECT_EQ(annotation.garments[1].region_provenance, Provenance::human("boss"));
  for (const Garment& garment : annotation.garments) EXPECT_EQ(garment.handling, Handling{});
  PhotoFilter unseen;
  unseen.looked = false;
  ASSERT_OK_AND_ASSIGN(const auto rows, store->list(unseen, PhotoId{}, 10));
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].unseen_count, 1);
  EXPECT_EQ(backups().size(), 1u);
}

TEST_F(StoreMigration, AProjectFromBeforePhotosWereSortedListsInEveryOrderAndHasNoSecondGuesses) {
  fs::create_directory(project_);
  {
    const auto connection = connect();
    std::vector<Migration> before = sql::migrations(connection->dialect());
    while (before.back().version >= 5) before.pop_back();
    ASSERT_OK(sql::migrate(*connection, before, backup_folder_));
    connection->session() << "insert into author(name) values('net-1')";
    connection->session() << "insert into term(attribute, value) values('colour', 'black')";
    for (const char* row : {"'/b', 'b', 'b', 1, 0.5, '2026-01-02T00:00:00.000Z'", "'/A', 'A', 'a', 0, 1, ''",
                            "'/c', 'c', 'c', 1, 0.25, '2026-01-01T00:00:00.000Z'"}) {
      connection->session() << "insert into photo(path, name, name_folded, has_prediction, worst_score, changed_at,"
                               " width, height) values("
                            << row << ", 1, 1)";
    }
    connection->session() << "insert into garment(photo_id, garment_id, position, part, region, region_source,"
                             " region_author_id, region_score, rect, locked, hidden)"
                             " values(1, 1, 0, 1, '[[0,0,9,0,9,9]]', 1, 1, 0.5, '', 0, 0)";
    connection->session() << "insert into attribute_value(photo_id, garment_id, position, term_id, spelling, source,"
                             " author_id, score) values(1, 1, 0, 1, '', 1, 1, 0.5)";
  }
  ASSERT_OK_AND_ASSIGN(const auto store, testing::open_project_at(project_));
  const auto listed = [&](PhotoOrder order) {
    std::string names;
    const auto rows = store->list_in_order({}, order, {}, 10);
    EXPECT_OK(rows);
    for (const PhotoRow& row : *rows) names += row.photo.name;
    return names;
  };
  EXPECT_EQ(listed({PhotoKey::kName}), "Abc");
  EXPECT_EQ(listed({PhotoKey::kScore}), "cbA");
  EXPECT_EQ(listed({PhotoKey::kTime, true}), "bcA");
  ASSERT_OK_AND_ASSIGN(const Annotation annotation, store->annotation(PhotoId{1}));
  ASSERT_EQ(annotation.garments.at(0).attributes.size(), 1u);
  EXPECT_TRUE(annotation.garments[0].attributes[0].alternatives.empty());
  EXPECT_EQ(backups().size(), 1u);
}

TEST_F(StoreMigration, AProjectFromBeforeThereWereUsersIsOnePersonsAsBefore) {
  fs::create_directory(project_);
  {
    const auto connection = connect();
    std::vector<Migration> before = sql::migrations(connection->dialect());
    const auto has_people = [](const Migration& step) {
      return step.statements.front().rfind("create table person", 0) == 0;
    };
    while (!has_people(before.back())) before.pop_back();
    before.pop_back();
    ASSERT_OK(sql::migrate(*connection, before, backup_folder_));
    connection->session() << "insert into author(name) values('mina')";
    connection->session() << "insert into photo(path, name, name_folded, width, height, worker_id)"
                             " values('/a', 'a', 'a', 1, 1, 1)";
  }
  ASSERT_OK_AND_ASSIGN(const auto store, testing::open_project_at(project_));
  EXPECT_EQ(*store->user_count(), 0);
  EXPECT_EQ(store->list({}, PhotoId{}, 10)->at(0).worker, "mina");
  EXPECT_EQ(testing::problems_of(*store), std::vector<std::string>{});
  EXPECT_EQ(backups().size(), 1u);
}

TEST_F(StoreMigration, WhoSubmittedAStageBeforeAnswersWereKeptIsAWorker) {
  fs::create_directory(project_);
  {
    const auto connection = connect();
    std::vector<Migration> before = sql::migrations(connection->dialect());
    while (before.back().version > 8) before.pop_back();
    ASSERT_OK(sql::migrate(*connection, before, backup_folder_));
    connection->session() << "insert into photo(path, name, name_folded, width, height) values('/a', 'a', 'a', 1, 1)";
    for (const char* name : {"boss", "ann", "ian"}) {
      connection->session() << "insert into person(name, name_key, roles, created_at) values('" << name << "', '"
                            << name << "', 15, '')";
    }
    for (const char* task : {"0, 2, 1", "0, 2, 1", "0, 1, 2", "3, 3, 1"}) {
      connection->session() << "insert into task(photo_id, stage, user_id, state, claimed_at, expires_at) values(1, "
                            << task << ", '', '')";
    }
  }
  ASSERT_OK_AND_ASSIGN(const auto store, testing::open_project_at(project_));
  EXPECT_TRUE(*store->worked_on(PhotoId{1}, UserId{2}));
  EXPECT_FALSE(*store->worked_on(PhotoId{1}, UserId{1})) << "who gave it back";
  EXPECT_FALSE(*store->worked_on(PhotoId{1}, UserId{3})) << "who inspected it";
}

TEST_F(StoreMigration, AStepThatFailsLeavesTheSchemaBefore) {
  ASSERT_OK(testing::create_project_at(project_));
  const auto connection = connect();
  const std::vector<Migration> broken = steps_with({"create table half_done (x integer)", "this is not SQL"});
  EXPECT_ERROR(sql::migrate(*connection, broken, backup_folder_), ErrorCode::kInternal);
  EXPECT_EQ(*sql::schema_version(*connection), sql::migrations(sql::sqlite_dialect()).back().version);
  EXPECT_FALSE(connection->dialect().has_table(connection->session(), "half_done"));
  EXPECT_OK(testing::open_project_at(project_));
}

TEST_F(StoreMigration, AProjectOfANewerProgramIsRefusedWithAWayOut) {
  ASSERT_OK(testing::create_project_at(project_));
  connect()->session() << "insert into schema_version values(99, 'later', 'jaedan 9')";
  const auto store = testing::open_project_at(project_);
  EXPECT_ERROR(store, ErrorCode::kUnsupported);
  EXPECT_NE(store.error().text().find("install the newer version"), std::string::npos) << store.error().text();
  EXPECT_TRUE(backups().empty());
}

TEST_F(StoreMigration, AMigratedProjectIsNotMigratedAgain) {
  ASSERT_OK(testing::create_project_at(project_));
  ASSERT_OK(testing::open_project_at(project_));
  long long rows = 0;
  connect()->session() << "select count(*) from schema_version", soci::into(rows);
  EXPECT_EQ(rows, static_cast<long long>(sql::migrations(sql::sqlite_dialect()).size()));
}

}  // namespace
}  // namespace jaedan::labeling
