// What `verify` finds in the tables of the recommender.
#include <gtest/gtest.h>

#include "labeling/store/sql/connection.h"
#include "tests/labeling/store/project_at.h"
#include "tests/labeling/store/store_contract.h"

namespace jaedan::labeling {
namespace {

class RecommendDamage : public ::testing::Test {
 protected:
  void SetUp() override {
    auto store = testing::create_project_at(project_);
    ASSERT_OK(store);
    store_ = std::move(store).value();
    ASSERT_OK(store_->save_outfits("looks",
                                   {{"a", {{"shirt", ""}, {"jeans", ""}}, 1}, {"b", {{"coat", ""}, {"hat", ""}}, 2}},
                                   {"mina", "import"}));
    KeptClusters clusters;
    clusters.model_id = "m1";
    clusters.clusters = {{{1, 0}, {}, 1, {}}};
    ASSERT_OK(store_->save_clusters(clusters, {"mina", "make_clusters"}));
    ASSERT_EQ(testing::problems_of(*store_), std::vector<std::string>{});
  }
  /// What is said after `damage`.
  std::string said_after(const std::string& damage) {
    auto connection = sql::Connection::open(project_ + "/project.db", "test");
    EXPECT_OK(connection);
    (*connection)->session() << damage;
    std::string all;
    for (const std::string& problem : testing::problems_of(*store_)) all += problem + "\n";
    return all;
  }

  const jaedan::testing::TemporaryFolder folder_;
  const std::string project_ = folder_ / "p.jaedan";
  std::unique_ptr<Store> store_;
};

TEST_F(RecommendDamage, AnOutfitThatIsGoneIsMissed) {
  EXPECT_NE(said_after("delete from table_outfit where outfit_id = 'b'").find("outfits 'looks': 1 outfit of 2"),
            std::string::npos);
}

TEST_F(RecommendDamage, ItemsThatCannotBeReadAreTold) {
  EXPECT_NE(
      said_after("update table_outfit set items = '[[1,2]]' where outfit_id = 'a'").find("outfits 'looks': cannot"),
      std::string::npos);
  EXPECT_ERROR(store_->outfits_of_table("looks"), ErrorCode::kCorrupt);
}

TEST_F(RecommendDamage, ClustersThatCannotBeReadAreTold) {
  EXPECT_NE(said_after("update garment_cluster set name = '{}'"), "");
  EXPECT_ERROR(store_->clusters(), ErrorCode::kCorrupt);
}

TEST_F(RecommendDamage, CentroidsOfAnotherLengthAreTold) {
  EXPECT_NE(
      said_after("insert into garment_cluster select set_id, 2, 1, '', name, representatives from garment_cluster"),
      "");
  EXPECT_ERROR(store_->clusters(), ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace jaedan::labeling
