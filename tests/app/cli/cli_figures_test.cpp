// audit --figures, --csv and --report: the manager's numbers by the command line.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

namespace fs = std::filesystem;

/// Four photos imported by tester; 김검수 approved all and returned one for its outline, another one by lee.
class CliFigures : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(jaedan({"synth", drawn_, "--count", "4", "--seed", "7"}).exit_code, 0);
    ASSERT_EQ(jaedan({"init", project_}).exit_code, 0);
    ASSERT_EQ(jaedan({"import", project_, drawn_, "--format", "kfashion"}).exit_code, 0);
    ASSERT_EQ(jaedan({"approve", project_, "--user", "김검수", "--insist"}).exit_code, 0);
    ASSERT_EQ(jaedan({"return", project_, "--image", "1", "--user", "김검수", "--reason", "outline"}).exit_code, 0);
    ASSERT_EQ(jaedan({"return", project_, "--image", "2", "--user", "lee"}).exit_code, 0);
  }
  nlohmann::json figures(std::vector<std::string> words = {"--figures"}) const {
    words.insert(words.begin(), {"audit", project_});
    words.push_back("--json");
    const ProgramResult result = jaedan(words);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return json_of(result);
  }
  static nlohmann::json row(const nlohmann::json& table, const std::string& column, const std::string& value) {
    for (const nlohmann::json& one : table) {
      if (one[column] == value) return one;
    }
    return nullptr;
  }

  const TemporaryFolder folder_;
  const std::string drawn_ = folder_ / "drawn";
  const std::string project_ = folder_ / "a.jaedan";
};

TEST_F(CliFigures, TellWhatWasDoneAndDecided) {
  const nlohmann::json all = figures();
  EXPECT_EQ(all["records"], all["records_counted"]);
  EXPECT_EQ(row(all["people"], "who", "김검수")["photos"], 5);
  EXPECT_EQ(row(all["inspectors"], "who", "김검수")["approved"], 4);
  EXPECT_EQ(row(all["inspectors"], "who", "김검수")["returned_outline"], 1);
  EXPECT_EQ(row(all["inspectors"], "who", "lee")["returned"], 1);
  EXPECT_EQ(all["forecast"]["photos"], 4);
  EXPECT_EQ(all["forecast"]["approved"], 2);
  EXPECT_EQ(row(all["backlog"], "stage", "drawn")["returned"], 2);
  EXPECT_TRUE(all["honeypots"].empty());
  EXPECT_FALSE(all["labels"].empty());
  // The same are in the document of `audit` without options.
  EXPECT_EQ(figures({})["figures"]["inspectors"], all["inspectors"]);
  EXPECT_FALSE(figures({"--filter", "status=approved"}).contains("figures"));
}

TEST_F(CliFigures, AreNarrowedByDayPersonStageAndPart) {
  EXPECT_EQ(figures({"--figures", "--user", "lee"})["people"].size(), 1u);
  EXPECT_EQ(figures({"--figures", "--from", "2999-01-01"})["people"].size(), 0u);
  EXPECT_EQ(figures({"--stage", "expert"})["people"].size(), 0u);
  EXPECT_EQ(figures({"--part", "top"})["parts"].size(), 1u);
  EXPECT_TRUE(figures({"--user", "lee"}).contains("records")) << "alone it lists records, as ever";
  EXPECT_EQ(jaedan({"audit", project_, "--figures", "--from", "yesterday"}).exit_code, 2);
  EXPECT_EQ(jaedan({"audit", project_, "--part", "hat"}).exit_code, 2);
  EXPECT_EQ(jaedan({"audit", project_, "--style", "no such style"}).exit_code, 2);
  EXPECT_EQ(jaedan({"audit", project_, "--figures", "--image", "1"}).exit_code, 2);
}

TEST_F(CliFigures, AreWrittenAsTablesAndAsAPage) {
  const std::string tables = folder_ / "tables";
  const std::string page = folder_ / "page.html";
  const ProgramResult written =
      jaedan({"audit", project_, "--csv", tables, "--report", page, "--language", "ko", "--deadline", "2999-12-31"});
  ASSERT_EQ(written.exit_code, 0) << written.err;
  EXPECT_NE(bytes_of(tables + "/inspectors.csv").find("김검수,"), std::string::npos);
  EXPECT_TRUE(fs::exists(tables + "/honeypots.csv"));
  EXPECT_NE(bytes_of(page).find("<html lang=\"ko\">"), std::string::npos);
  EXPECT_NE(bytes_of(page).find("2999-12-31"), std::string::npos);
  EXPECT_EQ(jaedan({"audit", project_, "--report", folder_ / "page.txt"}).exit_code, 2);
}

TEST_F(CliFigures, ArePrintedForPeople) {
  const ProgramResult printed = jaedan({"audit", project_, "--figures"});
  ASSERT_EQ(printed.exit_code, 0);
  EXPECT_NE(printed.out.find("inspectors\n"), std::string::npos) << printed.out;
  EXPECT_NE(printed.out.find("김검수"), std::string::npos);
}

TEST_F(CliFigures, AreCountedAnewWhereVerifyIsAskedTo) {
  const nlohmann::json before = figures();
  const ProgramResult verified = jaedan({"verify", project_, "--recount"});
  EXPECT_EQ(verified.exit_code, 0) << verified.err;
  EXPECT_EQ(figures()["people"], before["people"]);
}

}  // namespace
}  // namespace jaedan::testing
