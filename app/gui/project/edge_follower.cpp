#include "app/gui/project/edge_follower.h"

#include <utility>

namespace jaedan::gui {

EdgeFollower::EdgeFollower(std::function<void()> wake) { jobs_.set_wake(std::move(wake)); }

Ring EdgeFollower::way(const std::shared_ptr<const Image>& photo, Point from, Point to, double reach_px,
                       bool must_know) {
  if (!photo) return {};
  Place place{photo, from, reach_px};
  if (!asked_ || !(*asked_ == place)) {
    asked_ = place;
    known_.reset();
    jobs_.cancel_all();
    jobs_.submit({}, [this, place](const workflow::Watch& watch) {
      if (watch.cancelled()) return std::function<void()>();  // another point is the last one by now
      auto found = inference::EdgePaths::around(place.photo->view(), place.from, place.reach_px);
      return std::function<void()>([this, place, found = std::move(found)] {
        // Where edges cannot be followed the line stays straight.
        if (found.ok() && asked_ && *asked_ == place) known_ = *found;
      });
    });
  }
  if (must_know) jobs_.wait_idle();
  jobs_.drain();
  return known_ ? known_->way_to(to) : Ring{};
}

}  // namespace jaedan::gui
