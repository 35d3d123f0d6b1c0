// Who confirmed, accepted, looked at and approved: kept beside who said it, told from each other, listed and counted.
#include "labeling/store/annotation_json.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using testing::garment;
using testing::StoreContract;
using Names = std::vector<std::string>;

class StoreHandling : public StoreContract {
 protected:
  static Garment models_own(std::int64_t id, const Handling& handling = {}) {
    Garment made = garment(id, Part::kTop);
    made.region_provenance = Provenance::model("net-1", 0.87);
    made.handling = handling;
    return made;
  }
  PhotoId put(const std::string& name, const std::vector<Garment>& garments) {
    Annotation annotation;
    annotation.photo = add_photo(name);
    annotation.garments = garments;
    annotation.state = WorkflowState::kApproved;
    save(annotation);
    return annotation.photo;
  }
  Names looked(bool yes) {
    PhotoFilter filter;
    filter.looked = yes;
    return names(filter);
  }
};
JAEDAN_FOR_ALL_STORES(StoreHandling);

TEST_P(StoreHandling, EveryNameComesBackBesideTheModelsWord) {
  const Handling handling{"accepts", "looks", "approves"};
  const PhotoId id = put("a", {models_own(1, handling), models_own(2)});
  const Annotation stored = load(id);
  EXPECT_EQ(stored.garments[0].handling, handling);
  EXPECT_EQ(stored.garments[0].region_provenance, Provenance::model("net-1", 0.87));
  EXPECT_EQ(stored.garments[1].handling, Handling{});
  ASSERT_OK_AND_ASSIGN(const auto changes, store().changes(id));
  ASSERT_OK_AND_ASSIGN(const Annotation logged, annotation_from_json(changes[0].after));
  EXPECT_EQ(logged, stored);
  EXPECT_EQ(testing::problems_of(store()), Names{});
}

TEST_P(StoreHandling, WhatNobodyLookedAtIsListedAndCounted) {
  put("approved_in_bulk", {models_own(1, {"boss", "", "boss"}), models_own(2, {"boss", "mina", "boss"})});
  put("looked_at", {models_own(1, {"", "mina", ""})});
  put("drawn", {garment(1, Part::kTop)});
  Garment confirmed = models_own(1);
  confirm(confirmed.region_provenance, "mina");
  put("confirmed", {confirmed});
  add_photo("new");
  EXPECT_EQ(looked(false), Names{"approved_in_bulk"});
  EXPECT_EQ(looked(true), (Names{"looked_at", "drawn", "confirmed"}));
  ASSERT_OK_AND_ASSIGN(const auto rows, store().list({}, PhotoId{}, 10));
  std::vector<int> unseen;
  for (const PhotoRow& row : rows) unseen.push_back(row.unseen_count);
  EXPECT_EQ(unseen, (std::vector<int>{1, 0, 0, 0, 0}));
}

TEST_P(StoreHandling, LookedAtGoesWithOtherFilters) {
  put("a", {models_own(1)});
  put("b", {models_own(1)});
  PhotoFilter filter;
  filter.looked = false;
  filter.part = Part::kTop;
  filter.text = "b";
  EXPECT_EQ(names(filter), Names{"b"});
  filter.part = Part::kDress;
  EXPECT_EQ(names(filter), Names{});
}

TEST_P(StoreHandling, APhotoThatSomebodyLooksAtLeavesTheList) {
  const PhotoId id = put("a", {models_own(1)});
  Annotation annotation = load(id);
  annotation.garments[0].handling.looked_by = "mina";
  save(annotation);
  EXPECT_EQ(looked(false), Names{});
  EXPECT_EQ(testing::problems_of(store()), Names{});
}

TEST_P(StoreHandling, TheStateChangedIsKept) {
  Annotation annotation = load(put("a", {models_own(1)}));
  annotation.state = WorkflowState::kChanged;
  EXPECT_EQ(save(annotation).state, WorkflowState::kChanged);
}

}  // namespace
}  // namespace jaedan::labeling
