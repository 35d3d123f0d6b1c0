#pragma once

#include <string>

#include "labeling/base/result.h"
#include "labeling/store/project_facts.h"

namespace jaedan::labeling {

/// Reads the snapshot's folder again and compares it with the hash that was recorded: the list, the sides and every
/// labels file go into the hash as when it was made (snapshot_item.h); masks have to be readable and give the size that
/// is in it. kNotFound when the folder or a file is gone, kCorrupt when something was changed or cannot be read; the
/// message names what.
Status verify_snapshot(const std::string& project_folder, const SnapshotInfo& info);

}  // namespace jaedan::labeling
