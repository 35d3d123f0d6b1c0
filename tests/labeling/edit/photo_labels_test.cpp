// What a model says of the photo as a whole, when its proposals are accepted.
#include "labeling/edit/proposals/photo_labels.h"

#include <gtest/gtest.h>

#include "labeling/edit/commands/clear_image_attribute.h"
#include "labeling/edit/proposals/accept_proposals.h"
#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using testing::annotation_of;
using testing::human_garment;
using testing::kActor;
using testing::kUser;
using testing::session_of;
using testing::square;

const std::string kLabeller = "labeller-3";

std::vector<Proposal> proposed_pair() {
  Proposal top;
  top.part = Part::kTop;
  top.region.rings = {square(11, 11, 40)};
  top.score = 0.9;
  Proposal bottom = top;
  bottom.part = Part::kBottom;
  bottom.region.rings = {square(11, 61, 40)};
  return {top, bottom};
}

AttributeValues labels_of_photo() {
  return {{"style", "street", "", Provenance::model(kLabeller, 0.7), {{"punk", 0.2}}},
          {"sub_style", "retro", "", Provenance::model(kLabeller, 0.6)},
          {"gender", "women", "", Provenance::model(kLabeller, 0.98)}};
}

AcceptProposals accept_labelled(std::vector<Proposal> proposals) {
  return {std::move(proposals), kLabeller, labels_of_photo()};
}

TEST(PhotoLabels, LabelsOfThePhotoComeWithTheFirstGarmentInOneStep) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(accept_labelled({proposed_pair()[0]}), kActor));
  EXPECT_EQ(session.annotation().image_attributes, labels_of_photo());
  ASSERT_OK(session.undo(kActor));
  EXPECT_TRUE(session.annotation().image_attributes.empty());
  EXPECT_TRUE(session.annotation().garments.empty());
}

TEST(PhotoLabels, LabelsOfThePhotoThatAPersonTookAwayDoNotComeBack) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(accept_labelled({proposed_pair()[0]}), kActor));
  ASSERT_OK(session.run(ClearImageAttribute("style"), kActor));
  ASSERT_OK(session.run(accept_labelled({proposed_pair()[1]}), kActor));
  EXPECT_EQ(find_value(session.annotation().image_attributes, "style"), nullptr);
}

TEST(PhotoLabels, NothingIsSaidOfAPhotoInWhichNothingIsAccepted) {
  EditSession session = session_of({human_garment(4, Part::kTop, {{square(0, 0, 90)}})});
  ASSERT_OK(session.run(accept_labelled({proposed_pair()[0]}), kActor));
  EXPECT_TRUE(session.annotation().image_attributes.empty());
  ASSERT_OK(session.run(accept_labelled({}), kActor));
  EXPECT_TRUE(session.annotation().image_attributes.empty());
}

TEST(PhotoLabels, WhatAPersonOrAFileSaidOfThePhotoStays) {
  const AttributeValues words[] = {{{"style", "modern", "", Provenance::human(kUser)}},
                                   {{"style", "modern", "", Provenance::import("kfashion")}},
                                   {{"style", std::string(kNotSure), "", Provenance::human(kUser)}}};
  for (const AttributeValues& said : words) {
    Annotation annotation = annotation_of({});
    annotation.image_attributes = said;
    ASSERT_OK(accept_labelled(proposed_pair()).apply(annotation));
    EXPECT_EQ(*find_value(annotation.image_attributes, "style"), said[0]);
    EXPECT_EQ(values_of(annotation.image_attributes, "style").size(), 1U);
    EXPECT_EQ(find_value(annotation.image_attributes, "sub_style") == nullptr, said[0].value == kNotSure)
        << "a sub-style stands beside a style";
    EXPECT_TRUE(find_value(annotation.image_attributes, "gender"));
  }
  Annotation confirmed = annotation_of({});
  confirmed.image_attributes = {{"gender", "men", "", Provenance::model("older", 0.5)}};
  confirm(confirmed.image_attributes[0].provenance, kUser);
  const AttributeValue gender = confirmed.image_attributes[0];
  ASSERT_OK(accept_labelled(proposed_pair()).apply(confirmed));
  EXPECT_EQ(*find_value(confirmed.image_attributes, "gender"), gender);
}

TEST(PhotoLabels, AnOlderModelsWordOfThePhotoGivesWay) {
  Annotation annotation = annotation_of({});
  annotation.image_attributes = {{"style", "modern", "", Provenance::model("older", 0.5)}};
  ASSERT_OK(accept_labelled(proposed_pair()).apply(annotation));
  EXPECT_EQ(values_of(annotation.image_attributes, "style"), std::vector<std::string>{"street"});
}

TEST(PhotoLabels, AStyleThatIsAPersonsOwnIsNoSubStyleAsWell) {
  Annotation annotation = annotation_of({});
  annotation.image_attributes = {{"style", "retro", "", Provenance::human(kUser)}};
  ASSERT_OK(accept_labelled(proposed_pair()).apply(annotation));
  EXPECT_EQ(find_value(annotation.image_attributes, "sub_style"), nullptr);
  EXPECT_EQ(find_value(annotation.image_attributes, "style")->value, "retro");
}

TEST(PhotoLabels, AnApprovedPhotoIsNotLabelled) {
  Annotation approved = annotation_of({});
  approved.state = WorkflowState::kApproved;
  ASSERT_OK(accept_labelled(proposed_pair()).apply(approved));
  EXPECT_TRUE(approved.image_attributes.empty());
}

}  // namespace
}  // namespace jaedan
