#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/workflow/figures/work_figures.h"
#include "app/workflow/quality/panels.h"
#include "app/workflow/quality/samples.h"
#include "labeling/base/secret.h"
#include "labeling/store/audit_log.h"
#include "labeling/store/store.h"

namespace jaedan::gui {

// What a manager asks for. Nothing of it is done in the frame that asks.

/// The manager's numbers, narrowed so.
struct AskWork {
  workflow::FigureWish wish;
};
/// How good the work is; empty: everybody's.
struct AskQuality {
  std::string user;
};
/// The people of the project, and what holds for its queues.
struct AskTeam {};

/// The list of photos, of these only, and the first of them.
struct ShowPhotos {
  labeling::PhotoFilter filter;
};
/// The same, of photos that somebody did something to (workflow::photos_behind); `filter` narrows further.
struct ShowBehind {
  std::string who;
  std::string deed;
  std::string from;
  std::string to;
  labeling::PhotoFilter filter = {};
  std::optional<Stage> stage = {};
};
/// The same, of photos that wait for a stage in nobody's hands.
struct ShowWaiting {
  Stage stage = Stage::kDrawn;
};

/// Records of the change log, the newest first; `query.from` and `until` are days, both included; `photo`: about the
/// one of this name. `more`: those that come behind the ones that are shown.
struct SearchLog {
  labeling::LogQuery query;
  std::string photo = {};
  bool more = false;
};
/// Writes how long the log is, and its last hash.
struct SealLog {
  std::string file;
};
/// Checks the project, and the log against the seal in the file; empty: against none.
struct CheckLog {
  std::string file;
};

struct AddPerson {
  std::string name;
  Roles roles;
  std::optional<Secret> password;  ///< none: they have none
};
struct GiveRoles {
  std::string name;
  Roles roles;
};
struct KeepOut {
  std::string name;
  bool disabled = true;
};
struct GivePassword {
  std::string name;
  std::optional<Secret> password;  ///< none: takes it away
};
/// What is unset stays.
struct ChangeQueues {
  std::optional<StageSet> stages = {};
  std::optional<bool> uncertain_first = {};
  std::optional<std::int64_t> claim_seconds = {};
  std::optional<std::string> deadline = {};  ///< empty: none from now on
};
struct GiveQuota {
  std::string name;
  labeling::Quota quota;
};
/// Several people do each photo of the filter unseen by each other.
struct AskSeveral {
  labeling::PhotoFilter filter;
  workflow::PanelChoice choice;
};
struct AskNoMore {
  labeling::PhotoFilter filter;
};
/// Approved photos of the filter are mixed in unseen.
struct MakeControls {
  labeling::PhotoFilter filter;
};
struct EndControls {
  labeling::PhotoFilter filter;
};
struct ShareControls {
  int percent = 0;
};
struct DrawSample {
  workflow::SampleChoice choice;
};
struct CloseSample {
  SampleId id;
};
struct UndoSample {
  SampleId id;
};
using TeamChange =
    std::variant<AddPerson, GiveRoles, KeepOut, GivePassword, ChangeQueues, GiveQuota, AskSeveral, AskNoMore,
                 MakeControls, EndControls, ShareControls, DrawSample, CloseSample, UndoSample>;

/// A change of the team or of how it works; a refusal is said.
struct ChangeTeam {
  TeamChange change;
};

}  // namespace jaedan::gui
