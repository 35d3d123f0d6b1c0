#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "inference/train/data/augment.h"
#include "inference/train/data/sampler.h"

namespace jaedan::inference {

/// What is known of one head's answers: places among the head's values; empty: nothing. `shown` and `named` are for
/// each of count × 4 garments, `of_photo` for each of count photos; a head is asked of the one or of the other.
struct HeadTargets {
  std::vector<std::vector<int>> shown;     ///< of the regions in this view
  std::vector<std::vector<int>> named;     ///< of the photo's garments, with or without a region
  std::vector<std::vector<int>> of_photo;  ///< of the photo as a whole
};

/// What one training step sees. Pixels lie photo by photo, row by row, RGB last.
struct Batch {
  int count = 0;
  int whole = 0;  ///< photos of the batch when this is one process's share of it
  int width = 0;
  int height = 0;
  std::vector<float> pixels;              ///< count × height × width × 3
  std::vector<std::uint8_t> labels;       ///< count × height/2 × width/2
  std::vector<float> present;             ///< count × 4; −1 unknown
  std::vector<std::int64_t> source;       ///< count: which source a photo is of
  std::vector<HeadTargets> heads;         ///< as BatchOptions::heads
  std::vector<std::uint8_t> proposals;    ///< of pieces: as labels, see Sample::proposal; 0 where there is none
  std::vector<std::uint8_t> is_proposed;  ///< of pieces, count: whether there is one
  std::vector<std::uint8_t> body;         ///< of photos, count × height/16 × width/16: as Sample::body
  std::vector<float> key_points;          ///< of photos, count × 17 × x, y, score: as Sample::key_points
};

struct BatchOptions {
  int width = 256;
  int height = 384;
  int batch = 8;
  int workers = 1;  ///< threads that prepare batches
  AugmentOptions augment;
  bool pieces = false;               ///< one piece of each photo (augment_piece), not the photo
  int share = 0;                     ///< which part of every batch to make, of
  int shares = 1;                    ///< so many as equal as can be
  std::size_t first = 0;             ///< batch to begin with: earlier ones were seen before a run was stopped
  std::vector<HeadSpec> heads = {};  ///< what is asked of garments and of photos
};

/// Adds what a view of a photo shows of the body.
void add_body(const Sample& sample, Batch& batch);

/// Makes the batch of draws [first, first + count).
Batch make_batch(const std::vector<TrainingSource>& sources, const std::vector<Draw>& draws, std::size_t first,
                 std::size_t count, const BatchOptions& options);

/// Prepares the batches of one epoch on its own threads, a few ahead; they come in the same order and with the same
/// content however many threads there are. A last batch that would hold fewer than half the photos is dropped.
/// `sources` must outlive the loader.
class BatchLoader {
 public:
  BatchLoader(const std::vector<TrainingSource>& sources, std::vector<Draw> draws, BatchOptions options);
  ~BatchLoader();
  BatchLoader(const BatchLoader&) = delete;
  BatchLoader& operator=(const BatchLoader&) = delete;

  /// Of the whole epoch, with those before `first`.
  std::size_t batch_count() const { return count_; }
  /// The next batch in order, or nothing at the end of the epoch.
  std::optional<Batch> next();

 private:
  void work();

  const std::vector<TrainingSource>& sources_;
  const std::vector<Draw> draws_;
  const BatchOptions options_;
  const std::size_t count_;
  const std::size_t ahead_;  ///< batches that may be ready or in the making
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t begun_;
  std::size_t handed_out_;
  std::map<std::size_t, Batch> ready_;  ///< by place in the epoch
  bool stop_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace jaedan::inference
