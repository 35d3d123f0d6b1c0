#pragma once

#include <string>
#include <vector>

#include "labeling/store/annotation_store.h"

namespace jaedan::workflow {

/// What one change did to its photo, a few words each: "state drawn → approved", "top 2 added", "top 1: colour red →
/// black". A change that only took note of who looked says so; one whose records cannot be read says that.
std::vector<std::string> change_words(const labeling::ChangeRecord& change);

}  // namespace jaedan::workflow
