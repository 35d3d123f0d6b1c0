#include "app/gui/shell/actions/team_work.h"

#include <memory>
#include <utility>

#include "app/gui/canvas/canvas.h"
#include "app/gui/shell/actions/job_reports.h"
#include "app/gui/shell/views/view.h"
#include "app/workflow/figures/work_figures.h"
#include "app/workflow/people/manage_users.h"
#include "app/workflow/people/tasks.h"
#include "app/workflow/quality/controls.h"
#include "app/workflow/quality/panels.h"
#include "app/workflow/quality/samples.h"

namespace jaedan::gui {
namespace {

using workflow::BatchReport;
using workflow::Project;

constexpr int kMostBehind = 1000;

/// The change on `project`; only of those that are done at once.
struct AtOnce {
  Project& project;
  const Actor& who;

  Status operator()(const AddPerson& asked) const {
    JAEDAN_RETURN_IF_ERROR(workflow::add_user(project, who, asked.name, asked.roles, asked.password));
    return {};
  }
  Status operator()(const GiveRoles& asked) const {
    JAEDAN_RETURN_IF_ERROR(workflow::set_roles(project, who, asked.name, asked.roles));
    return {};
  }
  Status operator()(const KeepOut& asked) const {
    JAEDAN_RETURN_IF_ERROR(workflow::set_disabled(project, who, asked.name, asked.disabled));
    return {};
  }
  Status operator()(const GivePassword& asked) const {
    JAEDAN_RETURN_IF_ERROR(workflow::set_password(project, who, asked.name, asked.password));
    return {};
  }
  Status operator()(const ChangeQueues& asked) const {
    workflow::QueueChange change;
    change.rules = [asked](labeling::QueueRules& rules) {
      rules.stages = asked.stages.value_or(rules.stages);
      rules.uncertain_first = asked.uncertain_first.value_or(rules.uncertain_first);
      rules.claim_seconds = asked.claim_seconds.value_or(rules.claim_seconds);
      rules.deadline = asked.deadline.value_or(rules.deadline);
    };
    return workflow::change_queues(project, who, change);
  }
  Status operator()(const GiveQuota& asked) const { return workflow::set_quota(project, who, asked.name, asked.quota); }
  Status operator()(const ShareControls& asked) const {
    return workflow::set_control_share(project, who, asked.percent, std::nullopt);
  }
  Status operator()(const DrawSample& asked) const {
    JAEDAN_RETURN_IF_ERROR(workflow::draw_inspection_sample(project, who, asked.choice));
    return {};
  }
  template <typename Batch>
  Status operator()(const Batch&) const {
    return {};
  }
};

using Batch = std::function<Result<BatchReport>(Project&, const workflow::Watch&)>;

/// A batch of many photos: a job that people see.
void run_batch(StudioState& state, Text title, Batch batch) {
  const std::string name = state.looks.text(title);
  state.workspace->save_now();
  state.workspace->worker().submit(
      name, [&state, name, batch = std::move(batch)](Project& project, const workflow::Watch& watch) {
        auto report = std::make_shared<Result<BatchReport>>(batch(project, watch));
        return std::function<void()>([&state, name, report] {
          tell_batch(state, name, *report, Showing::kAtOnce);
          state.workspace->manage().ask_team();
          state.workspace->project_changed();
        });
      });
}

/// Begins the change: a batch, or at once.
struct Beginner {
  StudioState& state;

  void operator()(const AskSeveral& asked) const {
    run_batch(state, Text::kPanels, [asked, who = state.who](Project& project, const workflow::Watch& watch) {
      return workflow::ask_panels(project, who, asked.filter, asked.choice, watch);
    });
  }
  void operator()(const AskNoMore& asked) const {
    run_batch(state, Text::kPanels, [asked, who = state.who](Project& project, const workflow::Watch& watch) {
      return workflow::cancel_panels(project, who, asked.filter, watch);
    });
  }
  void operator()(const MakeControls& asked) const {
    run_batch(state, Text::kControls, [asked, who = state.who](Project& project, const workflow::Watch& watch) {
      return workflow::add_controls(project, who, asked.filter, {}, watch);
    });
  }
  void operator()(const EndControls& asked) const {
    run_batch(state, Text::kControls, [asked, who = state.who](Project& project, const workflow::Watch& watch) {
      return workflow::remove_controls(project, who, asked.filter, watch);
    });
  }
  void operator()(const CloseSample& asked) const {
    run_batch(state, Text::kSamples, [asked, who = state.who](Project& project, const workflow::Watch& watch) {
      return workflow::close_sample(project, who, asked.id, {}, watch);
    });
  }
  void operator()(const UndoSample& asked) const {
    run_batch(state, Text::kSamples, [asked, who = state.who](Project& project, const workflow::Watch& watch) {
      return workflow::undo_sample(project, who, asked.id, watch);
    });
  }
  template <typename Deed>
  void operator()(Deed asked) const {
    const auto deed = std::make_shared<const Deed>(std::move(asked));  // a change is a function, which is copied
    state.workspace->manage().change([deed](Project& project, const Actor& who) {
      return AtOnce{project, who}(*deed);
    });
  }
};

}  // namespace

void ask_manager(StudioState& state, const AskWork& asked) {
  if (state.workspace) state.workspace->manage().ask_work(asked.wish);
}

void ask_manager(StudioState& state, const AskQuality& asked) {
  if (state.workspace) state.workspace->manage().ask_quality(asked.user);
}

void ask_manager(StudioState& state, const AskTeam&) {
  if (state.workspace) state.workspace->manage().ask_team();
}

void ask_manager(StudioState& state, const SearchLog& asked) {
  if (state.workspace) state.workspace->manage().search(asked.query, asked.photo, asked.more);
}

void ask_manager(StudioState& state, const ShowBehind& asked) {
  if (!state.workspace) return;
  state.workspace->manage().find_photos(
      [asked](Project& project) {
        return workflow::photos_behind(project, asked.who, asked.deed, asked.from, asked.to, kMostBehind, asked.stage);
      },
      asked.filter);
}

void ask_manager(StudioState& state, const ShowWaiting& asked) {
  if (!state.workspace) return;
  state.workspace->manage().find_photos(
      [asked](Project& project) -> Result<workflow::PhotosBehind> {
        workflow::PhotosBehind waiting;
        JAEDAN_ASSIGN_OR_RETURN(waiting.photos, project.store().waiting_photos(asked.stage, PhotoId{}, kMostBehind));
        JAEDAN_ASSIGN_OR_RETURN(waiting.total.count, project.store().waiting(asked.stage));
        return waiting;
      },
      {});
}

void ask_manager(StudioState& state, const SealLog& asked) {
  if (state.workspace) state.workspace->manage().seal(asked.file);
}

void ask_manager(StudioState& state, ChangeTeam& asked) {
  if (state.workspace && state.may_change()) std::visit(Beginner{state}, std::move(asked.change));
}

void show_photos(StudioState& state, labeling::PhotoFilter filter, workflow::PhotoTotal total) {
  if (!state.workspace) return;
  if (must_stay(state.view.canvas)) return state.tell(why_stay(state.view.canvas));
  const std::vector<PhotoId> only = filter.only;
  state.view.photos.filter_typed.clear();
  state.view.photos.scroll_to_photo = true;
  state.view.photos.only_of = total;
  state.workspace->photos().set_filter(std::move(filter));
  state.view.shown_view = view_table().front().id;
  if (!only.empty()) state.workspace->open(only.front());
}

}  // namespace jaedan::gui
