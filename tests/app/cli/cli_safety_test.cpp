// What the command line refuses, keeps and survives.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

namespace fs = std::filesystem;

/// Three drawn photos in "drawn" and a project with their labels.
class CliSafety : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(jaedan({"synth", drawn_, "--count", "3", "--seed", "7"}).exit_code, 0);
    ASSERT_EQ(jaedan({"init", project_}).exit_code, 0);
    ASSERT_EQ(jaedan({"import", project_, drawn_, "--format", "kfashion"}).exit_code, 0);
  }

  const TemporaryFolder folder_;
  const std::string drawn_ = folder_ / "drawn";
  const std::string project_ = folder_ / "a.jaedan";
};

TEST_F(CliSafety, ExportNeverWritesOverThePhotos) {
  const std::string photo = drawn_ + "/synth_7_000000.jpg";
  const std::string before = bytes_of(photo);
  const ProgramResult overlay = jaedan({"export", project_, drawn_, "--format", "overlay", "--status", "all"});
  EXPECT_EQ(overlay.exit_code, 2) << overlay.err;
  const ProgramResult sheet = jaedan({"export", project_, photo, "--format", "sheet", "--status", "all"});
  EXPECT_EQ(sheet.exit_code, 2) << sheet.err;
  EXPECT_EQ(bytes_of(photo), before);
}

TEST_F(CliSafety, ExportKeepsLabelFilesBesideThePhotosAndListsThem) {
  const std::string label = drawn_ + "/synth_7_000000.json";
  std::ofstream(label) << "somebody's own";
  const ProgramResult result =
      jaedan({"export", project_, drawn_, "--format", "kfashion", "--status", "all", "--json"});
  EXPECT_EQ(result.exit_code, 1) << result.err;
  EXPECT_EQ(json_of(result)["failed"].size(), 3u);
  EXPECT_EQ(bytes_of(label), "somebody's own");
}

TEST_F(CliSafety, PhotosOfOneNameHaveTheSameNameInEveryFormat) {
  for (const auto& [sub, drawn] : {std::pair{"one", "/synth_7_000000"}, std::pair{"two", "/synth_7_000001"}}) {
    fs::create_directories(folder_ / sub);
    for (const char* ending : {".jpg", ".json"}) fs::copy(drawn_ + drawn + ending, (folder_ / sub) + "/a" + ending);
    ASSERT_EQ(jaedan({"import", project_, folder_ / sub, "--format", "kfashion"}).exit_code, 0);
  }
  const std::string out = folder_ / "out";
  ASSERT_EQ(jaedan({"export", project_, out, "--format", "kfashion, masks", "--status", "all"}).exit_code, 0);
  for (const char* name : {"a", "a-5"}) {
    EXPECT_TRUE(fs::exists(out + "/" + name + ".json")) << name;
    EXPECT_TRUE(fs::exists(out + "/" + name + ".png")) << name;
  }
}

TEST_F(CliSafety, FormatsThatMeetAreWrongUsage) {
  const ProgramResult result = jaedan({"export", project_, folder_ / "out", "--format", "kfashion,labelme"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_FALSE(fs::exists(folder_ / "out"));
}

TEST_F(CliSafety, ATableThatCannotBeWrittenDoesNotHideTheRest) {
  fs::create_directories(folder_ / "out/labels.csv/in the way");
  const ProgramResult result =
      jaedan({"export", project_, folder_ / "out", "--format", "kfashion,csv", "--status", "all", "--json"});
  EXPECT_EQ(result.exit_code, 1) << result.err;
  EXPECT_EQ(json_of(result)["done"], 3);
  ASSERT_EQ(json_of(result)["failed"].size(), 1u);
}

TEST_F(CliSafety, AnOutputFolderThatCannotBeMadeIsRefusedAtOnce) {
  std::ofstream(folder_ / "file") << "x";
  const ProgramResult result = jaedan({"export", project_, folder_ / "file", "--format", "csv", "--status", "all"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_NE(result.err.find("is a file"), std::string::npos) << result.err;
}

TEST_F(CliSafety, AMistypedFilterIsNamed) {
  for (const char* filter : {"stauts=new", "colour=purpel", "score>=nan"}) {
    const ProgramResult result = jaedan({"approve", project_, "--filter", filter});
    EXPECT_EQ(result.exit_code, 2) << filter;
    EXPECT_NE(result.err.find(filter), std::string::npos) << result.err;
  }
  EXPECT_EQ(jaedan({"approve", project_, "--filter", "colour=블랙"}).exit_code, 0);
  for (const char* option : {"--change", "--filter", "--prefer"}) {
    EXPECT_EQ(jaedan({"recommend", project_, "--image", "1", option, "bogus=1"}).exit_code, 2) << option;
    EXPECT_EQ(jaedan({"recommend", project_, "--image", "1", option, "length"}).exit_code, 2) << option;
  }
  EXPECT_EQ(jaedan({"recommend", project_, "--image", "1", "--wardrobe", "stauts=new"}).exit_code, 2);
}

TEST_F(CliSafety, ReturnedPhotosAreApprovedOnlyWhenTheyAreAskedFor) {
  ASSERT_EQ(jaedan({"return", project_, "--image", "1"}).exit_code, 0);
  ASSERT_EQ(jaedan({"return", project_, "--image", "2"}).exit_code, 0);
  EXPECT_EQ(json_of(jaedan({"approve", project_, "--json"}))["done"], 1);
  EXPECT_EQ(json_of(jaedan({"approve", project_, "--image", "2", "--json"}))["done"], 1);
  EXPECT_EQ(json_of(jaedan({"approve", project_, "--filter", "status=returned", "--json"}))["done"], 1);
}

TEST_F(CliSafety, VerifyFindsADamagedSnapshot) {
  EXPECT_EQ(jaedan({"snapshot", project_}).exit_code, 3) << "nothing is approved yet";
  ASSERT_EQ(jaedan({"approve", project_}).exit_code, 0);
  const auto snapshot = json_of(jaedan({"snapshot", project_, "--json"}));
  EXPECT_EQ(jaedan({"verify", project_}).exit_code, 0);
  const std::string label = snapshot["folder"].get<std::string>() + "/labels/synth_7_000000.json";
  fs::remove(label);
  std::ofstream(label) << "{}";
  const auto damaged = jaedan({"verify", project_, "--json"});
  EXPECT_EQ(damaged.exit_code, 1);
  ASSERT_EQ(json_of(damaged)["failed"].size(), 1u) << damaged.out;
  fs::remove_all(snapshot["folder"].get<std::string>());
  EXPECT_EQ(jaedan({"verify", project_}).exit_code, 1);
}

TEST_F(CliSafety, SynthDoesNotForgetEarlierPhotos) {
  const std::string before = bytes_of(drawn_ + "/snapshot.json");
  EXPECT_EQ(jaedan({"synth", drawn_, "--count", "1", "--seed", "8"}).exit_code, 2);
  EXPECT_EQ(bytes_of(drawn_ + "/snapshot.json"), before);
  EXPECT_EQ(jaedan({"synth", drawn_, "--count", "4", "--seed", "7"}).exit_code, 0);
  EXPECT_EQ(jaedan({"synth", folder_ / "x", "--count", "1", "--seed", "-1"}).exit_code, 2);
}

TEST_F(CliSafety, GoingBackWithoutAPromotionIsNotWrongUsage) { EXPECT_EQ(jaedan({"rollback", project_}).exit_code, 3); }

TEST_F(CliSafety, AUsersNameIsOneLine) {
  const ProgramResult result = jaedan({"approve", project_, "--user", "mina\nroot"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_NE(result.err.find("--user"), std::string::npos) << result.err;
}

TEST(CliNames, NamesThatAreNotUtf8ArePrintedNotThrown) {
  const TemporaryFolder folder;
  const ProgramResult plain = jaedan({"init", folder / "x\xff.jaedan"});
  EXPECT_EQ(plain.exit_code, 0) << plain.err;
  const ProgramResult result = jaedan({"init", folder / "y\xff.jaedan", "--json"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_FALSE(json_of(result).is_discarded()) << result.out;
}

TEST(CliInit, LeavesNothingBehindWhenThereIsNothingToAdd) {
  const TemporaryFolder folder;
  EXPECT_EQ(jaedan({"init", folder / "a.jaedan", "--images", folder / "nothing"}).exit_code, 3);
  EXPECT_FALSE(fs::exists(folder / "a.jaedan"));
}

TEST(CliInit, TheAddressOfAServerIsNotTakenForAFolder) {
  for (const char* verb : {"init", "verify"}) {
    const ProgramResult result = jaedan({verb, "postgresql://host/database"});
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_NE(result.err.find("PostgreSQL"), std::string::npos) << result.err;
  }
  EXPECT_FALSE(fs::exists("postgresql:"));
}

TEST(CliOutput, WithJsonAnErrorIsADocumentToo) {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"verify", "/nowhere.jaedan", "--json"},
                                                    std::vector<std::string>{"verify", "--json", "--bogus"}}) {
    const ProgramResult result = jaedan(arguments);
    EXPECT_GE(result.exit_code, 2);
    const nlohmann::json document = nlohmann::json::parse(result.out, nullptr, false);
    ASSERT_TRUE(document.is_object()) << result.out;
    EXPECT_FALSE(document["error"]["message"].get<std::string>().empty());
    EXPECT_FALSE(document["error"]["key"].get<std::string>().empty());
    EXPECT_TRUE(document["error"]["arguments"].is_array());
  }
  EXPECT_TRUE(jaedan({"verify", "/nowhere.jaedan"}).out.empty());
}

TEST(CliOutput, AProgramReadsWhichErrorItIsAndOfWhat) {
  const TemporaryFolder folder;
  const auto error = json_of(jaedan({"tag", folder / "nothing", folder / "out", "--json"}))["error"];
  EXPECT_EQ(error["code"], "not_found");
  EXPECT_EQ(error["key"], "path.not_there");
  EXPECT_EQ(error["arguments"], nlohmann::json::array({(folder / "nothing")}));
  const auto usage = json_of(jaedan({"verify", "--json", "--bogus"}))["error"];
  EXPECT_EQ(usage["key"], "cli.usage");
  EXPECT_EQ(usage["arguments"], nlohmann::json::array({usage["message"]}));
  // The name in front belongs to no sentence.
  ASSERT_EQ(jaedan({"init", folder / "a.jaedan"}).exit_code, 0);
  const auto term = json_of(jaedan({"approve", folder / "a.jaedan", "--filter", "part=hat", "--json"}))["error"];
  EXPECT_EQ(term["message"], "filter 'part=hat': part is outer, top, bottom or dress");
  EXPECT_EQ(term["key"], "filter.wrong_part");
}

TEST(CliOutput, HelpOfAVerbIsItsOwn) {
  EXPECT_EQ(jaedan({"help", "tag"}).out, jaedan({"tag", "--help"}).out);
  EXPECT_NE(jaedan({"help"}).out, jaedan({"tag", "--help"}).out);
}

TEST(CliOutput, ADiskThatIsFullIsAnErrorOfTheProgram) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "needs /dev/full";
  const ProgramResult result = run_program("/bin/sh", {"-c", "\"" JAEDAN_PROGRAM "\" --help > /dev/full"});
  EXPECT_EQ(result.exit_code, 3) << result.err;
  EXPECT_FALSE(result.err.empty());
}

}  // namespace
}  // namespace jaedan::testing
