// What every verb owes a person and a program: photos found by any of their names, errors as JSON, English numbers.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

namespace fs = std::filesystem;

/// A project of drawn, labelled photos.
class Asked : public ::testing::Test {
 protected:
  void draw(int count) {
    ASSERT_EQ(jaedan({"synth", folder_ / "drawn", "--count", std::to_string(count), "--seed", "7"}).exit_code, 0);
    ASSERT_EQ(jaedan({"init", project_}).exit_code, 0);
    ASSERT_EQ(jaedan({"import", project_, folder_ / "drawn", "--format", "kfashion"}).exit_code, 0);
    for (const auto& entry : fs::directory_iterator(folder_ / "drawn")) {
      if (entry.path().extension() == ".jpg") photos_.push_back(entry.path());
    }
    std::sort(photos_.begin(), photos_.end());
  }

  const TemporaryFolder folder_;
  const std::string project_ = folder_ / "a.jaedan";
  std::vector<fs::path> photos_;
};

TEST_F(Asked, EveryVerbFindsAPhotoByItsFileNamePathAndNumber) {
  draw(2);
  ASSERT_EQ(photos_.size(), 2u);
  const std::string file = photos_[1].filename().string();
  for (const std::string& word : {file, photos_[1].stem().string(), photos_[1].string(), std::string("id=2")}) {
    EXPECT_EQ(jaedan({"approve", project_, "--image", word, "--insist"}).exit_code, 0) << word;
    EXPECT_EQ(json_of(jaedan({"return", project_, "--image", word, "--json"}))["photo"], photos_[1].stem().string())
        << word;
    EXPECT_FALSE(json_of(jaedan({"audit", project_, "--image", word, "--json"})).empty()) << word;
  }
  fs::create_directories(folder_ / "more");
  fs::copy(photos_[1], folder_ / ("more/" + file));
  ASSERT_EQ(jaedan({"import", project_, folder_ / "more", "--format", "images"}).exit_code, 0);
  const ProgramResult both = jaedan({"audit", project_, "--image", file, "--json"});
  EXPECT_EQ(both.exit_code, 2);
  EXPECT_EQ(json_of(both)["error"]["key"], "photo.ambiguous");
  EXPECT_NE(both.err.find("more/" + file + " (id=3)"), std::string::npos) << both.err;
}

TEST_F(Asked, ApproveNamesTheReturnedOnesAndAcceptsTheProposalsOfOnePhoto) {
  draw(3);
  ASSERT_EQ(jaedan({"approve", project_, "--image", "id=1", "--insist", "--accept-proposals"}).exit_code, 0);
  ASSERT_EQ(jaedan({"return", project_, "--image", "id=2"}).exit_code, 0);
  const ProgramResult said = jaedan({"approve", project_, "--insist"});
  EXPECT_EQ(said.out, "1 approved, 2 skipped (1 approved before, 1 returned)\n");
  const auto document = json_of(jaedan({"approve", project_, "--insist", "--json"}));
  EXPECT_EQ(document["skipped"], 3);
  EXPECT_EQ(document["skipped_for"][0]["reason"], "approved before");
  EXPECT_EQ(document["skipped_for"][0]["count"], 2);
  EXPECT_EQ(document["skipped_for"][1]["key"], "approve.returned");
}

TEST_F(Asked, JsonInsideJsonIsAnObject) {
  draw(1);
  const auto changes = json_of(jaedan({"audit", project_, "--image", "id=1", "--json"}));
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_TRUE(changes[0]["before"].is_null() || changes[0]["before"].is_object());
  EXPECT_TRUE(changes[0]["after"].is_object()) << changes[0]["after"];
  for (const auto& model : json_of(jaedan({"models", "--json"}))) {
    const auto card = json_of(jaedan({"models", "show", model["id"].get<std::string>(), "--json"}));
    EXPECT_FALSE(card["recipe"].is_string()) << card["recipe"];
  }
}

TEST_F(Asked, OneIsOne) {
  draw(1);
  EXPECT_EQ(jaedan({"verify", project_}).out, "no damage found in 1 photo\n");
  EXPECT_EQ(jaedan({"init", folder_ / "b.jaedan", "--images", photos_[0].string()}).out,
            "made " + (folder_ / "b.jaedan") + " with 1 photo\n");
  EXPECT_EQ(jaedan({"export", project_, folder_ / "out", "--format", "masks", "--status", "all"}).out,
            "1 photo written to " + (folder_ / "out") + "\n");
}

TEST_F(Asked, EveryFormatThatHelpNamesCanBeWritten) {
  draw(1);
  for (const char* verb : {"export", "tag"}) {
    const std::string help = jaedan({verb, "--help"}).out;
    const std::size_t begin = help.find("kfashion, ");
    ASSERT_NE(begin, std::string::npos) << help;
    std::string list = help.substr(begin, help.find("several", begin) - begin);
    list.erase(std::remove_if(list.begin(), list.end(), [](char c) { return c == ' ' || c == '\n'; }), list.end());
    std::istringstream words(list);
    int formats = 0;
    for (std::string format; std::getline(words, format, ',');) {
      const ProgramResult result =
          jaedan({"export", project_, folder_ / (verb + format), "--format", format, "--status", "all"});
      EXPECT_EQ(result.exit_code, 0) << format << ": " << result.err;
      ++formats;
    }
    EXPECT_GE(formats, 8);
  }
}

/// Runs `jaedan` as somebody who may not write what root owns.
ProgramResult jaedan_as_a_visitor(std::vector<std::string> arguments) {
  if (::geteuid() != 0) return jaedan(arguments);
  std::vector<std::string> all = {"--reuid=65534", "--regid=65534", "--clear-groups", JAEDAN_PROGRAM};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run_program("/usr/bin/setpriv", all, {"JAEDAN_USER=tester"});
}

TEST_F(Asked, AProjectThatMayNotBeWrittenIsLookedAtVerifiedAndExported) {
  draw(2);
  if (jaedan_as_a_visitor({"--version"}).exit_code != 0) GTEST_SKIP() << "needs to be somebody else for a moment";
  ASSERT_EQ(jaedan({"approve", project_, "--insist"}).exit_code, 0);
  fs::create_directories(folder_ / "out");
  fs::permissions(folder_ / "out", fs::perms::all);
  fs::permissions(folder_.path(), fs::perms(0755));
  for (const auto& entry : fs::recursive_directory_iterator(project_)) {
    fs::permissions(entry.path(), entry.is_directory() ? fs::perms(0555) : fs::perms(0444));
  }
  fs::permissions(project_, fs::perms(0555));
  EXPECT_EQ(jaedan_as_a_visitor({"verify", project_}).out, "no damage found in 2 photos\n");
  EXPECT_EQ(json_of(jaedan_as_a_visitor({"audit", project_, "--image", "id=1", "--json"})).size(), 2u);
  const ProgramResult exported =
      jaedan_as_a_visitor({"export", project_, folder_ / "out/masks", "--format", "masks", "--json"});
  EXPECT_EQ(json_of(exported)["done"], 2) << exported.out << exported.err;
  const ProgramResult changed = jaedan_as_a_visitor({"return", project_, "--image", "id=1", "--json"});
  EXPECT_EQ(changed.exit_code, 3);
  EXPECT_EQ(json_of(changed)["error"]["key"], "store.database_read_only") << changed.err;
  EXPECT_EQ(changed.err.find("sqlite"), std::string::npos) << "the person's words, not the library's: " << changed.err;
  // Long work is refused before it begins, with one sentence.
  const std::string photos = folder_ / "drawn";
  for (const std::vector<std::string>& verb :
       std::vector<std::vector<std::string>>{{"prefill", project_, "--json"},
                                             {"import", project_, photos, "--json"},
                                             {"approve", project_, "--json"},
                                             {"approve", project_, "--image", "id=1", "--json"},
                                             {"snapshot", project_, "--json"},
                                             {"rescale", project_, "--json"},
                                             {"relocate", project_, photos, "/", "--json"}}) {
    const ProgramResult refused = jaedan_as_a_visitor(verb);
    EXPECT_EQ(refused.exit_code, 3) << verb[0] << refused.err;
    EXPECT_EQ(json_of(refused)["error"]["key"], "store.database_read_only") << verb[0] << refused.err;
    EXPECT_EQ(std::count(refused.err.begin(), refused.err.end(), '\n'), 1) << verb[0] << refused.err;
  }
  EXPECT_EQ(json_of(jaedan_as_a_visitor({"models", "show", "no-such", project_, "--json"}))["error"]["code"],
            "not_found");
  fs::permissions(project_, fs::perms(0755));
}

TEST_F(Asked, AProjectsOwnModelIsShownWhereverTheProjectStands) {
  ASSERT_EQ(jaedan({"init", project_}).exit_code, 0);
  fs::create_directories(project_ + "/models/mine");
  std::string card = bytes_of(built_in_segmenter()["folder"].get<std::string>() + "/model.json");
  const std::string id = "\"" + built_in_segmenter()["id"].get<std::string>() + "\"";
  card.replace(card.find(id), id.size(), "\"mine\"");
  const std::string photos = "\"measured_on\": \"";
  card.insert(card.find(photos) + photos.size(), "other ");
  std::ofstream(project_ + "/models/mine/model.json") << card;
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"show", "mine", project_}, {"show", project_, "mine"}, {project_, "show", "mine"}}) {
    std::vector<std::string> arguments = {"models", "--json"};
    arguments.insert(arguments.begin() + 1, words.begin(), words.end());
    EXPECT_EQ(json_of(jaedan(arguments))["id"], "mine") << words[0] << " " << words[1];
  }
  const ProgramResult list = jaedan({"models", project_});
  EXPECT_NE(list.out.find("of other ccp, split val"), std::string::npos) << list.out;
  EXPECT_NE(list.out.find("figures of different photos do not compare"), std::string::npos) << list.out;
}

TEST(ErrorsAsJson, AlsoOfUsageAndOfVerbsThatAreNotThere) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"frobnicate", "--json"},
                                             {"export", "--json"},
                                             {"bench", "clicks", "--json"},
                                             {"bench", "operator", "--json"},
                                             {"bench", "recommend", "--json"},
                                             {"bench", "recommend", "--index", "3", "--json"},
                                             {"models", "show", "--json"},
                                             {"synth", "/tmp/never", "--count", "none", "--json"},
                                             {"segment", "/nowhere.jpg", "--click", "a,b", "--json"},
                                             {"recommend", "/nowhere/a.jaedan", "--image", "1", "--json"},
                                             {"evaluate", "--data", "stones=/nowhere", "--json"}}) {
    const ProgramResult result = jaedan(arguments);
    const auto document = json_of(result);
    ASSERT_TRUE(document.is_object()) << arguments[0] << ": " << result.out << result.err;
    EXPECT_FALSE(document["error"]["message"].get<std::string>().empty()) << arguments[0];
    EXPECT_TRUE(document["error"].contains("key")) << arguments[0];
    EXPECT_NE(result.exit_code, 0);
  }
}

}  // namespace
}  // namespace jaedan::testing
