#pragma once

#include <map>
#include <string>

#include "labeling/dataset/split.h"
#include "labeling/store/project_facts.h"

namespace jaedan::labeling {

/// Which side the project's snapshots gave each photo, by the photo's path as snapshot.json has it. The earliest
/// snapshot decides. A snapshot whose folder somebody deleted says nothing; a later one usually holds the same
/// photos.
Result<std::map<std::string, Split>> known_sides(ProjectFacts& facts, const std::string& project_folder);

}  // namespace jaedan::labeling
