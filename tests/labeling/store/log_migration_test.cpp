// A log of before the chain, as programs up to schema 5 wrote it, is taken over.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "labeling/store/annotation_json.h"
#include "labeling/store/audit_chain.h"
#include "labeling/store/sql/schema.h"
#include "tests/labeling/store/project_at.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;
using sql::Connection;

class LogMigration : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directory(project_);
    const auto connection = connect();
    std::vector<sql::Migration> before = sql::migrations(connection->dialect());
    while (before.back().version > 5) before.pop_back();
    ASSERT_OK(sql::migrate(*connection, before, backups_));
    connection->session() << "insert into author(name) values('김민지')";
    connection->session() << "insert into author(name) values('boss')";
    for (const char* name : {"a", "b"}) {
      connection->session() << "insert into photo(path, name, name_folded, width, height) values('/" << name << "', '"
                            << name << "', '" << name << "', 1, 1)";
    }
  }
  std::unique_ptr<Connection> connect() {
    return std::move(Connection::open(project_ + "/project.db", "test")).value();
  }
  /// A change to a photo that says nothing, as the program of that time logged it.
  void log(int number, int photo, int revision, int who) {
    const auto connection = connect();
    Annotation annotation;
    annotation.photo = PhotoId{photo};
    annotation.revision = revision;
    annotation.state = WorkflowState::kDrawn;
    const std::string after = annotation_to_json(annotation);
    const std::string at = "2026-01-0" + std::to_string(number % 9 + 1) + "T00:00:00.000Z";
    connection->session() << "insert into change_log(id, photo_id, revision, at, who_id, action, program, after)"
                             " values(:id, :photo, :revision, :at, :who, 'draw', 'jaedan 0.0.1', :after)",
        soci::use(number), soci::use(photo), soci::use(revision), soci::use(at), soci::use(who), soci::use(after);
    connection->session() << "update photo set revision = :revision, state = 1 where id = :photo", soci::use(revision),
        soci::use(photo);
  }

  jaedan::testing::TemporaryFolder folder_;
  std::string project_ = folder_ / "p.jaedan";
  std::string backups_ = project_ + "/backups";
};

TEST_F(LogMigration, TheOldRecordsAreChainedInOrderAndTheirEndIsSaid) {
  log(1, 1, 1, 1);
  log(2, 2, 1, 2);
  log(4, 1, 2, 2);  // numbers of a deleted record are closed up
  std::vector<std::string> said;
  std::vector<std::int64_t> told;
  ASSERT_OK_AND_ASSIGN(const ProjectPlace place, ProjectPlace::parse(project_));
  ASSERT_OK_AND_ASSIGN(const auto store,
                       open_project(place, {[&](const Message& sentence) { said.push_back(sentence.text()); },
                                            [&](std::int64_t done, std::int64_t total) {
                                              told.push_back(done);
                                              EXPECT_EQ(total, 3);
                                            }}));
  ASSERT_EQ(said.size(), 2u);
  EXPECT_NE(said[0].find(backups_ + "/project-schema5-"), std::string::npos) << said[0];
  EXPECT_EQ(said[1], "the change log is one chain of hashes from here on; 3 records of before were taken into it");
  EXPECT_EQ(told, std::vector<std::int64_t>{3});

  std::vector<LogRecord> records = *store->search_log({}, std::nullopt, 10);
  std::sort(records.begin(), records.end(), [](const LogRecord& a, const LogRecord& b) { return a.number < b.number; });
  ASSERT_EQ(records.size(), 4u);
  EXPECT_EQ(records[0].note.who, "김민지");
  EXPECT_EQ(records[0].note.role, "");
  EXPECT_EQ(records[0].program, "jaedan 0.0.1");
  EXPECT_EQ(records[2].subject.photo, PhotoId{1});
  EXPECT_EQ(records[2].revision, 2);
  EXPECT_EQ(records[2].hash, chain_hash(records[2], records[1].hash));
  EXPECT_EQ(records[3].note.action, "begin_chain");
  EXPECT_EQ(records[3].subject.kind, SubjectKind::kSetting);
  EXPECT_EQ(records[3].after, R"({"records_before":3})");
  EXPECT_EQ(testing::problems_of(*store), std::vector<std::string>{});
  ASSERT_OK_AND_ASSIGN(const auto changes, store->changes(PhotoId{1}));
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[1].before, changes[0].after);

  ASSERT_OK_AND_ASSIGN(Annotation annotation, store->annotation(PhotoId{1}));
  ASSERT_OK(store->save(annotation, {"boss", "draw", "manager"}));
  EXPECT_EQ(store->log_head()->count, 5);
  EXPECT_EQ(testing::problems_of(*store), std::vector<std::string>{});
}

TEST_F(LogMigration, TheNewLogRefusesUpdateAndDeleteAndShowsWhatWasBefore) {
  log(1, 1, 1, 1);
  log(2, 1, 2, 1);
  ASSERT_OK(testing::open_project_at(project_));
  const auto connection = connect();
  for (const char* statement : {"delete from change_log", "update change_log set hash = 'x'"}) {
    SCOPED_TRACE(statement);
    const Status refused = connection->write([&]() -> Status {
      connection->session() << statement;
      return {};
    });
    EXPECT_ERROR(refused, ErrorCode::kConflict);
  }
  long long rows = 0;
  connection->session() << "select count(*) from change_log_with_before where before <> ''", soci::into(rows);
  EXPECT_EQ(rows, 1);
  EXPECT_FALSE(connection->dialect().has_table(connection->session(), "log_before_chain"));
}

TEST_F(LogMigration, AProjectWithoutChangesHasNothingToSayOfAChain) {
  std::vector<std::string> said;
  ASSERT_OK_AND_ASSIGN(const ProjectPlace place, ProjectPlace::parse(project_));
  ASSERT_OK_AND_ASSIGN(const auto store,
                       open_project(place, {[&](const Message& sentence) { said.push_back(sentence.key); }, {}}));
  EXPECT_EQ(said, std::vector<std::string>{"store.backed_up"});
  EXPECT_EQ(store->log_head()->count, 0);
}

TEST_F(LogMigration, ATakingOverThatIsBrokenOffLeavesTheOldProject) {
  log(1, 1, 1, 1);
  log(2, 1, 2, 1);
  {
    const auto connection = connect();
    connection->set_news({{}, [](std::int64_t, std::int64_t) { throw std::runtime_error("killed"); }});
    EXPECT_FALSE(sql::migrate(*connection, sql::migrations(connection->dialect()), backups_).ok());
    EXPECT_EQ(*sql::schema_version(*connection), 5);
    long long rows = 0;
    connection->session() << "select count(*) from change_log where hash is null", soci::into(rows);
    EXPECT_EQ(rows, 2) << "as it was";
  }
  ASSERT_OK_AND_ASSIGN(const auto store, testing::open_project_at(project_));
  EXPECT_EQ(store->log_head()->count, 3);
  EXPECT_EQ(testing::problems_of(*store), std::vector<std::string>{});
}

TEST_F(LogMigration, WithoutRoomForACopyNothingIsBegun) {
  EXPECT_OK(sql::check_room("/disk", 10'000'000, 31'000'000));
  const Status refused = sql::check_room("/disk", 10'000'000, 30'999'999);
  EXPECT_ERROR(refused, ErrorCode::kIo);
  EXPECT_EQ(
      refused.error().text(),
      "/disk: the project was written by an older program; to copy it and take it over needs 32 MB here, and 30 MB "
      "are free; make room and try again, nothing was changed");
}

}  // namespace
}  // namespace jaedan::labeling
