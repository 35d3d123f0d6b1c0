#pragma once

#include <string>

#include "app/workflow/project/project.h"
#include "labeling/store/log_seal.h"

namespace jaedan::workflow {

/// Writes how long the project's change log is, and the hash of its last record, to `file`: kept where the project's
/// people cannot write, it shows later whether the log still begins with all of this (verify_project). A seal that lies
/// there already is replaced only if the log still holds it: otherwise kConflict, and it stays. kCorrupt: something
/// else lies there. kIo.
Result<labeling::LogSeal> seal_log(Project& project, const std::string& file);

/// kNotFound, kIo, kCorrupt.
Result<labeling::LogSeal> read_seal(const std::string& file);

}  // namespace jaedan::workflow
