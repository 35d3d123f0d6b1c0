#include "recommender/recommender.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/recommender/found_photos.h"
#include "tests/recommender/item_builder.h"
#include "tests/support/matchers.h"

namespace jaedan::recommender {
namespace {

using testing::item;
using testing::Photos;
using testing::photos_of;

Search changed(const std::string& attribute, const std::string& value, std::size_t k, View view) {
  Search search{k, view};
  search.changes = {{attribute, value}};
  return search;
}

TEST(Recommender, SimilarGarmentsAreOfTheSamePartAndNotOfTheSamePhoto) {
  ASSERT_OK_AND_ASSIGN(const Recommender recommender,
                       Recommender::create({item(1, 1, Part::kTop, {1, 0}), item(1, 2, Part::kTop, {1, 0}),
                                            item(2, 1, Part::kTop, {0, 1}), item(3, 1, Part::kBottom, {1, 0}),
                                            item(4, 1, Part::kTop, {1, 0.1f})}));
  ASSERT_OK_AND_ASSIGN(const auto matches, recommender.similar(item(1, 1, Part::kTop, {1, 0}), {10, View::kCosine}));
  EXPECT_EQ(photos_of(matches), (Photos{4, 2}));
  EXPECT_EQ(matches[1].score, 0);
  EXPECT_EQ(matches[1].reason.likeness, 0);
}

TEST(Recommender, EqualsComeByPhotoAndGarmentHoweverTheyWereGiven) {
  ASSERT_OK_AND_ASSIGN(const Recommender recommender,
                       Recommender::create({item(9, 1, Part::kTop, {1, 0}), item(3, 2, Part::kTop, {2, 0}),
                                            item(3, 1, Part::kTop, {1, 0}), item(5, 1, Part::kTop, {1, 0})}));
  ASSERT_OK_AND_ASSIGN(const auto matches, recommender.similar(item(1, 1, Part::kTop, {1, 0}), {3, View::kCosine}));
  EXPECT_EQ(photos_of(matches), (Photos{3, 3, 5}));
  EXPECT_EQ(matches[0].item->garment, GarmentId{1});
}

TEST(Recommender, SaysWhyAGarmentIsLike) {
  ASSERT_OK_AND_ASSIGN(
      const Recommender recommender,
      Recommender::create({item(2, 1, Part::kTop, {1, 0}, {{"colour", "black"}, {"fit", "slim"}, {"print", "dot"}})}));
  ASSERT_OK_AND_ASSIGN(
      const auto matches,
      recommender.similar(item(1, 1, Part::kTop, {1, 0}, {{"colour", "black"}, {"fit", "loose"}}), {1, View::kCosine}));
  EXPECT_EQ(matches[0].reason.agreeing, (std::vector<ComparedLabel>{{"colour", "black", "black"}}));
  EXPECT_EQ(matches[0].reason.differing, (std::vector<ComparedLabel>{{"fit", "loose", "slim"}}));
  EXPECT_DOUBLE_EQ(matches[0].reason.likeness, 1);
}

TEST(Recommender, AnOutfitIsWhatElseAPhotoWithALikeGarmentWears) {
  ASSERT_OK_AND_ASSIGN(const Recommender recommender,
                       Recommender::create({item(1, 1, Part::kTop, {1, 0}), item(1, 2, Part::kBottom, {0, 1}),
                                            item(2, 1, Part::kTop, {0.5f, 0.5f}), item(2, 2, Part::kOuter, {1, 1}),
                                            item(3, 1, Part::kTop, {1, 0.1f}), item(3, 2, Part::kBottom, {1, 1}),
                                            item(3, 3, Part::kOuter, {0, 1}), item(4, 1, Part::kTop, {1, 0})}));
  ASSERT_OK_AND_ASSIGN(const auto outfits, recommender.outfits(item(1, 1, Part::kTop, {1, 0}), {10, View::kCosine}));
  EXPECT_EQ(photos_of(outfits), (Photos{3, 2})) << "photo 1 is the query's own, photo 4 wears nothing else";
  EXPECT_EQ(outfits[0].match.item->garment, GarmentId{1});
  EXPECT_EQ(outfits[0].score, outfits[0].match.score);
  ASSERT_EQ(outfits[0].goes_with.size(), 2u);
  EXPECT_EQ(outfits[0].goes_with[0]->part, Part::kOuter);
  EXPECT_EQ(outfits[0].goes_with[1]->part, Part::kBottom);
}

TEST(Recommender, APhotoIsOneOutfitByItsMostAlikeGarment) {
  ASSERT_OK_AND_ASSIGN(const Recommender recommender,
                       Recommender::create({item(2, 1, Part::kTop, {0, 1}), item(2, 2, Part::kTop, {1, 0}),
                                            item(2, 3, Part::kBottom, {1, 1})}));
  ASSERT_OK_AND_ASSIGN(const auto outfits, recommender.outfits(item(1, 1, Part::kTop, {1, 0}), {10, View::kCosine}));
  ASSERT_EQ(outfits.size(), 1u);
  EXPECT_EQ(outfits[0].match.item->garment, GarmentId{2});
  EXPECT_EQ(outfits[0].goes_with.size(), 1u) << "the other top is no suggestion";
}

TEST(Recommender, OutfitsAreFoundBehindManyPhotosThatWearNothingElse) {
  std::vector<Item> items;
  for (int photo = 10; photo < 200; ++photo) items.push_back(item(photo, 1, Part::kTop, {1, 0}));
  items.push_back(item(500, 1, Part::kTop, {0, 1}));
  items.push_back(item(500, 2, Part::kBottom, {0, 1}));
  ASSERT_OK_AND_ASSIGN(const Recommender recommender, Recommender::create(items));
  ASSERT_OK_AND_ASSIGN(const auto outfits, recommender.outfits(item(1, 1, Part::kTop, {1, 0}), {1, View::kCosine}));
  EXPECT_EQ(photos_of(outfits), Photos{500});
}

TEST(Recommender, AChangeKeepsTheOtherAttributes) {
  const testing::Values query_values = {{"length", "mini"}, {"colour", "black"}, {"fit", "slim"}};
  ASSERT_OK_AND_ASSIGN(
      const Recommender recommender,
      Recommender::create(
          {item(2, 1, Part::kBottom, {1, 0}, {{"length", "long"}, {"colour", "red"}, {"fit", "loose"}}),
           item(3, 1, Part::kBottom, {1, 0}, {{"length", "long"}, {"colour", "black"}, {"fit", "slim"}}),
           item(4, 1, Part::kBottom, {1, 0}, {{"length", "long"}, {"colour", "black"}, {"fit", "loose"}}),
           item(5, 1, Part::kBottom, {1, 0}, {{"length", "mini"}, {"colour", "black"}, {"fit", "slim"}}),
           item(6, 1, Part::kDress, {1, 0}, {{"length", "long"}, {"colour", "black"}, {"fit", "slim"}})}));
  ASSERT_OK_AND_ASSIGN(const auto matches, recommender.similar(item(1, 1, Part::kBottom, {1, 0}, query_values),
                                                               changed("length", "long", 10, View::kCosine)));
  EXPECT_EQ(photos_of(matches), (Photos{3, 4, 2}));
  EXPECT_DOUBLE_EQ(matches[0].score, 1);
  EXPECT_DOUBLE_EQ(matches[1].score, 0.95);
  EXPECT_EQ(matches[0].reason.differing, (std::vector<ComparedLabel>{{"length", "mini", "long"}}));
}

TEST(Recommender, AChangeLooksWhereTheQueryWouldBeAndNotForNearlyTheOldValue) {
  // The first number is the length (mini 0, long 10), the second the style. The query is a mini of style 5.
  ASSERT_OK_AND_ASSIGN(const Recommender recommender,
                       Recommender::create({item(2, 1, Part::kBottom, {0, 1}, {{"length", "mini"}}),
                                            item(3, 1, Part::kBottom, {0, 9}, {{"length", "mini"}}),
                                            item(4, 1, Part::kBottom, {14, 5}, {{"length", "long"}}),
                                            item(5, 1, Part::kBottom, {10, 5}, {{"length", "long"}}),
                                            item(6, 1, Part::kBottom, {6, 5}, {{"length", "long"}})}));
  const Item query = item(1, 1, Part::kBottom, {0, 5}, {{"length", "mini"}});
  ASSERT_OK_AND_ASSIGN(const auto matches, recommender.similar(query, changed("length", "long", 3, View::kEuclidean)));
  EXPECT_EQ(photos_of(matches), (Photos{5, 4, 6})) << "6 is nearest to the mini, but hardly long";
  EXPECT_DOUBLE_EQ(matches[0].reason.likeness, 1.0 / 11) << "likeness is that to the query itself";
}

TEST(Recommender, AChangeFromAnUnknownValueStartsAtTheQueryItself) {
  const std::vector<Item> items = {item(4, 1, Part::kBottom, {4, 5}, {{"length", "long"}}),
                                   item(5, 1, Part::kBottom, {1, 5}, {{"length", "long"}})};
  ASSERT_OK_AND_ASSIGN(const Recommender recommender, Recommender::create(items));
  const Item unsure = item(1, 1, Part::kBottom, {0, 5}, {{"length", "not_sure"}});
  ASSERT_OK_AND_ASSIGN(const auto matches, recommender.similar(unsure, changed("length", "long", 3, View::kEuclidean)));
  EXPECT_EQ(photos_of(matches), (Photos{5, 4}));
  const Item is_long = item(1, 1, Part::kBottom, {4, 5}, {{"length", "long"}});
  ASSERT_OK_AND_ASSIGN(const auto same, recommender.similar(is_long, changed("length", "long", 3, View::kEuclidean)));
  EXPECT_EQ(photos_of(same), (Photos{4, 5}));
}

TEST(Recommender, AValueThatNobodyHasIsNotFound) {
  ASSERT_OK_AND_ASSIGN(const Recommender recommender,
                       Recommender::create({item(1, 1, Part::kTop, {1, 0}, {{"length", "long"}}),
                                            item(2, 1, Part::kDress, {1, 0}, {{"length", "long"}})}));
  const Item query = item(1, 1, Part::kTop, {1, 0});
  EXPECT_ERROR(recommender.similar(query, changed("length", "long", 3, View::kCosine)), ErrorCode::kNotFound);
  EXPECT_ERROR(recommender.similar(query, changed("length", "mini", 3, View::kCosine)), ErrorCode::kNotFound);
}

TEST(Recommender, WithoutGarmentsHasNothingToSay) {
  ASSERT_OK_AND_ASSIGN(const Recommender recommender, Recommender::create({}));
  const Item query = item(1, 1, Part::kTop, {1, 0});
  EXPECT_TRUE(recommender.similar(query, {5, View::kCosine})->empty());
  EXPECT_TRUE(recommender.outfits(query, {5, View::kCosine})->empty());
  EXPECT_ERROR(recommender.similar(query, changed("length", "long", 3, View::kCosine)), ErrorCode::kNotFound);
}

TEST(Recommender, RefusesVectorsThatCannotBeCompared) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const auto mixed = Recommender::create({item(1, 1, Part::kTop, {1, 0}), item(7, 3, Part::kDress, {1, 0, 0})});
  EXPECT_ERROR(mixed, ErrorCode::kInvalidArgument);
  EXPECT_NE(mixed.error().text().find("photo 7, garment 3"), std::string::npos);
  EXPECT_ERROR(Recommender::create({item(1, 1, Part::kTop, {nan})}), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(Recommender::create({item(1, 1, Part::kTop, {1}), item(1, 1, Part::kDress, {1})}),
               ErrorCode::kInvalidArgument);  // a garment that comes twice

  ASSERT_OK_AND_ASSIGN(const Recommender recommender,
                       Recommender::create({item(2, 1, Part::kTop, {1, 0}, {{"length", "long"}})}));
  for (const Item& query :
       {item(1, 1, Part::kTop, {1}), item(1, 1, Part::kDress, {1}), item(1, 1, Part::kTop, {nan, 0})}) {
    EXPECT_ERROR(recommender.similar(query, {1, View::kCosine}), ErrorCode::kInvalidArgument);
    EXPECT_ERROR(recommender.outfits(query, {1, View::kCosine}), ErrorCode::kInvalidArgument);
    EXPECT_ERROR(recommender.similar(query, changed("length", "long", 1, View::kCosine)), ErrorCode::kInvalidArgument);
  }
}

TEST(Recommender, AnswersTheSameAfterItWasMoved) {
  ASSERT_OK_AND_ASSIGN(Recommender first,
                       Recommender::create({item(2, 1, Part::kTop, {1, 0}), item(3, 1, Part::kTop, {0, 1})}));
  const Recommender second = std::move(first);
  ASSERT_OK_AND_ASSIGN(const auto matches, second.similar(item(1, 1, Part::kTop, {0, 1}), {2, View::kCosine}));
  EXPECT_EQ(photos_of(matches), (Photos{3, 2}));
}

TEST(Recommender, TheGraphAnswersLikeTheExactIndex) {
  std::vector<Item> items;
  for (int i = 1; i <= 3000; ++i) {
    const float angle = static_cast<float>(i) * 0.001f;
    items.push_back(item(i, 1, i % 2 == 0 ? Part::kTop : Part::kDress, {std::cos(angle), std::sin(angle)}));
    items.push_back(item(i, 2, Part::kOuter, {1, 0}));
  }
  ASSERT_OK_AND_ASSIGN(const Recommender exact, Recommender::create(items));
  ASSERT_OK_AND_ASSIGN(const Recommender graph, Recommender::create(items, {100}));
  const Item query = items[1000];
  EXPECT_EQ(photos_of(*graph.similar(query, {10, View::kCosine})),
            photos_of(*exact.similar(query, {10, View::kCosine})));
  EXPECT_EQ(photos_of(*graph.outfits(query, {10, View::kCosine})),
            photos_of(*exact.outfits(query, {10, View::kCosine})));
}

}  // namespace
}  // namespace jaedan::recommender
