// What else than the nearest vectors a question can ask for: views, feedback, preferences, changes one after another.
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

/// Skirts. 2: twin by vector and nothing else; 3: twin by labels; 4: twin by colours; 5: none of it.
std::vector<Item> skirts() {
  std::vector<Item> items = {item(2, 1, Part::kBottom, {1, 0}, {{"colour", "red"}, {"length", "maxi"}}),
                             item(3, 1, Part::kBottom, {0, 1}, {{"colour", "black"}, {"length", "mini"}}),
                             item(4, 1, Part::kBottom, {0.1F, 1}, {{"colour", "red"}, {"length", "mini"}}),
                             item(5, 1, Part::kBottom, {-1, 0}, {{"colour", "red"}, {"length", "midi"}})};
  items[0].colour = {0, 1, 0}, items[1].colour = {0, 0, 1}, items[2].colour = {1, 0, 0};
  items[0].cluster = 1, items[1].cluster = 2, items[2].cluster = 2, items[3].cluster = 1;
  return items;
}

Item black_mini() {
  Item query = item(1, 1, Part::kBottom, {1, 0}, {{"colour", "black"}, {"length", "mini"}});
  query.colour = {1, 0, 0};
  query.cluster = 2;
  return query;
}

Photos found_by(View view) {
  const Recommender all = Recommender::create(skirts()).value();
  return photos_of(*all.similar(black_mini(), {4, view, Ranking::kLooks}));
}

TEST(RecommenderViews, EachHasATwinOfItsOwn) {
  EXPECT_EQ(found_by(View::kCosine)[0], 2);
  EXPECT_EQ(found_by(View::kLabels), (Photos{3, 4, 2, 5}));
  EXPECT_EQ(found_by(View::kColour)[0], 4);
  EXPECT_EQ(found_by(View::kCluster), (Photos{4, 3, 2, 5})) << "those of cluster 2 first, by their vectors";
}

TEST(RecommenderViews, FusedRanksTellWhatIsGoodInEach) {
  const Photos fused = found_by(View::kFused);
  EXPECT_EQ(fused[0], 4) << "second by vector and labels, first by colours";
  EXPECT_EQ(fused[3], 5);
}

TEST(RecommenderViews, WithoutColoursTheOthersAreFusedAndColoursCannotBeAsked) {
  const Recommender all = Recommender::create(skirts()).value();
  Item query = black_mini();
  query.colour.clear();
  EXPECT_EQ(all.similar(query, {4, View::kFused})->size(), 4u);
  EXPECT_ERROR(all.similar(query, {4, View::kColour}), ErrorCode::kInvalidArgument);
  query.colour = {1, 0};
  EXPECT_ERROR(all.similar(query, {4, View::kColour}), ErrorCode::kInvalidArgument);
}

TEST(RecommenderViews, WhatIsLikedDrawsTheResultsAndSaysSo) {
  const Recommender all = Recommender::create(skirts()).value();
  Search search{4, View::kCosine, Ranking::kLooks};
  search.feedback.liked = {*all.find(PhotoId{3}, GarmentId{1}), *all.find(PhotoId{4}, GarmentId{1})};
  search.feedback.disliked = {*all.find(PhotoId{5}, GarmentId{1})};
  const Item query = item(1, 1, Part::kBottom, {0.8F, 0.6F});
  ASSERT_OK_AND_ASSIGN(const auto before, all.similar(query, {4, View::kCosine, Ranking::kLooks}));
  EXPECT_EQ(photos_of(before), (Photos{2, 4, 3, 5}));
  ASSERT_OK_AND_ASSIGN(const auto after, all.similar(query, search));
  EXPECT_EQ(photos_of(after), (Photos{4, 3, 2})) << "5 was disliked";
  EXPECT_DOUBLE_EQ(after[0].reason.like_liked.value_or(0), 1);
  EXPECT_LT(after[0].reason.like_disliked.value_or(1), 0);
  EXPECT_FALSE(before[0].reason.like_liked.has_value());
}

TEST(RecommenderViews, LabelsOfTheLikedCountWhereLabelsLead) {
  const Recommender all = Recommender::create({item(2, 1, Part::kTop, {1, 0}, {{"colour", "navy"}}),
                                               item(3, 1, Part::kTop, {1, 0}, {{"colour", "pink"}}),
                                               item(4, 1, Part::kTop, {1, 0}, {{"colour", "pink"}})})
                              .value();
  const Item query = item(1, 1, Part::kTop, {1, 0}, {{"colour", "black"}});
  Search search;
  search.feedback.liked = {*all.find(PhotoId{4}, GarmentId{1})};
  ASSERT_OK_AND_ASSIGN(const auto found, all.similar(query, search));
  EXPECT_EQ(photos_of(found), (Photos{3, 4, 2}));
}

TEST(RecommenderViews, PreferencesMoveEqualsApart) {
  std::vector<Item> items;
  for (int photo = 2; photo <= 9; ++photo) {
    items.push_back(item(photo, 1, Part::kTop, {1, 0}, {{"fit", photo < 8 ? "slim" : "loose"}}));
  }
  items.push_back(item(20, 1, Part::kTop, {0, 1}, {{"fit", "loose"}}));
  items.push_back(item(20, 2, Part::kBottom, {0, 1}, {{"fit", "slim"}}));
  const Recommender all = Recommender::create(items).value();
  const Item query = item(1, 1, Part::kTop, {1, 0});
  Search search{2};
  ASSERT_OK_AND_ASSIGN(const auto plain, all.similar(query, search));
  EXPECT_EQ(photos_of(plain), (Photos{2, 3}));
  EXPECT_FALSE(plain[0].reason.taste.has_value());
  search.preferences.values = {{"fit", "loose"}};
  ASSERT_OK_AND_ASSIGN(const auto stated, all.similar(query, search));
  EXPECT_EQ(photos_of(stated), (Photos{8, 9}));
  EXPECT_GT(stated[0].reason.taste.value_or(0), 0);
  search.preferences = {{}, {PhotoId{20}, PhotoId{77}}};
  ASSERT_OK_AND_ASSIGN(const auto of_person, all.similar(query, search));
  EXPECT_EQ(photos_of(of_person), (Photos{8, 9})) << "whose top is loose; their bottom does not count";
}

Search with_changes(std::vector<LabelValue> changes) {
  Search search;
  search.changes = std::move(changes);
  return search;
}

TEST(RecommenderViews, ChangesOneAfterAnotherAllHold) {
  const Recommender all = Recommender::create(skirts()).value();
  ASSERT_OK_AND_ASSIGN(const auto steps,
                       all.change_steps(black_mini(), with_changes({{"colour", "red"}, {"length", "maxi"}})));
  ASSERT_EQ(steps.size(), 2u);
  EXPECT_EQ(photos_of(steps[0].matches), (Photos{4, 2, 5}));
  EXPECT_EQ(photos_of(steps[1].matches), Photos{2});
  EXPECT_EQ(steps[1].change, (LabelValue{"length", "maxi"}));
  ASSERT_OK_AND_ASSIGN(const auto undone, all.change_steps(black_mini(), with_changes({{"colour", "red"}})));
  EXPECT_EQ(photos_of(undone[0].matches), photos_of(steps[0].matches)) << "undoing is asking with fewer";
}

TEST(RecommenderViews, ALaterChangeOfTheSameAttributeTakesItsPlace) {
  const Recommender all = Recommender::create(skirts()).value();
  ASSERT_OK_AND_ASSIGN(const auto steps,
                       all.change_steps(black_mini(), with_changes({{"length", "maxi"}, {"length", "midi"}})));
  ASSERT_EQ(steps.size(), 2u);
  EXPECT_EQ(photos_of(steps[1].matches), Photos{5});
}

TEST(RecommenderViews, AChainEndsWhereNothingHasItAll) {
  const Recommender all = Recommender::create(skirts()).value();
  ASSERT_OK_AND_ASSIGN(
      const auto steps,
      all.change_steps(black_mini(), with_changes({{"length", "maxi"}, {"colour", "black"}, {"fit", "slim"}})));
  ASSERT_EQ(steps.size(), 2u);
  EXPECT_FALSE(steps[0].matches.empty());
  EXPECT_TRUE(steps[1].matches.empty());
  EXPECT_ERROR(all.change_steps(black_mini(), with_changes({{"fit", "slim"}})), ErrorCode::kNotFound);
}

TEST(RecommenderViews, GarmentsAreFoundByTheirIdsAndGivenBack) {
  Recommender all = Recommender::create(skirts()).value();
  ASSERT_TRUE(all.find(PhotoId{4}, GarmentId{1}));
  EXPECT_EQ(all.find(PhotoId{4}, GarmentId{1})->photo, PhotoId{4});
  EXPECT_FALSE(all.find(PhotoId{4}, GarmentId{2}));
  EXPECT_FALSE(all.find(PhotoId{99}, GarmentId{1}));
  EXPECT_EQ(std::move(all).take_items().size(), 4u);
}

}  // namespace
}  // namespace jaedan::recommender
