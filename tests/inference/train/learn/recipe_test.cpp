#include "inference/train/learn/recipe.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

TEST(Recipe, TheOneInTheRepositoryIsValid) {
  ASSERT_OK_AND_ASSIGN(const TrainingRecipe recipe,
                       read_recipe(testing::source_dir() + "/assets/recipes/segmenter.json"));
  EXPECT_FALSE(recipe.phases.empty());
}

TEST(Recipe, ReadsBackWhatItWrote) {
  TrainingRecipe recipe;
  recipe.seed = 17;
  recipe.augment.rotation = 3.5;
  recipe.learns = Goal::kFigures, recipe.balance = {{"print", 0.5}};
  recipe.phases = {{4, 192, 256, 6, 2e-3, 1e-4, 0.2, 0.5}, {}};
  ASSERT_OK_AND_ASSIGN(const TrainingRecipe read, parse_recipe(serialize_recipe(recipe), "x"));
  EXPECT_EQ(serialize_recipe(read), serialize_recipe(recipe));
  EXPECT_EQ(read.phases[0].batch, 6);
  EXPECT_EQ(read.augment.rotation, 3.5);
  EXPECT_EQ(read.balance.at("print"), 0.5);
}

TEST(Recipe, RefusesUnknownWordsAndImpossibleValues) {
  for (const char* text :
       {"", "[]", "{}", R"({"phases":[]})", R"({"phases":[{}],"rte":1})", R"({"phases":[{"rat":1}]})",
        R"({"phases":[{}],"augment":{"zoom":1}})", R"({"phases":[{"width":100}]})", R"({"phases":[{"epochs":0}]})",
        R"({"phases":[{"rate":0.1,"rate_end":0.2}]})", R"({"phases":[{}],"device":"tpu"})",
        R"({"phases":[{}],"kernels":"I4"})", R"({"phases":[{}],"seed":"one"})", R"({"phases":[{}],"average_decay":1})",
        R"({"phases":[{}],"learns":"figures","balance":{"print":1.5}})",
        R"({"phases":[{}],"learns":"figures","balance":0.5})", R"({"phases":[{}],"balance":{"print":0.5}})"}) {
    SCOPED_TRACE(text);
    EXPECT_ERROR(parse_recipe(text, "x"), ErrorCode::kCorrupt);
  }
  EXPECT_OK(parse_recipe(R"({"phases":[{}]})", "x"));
}

TEST(Recipe, AnUnknownWordIsNamedWithThoseThereAre) {
  const auto message = [](const std::string& field) {
    const auto recipe = parse_recipe(R"({"phases":[{}],)" + field + "}", "x");
    return recipe.ok() ? std::string() : recipe.error().text();
  };
  EXPECT_NE(message(R"("learns":"hats")").find("'hats' is none of regions, readings, figures, clicks"),
            std::string::npos);
  EXPECT_NE(message(R"("device":"tpu")").find("'tpu' is none of auto, cpu, cuda"), std::string::npos);
  EXPECT_NE(message(R"("kernels":"I4")").find("F32, F16, I8"), std::string::npos);
  EXPECT_NE(message(R"("architecture":"resnet")").find("mobilenet_v2_clicks"), std::string::npos);
}

TEST(Recipe, NamesItsHeadsOrLearnsTheCategory) {
  ASSERT_OK_AND_ASSIGN(const TrainingRecipe plain, parse_recipe(R"({"phases":[{}]})", "x"));
  EXPECT_EQ(heads_of(plain), std::vector<HeadSpec>{category_head()});
  EXPECT_EQ(serialize_recipe(plain).find("heads"), std::string::npos);
  const std::string heads = R"([{"attribute":"fit","values":["loose","tight"]}])";
  ASSERT_OK_AND_ASSIGN(TrainingRecipe fit, parse_recipe(R"({"phases":[{}],"heads":)" + heads + "}", "x"));
  ASSERT_EQ(heads_of(fit).size(), 1U);
  EXPECT_EQ(heads_of(fit)[0].attribute, "fit");
  ASSERT_OK_AND_ASSIGN(const TrainingRecipe again, parse_recipe(serialize_recipe(fit), "x"));
  EXPECT_EQ(again.heads, fit.heads);
  fit.heads->push_back({"season", {{"summer", {}}}, false, HeadScope::kPhoto});
  ASSERT_OK_AND_ASSIGN(const TrainingRecipe of_photo, parse_recipe(serialize_recipe(fit), "x"));
  EXPECT_EQ(of_photo.heads, fit.heads);
  fit.learns = Goal::kClicks;
  EXPECT_TRUE(heads_of(fit).empty());
  EXPECT_ERROR(parse_recipe(R"({"phases":[{}],"heads":[{"attribute":"fit","values":[]}]})", "x"), ErrorCode::kCorrupt);
}

TEST(Recipe, WithoutAnArchitectureItIsThePlainOneForWhatItLearns) {
  TrainingRecipe recipe;
  EXPECT_EQ(architecture_of(recipe), Architecture::kSegmenter);
  recipe.learns = Goal::kClicks;
  EXPECT_EQ(architecture_of(recipe), Architecture::kClicks);
}

}  // namespace
}  // namespace jaedan::inference
