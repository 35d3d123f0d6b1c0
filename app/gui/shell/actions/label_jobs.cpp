#include "app/gui/shell/actions/label_jobs.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "app/gui/words/message_text.h"
#include "app/workflow/photo/undo_labels.h"

namespace jaedan::gui {
namespace {

using workflow::LabelReport;

std::string filled(const StudioState& state, Text format, std::int64_t number) {
  char text[128];
  std::snprintf(text, sizeof text, state.looks.text(format), static_cast<long long>(number));
  return text;
}

/// "; 2 approved, 1 without such a garment": why photos were skipped.
std::string reasons(const StudioState& state, const LabelReport& report) {
  std::string words;
  const auto add = [&](std::int64_t number, Text format) {
    if (number == 0) return;
    words += (words.empty() ? "  " : ", ") + filled(state, format, number);
  };
  add(report.no_garment, Text::kSkippedNoGarment);
  add(report.answered, Text::kSkippedAnswered);
  add(report.approved, Text::kSkippedApproved);
  add(static_cast<std::int64_t>(report.refused.size()), Text::kSkippedRefused);
  if (!report.refused.empty()) words += ": " + message_text(report.refused.front().reason, state.looks.text);
  return words;
}

void tell(StudioState& state, const LabelReport& report) {
  char text[256];
  std::snprintf(text, sizeof text, state.looks.text(Text::kLabelledFormat), static_cast<long long>(report.changed),
                static_cast<long long>(report.unchanged), static_cast<long long>(report.skipped()),
                report.failed.size());
  std::string said = text + reasons(state, report);
  if (report.cancelled) said += state.looks.text(Text::kBatchCancelled);
  if (!report.failed.empty()) {
    said += std::string("  ") + state.looks.text(Text::kBatchFirstFailure) +
            message_text(report.failed.front().sentence(), state.looks.text);
  }
  state.notice.tell(said, !report.failed.empty());
}

void ask_about_approved(StudioState& state, const workflow::SharedLabel& label) {
  state.workspace->worker().submit(
      state.looks.text(Text::kLabelTickedTitle),
      [&state, label](workflow::Project& project, const workflow::Watch& watch) {
        auto plan = std::make_shared<Result<LabelReport>>(workflow::plan_labels(project, label, watch));
        return std::function<void()>([&state, label, plan] {
          if (!plan->ok()) return state.tell(plan->error());
          if ((*plan)->cancelled) return;
          if ((*plan)->approved == 0) return label_photos(state, {label, true});
          state.view.label_question = {label, (*plan)->approved, (*plan)->changed};
          state.view.dialog = Dialog::kLabelApproved;
        });
      });
}

/// Takes the photos in memory out of `ids` and does `work` to each of their sessions, so that nobody works on what the
/// project no longer has.
template <typename Work>
void for_open_photos(StudioState& state, std::vector<PhotoId>& ids, const Work& work) {
  for (const auto& open : state.workspace->open_documents()) {
    const auto found = std::find(ids.begin(), ids.end(), open->id());
    if (found == ids.end()) continue;
    ids.erase(found);
    work(open->session);
  }
}

}  // namespace

void label_photos(StudioState& state, const LabelTicked& asked) {
  if (!state.workspace || !state.may_change()) return;
  if (!asked.asked) return ask_about_approved(state, asked.label);
  workflow::SharedLabel label = asked.label;
  LabelReport report;
  for_open_photos(state, label.photos, [&](EditSession& session) {
    const auto done = workflow::label_photo(session, label, *state.taxonomy, state.actor_on(session.photo().id));
    if (done.ok()) {
      report.count(session.photo().name, {session.photo().id, 0}, *done);
    } else {
      report.failed.push_back({session.photo().name, done.error().message});
    }
  });
  state.workspace->worker().submit(
      state.looks.text(Text::kLabelTickedTitle),
      [&state, label, report, actor = state.who.looking()](workflow::Project& project, const workflow::Watch& watch) {
        auto others = std::make_shared<Result<LabelReport>>(workflow::label_photos(project, label, actor, watch));
        return std::function<void()>([&state, report, others] {
          if (!others->ok()) return state.tell(others->error());
          LabelReport all = report;
          all += **others;
          tell(state, all);
          state.last_batch = all.labelled;
          state.workspace->project_changed();
        });
      });
}

bool undo_labels(StudioState& state) {
  if (!state.workspace || state.last_batch.empty()) return false;
  std::vector<workflow::LabelledPhoto> rest = std::exchange(state.last_batch, {});
  std::vector<PhotoId> ids;
  for (const workflow::LabelledPhoto& one : rest) ids.push_back(one.photo);
  workflow::BatchReport report;
  for_open_photos(state, ids, [&](EditSession& session) {
    if (const Status done = workflow::undo_label(session, state.actor_on(session.photo().id)); done.ok()) {
      ++report.done;
    } else {
      report.failed.push_back({session.photo().name, done.error().message});
    }
  });
  const auto was_open = [&](const auto& one) { return std::find(ids.begin(), ids.end(), one.photo) == ids.end(); };
  rest.erase(std::remove_if(rest.begin(), rest.end(), was_open), rest.end());
  state.workspace->worker().submit(
      state.looks.text(Text::kUndoLabelsTitle),
      [&state, rest, report, actor = state.who.looking()](workflow::Project& project, const workflow::Watch& watch) {
        auto others =
            std::make_shared<Result<workflow::BatchReport>>(workflow::undo_labels(project, rest, actor, watch));
        return std::function<void()>([&state, report, others] {
          if (!others->ok()) return state.tell(others->error());
          std::string said = filled(state, Text::kLabelsTakenBackFormat, report.done + (*others)->done);
          std::vector<workflow::FailedItem> failed = report.failed;
          failed.insert(failed.end(), (*others)->failed.begin(), (*others)->failed.end());
          if (!failed.empty()) {
            said += std::string("  ") + state.looks.text(Text::kBatchFirstFailure) +
                    message_text(failed.front().sentence(), state.looks.text);
          }
          state.notice.tell(said, !failed.empty());
          state.workspace->project_changed();
        });
      });
  return true;
}

}  // namespace jaedan::gui
