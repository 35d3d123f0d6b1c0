#include "labeling/tools/drag_tool.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "labeling/edit/commands/insert_vertex.h"
#include "labeling/edit/commands/move_region.h"
#include "labeling/edit/commands/move_vertex.h"

namespace jaedan {
namespace {

/// `offset` along one axis, shortened so that [low, high] stays inside [frame_low, frame_high]; what sticks
/// out already may stay where it is.
double held_back(double offset, double low, double high, double frame_low, double frame_high) {
  return std::clamp(offset, std::min(0.0, frame_low - low), std::max(0.0, frame_high - high));
}

}  // namespace

void DragTool::press(DragStart start, const DragOptions& options, std::string user) {
  gesture_ = start.gesture;
  moved_ = false;
  last_ = start.hit.kind == HitKind::kBody ? Point{} : start.hit.point;
  start_ = std::move(start);
  options_ = options;
  user_ = std::move(user);
}

std::unique_ptr<Command> DragTool::move(Point at, const Settle& settle) {
  if (!start_ || !std::isfinite(at.x) || !std::isfinite(at.y)) return nullptr;
  if (!moved_ && distance(at, start_->at) < options_.slop_px) return nullptr;
  return start_->hit.kind == HitKind::kBody ? move_body(at) : move_vertex(at, settle);
}

std::unique_ptr<Command> DragTool::move_vertex(Point at, const Settle& settle) {
  // Relative to the press: the vertex must not jump under the pointer when it was grabbed beside it.
  Point to = start_->hit.point + (at - start_->at);
  if (settle) to = settle(to);
  const Rect& frame = options_.frame;
  if (!frame.empty()) to = {std::clamp(to.x, frame.x, frame.right()), std::clamp(to.y, frame.y, frame.bottom())};
  if (to == last_) return nullptr;
  last_ = to;
  moved_ = true;

  Hit& hit = start_->hit;
  if (hit.kind == HitKind::kVertex) return std::make_unique<MoveVertex>(hit.garment, hit.ring, hit.index, to, user_);
  auto insert = std::make_unique<InsertVertex>(hit.garment, hit.ring, hit.index, to, user_);
  hit.kind = HitKind::kVertex;
  ++hit.index;
  return insert;
}

std::unique_ptr<Command> DragTool::move_body(Point at) {
  Point offset = at - start_->at;
  const Rect& frame = options_.frame;
  const Rect& bounds = start_->bounds;
  if (!frame.empty() && !bounds.empty()) {
    offset = {held_back(offset.x, bounds.x, bounds.right(), frame.x, frame.right()),
              held_back(offset.y, bounds.y, bounds.bottom(), frame.y, frame.bottom())};
  }
  const Point step = offset - last_;
  if (step == Point{}) return nullptr;
  last_ = offset;
  moved_ = true;
  return std::make_unique<MoveRegion>(start_->garments, step, user_);
}

}  // namespace jaedan
