#pragma once

#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

/// Of migration 2: moves what the table `setting` held (the list of champions, shapes that people had begun) into the
/// tables `champion` and `begun_shape`, and drops it. What nobody could have read any more, bytes without meaning or
/// the shape on a photo that is not there, stays behind in the backup.
Status carry_settings(Connection& connection);

}  // namespace jaedan::labeling::sql
