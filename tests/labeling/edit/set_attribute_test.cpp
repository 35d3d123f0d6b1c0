#include "labeling/edit/commands/set_attribute.h"

#include <gtest/gtest.h>

#include "labeling/edit/commands/clear_attribute.h"
#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using testing::garment_of;
using testing::kActor;
using testing::kModel;
using testing::kUser;
using testing::model_garment;
using testing::session_of;
using testing::square;

using Words = std::vector<std::string>;

/// A garment of a model's: category shirt, colour black.
EditSession one_top() { return session_of({model_garment(1, Part::kTop, {{square(10, 10, 50)}})}); }

SetAttribute set(std::string attribute, std::string value, AttributeEdit edit = AttributeEdit::kReplace) {
  return {GarmentId{1}, std::move(attribute), std::move(value), kUser, edit};
}

Words words(const EditSession& session, std::string_view attribute) {
  return values_of(garment_of(session, 1).attributes, attribute);
}

TEST(SetAttribute, ReplacesTheValueInThePersonsName) {
  EditSession session = one_top();
  ASSERT_OK(session.run(set("colour", "red"), kActor));
  EXPECT_EQ(words(session, "colour"), Words{"red"});
  EXPECT_EQ(find_value(garment_of(session, 1).attributes, "colour")->provenance, Provenance::human(kUser));
  EXPECT_EQ(find_value(garment_of(session, 1).attributes, "category")->provenance.source, Source::kModel)
      << "what the model said of something else stays the model's";
}

TEST(SetAttribute, SayingWhatTheModelSaidConfirmsIt) {
  EditSession session = one_top();
  Provenance said = find_value(garment_of(session, 1).attributes, "colour")->provenance;
  ASSERT_OK(session.run(set("colour", "black"), kActor));
  confirm(said, kUser);
  EXPECT_EQ(find_value(garment_of(session, 1).attributes, "colour")->provenance, said);
}

TEST(SetAttribute, SayingWhatAPersonOrFileSaidChangesNothing) {
  Garment garment = model_garment(1, Part::kTop, {{square(10, 10, 50)}});
  garment.attributes = {{"colour", "black", "블랙 ", Provenance::import("kfashion")}};
  EditSession session = session_of({garment});
  ASSERT_OK(session.run(set("colour", "black"), kActor));
  ASSERT_OK(session.run(set("colour", "black", AttributeEdit::kAdd), kActor));
  EXPECT_FALSE(session.can_undo());
  EXPECT_EQ(garment_of(session, 1), garment);
}

TEST(SetAttribute, AddKeepsTheOrderInWhichValuesWereChosen) {
  EditSession session = one_top();
  for (const char* value : {"woven", "lace", "woven", "denim"}) {
    ASSERT_OK(session.run(set("material", value, AttributeEdit::kAdd), kActor));
  }
  EXPECT_EQ(words(session, "material"), (Words{"woven", "lace", "denim"}));
  EXPECT_EQ(session.history().entries().size(), 3U) << "the repeated one is no step";
}

TEST(SetAttribute, RemoveTakesOneValueOut) {
  EditSession session = one_top();
  ASSERT_OK(session.run(set("material", "woven", AttributeEdit::kAdd), kActor));
  ASSERT_OK(session.run(set("material", "lace", AttributeEdit::kAdd), kActor));
  ASSERT_OK(session.run(set("material", "woven", AttributeEdit::kRemove), kActor));
  EXPECT_EQ(words(session, "material"), Words{"lace"});
  ASSERT_OK(session.run(set("material", "woven", AttributeEdit::kRemove), kActor));
  EXPECT_EQ(session.history().entries().size(), 3U);
}

TEST(SetAttribute, ReplaceLeavesOneOfSeveralValues) {
  EditSession session = one_top();
  ASSERT_OK(session.run(set("material", "woven", AttributeEdit::kAdd), kActor));
  ASSERT_OK(session.run(set("material", "lace", AttributeEdit::kAdd), kActor));
  ASSERT_OK(session.run(set("material", "lace"), kActor));
  EXPECT_EQ(words(session, "material"), Words{"lace"});
}

TEST(SetAttribute, NotSureStandsAlone) {
  EditSession session = one_top();
  ASSERT_OK(session.run(set("material", "woven", AttributeEdit::kAdd), kActor));
  ASSERT_OK(session.run(set("material", std::string(kNotSure), AttributeEdit::kAdd), kActor));
  EXPECT_EQ(words(session, "material"), Words{std::string(kNotSure)});
  ASSERT_OK(session.run(set("material", "lace", AttributeEdit::kAdd), kActor));
  EXPECT_EQ(words(session, "material"), Words{"lace"});
}

TEST(SetAttribute, RefusesAGarmentThatIsNotThere) {
  EditSession session = one_top();
  EXPECT_ERROR(session.run(SetAttribute(GarmentId{2}, "colour", "red", kUser), kActor), ErrorCode::kNotFound);
}

TEST(SetAttribute, RefusesEmptyWordsAndWordsOfThePhoto) {
  EditSession session = one_top();
  EXPECT_ERROR(session.run(set("colour", ""), kActor), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(session.run(set("", "red"), kActor), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(session.run(set("style", "retro"), kActor), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(session.run(set("sub_style", "retro"), kActor), ErrorCode::kInvalidArgument);
  EXPECT_FALSE(session.can_undo());
}

TEST(SetAttribute, LabelsLockedGarments) {
  Garment garment = model_garment(1, Part::kTop, {{square(10, 10, 50)}});
  garment.locked = true;
  EditSession session = session_of({garment});
  ASSERT_OK(session.run(set("colour", "red"), kActor));
  ASSERT_OK(session.run(ClearAttribute(GarmentId{1}, "category"), kActor));
  EXPECT_EQ(words(session, "colour"), Words{"red"});
  EXPECT_TRUE(words(session, "category").empty());
}

TEST(SetAttribute, IsUndoneToTheModelsWord) {
  EditSession session = one_top();
  ASSERT_OK(session.run(set("colour", "red"), kActor));
  ASSERT_OK(session.undo(kActor));
  EXPECT_EQ(*find_value(garment_of(session, 1).attributes, "colour"),
            (AttributeValue{"colour", "black", "", Provenance::model(kModel, 0.6)}));
}

TEST(ClearAttribute, RemovesEveryValueOfOneAttribute) {
  EditSession session = one_top();
  ASSERT_OK(session.run(set("material", "woven", AttributeEdit::kAdd), kActor));
  ASSERT_OK(session.run(set("material", "lace", AttributeEdit::kAdd), kActor));
  ASSERT_OK(session.run(ClearAttribute(GarmentId{1}, "material"), kActor));
  EXPECT_TRUE(words(session, "material").empty());
  EXPECT_EQ(words(session, "colour"), Words{"black"});
}

TEST(ClearAttribute, OfWhatWasNeverSaidLeavesNoTrace) {
  EditSession session = one_top();
  ASSERT_OK(session.run(ClearAttribute(GarmentId{1}, "material"), kActor));
  EXPECT_FALSE(session.can_undo());
  EXPECT_ERROR(session.run(ClearAttribute(GarmentId{2}, "material"), kActor), ErrorCode::kNotFound);
}

TEST(SetAttribute, ColourAndSubColourAreNeverTheSame) {
  EditSession session = one_top();
  EXPECT_ERROR(session.run(set("sub_colour", "black"), kActor), ErrorCode::kInvalidArgument);
  ASSERT_OK(session.run(set("sub_colour", "white"), kActor));
  EXPECT_ERROR(session.run(set("colour", "white"), kActor), ErrorCode::kInvalidArgument);
  ASSERT_OK(session.run(set("sub_colour", std::string(kNotSure)), kActor));
  EXPECT_OK(session.run(set("colour", std::string(kNotSure)), kActor));
}

TEST(SetAttribute, AGuessedSubColourGivesWayToTheColour) {
  Garment garment = model_garment(1, Part::kTop, {{square(10, 10, 50)}});
  garment.attributes.push_back({"sub_colour", "red", "", Provenance::model(kModel, 0.4)});
  EditSession session = session_of({garment});
  ASSERT_OK(session.run(set("colour", "red"), kActor));
  EXPECT_EQ(words(session, "colour"), Words{"red"});
  EXPECT_EQ(words(session, "sub_colour"), Words{});
}

}  // namespace
}  // namespace jaedan
