#include "app/workflow/photo/review_versions.h"

#include <utility>

#include "app/workflow/photo/compare_annotations.h"
#include "tests/app/workflow/people/crew.h"

namespace jaedan::workflow {
namespace {

using Versions = testing::Crew;

Proposal proposal(Part part, Region region) {
  Proposal made;
  made.part = part;
  made.region = std::move(region);
  return made;
}

TEST_F(Versions, AreOfTheReturnOfTheModelAndOfTheDrawing) {
  const PhotoId photo = add_photo("a");
  EXPECT_EQ(review_versions(*project_, photo)->size(), 0u) << "nothing is known";
  ASSERT_OK(claim("ann", Stage::kDrawn));
  ASSERT_OK(draw(as("ann"), photo, 40));
  ASSERT_OK(draw(as("ann"), photo, 50));
  ASSERT_OK(submit_photo(*project_, photo, as("ann")));
  ASSERT_OK_AND_ASSIGN(std::vector<ReviewVersion> versions, review_versions(*project_, photo));
  ASSERT_EQ(versions.size(), 1u);
  EXPECT_EQ(versions[0].what, ComparedWith::kDrawn);
  EXPECT_EQ(versions[0].who, "ann");
  EXPECT_FALSE(versions[0].at.empty());
  EXPECT_EQ(versions[0].annotation.garments[0].region, square(50));

  ASSERT_OK(return_photo(*project_, photo, as("ian"), {Stage::kDrawn, ReturnReason::kOutline}));
  ASSERT_OK(claim("amy", Stage::kDrawn));
  ASSERT_OK(draw(as("amy"), photo, 60));
  ASSERT_OK(label(as("amy"), photo, "colour", "black"));
  ASSERT_OK_AND_ASSIGN(versions, review_versions(*project_, photo));
  ASSERT_EQ(versions.size(), 2u);
  EXPECT_EQ(versions[0].what, ComparedWith::kReturned) << "what an inspector asks for first";
  EXPECT_EQ(versions[0].who, "ian");
  const PhotoDifference since = compare_annotations(versions[0].annotation, stored(photo));
  EXPECT_EQ(since.outlines_changed(), 1u);
  EXPECT_EQ(since.labels_changed(), 1u);

  ASSERT_OK(submit_photo(*project_, photo, as("amy")));
  ASSERT_OK(store().save_prediction(photo, {"m", {{1.0, {proposal(Part::kTop, square(55))}}}}));
  ASSERT_OK_AND_ASSIGN(versions, review_versions(*project_, photo));
  ASSERT_EQ(versions.size(), 3u);
  EXPECT_EQ(versions[1].what, ComparedWith::kPrefilled);
  EXPECT_EQ(versions[1].who, "m");
  EXPECT_EQ(versions[2].annotation.garments[0].region, square(60)) << "the last submission";
}

TEST(AnnotationOf, AProposalHasTheIdOfTheGarmentThatTookItsPlace) {
  const auto square = [](double at, double size) {
    return Region{{{{at, at}, {at + size, at}, {at + size, at + size}, {at, at + size}}}};
  };
  Annotation now;
  Garment top;
  top.id = GarmentId{4};
  top.region = square(10, 42);
  now.garments = {top};
  now.image_attributes = {{"style", "street", {}, Provenance::human("ann")}};
  const Prediction prediction{"m",
                              {{0.6, {proposal(Part::kDress, square(10, 40))}},
                               {0.4, {proposal(Part::kBottom, square(60, 20)), proposal(Part::kTop, square(10, 40))}}}};
  const Annotation said = annotation_of(prediction, now);
  ASSERT_EQ(said.garments.size(), 2u) << "the reading that people followed, not the likelier one";
  EXPECT_EQ(said.garments[0].id, GarmentId{5});
  EXPECT_EQ(said.garments[1].id, GarmentId{4});
  const PhotoDifference difference = compare_annotations(said, now);
  EXPECT_EQ(difference.garments[0].became, Became::kChanged);
  EXPECT_EQ(difference.garments[1].became, Became::kRemoved);
  EXPECT_TRUE(difference.labels.empty()) << "this model says nothing of the photo as a whole";
}

TEST(AnnotationOf, WhatTheModelSaidOfThePhotoStandsBesideWhatPeopleSay) {
  Annotation now;
  now.image_attributes = {{"style", "street", {}, Provenance::human("ann")},
                          {"season", "winter", {}, Provenance::human("ann")}};
  Prediction prediction{"m", {{1.0, {}}}};
  prediction.image_attributes = {{"style", "modern", {}, Provenance::model("m", 0.8)}};
  const Annotation said = annotation_of(prediction, now);
  EXPECT_EQ(values_of(said.image_attributes, "style"), std::vector<std::string>{"modern"});
  EXPECT_EQ(values_of(said.image_attributes, "season"), std::vector<std::string>{"winter"});
  const PhotoDifference difference = compare_annotations(said, now);
  ASSERT_EQ(difference.labels.size(), 1u);
  EXPECT_EQ(difference.labels[0].attribute, "style");
}

TEST(AnnotationOf, TwoProposalsOnOneGarmentAreNotTheSameGarmentTwice) {
  Annotation now;
  Garment top;
  top.id = GarmentId{1};
  top.region = {{{{0, 0}, {40, 0}, {40, 40}, {0, 40}}}};
  now.garments = {top};
  const Proposal twice = proposal(Part::kTop, top.region);
  const Annotation said = annotation_of({"m", {{1.0, {twice, twice}}}}, now);
  ASSERT_EQ(said.garments.size(), 2u);
  EXPECT_NE(said.garments[0].id, said.garments[1].id);
}

}  // namespace
}  // namespace jaedan::workflow
