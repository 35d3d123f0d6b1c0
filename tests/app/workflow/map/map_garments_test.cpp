#include "app/workflow/map/map_garments.h"

#include <gtest/gtest.h>

#include <cmath>

#include "app/workflow/map/map_clusters.h"
#include "app/workflow/map/map_planes.h"
#include "app/workflow/recommend/cluster_garments.h"
#include "app/workflow/recommend/model_choice.h"
#include "tests/app/workflow/recommend/made_wardrobe.h"

namespace jaedan::workflow {
namespace {

using testing::MadeWardrobe;

/// A wardrobe whose vectors are those of the model that recommendations use.
class MapOfGarments : public ::testing::Test {
 protected:
  void make(int photos) {
    const auto wanted = wanted_model(wardrobe_.project());
    ASSERT_OK(wanted);
    model_ = *wanted;
    for (int i = 0; i < photos; ++i) add();
  }
  PhotoId add() {
    const auto number = static_cast<float>(++added_);
    const PhotoId photo = wardrobe_.add(WorkflowState::kApproved, true);
    const float angle = 0.1F * number;
    EXPECT_OK(wardrobe_.store().save_embeddings(
        {{photo, GarmentId{1}, model_, {std::cos(angle), std::sin(angle), 0.01F * number}}}));
    return photo;
  }
  MapSource source() {
    auto made = map_source(wardrobe_.project(), catalogues_, {});
    EXPECT_OK(made);
    return std::move(made).value();
  }
  MappedGarments mapped() { return mapped_garments(source(), wardrobe_.project().taxonomy()); }
  std::int64_t changed_since(const MappedGarments& map) {
    const auto changed = photos_changed_since(wardrobe_.project(), catalogues_, map, {});
    EXPECT_OK(changed);
    return changed.ok() ? *changed : -1;
  }
  void say(PhotoId photo, const std::string& attribute, const std::string& value) {
    wardrobe_.change(photo, [&](Annotation& annotation) {
      annotation.garments[0].attributes.push_back({attribute, value, "", Provenance::human("mina")});
    });
  }

  MadeWardrobe wardrobe_{0};
  GarmentCatalogues catalogues_;
  std::string model_;
  int added_ = 0;
};

TEST_F(MapOfGarments, OfAnEmptyProjectIsEmpty) {
  make(0);
  const MapSource none = source();
  MappedGarments map = mapped_garments(none, wardrobe_.project().taxonomy());
  EXPECT_TRUE(map.garments.empty());
  EXPECT_TRUE(map.labels.empty());
  MapPlanes planes;
  const auto looks = points_by_looks(none, planes);
  ASSERT_OK(looks);
  EXPECT_TRUE(looks->empty());
  const auto labels = points_by_labels(none, wardrobe_.project().taxonomy(), planes, {});
  ASSERT_OK(labels);
  EXPECT_TRUE(labels->empty());
  ASSERT_OK(put_in_clusters(none, {}, map, {}));
  EXPECT_TRUE(map.clusters.empty());
  EXPECT_EQ(changed_since(map), 0);
}

TEST_F(MapOfGarments, OfOneGarmentLiesInBothPlanes) {
  make(1);
  const MapSource one = source();
  MapPlanes planes;
  const auto looks = points_by_looks(one, planes);
  ASSERT_OK(looks);
  EXPECT_EQ(looks->size(), 1u);
  const auto labels = points_by_labels(one, wardrobe_.project().taxonomy(), planes, {});
  ASSERT_OK(labels);
  EXPECT_EQ(labels->size(), 1u);
}

TEST_F(MapOfGarments, PutsLabelsIntoColumnsInTheTaxonomysOrder) {
  make(3);
  say(wardrobe_.photo(1), "colour", "red");
  say(wardrobe_.photo(2), "colour", "not_sure");
  say(wardrobe_.photo(2), "category", "tshirt");
  wardrobe_.change(wardrobe_.photo(0), [](Annotation& annotation) {
    annotation.image_attributes = {{"gender", "female", "", Provenance::human("mina")}};
  });
  const MappedGarments map = mapped();
  ASSERT_EQ(map.garments.size(), 3u);
  EXPECT_EQ(map.photos[map.garments[2].photo].id, wardrobe_.photo(2));
  EXPECT_EQ(map.garments[0].box, (Rect{0, 90, 10, 9}));
  std::map<std::string, const MapLabel*> label;
  for (const MapLabel& one : map.labels) label[one.attribute] = &one;
  ASSERT_EQ(label.size(), 3u) << "what nobody answers is not offered";
  EXPECT_EQ(label["colour"]->values, std::vector<std::string>{"red"});
  EXPECT_EQ(label["colour"]->value_of, (std::vector<std::int32_t>{-1, 0, -1})) << "not sure is no answer";
  EXPECT_EQ(label["category"]->value_of, (std::vector<std::int32_t>{-1, -1, 0}));
  EXPECT_EQ(label["gender"]->value_of, (std::vector<std::int32_t>{0, -1, -1})) << "what is said of the photo";
}

TEST_F(MapOfGarments, CountsPhotosThatCameWentOrAreLabelledOtherwise) {
  make(4);
  const MappedGarments map = mapped();
  EXPECT_EQ(changed_since(map), 0);
  say(wardrobe_.photo(0), "colour", "red");
  EXPECT_EQ(changed_since(map), 1);
  wardrobe_.change(wardrobe_.photo(1), [](Annotation& photo) { photo.state = WorkflowState::kReturned; });
  add();
  wardrobe_.add(WorkflowState::kNew);
  EXPECT_EQ(changed_since(map), 3) << "what nobody approved is no change";
  wardrobe_.change(wardrobe_.photo(3), [](Annotation& photo) { photo.state = WorkflowState::kReturned; });
  EXPECT_EQ(changed_since(map), 4) << "the last one too";
  EXPECT_EQ(changed_since(mapped()), 0);
}

TEST_F(MapOfGarments, ASourceStaysAsItWasWhileTheCatalogueGoesOn) {
  make(3);
  const MapSource before = source();
  say(wardrobe_.photo(0), "colour", "red");
  add();
  const MapSource after = source();
  EXPECT_EQ(before.garments->items().size(), 3u);
  EXPECT_TRUE(before.garments->items()[0].attributes.empty());
  EXPECT_EQ(before.garments->items()[0].vector.size(), 3u);
  EXPECT_EQ(after.garments->items().size(), 4u);
}

TEST_F(MapOfGarments, GarmentsThatComeLaterFindTheirPlaceAndOldOnesStay) {
  make(30);
  const Taxonomy& taxonomy = wardrobe_.project().taxonomy();
  for (std::size_t i = 0; i < 30; ++i) say(wardrobe_.photo(i), "colour", i % 2 == 0 ? "red" : "black");
  MapPlanes planes;
  const MapSource first = source();
  const auto looks = points_by_looks(first, planes);
  const auto labels = points_by_labels(first, taxonomy, planes, {});
  ASSERT_OK(looks);
  ASSERT_OK(labels);
  const Rect frame = planes.looks->frame;
  add();
  const MapSource second = source();
  const auto looks_then = points_by_looks(second, planes);
  const auto labels_then = points_by_labels(second, taxonomy, planes, {});
  ASSERT_OK(looks_then);
  ASSERT_OK(labels_then);
  ASSERT_EQ(looks_then->size(), 31u);
  for (std::size_t i = 0; i < 30; ++i) {
    EXPECT_EQ((*looks)[i], (*looks_then)[i]);
    EXPECT_EQ((*labels)[i], (*labels_then)[i]);
  }
  EXPECT_EQ(planes.looks->frame, frame);
  EXPECT_EQ(planes.looks->learned_of, 30u);
}

TEST_F(MapOfGarments, PlanesThatWereOutgrownAreLearnedAnew) {
  make(2);
  MapPlanes planes;
  ASSERT_OK(points_by_looks(source(), planes));
  ASSERT_OK(points_by_labels(source(), wardrobe_.project().taxonomy(), planes, {}));
  for (int i = 0; i < 3; ++i) add();
  ASSERT_OK(points_by_looks(source(), planes));
  ASSERT_OK(points_by_labels(source(), wardrobe_.project().taxonomy(), planes, {}));
  EXPECT_EQ(planes.looks->learned_of, 5u);
  EXPECT_EQ(planes.labels->learned_of, 5u);
}

TEST_F(MapOfGarments, LearningIsStoppedWhenNobodyWantsIt) {
  make(20);
  CancelFlag cancel;
  cancel.cancel();
  Watch watch;
  watch.cancel = &cancel;
  MapPlanes planes;
  const auto labels = points_by_labels(source(), wardrobe_.project().taxonomy(), planes, watch);
  ASSERT_FALSE(labels.ok());
  EXPECT_EQ(labels.error().code, ErrorCode::kCancelled);
  EXPECT_FALSE(planes.labels);
  MappedGarments map = mapped();
  EXPECT_FALSE(put_in_clusters(source(), {}, map, watch).ok());
  EXPECT_TRUE(map.clusters.empty());
}

TEST_F(MapOfGarments, EveryGarmentOfAPartThatHasEnoughIsInACluster) {
  make(40);
  const MapSource all = source();
  MappedGarments map = mapped_garments(all, wardrobe_.project().taxonomy());
  ASSERT_OK(put_in_clusters(all, {}, map, {}));
  ASSERT_GE(map.clusters.size(), 2u);
  ASSERT_EQ(map.cluster_of.size(), 40u);
  for (const std::int32_t cluster : map.cluster_of) {
    ASSERT_GE(cluster, 0);
    EXPECT_LT(static_cast<std::size_t>(cluster), map.clusters.size());
  }
}

TEST_F(MapOfGarments, TheClustersOfTheProjectAreThoseOfTheMap) {
  make(40);
  const Result<GarmentClusters> made = cluster_garments(wardrobe_.project(), {Part::kTop, 3}, Actor::alone("ann"), {});
  ASSERT_OK(made);
  ASSERT_EQ(made->parts.size(), 1u);
  const MapSource all = source();
  const Result<ClusterPlaces> kept = ClusterPlaces::of(wardrobe_.project(), all.model_id);
  ASSERT_OK(kept);
  MappedGarments map = mapped_garments(all, wardrobe_.project().taxonomy());
  ASSERT_OK(put_in_clusters(all, *kept, map, {}));
  ASSERT_EQ(map.clusters.size(), 3u);
  std::vector<std::int64_t> sizes(3);
  for (const std::int32_t cluster : map.cluster_of) ++sizes.at(static_cast<std::size_t>(cluster));
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(sizes[i], made->parts.front().clusters[i].size) << i;
}

}  // namespace
}  // namespace jaedan::workflow
