#pragma once

#include "labeling/store/photo_catalogue.h"
#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

/// Of all photos it reads the photos' summary and three indexes, no garment and no value.
Result<ProjectFigures> figures(Connection& connection, const PhotoFilter& filter);

}  // namespace jaedan::labeling::sql
