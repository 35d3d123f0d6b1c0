#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "labeling/store/sql/connection.h"
#include "tests/labeling/store/project_at.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;
using testing::full_annotation;

/// Tests of what only a project on disk has.
class SqliteProject : public ::testing::Test {
 protected:
  std::unique_ptr<Store> create() { return std::move(testing::create_project_at(project_)).value(); }
  std::unique_ptr<Store> open() { return std::move(testing::open_project_at(project_)).value(); }
  /// Runs a statement behind the store's back.
  void execute(const std::string& statement) {
    auto connection = sql::Connection::open(project_ + "/project.db", "test");
    ASSERT_OK(connection);
    (*connection)->session() << statement;
  }
  PhotoId photo_with_labels(Store& store) {
    const PhotoId id = store.add_photos({{PhotoId{}, "a", "/a.jpg", 10, 10}})->front();
    EXPECT_OK(store.save(full_annotation(id), {"mina", "edit"}));
    return id;
  }

  jaedan::testing::TemporaryFolder folder_;
  std::string project_ = folder_ / "p.jaedan";
};

TEST_F(SqliteProject, IsAFolderWithItsDatabaseAndFolders) {
  create();
  EXPECT_TRUE(fs::is_regular_file(project_ + "/project.db"));
  EXPECT_TRUE(fs::is_directory(project_ + "/models"));
  EXPECT_TRUE(fs::is_directory(project_ + "/cache"));
}

TEST_F(SqliteProject, HasLargePagesSoThatFewAreReadAtAFirstLook) {
  create();
  ASSERT_OK_AND_ASSIGN(const auto connection, sql::Connection::open(project_ + "/project.db", "test"));
  long long bytes = 0;
  connection->session() << "pragma page_size", soci::into(bytes);
  EXPECT_EQ(bytes, 16384);
}

TEST_F(SqliteProject, KeepsEverythingUntilItIsOpenedAgain) {
  Annotation annotation;
  {
    const auto store = create();
    annotation = *store->annotation(photo_with_labels(*store));
  }
  ASSERT_OK_AND_ASSIGN(const Annotation again, open()->annotation(annotation.photo));
  EXPECT_EQ(again, annotation);
}

TEST_F(SqliteProject, IsNotMadeOverSomethingElse) {
  create();
  EXPECT_ERROR(testing::create_project_at(project_), ErrorCode::kConflict);
  EXPECT_ERROR(testing::create_project_at(project_ + "/"), ErrorCode::kConflict);
  fs::create_directories(folder_ / "photos/x");
  EXPECT_ERROR(testing::create_project_at(folder_ / "photos"), ErrorCode::kConflict);
  EXPECT_TRUE(fs::exists(folder_ / "photos/x"));
  fs::create_directory(folder_ / "empty");
  EXPECT_OK(testing::create_project_at(folder_ / "empty"));
}

TEST_F(SqliteProject, PathsWithUnusualCharactersWork) {
  for (const char* name : {"two  blanks = x", " ", "한글's", "semi;colon%41?x#y", "file:x"}) {
    const std::string path = folder_ / name;
    ASSERT_OK(testing::create_project_at(path));
    EXPECT_OK(testing::open_project_at(path + "/"));
    EXPECT_TRUE(fs::is_regular_file(path + "/project.db")) << name;
  }
  EXPECT_ERROR(testing::create_project_at(folder_ / "quote\"mark"), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(testing::create_project_at(""), ErrorCode::kInvalidArgument);
}

TEST_F(SqliteProject, ThatIsNotThereIsNotFoundAndNotMade) {
  EXPECT_ERROR(testing::open_project_at(project_), ErrorCode::kNotFound);
  EXPECT_FALSE(fs::exists(project_));
  fs::create_directory(project_);
  EXPECT_ERROR(testing::open_project_at(project_), ErrorCode::kNotFound);
  EXPECT_FALSE(fs::exists(project_ + "/project.db"));
}

TEST_F(SqliteProject, AFileThatIsNoDatabaseIsCorrupt) {
  fs::create_directory(project_);
  std::ofstream(project_ + "/project.db") << std::string(5000, 'x');
  EXPECT_ERROR(testing::open_project_at(project_), ErrorCode::kCorrupt);
}

TEST_F(SqliteProject, AnEmptyDatabaseFileIsCorruptAndNotAFreshProject) {
  fs::create_directory(project_);
  std::ofstream(project_ + "/project.db").close();
  EXPECT_ERROR(testing::open_project_at(project_), ErrorCode::kCorrupt);
}

TEST_F(SqliteProject, AForeignDatabaseIsCorrupt) {
  fs::create_directory(project_);
  execute("create table photo (x integer)");
  EXPECT_ERROR(testing::open_project_at(project_), ErrorCode::kCorrupt);
}

TEST_F(SqliteProject, ADamagedDatabaseIsReported) {
  std::vector<Photo> photos;
  for (int i = 0; i < 3000; ++i) photos.push_back({{}, "p" + std::to_string(i), "/" + std::to_string(i), 1, 1});
  ASSERT_OK(create()->add_photos(photos));
  const auto size = fs::file_size(project_ + "/project.db");
  std::fstream file(project_ + "/project.db", std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(size / 2));
  file << std::string(size / 3, '\x5a');
  file.close();
  auto store = testing::open_project_at(project_);
  if (!store.ok()) {
    EXPECT_EQ(store.error().code, ErrorCode::kCorrupt) << store.error().text();
    return;
  }
  const auto problems = (*store)->verify();
  if (problems.ok()) {
    EXPECT_FALSE(problems->empty());
  } else {
    EXPECT_EQ(problems.error().code, ErrorCode::kCorrupt) << problems.error().text();
  }
}

TEST_F(SqliteProject, TheChangeLogRefusesUpdateAndDelete) {
  {
    const auto store = create();
    photo_with_labels(*store);
  }
  auto connection = sql::Connection::open(project_ + "/project.db", "test");
  ASSERT_OK(connection);
  for (const char* statement :
       {"delete from change_log", "update change_log set who_id = 1", "update change_log set hash = 'x'",
        "insert or replace into change_log select * from change_log"}) {
    const Status status = (*connection)->write([&]() -> Status {
      (*connection)->session() << statement;
      return {};
    });
    SCOPED_TRACE(statement);
    EXPECT_ERROR(status, ErrorCode::kConflict);
  }
}

TEST_F(SqliteProject, TheViewShowsBeforeAndAfter) {
  const auto store = create();
  Annotation annotation = *store->annotation(photo_with_labels(*store));
  ASSERT_OK(store->save(annotation, {"jun", "approve"}));
  ASSERT_OK_AND_ASSIGN(const auto changes, store->changes(annotation.photo));
  auto connection = sql::Connection::open(project_ + "/project.db", "test");
  ASSERT_OK(connection);
  std::string who;
  std::string before;
  std::string after;
  (*connection)->session() << "select who, before, after from change_log_with_before where revision = 2",
      soci::into(who), soci::into(before), soci::into(after);
  EXPECT_EQ(who, "jun");
  EXPECT_EQ(before, changes[1].before);
  EXPECT_EQ(after, changes[1].after);
}

TEST_F(SqliteProject, VerifyFindsWhatWasChangedBehindTheStore) {
  const auto problems_after = [&](const std::string& statement) {
    fs::remove_all(project_);
    photo_with_labels(*create());
    execute(statement);
    const auto problems = open()->verify();
    EXPECT_OK(problems);
    return problems.ok() ? *problems : std::vector<Message>();
  };
  EXPECT_EQ(problems_after("select 1").size(), 0u);
  EXPECT_EQ(problems_after("update garment set region = '[[1,2' where garment_id = 7").size(), 1u);
  EXPECT_EQ(problems_after("update garment set region = '[]' where garment_id = 7").size(), 1u);
  EXPECT_EQ(problems_after("update attribute_value set garment_id = 99 where garment_id = 7").size(), 1u);
  EXPECT_EQ(problems_after("update photo set part_mask = 0").size(), 1u);
  EXPECT_EQ(problems_after("update photo set revision = 5").size(), 1u);
  EXPECT_EQ(problems_after("update photo set has_prediction = 1").size(), 1u);
  EXPECT_EQ(problems_after("insert into edit_history values(1, 'no such letter')").size(), 1u);
  EXPECT_EQ(problems_after("insert into embedding values(1, 1, 1, 'AAAA')").size(), 1u);
}

TEST_F(SqliteProject, TwoConnectionsSavingAtOnceNeverFindItLocked) {
  constexpr int kSaves = 60;
  const auto first = create();
  const PhotoId a = first->add_photos({{PhotoId{}, "a", "/a", 1, 1}})->front();
  const PhotoId b = first->add_photos({{PhotoId{}, "b", "/b", 1, 1}})->front();
  std::vector<std::string> failures[2];
  const auto work = [&](int worker, PhotoId id) {
    const auto store = testing::open_project_at(project_);
    if (!store.ok()) return failures[worker].push_back(store.error().text());
    for (int i = 0; i < kSaves; ++i) {
      Annotation annotation = full_annotation(id);
      annotation.revision = i;
      annotation.image_attributes[0].value = "word " + std::to_string(i);  // both bring the same new words
      const auto saved = (*store)->save(annotation, {"worker", "edit"});
      if (!saved.ok()) failures[worker].push_back(saved.error().text());
      const auto rows = (*store)->list({}, PhotoId{}, 10);
      if (!rows.ok()) failures[worker].push_back(rows.error().text());
    }
  };
  std::thread other(work, 0, a);
  work(1, b);
  other.join();
  EXPECT_EQ(failures[0], std::vector<std::string>{});
  EXPECT_EQ(failures[1], std::vector<std::string>{});
  EXPECT_EQ(first->annotation(a)->revision, kSaves);
  EXPECT_EQ(first->annotation(b)->revision, kSaves);
  EXPECT_EQ(testing::problems_of(*first), std::vector<std::string>{});
}

TEST_F(SqliteProject, OfTwoWhoSaveTheSamePhotoOneIsTold) {
  const auto first = create();
  const PhotoId id = photo_with_labels(*first);
  const auto second = open();
  Annotation mine = *first->annotation(id);
  Annotation yours = *second->annotation(id);
  ASSERT_OK(second->save(yours, {"jun", "edit"}));
  const auto result = first->save(mine, {"mina", "edit"});
  EXPECT_ERROR(result, ErrorCode::kConflict);
  EXPECT_NE(result.error().text().find("'jun'"), std::string::npos) << result.error().text();
}

TEST_F(SqliteProject, AFullDatabaseIsAnErrorInWordsAndChangesNothing) {
  const auto store = create();
  const PhotoId id = photo_with_labels(*store);
  auto connection = sql::Connection::open(project_ + "/project.db", "test");
  ASSERT_OK(connection);
  (*connection)->session() << "pragma max_page_count = 1";  // means: what it has now
  const Status status = (*connection)->write([&]() -> Status {
    (*connection)->session() << "update photo set width = 77";
    (*connection)->session() << "insert into champion(model_id) values('" << std::string(200000, 'x') << "')";
    return {};
  });
  EXPECT_ERROR(status, ErrorCode::kIo);
  EXPECT_NE(status.error().text().find("disk is full"), std::string::npos) << status.error().text();
  EXPECT_EQ(store->photo(id)->width, 10);
  const Status after = (*connection)->write([&]() -> Status {
    (*connection)->session() << "update photo set width = 78";
    return {};
  });
  EXPECT_OK(after);  // the failed transaction must not stay open
}

TEST_F(SqliteProject, ABatchThatTheDiskEndsKeepsNothingEvenIfItGoesOn) {
  create();
  auto connection = sql::Connection::open(project_ + "/project.db", "test");
  ASSERT_OK(connection);
  const auto insert = [&](const std::string& name, std::size_t size) {
    return (*connection)->write([&]() -> Status {
      (*connection)->session() << "insert into champion(model_id) values('" << name << std::string(size, 'x') << "')";
      return {};
    });
  };
  ASSERT_OK(insert("first", 10));
  (*connection)->session() << "pragma max_page_count = 1";
  const Status status = (*connection)->batch([&]() -> Status {
    EXPECT_TRUE(insert("small", 10).ok());
    EXPECT_FALSE(insert("big", 300000).ok());
    EXPECT_FALSE(insert("after", 10).ok());
    return {};
  });
  EXPECT_ERROR(status, ErrorCode::kIo);
  EXPECT_EQ(*open()->champions(), std::vector<std::string>{"first" + std::string(10, 'x')});
  EXPECT_OK(insert("later", 10));
}

TEST_F(SqliteProject, AWriterThatHoldsTheLockTooLongIsNamedInTheError) {
  const auto store = create();
  const PhotoId id = photo_with_labels(*store);
  auto holder = sql::Connection::open(project_ + "/project.db", "test");
  ASSERT_OK(holder);
  auto waiter = sql::Connection::open(project_ + "/project.db", "the project");
  ASSERT_OK(waiter);
  (*waiter)->session() << "pragma busy_timeout = 50";
  sql::Transaction held((*holder)->session(), (*holder)->dialect().begin_write());
  const Status status = (*waiter)->write([&]() -> Status { return {}; });
  EXPECT_ERROR(status, ErrorCode::kUnavailable);
  EXPECT_EQ(status.error().text().rfind("the project: another program", 0), 0u) << status.error().text();
  EXPECT_OK(store->annotation(id));  // readers do not wait for writers
}

TEST_F(SqliteProject, PeopleAreFoundByAnIndexAndPagedByTheirKey) {
  create();
  const auto connection = std::move(sql::Connection::open(project_ + "/project.db", "test")).value();
  const auto plan_of = [&](const std::string& query) {
    std::string steps;
    for (const soci::row& row :
         soci::rowset<soci::row>(connection->session().prepare << "explain query plan " + query)) {
      steps += row.get<std::string>(3) + "\n";
    }
    return steps;
  };
  EXPECT_NE(plan_of("select id from person where name_key = 'mina'").find("SEARCH"), std::string::npos);
  const std::string page = plan_of("select name from person where id > 7 order by id limit 100");
  EXPECT_NE(page.find("SEARCH"), std::string::npos) << page;
  EXPECT_EQ(page.find("TEMP B-TREE"), std::string::npos) << page;
}

}  // namespace
}  // namespace jaedan::labeling
