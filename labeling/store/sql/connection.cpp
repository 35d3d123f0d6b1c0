#include "labeling/store/sql/connection.h"

namespace jaedan::labeling::sql {

Transaction::~Transaction() {
  if (!open_) return;
  try {
    session_ << rollback_;
  } catch (const std::exception&) {
    // After some failures (disk full) the database has rolled back by itself and says there is nothing to
    // roll back. The failure that led here is already on its way.
  }
}

Error Connection::error_behind(const std::exception& exception) const {
  if (std::optional<Error> known = dialect_.error_from(exception)) return *known;
  return {ErrorCode::kInternal, "store.failed", "{0}", {exception.what()}};
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& database, const std::string& label) {
  // One so far: ProjectPlace refuses the addresses of others.
  const Dialect& dialect = sqlite_dialect();
  std::unique_ptr<Connection> connection(new Connection(dialect, label));  // the constructor is private
  JAEDAN_RETURN_IF_ERROR(connection->guarded([&]() -> Status {
    dialect.open(connection->session_, database);
    return {};
  }));
  return connection;
}

Status Connection::batch(const std::function<Status()>& work) {
  const Lock lock(mutex_);
  if (in_batch_) return Error{ErrorCode::kInvalidArgument, "store.batch_in_batch", "a batch cannot run inside another"};
  const Status status = write([&]() -> Status {
    in_batch_ = true;
    Status done = work();
    in_batch_ = false;
    return broken_ ? Status(*broken_) : done;
  });
  in_batch_ = false;
  broken_.reset();
  return status;
}

Status Connection::may_write() {
  const Lock lock(mutex_);
  if (in_batch_) return {};  // it is being written
  // `begin immediate` is content with reading where nothing may be written: only a statement that writes is refused.
  const Status tried = run(dialect_.begin_read(), "rollback", "rollback", [&]() -> Status {
    session_ << "delete from photo where id < 0";
    return {};
  });
  return tried.ok() || tried.error().code == ErrorCode::kUnavailable ? Status() : tried;
}

}  // namespace jaedan::labeling::sql
