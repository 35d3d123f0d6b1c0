#pragma once

#include <string>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/store/log_seal.h"

namespace jaedan::workflow {

/// Whether the seal may take the place of another one.
enum class OldSeal {
  kMustHold,  ///< while the log still holds what that one is of
  kGives,     ///< in any case
};

/// Writes how long the project's change log is, and the hash of its last record, to `file`: kept where the project's
/// people cannot write, it shows later whether the log still begins with all of this (verify_project). kRefused, naming
/// the first record, when the log's chain is broken. A seal that lies there already is replaced only if the log still
/// holds it: otherwise, and when it is another project's, kConflict, unless it `gives`. One of the log as it is stays,
/// and is given back. kCorrupt: something else lies there. kIo, kCancelled.
Result<labeling::LogSeal> seal_log(Project& project, const std::string& file, OldSeal old = OldSeal::kMustHold,
                                   const Watch& watch = {});

/// kNotFound, kIo, kCorrupt.
Result<labeling::LogSeal> read_seal(const std::string& file);

}  // namespace jaedan::workflow
