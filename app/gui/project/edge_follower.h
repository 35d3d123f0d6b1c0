#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "app/workflow/jobs/job.h"
#include "inference/classic/edge_paths.h"

namespace jaedan::gui {

/// Finds the ways along a photo's edges from the last point of a line, on a thread of its own, and keeps those from the
/// last place asked for. Lives on the window's thread.
class EdgeFollower {
 public:
  /// `wake` is called from the thread when ways are there.
  explicit EdgeFollower(std::function<void()> wake);

  /// The way from `from` to `to`, both image space of `photo`; straight until the ways are known. `must_know` waits for
  /// them (some ten milliseconds): a point is being set.
  Ring way(const std::shared_ptr<const Image>& photo, Point from, Point to, double reach_px, bool must_know);

 private:
  struct Place {
    std::shared_ptr<const Image> photo;
    Point from;
    double reach_px = 0;
    bool operator==(const Place& other) const {
      return photo == other.photo && from == other.from && reach_px == other.reach_px;
    }
  };
  std::optional<Place> asked_;
  std::optional<inference::EdgePaths> known_;  ///< from `asked_`
  workflow::JobRunner jobs_;                   // last: its thread hands results to the others
};

}  // namespace jaedan::gui
