// TakeLabels: a person's work that comes in a file.
#include "labeling/edit/commands/take_labels.h"

#include <gtest/gtest.h>

#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using testing::annotation_of;
using testing::garment_of;
using testing::human_garment;
using testing::kActor;
using testing::kUser;
using testing::model_garment;
using testing::session_of;
using testing::square;
using Outlines = TakeLabels::Outlines;

/// A garment as a file has it.
Garment said(std::int64_t id, Part part, double x, AttributeValues attributes = {}) {
  Garment garment = human_garment(id, part, {{square(x, 10, 50)}});
  garment.region_provenance = Provenance::import("kfashion");
  for (AttributeValue& value : attributes) value.provenance = Provenance::import("kfashion");
  garment.attributes = std::move(attributes);
  return garment;
}

TEST(TakeLabels, ReplacesWhatIsThereAsThePersonsOwn) {
  EditSession session = session_of(
      {human_garment(1, Part::kTop, {{square(0, 10, 50)}}), human_garment(2, Part::kBottom, {{square(200, 10, 50)}})});
  const Annotation file =
      annotation_of({said(7, Part::kDress, 400), said(8, Part::kTop, 5, {{"colour", "black", "", {}}})});
  ASSERT_OK(session.run(TakeLabels(file, Outlines::kReplace, kUser), kActor));
  ASSERT_EQ(session.annotation().garments.size(), 2u);
  const Garment& top = garment_of(session, 1);
  EXPECT_EQ(top.region, file.garments[1].region) << "the same garment, drawn anew";
  EXPECT_EQ(top.region_provenance, Provenance::human(kUser));
  EXPECT_EQ(top.attributes.at(0).provenance, Provenance::human(kUser));
  const Garment& dress = garment_of(session, 3);
  EXPECT_EQ(dress.part, Part::kDress);
  EXPECT_EQ(dress.region_provenance, Provenance::human(kUser));
  EXPECT_FALSE(find_garment(session.annotation(), GarmentId{2}));
  EXPECT_EQ(session.annotation().garments.back().id, GarmentId{1}) << "the order is the file's";
  ASSERT_OK(session.undo(kActor));
  EXPECT_EQ(session.annotation().garments.size(), 2u);
  EXPECT_TRUE(find_garment(session.annotation(), GarmentId{2}));
}

TEST(TakeLabels, WhatAModelSaidTheSameIsConfirmed) {
  EditSession session = session_of({model_garment(1, Part::kTop, {{square(0, 10, 50)}})});
  const Annotation file = annotation_of({said(1, Part::kTop, 0, {{"colour", "black", "", {}}})});
  ASSERT_OK(session.run(TakeLabels(file, Outlines::kReplace, kUser), kActor));
  const Garment& top = garment_of(session, 1);
  EXPECT_EQ(top.region_provenance.source, Source::kModel);
  EXPECT_EQ(top.region_provenance.confirmed_by, kUser);
  ASSERT_EQ(top.attributes.size(), 1u) << "the file does not have the category";
  EXPECT_EQ(top.attributes[0].provenance.confirmed_by, kUser);
  const std::int64_t changes = session.change_count();
  ASSERT_OK(session.run(TakeLabels(file, Outlines::kReplace, kUser), kActor));
  EXPECT_EQ(session.change_count(), changes) << "again it changes nothing";
}

TEST(TakeLabels, OfLockedOutlinesTakesTheLabelsAlone) {
  EditSession session = session_of(
      {human_garment(1, Part::kTop, {{square(0, 10, 50)}}), human_garment(2, Part::kBottom, {{square(200, 10, 50)}})});
  const Annotation before = session.annotation();
  Annotation file = annotation_of({said(1, Part::kBottom, 202), said(2, Part::kTop, 3, {{"colour", "red", "", {}}})});
  Actor labeller = kActor.at(Stage::kBasic);
  ASSERT_OK(session.run(TakeLabels(file, Outlines::kKeep, kUser), labeller));
  EXPECT_EQ(garment_of(session, 1).region, before.garments[0].region);
  EXPECT_EQ(garment_of(session, 1).region_provenance, Provenance::human("지우"));
  EXPECT_EQ(garment_of(session, 1).attributes.at(0).value, "red");
  EXPECT_EQ(session.annotation().garments[0].id, GarmentId{1}) << "the order stays";
  file.garments.push_back(said(3, Part::kDress, 400));
  EXPECT_EQ(session.run(TakeLabels(file, Outlines::kKeep, kUser), labeller).error().message.key,
            "review.outlines_locked");
  file.garments.resize(1);
  EXPECT_ERROR(session.run(TakeLabels(file, Outlines::kKeep, kUser), labeller), ErrorCode::kRefused);
}

TEST(TakeLabels, LeavesALockedGarmentWhereItIs) {
  Garment locked = human_garment(1, Part::kTop, {{square(0, 10, 50)}});
  locked.locked = true;
  EditSession session = session_of({locked});
  EXPECT_ERROR(session.run(TakeLabels(annotation_of({}), Outlines::kReplace, kUser), kActor),
               ErrorCode::kInvalidArgument);
  EXPECT_ERROR(session.run(TakeLabels(annotation_of({said(1, Part::kTop, 5)}), Outlines::kReplace, kUser), kActor),
               ErrorCode::kInvalidArgument);
  const Annotation labels = annotation_of({said(1, Part::kTop, 0, {{"colour", "red", "", {}}})});
  ASSERT_OK(session.run(TakeLabels(labels, Outlines::kReplace, kUser), kActor));
  EXPECT_TRUE(garment_of(session, 1).locked);
}

}  // namespace
}  // namespace jaedan
