#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/gui/canvas/canvas.h"
#include "app/gui/canvas/edit_target.h"
#include "app/gui/project/edge_follower.h"
#include "labeling/shape/region_algebra.h"
#include "labeling/tools/snap.h"

namespace jaedan::gui {
namespace {

// Design pixels on the screen.
constexpr float kClose = 10;
constexpr float kSpacing = 7;
constexpr float kHold = 8;         // a border holds points this near to it
constexpr float kEdgeReach = 260;  // how far ahead edges are followed
constexpr double kSamePlace = 1e-6;

SnapOptions snap_options(const Ui& ui, const Document& document, const RegionCache& cache, const CanvasState& canvas) {
  SnapOptions options;
  options.reach_px = in_image(ui, kHold, canvas);
  options.frame = photo_frame(document);
  options.bounds = &cache.garment_bounds();
  return options;
}

/// The way along the photo's edges from the last point to `at`.
Ring way_by_edges(const Ui& ui, const Document& document, Point at, bool must_know, const CanvasState& canvas) {
  const Photo& photo = document.session.photo();
  if (!document.overview || photo.width <= 0 || photo.height <= 0) return {};
  const Image& seen = *document.overview;
  const double x = double(seen.width) / photo.width, y = double(seen.height) / photo.height;
  const auto in_seen = [&](Point p) {
    return Point{std::clamp(p.x * x, 0.0, double(seen.width)), std::clamp(p.y * y, 0.0, double(seen.height))};
  };
  // In whole pixels, so that a little scrolling does not begin anew.
  const double reach = std::round(std::clamp(in_image(ui, kEdgeReach, canvas) * x, 24.0, 1024.0));
  const Point from = canvas.draw.points().back();
  Ring way = ui.edges.way(document.overview, in_seen(from), in_seen(at), reach, must_know);
  for (Point& p : way) p = {p.x / x, p.y / y};
  return way;
}

/// Where a point goes that is set at `at`; tells the draft how the line gets there. With Ctrl just there, straight.
Point aim(const Ui& ui, const Document& document, const RegionCache& cache, Point at, bool sets_point,
          PhotoView& view) {
  CanvasState& canvas = view.canvas;
  DrawTool& draw = canvas.draw;
  draw.lead({});
  if (ImGui::GetIO().KeyCtrl || canvas.tool == Tool::kBox) return at;
  const bool closes = draw.would_close(at);
  if (closes) at = draw.points().front();
  if (ui.settings.snap) {
    const SnapOptions options = snap_options(ui, document, cache, canvas);
    const std::optional<Point> from = draw.drawing() ? std::optional(draw.points().back()) : std::nullopt;
    const auto held = snap(document.session.annotation(), at, from, options);
    // The first point lies where it was set: only a border that goes through it leads there.
    if (held && (!closes || distance(held->at, at) < kSamePlace)) {
      draw.lead(held->way);
      if (closes && !held->way.empty()) return at;
      if (!closes) {
        canvas.held = held->at;
        return held->at;
      }
    }
  }
  if (canvas.tool == Tool::kScissors && draw.drawing()) {
    draw.lead(way_by_edges(ui, document, at, sets_point, canvas));
  }
  return at;
}

/// A shape that is added or cut out needs something to work on; Shift and Alt say so with the first point.
bool may_begin(const Ui& ui, const Document& document, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  if (canvas.tool == Tool::kBox) return true;
  const ImGuiIO& io = ImGui::GetIO();
  const ShapeUse use = io.KeyShift ? ShapeUse::kAdd : io.KeyAlt ? ShapeUse::kCutOut : canvas.shape_use;
  if (use != ShapeUse::kNewGarment && !can_reshape(ui, document, view)) return false;
  canvas.shape_use = use;
  canvas.shape_target = edit_target(document, view);
  return true;
}

/// The shape is done: it becomes a garment, or changes the one that it was begun on. False, and the reason is told,
/// when it cannot.
bool use_shape(const Ui& ui, const Document& document, const Region& shape, PhotoView& view) {
  const CanvasState& canvas = view.canvas;
  if (canvas.shape_use == ShapeUse::kNewGarment) return give_region(ui, document, {}, shape, view), true;
  const auto refuse = [&](Text reason) { return ui.ask.push(Tell{ui.text(reason)}), false; };
  const EditTarget& target = canvas.shape_target;
  const Garment* garment = target.garment ? find_garment(document.session.annotation(), *target.garment) : nullptr;
  if (!garment && !target.proposal) return refuse(Text::kGarmentIsGone);
  if (const auto reason = garment ? reason_against_change(*garment) : std::nullopt) return refuse(*reason);
  const Region before = region_of(target, document);
  const bool adds = canvas.shape_use == ShapeUse::kAdd;
  const Region after = adds ? labeling::united(before, shape) : labeling::subtracted(before, shape);
  if (after.empty()) return refuse(Text::kNothingWouldBeLeft);
  give_region(ui, document, target, after, view);
  return true;
}

/// A hand trembles: until it has gone somewhere the point stays where the press has put it, held or not.
bool hand_has_gone(const Ui& ui, const CanvasState& canvas) {
  return canvas.pressed_at && distance(*canvas.pressed_at, ui.input.mouse) > ui.px(kClickSlop);
}

/// A free-hand stroke. A slow frame has seen several places of the pointer; it needs them all.
void follow_hand(const Ui& ui, CanvasState& canvas) {
  for (const Point& place : ui.input.mouse_path) canvas.draw.move(canvas.transform.image_from_screen(place));
}

}  // namespace

bool can_reshape(const Ui& ui, const Document& document, const PhotoView& view) {
  if (tell_untouchable(ui, document, view)) return false;
  const EditTarget target = edit_target(document, view);
  if (target.garment || target.proposal) return true;
  ui.ask.push(Tell{ui.text(Text::kChooseGarmentFirst)});
  return false;
}

Point settled(const Ui& ui, const Document& document, const RegionCache& cache, Point at, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  const DragStart* grabbed = canvas.drag.grabbed();
  if (!ui.settings.snap || ImGui::GetIO().KeyCtrl || grabbed == nullptr) return at;
  SnapOptions options = snap_options(ui, document, cache, canvas);
  options.except = grabbed->hit.garment;
  const auto held = snap(document.session.annotation(), at, std::nullopt, options);
  if (!held) return at;
  canvas.held = held->at;
  return held->at;
}

void take_draw_step(const Ui& ui, const Document& document, const DrawStep& step, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  switch (step.kind) {
    case DrawStep::Kind::kFinished:
      if (canvas.tool == Tool::kBox) {
        canvas.clicks.say(bounds_of(step.region));
        canvas.tool = Tool::kClicks;  // what the box missed is clicked on
        break;
      }
      if (!use_shape(ui, document, step.region, view)) {
        canvas.draw.take_up(canvas.draw.finished());
        break;
      }
      canvas.tool = Tool::kSelect;
      ++canvas.gestures;
      break;
    case DrawStep::Kind::kCancelled: canvas.tool = Tool::kSelect; break;
    case DrawStep::Kind::kRefused: ui.ask.push(Tell{ui.text(Text::kNotYetAShape)}); break;
    case DrawStep::Kind::kNothing:
    case DrawStep::Kind::kChanged: break;
  }
}

void draw_with_mouse(const Ui& ui, const Document& document, const RegionCache& cache, bool hovered, PhotoView& view) {
  CanvasState& canvas = view.canvas;
  DrawOptions options;
  options.close_distance_px = in_image(ui, kClose, canvas);
  options.spacing_px = in_image(ui, kSpacing, canvas);
  options.click_slop_px = in_image(ui, kClickSlop, canvas);
  options.frame = photo_frame(document);
  canvas.draw.set_options(options);
  const Point at = canvas.transform.image_from_screen(ui.input.mouse);
  const bool clicked = hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  const bool released = ImGui::IsMouseReleased(ImGuiMouseButton_Left);
  if (clicked) canvas.pressed_at = ui.input.mouse;
  const bool has_gone = hand_has_gone(ui, canvas);
  const bool by_hand = !clicked && (released || ImGui::IsMouseDown(ImGuiMouseButton_Left));
  if (by_hand && canvas.draw.shape() == DrawShape::kPolygon && canvas.tool != Tool::kScissors) {
    if (has_gone) follow_hand(ui, canvas);
    if (!released) return;
  }
  if (hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    return take_draw_step(ui, document, canvas.draw.double_click(at), view);
  }
  if (clicked && !canvas.draw.drawing()) {
    if (!may_begin(ui, document, view)) return;
    canvas.press_began_shape = true;
  } else if (clicked) {
    canvas.press_began_shape = false;
  }
  const Point to = aim(ui, document, cache, at, clicked, view);
  if (clicked) {
    take_draw_step(ui, document, canvas.draw.press(to), view);
    if (canvas.tool == Tool::kScissors) canvas.draw.release(to);  // the edges lead, not the hand
  } else if (released) {
    const bool only_clicked = canvas.press_began_shape && !has_gone && canvas.draw.drawing();
    const Point where = only_clicked ? canvas.draw.points().front() : to;
    take_draw_step(ui, document, canvas.draw.release(where), view);
  } else {
    canvas.draw.move(to);
  }
}

}  // namespace jaedan::gui
