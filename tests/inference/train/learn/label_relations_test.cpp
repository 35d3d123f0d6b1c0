#include "inference/train/learn/label_relations.h"

#include <gtest/gtest.h>

namespace jaedan::inference {
namespace {

void expect_near(const std::vector<float>& relations, const std::vector<double>& expected) {
  ASSERT_EQ(relations.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(relations[i], expected[i], 1e-6) << i;
}

TEST(LabelRelations, AreOfValuesThatAreSaidInAFifthOfTheCases) {
  // Of ten cases of the first the others are said in two and in five; of the second's twenty the first in two (0.1) and
  // the third in six (0.3); of the third's forty in five and six (0.125, 0.15).
  const std::vector<int> together = {10, 2, 5, 2, 20, 6, 5, 6, 40};
  expect_near(relations_from(together, 3), {0.8, 0.1, 0.1, 0, 0.8, 0.2, 0, 0, 1});
}

TEST(LabelRelations, AValueThatIsNeverSaidIsAlone) {
  expect_near(relations_from({0, 0, 0, 4}, 2), {1, 0, 0, 1});
  expect_near(relations_from({3}, 1), {1});
}

TEST(LabelRelations, AreCountedOnceAGarmentAndInPhotosToLearnFromOnly) {
  const HeadSpec detail{"detail", {{"belt", {}}, {"zipper", {}}, {"frill", {}}}, true};
  TrainingItem item;
  item.known[1]["detail"] = {"belt", "frill", "frill", "tassel"};
  item.known[2]["detail"] = {"belt"};
  item.of_photo["detail"] = {"zipper"};
  TrainingItem kept_aside = item;
  kept_aside.split = Split::kVal;
  EXPECT_EQ(said_together(detail, {{"a", 1.0, {item, kept_aside}}, {"b", 0.1, {item}}}),
            (std::vector<int>{4, 0, 2, 0, 0, 0, 2, 0, 2}));
}

TEST(LabelRelations, OfAHeadOfThePhotoAreThoseOfThePhoto) {
  const HeadSpec style{"style", {{"street", {}}, {"punk", {}}}, true, HeadScope::kPhoto};
  TrainingItem item;
  item.of_photo["style"] = {"punk", "street"};
  item.known[0]["style"] = {"punk"};
  EXPECT_EQ(said_together(style, {{"a", 1.0, {item}}}), (std::vector<int>{1, 1, 1, 1}));
}

}  // namespace
}  // namespace jaedan::inference
