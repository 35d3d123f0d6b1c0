// What people answered before measures were kept waits to be measured, and damage of what is kept is found.
#include <gtest/gtest.h>

#include <filesystem>

#include "labeling/store/annotation_json.h"
#include "labeling/store/byte_codec.h"
#include "labeling/store/sql/people/users.h"
#include "labeling/store/sql/photos.h"
#include "labeling/store/sql/quality/read_quality.h"
#include "labeling/store/sql/schema.h"
#include "tests/labeling/store/project_at.h"
#include "tests/labeling/store/quality/measures_contract.h"
#include "tests/labeling/store/query_plan.h"

namespace jaedan::labeling {
namespace {

namespace fs = std::filesystem;
using sql::Connection;

/// A project as the program of schema 10 left it.
class MeasuresMigration : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directory(project_);
    connection_ = std::move(Connection::open(project_ + "/project.db", "test")).value();
    std::vector<sql::Migration> before = sql::migrations(connection_->dialect());
    while (before.back().version > 10) before.pop_back();
    ASSERT_OK(sql::migrate(*connection_, before, project_ + "/backups"));
    user_ = sql::add_user(*connection_, "kim", Roles::all(), "")->id.value;
    photo_ = sql::add_photos(*connection_, {{{}, "a", "/a.jpg", 10, 10}})->front().value;
  }
  void panel(int state) {
    connection_->session() << "insert into panel(photo_id, stage, people, free, state) values(:photo, 0, 2, 0, :state)",
        soci::use(photo_), soci::use(state);
  }
  void answer(long long panel, const std::string& submitted_at) {
    Annotation annotation;
    annotation.photo = PhotoId{photo_};
    const std::string content = annotation_to_json(annotation);
    const std::string history = text_from_bytes("");
    connection_->session() << "insert into answer(panel_id, photo_id, stage, user_id, content, history, submitted_at)"
                              " values(:panel, :photo, 0, :person, :content, :history, :at)",
        soci::use(panel), soci::use(photo_), soci::use(user_), soci::use(content), soci::use(history),
        soci::use(submitted_at);
  }
  std::unique_ptr<Store> opened() {
    connection_.reset();
    OpenNews news;
    news.say = [&](const Message& sentence) { told_.push_back(sentence.text()); };
    auto store = open_project(*ProjectPlace::parse(project_), news);
    EXPECT_TRUE(store.ok()) << store.error().text();
    return store.ok() ? std::move(store).value() : nullptr;
  }

  jaedan::testing::TemporaryFolder folder_;
  std::string project_ = folder_ / "p.jaedan";
  std::unique_ptr<Connection> connection_;
  long long user_ = 0;
  long long photo_ = 0;
  std::vector<std::string> told_;
};

TEST_F(MeasuresMigration, WhatWasAnsweredBeforeWaitsAndItIsSaid) {
  const std::string at = "2026-03-01T08:00:00.000Z";
  answer(0, at);
  answer(0, "");
  panel(0);
  panel(1);
  panel(2);  // taken back
  panel(0);  // nobody has answered
  for (const long long id : {1, 2, 3}) answer(id, at);
  answer(4, "");
  const auto store = opened();
  ASSERT_NE(store, nullptr);
  ASSERT_OK_AND_ASSIGN(const auto waiting, store->answers_to_measure({}, 10));
  ASSERT_EQ(waiting.size(), 1u);
  EXPECT_EQ(waiting[0].answer, AnswerId{1});
  ASSERT_OK_AND_ASSIGN(const auto panels, store->panels_to_measure({}, 10));
  ASSERT_EQ(panels.size(), 2u);
  EXPECT_EQ(panels[0].panel, PanelId{1});
  EXPECT_EQ(panels[1].panel, PanelId{2});
  ASSERT_EQ(told_.size(), 2u);
  EXPECT_NE(told_[0].find("backups"), std::string::npos) << told_[0];
  EXPECT_EQ(told_[1].rfind("1 answer about controls and what people said of 2 photos", 0), 0u) << told_[1];
  EXPECT_EQ(testing::problems_of(*store), std::vector<std::string>{});
  ASSERT_OK(store->keep_measure(AnswerId{1}, waiting[0].ticket, std::nullopt));
  told_.clear();
  const auto again = opened();
  ASSERT_NE(again, nullptr);
  EXPECT_TRUE(told_.empty());
  EXPECT_EQ(again->waiting_measures()->all(), 2) << "what is measured stays so";
}

TEST_F(MeasuresMigration, AProjectWithoutAnswersHasNothingToTell) {
  ASSERT_NE(opened(), nullptr);
  EXPECT_EQ(told_.size(), 1u) << "the backup";
}

class MeasureDamage : public testing::MeasuresContract {
 protected:
  std::unique_ptr<Connection> connect() {
    return std::move(Connection::open(project() + "/project.db", "test")).value();
  }
};
INSTANTIATE_TEST_SUITE_P(Stores, MeasureDamage, ::testing::Values(testing::StoreKind{"Sqlite", true}),
                         [](const auto& one) { return std::string(one.param.name); });

TEST_P(MeasureDamage, SumsThatAreNotThoseOfTheRowsAreNamedAndMeasuredAnew) {
  control("a");
  const AnswerId answer = answers_control(kim());
  for (const char* statement : {"update quality_sum set n = n + 1 where part = 0", "delete from quality_sum",
                                "update measured_answer set content = '{}'", "delete from measured_answer"}) {
    SCOPED_TRACE(statement);
    keep(answer, drawn(0.5));
    EXPECT_EQ(testing::problems_of(store()), std::vector<std::string>{});
    {
      const auto connection = connect();
      connection->session() << statement;
    }
    const std::vector<std::string> problems = testing::problems_of(store());
    ASSERT_GE(problems.size(), 1u);
    EXPECT_NE(problems.back().find("the sums of how well people answered"), std::string::npos) << problems.back();
    // Whoever deals with the answer next is not stopped by it.
    ASSERT_OK(store().scale_answers(store().answer(answer)->photo, 1, 1));
    ASSERT_OK(store().forget_measures());
    EXPECT_EQ(testing::problems_of(store()), std::vector<std::string>{});
    EXPECT_EQ(waiting().size(), 1u);
  }
}

TEST_P(MeasureDamage, ChartsReadASmallRangeOfKeys) {
  const auto connection = connect();
  const std::string of_one = testing::plan_of(*connection, sql::quality_sums_query({QualityKind::kControl, kim()}));
  EXPECT_NE(of_one.find("(kind=? AND user_id=?)"), std::string::npos) << of_one;
  const std::string by_person =
      testing::plan_of(*connection, sql::quality_sums_query({QualityKind::kControl, {}, true}));
  EXPECT_NE(by_person.find("(kind=?)"), std::string::npos) << by_person;
  EXPECT_EQ(by_person.find("TEMP B-TREE"), std::string::npos) << by_person;
  const std::string ious = testing::plan_of(*connection, sql::measured_ious_query(false));
  EXPECT_NE(ious.find("COVERING INDEX measured_answer_by_person (user_id=? AND stage=?)"), std::string::npos) << ious;
  EXPECT_EQ(ious.find("SCAN"), std::string::npos) << ious;
}

}  // namespace
}  // namespace jaedan::labeling
