#include "app/workflow/audit/seal_log.h"

#include <filesystem>
#include <optional>
#include <vector>

#include "labeling/base/file_system.h"
#include "labeling/store/program.h"

namespace jaedan::workflow {
namespace {

constexpr std::uint64_t kMostSealBytes = 64 << 10;

/// The project's folder without the way to it.
std::string folder_name(const Project& project) {
  std::error_code failed;
  const std::filesystem::path folder = std::filesystem::absolute(project.place().folder, failed).lexically_normal();
  return (folder.has_filename() ? folder : folder.parent_path()).filename().string();
}

Result<std::optional<labeling::LogSeal>> seal_there(const std::string& file) {
  Result<labeling::LogSeal> there = read_seal(file);
  if (there.ok()) return std::optional<labeling::LogSeal>(std::move(there).value());
  if (there.error().code != ErrorCode::kNotFound) return there.error();
  return std::optional<labeling::LogSeal>();
}

/// kConflict unless the log still holds what the `old` seal in `file` is of.
Status check_old_seal(Project& project, const labeling::LogSeal& old, const std::string& made,
                      const std::string& file) {
  Result<std::string> hash = std::string();
  if (old.head.count > 0) hash = project.store().log_hash(old.head.count);
  if (!hash.ok() && hash.error().code != ErrorCode::kNotFound) return hash.error();
  const bool holds = hash.ok() && *hash == old.head.hash;
  const bool others = !old.made.empty() && old.made != made;
  if (holds && (!others || old.head.count > 0)) return {};
  if (others) {
    return Error{ErrorCode::kConflict,
                 "log.old_seal_of_another",
                 "{0}: the seal of {1} there is of another project ({2}); it stays, unless it is replaced by --force",
                 {file, old.at, old.project}};
  }
  return Error{
      ErrorCode::kConflict,
      "log.old_seal_broken",
      "{0}: the change log no longer holds what was sealed here at {1}; the seal stays ('jaedan verify --seal' "
      "says more), unless it is replaced by --force",
      {file, old.at}};
}

/// kRefused, naming the first record that is not as it was written.
Status check_chain(Project& project, const Watch& watch) {
  const auto progress = [&](std::int64_t done, std::int64_t total) {
    watch.report({"checking the change log", done, total, ""});
    return !watch.cancelled();
  };
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<Message> problems, project.store().verify_log({std::nullopt, progress}));
  if (problems.empty()) return {};
  return Error{ErrorCode::kRefused, "log.not_sealed", "nothing was sealed: {0}", {problems.front()}};
}

}  // namespace

Result<labeling::LogSeal> read_seal(const std::string& file) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, disk().read(file, kMostSealBytes));
  const Result<labeling::LogSeal> seal = labeling::seal_from_json(bytes);
  if (!seal.ok()) return seal.error().with_context(file);
  return seal;
}

Result<labeling::LogSeal> seal_log(Project& project, const std::string& file, OldSeal old, const Watch& watch) {
  labeling::LogSeal seal;
  seal.project = folder_name(project);
  JAEDAN_ASSIGN_OR_RETURN(seal.made, project.store().project_made());
  JAEDAN_ASSIGN_OR_RETURN(seal.head, project.store().log_head());
  JAEDAN_RETURN_IF_ERROR(check_chain(project, watch));
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<labeling::LogSeal> there, seal_there(file));
  if (there && old == OldSeal::kMustHold) {
    JAEDAN_RETURN_IF_ERROR(check_old_seal(project, *there, seal.made, file));
    if (there->head.count == seal.head.count && there->made == seal.made) return *there;
  }
  seal.at = labeling::utc_now();
  seal.program = labeling::program_name();
  JAEDAN_RETURN_IF_ERROR(disk().write_atomically(file, labeling::seal_to_json(seal)));
  return seal;
}

}  // namespace jaedan::workflow
