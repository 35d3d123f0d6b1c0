#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "labeling/store/annotation_store.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

Result<Annotation> annotation(Connection& connection, PhotoId id);
Result<std::int64_t> save(Connection& connection, const Annotation& annotation, const ChangeNote& note);
/// The same at another time than now: for a past that is made up.
Result<std::int64_t> save(Connection& connection, const Annotation& annotation, const ChangeNote& note,
                          const std::string& now);

/// The change log of a photo, oldest first.
Result<std::vector<ChangeRecord>> changes(Connection& connection, PhotoId id);

}  // namespace jaedan::labeling::sql
