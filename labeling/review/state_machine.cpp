#include "labeling/review/state_machine.h"

#include <array>
#include <optional>
#include <string>

namespace jaedan {
namespace {

using State = std::optional<WorkflowState>;
constexpr State kNew = WorkflowState::kNew;
constexpr State kDrawn = WorkflowState::kDrawn;
constexpr State kBasic = WorkflowState::kBasic;
constexpr State kExpert = WorkflowState::kExpert;
constexpr State kApproved = WorkflowState::kApproved;
constexpr State kReturned = WorkflowState::kReturned;
constexpr State kNever = std::nullopt;

constexpr Roles kAnybody = Roles::all();
constexpr Roles kLabellers = {Role::kAnnotator, Role::kExpert, Role::kManager};
constexpr Roles kInspectors = {Role::kInspector, Role::kManager};
constexpr Roles kManagers = {Role::kManager};

struct Row {
  Deed deed;
  Roles who;
  std::array<State, 6> to;  ///< by the state the photo is in
};

// A new photo that is worked on is drawn. Work on an approved one sends it back, so that nobody trains from what no
// inspector saw. An inspector alone on a laptop may approve from any state; what was returned and done again waits for
// an inspector.
constexpr std::array<Row, kAllDeeds.size()> kRows = {{
    //  deed           who          new        drawn      basic      expert     approved   returned
    {Deed::kDraw, kAnybody, {kDrawn, kDrawn, kBasic, kExpert, kReturned, kReturned}},
    {Deed::kLabel, kAnybody, {kDrawn, kDrawn, kBasic, kExpert, kReturned, kReturned}},
    {Deed::kArrange, kAnybody, {kNew, kDrawn, kBasic, kExpert, kApproved, kReturned}},
    {Deed::kAccept, kAnybody, {kDrawn, kDrawn, kBasic, kExpert, kReturned, kReturned}},
    {Deed::kSubmit, kLabellers, {kNever, kBasic, kExpert, kNever, kNever, kExpert}},
    {Deed::kApprove, kInspectors, {kApproved, kApproved, kApproved, kApproved, kApproved, kApproved}},
    {Deed::kReturn, kInspectors, {kNever, kReturned, kReturned, kReturned, kReturned, kReturned}},
    {Deed::kImport, kManagers, {kExpert, kNever, kNever, kNever, kNever, kNever}},
}};

constexpr const Row& row_of(Deed deed) { return kRows[static_cast<std::size_t>(deed)]; }

constexpr bool rows_stand_in_order() {
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (kRows[i].deed != kAllDeeds[i]) return false;
  }
  return true;
}
static_assert(rows_stand_in_order());

std::string names_of(Roles roles) {
  std::string names;
  for (const Role role : roles.list()) names += (names.empty() ? "" : ", ") + std::string(id_of(role));
  return names;
}

}  // namespace

Roles roles_for(Deed deed) { return row_of(deed).who; }

Status check_role(const Actor& actor, Deed deed) {
  const Roles who = row_of(deed).who;
  if (actor.roles.share_one_with(who)) return {};
  return Error{ErrorCode::kInvalidArgument,
               std::string(id_of(deed)) + " is not for " + actor.name + ": it takes " + names_of(who)};
}

Result<WorkflowState> state_after(const Actor& actor, Deed deed, WorkflowState from) {
  JAEDAN_RETURN_IF_ERROR(check_role(actor, deed));
  const State to = row_of(deed).to[static_cast<std::size_t>(from)];
  if (!to) {
    return Error{ErrorCode::kInvalidArgument,
                 std::string(id_of(deed)) + " is not possible: the photo is " + std::string(id_of(from))};
  }
  return *to;
}

bool may(const Actor& actor, Deed deed, WorkflowState from) { return state_after(actor, deed, from).ok(); }

}  // namespace jaedan
