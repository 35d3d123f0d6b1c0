#include <imgui.h>

#include <algorithm>
#include <utility>

#include "app/gui/charts/chart_scale.h"
#include "app/gui/draw/widgets.h"
#include "app/gui/panels/dialogs/export_dialog.h"
#include "app/gui/panels/manage/chart_parts.h"
#include "app/gui/panels/manage/pages.h"

namespace jaedan::gui {
namespace {

constexpr float kNamesAt = 250;
constexpr int kMostHours = 24 * 365;
constexpr int kMostPeople = labeling::kMostPanel;

void ask_for_queues(const Ui& ui, TeamChange change) { ui.ask.push(ChangeTeam{std::move(change)}); }

void stages(const Ui& ui, const labeling::QueueRules& rules) {
  field_name(ui, Text::kStagesOn, kNamesAt);
  for (const Stage stage : kAllStages) {
    const bool is_on = rules.stages.has(stage);
    const std::string item = "queues.stage." + std::string(id_of(stage));
    const ButtonKind kind = is_on ? ButtonKind::kOn : ButtonKind::kPlain;
    if (text_button(ui, item, said(stage, ui.text).c_str(), kind, 0, stage != Stage::kInspect)) {
      ChangeQueues change;
      change.stages = is_on ? rules.stages.without(stage) : rules.stages.with(stage);
      ask_for_queues(ui, change);
    }
    if (stage == Stage::kInspect) tooltip(ui, ui.text(Text::kAlwaysInspected));
    ImGui::SameLine(0, ui.px(4));
  }
  ImGui::NewLine();
}

void order_and_hours(const Ui& ui, const labeling::QueueRules& rules, QueuesForm& form) {
  field_name(ui, Text::kQueueOrder, kNamesAt);
  bool uncertain = rules.uncertain_first;
  bool pressed = choice_button(ui, "queues.oldest", uncertain, false, ui.text(Text::kOldestFirst));
  pressed |= choice_button(ui, "queues.uncertain", uncertain, true, ui.text(Text::kUncertainFirst));
  ImGui::NewLine();
  if (pressed && uncertain != rules.uncertain_first) {
    ChangeQueues change;
    change.uncertain_first = uncertain;
    ask_for_queues(ui, change);
  }
  const int hours_now = static_cast<int>(std::max<std::int64_t>(rules.claim_seconds / 3600, 1));
  if (form.claim_hours == 0) form.claim_hours = hours_now;
  field_name(ui, Text::kClaimHours, kNamesAt);
  number_field(ui, "queues.hours", form.claim_hours, 1, kMostHours);
  ImGui::SameLine(0, ui.px(8));
  if (text_button(ui, "queues.set_hours", ui.text(Text::kSet), ButtonKind::kPlain, 0, form.claim_hours != hours_now)) {
    ChangeQueues change;
    change.claim_seconds = std::int64_t{3600} * form.claim_hours;
    ask_for_queues(ui, change);
  }
  if (!form.deadline) form.deadline = rules.deadline;
  field_name(ui, Text::kProjectDeadline, kNamesAt);
  short_field(ui, "queues.deadline", Text::kDeadline, *form.deadline, 140);
  ImGui::SameLine(0, ui.px(8));
  const bool differs = *form.deadline != rules.deadline;
  if (text_button(ui, "queues.set_deadline", ui.text(Text::kSet), ButtonKind::kPlain, 0, differs)) {
    ChangeQueues change;
    change.deadline = *form.deadline;
    ask_for_queues(ui, change);
  }
}

void panels(const Ui& ui, const Team& team, const labeling::PhotoFilter& photos, QueuesForm& form) {
  section(ui, ui.text(Text::kPanels));
  small_text(ui, fill_gaps(ui.text(Text::kOpenPanelsFormat), {std::to_string(team.open_panels)}).c_str(),
             ui.theme.muted);
  field_name(ui, Text::kPeopleAPhoto, kNamesAt);
  number_field(ui, "queues.people", form.people, labeling::kLeastPanel, kMostPeople);
  ImGui::SameLine(0, ui.px(8));
  if (text_button(ui, "queues.ask_panels", ui.text(Text::kAskSeveral))) {
    ask_for_queues(ui, AskSeveral{photos, {form.people, std::nullopt}});
  }
  ImGui::SameLine(0, ui.px(4));
  if (text_button(ui, "queues.cancel_panels", ui.text(Text::kAskNoMore), ButtonKind::kQuiet)) {
    ask_for_queues(ui, AskNoMore{photos});
  }
}

void controls(const Ui& ui, const Team& team, const labeling::PhotoFilter& photos, QueuesForm& form) {
  section(ui, ui.text(Text::kControls));
  small_text(ui, fill_gaps(ui.text(Text::kControlsFormat), {std::to_string(team.controls)}).c_str(), ui.theme.muted);
  field_name(ui, Text::kControlShare, kNamesAt);
  if (form.control_percent < 0) form.control_percent = team.rules.control_percent;
  number_field(ui, "queues.control_percent", form.control_percent, 0, 100);
  ImGui::SameLine(0, ui.px(8));
  const bool differs = form.control_percent != team.rules.control_percent;
  if (text_button(ui, "queues.set_share", ui.text(Text::kSet), ButtonKind::kPlain, 0, differs)) {
    ask_for_queues(ui, ShareControls{form.control_percent});
  }
  if (text_button(ui, "queues.add_controls", ui.text(Text::kMakeControls))) ask_for_queues(ui, MakeControls{photos});
  ImGui::SameLine(0, ui.px(4));
  if (text_button(ui, "queues.remove_controls", ui.text(Text::kEndControls), ButtonKind::kQuiet)) {
    ask_for_queues(ui, EndControls{photos});
  }
}

void sample_row(const Ui& ui, const workflow::SampleReport& report) {
  std::int64_t photos = 0, chosen = 0, undecided = 0, returned = 0;
  for (const workflow::SampledWorker& worker : report.workers) {
    photos += worker.photos;
    chosen += worker.chosen;
    undecided += worker.undecided();
    returned += worker.returned;
  }
  const std::string number = std::to_string(report.sample.id.value);
  const std::string line =
      fill_gaps(ui.text(Text::kSampleFormat), {report.sample.at.substr(0, 10), thousands(chosen), thousands(photos),
                                               thousands(undecided), thousands(returned), number});
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(line.c_str());
  const bool is_open = report.sample.state == labeling::SampleState::kOpen;
  const bool is_closed = report.sample.state == labeling::SampleState::kClosed;
  wrap_before(ui, ui.px(170));
  if (is_open && text_button(ui, "queues.sample." + number + ".close", ui.text(Text::kCloseSample))) {
    ask_for_queues(ui, CloseSample{report.sample.id});
  }
  if (is_closed && text_button(ui, "queues.sample." + number + ".undo", ui.text(Text::kUndoSample))) {
    ask_for_queues(ui, UndoSample{report.sample.id});
  }
  if (!is_open && !is_closed) small_text(ui, ui.text(Text::kSampleUndone), ui.theme.muted);
}

void samples(const Ui& ui, const Team& team, QueuesForm& form) {
  section(ui, ui.text(Text::kSamples));
  field_name(ui, Text::kSamplePercent, kNamesAt);
  int percent = static_cast<int>(form.sample_percent);
  if (number_field(ui, "queues.sample_percent", percent, 1, 100)) form.sample_percent = percent;
  field_name(ui, Text::kLeastAccepted, kNamesAt);
  number_field(ui, "queues.least_accepted", form.least_accepted, 0, 100);
  field_name(ui, Text::kSeed, kNamesAt);
  number_field(ui, "queues.seed", form.sample_seed, 0, 1'000'000'000);
  ImGui::SameLine(0, ui.px(8));
  if (text_button(ui, "queues.draw_sample", ui.text(Text::kDrawSample))) {
    workflow::SampleChoice choice;
    choice.percent = form.sample_percent;
    choice.seed = form.sample_seed;
    choice.rule.least_accepted_percent = form.least_accepted;
    ask_for_queues(ui, DrawSample{choice});
  }
  for (const workflow::SampleReport& report : team.samples) sample_row(ui, report);
}

}  // namespace

void queues_page(const Ui& ui, const ManageView& view, ManageState& state) {
  if (view.refused) refusal(ui, *view.refused);
  if (view.team.error) return refusal(ui, *view.team.error);
  if (!view.team.found) return small_text(ui, ui.text(Text::kLoading), ui.theme.muted);
  const Team& team = *view.team.found;
  QueuesForm& form = state.queues;
  section(ui, ui.text(Text::kQueues));
  stages(ui, team.rules);
  order_and_hours(ui, team.rules, form);
  ImGui::Dummy({0, ui.px(8)});
  choose_photos(ui, "queues.photos", kNamesAt, form.only_listed);
  const labeling::PhotoFilter photos = form.only_listed ? view.listed : labeling::PhotoFilter{};
  panels(ui, team, photos, form);
  controls(ui, team, photos, form);
  samples(ui, team, form);
}

}  // namespace jaedan::gui
