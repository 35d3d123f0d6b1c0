#include "recommender/ranking.h"

#include <gtest/gtest.h>

#include "recommender/recommender.h"
#include "tests/recommender/found_photos.h"
#include "tests/recommender/item_builder.h"
#include "tests/support/matchers.h"

namespace jaedan::recommender {
namespace {

using testing::item;
using testing::Photos;
using testing::photos_of;
using testing::Values;

const Values kBlackMini = {{"colour", "black"}, {"category", "skirt"}, {"length", "mini"}, {"fit", "slim"}};

double score_of(const Values& found, double likeness) {
  return rank_score(wanted_labels(item(1, 1, Part::kBottom, {}, kBlackMini).attributes),
                    item(2, 1, Part::kBottom, {}, found).attributes, likeness);
}

TEST(Ranking, ABlackMiniFindsBlackMinisFirstHoweverAlikeARedOneLooks) {
  const double black_mini =
      score_of({{"colour", "black"}, {"category", "skirt"}, {"length", "mini"}, {"fit", "loose"}}, 0.1);
  const double black_maxi =
      score_of({{"colour", "black"}, {"category", "skirt"}, {"length", "maxi"}, {"fit", "slim"}}, 0.99);
  const double red_mini =
      score_of({{"colour", "red"}, {"category", "skirt"}, {"length", "mini"}, {"fit", "slim"}}, 0.99);
  const double red_maxi =
      score_of({{"colour", "red"}, {"category", "skirt"}, {"length", "maxi"}, {"fit", "slim"}}, 0.99);
  EXPECT_GT(black_mini, black_maxi);
  EXPECT_GT(black_mini, red_mini);
  EXPECT_GT(red_mini, red_maxi);
}

TEST(Ranking, AnUnknownColourStandsBetweenTheSameAndAnother) {
  const Values rest = {{"category", "skirt"}, {"length", "mini"}, {"fit", "slim"}};
  Values same = rest, other = rest;
  same.push_back({"colour", "black"}), other.push_back({"colour", "red"});
  EXPECT_GT(score_of(same, 0.5), score_of(rest, 0.5));
  EXPECT_GT(score_of(rest, 0.5), score_of(other, 0.5));
}

TEST(Ranking, LooksAndFurtherLabelsDecideAmongEquals) {
  EXPECT_GT(score_of(kBlackMini, 0.9), score_of(kBlackMini, 0.8));
  const Values loose = {{"colour", "black"}, {"category", "skirt"}, {"length", "mini"}, {"fit", "loose"}};
  EXPECT_GT(score_of(kBlackMini, 0.8), score_of(loose, 0.8));
  EXPECT_DOUBLE_EQ(rank_score({}, {}, 0.7), 0.7) << "nothing is known but the looks";
}

TEST(Ranking, AnExceptedAttributeDoesNotCount) {
  const AttributeValues query = item(1, 1, Part::kBottom, {}, kBlackMini).attributes;
  const AttributeValues maxi = item(2, 1, Part::kBottom, {}, {{"colour", "black"}, {"length", "maxi"}}).attributes;
  const AttributeValues mini = item(3, 1, Part::kBottom, {}, {{"colour", "black"}, {"length", "mini"}}).attributes;
  const WantedLabels but_length = wanted_labels(query, {"length"});
  EXPECT_EQ(rank_score(but_length, maxi, 0.5), rank_score(but_length, mini, 0.5));
  EXPECT_GT(rank_score(wanted_labels(query), mini, 0.5), rank_score(wanted_labels(query), maxi, 0.5));
}

class BlackMini : public ::testing::Test {
 protected:
  // 2 is a red twin of the query, 3 a black mini that looks unlike it, 4 a black maxi; all wear a top as well.
  void SetUp() override {
    std::vector<Item> items = {item(2, 1, Part::kBottom, {1, 0}, {{"colour", "red"}, {"length", "mini"}}),
                               item(3, 1, Part::kBottom, {0, 1}, {{"colour", "black"}, {"length", "mini"}}),
                               item(4, 1, Part::kBottom, {1, 0}, {{"colour", "black"}, {"length", "maxi"}})};
    for (int photo = 2; photo <= 4; ++photo) items.push_back(item(photo, 2, Part::kTop, {1, 1}));
    auto made = Recommender::create(std::move(items));
    ASSERT_OK(made);
    all_.emplace(std::move(made).value());
  }

  const Item query_ = item(1, 1, Part::kBottom, {1, 0}, {{"colour", "black"}, {"length", "mini"}});
  std::optional<Recommender> all_;
};

TEST_F(BlackMini, ColourCountsUnlessTheLooksAloneAreAskedFor) {
  ASSERT_OK_AND_ASSIGN(const auto found, all_->similar(query_, {3, View::kCosine}));
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].item->photo, PhotoId{3});
  EXPECT_EQ(found[1].item->photo, PhotoId{4});
  EXPECT_EQ(found[0].reason.likeness, 0) << "the reason tells the looks apart";
  ASSERT_OK_AND_ASSIGN(const auto looks, all_->similar(query_, {1, View::kCosine, Ranking::kLooks}));
  EXPECT_EQ(looks[0].item->photo, PhotoId{2});
  EXPECT_EQ(looks[0].score, 1);
}

TEST_F(BlackMini, OutfitsFollowTheChange) {
  ASSERT_OK_AND_ASSIGN(const auto outfits, all_->outfits(query_, {3, View::kCosine}));
  EXPECT_EQ(photos_of(outfits), (Photos{3, 4, 2}));
  Search search{3};
  search.changes = {{"length", "maxi"}};
  ASSERT_OK_AND_ASSIGN(const auto maxi, all_->outfits(query_, search));
  EXPECT_EQ(photos_of(maxi), Photos{4}) << "outfits with what is no maxi are no answer";
  search.changes = {{"length", "midi"}};
  EXPECT_ERROR(all_->outfits(query_, search), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace jaedan::recommender
