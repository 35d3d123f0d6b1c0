// models show: a model's card for people and for programs.
#include <gtest/gtest.h>

#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

std::string built_in() {
  const auto models = json_of(jaedan({"models", "--json"}));
  return models.empty() ? "" : models[0]["id"].get<std::string>();
}

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

}  // namespace
}  // namespace jaedan::testing
