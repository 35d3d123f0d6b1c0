#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::labeling {

/// One taxonomy file (assets/taxonomy/README.md describes the form). kCorrupt names `name` and what is wrong:
/// broken JSON, a missing or non-ASCII id, an id twice, an unknown part, stage or `values_of`.
Result<Taxonomy> parse_taxonomy(std::string_view json, const std::string& name);

/// The vocabulary of several files put together, in their order. A later file may add attributes, groups, and
/// values to an attribute of an earlier one; what an earlier file says of an attribute or value stays.
/// kNotFound, kIo, kTooLarge (1 MiB a file) or kCorrupt, with the path.
Result<Taxonomy> load_taxonomy(const std::vector<std::string>& paths);

/// `taxonomy/kfashion.json` and `taxonomy/extra.json` of the assets folder (labeling/io/assets.h).
Result<Taxonomy> load_default_taxonomy();

}  // namespace jaedan::labeling
