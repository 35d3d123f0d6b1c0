// Clusters of garments, on every kind of store.
#include <cmath>
#include <limits>

#include "labeling/store/recommend/recommend_rules.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

using testing::problems_of;
using testing::StoreContract;

class StoreClusters : public StoreContract {
 protected:
  static KeptClusters two_clusters(Part part, const std::string& model) {
    KeptClusters made;
    made.part = part;
    made.model_id = model;
    made.garments = 7;
    made.k_given = true;
    made.silhouette = 0.1 + 0.2;
    made.clusters = {{{0.6F, -0.8F}, {{"colour", "black", 0.75, 1.0 / 3}}, 5, {{PhotoId{3}, GarmentId{1}}}},
                     {{1, std::numeric_limits<float>::denorm_min()}, {}, 2, {}}};
    return made;
  }
  /// As it is kept: with when and by whom.
  static KeptClusters as_saved(KeptClusters clusters, const KeptClusters& kept, const std::string& who) {
    clusters.at = kept.at;
    clusters.who = who;
    return clusters;
  }
};
JAEDAN_FOR_ALL_STORES(StoreClusters);

TEST_P(StoreClusters, TheyComeBackExactlyByPartAndModel) {
  ASSERT_OK(store().save_clusters(two_clusters(Part::kBottom, "m2"), {"mina", "make_clusters"}));
  ASSERT_OK(store().save_clusters(two_clusters(Part::kBottom, "m1"), {"mina", "make_clusters"}));
  ASSERT_OK(store().save_clusters(two_clusters(Part::kTop, "m2"), {"jun", "make_clusters"}));
  ASSERT_OK_AND_ASSIGN(const auto kept, store().clusters());
  ASSERT_EQ(kept.size(), 3u);
  EXPECT_EQ(kept[0], as_saved(two_clusters(Part::kTop, "m2"), kept[0], "jun"));
  EXPECT_EQ(kept[1], as_saved(two_clusters(Part::kBottom, "m1"), kept[1], "mina"));
  EXPECT_EQ(kept[2], as_saved(two_clusters(Part::kBottom, "m2"), kept[2], "mina"));
  EXPECT_FALSE(kept[0].at.empty());
  EXPECT_EQ(problems_of(store()), std::vector<std::string>{});
}

TEST_P(StoreClusters, NewOnesTakeThePlaceOfThoseOfThisPartAndModel) {
  ASSERT_OK(store().save_clusters(two_clusters(Part::kTop, "m1"), {"mina", "make_clusters"}));
  ASSERT_OK(store().save_clusters(two_clusters(Part::kTop, "m2"), {"mina", "make_clusters"}));
  KeptClusters one = two_clusters(Part::kTop, "m1");
  one.clusters.pop_back();
  ASSERT_OK(store().save_clusters(one, {"jun", "make_clusters"}));
  ASSERT_OK_AND_ASSIGN(const auto kept, store().clusters());
  ASSERT_EQ(kept.size(), 2u);
  EXPECT_EQ(kept[0], as_saved(one, kept[0], "jun"));
  EXPECT_EQ(kept[1].clusters.size(), 2u);
}

TEST_P(StoreClusters, TheLogSaysWhoMadeHowManyOfWhat) {
  ASSERT_OK(store().save_clusters(two_clusters(Part::kTop, "m1"), {"mina", "make_clusters"}));
  LogQuery query;
  query.kind = SubjectKind::kSetting;
  query.name = kClustersSetting;
  ASSERT_OK_AND_ASSIGN(const auto records, store().search_log(query, std::nullopt, 10));
  ASSERT_EQ(records.size(), 1u);
  EXPECT_EQ(records[0].note.who, "mina");
  EXPECT_EQ(records[0].after.substr(0, 74),
            R"({"part":"top","model":"m1","clusters":2,"k_given":true,"garments":7,"silho)");
  EXPECT_EQ(records[0].at, store().clusters()->front().at);
}

TEST_P(StoreClusters, WhatNobodyCouldUseIsRefused) {
  const auto refused = [&](const KeptClusters& clusters) {
    EXPECT_ERROR(store().save_clusters(clusters, {"mina", "make_clusters"}), ErrorCode::kInvalidArgument);
  };
  KeptClusters none = two_clusters(Part::kTop, "m1");
  none.clusters.clear();
  refused(none);
  KeptClusters uneven = two_clusters(Part::kTop, "m1");
  uneven.clusters[1].centroid.push_back(1);
  refused(uneven);
  KeptClusters empty = two_clusters(Part::kTop, "m1");
  for (KeptCluster& cluster : empty.clusters) cluster.centroid.clear();
  refused(empty);
  KeptClusters infinite = two_clusters(Part::kTop, "m1");
  infinite.clusters[0].centroid[0] = std::numeric_limits<float>::infinity();
  refused(infinite);
  KeptClusters unmeasured = two_clusters(Part::kTop, "m1");
  unmeasured.silhouette = std::nan("");
  refused(unmeasured);
  refused(two_clusters(static_cast<Part>(9), "m1"));
  refused(two_clusters(Part::kTop, ""));
  EXPECT_TRUE(store().clusters()->empty());
}

}  // namespace
}  // namespace jaedan::labeling
