#include "app/workflow/audit/seal_log.h"

#include <filesystem>

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

Status check_old_seal(Project& project, const std::string& file) {
  const Result<labeling::LogSeal> old = read_seal(file);
  if (!old.ok()) return old.error().code == ErrorCode::kNotFound ? Status() : Status(old.error());
  if (old->head.count == 0) return {};
  const Result<std::string> hash = project.store().log_hash(old->head.count);
  if (!hash.ok() && hash.error().code != ErrorCode::kNotFound) return hash.error();
  if (hash.ok() && *hash == old->head.hash) return {};
  return Error{
      ErrorCode::kConflict,
      "log.old_seal_broken",
      "{0}: the change log no longer holds what was sealed here at {1}; the seal stays ('jaedan verify --seal' "
      "says more)",
      {file, old->at}};
}

}  // namespace

Result<labeling::LogSeal> read_seal(const std::string& file) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, disk().read(file, kMostSealBytes));
  const Result<labeling::LogSeal> seal = labeling::seal_from_json(bytes);
  if (!seal.ok()) return seal.error().with_context(file);
  return seal;
}

Result<labeling::LogSeal> seal_log(Project& project, const std::string& file) {
  JAEDAN_RETURN_IF_ERROR(check_old_seal(project, file));
  labeling::LogSeal seal;
  seal.project = folder_name(project);
  JAEDAN_ASSIGN_OR_RETURN(seal.head, project.store().log_head());
  seal.at = labeling::utc_now();
  seal.program = labeling::program_name();
  JAEDAN_RETURN_IF_ERROR(disk().write_atomically(file, labeling::seal_to_json(seal)));
  return seal;
}

}  // namespace jaedan::workflow
