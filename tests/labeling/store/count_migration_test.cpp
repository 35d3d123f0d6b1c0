// The log of a project of before the counts is counted when it is opened, in steps.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

#include "labeling/store/made_up_team.h"
#include "labeling/store/program.h"
#include "labeling/store/sql/annotations.h"
#include "labeling/store/sql/people/comments.h"
#include "labeling/store/sql/people/tasks.h"
#include "labeling/store/sql/photos.h"
#include "labeling/store/sql/schema.h"
#include "tests/labeling/store/project_at.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using sql::Connection;

class CountMigration : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_OK_AND_ASSIGN(store_, testing::create_project_at(project_));
    ASSERT_OK_AND_ASSIGN(const auto ids,
                         store_->add_photos({{{}, "a", "/a.jpg", 10, 10}, {{}, "b", "/b.jpg", 10, 10}}));
    for (const PhotoId id : ids) {
      Annotation annotation = testing::full_annotation(id);
      for (const WorkflowState state : {WorkflowState::kDrawn, WorkflowState::kBasic, WorkflowState::kExpert}) {
        annotation.state = state;
        ASSERT_OK_AND_ASSIGN(annotation.revision, store_->save(annotation, {"kim", "submit"}, std::nullopt));
      }
      annotation.state = WorkflowState::kApproved;
      ASSERT_OK(store_->save(annotation, {"ian", "approve"}, std::nullopt));
    }
  }
  /// As a program without counts left it.
  void forget() {
    ASSERT_OK_AND_ASSIGN(const auto connection, Connection::open(project_ + "/project.db", "test"));
    for (const char* statement : {"delete from work_count", "delete from work_photo", "delete from work_person",
                                  "update counted set records = 0"}) {
      connection->session() << statement;
    }
  }
  static std::map<CountKey, CountValue> all(Store& store) {
    std::map<CountKey, CountValue> counts;
    for (int kind = static_cast<int>(kFirstCountKind); kind <= static_cast<int>(kLastCountKind); ++kind) {
      for (const int part : {0, 1, 2, 3, 4}) {
        for (const char* style : {"", "street"}) {
          CountQuery query;
          query.kind = static_cast<CountKind>(kind);
          query.part = part;
          query.style = style;
          const auto rows = store.work_counts(query);
          EXPECT_TRUE(rows.ok());
          for (const CountRow& row : *rows) counts[row.key] = row.value;
        }
      }
    }
    return counts;
  }

  jaedan::testing::TemporaryFolder folder_;
  std::string project_ = folder_ / "p.jaedan";
  std::unique_ptr<Store> store_;
};

TEST_F(CountMigration, WhatIsCountedFromTheLogIsWhatTheDeedsCounted) {
  const auto before = all(*store_);
  EXPECT_GT(before.size(), 20u);
  forget();
  EXPECT_TRUE(all(*store_).empty());
  ASSERT_OK_AND_ASSIGN(const auto opened, testing::open_project_at(project_));
  EXPECT_EQ(all(*opened), before);
  EXPECT_EQ(opened->count_progress()->counted, opened->log_head()->count);
  EXPECT_EQ(testing::problems_of(*opened), std::vector<std::string>{});
}

TEST_F(CountMigration, ADeedBeforeTheLogIsCountedWaitsForThat) {
  forget();
  const PhotoId photo = PhotoId{1};
  Annotation annotation = *store_->annotation(photo);
  annotation.state = WorkflowState::kChanged;
  ASSERT_OK(store_->save(annotation, {"kim", "draw"}, std::nullopt));
  EXPECT_TRUE(all(*store_).empty());
  ASSERT_OK_AND_ASSIGN(const auto opened, testing::open_project_at(project_));
  EXPECT_EQ(opened->count_progress()->counted, 9);
  EXPECT_EQ(testing::problems_of(*opened), std::vector<std::string>{});
}

TEST_F(CountMigration, ACountThatIsBrokenOffGoesOn) {
  std::vector<Annotation> many;
  Annotation annotation = *store_->annotation(PhotoId{1});
  for (int i = 0; i < 2500; ++i) {
    annotation.state = i % 2 == 0 ? WorkflowState::kChanged : WorkflowState::kApproved;
    many.push_back(annotation);
    ++annotation.revision;
  }
  ASSERT_OK(store_->save_all(many, {"kim", "draw"}));
  const auto before = all(*store_);
  std::vector<std::int64_t> told;
  EXPECT_ERROR(store_->count_anew([&](std::int64_t done, std::int64_t total) {
    told.push_back(done);
    EXPECT_EQ(total, 2508);
    return false;
  }),
               ErrorCode::kCancelled);
  EXPECT_EQ(told, std::vector<std::int64_t>{2000});
  EXPECT_EQ(store_->count_progress()->counted, 2000);
  EXPECT_EQ(testing::problems_of(*store_), std::vector<std::string>{}) << "what is counted is counted right";
  told.clear();
  ASSERT_OK_AND_ASSIGN(const ProjectPlace place, ProjectPlace::parse(project_));
  ASSERT_OK_AND_ASSIGN(const auto opened, open_project(place));
  EXPECT_EQ(opened->count_progress()->counted, 2508);
  EXPECT_EQ(all(*opened), before);
  ASSERT_OK(opened->count_anew({}));
  EXPECT_EQ(all(*opened), before);
}

TEST_F(CountMigration, WhatIsCountedBeyondTheLogOrNobodyKnowsHowFarIsCountedAnew) {
  for (const char* statement : {"update counted set records = 1000", "delete from counted"}) {
    SCOPED_TRACE(statement);
    const auto before = all(*store_);
    {
      ASSERT_OK_AND_ASSIGN(const auto connection, Connection::open(project_ + "/project.db", "test"));
      connection->session() << statement;
    }
    ASSERT_OK_AND_ASSIGN(const auto opened, testing::open_project_at(project_));
    EXPECT_EQ(opened->count_progress()->counted, opened->log_head()->count);
    EXPECT_EQ(all(*opened), before);
    Annotation annotation = *opened->annotation(PhotoId{1});
    ASSERT_OK(opened->save(annotation, {"kim", "arrange"}, std::nullopt));
    EXPECT_EQ(opened->count_progress()->counted, opened->log_head()->count) << "and the next deed counts itself";
    EXPECT_EQ(testing::problems_of(*opened), std::vector<std::string>{});
  }
}

TEST_F(CountMigration, MemoriesThatAreNotThoseOfTheLogAreNamed) {
  for (const char* statement : {"update work_photo set memory = 'no memory' where photo_id = 1",
                                "delete from work_photo where photo_id = 2", "delete from work_person"}) {
    SCOPED_TRACE(statement);
    {
      ASSERT_OK_AND_ASSIGN(const auto connection, Connection::open(project_ + "/project.db", "test"));
      connection->session() << statement;
    }
    const std::vector<std::string> problems = testing::problems_of(*store_);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_NE(problems[0].find("what is remembered of"), std::string::npos) << problems[0];
    ASSERT_OK(store_->count_anew({}));
    EXPECT_EQ(testing::problems_of(*store_), std::vector<std::string>{});
  }
}

TEST_F(CountMigration, CountsThatAreNotThoseOfTheLogAreNamed) {
  {
    ASSERT_OK_AND_ASSIGN(const auto connection, Connection::open(project_ + "/project.db", "test"));
    connection->session() << "update work_count set n = n + 1 where kind = 2 and part = 0 and style = ''";
    connection->session() << "delete from work_count where kind = 6 and part = 0";
  }
  const std::vector<std::string> problems = testing::problems_of(*store_);
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_NE(problems[0].find("decisions by inspector"), std::string::npos) << problems[0];
  EXPECT_NE(problems[1].find("labels"), std::string::npos) << problems[1];
  ASSERT_OK(store_->count_anew({}));
  EXPECT_EQ(testing::problems_of(*store_), std::vector<std::string>{});
}

/// A project as the program of schema 8 left it: where a returned photo goes stood beside the log.
class ReturnsOfBefore : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directory(project_);
    ASSERT_OK_AND_ASSIGN(connection_, Connection::open(project_ + "/project.db", "test"));
    std::vector<sql::Migration> before = sql::migrations(connection_->dialect());
    while (before.back().version > 8) before.pop_back();
    ASSERT_OK(sql::migrate(*connection_, before, project_ + "/backups"));
  }
  PhotoId add(const std::string& name) {
    return sql::add_photos(*connection_, {{{}, name, "/" + name + ".jpg", 10, 10}})->front();
  }
  void deed(PhotoId photo, const char* who, const char* action, WorkflowState state) {
    Annotation annotation = *sql::annotation(*connection_, photo);
    if (annotation.garments.empty()) annotation.garments = {testing::garment(1, Part::kTop)};
    annotation.state = state;
    ASSERT_OK(sql::save(*connection_, annotation, {who, action}, now()));
  }
  /// kim draws it, lee gives the basic labels.
  PhotoId labelled(const std::string& name) {
    const PhotoId photo = add(name);
    deed(photo, "kim", "submit", WorkflowState::kDrawn);
    deed(photo, "lee", "submit", WorkflowState::kBasic);
    return photo;
  }
  void give_back(PhotoId photo, std::optional<Stage> stage, std::optional<ReturnReason> reason) {
    deed(photo, "ian", "return", WorkflowState::kReturned);
    if (stage) ASSERT_OK(sql::set_returned_to(*connection_, photo, *stage));
    if (!reason) return;
    Comment comment;
    comment.photo = photo;
    comment.who = "ian";
    comment.at = now();
    comment.stage = stage;
    comment.reason = reason;
    ASSERT_OK(sql::add_comment(*connection_, comment));
  }
  std::unique_ptr<Store> opened() {
    connection_.reset();
    auto store = testing::open_project_at(project_);
    EXPECT_TRUE(store.ok()) << store.error().text();
    return store.ok() ? std::move(store).value() : nullptr;
  }
  std::string now() { return utc_after("2026-03-01T08:00:00.000Z", ++seconds_); }

  jaedan::testing::TemporaryFolder folder_;
  std::string project_ = folder_ / "p.jaedan";
  std::unique_ptr<Connection> connection_;
  std::int64_t seconds_ = 0;
};

TEST_F(ReturnsOfBefore, WaitWhereTheyWereSentAndKeepTheirReasons) {
  const PhotoId first = labelled("a");
  give_back(first, Stage::kDrawn, ReturnReason::kOutline);
  deed(first, "kim", "submit", WorkflowState::kDrawn);
  deed(first, "lee", "submit", WorkflowState::kBasic);
  give_back(first, Stage::kBasic, ReturnReason::kWrongLabel);
  give_back(labelled("b"), Stage::kBasic, std::nullopt);
  give_back(labelled("c"), std::nullopt, ReturnReason::kOther);
  give_back(labelled("d"), std::nullopt, std::nullopt);
  const PhotoId corrected = labelled("e");
  give_back(corrected, Stage::kBasic, ReturnReason::kOutline);
  deed(corrected, "lee", "submit", WorkflowState::kBasic);

  const std::unique_ptr<Store> store = opened();
  ASSERT_NE(store, nullptr);
  LogQuery query;
  query.action = "send_back";
  ASSERT_OK_AND_ASSIGN(const auto records, store->search_log(query, std::nullopt, 10));
  ASSERT_EQ(records.size(), 3u);
  EXPECT_EQ(records[2].note.who, "ian");
  EXPECT_EQ(records[2].subject.photo, first);
  EXPECT_EQ(records[2].after, R"({"stage":"basic","reason":"wrong_label"})");
  EXPECT_EQ(records[1].after, R"({"stage":"basic","reason":null})");
  EXPECT_EQ(records[0].after, R"({"stage":null,"reason":"other"})");

  std::map<std::pair<std::string, int>, std::int64_t> photos;
  ASSERT_OK_AND_ASSIGN(const auto states, store->work_counts({CountKind::kPhoto}));
  for (const CountRow& row : states) photos[{row.key.word, row.key.stage}] = row.value.n;
  EXPECT_EQ(photos, (std::map<std::pair<std::string, int>, std::int64_t>{
                        {{"returned", 1}, 2}, {{"returned", -1}, 2}, {{"basic", -1}, 1}}));
  std::map<std::string, std::int64_t> reasons;
  ASSERT_OK_AND_ASSIGN(const auto verdicts, store->work_counts({CountKind::kVerdict}));
  for (const CountRow& row : verdicts) reasons[row.key.attribute] += row.value.n;
  EXPECT_EQ(reasons["wrong_label"], 1);
  EXPECT_EQ(reasons["other"], 1);
  EXPECT_EQ(testing::problems_of(*store), std::vector<std::string>{});
}

TEST(MadeUpTeam, IsAWholeProjectWhoseCountsAreThoseOfItsLog) {
  const jaedan::testing::TemporaryFolder folder;
  ASSERT_OK_AND_ASSIGN(const ProjectPlace place, ProjectPlace::parse(folder / "team.jaedan"));
  MadeUpTeam team;
  team.photos = 60;
  team.people = 12;
  team.days = 3;
  ASSERT_OK(make_up_team(place, team));
  ASSERT_OK_AND_ASSIGN(const auto store, open_project(place));
  EXPECT_EQ(*store->count({}), 60);
  EXPECT_EQ(*store->user_count(), 12);
  EXPECT_EQ(testing::problems_of(*store), std::vector<std::string>{});
  ASSERT_OK_AND_ASSIGN(const auto deeds, store->work_counts({CountKind::kDeed}));
  std::int64_t submitted = 0;
  std::int64_t milliseconds = 0;
  std::set<std::string> days;
  for (const CountRow& row : deeds) {
    if (row.key.word == "submit") submitted += row.value.n;
    milliseconds += row.value.milliseconds;
    days.insert(row.key.day);
  }
  // Of ten photos four are untouched, one is drawn, the other five went through three stages.
  EXPECT_EQ(submitted, 6 * (1 + 3 * 5));
  EXPECT_GT(milliseconds, 0);
  EXPECT_GE(days.size(), 3u);
}

}  // namespace
}  // namespace jaedan::labeling
