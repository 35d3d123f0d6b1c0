#pragma once

#include <string>
#include <vector>

#include "labeling/formats/importer.h"

namespace jaedan::labeling::testing {

/// Reads `bytes` as the named format, beside a photo of 200 × 100.
Result<ImportedFile> import_as(const std::string& format, const std::string& bytes,
                               std::vector<std::string> classes = {}, int keypoint_values = 0);
/// The one photo of such a file; fails the test when it cannot be read.
ImportedPhoto photo_as(const std::string& format, const std::string& bytes, std::vector<std::string> classes = {});
/// Pixels whose centre is inside, in a photo of 1000 × 1000.
std::int64_t pixels_in(const Region& region);
/// All sentences, a line each.
std::string sentences(const std::vector<Warning>& warnings);
/// A file of ../shared/cases.
std::string shared_case(const std::string& name);

}  // namespace jaedan::labeling::testing
