#include "inference/train/data/attribute_votes.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "inference/train/data/clothing_classes.h"
#include "labeling/domain/attribute.h"
#include "tests/support/matchers.h"
#include "tests/support/test_paths.h"

namespace jaedan::inference {
namespace {

using Parts = std::array<bool, kPartCount>;

// Outer, top, bottom, dress.
constexpr std::size_t kOuterPlace = 0, kTopPlace = 1, kDressPlace = 3;

TaggedPhoto photo_with(const Votes& votes) {
  TaggedPhoto photo;
  take_votes(votes, photo);
  return photo;
}

// Of the garment; empty: unlabelled.
std::string said_of(const Votes& votes, std::size_t part, std::string_view attribute) {
  const TaggedPhoto photo = photo_with(votes);
  const auto known = photo.known[part].find(attribute);
  return known == photo.known[part].end() ? std::string() : known->second.front();
}

TEST(AttributeVotes, LabelsAreThoseOfTheUppermostGarment) {
  const TaggedPhoto photo = photo_with({{"category", "dress"}, {"sleevelength", "none"}, {"gender", "female"}});
  EXPECT_EQ(photo.named, (Parts{false, false, false, true}));
  EXPECT_EQ(photo.known[kDressPlace], (KnownLabels{{"sleeve_length", {"sleeveless"}}}));
  EXPECT_TRUE(photo.known[kTopPlace].empty());
  EXPECT_EQ(photo.of_photo, (KnownLabels{{"gender", {"women"}}}));
}

TEST(AttributeVotes, WithoutACategoryOnlyTheGenderIsTaken) {
  const TaggedPhoto photo = photo_with({{"category", ""}, {"sleevelength", "long"}, {"gender", "male"}});
  EXPECT_EQ(photo.allowed, (Parts{true, true, true, true}));
  EXPECT_EQ(photo.known, (std::array<KnownLabels, kPartCount>{}));
  EXPECT_EQ(photo.of_photo, (KnownLabels{{"gender", {"men"}}}));
  EXPECT_FALSE(says_parts(photo));
}

TEST(AttributeVotes, ASweaterIsATopWhenItHasNoPlacket) {
  EXPECT_EQ(photo_with({{"category", "sweater"}, {"placket", "no"}}).named, (Parts{false, true, false, false}));
  const TaggedPhoto cardigan = photo_with({{"category", "sweater"}, {"placket", "yes"}, {"sleevelength", "long"}});
  EXPECT_EQ(cardigan.named, Parts{});
  EXPECT_EQ(cardigan.known, (std::array<KnownLabels, kPartCount>{}));
  EXPECT_TRUE(says_parts(cardigan)) << "it is no dress";
}

TEST(AttributeVotes, ACollarIsThatOfTheGarmentOnlyWhereItIsSure) {
  EXPECT_EQ(said_of({{"category", "shirt"}, {"collar", "yes"}}, kTopPlace, attribute::kCollar), "shirt");
  EXPECT_EQ(said_of({{"category", "suit"}, {"collar", "yes"}}, kOuterPlace, attribute::kCollar), "notched");
  EXPECT_EQ(said_of({{"category", "outerwear"}, {"collar", "yes"}}, kOuterPlace, attribute::kCollar), "");
  EXPECT_EQ(said_of({{"category", "dress"}, {"collar", "yes"}}, kDressPlace, attribute::kCollar), "");
  EXPECT_EQ(said_of({{"category", "outerwear"}, {"collar", "no"}}, kOuterPlace, attribute::kCollar), "none");
  EXPECT_EQ(said_of({{"category", "shirt"}, {"collar", "yes"}, {"scarf", "yes"}}, kTopPlace, attribute::kCollar), "");
  EXPECT_EQ(said_of({{"category", "shirt"}, {"collar", ""}}, kTopPlace, attribute::kCollar), "");
}

TEST(AttributeVotes, ANecklineIsAVOfAnyGarmentAndRoundOfAllButOuterOnes) {
  const auto neckline = [](const Votes& votes, std::size_t part) { return said_of(votes, part, attribute::kNeckline); };
  EXPECT_EQ(neckline({{"category", "t-shirt"}, {"collar", "no"}, {"neckline", "v-shape"}}, kTopPlace), "v");
  EXPECT_EQ(neckline({{"category", "dress"}, {"collar", "no"}, {"neckline", "round"}}, kDressPlace), "round");
  EXPECT_EQ(neckline({{"category", "shirt"}, {"collar", "yes"}, {"neckline", "v-shape"}}, kTopPlace), "v");
  EXPECT_EQ(neckline({{"category", "suit"}, {"collar", "yes"}, {"neckline", "v-shape"}}, kOuterPlace), "v");
  EXPECT_EQ(neckline({{"category", "shirt"}, {"scarf", "yes"}, {"neckline", "v-shape"}}, kTopPlace), "");
  EXPECT_EQ(neckline({{"category", "outerwear"}, {"collar", "no"}, {"neckline", "round"}}, kOuterPlace), "");
  EXPECT_EQ(neckline({{"category", "outerwear"}, {"collar", "no"}, {"neckline", "other"}}, kOuterPlace), "");
}

TEST(AttributeVotes, ANecklineOfAnotherShapeIsNeitherRoundNorAV) {
  const TaggedPhoto photo = photo_with({{"category", "dress"}, {"collar", "no"}, {"neckline", "other"}});
  const auto& values = photo.known[kDressPlace].at("neckline");
  EXPECT_GT(values.size(), 3U) << "any one of them is right";
  for (const char* value : {"round", "u", "v"}) EXPECT_EQ(std::count(values.begin(), values.end(), value), 0) << value;
}

TEST(AttributeVotes, APrintIsTheOnlyPattern) {
  const auto print = [](const Votes& votes, std::size_t part) { return said_of(votes, part, attribute::kPrint); };
  EXPECT_EQ(print({{"category", "dress"}, {"pattern_spot", "yes"}}, kDressPlace), "dot");
  EXPECT_EQ(print({{"category", "suit"}, {"pattern_plaid", "yes"}}, kOuterPlace), "check");
  EXPECT_EQ(print({{"category", "shirt"}, {"pattern_solid", "yes"}, {"pattern_stripe", "yes"}}, kTopPlace), "");
  EXPECT_EQ(print({{"category", "outerwear"}, {"pattern_spot", "yes"}}, kOuterPlace), "") << "of what is under it";
  EXPECT_EQ(print({{"category", "dress"}, {"pattern_solid", "no"}}, kDressPlace), "");
}

TEST(AttributeVotes, OnlyBlackAndWhiteAreOneColourOfOurs) {
  const auto colour = [](Votes votes) {
    votes["category"] = "dress";
    return said_of(votes, kDressPlace, attribute::kColour);
  };
  EXPECT_EQ(colour({{"black", "yes"}, {"pattern_solid", "yes"}}), "black");
  EXPECT_EQ(colour({{"white", "yes"}, {"pattern_solid", "yes"}}), "white");
  EXPECT_EQ(colour({{"gray", "yes"}, {"pattern_solid", "yes"}}), "");
  EXPECT_EQ(colour({{"black", "yes"}, {"gray", "yes"}, {"pattern_solid", "yes"}}), "");
  EXPECT_EQ(colour({{"black", "yes"}, {"many_colors", "yes"}, {"pattern_solid", "yes"}}), "");
  EXPECT_EQ(colour({{"black", "yes"}, {"pattern_stripe", "yes"}}), "");
}

TEST(AttributeVotes, ReadsTheRealOnes) {
  JAEDAN_REQUIRE_SHARED();
  ASSERT_OK_AND_ASSIGN(const auto photos,
                       read_tagged_photos({DataKind::kAttributes, testing::shared_dir() + "/data/attributes", 1}));
  ASSERT_EQ(photos.size(), 1500U);
  std::map<std::string, int> labels;
  for (const TaggedPhoto& photo : photos) {
    for (const KnownLabels& known : photo.known) {
      for (const auto& [attribute, values] : known) labels[attribute] += 1;
    }
    labels["gender"] += photo.of_photo.count(attribute::kGender) > 0;
    EXPECT_EQ(photo.split == Split::kVal, is_kept_aside(photo.name)) << photo.name;
  }
  EXPECT_EQ(labels["gender"], 1448);
  for (const char* attribute : {"sleeve_length", "collar", "neckline", "print"}) EXPECT_GT(labels[attribute], 200);
}

}  // namespace
}  // namespace jaedan::inference
