#include "app/gui/shell/actions/job_reports.h"

#include <utility>

#include "app/gui/canvas/canvas.h"
#include "app/gui/words/message_text.h"

namespace jaedan::gui {

void show_report(StudioState& state, JobReport report, Showing showing) {
  std::string said = report.lines.empty() ? report.title : report.lines.front();
  if (!report.items.empty())
    said += std::string("  ") + state.looks.text(Text::kBatchFirstFailure) + report.items.front();
  state.notice.tell(said, report.failed || !report.items.empty());
  const bool shows_more = report.failed || !report.items.empty() || report.all_instead || report.lines.size() > 1;
  report.seen = !shows_more;
  state.view.report = std::move(report);
  const bool hand_at_work = must_stay(state.view.canvas) || state.view.canvas.tools.in_hand().in_stroke();
  if (!shows_more || showing == Showing::kLater || hand_at_work || state.view.dialog != Dialog::kNone) return;
  state.view.dialog = Dialog::kReport;
}

void add_items(const workflow::BatchReport& batch, const Strings& text, JobReport& report) {
  for (const workflow::FailedItem& failed : batch.failed) report.add(message_text(failed.sentence(), text));
  for (const workflow::FailedItem& odd : batch.warnings) report.add(message_text(odd.sentence(), text));
}

std::string batch_words(const workflow::BatchReport& batch, const std::string& title, const Strings& text) {
  const bool nothing_new = batch.done == 0 && batch.skipped > 0 && batch.failed.empty() && !batch.cancelled;
  if (nothing_new) return fill_gaps(text(Text::kBatchNothingNewFormat), {title, std::to_string(batch.skipped)});
  std::string words = fill_gaps(text(Text::kBatchDoneFormat), {title, std::to_string(batch.done)});
  if (batch.new_photos) words += fill_gaps(text(Text::kBatchNewPhotosFormat), {std::to_string(*batch.new_photos)});
  if (batch.skipped > 0) words += fill_gaps(text(Text::kBatchSkippedFormat), {std::to_string(batch.skipped)});
  if (!batch.failed.empty()) words += fill_gaps(text(Text::kBatchFailedFormat), {std::to_string(batch.failed.size())});
  return words;
}

void tell_batch(StudioState& state, const std::string& title, const Result<workflow::BatchReport>& batch,
                Showing showing) {
  if (!batch.ok()) return state.tell(batch.error());
  JobReport report;
  report.title = title;
  report.lines.push_back(batch_words(*batch, title, state.looks.text));
  if (batch->cancelled) report.lines.back() += state.looks.text(Text::kBatchCancelled);
  add_items(*batch, state.looks.text, report);
  show_report(state, std::move(report), showing);
}

}  // namespace jaedan::gui
