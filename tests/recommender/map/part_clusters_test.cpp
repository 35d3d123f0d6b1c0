#include "recommender/map/part_clusters.h"

#include <gtest/gtest.h>

#include "tests/recommender/item_builder.h"
#include "tests/recommender/map/made_vectors.h"

namespace jaedan::recommender::testing {
namespace {

AttributeValues labels_of(const Values& values) { return item(1, 1, Part::kTop, {}, values).attributes; }

/// Names of clusters in one line each: "colour black, print stripe".
std::vector<std::string> words_of(const std::vector<ClusterName>& names) {
  std::vector<std::string> words;
  for (const ClusterName& name : names) {
    std::string line;
    for (const ClusterLabel& label : name) line += (line.empty() ? "" : ", ") + label.attribute + " " + label.value;
    words.push_back(line);
  }
  return words;
}

std::vector<const AttributeValues*> addresses(const std::vector<AttributeValues>& labels) {
  std::vector<const AttributeValues*> all;
  for (const AttributeValues& one : labels) all.push_back(&one);
  return all;
}

TEST(ClusterNames, SayByWhatAClusterDiffersFromItsPart) {
  // Everything is cotton; colour and print tell the clusters apart.
  std::vector<AttributeValues> labels;
  std::vector<std::uint32_t> cluster_of;
  for (int i = 0; i < 10; ++i) {
    labels.push_back(labels_of({{"colour", "black"}, {"print", i < 8 ? "stripe" : "solid"}, {"material", "cotton"}}));
    cluster_of.push_back(0);
    labels.push_back(labels_of({{"colour", i < 9 ? "white" : "black"}, {"print", "solid"}, {"material", "cotton"}}));
    cluster_of.push_back(1);
  }
  const auto names = name_clusters(addresses(labels), cluster_of, 2);
  ASSERT_TRUE(names.ok());
  EXPECT_EQ(words_of(*names), (std::vector<std::string>{"colour black, print stripe", "colour white, print solid"}));
  EXPECT_DOUBLE_EQ((*names)[0][0].share, 1);
  EXPECT_DOUBLE_EQ((*names)[0][0].share_of_part, 11 / 20.0);
  EXPECT_DOUBLE_EQ((*names)[1][0].share, 0.9);
}

TEST(ClusterNames, WithoutAnythingSpecialAreTheCommonestValue) {
  const std::vector<AttributeValues> labels(6, labels_of({{"colour", "black"}, {"category", "tshirt"}}));
  const auto names = name_clusters(addresses(labels), {0, 0, 0, 1, 1, 1}, 2);
  ASSERT_TRUE(names.ok());
  EXPECT_EQ(words_of(*names), (std::vector<std::string>{"colour black", "colour black"}));
  EXPECT_DOUBLE_EQ((*names)[0][0].lift(), 1);
}

TEST(ClusterNames, GrowWhereTwoWouldBeTheSame) {
  NameOptions options;
  options.labels = 1;
  std::vector<AttributeValues> labels;
  std::vector<std::uint32_t> cluster_of;
  for (int i = 0; i < 8; ++i) {
    labels.push_back(labels_of({{"colour", "navy"}, {"category", "shirt"}}));
    labels.push_back(labels_of({{"colour", "navy"}, {"category", "coat"}}));
    labels.push_back(labels_of({{"colour", "red"}, {"category", i % 2 ? "coat" : "shirt"}}));
    labels.push_back(labels_of({{"colour", "red"}, {"category", i % 2 ? "coat" : "shirt"}}));
    for (const std::uint32_t cluster : {0U, 1U, 2U, 2U}) cluster_of.push_back(cluster);
  }
  const auto names = name_clusters(addresses(labels), cluster_of, 3, options);
  ASSERT_TRUE(names.ok());
  EXPECT_EQ(words_of(*names),
            (std::vector<std::string>{"colour navy, category shirt", "colour navy, category coat", "colour red"}));
}

TEST(ClusterNames, NotSureAndSilenceNameNothing) {
  const std::vector<AttributeValues> labels = {labels_of({{"colour", "not_sure"}}), labels_of({})};
  const auto names = name_clusters(addresses(labels), {0, 1}, 2);
  ASSERT_TRUE(names.ok());
  EXPECT_EQ(words_of(*names), (std::vector<std::string>{"", ""}));
  EXPECT_FALSE(name_clusters(addresses(labels), {0}, 2).ok());
  EXPECT_FALSE(name_clusters(addresses(labels), {0, 2}, 2).ok());
}

class PartClustersTest : public ::testing::Test {
 protected:
  PartClustersTest() {
    for (std::size_t i = 0; i < vectors_.size(); ++i) {
      labels_.push_back(labels_of({{"colour", i < 10 ? "red" : "blue"}, {"category", "skirt"}}));
    }
    for (std::size_t i = 0; i < vectors_.size(); ++i) {
      members_.push_back({PhotoId{static_cast<std::int64_t>(100 + i)}, GarmentId{1}, &vectors_[i], &labels_[i]});
    }
  }
  std::vector<std::vector<float>> vectors_ = grouped_vectors(2, 10, 6);
  std::vector<AttributeValues> labels_;
  std::vector<ClusterMember> members_;
};

TEST_F(PartClustersTest, AreNamedAndShowTheirMiddle) {
  ClusterOptions options;
  options.k = 2;
  const auto made = cluster_part(Part::kBottom, members_, options, {}, 3);
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(made->part, Part::kBottom);
  ASSERT_EQ(made->clusters.size(), 2U);
  EXPECT_EQ(made->clusters[0].name.at(0).value, "red");
  EXPECT_EQ(made->clusters[1].name.at(0).value, "blue");
  EXPECT_EQ(made->clusters[0].size, 10U);
  ASSERT_EQ(made->clusters[1].representatives.size(), 3U);
  for (const GarmentPlace& place : made->clusters[1].representatives) EXPECT_GE(place.photo.value, 110);
  ASSERT_EQ(made->members.size(), 20U);
  EXPECT_EQ(made->members[3].second, 0U);
  EXPECT_EQ(centroids_of(*made)[1], made->clusters[1].centroid);
}

TEST_F(PartClustersTest, DoNotDependOnTheOrderOfTheGarments) {
  const auto before = cluster_part(Part::kTop, members_);
  std::reverse(members_.begin(), members_.end());
  const auto after = cluster_part(Part::kTop, members_);
  ASSERT_TRUE(before.ok() && after.ok());
  EXPECT_EQ(before->members, after->members);
  EXPECT_EQ(centroids_of(*before), centroids_of(*after));
}

TEST_F(PartClustersTest, RefuseAGarmentThatIsThereTwiceOrBare) {
  members_[5].photo = members_[4].photo;
  const auto twice = cluster_part(Part::kTop, members_);
  ASSERT_FALSE(twice.ok());
  EXPECT_EQ(twice.error().text(), "photo 104: garment 1 is there twice");
  members_[5].garment = GarmentId{2};
  members_[7].vector = nullptr;
  EXPECT_EQ(cluster_part(Part::kTop, members_).error().message.key, "map.garment_bare");
  EXPECT_EQ(cluster_part(Part::kTop, {}).error().message.key, "map.no_vectors");
}

}  // namespace
}  // namespace jaedan::recommender::testing
