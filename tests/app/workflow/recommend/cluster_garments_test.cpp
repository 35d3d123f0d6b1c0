#include "app/workflow/recommend/cluster_garments.h"

#include <gtest/gtest.h>

#include "app/workflow/people/acting_user.h"
#include "app/workflow/recommend/model_choice.h"
#include "tests/app/workflow/recommend/made_wardrobe.h"

namespace jaedan::workflow {
namespace {

using testing::MadeWardrobe;

/// Six black tops that look alike, three red ones that look otherwise.
class ClusterGarments : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto wanted = wanted_model(wardrobe_.project());
    ASSERT_OK(wanted);
    model_ = *wanted;
    for (int i = 0; i < 6; ++i) add("black", {1, 0.02F * static_cast<float>(i), 0}, model_);
    for (int i = 0; i < 3; ++i) add("red", {0.02F * static_cast<float>(i), 1, 0}, model_);
  }
  PhotoId add(const std::string& colour, const std::vector<float>& vector, const std::string& model) {
    const PhotoId photo = wardrobe_.add(WorkflowState::kApproved, true);
    wardrobe_.change(photo, [&](Annotation& annotation) {
      annotation.garments[0].attributes.push_back({"colour", colour, "", Provenance::human("mina")});
    });
    EXPECT_OK(wardrobe_.store().save_embeddings({{photo, GarmentId{1}, model, vector}}));
    return photo;
  }
  Result<GarmentClusters> make(std::size_t k = 0, std::optional<Part> part = Part::kTop) {
    return cluster_garments(wardrobe_.project(), {part, k}, Actor::alone("mina"), {});
  }
  static std::string said(const std::vector<Message>& messages) {
    std::string all;
    for (const Message& message : messages) all += message.text() + "\n";
    return all;
  }

  MadeWardrobe wardrobe_{0};
  GarmentCatalogues catalogues_;
  std::string model_;
};

TEST_F(ClusterGarments, GroupsByLooksAreNamedByTheirLabelsAndKept) {
  ASSERT_OK(make(2));
  ASSERT_OK_AND_ASSIGN(const GarmentClusters kept, clusters_of(wardrobe_.project()));
  EXPECT_EQ(kept.model_id, model_);
  ASSERT_EQ(kept.parts.size(), 1u);
  const labeling::KeptClusters& tops = kept.parts[0];
  EXPECT_EQ(tops.garments, 9);
  EXPECT_EQ(tops.who, "mina");
  EXPECT_TRUE(tops.k_given);
  EXPECT_GT(tops.silhouette, 0.9);
  ASSERT_EQ(tops.clusters.size(), 2u);
  EXPECT_EQ(tops.clusters[0].size, 6);
  EXPECT_EQ(tops.clusters[1].size, 3);
  const Taxonomy& taxonomy = wardrobe_.project().taxonomy();
  EXPECT_NE(name_of(tops.clusters[0], taxonomy).text().find("black"), std::string::npos);
  EXPECT_NE(name_of(tops.clusters[1], taxonomy).text().find("red"), std::string::npos);
  EXPECT_NE(said(kept.partial).find("no clusters of bottom yet"), std::string::npos);
}

TEST_F(ClusterGarments, AsManyAsAskedForInPlaceOfThoseBefore) {
  ASSERT_OK_AND_ASSIGN(const GarmentClusters by_silhouette, make());
  ASSERT_EQ(by_silhouette.parts.size(), 1u);
  EXPECT_FALSE(by_silhouette.parts[0].k_given);
  ASSERT_OK_AND_ASSIGN(const GarmentClusters made, make(3));
  ASSERT_EQ(made.parts.size(), 1u);
  EXPECT_TRUE(made.parts[0].k_given);
  EXPECT_EQ(made.parts[0].clusters.size(), 3u);
}

TEST_F(ClusterGarments, AGarmentThatComesLaterIsInTheNearestOne) {
  ASSERT_OK(make(2));
  const PhotoId late = add("red", {0.1F, 0.9F, 0}, model_);
  ASSERT_OK_AND_ASSIGN(const auto second, garments_of_cluster(wardrobe_.project(), catalogues_, Part::kTop, 2, {}));
  ASSERT_EQ(second.size(), 4u);
  EXPECT_EQ(second.back().photo.id, late) << "the least like the middle comes last";
  for (std::size_t i = 1; i < second.size(); ++i) EXPECT_GE(second[i - 1].likeness, second[i].likeness);
  EXPECT_ERROR(garments_of_cluster(wardrobe_.project(), catalogues_, Part::kTop, 3, {}), ErrorCode::kNotFound);
  EXPECT_ERROR(garments_of_cluster(wardrobe_.project(), catalogues_, Part::kDress, 1, {}), ErrorCode::kNotFound);
}

TEST_F(ClusterGarments, APartWithoutGarmentsIsTold) {
  ASSERT_OK_AND_ASSIGN(const GarmentClusters made, make(0, std::nullopt));
  EXPECT_EQ(made.parts.size(), 1u);
  EXPECT_NE(said(made.partial).find("no approved dress"), std::string::npos) << said(made.partial);
}

TEST_F(ClusterGarments, ClustersOfOtherVectorsAreOutdated) {
  labeling::KeptClusters old;
  old.part = Part::kTop;
  old.model_id = "older";
  old.garments = 9;
  old.clusters.push_back({{1, 0}, {}, 9, {}});
  ASSERT_OK(wardrobe_.store().save_clusters(old, {"mina", "make"}));
  ASSERT_OK_AND_ASSIGN(const GarmentClusters kept, clusters_of(wardrobe_.project()));
  EXPECT_TRUE(kept.parts.empty());
  EXPECT_NE(said(kept.partial).find("outdated: they are of the vectors of older"), std::string::npos)
      << said(kept.partial);
}

TEST_F(ClusterGarments, OnlyAManagerMakesThem) {
  ASSERT_OK(wardrobe_.store().add_user("boss", {Role::kManager}, ""));
  ASSERT_OK(wardrobe_.store().add_user("ann", {Role::kAnnotator}, ""));
  ASSERT_OK_AND_ASSIGN(const Actor ann, acting_user(wardrobe_.project(), "ann"));
  EXPECT_ERROR(cluster_garments(wardrobe_.project(), {}, ann, {}), ErrorCode::kForbidden);
}

TEST_F(ClusterGarments, StoppedItKeepsWhatThereWas) {
  ASSERT_OK(make());
  CancelFlag cancel;
  cancel.cancel();
  Watch watch;
  watch.cancel = &cancel;
  EXPECT_ERROR(cluster_garments(wardrobe_.project(), {}, Actor::alone("mina"), watch), ErrorCode::kCancelled);
  ASSERT_OK_AND_ASSIGN(const GarmentClusters kept, clusters_of(wardrobe_.project()));
  EXPECT_EQ(kept.parts.size(), 1u);
}

}  // namespace
}  // namespace jaedan::workflow
