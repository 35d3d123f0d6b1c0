#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/worker_time.h"
#include "labeling/base/message.h"

namespace jaedan::workflow {

/// How far a long piece of work is.
struct Progress {
  std::string stage;  ///< what is being done, for people: "reading photos"
  std::int64_t done = 0;
  std::int64_t total = 0;  ///< 0 = unknown
  std::string detail;      ///< the item at hand, or figures such as the loss; may be empty
};

/// Told about progress; may be called from any thread, one call at a time. May be empty.
using ProgressFn = std::function<void(const Progress&)>;

/// Set by a person, looked at by the work. Thread-safe.
class CancelFlag {
 public:
  void cancel() { cancelled_ = true; }
  bool cancelled() const { return cancelled_; }
  const std::atomic<bool>& flag() const { return cancelled_; }

 private:
  std::atomic<bool> cancelled_{false};
};

/// How a long piece of work is watched and stopped. Both may be left out.
struct Watch {
  ProgressFn progress;
  const CancelFlag* cancel = nullptr;

  bool cancelled() const { return cancel && cancel->cancelled(); }
  void report(const Progress& p) const {
    if (progress) progress(p);
  }
};

/// One item of a batch that did not work; the batch went on.
struct FailedItem {
  std::string item;  ///< file or photo name
  Message reason;    ///< one sentence

  /// Both in one sentence; reasons from the file layer name the file already.
  Message sentence() const { return reason.text().rfind(item, 0) == 0 ? reason : in_context(item, reason); }
};

/// Items that a batch left alone for one reason.
struct SkippedFor {
  Message reason;  ///< "returned"
  std::int64_t count = 0;
};

/// What became of a batch.
struct BatchReport {
  std::int64_t done = 0;
  std::int64_t skipped = 0;             ///< nothing to do for them
  std::vector<SkippedFor> skipped_for;  ///< the same by reason, of batches that have several; the counts add up
  std::vector<FailedItem> failed;
  std::vector<FailedItem> warnings;  ///< done, but a person should look
  bool cancelled = false;
  std::optional<std::int64_t> new_photos;  ///< that the project did not have, of a batch that may add some
  std::optional<WorkerTime> worker_time;   ///< where the time went, of batches that measure it (predict_many)

  /// Counts one item that is left alone.
  void skip(const Message& reason) {
    ++skipped;
    for (SkippedFor& known : skipped_for) {
      if (known.reason.key == reason.key) return void(++known.count);
    }
    skipped_for.push_back({reason, 1});
  }
};

}  // namespace jaedan::workflow
