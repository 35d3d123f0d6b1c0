// Where people and models meet: AcceptProposals, Confirm, RejectGarment.
#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "labeling/edit/commands/confirm.h"
#include "labeling/edit/commands/move_vertex.h"
#include "labeling/edit/commands/set_attribute.h"
#include "labeling/edit/commands/set_flags.h"
#include "labeling/edit/garment_access.h"
#include "labeling/edit/proposals/accept_proposals.h"
#include "labeling/edit/proposals/reject_garment.h"
#include "tests/labeling/edit/edit_fixtures.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

using testing::annotation_of;
using testing::garment_of;
using testing::human_garment;
using testing::kActor;
using testing::kModel;
using testing::kUser;
using testing::model_garment;
using testing::session_of;
using testing::square;

const std::string kNewModel = "challenger-2";

Proposal proposal(Part part, Region region) {
  Proposal made;
  made.part = part;
  made.region = std::move(region);
  made.score = 0.9;
  made.attributes = {{"colour", "navy", "", Provenance::model(kNewModel, 0.75)}};
  return made;
}

std::vector<Proposal> top_and_bottom() {
  return {proposal(Part::kTop, {{square(11, 11, 40)}}), proposal(Part::kBottom, {{square(11, 61, 40)}})};
}

AcceptProposals accept(std::vector<Proposal> proposals) { return {std::move(proposals), kNewModel}; }

TEST(AcceptProposals, MakesGarmentsOfTheModelAsOneStep) {
  EditSession session = session_of({});
  ASSERT_OK(session.run(accept(top_and_bottom()), kActor));
  ASSERT_EQ(session.annotation().garments.size(), 2U);
  const Garment& top = garment_of(session, 1);
  EXPECT_EQ(top.part, Part::kTop);
  EXPECT_EQ(top.region.rings, std::vector<Ring>{square(11, 11, 40)});
  EXPECT_EQ(top.region_provenance, Provenance::model(kNewModel, 0.9));
  EXPECT_EQ(top.attributes[0].provenance, Provenance::model(kNewModel, 0.75));
  EXPECT_FALSE(has_human_work(top));
  ASSERT_OK(session.undo(kActor));
  EXPECT_TRUE(session.annotation().garments.empty());
}

TEST(AcceptProposals, NeverPassesAModelsWordOffAsAPersons) {
  Proposal forged = proposal(Part::kTop, {{square(11, 11, 40)}});
  forged.attributes = {{"colour", "navy", "", Provenance::human("somebody")}, {"fit", "loose", "", {}}};
  EditSession session = session_of({});
  ASSERT_OK(session.run(accept({forged}), kActor));
  for (const AttributeValue& value : garment_of(session, 1).attributes) {
    EXPECT_EQ(value.provenance, Provenance::model(kNewModel, 0.9));
  }
}

TEST(AcceptProposals, SkipsAPartThatAPersonHasAndSaysSo) {
  const Garment own = human_garment(4, Part::kTop, {{square(0, 0, 90)}});
  EditSession session = session_of({own});
  const Acceptance plan = plan_acceptance(session.annotation(), top_and_bottom());
  EXPECT_EQ(plan.accepted, std::vector<std::size_t>{1});
  ASSERT_EQ(plan.skipped.size(), 1U);
  EXPECT_EQ(plan.skipped[0].index, 0U);
  EXPECT_NE(plan.skipped[0].reason.text().find("top (garment 4)"), std::string::npos) << plan.skipped[0].reason.text();
  ASSERT_OK(session.run(accept(top_and_bottom()), kActor));
  ASSERT_EQ(session.annotation().garments.size(), 2U);
  EXPECT_EQ(garment_of(session, 4), own);
}

TEST(AcceptProposals, SkipsAPartThatAFileHas) {
  Garment imported = human_garment(4, Part::kTop, {});
  imported.region_provenance = Provenance::import("kfashion");
  const Acceptance plan = plan_acceptance(annotation_of({imported}), top_and_bottom());
  EXPECT_EQ(plan.accepted, std::vector<std::size_t>{1});
}

TEST(AcceptProposals, TakesTheSamePartOfTwoPeopleTogetherOrOneByOne) {
  const Proposal first = proposal(Part::kTop, {{square(11, 11, 40)}});
  const Proposal second = proposal(Part::kTop, {{square(200, 11, 40)}});
  EditSession together = session_of({});
  ASSERT_OK(together.run(accept({first, second}), kActor));
  EditSession one_by_one = session_of({});
  ASSERT_OK(one_by_one.run(accept({first}), kActor));
  EXPECT_TRUE(plan_acceptance(one_by_one.annotation(), {second}).replaced.empty());
  ASSERT_OK(one_by_one.run(accept({second}), kActor));
  for (EditSession* session : {&together, &one_by_one}) ASSERT_EQ(session->annotation().garments.size(), 2U);
  EXPECT_EQ(garment_of(one_by_one, 1).region.rings, std::vector<Ring>{square(11, 11, 40)});
  EXPECT_EQ(garment_of(one_by_one, 2).region.rings, std::vector<Ring>{square(200, 11, 40)});
}

TEST(AcceptProposals, OnePersonsWorkDoesNotKeepTheOthersGarmentOut) {
  const Proposal there = proposal(Part::kTop, {{square(11, 11, 40)}});
  const Proposal elsewhere = proposal(Part::kTop, {{square(200, 11, 40)}});
  const Garment own = human_garment(4, Part::kTop, {{square(0, 0, 90)}});
  EditSession session = session_of({own});
  EXPECT_EQ(plan_acceptance(session.annotation(), {there, elsewhere}).accepted, std::vector<std::size_t>{1});
  ASSERT_OK(session.run(accept({there, elsewhere}), kActor));
  EXPECT_EQ(session.annotation().garments.size(), 2U);
  EXPECT_EQ(garment_of(session, 4), own);
}

TEST(AcceptProposals, ReplacesWhatAModelMadeAndNobodyConfirmed) {
  EditSession session =
      session_of({model_garment(1, Part::kTop, {{square(0, 0, 90)}}), model_garment(2, Part::kTop, {{square(9, 9, 9)}}),
                  model_garment(3, Part::kDress, {{square(0, 0, 9)}})});
  EXPECT_EQ(plan_acceptance(session.annotation(), top_and_bottom()).replaced, (std::vector<GarmentId>{{1}, {2}}));
  ASSERT_OK(session.run(accept(top_and_bottom()), kActor));
  ASSERT_EQ(session.annotation().garments.size(), 3U);
  EXPECT_EQ(garment_of(session, 1).id, GarmentId{});
  EXPECT_EQ(garment_of(session, 3).part, Part::kDress) << "a part without a proposal keeps its garment";
  ASSERT_OK(session.undo(kActor));
  EXPECT_EQ(garment_of(session, 1).region.rings, std::vector<Ring>{square(0, 0, 90)});
}

TEST(AcceptProposals, LeavesAloneWhatAPersonTouchedInAnyWay) {
  const std::vector<std::unique_ptr<Command>> touches = [] {
    std::vector<std::unique_ptr<Command>> made;
    made.push_back(std::make_unique<MoveVertex>(GarmentId{1}, 0, 0, Point{1, 1}, kUser));
    made.push_back(std::make_unique<SetAttribute>(GarmentId{1}, "colour", "red", kUser));
    made.push_back(std::make_unique<SetAttribute>(GarmentId{1}, "colour", "black", kUser));
    made.push_back(std::make_unique<Confirm>(Confirm::attribute(GarmentId{1}, "colour", kUser)));
    made.push_back(std::make_unique<Confirm>(Confirm::garment(GarmentId{1}, kUser)));
    made.push_back(std::make_unique<SetFlags>(std::vector<GarmentId>{{1}}, GarmentFlags{true, std::nullopt}));
    return made;
  }();
  for (const auto& touch : touches) {
    EditSession session = session_of({model_garment(1, Part::kTop, {{square(0, 0, 90)}})});
    ASSERT_OK(session.run(*touch, kActor));
    const Garment touched = garment_of(session, 1);
    ASSERT_OK(session.run(accept(top_and_bottom()), kActor));
    EXPECT_EQ(garment_of(session, 1), touched) << touch->name();
  }
}

TEST(AcceptProposals, FillsInWhatTheModelIsSureOfAndNoGuesses) {
  Proposal top = top_and_bottom()[0];
  top.guesses = {{"length", "midi", "", Provenance::model(kNewModel, 0.4)}};
  EditSession session = session_of({});
  ASSERT_OK(session.run(accept({top}), kActor));
  EXPECT_EQ(garment_of(session, 1).attributes, top.attributes);
}

TEST(AcceptProposals, LaysNewGarmentsBelowThePersons) {
  EditSession session = session_of({human_garment(4, Part::kOuter, {{square(0, 0, 90)}})});
  ASSERT_OK(session.run(accept(top_and_bottom()), kActor));
  EXPECT_EQ(session.annotation().garments.back().id, GarmentId{4});
}

TEST(AcceptProposals, DropsDegenerateOutlinesAtTheDoor) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<Proposal> proposals = {proposal(Part::kTop, {}), proposal(Part::kBottom, {{{{1, 1}, {2, 2}}}}),
                                           proposal(Part::kOuter, {{{{1, 1}, {2, 2}, {nan, 3}}}}),
                                           proposal(Part::kDress, {{{{1, 1}}, square(0, 0, 9)}})};
  EditSession session = session_of({});
  EXPECT_EQ(plan_acceptance(session.annotation(), proposals).skipped.size(), 3U);
  ASSERT_OK(session.run(accept(proposals), kActor));
  ASSERT_EQ(session.annotation().garments.size(), 1U);
  EXPECT_EQ(session.annotation().garments[0].region.rings, std::vector<Ring>{square(0, 0, 9)});
}

TEST(AcceptProposals, TakesNothingIntoAnApprovedPhoto) {
  Annotation annotation = annotation_of({model_garment(1, Part::kTop, {{square(0, 0, 90)}})});
  annotation.state = WorkflowState::kApproved;
  EXPECT_EQ(plan_acceptance(annotation, top_and_bottom()).skipped.size(), 2U);
  EditSession session(testing::photo(), annotation);
  ASSERT_OK(session.run(accept(top_and_bottom()), kActor));
  EXPECT_FALSE(session.can_undo());
}

TEST(AcceptProposals, NeverTouchesHumanWorkInAnyMixture) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    const auto one_of = [&](unsigned n) { return static_cast<int>(random() % n); };
    std::vector<Garment> garments;
    for (int i = 1, n = one_of(6); i <= n; ++i) {
      const Part part = kAllParts[static_cast<std::size_t>(one_of(4))];
      const Region region{{square(one_of(99), one_of(99), 1 + one_of(99))}};
      Garment garment = one_of(2) ? human_garment(i, part, region) : model_garment(i, part, region);
      garment.locked = one_of(4) == 0;
      garment.hidden = one_of(4) == 0;
      if (one_of(3) == 0) garment.attributes.push_back({"fit", "loose", "", Provenance::human("a")});
      garments.push_back(garment);
    }
    std::vector<Proposal> proposals;
    for (int i = 0, n = one_of(5); i < n; ++i) {
      proposals.push_back(proposal(kAllParts[static_cast<std::size_t>(one_of(4))], {{square(one_of(99), 1, 9)}}));
    }
    EditSession session = session_of(garments);
    const Acceptance plan = plan_acceptance(session.annotation(), proposals);
    ASSERT_OK(session.run(accept(proposals), kActor));
    for (const Garment& garment : garments) {
      if (!has_human_work(garment)) continue;
      EXPECT_EQ(garment_of(session, garment.id.value), garment) << "seed " << seed;
    }
    EXPECT_EQ(plan.accepted.size() + plan.skipped.size(), proposals.size());
    EXPECT_EQ(session.annotation().garments.size(), garments.size() - plan.replaced.size() + plan.accepted.size());
  }
}

Provenance confirmed(Provenance said) {
  confirm(said, kUser);
  return said;
}

TEST(Confirm, PutsThePersonsNameBesideOneAttribute) {
  EditSession session = session_of({model_garment(1, Part::kTop, {{square(0, 0, 90)}})});
  ASSERT_OK(session.run(Confirm::attribute(GarmentId{1}, "colour", kUser), kActor));
  const Garment& garment = garment_of(session, 1);
  const Provenance& colour = find_value(garment.attributes, "colour")->provenance;
  EXPECT_EQ(colour, confirmed(Provenance::model(kModel, colour.score))) << "the model's word and score stay";
  EXPECT_EQ(find_value(garment.attributes, "category")->provenance, Provenance::model(kModel, 0.7));
  EXPECT_EQ(garment.region_provenance.source, Source::kModel);
}

TEST(Confirm, PutsThePersonsNameBesideAWholeGarment) {
  EditSession session = session_of(
      {model_garment(1, Part::kTop, {{square(0, 0, 90)}}), model_garment(2, Part::kBottom, {{square(0, 90, 90)}})});
  ASSERT_OK(session.run(Confirm::garment(GarmentId{1}, kUser), kActor));
  EXPECT_EQ(garment_of(session, 1).region_provenance.confirmed_by, kUser);
  EXPECT_TRUE(is_models_own(garment_of(session, 1)));
  EXPECT_TRUE(has_human_work(garment_of(session, 1)));
  for (const AttributeValue& value : garment_of(session, 1).attributes) {
    EXPECT_EQ(value.provenance.confirmed_by, kUser);
  }
  EXPECT_FALSE(has_human_work(garment_of(session, 2)));
}

TEST(Confirm, PutsThePersonsNameBesideEverything) {
  Annotation annotation = annotation_of(
      {model_garment(1, Part::kTop, {{square(0, 0, 90)}}), model_garment(2, Part::kBottom, {{square(0, 90, 90)}})});
  annotation.image_attributes = {{"style", "retro", "", Provenance::model(kModel, 0.5)}};
  EditSession session(testing::photo(), annotation);
  ASSERT_OK(session.run(Confirm::everything(kUser), kActor));
  EXPECT_EQ(session.annotation().image_attributes[0].provenance, confirmed(Provenance::model(kModel, 0.5)));
  EXPECT_EQ(garment_of(session, 2).region_provenance.confirmed_by, kUser);
  ASSERT_OK(session.run(Confirm::everything("다른 사람"), kActor));
  EXPECT_EQ(session.history().entries().size(), 1U) << "who confirmed first stays";
}

TEST(Confirm, OfAnAttributeOfThePhotoLeavesGarmentsAlone) {
  Annotation annotation = annotation_of({model_garment(1, Part::kTop, {{square(0, 0, 90)}})});
  annotation.image_attributes = {{"style", "retro", "", Provenance::model(kModel, 0.5)},
                                 {"gender", "women", "", Provenance::model(kModel, 0.5)}};
  EditSession session(testing::photo(), annotation);
  ASSERT_OK(session.run(Confirm::image_attribute("style", kUser), kActor));
  EXPECT_EQ(session.annotation().image_attributes[0].provenance, confirmed(Provenance::model(kModel, 0.5)));
  EXPECT_EQ(session.annotation().image_attributes[1].provenance.source, Source::kModel);
  EXPECT_FALSE(has_human_work(garment_of(session, 1)));
}

TEST(Confirm, LeavesTheWordsOfFilesAsTheyAre) {
  Garment imported = human_garment(1, Part::kTop, {{square(0, 0, 90)}});
  imported.region_provenance = Provenance::import("kfashion");
  imported.rect = Rect{0, 0, 90, 90};
  EditSession session = session_of({imported});
  ASSERT_OK(session.run(Confirm::everything(kUser), kActor));
  EXPECT_EQ(garment_of(session, 1), imported);
  EXPECT_ERROR(session.run(Confirm::garment(GarmentId{2}, kUser), kActor), ErrorCode::kNotFound);
}

TEST(RejectGarment, RemovesWhatOnlyAModelStandsBehind) {
  EditSession session = session_of(
      {human_garment(1, Part::kTop, {{square(0, 0, 90)}}), model_garment(2, Part::kBottom, {{square(0, 90, 90)}})});
  ASSERT_OK(session.run(RejectGarment(GarmentId{2}), kActor));
  EXPECT_EQ(session.annotation().garments.size(), 1U);
  EXPECT_ERROR(session.run(RejectGarment(GarmentId{1}), kActor), ErrorCode::kInvalidArgument);
  EXPECT_ERROR(session.run(RejectGarment(GarmentId{2}), kActor), ErrorCode::kNotFound);
  EXPECT_EQ(garment_of(session, 1).id, GarmentId{1});
}

TEST(RejectGarment, RefusesAModelsGarmentThatAPersonLabelled) {
  EditSession session = session_of({model_garment(1, Part::kTop, {{square(0, 0, 90)}})});
  ASSERT_OK(session.run(SetAttribute(GarmentId{1}, "fit", "loose", kUser), kActor));
  EXPECT_ERROR(session.run(RejectGarment(GarmentId{1}), kActor), ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace jaedan
