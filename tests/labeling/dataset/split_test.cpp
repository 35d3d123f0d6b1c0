#include "labeling/dataset/split.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace jaedan::labeling {
namespace {

std::vector<SplitItem> photos(int from, int to, const std::vector<Part>& parts) {
  std::vector<SplitItem> items;
  for (int i = from; i < to; ++i) items.push_back({"photo" + std::to_string(i), parts, std::nullopt});
  return items;
}

std::array<int, 3> counts(const std::vector<Split>& sides) {
  std::array<int, 3> result{};
  for (const Split side : sides) ++result[static_cast<std::size_t>(side)];
  return result;
}

TEST(Split, GivesTheSharesAsked) {
  EXPECT_EQ(counts(assign_splits(photos(0, 100, {Part::kTop}))), (std::array<int, 3>{80, 10, 10}));
  EXPECT_EQ(counts(assign_splits(photos(0, 100, {}))), (std::array<int, 3>{80, 10, 10}));
  EXPECT_EQ(counts(assign_splits(photos(0, 10, {Part::kTop}), {0.5, 0.5, 0})), (std::array<int, 3>{5, 5, 0}));
}

TEST(Split, GivesEverySideItsShareOfARarePart) {
  std::vector<SplitItem> items = photos(0, 900, {Part::kTop, Part::kBottom});
  for (const SplitItem& item : photos(900, 930, {Part::kDress})) items.push_back(item);
  for (const SplitItem& item : photos(930, 950, {Part::kDress, Part::kOuter})) items.push_back(item);
  const std::vector<Split> sides = assign_splits(items);
  std::map<Part, std::array<int, 3>> by_part;
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (const Part part : items[i].parts) ++by_part[part][static_cast<std::size_t>(sides[i])];
  }
  EXPECT_EQ(by_part[Part::kDress], (std::array<int, 3>{40, 5, 5}));
  EXPECT_EQ(by_part[Part::kOuter], (std::array<int, 3>{16, 2, 2}));
  EXPECT_EQ(by_part[Part::kTop], (std::array<int, 3>{720, 90, 90}));
}

TEST(Split, DoesNotDependOnTheOrderOfThePhotos) {
  std::vector<SplitItem> items = photos(0, 60, {Part::kTop});
  for (const SplitItem& item : photos(60, 100, {Part::kDress})) items.push_back(item);
  const std::vector<Split> sides = assign_splits(items);
  std::reverse(items.begin(), items.end());
  std::vector<Split> reversed = assign_splits(items);
  std::reverse(reversed.begin(), reversed.end());
  EXPECT_EQ(reversed, sides);
}

TEST(Split, APhotoStaysWhereItWasAsTheSetGrows) {
  std::vector<SplitItem> items = photos(0, 50, {Part::kTop});
  const std::vector<Split> first = assign_splits(items);
  for (std::size_t i = 0; i < items.size(); ++i) items[i].side = first[i];
  std::vector<SplitItem> grown = photos(50, 200, {Part::kTop});
  grown.insert(grown.begin() + 70, items.begin(), items.end());
  const std::vector<Split> second = assign_splits(grown);
  for (std::size_t i = 0; i < items.size(); ++i) EXPECT_EQ(second[70 + i], first[i]);
  EXPECT_EQ(counts(second), (std::array<int, 3>{160, 20, 20}));
}

TEST(Split, NewPhotosMakeUpForAnUnevenPast) {
  std::vector<SplitItem> items = photos(0, 20, {Part::kTop});
  for (SplitItem& item : items) item.side = Split::kTest;
  for (const SplitItem& item : photos(20, 100, {Part::kTop})) items.push_back(item);
  EXPECT_EQ(counts(assign_splits(items)), (std::array<int, 3>{75, 5, 20}))
      << "the side that has too many gets none; what the others lack is shared";
}

TEST(Split, FewPhotosTeachFirst) {
  EXPECT_EQ(counts(assign_splits({})), (std::array<int, 3>{0, 0, 0}));
  EXPECT_EQ(counts(assign_splits(photos(0, 1, {Part::kTop}))), (std::array<int, 3>{1, 0, 0}));
  EXPECT_EQ(counts(assign_splits(photos(0, 3, {Part::kTop}))), (std::array<int, 3>{3, 0, 0}));
  EXPECT_EQ(counts(assign_splits(photos(0, 7, {Part::kTop}))), (std::array<int, 3>{5, 1, 1}));
}

TEST(Split, HasWordsForItsSides) {
  for (const Split side : {Split::kTrain, Split::kVal, Split::kTest}) EXPECT_EQ(split_from_id(id_of(side)), side);
  EXPECT_EQ(id_of(Split::kVal), "val");
  EXPECT_FALSE(split_from_id("validation").has_value());
}

}  // namespace
}  // namespace jaedan::labeling
