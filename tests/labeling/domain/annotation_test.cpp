#include "labeling/domain/annotation.h"

#include <gtest/gtest.h>

#include <utility>

namespace jaedan {
namespace {

TEST(Annotation, GarmentsAreFoundByIdAndNewIdsAreFree) {
  Annotation annotation;
  EXPECT_EQ(next_garment_id(annotation), GarmentId{1});
  annotation.garments.resize(2);
  annotation.garments[0].id = GarmentId{7};
  annotation.garments[1].id = GarmentId{3};
  EXPECT_EQ(next_garment_id(annotation), GarmentId{8});
  EXPECT_EQ(find_garment(annotation, GarmentId{3}), &annotation.garments[1]);
  EXPECT_EQ(find_garment(std::as_const(annotation), GarmentId{9}), nullptr);
}

TEST(Annotation, EveryFieldCountsForEquality) {
  Annotation a;
  a.garments.resize(1);
  Annotation b = a;
  EXPECT_EQ(a, b);
  b.garments[0].hidden = true;
  EXPECT_NE(a, b);
  b = a;
  b.garments[0].rect = Rect{1, 2, 3, 4};
  EXPECT_NE(a, b);
  b = a;
  b.image_attributes.push_back({"style", "street", "", {}});
  EXPECT_NE(a, b);
  b = a;
  b.state = WorkflowState::kApproved;
  EXPECT_NE(a, b);
  b = a;
  b.revision = 3;
  EXPECT_NE(a, b);
}

TEST(Annotation, IsScaledInOutlinesAndBoxesAndNothingElse) {
  Annotation annotation;
  annotation.garments.resize(2);
  annotation.garments[0].region = Region{{{{1, 2}, {3, 2}, {3, 4}}}};
  annotation.garments[0].rect = Rect{1, 2, 3, 4};
  Annotation expected = annotation;
  expected.garments[0].region = Region{{{{2, 6}, {6, 6}, {6, 12}}}};
  expected.garments[0].rect = Rect{2, 6, 6, 12};
  EXPECT_EQ(scaled(annotation, 2, 3), expected);
}

TEST(AttributeValues, KeepTheOrderOfChoosing) {
  AttributeValues values = {{"detail", "ribbon", "", {}}, {"colour", "black", "", {}}, {"detail", "zipper", "", {}}};
  EXPECT_EQ(values_of(values, "detail"), (std::vector<std::string>{"ribbon", "zipper"}));
  EXPECT_EQ(find_value(values, "detail")->value, "ribbon");
  EXPECT_EQ(find_value(values, "fit"), nullptr);
  set_value(values, {"detail", "chain", "", {}});
  EXPECT_EQ(values_of(values, "detail"), (std::vector<std::string>{"chain"}));
  erase_values(values, "detail");
  ASSERT_EQ(values.size(), 1u);
  EXPECT_EQ(values[0].value, "black");
}

}  // namespace
}  // namespace jaedan
