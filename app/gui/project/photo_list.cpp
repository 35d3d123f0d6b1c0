#include "app/gui/project/photo_list.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "app/workflow/people/sight.h"

namespace jaedan::gui {
namespace {

constexpr std::int64_t kPageRows = 200;
constexpr int kFirstScanRows = 200;  // little, so that something is on screen soon
constexpr int kScanRows = 5000;
constexpr std::size_t kMostPages = 60;

using Rows = std::vector<labeling::PhotoRow>;

/// What `read` finds as the person of this name may see it.
template <typename Read>
Result<Rows> seen_by(const workflow::Project& project, const std::string& who, const Read& read) {
  JAEDAN_ASSIGN_OR_RETURN(const workflow::Sight sight, workflow::Sight::of(project, who));
  return read(sight);
}

}  // namespace

void PhotoList::set_filter(labeling::PhotoFilter filter) {
  filter_ = std::move(filter);
  start_over();
}

void PhotoList::set_order(labeling::PhotoOrder order) {
  if (order == order_) return;
  order_ = order;
  start_over();
}

void PhotoList::start_over() {
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
  scan({});
}

void PhotoList::scan(std::optional<labeling::PhotoRow> after) {
  const bool first = !after;
  const int limit = first ? kFirstScanRows : kScanRows;
  labeling::PhotoFilter all = filter_;
  if (!holder_.empty()) all.in_hands_of = holder_;
  ProjectThread::Work work = [this, after = std::move(after), first, limit, filter = std::move(all), order = order_,
                              holder = holder_,
                              generation = generation_](workflow::Project& project, const workflow::Watch&) {
    auto rows = std::make_shared<Result<Rows>>(seen_by(
        project, holder, [&](const workflow::Sight& sight) { return sight.list(filter, order, after, limit); }));
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
  if (!last) scan(rows.back());
  if (first && !replacing_) pages_[0].rows = std::move(rows);
  if (!last) return;
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
  if (!page.loading && page.rows.size() < rows_in_page(number)) read_page(number);
  return nullptr;
}

std::size_t PhotoList::rows_in_page(std::int64_t number) const {
  return static_cast<std::size_t>(std::clamp<std::int64_t>(size() - number * kPageRows, 0, kPageRows));
}

void PhotoList::read_page(std::int64_t number) {
  pages_[number].loading = true;
  std::vector<PhotoId> ids;
  const auto first = static_cast<std::size_t>(number * kPageRows);
  for (std::size_t i = first; i < first + rows_in_page(number); ++i) ids.push_back(PhotoId{ids_[i]});
  reader_.submit_first({}, [this, number, ids = std::move(ids), holder = holder_, generation = generation_](
                               workflow::Project& project, const workflow::Watch&) {
    auto rows = std::make_shared<Result<Rows>>(
        seen_by(project, holder, [&](const workflow::Sight& sight) { return sight.rows(ids); }));
    return std::function<void()>([this, number, rows, generation] {
      if (generation != generation_) return;
      if (!rows->ok()) {
        error_ = rows->error();
        return;
      }
      Page& page = pages_[number];
      page.rows = std::move(*rows).value();
      page.loading = false;
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
  // Asked in every frame, mostly for the open photo.
  if (found_ < size() && id_at(found_) == id) return found_;
  auto found = ids_.begin();
  if (order_ == labeling::PhotoOrder{}) {
    found = std::lower_bound(ids_.begin(), ids_.end(), id.value);
    if (found != ids_.end() && *found != id.value) found = ids_.end();
  } else {
    found = std::find(ids_.begin(), ids_.end(), id.value);
  }
  if (found == ids_.end()) return std::nullopt;
  return found_ = found - ids_.begin();
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
