#include "labeling/tools/draw_tool.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace jaedan {
namespace {

using Kind = DrawStep::Kind;

bool is_finite(Point p) { return std::isfinite(p.x) && std::isfinite(p.y); }

/// Whether the segments a–b and c–d cross in one inner point of both.
bool cross_each_other(Point a, Point b, Point c, Point d) {
  const auto on_both_sides = [](double x, double y) { return (x > 0 && y < 0) || (x < 0 && y > 0); };
  return on_both_sides(cross(a, b, c), cross(a, b, d)) && on_both_sides(cross(c, d, a), cross(c, d, b));
}

bool crosses_itself(const Ring& ring) {
  const std::size_t n = ring.size();
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 2; j < n; ++j) {
      if (cross_each_other(ring[i], ring[i + 1], ring[j], ring[(j + 1) % n])) return true;
    }
  }
  return false;
}

Ring without_repeats(Ring ring) {
  ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
  while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
  return ring;
}

Ring rectangle(Point a, Point b) {
  const Point low{std::min(a.x, b.x), std::min(a.y, b.y)};
  const Point high{std::max(a.x, b.x), std::max(a.y, b.y)};
  return {low, {high.x, low.y}, high, {low.x, high.y}};
}

}  // namespace

std::string reason_against_outline(const Ring& ring) {
  std::set<std::pair<double, double>> places;
  for (const Point& p : ring) {
    if (!is_finite(p)) return "a point of the outline is not a number";
    places.insert({p.x, p.y});
  }
  if (places.size() < 3) return "an outline needs at least three different points";
  // The two loops of a symmetric bow tie cancel out in the shoelace sum although each encloses something.
  if (signed_area(ring) == 0 && !crosses_itself(ring)) return "the outline encloses no area";
  return {};
}

DrawTool::DrawTool(DrawShape shape, DrawOptions options) : shape_(shape), options_(options) {}

Point DrawTool::in_frame(Point at) const {
  const Rect& frame = options_.frame;
  if (frame.empty()) return at;
  return {std::clamp(at.x, frame.x, frame.right()), std::clamp(at.y, frame.y, frame.bottom())};
}

bool DrawTool::would_close(Point at) const {
  return shape_ == DrawShape::kPolygon && points_.size() >= 3 &&
         distance(in_frame(at), points_.front()) <= options_.close_distance_px;
}

Ring DrawTool::preview() const {
  if (points_.empty() || !pointer_) return points_;
  if (shape_ == DrawShape::kRectangle) return rectangle(points_.front(), *pointer_);
  Ring ring = points_;
  ring.insert(ring.end(), way_.begin(), way_.end());
  if (ring.back() != *pointer_) ring.push_back(*pointer_);
  return ring;
}

void DrawTool::lead(Ring way) {
  way_.clear();
  if (shape_ != DrawShape::kPolygon || !drawing()) return;
  for (const Point& p : way) {
    if (is_finite(p)) way_.push_back(in_frame(p));
  }
}

void DrawTool::add_step(Ring step) {
  points_.insert(points_.end(), step.begin(), step.end());
  draft_.steps.push_back(std::move(step));
  way_.clear();
}

void DrawTool::drop_last_step() {
  points_.resize(points_.size() - draft_.steps.back().size());
  draft_.steps.pop_back();
  way_.clear();
}

void DrawTool::take_up(const DrawDraft& draft) {
  reset();
  const auto finite_only = [](const std::vector<Ring>& steps) {
    std::vector<Ring> kept;
    for (Ring step : steps) {
      step.erase(std::remove_if(step.begin(), step.end(), [](Point p) { return !is_finite(p); }), step.end());
      if (!step.empty()) kept.push_back(std::move(step));
    }
    return kept;
  };
  for (Ring& step : finite_only(draft.steps)) add_step(std::move(step));
  draft_.taken_back = finite_only(draft.taken_back);
}

DrawStep DrawTool::add(Point at) {
  if (!points_.empty() && points_.back() == at) return {};
  Ring step = way_;
  step.push_back(at);
  add_step(std::move(step));
  draft_.taken_back.clear();
  return {Kind::kChanged, {}, {}};
}

/// A press on the first point: the way that leads there belongs to the outline.
DrawStep DrawTool::close() {
  if (way_.empty()) return finish();
  add_step(way_);
  DrawStep step = finish();
  if (step.kind == Kind::kRefused) drop_last_step();
  return step;
}

DrawStep DrawTool::press(Point at) {
  if (!is_finite(at)) return {};
  if (would_close(at)) return close();
  pressed_ = true;
  press_added_ = false;
  stroke_ = false;
  pointer_ = in_frame(at);
  if (shape_ == DrawShape::kRectangle && drawing()) return {Kind::kChanged, {}, {}};
  const DrawStep step = add(*pointer_);
  press_added_ = step.kind == Kind::kChanged;
  return step;
}

DrawStep DrawTool::move(Point at) {
  if (!is_finite(at)) return {};
  pointer_ = in_frame(at);
  if (!drawing()) return {};
  const bool adds = pressed_ && shape_ == DrawShape::kPolygon && *pointer_ != points_.back() &&
                    distance(*pointer_, points_.back()) >= options_.spacing_px;
  if (adds) {
    stroke_ = true;
    way_.clear();  // the hand itself leads
    return add(*pointer_);
  }
  return {Kind::kChanged, {}, {}};
}

DrawStep DrawTool::release(Point at) {
  if (!pressed_ || !is_finite(at)) return {};
  pressed_ = false;
  pointer_ = in_frame(at);
  if (!drawing()) return {};
  const double from_start = distance(*pointer_, points_.front());
  if (shape_ == DrawShape::kRectangle) {
    // A release where the press was is a click: the second one sets the other corner.
    return from_start > options_.click_slop_px ? finish() : DrawStep{};
  }
  const bool has_left_start = std::any_of(points_.begin(), points_.end(), [this](Point p) {
    return distance(p, points_.front()) > options_.close_distance_px;
  });
  return stroke_ && has_left_start && would_close(at) ? finish() : DrawStep{};
}

DrawStep DrawTool::double_click(Point at) {
  if (!drawing() || !is_finite(at)) return {};
  const bool second_press_added = std::exchange(pressed_, false) && press_added_;
  pointer_ = in_frame(at);
  if (shape_ == DrawShape::kRectangle) return {};
  // Each of the two clicks set a point, a hand's tremor apart; they are meant as one.
  const std::size_t n = points_.size();
  if (second_press_added && n >= 2 && distance(points_[n - 1], points_[n - 2]) <= options_.close_distance_px) {
    drop_last_step();
  }
  if (points_.size() == 1) {
    reset();
    return {Kind::kCancelled, {}, {}};
  }
  return finish();
}

DrawStep DrawTool::key(DrawKey key) {
  switch (key) {
    case DrawKey::kFinish: return drawing() ? finish() : DrawStep{};
    case DrawKey::kCancel:
      if (!drawing()) return {};
      reset();
      return {Kind::kCancelled, {}, {}};
    case DrawKey::kTakeBack:
      if (points_.empty()) return {};
      draft_.taken_back.push_back(draft_.steps.back());
      drop_last_step();
      return {Kind::kChanged, {}, {}};
    case DrawKey::kBringBack:
      if (draft_.taken_back.empty()) return {};
      add_step(std::move(draft_.taken_back.back()));
      draft_.taken_back.pop_back();
      return {Kind::kChanged, {}, {}};
  }
  return {};
}

DrawStep DrawTool::finish() {
  const Ring ring = shape_ == DrawShape::kRectangle ? preview() : without_repeats(points_);
  if (std::string reason = reason_against_outline(ring); !reason.empty()) {
    return {Kind::kRefused, {}, std::move(reason)};
  }
  finished_ = draft_;
  if (shape_ == DrawShape::kRectangle) finished_.steps = {{ring[0]}, {ring[2]}};
  reset();
  return {Kind::kFinished, Region{{ring}}, {}};
}

void DrawTool::reset() {
  points_.clear();
  way_.clear();
  draft_ = {};
  pressed_ = false;
  press_added_ = false;
  stroke_ = false;
}

}  // namespace jaedan
