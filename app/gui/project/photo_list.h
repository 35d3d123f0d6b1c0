#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/project/project_thread.h"
#include "labeling/store/photo_catalogue.h"

namespace jaedan::gui {

/// The photos of the project that pass a filter, in an order: as it was when the list was read, so that no photo moves
/// under the hand that works on it. Knows id and state of every photo (nine
/// bytes each) and keeps only the rows near the ones looked at, so a million photos take ten megabytes.
class PhotoList {
 public:
  explicit PhotoList(ProjectThread& reader) : reader_(reader) {}

  /// Of all photos only those that the user of this name has in hand; for a list that nobody has read yet.
  void show_only_tasks_of(std::string user) { holder_ = std::move(user); }
  const labeling::PhotoFilter& filter() const { return filter_; }
  /// Starts over with another filter.
  void set_filter(labeling::PhotoFilter filter);
  labeling::PhotoOrder order() const { return order_; }
  /// Starts over in another order; the same one changes nothing.
  void set_order(labeling::PhotoOrder order);
  /// Reads everything again; what is known stays until then.
  void refresh();

  /// Photos known so far.
  std::int64_t size() const { return static_cast<std::int64_t>(ids_.size()); }
  /// Whether all of them are known.
  bool complete() const { return complete_; }
  /// Why the list could not be read; empty when it could.
  const std::optional<Error>& error() const { return error_; }

  /// Null when the row is on its way; asks for it.
  const labeling::PhotoRow* row(std::int64_t index);
  std::optional<std::int64_t> index_of(PhotoId id) const;
  PhotoId id_at(std::int64_t index) const { return {ids_[static_cast<std::size_t>(index)]}; }
  WorkflowState state_at(std::int64_t index) const { return states_[static_cast<std::size_t>(index)]; }
  std::int64_t count_of(WorkflowState state) const;
  /// The nearest photo that is not approved, in steps of `direction` (+1 or -1) from `index`.
  std::optional<std::int64_t> unfinished_from(std::int64_t index, int direction) const;
  /// What was just done to a photo, without reading it again.
  void update(const Annotation& annotation);
  /// A model was just asked about a photo.
  void update_prediction(PhotoId id, double worst_score);

 private:
  struct Page {
    std::vector<labeling::PhotoRow> rows;
    bool loading = false;
    std::int64_t last_used = 0;
  };
  labeling::PhotoRow* known_row(std::int64_t index);
  void start_over();
  void scan(std::optional<labeling::PhotoRow> after);
  void take(std::vector<labeling::PhotoRow> rows, bool first, bool last);
  std::size_t rows_in_page(std::int64_t page) const;
  void read_page(std::int64_t page);
  void forget_old_pages();

  ProjectThread& reader_;
  std::string holder_;  ///< of tasks; empty: everybody's photos
  labeling::PhotoFilter filter_;
  labeling::PhotoOrder order_;
  std::vector<std::int64_t> ids_;
  std::vector<WorkflowState> states_;
  std::vector<std::int64_t> fresh_ids_;  ///< of a refresh that is not through yet
  std::vector<WorkflowState> fresh_states_;
  std::map<std::int64_t, Page> pages_;
  std::int64_t clock_ = 0;
  mutable std::int64_t found_ = 0;  ///< where index_of found a photo last
  int generation_ = 0;
  bool complete_ = false;
  bool replacing_ = false;
  std::optional<Error> error_;
};

}  // namespace jaedan::gui
