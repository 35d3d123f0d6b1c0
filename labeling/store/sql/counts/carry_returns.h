#pragma once

#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

/// Migration: programs before the counts kept where a returned photo goes, and why, beside the log only. Writes the
/// record of it (send_back_content) for each photo that is returned now: by who returned it, at the time when they did,
/// with the reason of the comment that they gave it back with.
Status carry_returns(Connection& connection);

}  // namespace jaedan::labeling::sql
