#include <gtest/gtest.h>

#include <fstream>

#include "tests/app/cli/cli.h"

namespace jaedan::testing {
namespace {

/// Of three kinds of days: what is worn together. Shoes with all.
std::string written_outfits(const TemporaryFolder& folder) {
  constexpr const char* kDays[] = {R"(["shirt","slacks","tie","shoes"])", R"(["hoodie","jogger pants","cap","shoes"])",
                                   R"(["parka","gloves","beanie","shoes"])"};
  const std::string path = folder / "outfits.json";
  std::ofstream file(path);
  file << R"([{"items_category": ["hat"], "items_index": [1], "set_id": "alone"})";
  for (int i = 0; i < 300; ++i) {
    file << R"(, {"items_category": )" << kDays[i % 3] << R"(, "items_index": [1, 2, 3, 4], "set_id": ")" << i << "\"}";
  }
  file << "]";
  return path;
}

TEST(CliBenchOutfits, QuestionsAreAskedOfOutfitsPutAside) {
  const TemporaryFolder folder;
  const ProgramResult result =
      jaedan({"bench", "recommend", "--outfits", written_outfits(folder), "--seed", "3", "--json"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const auto document = json_of(result);
  EXPECT_EQ(document["seed"], 3);
  EXPECT_EQ(document["outfits_learnt"].get<int>() + document["outfits_asked"].get<int>(), 300);
  EXPECT_EQ(document["outfits_known"], document["outfits_asked"]) << "there are but three";
  ASSERT_EQ(document["rows"].size(), 5u);
  EXPECT_EQ(document["rows"][0]["fill_in_the_blank"]["value"], 0.25);
  EXPECT_EQ(document["rows"][4]["way"], "model");
  EXPECT_GT(document["rows"][4]["fill_in_the_blank"]["value"], 0.9);
  EXPECT_EQ(document["rows"][4]["auc"]["interval_95"].size(), 2u);
  EXPECT_EQ(document["warnings"].size(), 1u) << "the hat alone";
}

TEST(CliBenchOutfits, TheTableNamesEachWay) {
  const TemporaryFolder folder;
  const std::string path = written_outfits(folder);
  const ProgramResult result = jaedan({"bench", "recommend", "--outfits", path, "--train", path});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  for (const char* way : {"chance", "popularity", "similarity", "mutual information", "model", "seed 1"}) {
    EXPECT_NE(result.out.find(way), std::string::npos) << way << "\n" << result.out;
  }
  EXPECT_NE(result.err.find("row 1: 1 item"), std::string::npos) << result.err;
}

TEST(CliBenchOutfits, WrongUsageIsTold) {
  EXPECT_EQ(jaedan({"bench", "recommend"}).exit_code, 2);
  EXPECT_EQ(jaedan({"bench", "recommend", "--outfits", "/nowhere.json"}).exit_code, 3);
}

}  // namespace
}  // namespace jaedan::testing
