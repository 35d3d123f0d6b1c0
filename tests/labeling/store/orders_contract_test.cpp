#include <algorithm>

#include "labeling/store/storable.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using testing::garment;
using testing::prediction_with_scores;
using testing::StoreContract;
using testing::value;
using Names = std::vector<std::string>;

constexpr PhotoKey kAllKeys[] = {PhotoKey::kAdded, PhotoKey::kName, PhotoKey::kScore, PhotoKey::kTime};

/// Seven photos, in this order: b (score 0.5), A (no prediction), 가 (0.1 + 0.2), c (nothing found: 0), B (0.5), a
/// (no prediction), d (1). Changed, one after the other: 가, b, A.
class StoreOrders : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    for (const char* name : {"b", "A", "가", "c", "B", "a", "d"}) ids_.push_back(add_photo(name + std::string("_")));
    const auto predict = [&](std::size_t place, const std::vector<double>& scores) {
      ASSERT_OK(store().save_prediction(ids_[place], prediction_with_scores(scores)));
    };
    predict(0, {0.5});
    predict(2, {0.9, 0.1 + 0.2});
    predict(3, {});
    predict(4, {0.5, 0.7});
    predict(6, {1});
    for (const std::size_t place : {2, 0, 1}) {
      Annotation annotation;
      annotation.photo = ids_[place];
      Garment black = garment(1, place == 2 ? Part::kDress : Part::kTop);
      black.attributes = {value("colour", "black")};
      annotation.garments = {black, black};
      annotation.garments[1].id = GarmentId{2};
      annotation.state = place == 0 ? WorkflowState::kDrawn : WorkflowState::kApproved;
      save(annotation, place == 1 ? "jun" : "mina");
    }
  }

  Names listed(PhotoOrder order, int limit = 100, const PhotoFilter& filter = {}) {
    Names names;
    std::optional<PhotoRow> after;
    while (true) {
      const auto page = store().list_in_order(filter, order, after, limit);
      EXPECT_OK(page);
      if (!page.ok() || page->empty()) return names;
      EXPECT_LE(static_cast<int>(page->size()), limit);
      for (const PhotoRow& row : *page) names.push_back(row.photo.name.substr(0, row.photo.name.size() - 1));
      after = page->back();
    }
  }

  std::vector<PhotoId> ids_;
};
JAEDAN_FOR_ALL_STORES(StoreOrders);

TEST_P(StoreOrders, ByNameWithoutRegardToCase) {
  EXPECT_EQ(listed({PhotoKey::kName}), (Names{"A", "a", "b", "B", "c", "d", "가"}));
  EXPECT_EQ(listed({PhotoKey::kName, true}), (Names{"가", "d", "c", "B", "b", "a", "A"}));
}

TEST_P(StoreOrders, ByScoreWithThoseThatHaveNoneLastBothWays) {
  EXPECT_EQ(listed({PhotoKey::kScore}), (Names{"c", "가", "b", "B", "d", "A", "a"}));
  EXPECT_EQ(listed({PhotoKey::kScore, true}), (Names{"d", "B", "b", "가", "c", "a", "A"}));
}

TEST_P(StoreOrders, ByTimeOfTheLastChangeWithThoseThatWereNeverChangedLastBothWays) {
  const Names oldest_first = listed({PhotoKey::kTime});
  // Changes within a millisecond stand as they were added.
  EXPECT_EQ((Names(oldest_first.begin() + 3, oldest_first.end())), (Names{"c", "B", "a", "d"}));
  std::optional<PhotoRow> before;
  ASSERT_OK_AND_ASSIGN(const auto changed, store().list_in_order({}, {PhotoKey::kTime}, {}, 3));
  for (const PhotoRow& row : changed) {
    EXPECT_FALSE(row.changed_at.empty());
    EXPECT_LE(before ? before->changed_at : "", row.changed_at);
    before = row;
  }
  Names newest_first = listed({PhotoKey::kTime, true});
  EXPECT_EQ((Names(newest_first.begin() + 3, newest_first.end())), (Names{"d", "a", "B", "c"}));
  std::reverse(newest_first.begin(), newest_first.begin() + 3);
  EXPECT_TRUE(std::equal(newest_first.begin(), newest_first.begin() + 3, oldest_first.begin()));
}

TEST_P(StoreOrders, AsAddedBothWays) {
  EXPECT_EQ(listed({}), (Names{"b", "A", "가", "c", "B", "a", "d"}));
  EXPECT_EQ(listed({PhotoKey::kAdded, true}), (Names{"d", "a", "B", "c", "가", "A", "b"}));
}

TEST_P(StoreOrders, PagesJoinWithoutGapsOrRepeatsInEveryOrder) {
  for (const PhotoKey key : kAllKeys) {
    for (const bool reversed : {false, true}) {
      const Names whole = listed({key, reversed});
      EXPECT_EQ(whole.size(), ids_.size());
      for (const int limit : {1, 2, 3, 5}) EXPECT_EQ(listed({key, reversed}, limit), whole) << limit;
    }
  }
}

TEST_P(StoreOrders, AFilterLeavesTheSameOrder) {
  PhotoFilter by_state, by_part, by_value, by_text, by_score, by_worker, looked, all;
  by_state.state = WorkflowState::kApproved;
  by_part.part = Part::kTop;
  by_value.attribute = "colour";
  by_value.value = "black";
  by_text.text = "B";
  by_score.max_score = 0.5;
  by_worker.worker = "mina";
  looked.looked = true;
  all = by_value;
  all.part = Part::kTop;
  all.state = WorkflowState::kDrawn;
  all.worker = "mina";
  EXPECT_EQ(listed({PhotoKey::kName, true}, 2, by_state), (Names{"가", "A"}));
  EXPECT_EQ(listed({PhotoKey::kName}, 1, by_part), (Names{"A", "b"}));
  EXPECT_EQ(listed({PhotoKey::kScore}, 1, by_value), (Names{"가", "b", "A"}));
  EXPECT_EQ(listed({PhotoKey::kScore, true}, 2, by_text), (Names{"B", "b"}));
  EXPECT_EQ(listed({PhotoKey::kScore, true}, 2, by_score), (Names{"B", "b", "가", "c"}));
  EXPECT_EQ(listed({PhotoKey::kName}, 2, by_worker), (Names{"b", "가"}));
  EXPECT_EQ(listed({PhotoKey::kScore}, 2, looked).size(), 3u);
  EXPECT_EQ(listed({PhotoKey::kTime}, 2, all), Names{"b"});
}

TEST_P(StoreOrders, AFilterThatFindsManyListsAsOneThatFindsFew) {
  std::vector<Photo> photos;
  for (int i = 0; i < 2500; ++i) {
    photos.push_back({{}, "many" + std::to_string(10000 + i * 7919 % 2500) + "_", "/m/" + std::to_string(i), 1, 1});
  }
  ASSERT_OK(store().add_photos(photos));
  PhotoFilter many;
  many.text = "many";
  PhotoFilter fresh;
  fresh.state = WorkflowState::kNew;
  const Names by_name = listed({PhotoKey::kName}, 999, many);
  EXPECT_EQ(by_name.size(), photos.size());
  EXPECT_TRUE(std::is_sorted(by_name.begin(), by_name.end()));
  EXPECT_EQ(listed({PhotoKey::kTime, true}, 999, many).size(), photos.size());
  const Names by_score = listed({PhotoKey::kScore}, 999, fresh);
  EXPECT_EQ(by_score.size(), photos.size() + 4);
  EXPECT_EQ((Names(by_score.begin(), by_score.begin() + 4)), (Names{"c", "B", "d", "a"}));
}

TEST_P(StoreOrders, APhotoThatChangesMovesAndItsOldRowStillTellsWhereAPageGoesOn) {
  ASSERT_OK_AND_ASSIGN(const auto first, store().list_in_order({}, {PhotoKey::kScore}, {}, 2));
  ASSERT_OK(store().save_prediction(first.back().photo.id, prediction_with_scores({0.95})));
  ASSERT_OK_AND_ASSIGN(const auto second, store().list_in_order({}, {PhotoKey::kScore}, first.back(), 2));
  EXPECT_EQ(second[0].photo.name, "b_");
  EXPECT_EQ(listed({PhotoKey::kScore}), (Names{"c", "b", "B", "가", "d", "A", "a"}));
}

TEST_P(StoreOrders, RowsComeAsTheyAreAskedFor) {
  ASSERT_OK_AND_ASSIGN(const auto rows, store().rows({ids_[3], ids_[0], ids_[3]}));
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].photo.name, "c_");
  EXPECT_EQ(rows[1].photo.name, "b_");
  EXPECT_EQ(rows[1].garment_count, 2);
  EXPECT_EQ(rows[2].photo.id, ids_[3]);
  EXPECT_ERROR(store().rows({ids_[0], PhotoId{99}}), ErrorCode::kNotFound);
  EXPECT_TRUE(store().rows({})->empty());
}

TEST_P(StoreOrders, RefusesWhatEveryListRefuses) {
  PhotoFilter half;
  half.attribute = "colour";
  EXPECT_ERROR(store().list_in_order(half, {PhotoKey::kName}, {}, 10), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(store().list_in_order({}, {PhotoKey::kName}, {}, -1), ErrorCode::kInvalidArgument);
  EXPECT_TRUE(store().list_in_order({}, {PhotoKey::kName}, {}, 0)->empty());
}

}  // namespace
}  // namespace jaedan::labeling
