#pragma once

#include <memory>

#include "labeling/store/sql/connection.h"
#include "labeling/store/store.h"

namespace jaedan::labeling::sql {

/// A Store on an open database that has the newest schema.
std::unique_ptr<Store> make_sql_store(std::unique_ptr<Connection> connection);

}  // namespace jaedan::labeling::sql
