#include "app/gui/shell/actions/project_jobs.h"

#include <filesystem>
#include <memory>
#include <utility>

#include "app/gui/shell/actions/job_reports.h"
#include "app/gui/words/message_text.h"
#include "app/workflow/audit/seal_log.h"
#include "app/workflow/models/make_snapshot.h"
#include "app/workflow/project/export_project.h"
#include "app/workflow/project/photo_places.h"
#include "app/workflow/project/verify_project.h"

namespace jaedan::gui {
namespace {

using workflow::BatchReport;

constexpr std::size_t kShortHashShown = 12;

/// Does `work` as a job that people see, and hands what came of it to `told` on the window's thread.
template <typename Work, typename Told>
void submit_job(StudioState& state, Text title, Work work, Told told) {
  if (!state.workspace) return;
  state.workspace->worker().submit(state.looks.text(title),
                                   [work, told](workflow::Project& project, const workflow::Watch& watch) {
                                     using Outcome = decltype(work(project, watch));
                                     auto outcome = std::make_shared<Outcome>(work(project, watch));
                                     return std::function<void()>([told, outcome] { told(*outcome); });
                                   });
}

std::string filled_text(const StudioState& state, Text text, std::initializer_list<std::int64_t> numbers) {
  std::vector<std::string> words;
  for (const std::int64_t number : numbers) words.push_back(std::to_string(number));
  return fill_gaps(state.looks.text(text), words);
}

/// Why a job did nothing at all.
void tell_error(StudioState& state, Text title, const Error& error) {
  if (error.code == ErrorCode::kCancelled) return state.tell(error);
  JobReport report;
  report.title = state.looks.text(title);
  report.lines = {message_text(error.message, state.looks.text)};
  report.failed = true;
  show_report(state, std::move(report), Showing::kAtOnce);
}

void tell_exported(StudioState& state, const ExportPhotos& asked, const BatchReport& batch) {
  JobReport report;
  report.title = state.looks.text(Text::kExportTitle);
  if (workflow::none_was_approved(batch, workflow::exported_of(asked.filter, asked.approved_only))) {
    report.lines.push_back(state.looks.text(Text::kExportNoneApproved));
    // A state that the list is filtered by was the person's own word.
    if (!asked.filter.state) report.all_instead = ExportPhotos{asked.folder, asked.format, asked.filter, false};
  } else {
    report.lines.push_back(
        fill_gaps(state.looks.text(Text::kExportedFormat), {std::to_string(batch.done), asked.folder}));
    if (batch.cancelled) report.lines.back() += state.looks.text(Text::kBatchCancelled);
  }
  if (batch.skipped > 0) report.lines.push_back(filled_text(state, Text::kExportNoLabelsFormat, {batch.skipped}));
  add_items(batch, state.looks.text, report);
  show_report(state, std::move(report), Showing::kAtOnce);
}

void tell_snapshot(StudioState& state, const labeling::MadeSnapshot& made, const std::string& folder) {
  const Strings& text = state.looks.text;
  const auto [train, val, test] = made.counts;
  JobReport report;
  report.title = text(Text::kSnapshotTitle);
  report.lines.push_back(fill_gaps(text(Text::kSnapshotMadeFormat),
                                   {made.info.hash.substr(0, kShortHashShown), std::to_string(made.info.photo_count),
                                    std::to_string(train), std::to_string(val), std::to_string(test)}));
  if (!made.is_new) report.lines.emplace_back(text(Text::kSnapshotAgain));
  const Origins& of = made.origins;
  report.lines.push_back(of.models_own == 0
                             ? filled_text(state, Text::kSnapshotNoneOwnFormat, {of.garments})
                             : filled_text(state, Text::kSnapshotOwnFormat, {of.models_own, of.garments, of.unseen}));
  if (made.left_out > 0) report.lines.push_back(filled_text(state, Text::kSnapshotLeftOutFormat, {made.left_out}));
  report.lines.push_back(folder);
  for (const labeling::SkippedPhoto& skipped : made.skipped) {
    report.add(message_text(in_context(skipped.name, skipped.reason), text));
  }
  show_report(state, std::move(report), Showing::kAtOnce);
}

}  // namespace

void export_photos(StudioState& state, const ExportPhotos& asked) {
  if (!state.workspace) return;
  state.settings.export_format = asked.format;
  state.settings.export_folders[state.workspace->path()] = asked.folder;
  submit_job(
      state, Text::kExportTitle,
      [asked](workflow::Project& project, const workflow::Watch& watch) {
        return workflow::export_project(project, asked.folder, {asked.format},
                                        workflow::exported_of(asked.filter, asked.approved_only), {}, watch);
      },
      [&state, asked](const Result<BatchReport>& batch) {
        if (!batch.ok()) return tell_error(state, Text::kExportTitle, batch.error());
        tell_exported(state, asked, *batch);
      });
}

void make_snapshot(StudioState& state, const MakeSnapshot& asked) {
  submit_job(
      state, Text::kSnapshotTitle,
      [asked, actor = state.who.looking()](workflow::Project& project, const workflow::Watch& watch) {
        auto made = workflow::make_snapshot(project, asked.filter, actor, asked.without_own, watch);
        const std::string folder = made.ok() ? workflow::snapshot_folder(project, made->info) : "";
        return std::make_pair(std::move(made), folder);
      },
      [&state](const std::pair<Result<labeling::MadeSnapshot>, std::string>& made) {
        if (!made.first.ok()) return tell_error(state, Text::kSnapshotTitle, made.first.error());
        tell_snapshot(state, *made.first, made.second);
      });
}

void ask_figures(StudioState& state, const labeling::PhotoFilter& filter) {
  if (!state.workspace) return;
  state.workspace->finder().submit({}, [&state, filter](workflow::Project& project, const workflow::Watch&) {
    auto found = std::make_shared<Result<labeling::ProjectFigures>>(project.store().figures(filter));
    return std::function<void()>([&state, found] {
      FiguresState& shown = state.view.figures;
      shown.found.reset();
      shown.error.reset();
      if (found->ok()) {
        shown.found = std::move(*found).value();
      } else {
        shown.error = found->error();
      }
    });
  });
}

void verify_project(StudioState& state, const std::string& seal) {
  submit_job(
      state, Text::kVerify,
      [seal](workflow::Project& project, const workflow::Watch& watch) -> Result<BatchReport> {
        std::optional<labeling::LogSeal> known;
        if (!seal.empty()) {
          JAEDAN_ASSIGN_OR_RETURN(known, workflow::read_seal(seal));
        }
        return workflow::verify_project(project, workflow::LookInto::kHeader, watch, known);
      },
      [&state](const Result<BatchReport>& batch) {
        if (!batch.ok()) return tell_error(state, Text::kVerify, batch.error());
        JobReport report;
        report.title = state.looks.text(Text::kVerify);
        const auto problems = static_cast<std::int64_t>(batch->failed.size());
        report.lines.push_back(problems == 0 ? filled_text(state, Text::kVerifiedFormat, {batch->done})
                                             : filled_text(state, Text::kVerifyFoundFormat, {problems}));
        if (batch->cancelled) report.lines.back() += state.looks.text(Text::kBatchCancelled);
        add_items(*batch, state.looks.text, report);
        show_report(state, std::move(report), Showing::kAtOnce);
      });
}

void relocate_photos(StudioState& state, const RelocatePhotos& asked) {
  submit_job(
      state, Text::kRelocateTitle,
      [asked, actor = state.who.looking()](workflow::Project& project, const workflow::Watch& watch) {
        return workflow::relocate_photos(project, asked.from, asked.to, actor, watch);
      },
      [&state, asked](const Result<BatchReport>& batch) {
        if (!batch.ok()) return tell_error(state, Text::kRelocateTitle, batch.error());
        JobReport report;
        report.title = state.looks.text(Text::kRelocateTitle);
        report.lines.push_back(
            fill_gaps(state.looks.text(Text::kRelocatedFormat), {std::to_string(batch->done), asked.to}));
        if (batch->cancelled) report.lines.back() += state.looks.text(Text::kBatchCancelled);
        if (!batch->failed.empty()) {
          report.lines.push_back(filled_text(state, Text::kNotRelocatedFormat, {std::int64_t(batch->failed.size())}));
        }
        add_items(*batch, state.looks.text, report);
        show_report(state, std::move(report), Showing::kAtOnce);
        state.workspace->photos_relocated();
      });
}

std::string place_to_relocate(StudioState& state) {
  if (!state.workspace->lost().empty()) return state.workspace->lost();
  const Document* shown = state.document();
  return shown ? std::filesystem::path(shown->session.photo().path).parent_path().string() : "";
}

}  // namespace jaedan::gui
