// models show: a model's card for people and for programs.
#include <gtest/gtest.h>

#include <fstream>

#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

std::string built_in() { return built_in_segmenter()["id"].get<std::string>(); }

TEST(Models, ShowPrintsTheCardInWords) {
  const std::string id = built_in();
  ASSERT_NE(id, "") << "the program comes with a model";
  const ProgramResult shown = jaedan({"models", "show", id});
  EXPECT_EQ(shown.exit_code, 0) << shown.err;
  for (const char* words : {"Weaknesses", "Measured", "Scores", "Data", "Terms", "Training", "SHA-256", "Recipe"}) {
    EXPECT_NE(shown.out.find(words), std::string::npos) << words;
  }
}

TEST(Models, ShowPrintsTheCardAsJson) {
  const std::string id = built_in();
  ASSERT_NE(id, "") << "the program comes with a model";
  const auto card = json_of(jaedan({"models", "show", id, "--json"}));
  EXPECT_EQ(card["id"], id);
  EXPECT_TRUE(card["built_in"]);
  EXPECT_EQ(card["weights"]["sha256"].get<std::string>().size(), 64U);
}

TEST(Models, ShowOfAModelThatIsNotThereNamesThoseThatAre) {
  const ProgramResult shown = jaedan({"models", "show", "no-such-model"});
  EXPECT_EQ(shown.exit_code, 3);
  EXPECT_NE(shown.err.find("no-such-model"), std::string::npos);
  EXPECT_EQ(jaedan({"models", "show"}).exit_code, 2);
}

TEST(Models, AFileIsTrustedByItsHashUntilThatIsTakenBack) {
  const TemporaryFolder folder;
  std::ofstream(folder / "encoder.pt") << script_archive("some script");
  std::ofstream(folder / "decoder.pt") << script_archive("another script");
  std::ofstream(folder / "photo.png") << "";
  const auto run = [&](const std::vector<std::string>& words) {
    return run_program(JAEDAN_PROGRAM, words, {"XDG_CONFIG_HOME=" + (folder / "config")});
  };
  EXPECT_EQ(json_of(run({"models", "trust", "--json"})).size(), 0U);
  const ProgramResult trusted = run({"models", "trust", folder / "encoder.pt"});
  EXPECT_EQ(trusted.exit_code, 0) << trusted.err;
  EXPECT_EQ(run({"models", "trust", folder / "encoder.pt"}).exit_code, 0);  // once is enough
  const auto list = json_of(run({"models", "trust", "--json"}));
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0]["path"], folder / "encoder.pt");
  EXPECT_EQ(list[0]["sha256"].get<std::string>().size(), 64U);
  EXPECT_EQ(run({"models", "trust", folder / "nothing.pt"}).exit_code, 3);
  std::ofstream(folder / "weights.zip") << "PK\x03\x04 an archive of something else";
  for (const std::string& other : {std::string("/bin/ls"), folder / "weights.zip", folder / "photo.png"}) {
    const ProgramResult refused = run({"models", "trust", other});
    EXPECT_EQ(refused.exit_code, 2) << other;
    EXPECT_NE(refused.err.find("no TorchScript archive"), std::string::npos) << refused.err;
  }
  EXPECT_EQ(run({"models", "distrust", folder / "decoder.pt"}).exit_code, 3);
  EXPECT_EQ(run({"models", "distrust", folder / "encoder.pt"}).exit_code, 0);
  EXPECT_EQ(json_of(run({"models", "trust", "--json"})).size(), 0U);

  // A list that was damaged trusts nothing.
  std::ofstream(folder / "config/jaedan/trusted_scripts.json") << "[{\"sha256\":\"short\"}]";
  EXPECT_EQ(run({"models", "trust", "--json"}).exit_code, 3);
}

TEST(Models, PromotingTheOneInUseSaysSoAndSoDoesGoingBack) {
  const TemporaryFolder folder;
  ASSERT_EQ(jaedan({"init", folder / "p.jaedan"}).exit_code, 0);
  const ProgramResult promoted = jaedan({"promote", folder / "p.jaedan", built_in()});
  EXPECT_EQ(promoted.exit_code, 0) << promoted.err;
  EXPECT_NE(promoted.out.find("was the champion already"), std::string::npos) << promoted.out;
  const ProgramResult back = jaedan({"rollback", folder / "p.jaedan"});
  EXPECT_EQ(back.exit_code, 3);
  EXPECT_NE(back.err.find("no other model was the champion"), std::string::npos) << back.err;
}

}  // namespace
}  // namespace jaedan::testing
