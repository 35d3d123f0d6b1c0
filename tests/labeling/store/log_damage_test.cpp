// What is done to a change log behind the store's back, and what verify says of it.
#include <gtest/gtest.h>

#include <thread>

#include "labeling/store/audit_chain.h"
#include "labeling/store/sql/connection.h"
#include "tests/labeling/store/project_at.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

/// A project whose log has twenty records: Kim draws photo 1 again and again, record 5 promotes a model.
class LogDamage : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = testing::create_project_at(project_);
    ASSERT_OK(made);
    Store& store = **made;
    const PhotoId id = store.add_photos({{PhotoId{}, "a", "/a.jpg", 10, 10}})->front();
    Annotation annotation = testing::full_annotation(id);
    for (int i = 1; i <= 20; ++i) {
      if (i == 5) {
        ASSERT_OK(store.push_champion("net-1", {"boss", "promote", "manager"}));
        continue;
      }
      const auto revision = store.save(annotation, {"Kim", "draw", "annotator"});
      ASSERT_OK(revision);
      annotation.revision = *revision;
    }
    seal_ = {"p", *store.log_head(), "2026-01-31T12:00:00.000Z", "jaedan"};
    ASSERT_EQ(seal_.head.count, 20);
  }
  /// Without the triggers, as somebody who has the file can.
  void execute(const std::vector<std::string>& statements) {
    auto connection = sql::Connection::open(project_ + "/project.db", "test");
    ASSERT_OK(connection);
    soci::session& session = (*connection)->session();
    session << "drop trigger if exists change_log_refuses_update";
    session << "drop trigger if exists change_log_refuses_delete";
    for (const std::string& statement : statements) session << statement;
  }
  std::vector<std::string> problems(bool with_seal = false) {
    const auto store = testing::open_project_at(project_);
    EXPECT_OK(store);
    const auto found = (*store)->verify_log({with_seal ? std::optional<LogSeal>(seal_) : std::nullopt, {}});
    EXPECT_OK(found);
    std::vector<std::string> sentences;
    for (const Message& problem : *found) sentences.push_back(problem.text());
    return sentences;
  }
  std::string only_problem(bool with_seal = false) {
    const std::vector<std::string> found = problems(with_seal);
    EXPECT_EQ(found.size(), 1u);
    return found.empty() ? std::string() : found.front();
  }
  /// "record 7 (photo 1, draw, Kim, 2026-…)"
  std::string name_of_record(int number) {
    const auto store = testing::open_project_at(project_);
    const std::vector<LogRecord> records = *(*store)->search_log({}, std::nullopt, 100);
    for (const LogRecord& record : records) {
      if (record.number == number) {
        return "record " + std::to_string(number) + " (photo 1, draw, Kim, " + record.at + ")";
      }
    }
    return "no record";
  }
  /// Hashes from record `number` on made anew, as if nothing had happened.
  void hash_anew(std::int64_t number) {
    std::vector<LogRecord> records;
    {
      const auto store = testing::open_project_at(project_);
      records = *(*store)->search_log({}, std::nullopt, 100);
    }
    std::string before;
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
      if (record->number >= number) {
        record->hash = chain_hash(*record, before);
        execute({"update change_log set hash = '" + record->hash + "' where id = " + std::to_string(record->number)});
      }
      before = record->hash;
    }
  }

  jaedan::testing::TemporaryFolder folder_;
  std::string project_ = folder_ / "p.jaedan";
  LogSeal seal_;
};

TEST_F(LogDamage, AnUntouchedLogIsInOrder) {
  EXPECT_EQ(problems(), std::vector<std::string>{});
  EXPECT_EQ(problems(true), std::vector<std::string>{});
}

TEST_F(LogDamage, OneFlippedBitIsNamed) {
  const std::string name = name_of_record(7);
  // An n and an o differ in their last bit.
  execute({"update change_log set after = replace(after, '\"mina\"', '\"mioa\"') where id = 7"});
  EXPECT_EQ(only_problem(), "change log: " + name + " was changed after it was written");
}

TEST_F(LogDamage, EveryColumnCounts) {
  for (const char* change : {"at = '2020-01-01T00:00:00.000Z'", "role = 'manager'", "action = 'label'",
                             "program = 'jaedan 9'", "subject = 'task'", "name = 'x'", "photo_id = null",
                             "revision = 99", "after = after || ' '", "who_id = (select max(id) from author)"}) {
    SCOPED_TRACE(change);
    execute({"create table kept as select * from change_log where id = 9",
             std::string("update change_log set ") + change + " where id = 9"});
    EXPECT_NE(only_problem().find("record 9 ("), std::string::npos) << only_problem();
    execute({"delete from change_log where id = 9", "insert into change_log select * from kept", "drop table kept"});
    EXPECT_EQ(problems(), std::vector<std::string>{});
  }
}

TEST_F(LogDamage, AChangedNameIsNamedByItsFirstRecord) {
  execute({"update author set name = 'Lee' where name = 'Kim'"});
  EXPECT_NE(only_problem().find("record 1 (photo 1, draw, Lee"), std::string::npos) << only_problem();
}

TEST_F(LogDamage, AChangedHashIsNamed) {
  const std::string name = name_of_record(7);
  execute({"update change_log set hash = '" + std::string(64, 'a') + "' where id = 7"});
  EXPECT_EQ(only_problem(), "change log: " + name + " was changed after it was written");
}

TEST_F(LogDamage, ADeletedRecordIsNamed) {
  execute({"delete from change_log where id = 7"});
  EXPECT_EQ(only_problem(), "change log: record 7 is missing: " + name_of_record(8) + " comes in its place");
}

TEST_F(LogDamage, SeveralDeletedRecordsAreNamed) {
  execute({"delete from change_log where id <= 3"});
  EXPECT_EQ(only_problem().rfind("change log: the records 1 to 3 are missing", 0), 0u) << only_problem();
}

TEST_F(LogDamage, ADeletedRecordIsFoundWhenTheRestMovesUp) {
  execute({"delete from change_log where id = 7", "update change_log set id = id - 1 where id > 7"});
  EXPECT_EQ(only_problem().rfind("change log: record 7 (", 0), 0u) << only_problem();
}

TEST_F(LogDamage, TwoSwappedRecordsAreNamed) {
  const auto swap = [](int a, int b) -> std::vector<std::string> {
    const std::string first = std::to_string(a);
    const std::string second = std::to_string(b);
    return {"update change_log set id = -1 where id = " + first,
            "update change_log set id = " + first + " where id = " + second,
            "update change_log set id = " + second + " where id = -1"};
  };
  execute(swap(7, 8));
  EXPECT_EQ(only_problem(),
            "change log: " + name_of_record(7) + " stands in another's place: it was written as record 8");
  execute(swap(7, 8));
  EXPECT_EQ(problems(), std::vector<std::string>{});
  execute(swap(6, 15));
  EXPECT_EQ(only_problem(),
            "change log: " + name_of_record(6) + " stands in another's place: it was written as record 15");
  execute(swap(6, 15));
  execute(swap(1, 2));
  EXPECT_EQ(only_problem(),
            "change log: " + name_of_record(1) + " stands in another's place: it was written as record 2");
}

TEST_F(LogDamage, OnlyTheSealFindsThatTheLastTenWereCutOff) {
  execute({"delete from change_log where id > 10"});
  EXPECT_EQ(problems(), std::vector<std::string>{});
  EXPECT_EQ(only_problem(true), "change log: it was cut off after " + name_of_record(10) +
                                    "; the seal of 2026-01-31T12:00:00.000Z is of 20 records");
  execute({"delete from change_log"});
  EXPECT_EQ(only_problem(true), "change log: it is empty; the seal of 2026-01-31T12:00:00.000Z is of 20 records");
}

TEST_F(LogDamage, OnlyTheSealFindsAHistoryWithNewHashes) {
  execute({"update change_log set action = 'label' where id = 7"});
  hash_anew(7);
  EXPECT_EQ(problems(), std::vector<std::string>{});
  EXPECT_EQ(only_problem(true), "change log: " + name_of_record(20) +
                                    " is not the one that was sealed at 2026-01-31T12:00:00.000Z; what was written up "
                                    "to it was written anew");
}

TEST_F(LogDamage, OnlyTheSealFindsARecordTakenOutOfAHistoryWithNewHashes) {
  execute({"delete from change_log where id = 7", "update change_log set id = id - 1 where id > 7"});
  hash_anew(7);
  EXPECT_EQ(problems(), std::vector<std::string>{});
  EXPECT_NE(only_problem(true).find("cut off after record 19"), std::string::npos) << only_problem(true);
}

TEST_F(LogDamage, TwoWritersMakeOneChain) {
  const auto write = [&](const std::string& who) {
    const auto store = testing::open_project_at(project_);
    ASSERT_OK(store);
    for (int i = 0; i < 40; ++i) ASSERT_OK((*store)->append_to_log({SubjectKind::kTask, who}, {who, "claim"}, "{}"));
  };
  std::thread other(write, "a");
  write("b");
  other.join();
  EXPECT_EQ(problems(true), std::vector<std::string>{});
  EXPECT_EQ((*testing::open_project_at(project_))->log_head()->count, 100);
}

}  // namespace
}  // namespace jaedan::labeling
