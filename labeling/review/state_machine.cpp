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

constexpr const Row& row_of(Deed deed) { return kRows[static_cast<std::size_t>(deed)]; }

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

}  // namespace

Roles roles_for(Deed deed) { return row_of(deed).who; }

Status check_role(const Actor& actor, Deed deed) {
  const Roles who = row_of(deed).who;
  if (actor.roles.share_one_with(who)) return {};
  return Error{ErrorCode::kForbidden,
               "review.wrong_role",
               "{0} is not for {1}: it takes {2}",
               {message_of(deed), actor.name, names_of(who)}};
}

Result<WorkflowState> state_after(const Actor& actor, Deed deed, WorkflowState from) {
  JAEDAN_RETURN_IF_ERROR(check_role(actor, deed));
  const State to = row_of(deed).to[static_cast<std::size_t>(from)];
  if (!to) {
    return Error{ErrorCode::kRefused,
                 "review.wrong_state",
                 "{0} is not possible: the photo is {1}",
                 {message_of(deed), message_of(from)}};
  }
  return *to;
}

bool may(const Actor& actor, Deed deed, WorkflowState from) { return state_after(actor, deed, from).ok(); }

}  // namespace jaedan
