#include "app/workflow/recommend/garment_catalogue.h"

#include <gtest/gtest.h>

#include "app/workflow/recommend/recommend_items.h"
#include "tests/app/workflow/recommend/installed_model.h"
#include "tests/app/workflow/recommend/made_wardrobe.h"

namespace jaedan::workflow {
namespace {

using testing::MadeWardrobe;

std::size_t count_of(const GarmentCatalogue& catalogue) { return catalogue.garments().items().size(); }

TEST(GarmentCatalogue, HoldsTheGarmentsOfApprovedPhotos) {
  MadeWardrobe wardrobe(3);
  const PhotoId drawn = wardrobe.add(WorkflowState::kNew);
  GarmentCatalogue catalogue("m1");
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kWhole, {}));
  EXPECT_EQ(count_of(catalogue), 3u);
  EXPECT_FALSE(catalogue.garments().find(drawn, GarmentId{1}));
  EXPECT_EQ(catalogue.photo(wardrobe.photo(1)).name, "2");
  EXPECT_EQ(catalogue.box_of({wardrobe.photo(1), GarmentId{1}}), (Rect{10, 10, 80, 40}));
  EXPECT_EQ(catalogue.gaps().without_vector, 0);
}

TEST(GarmentCatalogue, TakesInWhatChangedSince) {
  MadeWardrobe wardrobe(3);
  GarmentCatalogue catalogue("m1");
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kWhole, {}));
  const PhotoId later = wardrobe.add(WorkflowState::kApproved);
  wardrobe.change(wardrobe.photo(0), [](Annotation& photo) { photo.state = WorkflowState::kReturned; });
  wardrobe.change(wardrobe.photo(1), [](Annotation& photo) {
    photo.garments[0].attributes = {{"colour", "red", "", Provenance::human("mina")}};
    photo.image_attributes = {{"style", "casual", "", Provenance::human("mina")}};
  });
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kAtOnce, {}));
  EXPECT_EQ(count_of(catalogue), 3u);
  EXPECT_FALSE(catalogue.garments().find(wardrobe.photo(0), GarmentId{1}));
  EXPECT_TRUE(catalogue.garments().find(later, GarmentId{1})) << "its vector is a proposal's, which takes no time";
  const recommender::Item* changed = catalogue.garments().find(wardrobe.photo(1), GarmentId{1});
  ASSERT_TRUE(changed);
  EXPECT_TRUE(has_value(*changed, "colour", "red"));
  EXPECT_TRUE(has_value(*changed, "style", "casual"));
  EXPECT_EQ(catalogue.gaps().changed_photos, 0);
}

TEST(GarmentCatalogue, ReadsNothingAgainWhenNothingChanged) {
  MadeWardrobe wardrobe(3);
  GarmentCatalogue catalogue("m1");
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kWhole, {}));
  const recommender::Item* before = catalogue.garments().items().data();
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kWhole, {}));
  wardrobe.add(WorkflowState::kNew);
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kWhole, {}));
  EXPECT_EQ(catalogue.garments().items().data(), before) << "work on photos that are not approved is no change here";
}

TEST(GarmentCatalogue, AGarmentThatIsDeletedIsGone) {
  MadeWardrobe wardrobe(2);
  GarmentCatalogue catalogue("m1");
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kWhole, {}));
  wardrobe.change(wardrobe.photo(0), [](Annotation& photo) { photo.garments.clear(); });
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kWhole, {}));
  EXPECT_EQ(count_of(catalogue), 1u);
}

TEST(GarmentCatalogue, AfterManyChangesWhatIsHeldAnswersAtOnceAndSaysItIsOlder) {
  MadeWardrobe wardrobe(2);
  GarmentCatalogue catalogue("m1");
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kWhole, {}));
  for (int i = 0; i < 120; ++i) wardrobe.add(WorkflowState::kApproved);
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kAtOnce, {}));
  EXPECT_EQ(count_of(catalogue), 2u);
  EXPECT_EQ(catalogue.gaps().changed_photos, 120);
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kWhole, {}));
  EXPECT_EQ(count_of(catalogue), 122u);
  EXPECT_EQ(catalogue.gaps().changed_photos, 0);
}

TEST(GarmentCatalogue, AGarmentWithoutAVectorWaitsForOne) {
  MadeWardrobe wardrobe(2);
  const PhotoId drawn = wardrobe.add(WorkflowState::kApproved, true);
  GarmentCatalogue catalogue("m1");
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kAtOnce, {}));
  EXPECT_EQ(count_of(catalogue), 0u) << "the first reading makes no vectors while somebody waits";
  EXPECT_EQ(catalogue.gaps().without_vector, 3);
  ASSERT_OK(wardrobe.store().save_embeddings({{drawn, GarmentId{1}, "m1", {0, 1}}}));  // as another program would
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kAtOnce, {}));
  EXPECT_TRUE(catalogue.garments().find(drawn, GarmentId{1}));
  EXPECT_EQ(catalogue.gaps().without_vector, 2);
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kWhole, {}));
  EXPECT_EQ(count_of(catalogue), 3u);
}

TEST(GarmentCatalogue, WhatCannotBeReadIsCountedAndNotTriedAgain) {
  MadeWardrobe wardrobe(2);
  const PhotoId drawn = wardrobe.add(WorkflowState::kApproved, true);  // there is no model 'm1' to look at it
  GarmentCatalogue catalogue("m1");
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kWhole, {}));
  EXPECT_EQ(count_of(catalogue), 2u);
  EXPECT_EQ(catalogue.gaps().unreadable, 1);
  EXPECT_EQ(catalogue.gaps().without_vector, 0) << "nobody is to wait for it";
  wardrobe.change(drawn, [](Annotation& photo) { photo.garments[0].part = Part::kDress; });
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kAtOnce, {}));
  EXPECT_EQ(catalogue.gaps().without_vector, 1) << "it changed, so it may be tried again";
}

TEST(GarmentCatalogue, AGarmentWithoutAnOutlineIsCounted) {
  MadeWardrobe wardrobe(1);
  wardrobe.change(wardrobe.photo(0),
                  [](Annotation& photo) { photo.garments.push_back(MadeWardrobe::without_outline(7)); });
  GarmentCatalogue catalogue("m1");
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kWhole, {}));
  EXPECT_EQ(count_of(catalogue), 1u);
  EXPECT_EQ(catalogue.gaps().without_region, 1);
}

TEST(GarmentCatalogue, AVectorOfAnotherLengthIsNone) {
  MadeWardrobe wardrobe(2);
  ASSERT_OK(wardrobe.store().save_embeddings(
      {{wardrobe.photo(0), GarmentId{1}, "m1", {1, 0}}, {wardrobe.photo(1), GarmentId{1}, "m1", {1, 0, 0}}}));
  GarmentCatalogue catalogue("m1");
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kWhole, {}));
  EXPECT_EQ(count_of(catalogue), 1u);
  EXPECT_EQ(catalogue.gaps().unreadable, 1);
}

TEST(GarmentCatalogue, WhatWasStoppedGoesOnWhereItStopped) {
  MadeWardrobe wardrobe(3);
  GarmentCatalogue catalogue("m1");
  CancelFlag cancel;
  cancel.cancel();
  EXPECT_ERROR(catalogue.refresh(wardrobe.project(), Patience::kAtOnce, {{}, &cancel}), ErrorCode::kCancelled);
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kWhole, {}));
  EXPECT_EQ(count_of(catalogue), 3u);
}

TEST(GarmentCatalogue, AnEmptyProjectHoldsNothing) {
  MadeWardrobe wardrobe(0);
  GarmentCatalogue catalogue("m1");
  ASSERT_OK(catalogue.refresh(wardrobe.project(), Patience::kAtOnce, {}));
  EXPECT_EQ(count_of(catalogue), 0u);
}

TEST(GarmentCatalogues, KeepTheTwoThatWereAskedLast) {
  MadeWardrobe wardrobe(1);
  GarmentCatalogues catalogues;
  ASSERT_OK(catalogues.of("m1").refresh(wardrobe.project(), Patience::kWhole, {}));
  const GarmentCatalogue* first = &catalogues.of("m1");
  catalogues.of("m2");
  EXPECT_EQ(&catalogues.of("m1"), first);
  EXPECT_EQ(count_of(catalogues.of("m1")), 1u);
  catalogues.of("m3");
  EXPECT_EQ(catalogues.of("m2").model_id(), "m2");
}

TEST(RecommendFromHeld, SaysWhatItLacksUntilAllIsThere) {
  MadeWardrobe wardrobe(3);
  testing::install_vector_model(wardrobe.project(), "m1");
  GarmentCatalogues catalogues;
  RecommendQuery query;
  query.photo = wardrobe.photo(0);
  ASSERT_OK_AND_ASSIGN(const auto at_once, recommend(wardrobe.project(), catalogues, query, Patience::kAtOnce, {}));
  EXPECT_TRUE(at_once.may_grow);
  ASSERT_FALSE(at_once.partial.empty());
  EXPECT_EQ(at_once.partial[0].key, "recommend.no_vector_yet");
  ASSERT_OK_AND_ASSIGN(const auto whole, recommend(wardrobe.project(), catalogues, query, Patience::kWhole, {}));
  EXPECT_FALSE(whole.may_grow);
  EXPECT_TRUE(whole.partial.empty());
  ASSERT_EQ(whole.similar.size(), 2u);
  ASSERT_OK_AND_ASSIGN(const auto again, recommend(wardrobe.project(), catalogues, query, Patience::kAtOnce, {}));
  EXPECT_EQ(again.similar.size(), 2u) << "the garments are held";
}

TEST(RecommendFromHeld, OneGarmentAloneAndNoneAtAllAreSaid) {
  MadeWardrobe wardrobe(1);
  testing::install_vector_model(wardrobe.project(), "m1");
  RecommendQuery query;
  query.photo = wardrobe.photo(0);
  ASSERT_OK_AND_ASSIGN(const auto alone, recommend(wardrobe.project(), query));
  ASSERT_EQ(alone.partial.size(), 1u);
  EXPECT_EQ(alone.partial[0].key, "recommend.only_one");
  MadeWardrobe nothing(0);
  testing::install_vector_model(nothing.project(), "m1");
  query.photo = nothing.add(WorkflowState::kNew);
  ASSERT_OK_AND_ASSIGN(const auto none, recommend(nothing.project(), query));
  ASSERT_EQ(none.partial.size(), 1u);
  EXPECT_EQ(none.partial[0].key, "recommend.nothing_approved");
}

}  // namespace
}  // namespace jaedan::workflow
