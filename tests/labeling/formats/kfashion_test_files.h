#pragma once

#include <string>

#include "labeling/formats/kfashion/kfashion_json.h"

namespace jaedan::labeling::testing {

/// The K-Fashion vocabulary that ships with the programs.
const Taxonomy& kfashion_taxonomy();
/// A label file in the exporter's form whose members are what is given: `rects`, `polygons`, `labels` are the insides
/// of the three objects, e.g. R"("상의":[{}])"; parts that are not named are [{}].
std::string label_file(const std::string& rects, const std::string& polygons, const std::string& labels);
/// `text` with the first `from`, which must be there, replaced by `to`.
std::string replaced(std::string text, const std::string& from, const std::string& to);
/// Reads `bytes`, which must be readable.
KFashionFile read(const std::string& bytes);
/// Writes `file`, which must be writable.
std::string write(const KFashionFile& file);
/// Whether a warning of this code is among them.
bool has_warning(const std::vector<Warning>& warnings, const std::string& code);
/// The first garment of `part`; fails the test when there is none.
Garment& garment_of(KFashionFile& file, Part part);

}  // namespace jaedan::labeling::testing
