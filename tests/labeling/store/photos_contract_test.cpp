#include <algorithm>
#include <set>

#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using testing::StoreContract;

class StorePhotos : public StoreContract {};
JAEDAN_FOR_ALL_STORES(StorePhotos);

TEST_P(StorePhotos, AnAddedPhotoComesBackAsItWas) {
  const Photo photo{PhotoId{}, "여름 \"치마\" 100%_'x", "사진/여름 치마.jpg", 640, 480};
  ASSERT_OK_AND_ASSIGN(const std::vector<PhotoId> ids, store().add_photos({photo}));
  ASSERT_EQ(ids.size(), 1u);
  ASSERT_OK_AND_ASSIGN(const Photo stored, store().photo(ids[0]));
  EXPECT_EQ(stored.id, ids[0]);
  EXPECT_EQ(stored.name, photo.name);
  EXPECT_EQ(stored.path, photo.path);
  EXPECT_EQ(stored.width, 640);
  EXPECT_EQ(stored.height, 480);
}

TEST_P(StorePhotos, IdsComeInTheOrderOfThePhotosAndAscend) {
  ASSERT_OK_AND_ASSIGN(const std::vector<PhotoId> ids,
                       store().add_photos({{{}, "c", "/c", 1, 1}, {{}, "a", "/a", 2, 2}, {{}, "b", "/b", 3, 3}}));
  ASSERT_EQ(ids.size(), 3u);
  EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
  ASSERT_OK_AND_ASSIGN(const Photo second, store().photo(ids[1]));
  EXPECT_EQ(second.name, "a");
}

TEST_P(StorePhotos, AKnownPathKeepsItsIdAndGetsItsNewSize) {
  ASSERT_OK_AND_ASSIGN(const auto first, store().add_photos({{{}, "a", "/a.jpg", 10, 20}}));
  ASSERT_OK_AND_ASSIGN(const auto again, store().add_photos({{{}, "b", "/b.jpg", 1, 1}, {{}, "a", "/a.jpg", 30, 40}}));
  EXPECT_EQ(again[1], first[0]);
  EXPECT_NE(again[0], first[0]);
  ASSERT_OK_AND_ASSIGN(const Photo photo, store().photo(first[0]));
  EXPECT_EQ(photo.width, 30);
  EXPECT_EQ(photo.height, 40);
  ASSERT_OK_AND_ASSIGN(const std::int64_t count, store().count({}));
  EXPECT_EQ(count, 2);
}

TEST_P(StorePhotos, APhotoThatSomethingIsSaidOfKeepsTheSizeThatItWasSaidOf) {
  ASSERT_OK_AND_ASSIGN(const auto ids, store().add_photos({{{}, "a", "/a", 10, 20}, {{}, "b", "/b", 10, 20}}));
  ASSERT_OK(store().save(Annotation{ids[0], {}, {}, WorkflowState::kDrawn, 0}, {"mina", "draw"}));
  Prediction prediction;
  prediction.model_id = "m-1";
  ASSERT_OK(store().save_prediction(ids[1], prediction));
  ASSERT_OK(store().add_photos({{{}, "a", "/a", 5, 10}, {{}, "b", "/b", 5, 10}}));
  for (const PhotoId id : ids) {
    ASSERT_OK_AND_ASSIGN(const Photo photo, store().photo(id));
    EXPECT_EQ(photo.width, 10);
    EXPECT_EQ(photo.height, 20);
  }
}

TEST_P(StorePhotos, PathAndSizeCanBeSetButNotToAnotherPhotosPath) {
  ASSERT_OK_AND_ASSIGN(const auto ids, store().add_photos({{{}, "a", "/a", 10, 20}, {{}, "b", "/b", 1, 1}}));
  ASSERT_OK(store().update_photo({ids[0], "a", "/new/a", 30, 40}, {"mina", "relocate"}));
  ASSERT_OK_AND_ASSIGN(const Photo photo, store().photo(ids[0]));
  EXPECT_EQ(photo.path, "/new/a");
  EXPECT_EQ(photo.width, 30);
  EXPECT_EQ(photo.height, 40);
  ASSERT_OK_AND_ASSIGN(const auto again, store().add_photos({{{}, "a", "/new/a", 30, 40}}));
  EXPECT_EQ(again[0], ids[0]);
  EXPECT_ERROR(store().update_photo({ids[0], "a", "/b", 30, 40}, {"mina", "relocate"}), ErrorCode::kConflict);
  EXPECT_ERROR(store().update_photo({PhotoId{99}, "a", "/c", 30, 40}, {"mina", "relocate"}), ErrorCode::kNotFound);
  EXPECT_ERROR(store().update_photo({ids[0], "a", "", 30, 40}, {"mina", "relocate"}), ErrorCode::kInvalidArgument);
  EXPECT_EQ(store().photo(ids[0])->path, "/new/a");
}

TEST_P(StorePhotos, KoreanLettersApartAndTogetherAreOneName) {
  const std::string apart = "\u1100\u1161";  // 가
  const std::string together = "\uAC00";
  ASSERT_OK_AND_ASSIGN(const auto ids, store().add_photos({{{}, apart, "/" + apart + ".jpg", 1, 1}}));
  ASSERT_OK_AND_ASSIGN(const Photo photo, store().photo(ids[0]));
  EXPECT_EQ(photo.name, together);
  EXPECT_EQ(photo.path, "/" + apart + ".jpg");
  for (const std::string& typed : {apart, together}) {
    ASSERT_OK_AND_ASSIGN(const auto found, store().photo_named(typed));
    EXPECT_TRUE(found.has_value());
    PhotoFilter filter;
    filter.text = typed;
    EXPECT_EQ(*store().count(filter), 1);
  }
}

TEST_P(StorePhotos, ThePathTwiceInOneListIsOnePhoto) {
  ASSERT_OK_AND_ASSIGN(const auto ids, store().add_photos({{{}, "a", "/a", 1, 1}, {{}, "a", "/a", 5, 6}}));
  EXPECT_EQ(ids[0], ids[1]);
  ASSERT_OK_AND_ASSIGN(const Photo photo, store().photo(ids[0]));
  EXPECT_EQ(photo.width, 5);
}

TEST_P(StorePhotos, OnePhotoThatCannotBeStoredKeepsAllOut) {
  for (const Photo& bad : {Photo{{}, "x", "", 1, 1}, Photo{{}, "", "/x", 1, 1}, Photo{{}, "x", "/x", -1, 1},
                           Photo{{}, std::string("x\0y", 3), "/x", 1, 1}}) {
    EXPECT_ERROR(store().add_photos({{{}, "good", "/good", 1, 1}, bad}), ErrorCode::kInvalidArgument);
  }
  ASSERT_OK_AND_ASSIGN(const std::int64_t count, store().count({}));
  EXPECT_EQ(count, 0);
}

TEST_P(StorePhotos, ANameInAnotherEncodingIsKept) {
  const std::string euc_kr = "\xc4\xa1\xb8\xb6";
  const PhotoId id = add_photo(euc_kr);
  ASSERT_OK_AND_ASSIGN(const Photo photo, store().photo(id));
  EXPECT_EQ(photo.name, euc_kr);
  ASSERT_OK_AND_ASSIGN(const auto found, store().photo_named(euc_kr));
  EXPECT_TRUE(found.has_value());
}

TEST_P(StorePhotos, AddingNothingAddsNothing) {
  ASSERT_OK_AND_ASSIGN(const auto ids, store().add_photos({}));
  EXPECT_TRUE(ids.empty());
}

TEST_P(StorePhotos, APhotoIsFoundByItsExactName) {
  add_photo("IMG_1");
  const PhotoId id = add_photo("img_1");
  ASSERT_OK_AND_ASSIGN(const auto found, store().photo_named("img_1"));
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->id, id);
  ASSERT_OK_AND_ASSIGN(const auto missing, store().photo_named("img"));
  EXPECT_FALSE(missing.has_value());
}

TEST_P(StorePhotos, OfTwoPhotosWithOneNameTheFirstIsFound) {
  ASSERT_OK_AND_ASSIGN(const auto ids,
                       store().add_photos({{{}, "same", "/1/same", 1, 1}, {{}, "same", "/2/same", 1, 1}}));
  ASSERT_OK_AND_ASSIGN(const auto found, store().photo_named("same"));
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->id, ids[0]);
}

TEST_P(StorePhotos, TenThousandPhotosPageThroughOnceEach) {
  std::vector<Photo> photos;
  for (int i = 0; i < 10000; ++i) {
    photos.push_back({{}, "photo" + std::to_string(i), "/p/" + std::to_string(i), 10, 10});
  }
  ASSERT_OK(store().add_photos(photos));
  std::set<PhotoId> seen;
  PhotoId after;
  int pages = 0;
  while (true) {
    ASSERT_OK_AND_ASSIGN(const auto page, store().list({}, after, 300));
    if (page.empty()) break;
    ++pages;
    for (const PhotoRow& row : page) {
      EXPECT_LT(after, row.photo.id);
      after = row.photo.id;
      seen.insert(after);
    }
  }
  EXPECT_EQ(seen.size(), 10000u);
  EXPECT_EQ(pages, 34);
}

TEST_P(StorePhotos, AListOfNoneIsEmptyAndANegativeLimitIsRefused) {
  add_photo("a");
  ASSERT_OK_AND_ASSIGN(const auto none, store().list({}, PhotoId{}, 0));
  EXPECT_TRUE(none.empty());
  EXPECT_ERROR(store().list({}, PhotoId{}, -1), ErrorCode::kInvalidArgument);
}

TEST_P(StorePhotos, ANewPhotoIsListedAsUntouched) {
  add_photo("a", 3, 4);
  ASSERT_OK_AND_ASSIGN(const auto rows, store().list({}, PhotoId{}, 10));
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].photo.width, 3);
  EXPECT_EQ(rows[0].state, WorkflowState::kNew);
  EXPECT_EQ(rows[0].garment_count, 0);
  EXPECT_FALSE(rows[0].has_prediction);
  EXPECT_EQ(rows[0].worst_score, 1.0);
  EXPECT_EQ(rows[0].worker, "");
  EXPECT_EQ(rows[0].changed_at, "");
}

TEST_P(StorePhotos, AnUnknownPhotoIsNotFoundByAnyMethod) {
  const PhotoId nobody{77};
  Annotation annotation;
  annotation.photo = nobody;
  EXPECT_ERROR(store().photo(nobody), ErrorCode::kNotFound);
  EXPECT_ERROR(store().annotation(nobody), ErrorCode::kNotFound);
  EXPECT_ERROR(store().save(annotation, {"mina", "edit"}), ErrorCode::kNotFound);
  EXPECT_ERROR(store().save_all({annotation}, {"mina", "edit"}), ErrorCode::kNotFound);
  EXPECT_ERROR(store().history(nobody), ErrorCode::kNotFound);
  EXPECT_ERROR(store().set_source_file(nobody, "x"), ErrorCode::kNotFound);
  EXPECT_ERROR(store().source_file(nobody), ErrorCode::kNotFound);
  EXPECT_ERROR(store().save_prediction(nobody, testing::prediction_with_scores({1})), ErrorCode::kNotFound);
  EXPECT_ERROR(store().prediction(nobody), ErrorCode::kNotFound);
  EXPECT_ERROR(store().save_embeddings({{nobody, GarmentId{1}, "net-1", {1}}}), ErrorCode::kNotFound);
  EXPECT_ERROR(store().changes(nobody), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace jaedan::labeling
