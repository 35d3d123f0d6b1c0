#include "recommender/words/word_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "tests/recommender/item_builder.h"
#include "tests/recommender/words/words_in_tests.h"
#include "tests/support/matchers.h"

namespace jaedan::recommender {
namespace {

using testing::item;
using testing::vocabulary;

Item guessed(Item garment, double score) {
  for (AttributeValue& value : garment.attributes) value.provenance = Provenance::model("m1", score);
  return garment;
}

class WordSearch : public ::testing::Test {
 protected:
  void SetUp() override {
    items_ = {
        item(1, 1, Part::kBottom, {}, {{"category", "skirt"}, {"length", "mini"}, {"material", "denim"}}),
        item(1, 2, Part::kTop, {}, {{"category", "shirt"}, {"colour", "white"}}),
        item(2, 1, Part::kBottom, {}, {{"category", "skirt"}, {"length", "maxi"}, {"material", "denim"}}),
        item(2, 2, Part::kTop, {}, {{"category", "shirt"}, {"colour", "white"}}),
        item(3, 1, Part::kBottom, {}, {{"category", "skirt"}, {"length", "mini"}}),
        item(3, 2, Part::kTop, {}, {{"category", "tshirt"}, {"colour", "white"}, {"print", "solid"}}),
        item(4, 1, Part::kBottom, {}, {{"category", "jeans"}, {"material", "denim"}}),
        item(4, 2, Part::kTop, {}, {{"category", "tshirt"}, {"colour", "black"}, {"print", "stripe"}}),
    };
    labels_[PhotoId{1}] = {{"season", "summer", "", Provenance::human("mina")}};
    labels_[PhotoId{2}] = {{"season", "winter", "", Provenance::human("mina")}};
  }

  std::vector<PhotoAnswer> search(const std::string& text, std::size_t k = 10) const {
    const Result<WordQuery> query = parse_words(vocabulary(), text);
    return query.ok() ? search_by_words(*query, items_, labels_, k) : std::vector<PhotoAnswer>{};
  }
  /// "1 3" – the photos in order.
  std::string photos(const std::string& text, std::size_t k = 10) const {
    std::string ids;
    for (const PhotoAnswer& photo : search(text, k))
      ids += (ids.empty() ? "" : " ") + std::to_string(photo.photo.value);
    return ids;
  }

  std::vector<Item> items_;
  PhotoLabels labels_;
};

TEST_F(WordSearch, WhatHoldsAllGoesBeforeTheUnknownAndThatBeforeTheWrong) {
  EXPECT_EQ(photos("데님 미니 스커트"), "1 3 2");
  const auto found = search("데님 미니 스커트");
  EXPECT_EQ(found[0].score, 1);
  EXPECT_EQ(found[1].garments.at(0).labels.at(0).verdict, Verdict::kUnknown) << "nobody said what 3 is made of";
  EXPECT_EQ(found[2].garments.at(0).labels.at(1).verdict, Verdict::kFails) << "2 is a maxi";
}

TEST_F(WordSearch, AnotherCategoryIsNoAnswer) {
  EXPECT_EQ(photos("denim jeans"), "4");
  EXPECT_EQ(photos("coat"), "");
}

TEST_F(WordSearch, PhotosWithEveryGarmentComeFirst) {
  const auto found = search("데님 미니 스커트에 흰 셔츠");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(photos("데님 미니 스커트에 흰 셔츠"), "1 2 3");
  EXPECT_TRUE(found[0].complete);
  EXPECT_EQ(found[0].garments.at(0).item->garment, GarmentId{1});
  EXPECT_EQ(found[0].garments.at(1).item->garment, GarmentId{2});
  EXPECT_TRUE(found[1].complete);
  EXPECT_FALSE(found[2].complete) << "3 wears a T-shirt";
}

TEST_F(WordSearch, EachGarmentOfTheQueryHasOneOfItsOwn) {
  items_.push_back(item(5, 1, Part::kTop, {}, {{"category", "shirt"}, {"colour", "black"}}));
  items_.push_back(item(5, 2, Part::kTop, {}, {{"category", "shirt"}, {"colour", "white"}}));
  const auto found = search("shirt, black shirt");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].photo, PhotoId{5});
  EXPECT_EQ(found[0].garments.at(0).item->garment, GarmentId{2}) << "the black one is needed for the other";
  EXPECT_EQ(found[0].garments.at(1).item->garment, GarmentId{1});
  EXPECT_FALSE(found[1].complete) << "one shirt is not two";
}

TEST_F(WordSearch, WhatIsExcludedMustNotBeThere) {
  EXPECT_EQ(photos("스커트 -미니"), "2");
  EXPECT_EQ(photos("tops not white"), "4");
  EXPECT_EQ(photos("skirt without white shirt"), "3");
  EXPECT_EQ(photos("without skirt"), "4");
}

TEST_F(WordSearch, WithoutPrintIsPlainAndNotOnlyUnsaid) {
  EXPECT_EQ(photos("무늬 없는 상의"), "3 1 2 4");
  const auto found = search("무늬 없는 상의");
  EXPECT_EQ(found[0].garments.at(0).labels.at(0).verdict, Verdict::kHolds);
  EXPECT_EQ(found[1].garments.at(0).labels.at(0).verdict, Verdict::kUnknown);
  EXPECT_EQ(found[3].garments.at(0).labels.at(0).verdict, Verdict::kFails);
}

TEST_F(WordSearch, ASureModelGoesBeforeAnUnsureOneAndThatBeforeNothingSaid) {
  items_ = {item(1, 1, Part::kTop, {}, {{"category", "shirt"}}),
            guessed(item(2, 1, Part::kTop, {}, {{"category", "shirt"}, {"colour", "red"}}), 0.5),
            guessed(item(3, 1, Part::kTop, {}, {{"category", "shirt"}, {"colour", "red"}}), 0.9),
            guessed(item(4, 1, Part::kTop, {}, {{"colour", "red"}}), std::numeric_limits<double>::quiet_NaN()),
            item(5, 1, Part::kTop, {}, {{"category", "shirt"}, {"colour", "not_sure"}})};
  EXPECT_EQ(photos("빨간 셔츠"), "3 1 5 2 4") << "a person's word for the category counts twice the colour";
  EXPECT_EQ(photos("red"), "3 2 4");
}

TEST_F(WordSearch, ALaterMeaningCountsLess) {
  items_ = {item(1, 1, Part::kTop, {}, {{"category", "blouse"}, {"collar", "shirt"}}),
            item(2, 1, Part::kTop, {}, {{"category", "shirt"}}),
            item(3, 1, Part::kTop, {}, {{"category", "shirt"}, {"colour", "black"}, {"sub_colour", "white"}}),
            item(4, 1, Part::kTop, {}, {{"category", "shirt"}, {"colour", "white"}})};
  EXPECT_EQ(photos("shirt"), "2 3 4 1");
  EXPECT_EQ(photos("white shirt"), "4 3 2 1");
}

TEST_F(WordSearch, LabelsOfThePhotoCount) {
  EXPECT_EQ(photos("여름"), "1") << "photos of which nothing is known do not answer";
  EXPECT_EQ(photos("summer skirt"), "1 3 2");
  EXPECT_EQ(photos("winter -summer skirt"), "2 3");
}

TEST_F(WordSearch, EqualsComeByPhotoThenGarment) {
  items_ = {item(9, 2, Part::kTop, {}, {{"category", "shirt"}}), item(9, 1, Part::kTop, {}, {{"category", "shirt"}}),
            item(2, 7, Part::kTop, {}, {{"category", "shirt"}}), item(9, 1, Part::kTop, {}, {{"category", "shirt"}})};
  const auto found = search("셔츠");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].photo, PhotoId{2});
  EXPECT_EQ(found[1].garments.at(0).item->garment, GarmentId{1});
  EXPECT_FALSE(search("shirt, shirt").empty());
  std::reverse(items_.begin(), items_.end());
  EXPECT_EQ(photos("셔츠"), "2 9") << "the order of the items does not matter";
}

TEST_F(WordSearch, AGarmentThatComesTwiceIsOne) {
  items_ = {item(1, 1, Part::kTop, {}, {{"colour", "red"}}), item(1, 1, Part::kTop, {}, {{"colour", "red"}})};
  const auto found = search("red top + top");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_FALSE(found[0].complete);
}

TEST_F(WordSearch, KIsTheMost) {
  EXPECT_EQ(photos("상의", 2), "1 2");
  EXPECT_EQ(photos("상의", 0), "");
}

TEST_F(WordSearch, AnEmptyQueryAndNoItemsFindNothing) {
  EXPECT_TRUE(search_by_words(WordQuery(), items_, labels_, 5).empty());
  items_.clear();
  EXPECT_EQ(photos("셔츠"), "");
}

}  // namespace
}  // namespace jaedan::recommender
