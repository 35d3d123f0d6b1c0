#include <gtest/gtest.h>

#include <filesystem>

#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

namespace fs = std::filesystem;

std::string champion_of(const std::string& project) {
  for (const auto& model : json_of(jaedan({"models", project, "--json"}))) {
    if (model["champion"]) return model["id"];
  }
  return "";
}

TEST(CliBadWeights, NeitherPromotedNorUsedNorLearntFrom) {
  const TemporaryFolder folder;
  const std::string project = folder / "p.jaedan";
  ASSERT_EQ(jaedan({"init", project, "--images", demo_photos()}).exit_code, 0);
  const std::string before = champion_of(project);
  ASSERT_FALSE(before.empty());

  // The built-in model under another name, its weights cut off.
  nlohmann::json built_in;
  for (const auto& model : json_of(jaedan({"models", "--json"}))) {
    if (model["id"] == before) built_in = model;
  }
  const std::string copy = project + "/models/damaged";
  fs::create_directories(copy);
  fs::copy(built_in["folder"].get<std::string>(), copy, fs::copy_options::recursive);
  auto card = nlohmann::json::parse(bytes_of(copy + "/model.json"));
  card["id"] = "damaged";
  std::ofstream(copy + "/model.json") << card.dump();
  const std::string weights = copy + "/" + card["weights"]["file"].get<std::string>();
  fs::resize_file(weights, fs::file_size(weights) / 2);

  const auto promoted = jaedan({"promote", project, "damaged"});
  EXPECT_EQ(promoted.exit_code, 3);
  EXPECT_NE(promoted.err.find("SHA-256"), std::string::npos) << promoted.err;
  EXPECT_EQ(champion_of(project), before);

  EXPECT_EQ(jaedan({"tag", demo_photos(), folder / "out", "--model", copy + "/"}).exit_code, 3);
  ASSERT_EQ(jaedan({"synth", folder / "drawn", "--count", "4"}).exit_code, 0);
  const std::vector<std::string> train = {
      "train", "--data", "snapshot=" + (folder / "drawn"), "--out", folder / "new", "--from", copy + "/"};
  const auto trained = jaedan(train);
  EXPECT_EQ(trained.exit_code, 3);
  EXPECT_NE(trained.err.find("SHA-256"), std::string::npos) << trained.err;
  EXPECT_FALSE(fs::exists(folder / "new/model.json"));

  // Whole again, it can take over.
  fs::copy_file(built_in["folder"].get<std::string>() + "/" + card["weights"]["file"].get<std::string>(), weights,
                fs::copy_options::overwrite_existing);
  EXPECT_EQ(jaedan({"promote", project, "damaged"}).exit_code, 0);
  EXPECT_EQ(champion_of(project), "damaged");
}

}  // namespace
}  // namespace jaedan::testing
