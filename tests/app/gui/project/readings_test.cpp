#include "app/gui/project/readings.h"

#include <gtest/gtest.h>

#include <utility>

#include "labeling/edit/commands/delete_garments.h"
#include "labeling/edit/proposals/accept_proposals.h"
#include "tests/support/matchers.h"

namespace jaedan::gui {
namespace {

Proposal proposal(Part part, double left, double top, double height) {
  Proposal made;
  made.part = part;
  made.region = {{{{left, top}, {left + 50, top}, {left + 50, top + height}, {left, top + height}}}};
  made.score = 0.5;
  return made;
}

Prediction two_readings() {
  return {"model",
          {{0.63, {proposal(Part::kTop, 10, 0, 90), proposal(Part::kBottom, 10, 90, 90)}},
           {0.37, {proposal(Part::kDress, 10, 0, 180)}}}};
}

Document document_of(std::optional<Prediction> prediction, Annotation annotation = {}) {
  return Document({EditSession(Photo{}, std::move(annotation)), Image{}, std::move(prediction)}, {});
}

TEST(Readings, ThereAreOthersOnlyWhereThePhotoTakesProposalsAndHasMoreThanOneReading) {
  EXPECT_TRUE(has_other_readings(document_of(two_readings())));
  Prediction one = two_readings();
  one.readings.pop_back();
  EXPECT_FALSE(has_other_readings(document_of(one)));
  EXPECT_FALSE(has_other_readings(document_of(std::nullopt)));
  Annotation approved;
  approved.state = WorkflowState::kApproved;
  EXPECT_FALSE(has_other_readings(document_of(two_readings(), approved)));
}

TEST(Readings, GoRoundBothWays) {
  Prediction three = two_readings();
  three.readings.push_back({0.1, {}});
  Document document = document_of(three);
  EXPECT_EQ(reading_beside(document, +1), 1u);
  EXPECT_EQ(reading_beside(document, -1), 2u);
  document.reading = 2;
  EXPECT_EQ(reading_beside(document, +1), 0u);
}

TEST(Readings, OneThatWouldBeShownAsZeroPercentIsNotOffered) {
  Prediction three = two_readings();
  three.readings[1].probability = 0.004;
  EXPECT_FALSE(has_other_readings(document_of(three)));
  three.readings.push_back({0.006, {}});
  Document document = document_of(three);
  EXPECT_TRUE(has_other_readings(document));
  EXPECT_EQ(reading_beside(document, +1), 2u);
  EXPECT_EQ(reading_beside(document, -1), 2u);
  EXPECT_NE(reading_text(Strings(Language::kEnglish), document).find("1 of 2"), std::string::npos);
  document.reading = 1;  // its garments were accepted before
  EXPECT_EQ(reading_beside(document, +1), 2u);
  EXPECT_EQ(reading_beside(document, -1), 0u);
}

TEST(Readings, ProposalsAreThoseOfTheReadingShown) {
  Document document = document_of(two_readings());
  EXPECT_EQ(open_proposals(document).size(), 2u);
  document.rejected.add({0, 0}, 0);
  EXPECT_EQ(open_proposals(document), std::vector<std::size_t>{1});
  document.reading = 1;
  EXPECT_EQ(open_proposals(document), std::vector<std::size_t>{0}) << "refused in the other reading only";
  EXPECT_EQ(proposals_of(document)[0].part, Part::kDress);
}

TEST(Readings, APhotoOpensWithTheReadingThatWasAccepted) {
  Annotation annotation;
  ASSERT_OK(AcceptProposals(two_readings().readings[1].garments, "model").apply(annotation));
  EXPECT_EQ(document_of(two_readings(), annotation).reading, 1u);
  EXPECT_EQ(document_of(std::nullopt, annotation).reading, 0u);
}

TEST(Readings, ARefusalThatWentWithItsGarmentComesBackWhateverReadingIsShown) {
  Annotation annotation;
  ASSERT_OK(AcceptProposals(two_readings().readings[0].garments, "model").apply(annotation));
  Document document = document_of(two_readings(), annotation);
  document.rejected.add_with_garment({0, 1});
  document.reading = 1;
  reopen_proposals_of_restored(document);
  EXPECT_TRUE(document.rejected.empty());
}

/// Two people, a top each; in the other reading the second one's only.
Prediction two_people() {
  return {"model",
          {{0.6, {proposal(Part::kTop, 10, 0, 90), proposal(Part::kTop, 200, 0, 90)}},
           {0.4, {proposal(Part::kTop, 200, 0, 90)}}}};
}

TEST(OpenProposals, AcceptingOneOfTwoTopsLeavesTheOtherOpen) {
  Document document = document_of(two_people());
  ASSERT_OK(document.session.run(AcceptProposals({proposals_of(document)[0]}, "model"), Actor::alone("mina")));
  EXPECT_EQ(open_proposals(document), std::vector<std::size_t>{1});
  ASSERT_OK(document.session.run(AcceptProposals({proposals_of(document)[1]}, "model"), Actor::alone("mina")));
  EXPECT_TRUE(open_proposals(document).empty());
  EXPECT_EQ(document.session.annotation().garments.size(), 2u);
}

TEST(OpenProposals, ALabelWithoutAnOutlineTakesEveryPlaceOfItsPart) {
  Annotation annotation;
  annotation.garments.resize(1);
  annotation.garments[0].id = GarmentId{1};
  EXPECT_TRUE(open_proposals(document_of(two_people(), annotation)).empty());
}

TEST(OpenProposals, OfAGarmentTakenAwayItsOwnIsRefusedAndUndoReopensThatOne) {
  Annotation annotation;
  ASSERT_OK(AcceptProposals({two_people().readings[0].garments[0]}, "model").apply(annotation));
  Document document = document_of(two_people(), annotation);
  const std::vector<Garment> before = annotation.garments;
  ASSERT_OK(document.session.run(DeleteGarments({before[0].id}), Actor::alone("mina")));
  reject_proposals_of_removed(before, document);
  EXPECT_EQ(open_proposals(document), std::vector<std::size_t>{1}) << "the other person's is still to be decided";
  ASSERT_OK(document.session.run(AcceptProposals({proposals_of(document)[1]}, "model"), Actor::alone("mina")));
  reopen_proposals_of_restored(document);
  EXPECT_TRUE(document.rejected.contains({0, 0})) << "a top of somebody else brings nothing back";
  ASSERT_OK(document.session.undo(Actor::alone("mina")));
  ASSERT_OK(document.session.undo(Actor::alone("mina")));
  reopen_proposals_of_restored(document);
  EXPECT_TRUE(document.rejected.empty());
}

TEST(ProposalChoices, OutliveThePhotoInMemory) {
  Document left = document_of(two_readings());
  left.reading = 1;
  left.rejected.add({0, 1}, 0);
  Document again = document_of(two_readings());
  take_up(choices_of(left), again);
  EXPECT_EQ(again.reading, 1u);
  EXPECT_TRUE(again.rejected.contains({0, 1}));
  EXPECT_EQ(again.rejected.undo(0), std::nullopt) << "not what was done last any more";
}

TEST(ProposalChoices, MeanNothingForAnotherPrediction) {
  Document left = document_of(two_readings());
  left.reading = 1;
  left.rejected.add({0, 1}, 0);
  Prediction other_model = two_readings();
  other_model.model_id = "challenger";
  Prediction other_outline = two_readings();
  other_outline.readings[1].garments[0].region.rings[0][2].x += 1;
  Prediction one = two_readings();
  one.readings.pop_back();
  for (const Prediction& other : {other_model, other_outline, one}) {
    Document again = document_of(other);
    take_up(choices_of(left), again);
    EXPECT_EQ(again.reading, 0u);
    EXPECT_TRUE(again.rejected.empty());
  }
}

TEST(Readings, TheSameAnswerOfTheModelKeepsTheReadingAnotherOneDoesNot) {
  Document document = document_of(two_readings());
  document.reading = 1;
  document.rejected.add({1, 0}, 0);
  replace_prediction(two_readings(), document);
  EXPECT_EQ(document.reading, 1u);
  EXPECT_TRUE(document.rejected.empty()) << "who asks again wants to see it";
  Prediction one = two_readings();
  one.readings.pop_back();
  replace_prediction(one, document);
  EXPECT_EQ(document.reading, 0u);
}

}  // namespace
}  // namespace jaedan::gui
