#pragma once

#include <cstdint>
#include <vector>

#include "labeling/store/photo_catalogue.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

Result<std::vector<PhotoRow>> list(Connection& connection, const PhotoFilter& filter, PhotoId after, int limit);
Result<std::int64_t> count(Connection& connection, const PhotoFilter& filter);

}  // namespace jaedan::labeling::sql
