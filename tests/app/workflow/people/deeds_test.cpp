// Every role, deed, state and stage, through the use cases: what the table forbids is refused, what it allows is done.
#include "tests/app/workflow/people/crew.h"

#include "labeling/review/project_deed.h"
#include "labeling/review/state_machine.h"

namespace jaedan::workflow {
namespace {

class Deeds : public testing::Crew {
 protected:
  void SetUp() override {
    Crew::SetUp();
    photo_ = add_photo("a");
  }

  /// The photo in `state`, with a garment that lacks nothing, drawn by nobody of the team; in the hands of `person` at
  /// `stage`.
  void prepare(WorkflowState state, const Actor& person, std::optional<Stage> stage) {
    Garment top;
    top.id = GarmentId{1};
    top.part = Part::kTop;
    top.region = square();
    top.attributes = {{"category", "tshirt", "", Provenance::human("guest")}};
    Annotation annotation = stored(photo_);
    annotation.garments = {top};
    const auto save_as = [&](WorkflowState now) {
      annotation.state = now;
      const auto revision = store().save(annotation, {"guest", "edit"}, std::string());
      ASSERT_OK(revision);
      annotation.revision = *revision;
    };
    if (stage) {
      // Claimed while it waited there; others have moved it since.
      const WaitingState waits = {WorkflowState::kNew, WorkflowState::kDrawn, WorkflowState::kBasic,
                                  WorkflowState::kExpert};
      save_as(waits[static_cast<std::size_t>(*stage)]);
      const auto task = store().claim({person.user, *stage, photo_, 3600, true}, labeling::utc_now());
      ASSERT_OK(task);
      ASSERT_TRUE(*task);
    }
    save_as(state);
  }
  void let_go() {
    const auto task = store().task_in_hand(photo_, labeling::utc_now());
    ASSERT_OK(task);
    if (*task) {
      ASSERT_OK(store().end_task((*task)->id, labeling::TaskState::kReleased, "", labeling::utc_now()));
    }
  }

  Status do_it(Deed deed, const Actor& actor) {
    const auto done = [](const auto& result) { return result.ok() ? Status() : Status(result.error()); };
    switch (deed) {
      case Deed::kDraw: return done(draw(actor, photo_, 60));
      case Deed::kLabel: return done(label(actor, photo_, "colour", "black"));
      case Deed::kSubmit: return done(submit_photo(*project_, photo_, actor));
      case Deed::kApprove: return done(approve_photo(*project_, photo_, actor, true));
      case Deed::kReturn: return return_photo(*project_, photo_, actor);
      default: return {};
    }
  }

  /// What the table says, with what a use case adds: a task is wanted to submit, and who decides without being a
  /// manager does so at the inspection, an approval only of what waits there.
  static Result<WorkflowState> expected(Deed deed, Actor actor, std::optional<Stage> stage, WorkflowState state) {
    const Error refused{ErrorCode::kRefused, Message("refused")};
    actor.stage = stage;
    const bool decides = deed == Deed::kApprove || deed == Deed::kReturn;
    Actor without = actor;
    without.stage.reset();
    if (decides || deed == Deed::kSubmit) JAEDAN_RETURN_IF_ERROR(check_role(without, deed));
    if (deed == Deed::kSubmit && !stage) return refused;
    if (deed == Deed::kApprove && state == WorkflowState::kApproved) return state;
    if (decides && !actor.roles.has(Role::kManager)) {
      const bool waits = next_stage(state, std::nullopt, {}) == Stage::kInspect;
      if (deed == Deed::kApprove && !waits) return refused;
      actor.stage = stage.value_or(Stage::kInspect);
    }
    return state_after(actor, deed, state);
  }

  using WaitingState = std::array<WorkflowState, 4>;
  PhotoId photo_;
};

TEST_F(Deeds, AreAllowedAsTheTableSaysForEveryRoleStateAndStage) {
  std::vector<std::optional<Stage>> stages = {std::nullopt};
  for (const Stage stage : kAllStages) stages.push_back(stage);
  int allowed = 0;
  int refused = 0;
  for (const char* name : {"ann", "eve", "ian", "boss"}) {
    for (const Deed deed : {Deed::kDraw, Deed::kLabel, Deed::kSubmit, Deed::kApprove, Deed::kReturn}) {
      for (const std::optional<Stage> stage : stages) {
        for (const WorkflowState state : kAllStates) {
          const Actor actor = as(name);
          photo_ = add_photo(std::to_string(allowed + refused));
          prepare(state, actor, stage);
          if (HasFatalFailure()) return;
          const Result<WorkflowState> to = expected(deed, actor, stage, state);
          const Status done = do_it(deed, actor);
          const std::string what = std::string(name) + ' ' + std::string(id_of(deed)) + ' ' +
                                   (stage ? std::string(id_of(*stage)) : "-") + ' ' + std::string(id_of(state));
          EXPECT_EQ(done.ok(), to.ok()) << what << (done.ok() ? "" : ": " + done.error().text());
          if (!done.ok() && !to.ok()) {
            EXPECT_EQ(done.error().code, to.error().code) << what;
          }
          EXPECT_EQ(stored(photo_).state, done.ok() && to.ok() ? *to : state) << what;
          ++(done.ok() ? allowed : refused);
          let_go();
        }
      }
    }
  }
  EXPECT_EQ(allowed + refused, 4 * 5 * 5 * 7);
  EXPECT_GT(allowed, 100);
  EXPECT_GT(refused, 100);
}

TEST_F(Deeds, APhotoIsSentToAStageByWhoMayReturnItOnly) {
  const Roles who = roles_for(ProjectDeed::kSendBack);
  for (const char* name : {"ann", "eve", "ian", "boss"}) {
    for (const WorkflowState state : kAllStates) {
      SCOPED_TRACE(std::string(name) + ' ' + std::string(id_of(state)));
      const Actor actor = as(name);
      photo_ = add_photo(std::string(name) + std::string(id_of(state)));
      prepare(state, actor, std::nullopt);
      if (HasFatalFailure()) return;
      ReturnChoice choice;
      choice.stage = Stage::kDrawn;
      choice.reason = ReturnReason::kOutline;
      const Status done = return_photo(*project_, photo_, actor, choice);
      if (!actor.roles.share_one_with(who)) EXPECT_ERROR(done, ErrorCode::kForbidden);
      EXPECT_EQ(done.ok(), expected(Deed::kReturn, actor, std::nullopt, state).ok());
      labeling::LogQuery query;
      query.action = id_of(ProjectDeed::kSendBack);
      query.photo = photo_;
      ASSERT_OK_AND_ASSIGN(const auto records, store().search_log(query, std::nullopt, 10));
      EXPECT_EQ(records.size(), done.ok() ? 1u : 0u);
      EXPECT_EQ(*store().returned_to(photo_), done.ok() ? std::optional(Stage::kDrawn) : std::nullopt);
    }
  }
}

TEST_F(Deeds, OutlinesAreLockedBehindTheirStageUnlessTheyAreTakenOver) {
  prepare(WorkflowState::kDrawn, as("ann"), Stage::kBasic);
  EXPECT_ERROR(draw(as("ann"), photo_, 70), ErrorCode::kRefused);
  EXPECT_OK(label(as("ann"), photo_, "colour", "black"));
  Actor taking_over = as("ann");
  taking_over.takes_over = true;
  EXPECT_OK(draw(taking_over, photo_, 70));
  EXPECT_ERROR(edit_photo(*project_, photo_, as("ann"),
                          [](EditSession& session, const Actor& acting) { return session.undo(acting); }),
               ErrorCode::kRefused);
  EXPECT_OK(edit_photo(*project_, photo_, taking_over,
                       [](EditSession& session, const Actor& acting) { return session.undo(acting); }));
}

}  // namespace
}  // namespace jaedan::workflow
