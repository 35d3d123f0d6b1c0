#include "app/workflow/photo/compare_annotations.h"

#include <gtest/gtest.h>

namespace jaedan::workflow {
namespace {

using Values = std::vector<std::string>;

Region box(double left, double top, double right, double bottom) {
  return {{{{left, top}, {right, top}, {right, bottom}, {left, bottom}}}};
}

Garment garment(std::int64_t id, Part part, Region region) {
  Garment made;
  made.id = GarmentId{id};
  made.part = part;
  made.region = std::move(region);
  made.region_provenance = Provenance::human("ann");
  return made;
}

AttributeValue said(const std::string& attribute, const std::string& value, Provenance by = Provenance::human("ann")) {
  return {attribute, value, {}, std::move(by)};
}

TEST(CompareAnnotations, AnOutlineIsTakenApartIntoWhatStayedCameAndWent) {
  Annotation before, after;
  before.garments = {garment(1, Part::kTop, box(0, 0, 10, 10))};
  after.garments = {garment(1, Part::kTop, box(5, 0, 15, 10))};
  const PhotoDifference difference = compare_annotations(before, after);
  ASSERT_EQ(difference.garments.size(), 1u);
  const GarmentDifference& top = difference.garments[0];
  EXPECT_EQ(top.became, Became::kChanged);
  EXPECT_DOUBLE_EQ(area_px(top.same), 50);
  EXPECT_DOUBLE_EQ(area_px(top.added), 50);
  EXPECT_DOUBLE_EQ(area_px(top.removed), 50);
  EXPECT_EQ(bounds_of(top.added), (Rect{10, 0, 5, 10}));
  EXPECT_EQ(bounds_of(top.removed), (Rect{0, 0, 5, 10}));
  EXPECT_NEAR(top.iou, 1.0 / 3, 1e-9);
  EXPECT_EQ(difference.outlines_changed(), 1u);
  EXPECT_EQ(difference.labels_changed(), 0u);
}

TEST(CompareAnnotations, GarmentsThatCameAndWentAreTold) {
  Annotation before, after;
  before.garments = {garment(1, Part::kTop, box(0, 0, 4, 4)), garment(2, Part::kBottom, box(0, 5, 4, 9))};
  after.garments = {garment(3, Part::kOuter, box(0, 0, 2, 2)), before.garments[0]};
  before.garments[1].attributes = {said("colour", "black")};
  const PhotoDifference difference = compare_annotations(before, after);
  ASSERT_EQ(difference.garments.size(), 3u);
  EXPECT_EQ(difference.garments[0].became, Became::kAdded);
  EXPECT_EQ(area_px(difference.garments[0].added), 4);
  EXPECT_EQ(difference.garments[0].iou, 0);
  EXPECT_EQ(difference.garments[1].became, Became::kSame);
  EXPECT_EQ(difference.garments[1].iou, 1);
  EXPECT_EQ(difference.garments[2].became, Became::kRemoved);
  EXPECT_EQ(difference.garments[2].part, Part::kBottom);
  EXPECT_EQ(area_px(difference.garments[2].removed), 16);
  ASSERT_EQ(difference.garments[2].labels.size(), 1u);
  EXPECT_EQ(difference.garments[2].labels[0].before, Values{"black"});
  EXPECT_EQ(difference.garments[2].labels[0].after, Values{});
  EXPECT_EQ(difference.outlines_changed(), 2u);
  EXPECT_EQ(difference.labels_changed(), 1u) << "what went with its garment";
}

TEST(CompareAnnotations, LabelsAreToldBeforeAndAfterThoseOfThePhotoToo) {
  Annotation before, after;
  before.garments = {garment(1, Part::kTop, box(0, 0, 4, 4))};
  after = before;
  before.garments[0].attributes = {said("colour", "red"), said("fit", "loose"), said("detail", "zip")};
  after.garments[0].attributes = {said("colour", "black"), said("detail", "zip"), said("detail", "lace")};
  after.image_attributes = {said("style", "street")};
  const PhotoDifference difference = compare_annotations(before, after);
  const auto& labels = difference.garments[0].labels;
  ASSERT_EQ(labels.size(), 3u);
  EXPECT_EQ(labels[0].attribute, "colour");
  EXPECT_EQ(labels[0].before, Values{"red"});
  EXPECT_EQ(labels[0].after, Values{"black"});
  EXPECT_EQ(labels[1].attribute, "detail");
  EXPECT_EQ(labels[1].after, (Values{"zip", "lace"}));
  EXPECT_EQ(labels[2].attribute, "fit");
  EXPECT_EQ(labels[2].after, Values{});
  ASSERT_EQ(difference.labels.size(), 1u);
  EXPECT_EQ(difference.labels[0].after, Values{"street"});
  EXPECT_EQ(difference.labels_changed(), 4u);
  EXPECT_EQ(difference.outlines_changed(), 0u);
  EXPECT_EQ(difference.garments[0].became, Became::kChanged);
}

TEST(CompareAnnotations, AModelsWordThatWasConfirmedIsToldButChangesNothing) {
  Annotation before, after;
  before.garments = {garment(1, Part::kTop, box(0, 0, 4, 4))};
  before.garments[0].attributes = {said("colour", "red", Provenance::model("m", 0.4))};
  after = before;
  confirm(after.garments[0].attributes[0].provenance, "ann");
  const PhotoDifference difference = compare_annotations(before, after);
  ASSERT_EQ(difference.garments[0].labels.size(), 1u);
  EXPECT_TRUE(difference.garments[0].labels[0].confirmed);
  EXPECT_EQ(difference.garments[0].became, Became::kSame);
  EXPECT_TRUE(difference.nothing_changed());
}

TEST(CompareAnnotations, WhoDrewAndWhoLookedIsNoDifference) {
  Annotation before, after;
  before.garments = {garment(1, Part::kTop, box(0, 0, 4, 4))};
  after = before;
  after.garments[0].region_provenance = Provenance::human("amy");
  after.garments[0].handling.looked_by = "amy";
  after.garments[0].locked = true;
  EXPECT_TRUE(compare_annotations(before, after).nothing_changed());
  after.garments[0].part = Part::kOuter;
  EXPECT_EQ(compare_annotations(before, after).outlines_changed(), 1u);
}

TEST(CompareAnnotations, GarmentsWithoutAnOutlineAgree) {
  Annotation before, after;
  before.garments = {garment(1, Part::kTop, {})};
  after.garments = {garment(1, Part::kTop, {}), garment(2, Part::kTop, {})};
  const PhotoDifference difference = compare_annotations(before, after);
  EXPECT_EQ(difference.garments[0].became, Became::kSame);
  EXPECT_EQ(difference.garments[0].iou, 1);
  EXPECT_EQ(difference.garments[1].became, Became::kAdded);
  EXPECT_TRUE(compare_annotations({}, {}).nothing_changed());
}

}  // namespace
}  // namespace jaedan::workflow
