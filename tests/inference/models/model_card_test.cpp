#include "inference/models/model_card.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "inference/models/registry.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

ModelCard small_card(const std::string& id) {
  ModelCard card;
  card.id = id;
  card.architecture = "mobilenet_v2_segmenter";
  card.classes = {"nothing", "outer"};
  card.heads = {category_head_of({"coat"})};
  card.metrics["miou"] = 0.5;
  card.recipe = R"({"seed":3})";
  return card;
}

void install(const std::string& folder, const std::string& id) {
  std::filesystem::create_directories(folder);
  TensorFile weights;
  weights.tensors["a"] = {{1}, {2}, TensorType::kF32};
  ASSERT_OK(write_safetensors(folder + "/model.safetensors", weights));
  ASSERT_OK(write_model_card(folder, small_card(id)));
}

TEST(ModelCard, ReadsBackWhatItWrote) {
  const testing::TemporaryFolder folder;
  install(folder.path(), "m");
  ASSERT_OK_AND_ASSIGN(const ModelCard card, read_model_card(folder.path()));
  EXPECT_EQ(card.id, "m");
  EXPECT_EQ(card.classes, small_card("m").classes);
  EXPECT_EQ(card.metrics.at("miou"), 0.5);
  EXPECT_EQ(card.recipe, R"({"seed":3})");
  EXPECT_EQ(card.weights_sha256.size(), 64U);
  EXPECT_OK(read_model_weights(folder.path(), card));
}

TEST(ModelCard, KeepsEverythingThatIsSaidOfTheModel) {
  ModelCard card = small_card("m");
  card.part_metrics["dress"]["iou"] = 0.25;
  card.score_weights = {{"offset", -1.5}, {"expected_iou", 2}};
  card.weaknesses = {"sees no hats", "원피스를 놓친다"};
  card.training = {3600, "cuda", 4, 750};
  card.terms = "ask first";
  ASSERT_OK_AND_ASSIGN(const ModelCard read, parse_model_card(serialize_model_card(card), "x"));
  EXPECT_EQ(read.part_metrics, card.part_metrics);
  EXPECT_EQ(read.score_weights, card.score_weights);
  EXPECT_DOUBLE_EQ(read.score_iou, 0.75);
  EXPECT_EQ(read.weaknesses, card.weaknesses);
  EXPECT_DOUBLE_EQ(read.training.seconds, 3600);
  EXPECT_EQ(read.training.device, "cuda");
  EXPECT_EQ(read.training.threads, 4);
  EXPECT_EQ(read.training.photos, 750);
  EXPECT_EQ(read.terms, "ask first");
}

TEST(ModelCard, AnOldCardIsReadAndItsScoresMeanWhatTheyMeant) {
  const char* old_card = R"({"id":"m","architecture":"a","input":{"width":256,"height":384,"normalisation":"x/127.5-1"},
    "classes":["nothing"],"categories":["coat","toga"],"score":{"slope":19.2,"middle":0.926},
    "weights":{"file":"model.safetensors","sha256":""}})";
  ASSERT_OK_AND_ASSIGN(const ModelCard card, parse_model_card(old_card, "x"));
  EXPECT_DOUBLE_EQ(card.score_slope, 19.2);
  EXPECT_DOUBLE_EQ(card.score_middle, 0.926);
  EXPECT_DOUBLE_EQ(card.score_iou, 0.85);
  EXPECT_TRUE(card.score_weights.empty());
  EXPECT_EQ(card.heads, std::vector<HeadSpec>{category_head_of({"coat", "toga"})}) << "the one that it has";
  EXPECT_TRUE(card.weaknesses.empty());
  EXPECT_TRUE(card.part_metrics.empty());
  EXPECT_DOUBLE_EQ(card.training.seconds, 0);
}

TEST(ModelCard, AHeadWithoutValuesIsNamedAndTheOthersWork) {
  ModelCard card = small_card("m");
  card.heads.push_back({"style", {{"street", {}}}, true, HeadScope::kPhoto, {2, 0.5}});
  std::string text = serialize_model_card(card);
  const std::string heads = "\"heads\": [";
  text.insert(text.find(heads) + heads.size(), R"({"attribute":"fit","values":[]},{"attribute":"print"},)");
  ASSERT_OK_AND_ASSIGN(const ModelCard read, parse_model_card(text, "x"));
  EXPECT_EQ(read.heads, card.heads);
  EXPECT_EQ(read.empty_heads, (std::vector<std::string>{"fit", "print"}));
  EXPECT_EQ(serialize_model_card(read), serialize_model_card(card));
}

TEST(ModelCard, SaysWhatTheModelIsFor) {
  ModelCard card = small_card("m");
  card.role = ModelRole::kClicks;
  ASSERT_OK_AND_ASSIGN(const ModelCard read, parse_model_card(serialize_model_card(card), "x"));
  EXPECT_EQ(read.role, ModelRole::kClicks);
  std::string text = serialize_model_card(card);
  text.replace(text.find("\"clicks\""), 8, "\"paints\"");
  const auto unknown = parse_model_card(text, "x");
  EXPECT_ERROR(unknown, ErrorCode::kUnsupported);
  EXPECT_NE(unknown.error().text().find("segments, clicks"), std::string::npos);
}

TEST(ModelCard, WithoutARoleItIsForWhatItsArchitectureIsFor) {
  const auto role_of_old_card = [](const std::string& architecture) {
    ModelCard card = small_card("m");
    card.architecture = architecture;
    std::string text = serialize_model_card(card);
    const std::size_t at = text.find("\"role\"");
    text.erase(at, text.find('\n', at) - at);
    const auto read = parse_model_card(text, "x");
    EXPECT_OK(read);
    return read->role;
  };
  EXPECT_EQ(role_of_old_card("mobilenet_v2_clicks"), ModelRole::kClicks);
  EXPECT_EQ(role_of_old_card("mobilenet_v2_with_reader"), ModelRole::kSegments);
  EXPECT_EQ(role_of_old_card("of_a_later_version"), ModelRole::kSegments);
}

TEST(ModelCard, AScoreOfAnUnknownFeatureIsRefused) {
  ModelCard card = small_card("m");
  card.score_weights["shoe_size"] = 1;
  const auto read = parse_model_card(serialize_model_card(card), "x");
  EXPECT_ERROR(read, ErrorCode::kCorrupt);
  EXPECT_NE(read.error().text().find("shoe_size"), std::string::npos);
}

TEST(ModelCard, OtherWeightsThanTheCardsAreRefused) {
  const testing::TemporaryFolder folder;
  install(folder.path(), "m");
  ASSERT_OK_AND_ASSIGN(const ModelCard card, read_model_card(folder.path()));
  std::ofstream(folder / "model.safetensors", std::ios::app) << 'x';
  const auto weights = read_model_weights(folder.path(), card);
  EXPECT_ERROR(weights, ErrorCode::kCorrupt);
  EXPECT_NE(weights.error().text().find("SHA-256"), std::string::npos);
}

TEST(ModelCard, WeightsOutsideTheFolderAreRefused) {
  ModelCard card = small_card("m");
  card.weights = "../other/model.safetensors";
  EXPECT_ERROR(parse_model_card(serialize_model_card(card), "x"), ErrorCode::kCorrupt);
}

TEST(ModelCard, RefusesWhatIsNoCard) {
  for (const char* text : {"", "[]", "{}", "{\"id\":1}"}) {
    EXPECT_ERROR(parse_model_card(text, "x"), ErrorCode::kCorrupt);
  }
  ModelCard card = small_card("m");
  card.input_width = 100'000;
  EXPECT_ERROR(parse_model_card(serialize_model_card(card), "x"), ErrorCode::kCorrupt);
}

TEST(Registry, ListsByRootThenIdAndTheFirstOfTwoWins) {
  const testing::TemporaryFolder folder;
  install(folder / "builtin/b", "b");
  install(folder / "builtin/a", "a");
  install(folder / "project/a", "a");
  install(folder / "project/0", "0");
  const ModelList list = list_models({folder / "builtin", folder / "project", folder / "absent"});
  ASSERT_EQ(list.models.size(), 3U);
  EXPECT_EQ(list.models[0].card.id, "a");
  EXPECT_EQ(list.models[0].folder, folder / "builtin/a");
  EXPECT_EQ(list.models[1].card.id, "b");
  EXPECT_EQ(list.models[2].card.id, "0");
  EXPECT_TRUE(list.unreadable.empty());
}

TEST(Registry, ReportsWhatItCannotReadAndGoesOn) {
  const testing::TemporaryFolder folder;
  install(folder / "good", "good");
  std::filesystem::create_directories(folder / "bad");
  std::ofstream(folder / "bad/model.json") << "{";
  const ModelList list = list_models({folder.path()});
  EXPECT_EQ(list.models.size(), 1U);
  ASSERT_EQ(list.unreadable.size(), 1U);
  EXPECT_NE(list.unreadable[0].text().find("bad"), std::string::npos);
}

}  // namespace
}  // namespace jaedan::inference
