#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "labeling/store/photo_catalogue.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

Result<std::vector<PhotoRow>> list(Connection& connection, const PhotoFilter& filter, PhotoId after, int limit);
Result<std::vector<PhotoRow>> list_in_order(Connection& connection, const PhotoFilter& filter, PhotoOrder order,
                                            const std::optional<PhotoRow>& after, int limit);
Result<std::vector<PhotoRow>> rows(Connection& connection, const std::vector<PhotoId>& ids);
Result<std::int64_t> count(Connection& connection, const PhotoFilter& filter);

}  // namespace jaedan::labeling::sql
