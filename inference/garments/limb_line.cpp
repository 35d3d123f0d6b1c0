#include "inference/garments/limb_line.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <utility>

namespace jaedan::inference {
namespace {

// Where the torso is not seen whole, it is told by a part of a limb; medians of the training photos.
constexpr double kUpperArmOfTorso = 0.57;
constexpr double kThighOfTorso = 0.87;
constexpr double kBeyondWrist = 0.3;   // sleeves reach over the hand
constexpr double kBeyondAnkle = 0.4;   // and trousers to the floor
constexpr double kAboveHip = 0.2;      // of the torso: where bottoms begin
constexpr double kStep = 0.02;         // of a limb's part
constexpr double kRowsLeftOut = 0.02;  // of a garment's pixels, at its top and its bottom, when its height is measured

std::optional<Point> middle_of(const std::optional<Point>& a, const std::optional<Point>& b) {
  if (!a || !b) return std::nullopt;
  return (*a + *b) * 0.5;
}

std::optional<double> length_of(const std::optional<Point>& a, const std::optional<Point>& b) {
  if (!a || !b) return std::nullopt;
  return distance(*a, *b);
}

/// The longer of both sides, in torsos.
std::optional<double> torso_by(const Body& body, std::size_t from, std::size_t to, double of_torso) {
  std::optional<double> longest;
  for (const auto& [a, b] : {std::pair(from, to), std::pair(mirrored_place(from), mirrored_place(to))}) {
    const std::optional<double> length = length_of(body.at[a], body.at[b]);
    if (length && (!longest || *length > *longest)) longest = length;
  }
  if (!longest) return std::nullopt;
  return *longest / of_torso;
}

std::size_t on_side(std::size_t left_place, bool left) { return left ? left_place : mirrored_place(left_place); }

/// Adds joints as long as they are known. False where the way to one is not that of a human body.
bool add_joints(const Body& body, std::initializer_list<std::size_t> joints, double longest, LimbLine& limb) {
  for (const std::size_t joint : joints) {
    if (!body.at[joint]) return true;
    const double length = distance(limb.points.back(), *body.at[joint]);
    if (length < 1 || length > longest * body.torso) return false;
    limb.points.push_back(*body.at[joint]);
    limb.along.push_back(std::floor(limb.along.back()) + 1);
    limb.score = std::min(limb.score, body.score[joint]);
  }
  limb.whole = true;
  return true;
}

/// The last part goes on in its direction.
void add_beyond(double share, LimbLine& limb) {
  const Point last = limb.points.back();
  const Point before = limb.points[limb.points.size() - 2];
  limb.points.push_back(last + (last - before) * share);
  limb.along.push_back(limb.along.back() + share);
}

LimbLine begun_at(const Body& body, std::size_t joint, double along, bool left) {
  return {{*body.at[joint]}, {along}, false, body.score[joint], left};
}

struct PixelRows {
  Point middle;       ///< of the pixels, image space
  double height = 0;  ///< but for a few
};

std::optional<PixelRows> rows_of(const Mask& mask, Point photo) {
  std::vector<std::int64_t> rows(static_cast<std::size_t>(mask.height));
  double sum_x = 0, sum_y = 0;
  std::int64_t count = 0;
  for (int y = 0; y < mask.height; ++y) {
    int in_row = 0, columns = 0;
    for (int x = 0; x < mask.width; ++x) {
      const int inside = mask.at(x, y) != 0 ? 1 : 0;
      in_row += inside, columns += inside * x;
    }
    rows[static_cast<std::size_t>(y)] = in_row, count += in_row;
    sum_x += columns + 0.5 * in_row, sum_y += (y + 0.5) * in_row;
  }
  if (count == 0) return std::nullopt;
  const auto left_out = static_cast<std::int64_t>(static_cast<double>(count) * kRowsLeftOut);
  const auto row_after = [&](auto first, auto last) {
    std::int64_t passed = 0;
    const auto found = std::find_if(first, last, [&](std::int64_t row) { return (passed += row) > left_out; });
    return static_cast<double>(found - first);
  };
  const double height = mask.height - row_after(rows.begin(), rows.end()) - row_after(rows.rbegin(), rows.rend());
  const Point pixel{photo.x / mask.width, photo.y / mask.height};
  const auto pixels = static_cast<double>(count);
  return PixelRows{{sum_x / pixels * pixel.x, sum_y / pixels * pixel.y}, height * pixel.y};
}

}  // namespace

std::optional<Body> body_of(const KeyPoints& points, Point photo, const ReachRules& rules) {
  Body body;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!(points[i].score >= rules.least_score) || !is_on_photo(points[i].at)) continue;
    body.at[i] = Point{points[i].at.x * photo.x, points[i].at.y * photo.y};
    body.score[i] = points[i].score;
  }
  std::optional<double> torso = length_of(middle_of(body.at[kLeftShoulder], body.at[kRightShoulder]),
                                          middle_of(body.at[kLeftHip], body.at[kRightHip]));
  if (!torso) torso = torso_by(body, kLeftShoulder, kLeftElbow, kUpperArmOfTorso);
  if (!torso) torso = torso_by(body, kLeftHip, kLeftKnee, kThighOfTorso);
  if (!torso || *torso < 1) return std::nullopt;
  body.torso = *torso;
  for (const auto& [left, right] : {std::pair(kLeftShoulder, kRightShoulder), std::pair(kLeftHip, kRightHip)}) {
    const std::optional<double> width = length_of(body.at[left], body.at[right]);
    if (width && *width > rules.widest * body.torso) return std::nullopt;
  }
  return body;
}

bool may_wear(const Body& body, Part part, const Mask& garment, Point photo, const ReachRules& rules) {
  const std::optional<PixelRows> rows = rows_of(garment, photo);
  if (!rows) return false;
  std::vector<KeyPointPlace> places = {kLeftHip, kRightHip, kLeftKnee, kRightKnee};
  const bool bottom = part == Part::kBottom;
  places.insert(places.end(), {bottom ? kLeftAnkle : kLeftShoulder, bottom ? kRightAnkle : kRightShoulder});
  Ring known;
  for (const KeyPointPlace place : places) {
    if (body.at[place]) known.push_back(*body.at[place]);
  }
  if (known.size() < 2) return false;
  if (rows->height < rules.shortest * body.torso) return false;
  const Rect box = bounds_of(known);
  const double margin = rules.margin * body.torso;
  return within(box, margin, rows->middle) && rows->height <= rules.tallest * (box.height + 2 * margin);
}

std::optional<LimbLine> arm_line(const Body& body, bool left, const ReachRules& rules) {
  const std::size_t shoulder = on_side(kLeftShoulder, left);
  if (!body.at[shoulder]) return std::nullopt;
  LimbLine arm = begun_at(body, shoulder, 0, left);
  const std::size_t elbow = on_side(kLeftElbow, left), wrist = on_side(kLeftWrist, left);
  if (!add_joints(body, {elbow, wrist}, rules.longest_of_arm, arm) || arm.points.size() < 2) return std::nullopt;
  if (arm.whole) add_beyond(kBeyondWrist, arm);
  return arm;
}

std::optional<LimbLine> leg_line(const Body& body, bool left, bool of_bottom, const ReachRules& rules) {
  const std::size_t shoulder = on_side(kLeftShoulder, left), hip = on_side(kLeftHip, left);
  if (!body.at[hip]) return std::nullopt;
  LimbLine leg = begun_at(body, hip, 0, left);
  if (body.at[shoulder]) {
    const double above = of_bottom ? kAboveHip : 1;
    leg.points.insert(leg.points.begin(), *body.at[hip] + (*body.at[shoulder] - *body.at[hip]) * above);
    leg.along.insert(leg.along.begin(), -above);
  }
  const std::size_t knee = on_side(kLeftKnee, left), ankle = on_side(kLeftAnkle, left);
  if (!add_joints(body, {knee, ankle}, rules.longest_of_leg, leg) || leg.points.size() < 2) return std::nullopt;
  if (leg.whole) add_beyond(kBeyondAnkle, leg);
  return leg;
}

std::vector<LimbPlace> places_along(const LimbLine& limb, Point photo) {
  std::vector<LimbPlace> places;
  for (std::size_t i = 0; i + 1 < limb.points.size(); ++i) {
    const Point way = limb.points[i + 1] - limb.points[i];
    const double length = distance(limb.points[i], limb.points[i + 1]);
    if (length <= 0) continue;
    const double from = limb.along[i], part = limb.along[i + 1] - from;
    const int steps = std::max(1, static_cast<int>(std::lround(part / kStep)));
    for (int step = 0; step < steps; ++step) {
      const auto at = [&](double steps_done) { return limb.points[i] + way * (steps_done / steps); };
      LimbPlace place{at(step + 0.5), {-way.y / length, way.x / length}, 0, 0, at(step + 1.0)};
      if (!is_on_photo({place.at.x / photo.x, place.at.y / photo.y})) return places;
      place.from = from + part * step / steps;
      place.to = from + part * (step + 1) / steps;
      places.push_back(place);
    }
  }
  return places;
}

}  // namespace jaedan::inference
