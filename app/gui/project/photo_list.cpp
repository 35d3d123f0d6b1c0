#include "app/gui/project/photo_list.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace jaedan::gui {
namespace {

constexpr std::int64_t kPageRows = 200;
constexpr int kFirstScanRows = 200;  // little, so that something is on screen soon
constexpr int kScanRows = 5000;
constexpr std::size_t kMostPages = 60;

using Rows = std::vector<labeling::PhotoRow>;

}  // namespace

void PhotoList::set_filter(labeling::PhotoFilter filter) {
  filter_ = std::move(filter);
  ids_.clear();
  states_.clear();
  pages_.clear();
  refresh();
}

void PhotoList::refresh() {
  ++generation_;
  complete_ = false;
  error_.reset();
  fresh_ids_.clear();
  fresh_states_.clear();
  replacing_ = !ids_.empty();
  for (auto& [number, page] : pages_) page.loading = false;
  scan(0, true);
}

void PhotoList::scan(std::int64_t after, bool first) {
  const int limit = first ? kFirstScanRows : kScanRows;
  ProjectThread::Work work = [this, after, first, limit, filter = filter_, generation = generation_](
                                 workflow::Project& project, const workflow::Watch&) {
    auto rows = std::make_shared<Result<Rows>>(project.store().list(filter, PhotoId{after}, limit));
    return std::function<void()>([this, rows, first, limit, generation] {
      if (generation != generation_) return;
      if (!rows->ok()) {
        error_ = rows->error();
        complete_ = true;
        return;
      }
      const bool last = (*rows)->size() < static_cast<std::size_t>(limit);
      take(std::move(*rows).value(), first, last);
    });
  };
  if (first) {
    reader_.submit_first({}, std::move(work));
  } else {
    reader_.submit({}, std::move(work));
  }
}

void PhotoList::take(Rows rows, bool first, bool last) {
  auto& ids = replacing_ ? fresh_ids_ : ids_;
  auto& states = replacing_ ? fresh_states_ : states_;
  for (const labeling::PhotoRow& row : rows) {
    ids.push_back(row.photo.id.value);
    states.push_back(row.state);
  }
  const std::int64_t after = ids.empty() ? 0 : ids.back();
  if (first && !replacing_) {
    pages_[0].rows = std::move(rows);
    pages_[0].loaded = true;
  }
  if (!last) {
    scan(after, false);
    return;
  }
  complete_ = true;
  if (!replacing_) return;
  replacing_ = false;
  ids_.swap(fresh_ids_);
  states_.swap(fresh_states_);
  pages_.clear();
}

const labeling::PhotoRow* PhotoList::row(std::int64_t index) {
  const std::int64_t number = index / kPageRows;
  Page& page = pages_[number];
  page.last_used = ++clock_;
  const auto place = static_cast<std::size_t>(index % kPageRows);
  if (place < page.rows.size()) return &page.rows[place];
  if (!page.loading && !page.loaded) read_page(number);
  return nullptr;
}

void PhotoList::read_page(std::int64_t number) {
  pages_[number].loading = true;
  const std::int64_t after = number == 0 ? 0 : ids_[static_cast<std::size_t>(number * kPageRows - 1)];
  reader_.submit_first({}, [this, number, after, filter = filter_, generation = generation_](workflow::Project& project,
                                                                                             const workflow::Watch&) {
    auto rows = std::make_shared<Result<Rows>>(project.store().list(filter, PhotoId{after}, kPageRows));
    return std::function<void()>([this, number, rows, generation] {
      if (generation != generation_) return;
      if (!rows->ok()) {
        error_ = rows->error();
        return;
      }
      Page& page = pages_[number];
      page.rows = std::move(*rows).value();
      page.loading = false;
      page.loaded = true;
      forget_old_pages();
    });
  });
}

void PhotoList::forget_old_pages() {
  while (pages_.size() > kMostPages) {
    const auto oldest = std::min_element(pages_.begin(), pages_.end(), [](const auto& a, const auto& b) {
      return a.second.last_used < b.second.last_used;
    });
    pages_.erase(oldest);
  }
}

std::optional<std::int64_t> PhotoList::index_of(PhotoId id) const {
  const auto found = std::lower_bound(ids_.begin(), ids_.end(), id.value);
  if (found == ids_.end() || *found != id.value) return std::nullopt;
  return found - ids_.begin();
}

std::int64_t PhotoList::count_of(WorkflowState state) const {
  return std::count(states_.begin(), states_.end(), state);
}

std::optional<std::int64_t> PhotoList::unfinished_from(std::int64_t index, int direction) const {
  for (std::int64_t i = index + direction; i >= 0 && i < size(); i += direction) {
    if (state_at(i) != WorkflowState::kApproved) return i;
  }
  return std::nullopt;
}

void PhotoList::update(const Annotation& annotation) {
  const std::optional<std::int64_t> index = index_of(annotation.photo);
  if (!index) return;
  states_[static_cast<std::size_t>(*index)] = annotation.state;
  if (labeling::PhotoRow* row = known_row(*index)) {
    const Origins origins = origins_of(annotation);
    row->state = annotation.state;
    row->garment_count = static_cast<int>(origins.garments);
    row->unseen_count = static_cast<int>(origins.unseen);
  }
}

void PhotoList::update_prediction(PhotoId id, double worst_score) {
  const std::optional<std::int64_t> index = index_of(id);
  if (labeling::PhotoRow* row = index ? known_row(*index) : nullptr) {
    row->has_prediction = true;
    row->worst_score = worst_score;
  }
}

labeling::PhotoRow* PhotoList::known_row(std::int64_t index) {
  const auto page = pages_.find(index / kPageRows);
  const auto place = static_cast<std::size_t>(index % kPageRows);
  return page == pages_.end() || place >= page->second.rows.size() ? nullptr : &page->second.rows[place];
}

}  // namespace jaedan::gui
