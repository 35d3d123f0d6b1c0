#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "app/gui/panels/manage/figure_charts.h"
#include "labeling/review/user.h"

namespace jaedan::gui {

/// The pages of the manage view, in the order of their buttons.
enum class ManagePage { kWork, kBacklog, kDecisions, kModel, kLabels, kDrift, kQuality, kTeam, kQueues, kAudit };

/// What the numbers are narrowed to, as it is typed and pressed.
struct FigureForm {
  std::string from;
  std::string to;
  std::string user;
  std::optional<Stage> stage;
  std::optional<Part> part;
  std::string style;  ///< its id
  std::string deadline;

  workflow::FigureWish wish() const;
};

/// The people page.
struct TeamForm {
  std::string name;  ///< of the one who is to be added
  std::string password;
  Roles roles = {Role::kAnnotator};
  std::string chosen;  ///< whose row is open
  std::string new_password;
  int most_open = 0;
  int most_a_day = 0;
  std::string deadline;
  std::string looked_for;  ///< in names
};

/// The queues page: panels, controls, samples.
struct QueuesForm {
  int claim_hours = 0;                  ///< 0: as it is
  std::optional<std::string> deadline;  ///< none: as it is
  bool only_listed = true;              ///< what panels and controls are made of
  int people = 3;
  int control_percent = -1;  ///< below 0: as it is
  double sample_percent = 10;
  int sample_seed = 1;
  int least_accepted = 95;  ///< per cent
};

struct AuditForm {
  std::string who;
  std::string deed;
  std::string from;
  std::string to;
  std::string photo;
  std::string seal;  ///< a file

  SearchLog search() const;
};

/// What the manage view remembers between frames.
struct ManageState {
  ManagePage page = ManagePage::kWork;
  FigureForm figures;
  std::size_t label = 0;  ///< of FigureCharts::labels
  TeamForm team;
  QueuesForm queues;
  AuditForm audit;

  double asked_at_s = -1e9;  ///< when numbers and team were asked for last
  bool asked_quality = false;
  int log_shown = -1;  ///< the last frame that showed the log: opened again, it is asked for anew

  std::shared_ptr<const workflow::WorkFigures> charts_of;  ///< what `charts` are made of, …
  Language charts_in = Language::kKorean;                  ///< … in this language
  FigureCharts charts;
};

}  // namespace jaedan::gui
