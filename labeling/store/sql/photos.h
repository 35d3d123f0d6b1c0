#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labeling/store/photo_catalogue.h"
#include "labeling/store/sql/connection.h"

// The functions of this and the following headers do what the Store method of the same name says. They run
// inside a transaction of the caller and let SOCI's exceptions through (Connection catches them).

namespace jaedan::labeling::sql {

Result<std::vector<PhotoId>> add_photos(Connection& connection, const std::vector<Photo>& photos);
Result<Photo> photo(Connection& connection, PhotoId id);
Result<std::optional<Photo>> photo_named(Connection& connection, const std::string& name);

Status update_photo(Connection& connection, const Photo& photo, const ChangeNote& note);

/// kNotFound unless the photo is there.
Status require_photo(Connection& connection, PhotoId id);
Error no_such_photo(PhotoId id);

}  // namespace jaedan::labeling::sql
