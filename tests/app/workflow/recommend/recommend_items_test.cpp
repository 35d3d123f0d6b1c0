#include "app/workflow/recommend/recommend_items.h"

#include <gtest/gtest.h>

#include "app/workflow/photo/accept_predictions.h"
#include "app/workflow/photo/review.h"
#include "app/workflow/predict/prefill_photos.h"
#include "tests/app/workflow/recommend/installed_model.h"
#include "tests/app/workflow/recommend/made_wardrobe.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::workflow {
namespace {

/// Four photos, each a top and a bottom; the tops of photos 1 and 2 are alike, that of 3 is not, 4 is not approved.
class RecommendItems : public ::testing::Test {
 protected:
  void SetUp() override {
    auto project = Project::create(folder_ / "p.jaedan");
    ASSERT_OK(project);
    project_.emplace(std::move(project).value());
    testing::install_vector_model(*project_, model_id_);
    add("1", {1, 0, 0}, "mini");
    add("2", {0.9F, 0.436F, 0}, "maxi");
    add("3", {0, 1, 0}, "mini");
    add("4", {1, 0, 0}, "mini");
    labeling::PhotoFilter but_the_last;
    for (const char* name : {"1", "2", "3"}) {
      but_the_last.text = name;
      ASSERT_OK(accept_predictions(*project_, but_the_last, Actor::alone("mina"), {}));
      ASSERT_OK(approve_photos(*project_, but_the_last, Actor::alone("mina"), true, {}));
    }
  }

  void add(const std::string& name, std::vector<float> top_vector, const std::string& length) {
    ASSERT_OK_AND_ASSIGN(const auto ids, project_->store().add_photos({Photo{{}, name, "/photos/" + name, 100, 100}}));
    photos_.push_back(ids.front());
    Proposal top;
    top.part = Part::kTop;
    top.region.rings = {{{10, 10}, {90, 10}, {90, 50}, {10, 50}}};
    top.embedding = std::move(top_vector);
    top.attributes = {{"length", length, "", Provenance::model(model_id_, 0.9)}};
    Proposal bottom = top;
    bottom.part = Part::kBottom;
    bottom.region.rings = {{{20, 50}, {80, 50}, {80, 90}, {20, 90}}};
    ASSERT_OK(project_->store().save_prediction(ids.front(), Prediction{model_id_, {{1.0, {top, bottom}}}}));
  }

  RecommendQuery query_for(std::size_t index) {
    RecommendQuery query;
    query.photo = photos_[index];
    return query;
  }

  const testing::TemporaryFolder folder_;
  std::optional<Project> project_;
  const std::string model_id_ = "m1";
  std::vector<PhotoId> photos_;
};

TEST_F(RecommendItems, TheMostAlikeApprovedGarmentComesFirst) {
  RecommendQuery query = query_for(0);
  query.by_labels = false;
  ASSERT_OK_AND_ASSIGN(const Recommendations found, recommend(*project_, query));
  EXPECT_EQ(found.query.part, Part::kTop) << "the largest garment is asked for";
  ASSERT_EQ(found.similar.size(), 2u) << "neither the query's own photo nor the photo nobody approved";
  EXPECT_EQ(found.similar[0].photo.name, "2");
  EXPECT_NEAR(found.similar[0].score, 0.9, 1e-3);
  EXPECT_EQ(found.similar[1].photo.name, "3");
  EXPECT_EQ(found.similar[0].box, (Rect{10, 10, 80, 40}));
}

TEST_F(RecommendItems, LabelsGoBeforeLooksUnlessTheLooksAreAskedFor) {
  ASSERT_OK_AND_ASSIGN(const Recommendations found, recommend(*project_, query_for(0)));
  ASSERT_EQ(found.similar.size(), 2u);
  EXPECT_EQ(found.similar[0].photo.name, "3") << "a mini like the query, 2 is a maxi";
}

TEST_F(RecommendItems, APhotoOutsideTheProjectCanBeAskedAbout) {
  ASSERT_OK_AND_ASSIGN(const auto seen, project_->store().prediction(photos_[0]));
  const OutsidePhoto outside{{PhotoId{77}, "elsewhere", "/elsewhere.jpg", 100, 100}, {}, *seen};
  GarmentCatalogues catalogues;
  const auto ask = [&](const RecommendQuery& query) {
    return recommend_outside(*project_, catalogues, outside, query, Patience::kWhole, {});
  };
  RecommendQuery query;
  ASSERT_OK_AND_ASSIGN(const Recommendations found, ask(query));
  EXPECT_EQ(found.query.photo.path, "/elsewhere.jpg");
  EXPECT_FALSE(found.query.photo.id) << "it is no photo of the project";
  ASSERT_EQ(found.similar.size(), 3u);
  EXPECT_EQ(found.similar[0].photo.name, "1") << "the project's own photo of the same top";
  query.part = Part::kDress;
  const auto none = ask(query);
  EXPECT_ERROR(none, ErrorCode::kNotFound);
  EXPECT_EQ(none.error().message.key, "recommend.saw_no_part");
  query.outside = "/nowhere/at.jpg";
  EXPECT_ERROR(recommend(*project_, query), ErrorCode::kNotFound);
}

TEST_F(RecommendItems, AnOutfitIsWhatThePhotoWearsBesides) {
  RecommendQuery query = query_for(0);
  query.by_labels = false;
  ASSERT_OK_AND_ASSIGN(const Recommendations found, recommend(*project_, query));
  ASSERT_EQ(found.outfits.size(), 2u);
  EXPECT_EQ(found.outfits[0].photo.name, "2");
  ASSERT_EQ(found.outfits[0].goes_with.size(), 1u);
  EXPECT_EQ(found.outfits[0].goes_with[0].part, Part::kBottom);
}

TEST_F(RecommendItems, LikeThisButLong) {
  RecommendQuery query = query_for(0);
  query.changes = {{"length", "maxi"}};
  ASSERT_OK_AND_ASSIGN(const Recommendations found, recommend(*project_, query));
  ASSERT_EQ(found.similar.size(), 1u);
  EXPECT_EQ(found.similar[0].photo.name, "2");
  ASSERT_EQ(found.outfits.size(), 1u) << "outfits follow the change";
  EXPECT_EQ(found.outfits[0].photo.name, "2");
  query.changes = {{"length", "midi"}};
  EXPECT_ERROR(recommend(*project_, query), ErrorCode::kNotFound);
}

TEST_F(RecommendItems, ChangesShowARowEach) {
  RecommendQuery query = query_for(0);
  query.changes = {{"length", "maxi"}, {"length", "mini"}, {"fit", ""}};
  ASSERT_OK_AND_ASSIGN(const Recommendations found, recommend(*project_, query));
  ASSERT_EQ(found.steps.size(), 2u) << "the third has no value yet";
  ASSERT_EQ(found.steps[0].similar.size(), 1u);
  EXPECT_EQ(found.steps[0].similar[0].photo.name, "2");
  EXPECT_EQ(found.steps[1].change.value, "mini");
  ASSERT_EQ(found.similar.size(), 1u);
  EXPECT_EQ(found.similar[0].photo.name, "3");
}

TEST_F(RecommendItems, AChainThatEndsInNothingSaysSo) {
  RecommendQuery query = query_for(0);
  query.changes = {{"length", "maxi"}, {"fit", "slim"}};
  ASSERT_OK_AND_ASSIGN(const Recommendations found, recommend(*project_, query));
  EXPECT_FALSE(found.steps[0].similar.empty());
  EXPECT_TRUE(found.similar.empty());
  ASSERT_EQ(found.partial.size(), 1u);
  EXPECT_EQ(found.partial[0].key, "recommend.change_unmet");
}

TEST_F(RecommendItems, FiltersAndPicksAreAskedWithTheQuery) {
  RecommendQuery query = query_for(0);
  query.filter.values = {{"length", "maxi"}};
  ASSERT_OK_AND_ASSIGN(const Recommendations maxi, recommend(*project_, query));
  ASSERT_EQ(maxi.similar.size(), 1u);
  EXPECT_EQ(maxi.similar[0].photo.name, "2");
  query.filter.values = {{"length", "midi"}};
  ASSERT_OK_AND_ASSIGN(const Recommendations none, recommend(*project_, query));
  ASSERT_EQ(none.partial.size(), 1u);
  EXPECT_EQ(none.partial[0].key, "recommend.all_filtered");
  query.filter = {};
  query.unlike = {{photos_[2]}};
  query.like = {{photos_[1], {}, Part::kBottom}};
  ASSERT_OK_AND_ASSIGN(const Recommendations picked, recommend(*project_, query));
  ASSERT_EQ(picked.similar.size(), 1u) << "3 was disliked";
  ASSERT_TRUE(picked.similar[0].why.has_value());
  EXPECT_TRUE(picked.similar[0].why->like_liked.has_value());
  EXPECT_NE(picked.similar[0].reason.find("to what you like"), std::string::npos);
  query.like = {{PhotoId{99}}};
  EXPECT_ERROR(recommend(*project_, query), ErrorCode::kNotFound);
}

TEST_F(RecommendItems, AWardrobeIsThePhotosThatPassNow) {
  RecommendQuery query = query_for(0);
  query.wardrobe.emplace();
  query.wardrobe->text = "3";
  ASSERT_OK_AND_ASSIGN(const Recommendations found, recommend(*project_, query));
  ASSERT_EQ(found.similar.size(), 1u);
  EXPECT_EQ(found.similar[0].photo.name, "3");
  RecommendQuery other = query;
  EXPECT_EQ(other, query);
  other.wardrobe->text = "2";
  EXPECT_NE(other, query);
  other.wardrobe.reset();
  EXPECT_NE(other, query);
}

TEST_F(RecommendItems, TheClusterOfTheQueryIsNamed) {
  ASSERT_OK_AND_ASSIGN(const Recommendations without, recommend(*project_, query_for(0)));
  EXPECT_FALSE(without.cluster);
  labeling::KeptClusters clusters;
  clusters.part = Part::kTop;
  clusters.model_id = model_id_;
  clusters.clusters = {{{0, 1, 0}, {{"length", "maxi", 1, 0.5}}, 1, {}},
                       {{1, 0, 0}, {{"length", "mini", 1, 0.5}}, 2, {}}};
  ASSERT_OK(project_->store().save_clusters(clusters, {"mina", "make_clusters"}));
  ASSERT_OK_AND_ASSIGN(const Recommendations found, recommend(*project_, query_for(0)));
  EXPECT_EQ(found.query.cluster, 2);
  ASSERT_TRUE(found.cluster);
  EXPECT_NE(found.cluster->text().find("mini"), std::string::npos) << found.cluster->text();
}

TEST_F(RecommendItems, TheReasonNamesTheValues) {
  ASSERT_OK_AND_ASSIGN(const Recommendations found, recommend(*project_, query_for(0)));
  EXPECT_NE(found.similar[0].reason.find("same length (mini)"), std::string::npos) << found.similar[0].reason;
  EXPECT_NE(found.similar[1].reason.find("other length (maxi)"), std::string::npos) << found.similar[1].reason;
}

TEST_F(RecommendItems, AGarmentWithoutAnOutlineCannotBeAskedAbout) {
  ASSERT_OK_AND_ASSIGN(Annotation annotation, project_->store().annotation(photos_[1]));
  annotation.garments.push_back(testing::MadeWardrobe::without_outline(9));
  ASSERT_OK(project_->store().save(annotation, {"mina", "edit"}));
  RecommendQuery query = query_for(1);
  query.garment = GarmentId{9};
  const auto found = recommend(*project_, query);
  EXPECT_ERROR(found, ErrorCode::kNotFound);
  EXPECT_EQ(found.error().message.key, "recommend.no_outline");
}

TEST_F(RecommendItems, APartThatIsNotThereIsNamed) {
  RecommendQuery query = query_for(0);
  query.part = Part::kDress;
  const auto found = recommend(*project_, query);
  EXPECT_ERROR(found, ErrorCode::kNotFound);
  EXPECT_NE(found.error().text().find("dress"), std::string::npos);
  query.part.reset();
  query.metric = "taxicab";
  EXPECT_ERROR(recommend(*project_, query), ErrorCode::kInvalidArgument);
}

TEST_F(RecommendItems, APhotoWithoutGarmentsSaysWhatToDo) {
  ASSERT_OK_AND_ASSIGN(const auto ids, project_->store().add_photos({Photo{{}, "5", "/photos/5", 100, 100}}));
  RecommendQuery query;
  query.photo = ids.front();
  const auto found = recommend(*project_, query);
  EXPECT_ERROR(found, ErrorCode::kNotFound);
}

TEST_F(RecommendItems, AGarmentThatNobodyAcceptedIsNotAskedFor) {
  EXPECT_ERROR(recommend(*project_, query_for(3)), ErrorCode::kNotFound);
}

TEST_F(RecommendItems, ADrawnGarmentElsewhereDoesNotTakeTheProposalsVector) {
  ASSERT_OK_AND_ASSIGN(Annotation annotation, project_->store().annotation(photos_[0]));
  annotation.garments[0].region.rings = {{{0, 90}, {10, 90}, {10, 99}, {0, 99}}};
  ASSERT_OK(project_->store().save(annotation, {"mina", "move"}));
  RecommendQuery query = query_for(0);
  query.part = annotation.garments[0].part;
  const auto found = recommend(*project_, query);  // 'm1' has no weights to look at it with
  ASSERT_FALSE(found.ok());
  EXPECT_NE(found.error().text().find("m1"), std::string::npos) << found.error().text();
}

}  // namespace
}  // namespace jaedan::workflow
