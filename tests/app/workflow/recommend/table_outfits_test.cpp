#include "app/workflow/recommend/table_outfits.h"

#include <gtest/gtest.h>

#include "app/workflow/recommend/import_outfits.h"
#include "tests/app/workflow/recommend/made_wardrobe.h"

namespace jaedan::workflow {
namespace {

using testing::MadeWardrobe;

/// A garment that says this much.
recommender::Item garment(Part part, const std::vector<std::pair<std::string, std::string>>& labels) {
  recommender::Item item;
  item.part = part;
  for (const auto& [attribute, value] : labels) {
    item.attributes.push_back({attribute, value, "", Provenance::human("mina")});
  }
  return item;
}

class TableOutfitsOfProject : public ::testing::Test {
 protected:
  void keep(const std::string& name, const std::vector<TableOutfit>& outfits) {
    ASSERT_OK(wardrobe_.store().save_outfits(name, outfits, {"mina", "import"}));
    ASSERT_OK(tables_.refresh(wardrobe_.project()));
  }
  std::vector<RecommendedTableOutfit> like(const recommender::Item& query, std::size_t k = 10) {
    return tables_.like(query, filter_, k, wardrobe_.project().taxonomy());
  }

  MadeWardrobe wardrobe_{0};
  TableOutfits tables_;
  recommender::ItemFilter filter_;
};

TEST_F(TableOutfitsOfProject, WithoutTablesThereAreNone) {
  ASSERT_OK(tables_.refresh(wardrobe_.project()));
  EXPECT_TRUE(like(garment(Part::kTop, {})).empty());
  EXPECT_TRUE(tables_.outfits().empty());
}

TEST_F(TableOutfitsOfProject, AnOutfitThatHoldsSomethingLikeTheQueryIsFound) {
  keep("looks", {{"1", {{"흰 셔츠", "main_top"}, {"청바지", "bottom"}, {"운동화", "shoes"}}},
                 {"2", {{"black shirt", "main_top"}, {"skirt", "bottom"}}},
                 {"3", {{"드레스", ""}, {"구두", "shoes"}}}});
  const auto found = like(garment(Part::kTop, {{"category", "shirt"}, {"colour", "white"}}));
  ASSERT_EQ(found.size(), 1u) << "another colour is not like it, nor is a dress";
  EXPECT_EQ(found[0].table, "looks");
  EXPECT_EQ(found[0].outfit, "1");
  EXPECT_EQ(found[0].match, 0u);
  ASSERT_EQ(found[0].items.size(), 3u);
  EXPECT_EQ(found[0].items[1].part, Part::kBottom);
  EXPECT_FALSE(found[0].items[2].part) << "shoes are no garment of ours";
  EXPECT_DOUBLE_EQ(found[0].score, 1.0);
  EXPECT_NE(found[0].reason.text().find("the same"), std::string::npos) << found[0].reason.text();
}

TEST_F(TableOutfitsOfProject, SayingMoreIsBetterThanSayingLessAndTwinsComeOnce) {
  keep("looks", {{"1", {{"shirt", "main_top"}, {"jeans", "bottom"}}},
                 {"2", {{"white shirt", "main_top"}, {"jeans", "bottom"}}},
                 {"3", {{"white shirt", "main_top"}, {"jeans", "bottom"}}}});
  const auto found = like(garment(Part::kTop, {{"category", "shirt"}, {"colour", "white"}}));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].outfit, "2");
  EXPECT_EQ(found[1].outfit, "1");
  EXPECT_LT(found[1].score, found[0].score);
  EXPECT_EQ(like(garment(Part::kTop, {}), 1).size(), 1u);
}

TEST_F(TableOutfitsOfProject, AFilterIsNotContradictedAndNoneIsOfAWardrobe) {
  keep("looks",
       {{"1", {{"red shirt", "main_top"}, {"jeans", "bottom"}}}, {"2", {{"shirt", "main_top"}, {"jeans", "bottom"}}}});
  filter_.values = {{"colour", "white"}};
  const auto found = like(garment(Part::kTop, {{"category", "shirt"}}));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].outfit, "2");
  filter_.wardrobe.emplace();
  EXPECT_TRUE(like(garment(Part::kTop, {{"category", "shirt"}})).empty());
}

TEST_F(TableOutfitsOfProject, ATableThatCameOrWentIsNoticed) {
  keep("looks", {{"1", {{"shirt", "main_top"}, {"jeans", "bottom"}}}});
  const std::int64_t first = tables_.version();
  EXPECT_EQ(tables_.outfits().size(), 1u);
  keep("more", {{"1", {{"knit", "main_top"}, {"skirt", "bottom"}}}});
  EXPECT_NE(tables_.version(), first);
  ASSERT_EQ(tables_.outfits().size(), 2u);
  EXPECT_EQ(tables_.outfits()[1].id, "more/1");
  ASSERT_OK(remove_outfit_table(wardrobe_.project(), "looks", Actor::alone("mina")));
  ASSERT_OK(tables_.refresh(wardrobe_.project()));
  EXPECT_EQ(tables_.outfits().size(), 1u);
}

TEST_F(TableOutfitsOfProject, PiecesAreOfTheirPartWithWhatTheWordsSay) {
  keep("looks", {{"1", {{"dress pants", "bottom"}, {"Boots", "shoes"}, {"dress shoes", ""}}}});
  const auto outfits = tables_.outfits();
  ASSERT_EQ(outfits.size(), 1u);
  ASSERT_EQ(outfits[0].pieces.size(), 3u);
  EXPECT_EQ(outfits[0].pieces[0].type, "bottom");
  EXPECT_EQ(outfits[0].pieces[0].tokens, std::vector<std::string>{"bottom/category=pants"});
  EXPECT_EQ(outfits[0].pieces[1].type, "Boots");
  EXPECT_EQ(outfits[0].pieces[2].type, "dress shoes") << "what a thing is, its last word says";
}

}  // namespace
}  // namespace jaedan::workflow
