#include "labeling/review/state_machine.h"

#include <array>
#include <optional>
#include <utility>

namespace jaedan {
namespace {

using State = std::optional<WorkflowState>;
constexpr State kNew = WorkflowState::kNew;
constexpr State kDrawn = WorkflowState::kDrawn;
constexpr State kBasic = WorkflowState::kBasic;
constexpr State kExpert = WorkflowState::kExpert;
constexpr State kApproved = WorkflowState::kApproved;
constexpr State kReturned = WorkflowState::kReturned;
constexpr State kChanged = WorkflowState::kChanged;
constexpr State kNever = std::nullopt;

constexpr Roles kAnybody = Roles::all();
constexpr Roles kLabellers = {Role::kAnnotator, Role::kExpert, Role::kManager};
constexpr Roles kInspectors = {Role::kInspector, Role::kManager};
constexpr Roles kManagers = {Role::kManager};

struct Row {
  Deed deed;
  Roles who;
  std::array<State, kAllStates.size()> to;  ///< by the state the photo is in
};

// A new photo that is worked on is drawn. Work on an approved one takes it out of what is approved, so that nobody
// trains from what no inspector saw; it is not returned, which only an inspector does. An inspector alone on a laptop
// may approve from any state; what was returned and done again waits for an inspector.
constexpr std::array<Row, kAllDeeds.size()> kRows = {{
    //  deed           who          new        drawn      basic      expert     approved   returned   changed
    {Deed::kDraw, kAnybody, {kDrawn, kDrawn, kBasic, kExpert, kChanged, kReturned, kChanged}},
    {Deed::kLabel, kAnybody, {kDrawn, kDrawn, kBasic, kExpert, kChanged, kReturned, kChanged}},
    {Deed::kArrange, kAnybody, {kNew, kDrawn, kBasic, kExpert, kApproved, kReturned, kChanged}},
    {Deed::kAccept, kAnybody, {kDrawn, kDrawn, kBasic, kExpert, kChanged, kReturned, kChanged}},
    {Deed::kSubmit, kLabellers, {kNever, kBasic, kExpert, kNever, kNever, kExpert, kExpert}},
    {Deed::kApprove, kInspectors, {kApproved, kApproved, kApproved, kApproved, kApproved, kApproved, kApproved}},
    {Deed::kReturn, kInspectors, {kNever, kReturned, kReturned, kReturned, kReturned, kReturned, kReturned}},
    {Deed::kImport, kManagers, {kExpert, kNever, kNever, kNever, kNever, kNever, kNever}},
    {Deed::kManage, kManagers, {kNew, kDrawn, kBasic, kExpert, kApproved, kReturned, kChanged}},
}};

/// What is different with a task in hand.
struct StageRow {
  Stage stage;
  Deed deed;
  Roles who;
  std::array<State, kAllStates.size()> to;
  bool takes_over = false;  ///< only who takes the outlines over
};

constexpr Roles kDrawers = {Role::kAnnotator, Role::kManager};
constexpr Roles kExperts = {Role::kExpert, Role::kManager};
constexpr std::array<State, kAllStates.size()> kNowhere = {};

// Work keeps the state, so that nobody else is given the photo; a submission moves it to the state of its stage, also
// from a stage before, which may be switched off. A photo that others moved past the stage is given up (released).
// Outlines are locked behind the stage that drew them. Who inspects decides and leaves the work alone.
constexpr std::array<StageRow, 28> kStageRows = {{
    //  stage          deed            who          new        drawn      basic      expert     approved   returned
    //  changed
    {Stage::kDrawn, Deed::kDraw, kDrawers, {kNew, kDrawn, kNever, kNever, kNever, kReturned, kNever}},
    {Stage::kDrawn, Deed::kLabel, kDrawers, {kNew, kDrawn, kNever, kNever, kNever, kReturned, kNever}},
    {Stage::kDrawn, Deed::kArrange, kAnybody, {kNew, kDrawn, kBasic, kExpert, kApproved, kReturned, kChanged}},
    {Stage::kDrawn, Deed::kAccept, kDrawers, {kNew, kDrawn, kNever, kNever, kNever, kReturned, kNever}},
    {Stage::kDrawn, Deed::kSubmit, kDrawers, {kDrawn, kDrawn, kNever, kNever, kNever, kDrawn, kNever}},
    {Stage::kDrawn, Deed::kApprove, kInspectors, kNowhere},
    {Stage::kDrawn, Deed::kReturn, kInspectors, kNowhere},

    {Stage::kBasic, Deed::kDraw, kLabellers, {kNew, kDrawn, kBasic, kNever, kNever, kReturned, kNever}, true},
    {Stage::kBasic, Deed::kLabel, kLabellers, {kNew, kDrawn, kBasic, kNever, kNever, kReturned, kNever}},
    {Stage::kBasic, Deed::kArrange, kAnybody, {kNew, kDrawn, kBasic, kExpert, kApproved, kReturned, kChanged}},
    {Stage::kBasic, Deed::kAccept, kLabellers, {kNew, kDrawn, kBasic, kNever, kNever, kReturned, kNever}},
    {Stage::kBasic, Deed::kSubmit, kLabellers, {kBasic, kBasic, kBasic, kNever, kNever, kBasic, kNever}},
    {Stage::kBasic, Deed::kApprove, kInspectors, kNowhere},
    {Stage::kBasic, Deed::kReturn, kInspectors, kNowhere},

    {Stage::kExpert, Deed::kDraw, kExperts, {kNew, kDrawn, kBasic, kExpert, kNever, kReturned, kNever}, true},
    {Stage::kExpert, Deed::kLabel, kExperts, {kNew, kDrawn, kBasic, kExpert, kNever, kReturned, kNever}},
    {Stage::kExpert, Deed::kArrange, kAnybody, {kNew, kDrawn, kBasic, kExpert, kApproved, kReturned, kChanged}},
    {Stage::kExpert, Deed::kAccept, kExperts, {kNew, kDrawn, kBasic, kExpert, kNever, kReturned, kNever}},
    {Stage::kExpert, Deed::kSubmit, kExperts, {kExpert, kExpert, kExpert, kExpert, kNever, kExpert, kNever}},
    {Stage::kExpert, Deed::kApprove, kInspectors, kNowhere},
    {Stage::kExpert, Deed::kReturn, kInspectors, kNowhere},

    {Stage::kInspect, Deed::kDraw, kInspectors, kNowhere},
    {Stage::kInspect, Deed::kLabel, kInspectors, kNowhere},
    {Stage::kInspect, Deed::kArrange, kAnybody, {kNew, kDrawn, kBasic, kExpert, kApproved, kReturned, kChanged}},
    {Stage::kInspect, Deed::kAccept, kInspectors, kNowhere},
    {Stage::kInspect, Deed::kSubmit, kLabellers, kNowhere},
    {Stage::kInspect,
     Deed::kApprove,
     kInspectors,
     {kApproved, kApproved, kApproved, kApproved, kApproved, kNever, kApproved}},
    {Stage::kInspect,
     Deed::kReturn,
     kInspectors,
     {kNever, kReturned, kReturned, kReturned, kReturned, kReturned, kReturned}},
}};

constexpr const Row& row_of(Deed deed) { return kRows[static_cast<std::size_t>(deed)]; }

/// The row of a task in hand; null where it makes no difference (without one; files and the project's own affairs).
constexpr const StageRow* row_of(Deed deed, std::optional<Stage> stage) {
  for (const StageRow& row : kStageRows) {
    if (stage && row.stage == *stage && row.deed == deed) return &row;
  }
  return nullptr;
}

constexpr bool rows_stand_in_order() {
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (kRows[i].deed != kAllDeeds[i]) return false;
  }
  return true;
}
static_assert(rows_stand_in_order());

Message names_of(Roles roles) {
  Message names;
  for (const Role role : roles.list()) {
    Message longer(names.empty() ? "{0}" : "{0}, {1}");
    if (!names.empty()) longer.arguments.push_back(std::move(names));
    longer.arguments.push_back(message_of(role));
    names = std::move(longer);
  }
  return names;
}

Error wrong_role(const Actor& actor, Message what, Roles who) {
  return {ErrorCode::kForbidden,
          "review.wrong_role",
          "{0} is not for {1}: it takes {2}",
          {std::move(what), actor.name, names_of(who)}};
}

/// What to do instead, with a task in hand at `stage`.
Message way_out(Deed deed, Stage stage) {
  const bool decides = deed == Deed::kApprove || deed == Deed::kReturn;
  const bool inspects = stage == Stage::kInspect;
  if (decides && !inspects) return {"review.end_the_work", "submit or release the task first (jaedan submit, release)"};
  if (inspects && !decides) {
    return {"review.return_it", "return the photo to the stage that does it (jaedan return), or release the task"};
  }
  return {"review.take_its_stage",
          "release the task, and claim the photo at the stage that it waits for (jaedan release, claim)"};
}

/// The same without a task, for a photo in that state.
Message way_out(Deed deed, WorkflowState from) {
  if (deed == Deed::kImport) return {"review.imports_into_new", "labels are imported into new photos only"};
  if (from == WorkflowState::kNew) return {"review.work_first", "nothing is drawn or labelled yet; do that first"};
  if (from == WorkflowState::kExpert)
    return {"review.decide_next", "it waits for the inspection (jaedan approve, return)"};
  return {"review.return_to_redo", "return it to a stage to have more done (jaedan return)"};
}

}  // namespace

Roles roles_for(Deed deed, std::optional<Stage> stage) {
  const StageRow* const at_stage = row_of(deed, stage);
  return at_stage ? at_stage->who : row_of(deed).who;
}

Roles roles_for(Stage stage) { return roles_for(stage == Stage::kInspect ? Deed::kApprove : Deed::kSubmit, stage); }

Status check_role(const Actor& actor, Deed deed) {
  const Roles who = roles_for(deed, actor.stage);
  return actor.roles.share_one_with(who) ? Status() : Status(wrong_role(actor, message_of(deed), who));
}

Status check_role(const Actor& actor, Stage stage) {
  const Roles who = roles_for(stage);
  return actor.roles.share_one_with(who) ? Status() : Status(wrong_role(actor, message_of(stage), who));
}

Result<WorkflowState> state_after(const Actor& actor, Deed deed, WorkflowState from) {
  JAEDAN_RETURN_IF_ERROR(check_role(actor, deed));
  const StageRow* const at_stage = row_of(deed, actor.stage);
  if (at_stage && at_stage->takes_over && !actor.takes_over) return check_outlines(actor).error();
  const State to = (at_stage ? at_stage->to : row_of(deed).to)[static_cast<std::size_t>(from)];
  if (to) return *to;
  if (at_stage) {
    return Error{ErrorCode::kRefused,
                 "review.wrong_stage",
                 "{0} is not possible with a task in hand ({1}): the photo is {2}; {3}",
                 {message_of(deed), message_of(*actor.stage), message_of(from), way_out(deed, *actor.stage)}};
  }
  return Error{ErrorCode::kRefused,
               "review.wrong_state",
               "{0} is not possible: the photo is {1}; {2}",
               {message_of(deed), message_of(from), way_out(deed, from)}};
}

Status check_outlines(const Actor& actor) {
  if (!actor.stage || *actor.stage == Stage::kDrawn) return {};
  if (actor.takes_over && *actor.stage != Stage::kInspect) return {};
  if (*actor.stage == Stage::kInspect) {
    return Error{ErrorCode::kRefused, "review.outlines_inspected",
                 "outlines are not changed at the inspection; return the photo to drawing (jaedan return)"};
  }
  return Error{ErrorCode::kRefused,
               "review.outlines_locked",
               "outlines are locked with a task in hand ({0}); take them over in the window, or leave them as they are",
               {message_of(*actor.stage)}};
}

bool may(const Actor& actor, Deed deed, WorkflowState from) { return state_after(actor, deed, from).ok(); }

}  // namespace jaedan
