#include "app/workflow/recommend/search_photos.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/app/workflow/recommend/installed_model.h"
#include "tests/app/workflow/recommend/made_wardrobe.h"

namespace jaedan::workflow {
namespace {

using testing::MadeWardrobe;

/// A white shirt, a black one, and a new photo that nobody approved.
class SearchPhotos : public ::testing::Test {
 protected:
  void SetUp() override {
    testing::install_vector_model(wardrobe_.project(), "m1");
    say("white");
    say("black");
    wardrobe_.add(WorkflowState::kNew);
  }
  PhotoId say(const std::string& colour) {
    const PhotoId photo = wardrobe_.add(WorkflowState::kApproved);
    wardrobe_.change(photo, [&](Annotation& annotation) {
      annotation.garments[0].attributes = {{"category", "shirt", "", Provenance::human("mina")},
                                           {"colour", colour, "", Provenance::human("mina")}};
    });
    return photo;
  }
  Result<SearchAnswers> search(const SearchQuery& query) {
    return search_photos(wardrobe_.project(), memory_, query, {});
  }

  MadeWardrobe wardrobe_{0};
  SearchMemory memory_;
};

TEST_F(SearchPhotos, ByWordsTheBestPhotoComesFirstWithItsGarment) {
  ASSERT_OK_AND_ASSIGN(const SearchAnswers found, search({"흰 셔츠"}));
  ASSERT_FALSE(found.garments.empty());
  EXPECT_EQ(found.garments[0].item.photo.id, wardrobe_.photo(0));
  EXPECT_EQ(found.garments[0].item.garment, GarmentId{1});
  EXPECT_EQ(found.garments[0].item.box, (Rect{10, 10, 80, 40}));
  EXPECT_FALSE(found.garments[0].reason.text().empty());
  EXPECT_EQ(found.photos.front(), wardrobe_.photo(0));
  EXPECT_FALSE(found.may_be_more);
}

TEST_F(SearchPhotos, WhatWasUnderstoodCanBeTakenOut) {
  ASSERT_OK_AND_ASSIGN(const SearchAnswers found, search({"흰 셔츠"}));
  ASSERT_EQ(found.understood.size(), 2u);
  const auto white = std::find_if(found.understood.begin(), found.understood.end(),
                                  [](const auto& one) { return one.label.attribute == "colour"; });
  ASSERT_NE(white, found.understood.end());
  EXPECT_EQ(white->label.value, "white");
  EXPECT_EQ(without(found, *white), "셔츠");
  ASSERT_OK_AND_ASSIGN(const SearchAnswers rest, search({without(found, *white)}));
  EXPECT_EQ(rest.photos.size(), 2u);
}

TEST_F(SearchPhotos, AChangedProjectIsReadAgain) {
  ASSERT_OK_AND_ASSIGN(const SearchAnswers before, search({"red shirt"}));
  const PhotoId red = say("red");
  ASSERT_OK_AND_ASSIGN(const SearchAnswers after, search({"red shirt"}));
  EXPECT_EQ(after.photos.front(), red);
  EXPECT_EQ(after.photos.size(), before.photos.size() + 1);
}

TEST_F(SearchPhotos, WhatNobodyUnderstandsIsANote) {
  ASSERT_OK_AND_ASSIGN(const SearchAnswers found, search({"qwxz"}));
  EXPECT_TRUE(found.garments.empty());
  EXPECT_FALSE(found.notes.empty());
}

TEST_F(SearchPhotos, ByAPhotoWhatIsLikeEachOfItsGarmentsIsFound) {
  SearchQuery query;
  query.like = wardrobe_.photo(0);
  ASSERT_OK_AND_ASSIGN(const SearchAnswers found, search(query));
  ASSERT_EQ(found.like.size(), 1u);
  ASSERT_EQ(found.like[0].similar.size(), 1u);
  EXPECT_EQ(found.photos, std::vector<PhotoId>{wardrobe_.photo(1)});
}

TEST_F(SearchPhotos, APathIsAPhotoElsewhere) {
  EXPECT_TRUE(SearchQuery{"/nowhere/at.jpg"}.is_by_photo());
  EXPECT_ERROR(search({"/nowhere/at.jpg"}), ErrorCode::kNotFound);
}

TEST_F(SearchPhotos, AsManyAsAskedForSaysThatThereMayBeMore) {
  SearchQuery one;
  one.words = "셔츠";
  one.k = 1;
  ASSERT_OK_AND_ASSIGN(const SearchAnswers found, search(one));
  EXPECT_EQ(found.photos.size(), 1u);
  EXPECT_TRUE(found.may_be_more);
}

}  // namespace
}  // namespace jaedan::workflow
