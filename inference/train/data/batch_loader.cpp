#include "inference/train/data/batch_loader.h"

#include <algorithm>
#include <array>

#include "inference/train/data/random.h"

namespace jaedan::inference {
namespace {

constexpr std::size_t kReadyAhead = 3;
constexpr double kLeastShareInView = 0.002;

std::size_t batches_of(std::size_t draws, std::size_t batch) {
  return draws / batch + (draws % batch * 2 >= batch && draws % batch != 0 ? 1 : 0);
}

// What the view shows: a part that the view cut off is absent, a sliver of it is unknown.
void describe_view(const TrainingItem& item, const Sample& sample, const std::vector<HeadSpec>& heads, Batch& batch) {
  std::array<std::size_t, 256> pixels{};
  for (const std::uint8_t value : sample.labels) ++pixels[value];
  const auto total = static_cast<double>(sample.labels.size());
  const bool unlabelled = pixels[kIgnoredPixel] == sample.labels.size();
  for (std::size_t part = 0; part < kPartCount; ++part) {
    const auto shown = static_cast<double>(pixels[part + 1]);
    const bool clear = shown >= kLeastShareInView * total;
    const bool absent = shown == 0 && item.present[part] >= 0;
    const bool tells_nothing = unlabelled || item.is_crop || item.without_mask[part];
    batch.present.push_back(tells_nothing ? item.present[part] : clear ? 1.0F : absent ? 0.0F : -1.0F);
    for (std::size_t h = 0; h < heads.size(); ++h) {
      std::vector<int> answers;
      if (clear || unlabelled) answers = answers_to(heads[h], item.known[part]);
      batch.heads[h].shown.push_back(clear ? answers : std::vector<int>());
      batch.heads[h].named.push_back(std::move(answers));
    }
  }
  for (std::size_t h = 0; h < heads.size(); ++h) {
    batch.heads[h].of_photo.push_back(answers_to(heads[h], item.of_photo));
  }
}

Sample view_of(const TrainingItem& item, const BatchOptions& options, std::uint64_t seed) {
  if (!options.pieces) return augment(item, options.width, options.height, options.augment, seed);
  // Sources without a piece were sorted out before.
  const Piece& piece = item.pieces[Random(mix_seed(seed, 1)).below(item.pieces.size())];
  return augment_piece(item, piece, options.width, options.height, options.augment, seed);
}

void add_proposal(const Sample& sample, Batch& batch) {
  batch.is_proposed.push_back(sample.proposal.empty() ? 0 : 1);
  if (sample.proposal.empty()) {
    batch.proposals.resize(batch.proposals.size() + sample.labels.size(), 0);
  } else {
    batch.proposals.insert(batch.proposals.end(), sample.proposal.begin(), sample.proposal.end());
  }
}

}  // namespace

void add_body(const Sample& sample, Batch& batch) {
  batch.body.insert(batch.body.end(), sample.body.begin(), sample.body.end());
  for (const KeyPoint& point : sample.key_points) {
    for (const double number : {point.at.x, point.at.y, point.score}) {
      batch.key_points.push_back(static_cast<float>(number));
    }
  }
}

Batch make_batch(const std::vector<TrainingSource>& sources, const std::vector<Draw>& draws, std::size_t first,
                 std::size_t count, const BatchOptions& options) {
  Batch batch;
  batch.count = batch.whole = static_cast<int>(count);
  batch.width = options.width;
  batch.height = options.height;
  batch.heads.resize(options.heads.size());
  for (std::size_t i = first; i < first + count; ++i) {
    const TrainingItem& item = sources[draws[i].source].items[draws[i].item];
    const Sample sample = view_of(item, options, draws[i].seed);
    batch.pixels.insert(batch.pixels.end(), sample.pixels.begin(), sample.pixels.end());
    batch.labels.insert(batch.labels.end(), sample.labels.begin(), sample.labels.end());
    batch.source.push_back(static_cast<std::int64_t>(draws[i].source));
    if (options.pieces) {
      add_proposal(sample, batch);
    } else {
      describe_view(item, sample, options.heads, batch);
      add_body(sample, batch);
    }
  }
  return batch;
}

BatchLoader::BatchLoader(const std::vector<TrainingSource>& sources, std::vector<Draw> draws, BatchOptions options)
    : sources_(sources),
      draws_(std::move(draws)),
      options_(options),
      count_(batches_of(draws_.size(), static_cast<std::size_t>(options.batch))),
      ahead_(kReadyAhead + static_cast<std::size_t>(options.workers)),
      begun_(std::min(options.first, count_)),
      handed_out_(begun_) {
  for (int i = 0; i < options.workers; ++i) threads_.emplace_back([this] { work(); });
}

BatchLoader::~BatchLoader() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void BatchLoader::work() {
  const auto size = static_cast<std::size_t>(options_.batch);
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stop_ || begun_ == count_ || begun_ < handed_out_ + ahead_; });
    if (stop_ || begun_ == count_) return;
    const std::size_t place = begun_++;
    lock.unlock();
    const std::size_t whole = std::min(size, draws_.size() - place * size);
    const auto share = static_cast<std::size_t>(options_.share), shares = static_cast<std::size_t>(options_.shares);
    const std::size_t from = whole * share / shares, to = whole * (share + 1) / shares;
    Batch batch = make_batch(sources_, draws_, place * size + from, to - from, options_);
    batch.whole = static_cast<int>(whole);
    lock.lock();
    ready_.emplace(place, std::move(batch));
    changed_.notify_all();
  }
}

std::optional<Batch> BatchLoader::next() {
  std::unique_lock lock(mutex_);
  if (handed_out_ == count_) return std::nullopt;
  changed_.wait(lock, [this] { return ready_.count(handed_out_) > 0; });
  const auto first = ready_.find(handed_out_);
  Batch batch = std::move(first->second);
  ready_.erase(first);
  ++handed_out_;
  changed_.notify_all();
  return batch;
}

}  // namespace jaedan::inference
