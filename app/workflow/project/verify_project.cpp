#include "app/workflow/project/verify_project.h"

#include "labeling/dataset/verify_snapshot.h"
#include "labeling/store/log_people.h"

namespace jaedan::workflow {

namespace {

Status look_at_log(Project& project, const Watch& watch, const std::optional<labeling::LogSeal>& seal,
                   BatchReport& report) {
  const auto progress = [&](std::int64_t done, std::int64_t total) {
    watch.report({"checking the change log", done, total, ""});
    return !watch.cancelled();
  };
  const auto warn = [&](const Message& sentence) { report.warnings.push_back({project.place().folder, sentence}); };
  const Result<std::vector<Message>> problems = project.store().verify_log({seal, progress, warn});
  report.cancelled = !problems.ok() && problems.error().code == ErrorCode::kCancelled;
  if (report.cancelled) return {};
  if (!problems.ok()) return problems.error();
  for (const Message& problem : *problems) report.failed.push_back({project.place().folder, problem});
  return {};
}

}  // namespace

Result<BatchReport> verify_project(Project& project, LookInto photos, const Watch& watch,
                                   const std::optional<labeling::LogSeal>& seal) {
  BatchReport report;
  JAEDAN_ASSIGN_OR_RETURN(report.done, project.store().count({}));
  JAEDAN_RETURN_IF_ERROR(
      look_at_log(project, watch, seal, report));  // first: of what was tampered with, the rest follows
  if (report.cancelled) return report;
  JAEDAN_ASSIGN_OR_RETURN(std::vector<Message> problems, project.store().verify());
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<Message> people, labeling::people_not_as_logged(project.store()));
  problems.insert(problems.begin(), people.begin(), people.end());
  for (const Message& problem : problems) report.failed.push_back({project.place().folder, problem});
  JAEDAN_RETURN_IF_ERROR(look_for_photo_files(project, photos, watch, report));

  JAEDAN_ASSIGN_OR_RETURN(const std::vector<labeling::SnapshotInfo> snapshots, project.store().snapshots());
  const auto total = static_cast<std::int64_t>(snapshots.size());
  for (std::int64_t i = 0; i < total && !report.cancelled; ++i) {
    const labeling::SnapshotInfo& snapshot = snapshots[static_cast<std::size_t>(i)];
    if (const Status intact = labeling::verify_snapshot(project.place().folder, snapshot); !intact.ok()) {
      report.failed.push_back({"snapshot " + snapshot.hash.substr(0, 12), intact.error().message});
    }
    watch.report({"checking snapshots", i + 1, total, snapshot.folder});
    report.cancelled = watch.cancelled();
  }
  return report;
}

}  // namespace jaedan::workflow
