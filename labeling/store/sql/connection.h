#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "labeling/base/result.h"
#include "labeling/store/open_news.h"
#include "labeling/store/sql/dialect.h"
#include "labeling/store/sql/photo_paths.h"
#include "labeling/store/sql/words.h"

namespace jaedan::labeling::sql {

/// One transaction, or a part of one; rolls back in its destructor unless committed. By hand because
/// soci::transaction takes the write lock too late (dialect_sqlite.cpp).
class Transaction {
 public:
  Transaction(soci::session& session, const char* begin, const char* commit = "commit",
              const char* rollback = "rollback")
      : session_(session), commit_(commit), rollback_(rollback) {
    session_ << begin;
  }
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit() {
    session_ << commit_;
    open_ = false;
  }

 private:
  soci::session& session_;
  const char* commit_;
  const char* rollback_;
  bool open_ = true;
};

/// One open database. Threads may share it: one of them has it at a time.
class Connection {
 public:
  /// `label` names the database in errors. Makes the file when it is not there.
  static Result<std::unique_ptr<Connection>> open(const std::string& database, const std::string& label);

  const Dialect& dialect() const { return dialect_; }
  soci::session& session() { return session_; }
  Words& words() { return words_; }
  const PhotoPaths& photo_paths() const { return photo_paths_; }
  void set_photo_paths(PhotoPaths paths) { photo_paths_ = std::move(paths); }

  /// Whether what is written to the log is counted: once the tables for that are there (counts/count_log.h).
  bool counts_work() const { return counts_work_; }
  void set_counts_work() { counts_work_ = true; }

  /// Whom long work on this connection tells of itself.
  void set_news(OpenNews news) { news_ = std::move(news); }
  void tell(const Message& sentence) const {
    if (news_.say) news_.say(sentence);
  }
  void tell_progress(std::int64_t done, std::int64_t total) const {
    if (news_.progress) news_.progress(done, total);
  }

  /// Runs `work` (no arguments, gives a Result) in a transaction that is one moment of the database.
  template <typename Work>
  auto read(Work work) -> decltype(work()) {
    const Lock lock(mutex_);
    if (in_batch_) return guarded(work);
    return run(dialect_.begin_read(), "commit", "rollback", work);
  }
  /// Runs `work` in a transaction that is kept only if it succeeds; inside a batch in a part of its transaction.
  template <typename Work>
  auto write(Work work) -> decltype(work()) {
    const Lock lock(mutex_);
    if (in_batch_) return run("savepoint step", "release savepoint step", "rollback to savepoint step", work);
    return run(dialect_.begin_write(), "commit", "rollback", work);
  }
  /// Runs `work`, which calls `read` and `write`, as one transaction.
  Status batch(const std::function<Status()>& work);
  /// As Store::may_write. One that somebody else writes to just now may be written.
  Status may_write();
  /// Runs `work` outside a transaction.
  template <typename Work>
  auto guarded(Work work) -> decltype(work()) {
    const Lock lock(mutex_);
    if (broken_) return *broken_;
    try {
      return work();
    } catch (const std::exception& exception) {
      const Error error = error_behind(exception).with_context(label_);
      // Some failures (disk full) end the whole transaction: what follows would be kept without what came before.
      if (in_batch_) broken_ = error;
      return error;
    }
  }

 private:
  using Lock = std::lock_guard<std::recursive_mutex>;

  Connection(const Dialect& dialect, std::string label) : dialect_(dialect), label_(std::move(label)) {}

  /// The error behind an exception of SOCI or the standard library.
  Error error_behind(const std::exception& exception) const;

  template <typename Work>
  auto run(const char* begin, const char* commit, const char* rollback, Work work) -> decltype(work()) {
    auto result = guarded([&]() -> decltype(work()) {
      Transaction transaction(session_, begin, commit, rollback);
      auto done = work();
      if (done.ok()) transaction.commit();
      return done;
    });
    if (!result.ok()) words_.forget();  // ids given out in it may not exist
    return result;
  }

  const Dialect& dialect_;
  std::string label_;
  std::recursive_mutex mutex_;  ///< recursive, for the calls that a batch makes
  soci::session session_;
  Words words_;
  PhotoPaths photo_paths_;
  OpenNews news_;
  bool counts_work_ = false;
  bool in_batch_ = false;
  std::optional<Error> broken_;  ///< what ended the batch that runs
};

}  // namespace jaedan::labeling::sql
