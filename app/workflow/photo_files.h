#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "labeling/domain/result.h"

namespace jaedan::workflow {

/// Whether the name ends like a photo's: jpg, jpeg, png, bmp, webp, in any case.
bool looks_like_photo(const std::filesystem::path& file);
/// The ending in lower case, with its dot.
std::string lower_extension(const std::filesystem::path& file);

/// Files below the folder `source` that `wanted` takes, or `source` itself when it is a file; absolute, sorted.
/// kNotFound; kIo when a folder cannot be read.
Result<std::vector<std::filesystem::path>> files_below(const std::string& source,
                                                       bool (*wanted)(const std::filesystem::path&));

}  // namespace jaedan::workflow
