#include "app/bench/recommend/bench_outfits.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "app/bench/recommend/outfit_file.h"
#include "labeling/base/file_system.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::bench {
namespace {

using testing::TemporaryFolder;

/// Swimmers, skiers, people at a wedding and at work; each leaves one of four things at home.
std::string four_worlds(int outfits) {
  const std::vector<std::vector<std::string>> worlds = {{"bikini", "sandals", "sunglasses", "straw hat"},
                                                        {"parka", "boots", "gloves", "beanie"},
                                                        {"gown", "pumps", "clutch", "necklace"},
                                                        {"overall", "tool belt", "helmet", "work boots"}};
  std::string rows = "outfit_id,item\n";
  for (int i = 0; i < outfits; ++i) {
    for (int j = 0; j < 4; ++j) {
      if (j != i / 4 % 4)
        rows += std::to_string(i) + "," + worlds[static_cast<std::size_t>(i) % 4][static_cast<std::size_t>(j)] + "\n";
    }
  }
  return rows;
}

std::string written(const TemporaryFolder& folder, const std::string& name, const std::string& text) {
  const std::string path = folder / name;
  EXPECT_OK(disk().write_atomically(path, text));
  return path;
}

TEST(BenchOutfits, TheModelKnowsWhatPopularityDoesNot) {
  const TemporaryFolder folder;
  OutfitBenchRequest request;
  request.outfits = written(folder, "outfits.csv", four_worlds(400));
  ASSERT_OK_AND_ASSIGN(const OutfitBench bench, bench_outfits(request, {}));
  EXPECT_EQ(bench.learnt + bench.asked + bench.not_asked, 400);
  EXPECT_GT(bench.asked, 15);
  EXPECT_LT(bench.asked, 90) << "a tenth";
  EXPECT_EQ(bench.types, 16);
  ASSERT_EQ(bench.rows.size(), 5u);
  EXPECT_EQ(bench.rows[0].way, "chance");
  EXPECT_FALSE(bench.rows[0].auc.interval);
  const OutfitRow& popularity = bench.rows[1];
  const OutfitRow& model = bench.rows[4];
  EXPECT_EQ(model.way, "model");
  EXPECT_GT(model.auc.value, 0.9);
  EXPECT_GT(model.auc.value, popularity.auc.value);
  ASSERT_TRUE(model.blank.interval && model.auc.interval);
  EXPECT_LE(model.blank.interval->low, model.blank.value);
  EXPECT_GE(model.blank.interval->high, model.blank.value);
}

TEST(BenchOutfits, AFileOfItsOwnIsLearntFrom) {
  const TemporaryFolder folder;
  OutfitBenchRequest request;
  request.outfits = written(folder, "asked.csv", four_worlds(40));
  request.train = written(folder, "train.csv", four_worlds(80));
  ASSERT_OK_AND_ASSIGN(const OutfitBench bench, bench_outfits(request, {}));
  EXPECT_EQ(bench.learnt, 80);
  EXPECT_EQ(bench.asked, 40);
  EXPECT_EQ(bench.known, 40) << "the same outfits";
  ASSERT_OK_AND_ASSIGN(const OutfitBench again, bench_outfits(request, {}));
  EXPECT_EQ(bench.rows[4].blank.value, again.rows[4].blank.value);
  EXPECT_EQ(bench.rows[4].auc.interval->low, again.rows[4].auc.interval->low);
}

TEST(BenchOutfits, WhatCannotBeAskedIsSaid) {
  const TemporaryFolder folder;
  OutfitBenchRequest request;
  request.outfits = folder / "nothing.csv";
  EXPECT_ERROR(bench_outfits(request, {}), ErrorCode::kNotFound);
  request.outfits = written(folder, "few.csv", "1,hat\n1,shoe\n");
  EXPECT_ERROR(bench_outfits(request, {}), ErrorCode::kInvalidArgument);
  request.outfits = written(folder, "no_table.csv", "hello");
  const auto refused = bench_outfits(request, {});
  EXPECT_ERROR(refused, ErrorCode::kCorrupt);
  EXPECT_NE(refused.error().text().find("no_table.csv: "), std::string::npos);
}

TEST(BenchOutfits, ItStopsWhenAsked) {
  const TemporaryFolder folder;
  OutfitBenchRequest request;
  request.outfits = written(folder, "outfits.csv", four_worlds(100));
  request.train = request.outfits;
  workflow::CancelFlag cancel;
  cancel.cancel();
  workflow::Watch watch;
  watch.cancel = &cancel;
  EXPECT_ERROR(bench_outfits(request, watch), ErrorCode::kCancelled);
}

TEST(BenchOutfits, AColumnIsWhereAPieceIsWorn) {
  labeling::OutfitTable table;
  table.outfits = {{"a", {{"shirt", "main_top"}, {"hat", ""}}, 2}};
  const auto outfits = outfits_of(table);
  ASSERT_EQ(outfits.at(0).pieces.size(), 2u);
  EXPECT_EQ(outfits[0].pieces[0].type, "main_top/shirt");
  EXPECT_EQ(slot_of(outfits[0].pieces[0]), "main_top");
  EXPECT_EQ(outfits[0].pieces[1].type, "hat");
  EXPECT_EQ(slot_of(outfits[0].pieces[1]), "hat");
}

}  // namespace
}  // namespace jaedan::bench
