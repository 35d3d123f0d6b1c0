#pragma once

#include <memory>
#include <string>
#include <utility>

#include "labeling/domain/result.h"
#include "labeling/store/sql/dialect.h"
#include "labeling/store/sql/words.h"

namespace jaedan::labeling::sql {

/// One transaction; rolls back in its destructor unless committed. By hand because soci::transaction takes
/// the write lock too late (dialect.h).
class Transaction {
 public:
  Transaction(soci::session& session, const char* begin) : session_(session) { session_ << begin; }
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit() {
    session_ << "commit";
    open_ = false;
  }

 private:
  soci::session& session_;
  bool open_ = true;
};

/// The error behind an exception of SOCI or the standard library.
Error error_from(const std::exception& exception);

/// One open database. Belongs to one thread at a time.
class Connection {
 public:
  /// `label` names the database in errors. Makes the file when it is not there.
  static Result<std::unique_ptr<Connection>> open(const std::string& path, const std::string& label);

  soci::session& session() { return session_; }
  Words& words() { return words_; }

  /// Runs `work` (no arguments, gives a Result) in a transaction that is one moment of the database.
  template <typename Work>
  auto read(Work work) -> decltype(work()) {
    return run(dialect::kBeginRead, work);
  }
  /// Runs `work` in a transaction that is kept only if it succeeds.
  template <typename Work>
  auto write(Work work) -> decltype(work()) {
    return run(dialect::kBeginWrite, work);
  }
  /// Runs `work` outside a transaction.
  template <typename Work>
  auto guarded(Work work) -> decltype(work()) {
    try {
      return work();
    } catch (const std::exception& exception) {
      return error_from(exception).with_context(label_);
    }
  }

 private:
  explicit Connection(std::string label) : label_(std::move(label)) {}

  template <typename Work>
  auto run(const char* begin, Work work) -> decltype(work()) {
    auto result = guarded([&]() -> decltype(work()) {
      Transaction transaction(session_, begin);
      auto done = work();
      if (done.ok()) transaction.commit();
      return done;
    });
    if (!result.ok()) words_.forget();  // ids given out in it may not exist
    return result;
  }

  std::string label_;
  soci::session session_;
  Words words_;
};

}  // namespace jaedan::labeling::sql
