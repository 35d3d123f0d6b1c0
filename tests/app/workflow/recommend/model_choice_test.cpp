#include "app/workflow/recommend/model_choice.h"

#include <gtest/gtest.h>

#include "app/workflow/recommend/embed_ahead.h"
#include "app/workflow/recommend/recommend_items.h"
#include "tests/app/workflow/recommend/installed_model.h"
#include "tests/app/workflow/recommend/made_wardrobe.h"

namespace jaedan::workflow {
namespace {

using testing::MadeWardrobe;

/// Photos that the model "m1" saw, in a project that has a model for vectors of its own.
class ChoosingAModel : public ::testing::Test {
 protected:
  void SetUp() override { testing::install_vector_model(wardrobe_.project(), wanted_); }
  void give(std::size_t photo, const std::string& model) {
    ASSERT_OK(wardrobe_.store().save_embeddings({{wardrobe_.photo(photo), GarmentId{1}, model, {1, 0}}}));
  }
  ModelChoice choose(PhotoId photo = {}) {
    const auto choice = choose_model(wardrobe_.project(), catalogues_, photo);
    EXPECT_OK(choice);
    return choice.ok() ? *choice : ModelChoice{};
  }

  const std::string wanted_ = "zzz-vectors";
  MadeWardrobe wardrobe_{3};
  GarmentCatalogues catalogues_;
};

TEST_F(ChoosingAModel, WithoutAnyVectorTheWantedOneIsAsked) {
  EXPECT_EQ(choose(wardrobe_.photo(0)).id, wanted_);
  EXPECT_FALSE(choose(wardrobe_.photo(0)).stands_in);
}

TEST_F(ChoosingAModel, TheNewestModelForVectorsIsWanted) {
  testing::install_vector_model(wardrobe_.project(), "zzz-vectors-2");
  const auto wanted = wanted_model(wardrobe_.project(), wardrobe_.photo(0));
  ASSERT_OK(wanted);
  EXPECT_EQ(*wanted, "zzz-vectors-2");
}

TEST_F(ChoosingAModel, WhileAnotherHasMoreThatOneStandsInAndSaysSo) {
  for (const std::size_t photo : {0u, 1u, 2u}) give(photo, "m1");
  give(0, wanted_);
  const ModelChoice choice = choose(wardrobe_.photo(0));
  EXPECT_EQ(choice.id, "m1");
  ASSERT_TRUE(choice.stands_in);
  EXPECT_EQ(choice.stands_in->text(), "compared by 'm1' until 'zzz-vectors' has seen all garments; it has seen 1 of 3");
}

TEST_F(ChoosingAModel, AnOlderModelForVectorsAnswersUntilTheNewOneHasAsMany) {
  for (const std::size_t photo : {0u, 1u}) give(photo, wanted_);
  EXPECT_EQ(choose().id, wanted_);
  testing::install_vector_model(wardrobe_.project(), "zzz-vectors-2");
  EXPECT_EQ(choose().id, wanted_);
  give(2, "zzz-vectors-2");
  EXPECT_EQ(choose().id, wanted_);
  give(1, "zzz-vectors-2");
  EXPECT_EQ(choose().id, "zzz-vectors-2");
  give(2, wanted_);
  EXPECT_EQ(choose().id, "zzz-vectors-2") << "answers do not change back";
}

TEST_F(ChoosingAModel, WhatCannotBeMadeDoesNotKeepTheNewModelWaiting) {
  for (const std::size_t photo : {0u, 1u}) give(photo, "m1");
  give(0, wanted_);
  EXPECT_EQ(choose(wardrobe_.photo(0)).id, "m1");
  ASSERT_OK(turn_to_model(wardrobe_.project(), catalogues_, wanted_, {}));
  EXPECT_EQ(choose(wardrobe_.photo(0)).id, wanted_);
}

TEST_F(ChoosingAModel, AnAnswerThatAnotherModelGaveSaysSo) {
  for (const std::size_t photo : {0u, 1u, 2u}) give(photo, "m1");
  RecommendQuery query;
  query.photo = wardrobe_.photo(0);
  const auto found = recommend(wardrobe_.project(), catalogues_, query, Patience::kAtOnce, {});
  ASSERT_OK(found);
  EXPECT_EQ(found->similar.size(), 2u);
  ASSERT_EQ(found->partial.size(), 1u);
  EXPECT_EQ(found->partial[0].key, "recommend.model_stands_in");
}

TEST_F(ChoosingAModel, WarmingUpReadsWhatAFirstQuestionNeeds) {
  for (const std::size_t photo : {0u, 1u, 2u}) give(photo, wanted_);
  ASSERT_OK(warm_up(wardrobe_.project(), catalogues_, {}));
  EXPECT_EQ(catalogues_.of(wanted_).garments().items().size(), 3u);
}

TEST_F(ChoosingAModel, VectorsAreMadeAheadAPhotoAtATime) {
  // Proposals of the wanted model, taken over; no model is opened.
  for (const std::size_t photo : {0u, 2u}) {
    auto seen = wardrobe_.store().prediction(wardrobe_.photo(photo));
    ASSERT_OK(seen);
    (*seen)->model_id = wanted_;
    ASSERT_OK(wardrobe_.store().save_prediction(wardrobe_.photo(photo), **seen));
  }
  wardrobe_.change(wardrobe_.photo(1), [](Annotation& photo) { photo.state = WorkflowState::kDrawn; });
  AheadEmbedder embedder;
  for (int step = 0; step < 2; ++step) {
    const auto done = embedder.step(wardrobe_.project());
    ASSERT_OK(done);
    EXPECT_EQ(done->model_id, wanted_);
    EXPECT_EQ(done->garments, 1);
    EXPECT_FALSE(done->is_last);
  }
  const auto last = embedder.step(wardrobe_.project());
  ASSERT_OK(last);
  EXPECT_TRUE(last->is_last);
  const auto count = wardrobe_.store().count_embeddings(wanted_);
  ASSERT_OK(count);
  EXPECT_EQ(*count, 2);
}

}  // namespace
}  // namespace jaedan::workflow
