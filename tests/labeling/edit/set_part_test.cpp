#include "labeling/edit/commands/set_part.h"

#include <gtest/gtest.h>

#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using testing::garment_of;
using testing::human_garment;
using testing::kActor;
using testing::kUser;
using testing::model_garment;
using testing::session_of;
using testing::square;

TaxonomyValue word(std::string id, std::vector<Part> parts) {
  TaxonomyValue value;
  value.id = std::move(id);
  value.parts = std::move(parts);
  return value;
}

/// Colour is said of everything, sleeves of tops and dresses, "shirt" of tops and outers.
Taxonomy small_taxonomy() {
  TaxonomyAttribute colour;
  colour.id = "colour";
  colour.values = {word("black", {Part::kOuter, Part::kTop, Part::kBottom, Part::kDress})};
  TaxonomyAttribute sleeves;
  sleeves.id = "sleeve_length";
  sleeves.values = {word("long", {Part::kTop, Part::kDress})};
  TaxonomyAttribute category;
  category.id = "category";
  category.values = {word("shirt", {Part::kTop, Part::kOuter}), word("skirt", {Part::kBottom})};
  TaxonomyAttribute style;
  style.id = "style";
  style.image_level = true;
  style.values = {word("retro", {})};
  return Taxonomy({colour, sleeves, category, style});
}

EditSession labelled_top() {
  Garment garment = human_garment(1, Part::kTop, {{square(10, 10, 50)}});
  for (const auto& [attribute, value] : {std::pair{"colour", "black"},
                                         {"sleeve_length", "long"},
                                         {"category", "shirt"},
                                         {"category", "누비옷"},
                                         {"sleeve_length", "not_sure"},
                                         {"pocket", "two"}}) {
    garment.attributes.push_back({attribute, value, "", Provenance::human("지우")});
  }
  return session_of({garment});
}

TEST(SetPart, DropsWhatIsNotSaidOfTheNewPart) {
  EditSession session = labelled_top();
  ASSERT_OK(session.run(SetPart(GarmentId{1}, Part::kBottom, small_taxonomy(), kUser), kActor));
  const Garment& garment = garment_of(session, 1);
  EXPECT_EQ(garment.part, Part::kBottom);
  EXPECT_EQ(values_of(garment.attributes, "colour"), std::vector<std::string>{"black"});
  EXPECT_TRUE(values_of(garment.attributes, "sleeve_length").empty())
      << "bottoms have no sleeves, not even unsure ones";
  EXPECT_EQ(values_of(garment.attributes, "category"), std::vector<std::string>{"누비옷"}) << "unknown words stay";
  EXPECT_EQ(values_of(garment.attributes, "pocket"), std::vector<std::string>{"two"});
}

TEST(SetPart, KeepsWhatIsSaidOfBothParts) {
  EditSession session = labelled_top();
  ASSERT_OK(session.run(SetPart(GarmentId{1}, Part::kOuter, small_taxonomy(), kUser), kActor));
  EXPECT_EQ(values_of(garment_of(session, 1).attributes, "category"), (std::vector<std::string>{"shirt", "누비옷"}));
  ASSERT_OK(session.undo(kActor));
  EXPECT_EQ(garment_of(session, 1).attributes.size(), 6U);
}

TEST(SetPart, ToTheSamePartLeavesNoTrace) {
  EditSession session = labelled_top();
  ASSERT_OK(session.run(SetPart(GarmentId{1}, Part::kTop, small_taxonomy(), kUser), kActor));
  EXPECT_FALSE(session.can_undo());
}

TEST(SetPart, ConfirmsAModelsOutline) {
  EditSession session = session_of({model_garment(1, Part::kTop, {{square(10, 10, 50)}})});
  ASSERT_OK(session.run(SetPart(GarmentId{1}, Part::kOuter, small_taxonomy(), kUser), kActor));
  EXPECT_EQ(garment_of(session, 1).region_provenance.confirmed_by, kUser);
  EXPECT_TRUE(is_models_own(garment_of(session, 1)));
}

TEST(SetPart, LeavesTheRectangleOfTheFileAlone) {
  Garment garment = human_garment(1, Part::kTop, {{square(10, 10, 50)}});
  garment.rect = Rect{1, 2, 3, 4};
  EditSession session = session_of({garment});
  ASSERT_OK(session.run(SetPart(GarmentId{1}, Part::kOuter, UnsaidWords{}, kUser), kActor));
  EXPECT_EQ(garment_of(session, 1).rect, garment.rect);
}

TEST(SetPart, RefusesAGarmentThatIsNotThere) {
  EditSession session = labelled_top();
  EXPECT_ERROR(session.run(SetPart(GarmentId{2}, Part::kOuter, UnsaidWords{}, kUser), kActor), ErrorCode::kNotFound);
}

}  // namespace
}  // namespace jaedan
