// audit and verify: the change log by the command line.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "labeling/store/sql/schema.h"
#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

namespace fs = std::filesystem;

/// Twelve records: four photos imported by tester, labels of all approved by 김검수 and returned by lee.
class CliAudit : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(jaedan({"synth", drawn_, "--count", "4", "--seed", "7"}).exit_code, 0);
    ASSERT_EQ(jaedan({"init", project_}).exit_code, 0);
    ASSERT_EQ(jaedan({"import", project_, drawn_, "--format", "kfashion"}).exit_code, 0);
    ASSERT_EQ(jaedan({"approve", project_, "--user", "김검수", "--insist"}).exit_code, 0);
    for (const char* photo : {"1", "2", "3", "4"}) {
      ASSERT_EQ(jaedan({"return", project_, "--image", photo, "--user", "lee"}).exit_code, 0);
    }
  }
  /// Without the triggers, as somebody who has the file can.
  void execute(const std::vector<std::string>& statements) const {
    auto connection = labeling::sql::Connection::open(project_ + "/project.db", "test");
    ASSERT_TRUE(connection.ok());
    soci::session& session = (*connection)->session();
    session << "drop trigger if exists change_log_refuses_update";
    session << "drop trigger if exists change_log_refuses_delete";
    for (const std::string& statement : statements) session << statement;
  }
  nlohmann::json records(std::vector<std::string> words) const {
    words.insert(words.begin(), {"audit", project_});
    words.push_back("--json");
    return json_of(jaedan(words))["records"];
  }

  const TemporaryFolder folder_;
  const std::string drawn_ = folder_ / "drawn";
  const std::string project_ = folder_ / "a.jaedan";
  const std::string seal_ = folder_ / "seal.json";
};

TEST_F(CliAudit, ListsRecordsNewestFirst) {
  const auto all = records({"--limit", "50"});
  ASSERT_EQ(all.size(), 12u);
  EXPECT_EQ(all[0]["id"], 12);
  EXPECT_EQ(all[0]["who"], "lee");
  EXPECT_EQ(all[0]["role"], "inspector");
  EXPECT_EQ(all[0]["action"], "return");
  EXPECT_EQ(all[0]["subject"], "photo");
  EXPECT_EQ(all[0]["hash"].get<std::string>().size(), 64u);
  EXPECT_TRUE(all[0]["after"].is_object());
  EXPECT_EQ(all[11]["role"], "manager") << "only managers import";
  EXPECT_EQ(records({"--user", "김검수"}).size(), 4u);
  EXPECT_EQ(records({"--deed", "import"}).size(), 4u);
  EXPECT_EQ(records({"--deed", "import", "--user", "lee"}).size(), 0u);
  EXPECT_EQ(records({"--image", "1", "--limit", "9"}).size(), 3u);
  EXPECT_EQ(records({"--from", "2001-01-01", "--to", "2999-12-31"}).size(), 12u);
  const std::string today = all[0]["at"].get<std::string>().substr(0, 10);
  EXPECT_GE(records({"--to", today}).size(), 1u) << "the whole day is among them";
  EXPECT_EQ(records({"--from", "2999-01-01"}).size(), 0u);
  EXPECT_EQ(records({"--about", "photo"}).size(), 12u);
  EXPECT_EQ(records({"--about", "model"}).size(), 0u);
}

TEST_F(CliAudit, WhatWasWrittenLastIsFirstThoughAClockWasAhead) {
  execute({"update change_log set at = '2999-01-01T00:00:00.000Z' where id = 5"});
  EXPECT_EQ(records({"--limit", "1"})[0]["id"], 12);
  EXPECT_EQ(records({"--deed", "approve"})[0]["id"], 8);
  EXPECT_EQ(records({"--user", "김검수", "--deed", "approve"})[0]["id"], 8);
  EXPECT_EQ(records({"--from", "2001-01-01"})[0]["id"], 5) << "a stretch of time is listed by time";
}

TEST_F(CliAudit, SaysWhenThereAreOlderOnes) {
  const ProgramResult lines = jaedan({"audit", project_, "--limit", "2"});
  EXPECT_EQ(lines.exit_code, 0);
  EXPECT_NE(lines.out.find("return"), std::string::npos) << lines.out;
  EXPECT_NE(lines.out.find("--limit shows more than 2"), std::string::npos) << lines.out;
  EXPECT_EQ(json_of(jaedan({"audit", project_, "--limit", "2", "--json"}))["more"], true);
  EXPECT_EQ(json_of(jaedan({"audit", project_, "--limit", "12", "--json"}))["more"], false);
}

TEST_F(CliAudit, ATimeOrASubjectThatIsNoneIsWrongUsage) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--from", "yesterday"},
                                                {"--to", "2026-1-1"},
                                                {"--from", "2026-01-01T"},
                                                {"--from", "2026-02-30"},
                                                {"--from", "2026-13-01"},
                                                {"--to", "0000-00-00"},
                                                {"--from", "2026-01-31T25:00"},
                                                {"--to", "2026-01-31T23:60"},
                                                {"--about", "garment"},
                                                {"--limit", "0"},
                                                {"--user", "lee", "--filter", "status=approved"}}) {
    std::vector<std::string> arguments = {"audit", project_};
    arguments.insert(arguments.end(), words.begin(), words.end());
    EXPECT_EQ(jaedan(arguments).exit_code, 2) << words[0] << " " << words[1];
  }
  EXPECT_EQ(jaedan({"audit", project_, "--from", "2026-01-31", "--to", "2026-01-30"}).exit_code, 2);
  EXPECT_EQ(jaedan({"audit", project_, "--from", "2026-01-31T10:00", "--to", "2026-01-31"}).exit_code, 0);
}

TEST_F(CliAudit, ANameThatNobodyHasIsNoEmptyList) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"audit", project_, "--user", "ghost"},
                                                {"audit", project_, "--figures", "--user", "ghost"},
                                                {"list", project_, "--filter", "worker=ghost"},
                                                {"list", project_, "--filter", "task=ghost"}}) {
    std::vector<std::string> arguments = words;
    arguments.push_back("--json");
    const ProgramResult refused = jaedan(arguments);
    EXPECT_EQ(refused.exit_code, 3) << words[0] << words.back();
    EXPECT_EQ(json_of(refused)["error"]["key"], "people.unknown") << refused.out;
  }
  EXPECT_EQ(jaedan({"list", project_, "--filter", "worker=lee"}).exit_code, 0);
}

TEST_F(CliAudit, VerifyNamesAChangedADeletedAndASwappedRecord) {
  ASSERT_EQ(jaedan({"verify", project_}).exit_code, 0);
  execute({"create table kept as select * from change_log",
           "update change_log set after = replace(after, 'kfashion', 'kfashioo') where id = 3"});
  ProgramResult found = jaedan({"verify", project_});
  EXPECT_EQ(found.exit_code, 1);
  EXPECT_NE(found.err.find("change log: record 3 (photo 3, import, tester, "), std::string::npos) << found.err;
  EXPECT_NE(found.err.find("was changed after it was written"), std::string::npos) << found.err;

  execute({"delete from change_log", "insert into change_log select * from kept where id <> 4"});
  found = jaedan({"verify", project_, "--json"});
  EXPECT_EQ(found.exit_code, 1);
  EXPECT_NE(found.out.find("record 4 is missing"), std::string::npos) << found.out;
  EXPECT_NE(found.out.find("log.record_missing"), std::string::npos) << found.out;

  execute({"delete from change_log", "insert into change_log select * from kept",
           "update change_log set id = -1 where id = 6", "update change_log set id = 6 where id = 9",
           "update change_log set id = 9 where id = -1"});
  found = jaedan({"verify", project_});
  EXPECT_EQ(found.exit_code, 1);
  EXPECT_NE(found.err.find("it was written as record 9"), std::string::npos) << found.err;
}

TEST_F(CliAudit, VerifyNamesARoleThatNobodyGaveAndDamageOfTheLogFirst) {
  ASSERT_EQ(jaedan({"user", "add", project_, "boss", "--role", "manager"}).exit_code, 0);
  ASSERT_EQ(jaedan({"user", "add", project_, "mina", "--role", "annotator", "--user", "boss"}).exit_code, 0);
  ASSERT_EQ(jaedan({"verify", project_}).exit_code, 0);
  execute({"update person set roles = 15 where name = 'mina'"});
  ProgramResult found = jaedan({"verify", project_});
  EXPECT_EQ(found.exit_code, 1);
  EXPECT_NE(found.err.find("user mina: roles is [\"annotator\",\"expert\",\"inspector\",\"manager\"], but the "
                           "change log's last word is [\"annotator\"]"),
            std::string::npos)
      << found.err;
  execute({"update change_log set after = replace(after, 'kfashion', 'kfashioo') where id = 3"});
  found = jaedan({"verify", project_, "--json"});
  EXPECT_EQ(json_of(found)["failed"][0]["key"], "log.record_changed") << found.out;
}

TEST_F(CliAudit, ASealFindsWhatWasCutOffAndWhatWasWrittenAnew) {
  const auto sealed = json_of(jaedan({"audit", project_, "--seal", seal_, "--json"}));
  EXPECT_EQ(sealed["count"], 12);
  EXPECT_EQ(sealed["project"], "a.jaedan");
  const auto file = nlohmann::json::parse(bytes_of(seal_));
  EXPECT_EQ(file["head"], sealed["head"]);
  EXPECT_EQ(jaedan({"verify", project_, "--seal", seal_}).exit_code, 0);

  // Another history of the same length whose hashes are right.
  const std::string other = folder_ / "b.jaedan";
  ASSERT_EQ(jaedan({"init", other}).exit_code, 0);
  ASSERT_EQ(jaedan({"import", other, drawn_, "--format", "kfashion"}).exit_code, 0);
  for (int i = 0; i < 2; ++i) {
    for (const char* photo : {"1", "2", "3", "4"}) {
      ASSERT_EQ(jaedan({"approve", other, "--image", photo, "--insist"}).exit_code, 0);
      if (i == 0) {
        ASSERT_EQ(jaedan({"return", other, "--image", photo}).exit_code, 0);
      }
    }
  }
  EXPECT_EQ(jaedan({"verify", other}).exit_code, 0);
  ProgramResult found = jaedan({"verify", other, "--seal", seal_});
  EXPECT_NE(found.err.find("is of another project (a.jaedan)"), std::string::npos) << found.err;
  {
    auto connection = labeling::sql::Connection::open(other + "/project.db", "test");
    ASSERT_TRUE(connection.ok());
    (*connection)->session() << "update schema_version set applied_at = '" + file["made"].get<std::string>() + "'";
  }
  found = jaedan({"verify", other, "--seal", seal_});
  EXPECT_EQ(found.exit_code, 1);
  EXPECT_NE(found.err.find("change log: record 12 ("), std::string::npos) << found.err;
  EXPECT_NE(found.err.find("is not the one that was sealed at"), std::string::npos) << found.err;
  EXPECT_EQ(jaedan({"audit", other, "--seal", seal_}).exit_code, 3) << "the old seal stays";
  EXPECT_EQ(nlohmann::json::parse(bytes_of(seal_)), file);
  const std::string forced = folder_ / "forced.json";
  fs::copy_file(seal_, forced);
  EXPECT_EQ(jaedan({"audit", other, "--seal", forced, "--force"}).exit_code, 0);
  EXPECT_EQ(jaedan({"verify", other, "--seal", forced}).exit_code, 0);
  EXPECT_EQ(jaedan({"audit", other, "--force"}).exit_code, 2);

  execute({"delete from change_log where id > 2"});
  found = jaedan({"verify", project_, "--seal", seal_});
  EXPECT_EQ(found.exit_code, 1);
  EXPECT_NE(found.err.find("it was cut off after record 2 (photo 2, import, tester, "), std::string::npos) << found.err;
  EXPECT_NE(found.err.find("is of 12 records"), std::string::npos) << found.err;
}

TEST_F(CliAudit, ABrokenLogIsNotSealed) {
  execute({"update change_log set after = replace(after, 'kfashion', 'kfashioo') where id = 3"});
  const ProgramResult refused = jaedan({"audit", project_, "--seal", seal_, "--json"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_EQ(json_of(refused)["error"]["key"], "log.not_sealed");
  EXPECT_NE(refused.err.find("record 3 (photo 3, import"), std::string::npos) << refused.err;
  EXPECT_FALSE(fs::exists(seal_));
  EXPECT_EQ(jaedan({"audit", project_, "--seal", seal_, "--force"}).exit_code, 1);
}

TEST_F(CliAudit, ASealThatIsNoneIsNamed) {
  EXPECT_EQ(jaedan({"verify", project_, "--seal", folder_ / "nothing"}).exit_code, 3);
  std::ofstream(seal_) << "{}";
  const ProgramResult result = jaedan({"verify", project_, "--seal", seal_});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_NE(result.err.find("no seal of a change log"), std::string::npos) << result.err;
}

TEST_F(CliAudit, WhatIsDoneToModelsAndPhotosIsInTheLogToo) {
  ASSERT_EQ(jaedan({"approve", project_, "--filter", "status=returned", "--insist"}).exit_code, 0);
  ASSERT_EQ(jaedan({"snapshot", project_, "--user", "박매니저"}).exit_code, 0);
  fs::rename(drawn_, folder_ / "moved");
  ASSERT_EQ(jaedan({"relocate", project_, drawn_, folder_ / "moved", "--user", "박매니저"}).exit_code, 0);
  std::ofstream(folder_ / "script.pt") << script_archive("code");
  const std::vector<std::string> trust = {"models", project_, "trust", folder_ / "script.pt", "--user", "박매니저"};
  const ProgramResult trusted = run_program(JAEDAN_PROGRAM, trust, {"XDG_CONFIG_HOME=" + (folder_ / "config")});
  ASSERT_EQ(trusted.exit_code, 0) << trusted.err;
  const auto done = records({"--user", "박매니저"});
  ASSERT_EQ(done.size(), 6u) << done;
  EXPECT_EQ(done[0]["action"], "trust");
  EXPECT_EQ(done[0]["subject"], "model");
  EXPECT_EQ(done[0]["name"], folder_ / "script.pt");
  EXPECT_EQ(done[0]["role"], "manager");
  EXPECT_EQ(done[1]["action"], "relocate");
  EXPECT_EQ(done[5]["action"], "snapshot");
  EXPECT_EQ(done[5]["after"]["photos"], 4);
  EXPECT_EQ(records({"--about", "model=" + (folder_ / "script.pt")}).size(), 1u);
  EXPECT_EQ(jaedan({"verify", project_}).exit_code, 0);
}

TEST(CliAuditOfAnOlderProject, SaysThatItIsTakenOverAndWhereTheCopyIs) {
  const TemporaryFolder folder;
  const std::string project = folder / "old.jaedan";
  fs::create_directory(project);
  {
    auto connection = labeling::sql::Connection::open(project + "/project.db", "test");
    ASSERT_TRUE(connection.ok());
    std::vector<labeling::sql::Migration> before = labeling::sql::migrations((*connection)->dialect());
    while (before.back().version > 4) before.pop_back();
    ASSERT_TRUE(labeling::sql::migrate(**connection, before, project + "/backups").ok());
    soci::session& session = (*connection)->session();
    session << "insert into author(name) values('kim')";
    session << "insert into photo(path, name, name_folded, width, height, revision) values('/a', 'a', 'a', 1, 1, 1)";
    session << "insert into change_log(photo_id, revision, at, who_id, action, program, after) values(1, 1,"
               " '2026-01-31T00:00:00.000Z', 1, 'draw', 'jaedan 0.0.1',"
               " '{\"photo\":1,\"revision\":1,\"state\":\"new\",\"attributes\":[],\"garments\":[]}')";
  }
  const ProgramResult first = jaedan({"audit", project, "--limit", "5", "--json"});
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_NE(first.err.find("a copy of it as it was is " + project + "/backups/project-schema4-"), std::string::npos)
      << first.err;
  EXPECT_NE(first.err.find("1 record of before"), std::string::npos) << first.err;
  ASSERT_EQ(json_of(first)["records"].size(), 2u) << first.out;
  EXPECT_EQ(json_of(first)["records"][1]["who"], "kim") << "newest first";
  EXPECT_TRUE(jaedan({"audit", project, "--limit", "5"}).err.empty()) << "once";
}

}  // namespace
}  // namespace jaedan::testing
