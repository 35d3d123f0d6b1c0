// Stages: which comes next, who does what at which, what each asks for.
#include <gtest/gtest.h>

#include "labeling/review/approval.h"
#include "labeling/review/return_reason.h"
#include "labeling/review/stage_set.h"
#include "labeling/review/state_machine.h"
#include "tests/support/matchers.h"

namespace jaedan {
namespace {

constexpr auto kNobody = std::nullopt;

TEST(Stages, APhotoGoesThroughAllOfThem) {
  const StageSet all;
  EXPECT_EQ(next_stage(WorkflowState::kNew, kNobody, all), Stage::kDrawn);
  EXPECT_EQ(next_stage(WorkflowState::kDrawn, kNobody, all), Stage::kBasic);
  EXPECT_EQ(next_stage(WorkflowState::kBasic, kNobody, all), Stage::kExpert);
  EXPECT_EQ(next_stage(WorkflowState::kExpert, kNobody, all), Stage::kInspect);
  EXPECT_EQ(next_stage(WorkflowState::kChanged, kNobody, all), Stage::kInspect);
  EXPECT_EQ(next_stage(WorkflowState::kApproved, kNobody, all), kNobody);
  EXPECT_EQ(next_stage(WorkflowState::kReturned, kNobody, all), Stage::kDrawn);
  EXPECT_EQ(next_stage(WorkflowState::kReturned, Stage::kExpert, all), Stage::kExpert);
}

TEST(Stages, OneThatIsSwitchedOffIsLeftOut) {
  const StageSet some = StageSet().without(Stage::kBasic);
  EXPECT_EQ(next_stage(WorkflowState::kDrawn, kNobody, some), Stage::kExpert);
  EXPECT_EQ(next_stage(WorkflowState::kReturned, Stage::kBasic, some), Stage::kExpert);
  const StageSet none = some.without(Stage::kDrawn).without(Stage::kExpert).without(Stage::kInspect);
  EXPECT_TRUE(none.has(Stage::kInspect)) << "somebody always decides";
  EXPECT_EQ(next_stage(WorkflowState::kNew, kNobody, none), Stage::kInspect);
  EXPECT_EQ(StageSet::from_bits(none.bits()), none);
  EXPECT_TRUE(places_waiting_for(Stage::kBasic, some).empty());
}

TEST(Stages, EveryPhotoButAnApprovedOneStandsInExactlyOneQueue) {
  for (unsigned bits = 0; bits < 16; ++bits) {
    const StageSet stages = StageSet::from_bits(bits);
    std::size_t places = 0;
    for (const Stage stage : kAllStages) {
      for (const WaitingPlace& place : places_waiting_for(stage, stages)) {
        EXPECT_EQ(next_stage(place.state, place.returned_to, stages), stage);
        ++places;
      }
    }
    EXPECT_EQ(places, 5 + 1 + kAllStages.size()) << bits;  // five states, and returned to anywhere or nowhere
  }
}

TEST(Stages, IdsAreReadBack) {
  for (const ReturnReason reason : kAllReturnReasons) EXPECT_EQ(return_reason_from_id(id_of(reason)), reason);
  EXPECT_EQ(return_reason_from_id("ugly"), std::nullopt);
}

/// What the table of the design says of work with a task in hand, written down a second time.
bool expected(Role role, Stage stage, Deed deed, WorkflowState from, bool takes_over) {
  const bool manages = role == Role::kManager;
  const bool inspects = role == Role::kInspector || manages;
  const bool does_stage = manages || (stage == Stage::kDrawn && role == Role::kAnnotator) ||
                          (stage == Stage::kBasic && (role == Role::kAnnotator || role == Role::kExpert)) ||
                          (stage == Stage::kExpert && role == Role::kExpert);
  const bool not_past =
      from == WorkflowState::kReturned || static_cast<int>(from) <= static_cast<int>(state_done(stage));
  switch (deed) {
    case Deed::kArrange: return true;
    case Deed::kImport: return manages && from == WorkflowState::kNew;
    case Deed::kManage: return manages;
    case Deed::kApprove: return stage == Stage::kInspect && inspects && from != WorkflowState::kReturned;
    case Deed::kReturn: return stage == Stage::kInspect && inspects && from != WorkflowState::kNew;
    case Deed::kDraw:
      if (stage != Stage::kDrawn && !takes_over) return false;
      [[fallthrough]];
    case Deed::kLabel:
    case Deed::kAccept:
    case Deed::kSubmit: return stage != Stage::kInspect && does_stage && not_past;
  }
  return false;
}

TEST(Stages, TheTableSaysWhatTheDesignSaysForEveryRoleDeedStateAndStage) {
  int allowed = 0;
  for (const Stage stage : kAllStages) {
    for (const Deed deed : kAllDeeds) {
      for (const Role role : Roles::all().list()) {
        for (const WorkflowState from : kAllStates) {
          for (const bool takes_over : {false, true}) {
            Actor actor;
            actor.roles = {role};
            actor.stage = stage;
            actor.takes_over = takes_over;
            const auto to = state_after(actor, deed, from);
            EXPECT_EQ(to.ok(), expected(role, stage, deed, from, takes_over))
                << id_of(stage) << ' ' << id_of(deed) << ' ' << id_of(role) << ' ' << id_of(from) << ' ' << takes_over;
            allowed += to.ok();
            if (!to.ok()) {
              const bool forbidden = !actor.roles.share_one_with(roles_for(deed, stage));
              EXPECT_EQ(to.error().code, forbidden ? ErrorCode::kForbidden : ErrorCode::kRefused);
              EXPECT_EQ(forbidden, to.error().text().find(';') == std::string::npos) << to.error().text();
              continue;
            }
            if (works(deed)) {
              EXPECT_EQ(*to, from) << "work keeps the photo where it is";
            } else if (deed == Deed::kSubmit) {
              EXPECT_EQ(*to, state_done(stage));
            }
          }
        }
      }
    }
  }
  EXPECT_GT(allowed, 400);
}

TEST(Stages, WhoeverIsRefusedIsToldWhatToDo) {
  const Actor mina = Actor::alone("mina");
  const auto refused = [](const Actor& actor, Deed deed, WorkflowState from) {
    return state_after(actor, deed, from).error().text();
  };
  EXPECT_EQ(refused(mina.at(Stage::kDrawn), Deed::kSubmit, WorkflowState::kExpert),
            "submit is not possible with a task in hand (drawing): the photo is expert; release the "
            "task, and claim the photo at the stage that it waits for (jaedan release, claim)");
  EXPECT_NE(refused(mina.at(Stage::kDrawn), Deed::kApprove, WorkflowState::kNew).find("; submit or release the task"),
            std::string::npos);
  EXPECT_NE(refused(mina.at(Stage::kInspect), Deed::kLabel, WorkflowState::kExpert).find("; return the photo"),
            std::string::npos);
  EXPECT_NE(refused(mina.at(Stage::kBasic), Deed::kDraw, WorkflowState::kDrawn).find("; take them over"),
            std::string::npos);
  EXPECT_NE(check_outlines(mina.at(Stage::kInspect)).error().text().find("; return the photo to drawing"),
            std::string::npos)
      << "nobody takes them over there";
  EXPECT_NE(refused(mina, Deed::kSubmit, WorkflowState::kExpert).find("; it waits for the inspection"),
            std::string::npos);
  EXPECT_NE(refused(mina, Deed::kSubmit, WorkflowState::kApproved).find("; return it to a stage"), std::string::npos);
  EXPECT_NE(refused(mina, Deed::kReturn, WorkflowState::kNew).find("; nothing is drawn"), std::string::npos);
  EXPECT_NE(refused(mina, Deed::kImport, WorkflowState::kDrawn).find("; labels are imported into new photos"),
            std::string::npos);
}

TEST(Stages, TasksAreForThoseWhoMayEndThem) {
  EXPECT_EQ(roles_for(Stage::kDrawn), (Roles{Role::kAnnotator, Role::kManager}));
  EXPECT_EQ(roles_for(Stage::kBasic), (Roles{Role::kAnnotator, Role::kExpert, Role::kManager}));
  EXPECT_EQ(roles_for(Stage::kExpert), (Roles{Role::kExpert, Role::kManager}));
  EXPECT_EQ(roles_for(Stage::kInspect), (Roles{Role::kInspector, Role::kManager}));
}

Taxonomy two_questions() {
  TaxonomyAttribute colour = {"colour", "색상", "colour", LabelStage::kBasic, false, false, {}};
  colour.obligatory = true;
  colour.values = {{"black", "블랙", "black", "", {}, {Part::kTop}}};
  TaxonomyAttribute category = {"category", "카테고리", "category", LabelStage::kExpert, false, false, {}};
  category.obligatory = true;
  category.values = {{"shirt", "셔츠", "shirt", "", {}, {Part::kTop}},
                     {"jeans", "청바지", "jeans", "", {}, {Part::kBottom}}};
  return Taxonomy({colour, category});
}

TEST(Stages, AnAttributeIsSaidAtOneOfThem) {
  const Taxonomy taxonomy = two_questions();
  EXPECT_EQ(stage_of(*taxonomy.attribute("colour")), Stage::kBasic);
  EXPECT_EQ(stage_of(*taxonomy.attribute("category")), Stage::kExpert);
}

TEST(Stages, EachAsksForItsOwnOnly) {
  const Photo photo{PhotoId{1}, "a", "a.jpg", 100, 100};
  Annotation annotation;
  annotation.photo = photo.id;
  const auto asks = [&](Stage stage) {
    std::string codes;
    for (const Warning& warning : obstacles_to_submission(stage, photo, annotation, two_questions())) {
      codes += warning.code + ' ';
    }
    return codes;
  };
  EXPECT_EQ(asks(Stage::kDrawn), "no_garment ");
  Garment top;
  top.id = GarmentId{1};
  top.part = Part::kTop;
  annotation.garments = {top};
  EXPECT_EQ(asks(Stage::kDrawn), "no_region ");
  EXPECT_EQ(asks(Stage::kBasic), "label_missing ");
  EXPECT_EQ(asks(Stage::kInspect), "no_region label_missing label_missing ");
  annotation.garments[0].region.rings = {{{0, 0}, {9, 9}, {9, 0}, {0, 9}}};
  EXPECT_EQ(asks(Stage::kDrawn), "self_crossing ");
  annotation.garments[0].region.rings = {{{10, 10}, {50, 10}, {50, 60}}};
  EXPECT_EQ(asks(Stage::kDrawn), "");
  annotation.garments[0].attributes = {{"colour", "black", "", {}}};
  EXPECT_EQ(asks(Stage::kBasic), "");
  EXPECT_EQ(asks(Stage::kExpert), "label_missing ");
  annotation.garments[0].attributes.push_back({"category", "jeans", "", {}});
  EXPECT_EQ(asks(Stage::kBasic), "");
  EXPECT_EQ(asks(Stage::kExpert), "wrong_part ");
  EXPECT_ERROR(may_submit(Stage::kExpert, photo, annotation, two_questions()), ErrorCode::kRefused);
  EXPECT_OK(may_submit(Stage::kBasic, photo, annotation, two_questions()));
}

TEST(Stages, NobodyOfATeamInspectsTheirOwnWork) {
  Actor kim = Actor::alone("kim");
  EXPECT_OK(may_inspect(kim, true));  // alone there is nobody else
  kim.user = UserId{3};
  EXPECT_OK(may_inspect(kim, false));
  EXPECT_ERROR(may_inspect(kim, true), ErrorCode::kRefused);
}

}  // namespace
}  // namespace jaedan
