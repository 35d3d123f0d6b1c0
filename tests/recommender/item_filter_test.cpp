#include "recommender/item_filter.h"

#include <gtest/gtest.h>

#include <string>

#include "recommender/recommender.h"
#include "tests/recommender/found_photos.h"
#include "tests/recommender/item_builder.h"
#include "tests/support/matchers.h"

namespace jaedan::recommender {
namespace {

using testing::item;
using testing::Photos;
using testing::photos_of;

/// Tops of photos 2 to 5, the nearest first; each photo wears a bottom too, and photos 2 and 4 are casual.
class Filtered : public ::testing::TestWithParam<std::size_t> {
 protected:
  void SetUp() override {
    std::vector<Item> items = {item(2, 1, Part::kTop, {1, 0}, {{"colour", "red"}, {"print", "dot"}}),
                               item(3, 1, Part::kTop, {1, 0.1F}, {{"colour", "black"}, {"print", "dot"}}),
                               item(4, 1, Part::kTop, {1, 0.2F}, {{"colour", "black"}, {"print", "plain"}}),
                               item(5, 1, Part::kTop, {1, 0.3F}, {{"colour", "navy"}, {"print", "dot"}})};
    for (int photo = 2; photo <= 5; ++photo) items.push_back(item(photo, 2, Part::kBottom, {1, 1}));
    for (Item& one : items) {
      const bool casual = one.photo.value % 2 == 0;
      one.photo_values = {{"style", casual ? "casual" : "formal", "", Provenance::human("mina")}};
    }
    auto made = Recommender::create(std::move(items), {GetParam()});
    ASSERT_OK(made);
    all_.emplace(std::move(made).value());
  }

  Photos found(const ItemFilter& filter) {
    Search search{10, View::kCosine, Ranking::kLooks, filter};
    const auto matches = all_->similar(query_, search);
    const auto outfits = all_->outfits(query_, search);
    EXPECT_OK(matches);
    EXPECT_OK(outfits);
    const Photos photos = photos_of(*matches);
    EXPECT_EQ(photos_of(*outfits), photos) << "outfits are filtered alike";
    return photos;
  }

  const Item query_ = item(1, 1, Part::kTop, {1, 0});
  std::optional<Recommender> all_;
};

TEST_P(Filtered, AllAttributesHoldByOneOfTheirValues) {
  EXPECT_EQ(found({}), (Photos{2, 3, 4, 5}));
  EXPECT_EQ(found({{{"colour", "black"}}}), (Photos{3, 4}));
  EXPECT_EQ(found({{{"colour", "black"}, {"print", "dot"}, {"colour", "navy"}}}), (Photos{3, 5}));
  EXPECT_EQ(found({{{"colour", "gold"}}}), Photos{});
}

TEST_P(Filtered, WhatIsSaidOfThePhotoHoldsForItsGarments) {
  EXPECT_EQ(found({{{"style", "casual"}}}), (Photos{2, 4}));
  EXPECT_EQ(found({{{"style", "casual"}, {"colour", "black"}}}), Photos{4});
}

TEST_P(Filtered, AWardrobeIsAskedAloneAndPhotosCanBeLeftOut) {
  EXPECT_EQ(found({{}, {{PhotoId{5}, PhotoId{3}, PhotoId{99}}}}), (Photos{3, 5}));
  EXPECT_EQ(found({{}, std::vector<PhotoId>{}}), Photos{}) << "an empty wardrobe holds nothing";
  EXPECT_EQ(found({{}, {}, {PhotoId{2}, PhotoId{4}}}), (Photos{3, 5}));
}

TEST_P(Filtered, AChangeIsLookedForAmongWhatPasses) {
  Search search;
  search.changes = {{"colour", "black"}};
  search.filter.values = {{"print", "dot"}};
  ASSERT_OK_AND_ASSIGN(const auto black, all_->similar(query_, search));
  ASSERT_EQ(black.size(), 1u);
  EXPECT_EQ(black[0].item->photo, PhotoId{3});
  search.filter.without = {PhotoId{3}};
  const auto none = all_->similar(query_, search);
  EXPECT_ERROR(none, ErrorCode::kNotFound);
  EXPECT_EQ(none.error().message.key, "recommender.value_unseen_there");
}

INSTANTIATE_TEST_SUITE_P(ExactAndGraph, Filtered, ::testing::Values(300000, 1));

}  // namespace
}  // namespace jaedan::recommender
