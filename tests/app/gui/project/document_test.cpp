#include "app/gui/project/document.h"

#include <gtest/gtest.h>

#include "tests/app/gui/panels/made_documents.h"

namespace jaedan::gui::testing {
namespace {

/// The model is asked about all garments of the photo that have an area.
void hear_of_all(Document& document) {
  for (const Garment& garment : document.session.annotation().garments) {
    if (garment.region.empty()) continue;
    document.prediction->of_garments.push_back({garment.id, garment.part, garment.region});
  }
}

Document changed(const Document& before, const Annotation& annotation) {
  return Document({EditSession(before.session.photo(), annotation), Image{}, before.prediction}, {});
}

TEST(GarmentWords, AreLackingUntilTheModelWasAskedAboutEveryGarmentWithAnArea) {
  Document document = guessed_document();
  EXPECT_TRUE(lacks_words(document)) << "a proposal is at the place of one of them alone";
  hear_of_all(document);
  EXPECT_FALSE(lacks_words(document));
  document.prediction->of_garments.erase(document.prediction->of_garments.begin());
  EXPECT_FALSE(lacks_words(document)) << "there is a proposal at its place";
  document.prediction->of_garments.pop_back();
  EXPECT_TRUE(lacks_words(document));
  EXPECT_FALSE(lacks_words(mixed_document())) << "no model has seen the photo: it is not pre-filled for that";
  EXPECT_FALSE(lacks_words(proposed_document())) << "there are no garments";
}

TEST(GarmentWords, AreNotLookedForWhereNothingIsToBeLabelledOrAnAnswerIsAPersonsOwn) {
  const Document document = guessed_document();
  Annotation annotation = document.session.annotation();
  annotation.state = WorkflowState::kApproved;
  EXPECT_FALSE(lacks_words(changed(document, annotation)));
  annotation.state = WorkflowState::kDrawn;
  EXPECT_TRUE(lacks_words(changed(document, annotation)));
  annotation.answer = AnswerId{1};
  EXPECT_FALSE(lacks_words(changed(document, annotation)));
}

TEST(GarmentWords, AreThoseOfTheGarmentAsItIs) {
  Document document = guessed_document();
  const Garment own = *find_garment(document.session.annotation(), kOwn);
  EXPECT_EQ(garment_words(own, document), nullptr);
  hear_of_all(document);
  ASSERT_NE(garment_words(own, document), nullptr);
  EXPECT_EQ(garment_words(own, document)->garment, kOwn);
  Garment another = own;
  another.part = Part::kDress;
  EXPECT_EQ(garment_words(another, document), nullptr);
}

}  // namespace
}  // namespace jaedan::gui::testing
