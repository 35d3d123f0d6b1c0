#include "inference/garments/reach.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "inference/garments/limb_line.h"
#include "labeling/domain/attribute.h"
#include "labeling/domain/clip_region.h"

namespace jaedan::inference {
namespace {

constexpr int kLongSide = 400;   // of the mask that a region is measured on
constexpr double kBare = 0.1;    // along the arm: no sleeve
constexpr double kElbow = 1.0;   // along the arm
constexpr double kHidden = 0.5;  // of the upper arm, below another garment

bool lies_in(const Mask& mask, Point share) {
  const int x = static_cast<int>(std::floor(share.x * mask.width));
  const int y = static_cast<int>(std::floor(share.y * mask.height));
  return x >= 0 && y >= 0 && x < mask.width && y < mask.height && mask.at(x, y) != 0;
}

/// What is looked at of a limb.
struct Strip {
  double half_width = 0;               ///< across the limb, to each side
  double least = 0;                    ///< covered less than this, a place speaks against the garment
  std::vector<LimbLine> without = {};  ///< limbs that are left out, as wide as `without_width` to each side
  double without_width = 0;
};

/// Whether a place is nearer to [from, to] than `width`; most are far from it, which is told by its box already.
bool is_near(Point at, Point from, Point to, double width) {
  const auto [left, right] = std::minmax(from.x, to.x);
  const auto [top, bottom] = std::minmax(from.y, to.y);
  const bool is_far = at.x < left - width || at.x > right + width || at.y < top - width || at.y > bottom + width;
  return !is_far && distance_to_segment(at, from, to).distance < width;
}

bool is_left_out(const Strip& strip, Point at) {
  for (const LimbLine& limb : strip.without) {
    for (std::size_t i = 0; i + 1 < limb.points.size(); ++i) {
      if (is_near(at, limb.points[i], limb.points[i + 1], strip.without_width)) return true;
    }
  }
  return false;
}

/// How much of each place of a limb lies in a mask over the photo, [0, 1]; of which nothing is seen, `least`.
std::vector<double> covers_of(const std::vector<LimbPlace>& places, const Strip& strip, const Mask& mask, Point photo) {
  constexpr int kAcross = 13;
  std::vector<double> covers;
  for (const LimbPlace& place : places) {
    int inside = 0, seen = 0;
    for (int i = 0; i < kAcross; ++i) {
      const Point at = place.at + place.across * (strip.half_width * (2.0 * i / (kAcross - 1) - 1));
      const Point share{at.x / photo.x, at.y / photo.y};
      if (!is_on_photo(share) || is_left_out(strip, at)) continue;
      ++seen;
      inside += lies_in(mask, share) ? 1 : 0;
    }
    covers.push_back(seen == 0 ? strip.least : static_cast<double>(inside) / seen);
  }
  return covers;
}

/// Where covered places end: as many of them as speak for it most; 0 when none does.
std::size_t covered_places(const std::vector<double>& covers, double least) {
  double sum = 0, best = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < covers.size(); ++i) {
    sum += covers[i] - least;
    if (sum > best) best = sum, count = i + 1;
  }
  return count;
}

/// The share of places that are as the cut says.
double share_as_cut(const std::vector<double>& covers, std::size_t covered) {
  std::size_t agreeing = 0;
  for (std::size_t i = 0; i < covers.size(); ++i) agreeing += (covers[i] >= 0.5) == (i < covered) ? 1U : 0U;
  return static_cast<double>(agreeing) / static_cast<double>(covers.size());
}

struct Side {
  LimbReach reach;
  double trust = 0;
  bool bare = false;  ///< nothing of the limb is covered
};

struct Measured {
  const Mask& garment;
  const Mask* over;
  Point photo;
  const ReachRules& rules;
};

std::optional<Side> reach_along(const LimbLine& limb, const Strip& strip, const Measured& of) {
  const std::vector<LimbPlace> places = places_along(limb, of.photo);
  if (places.empty()) return std::nullopt;
  const std::vector<double> covers = covers_of(places, strip, of.garment, of.photo);
  const std::size_t covered = covered_places(covers, strip.least);
  // A garment that is covered to the last place that is known may go on.
  if (!limb.whole && covered == places.size()) return std::nullopt;
  const LimbPlace& last = places[covered == 0 ? 0 : covered - 1];
  Side side;
  side.reach.along = covered == 0 ? last.from : last.to;
  side.reach.end = covered == 0 ? limb.points.front() : last.end;
  side.reach.line = limb.points;
  side.reach.left = limb.left;
  side.trust = limb.score * share_as_cut(covers, covered);
  side.bare = covered == 0;
  return side;
}

/// Its sleeve, if it has one, cannot be seen: another garment lies on the upper arm.
bool is_hidden(const LimbLine& arm, const Strip& strip, const Measured& of) {
  if (!of.over) return false;
  std::vector<LimbPlace> upper = places_along(arm, of.photo);
  const auto is_lower = [](const LimbPlace& place) { return place.to > kElbow; };
  upper.erase(std::remove_if(upper.begin(), upper.end(), is_lower), upper.end());
  double sum = 0;
  for (const double cover : covers_of(upper, strip, *of.over, of.photo)) sum += cover;
  return !upper.empty() && sum >= kHidden * static_cast<double>(upper.size());
}

std::vector<LimbLine> arms_of(const Body& body, const ReachRules& rules) {
  std::vector<LimbLine> arms;
  for (const bool left : {true, false}) {
    if (std::optional<LimbLine> arm = arm_line(body, left, rules)) arms.push_back(std::move(*arm));
  }
  return arms;
}

std::optional<LimbReach> arm_reach(const std::vector<LimbLine>& arms, const Body& body, const Measured& of) {
  const Strip strip{of.rules.arm_half_width * body.torso, of.rules.arm_cover};
  std::optional<Side> best;
  for (const LimbLine& arm : arms) {
    std::optional<Side> side = reach_along(arm, strip, of);
    if (!side || (side->reach.along < kBare && is_hidden(arm, strip, of))) continue;
    if (!best || side->trust > best->trust) best = std::move(side);
  }
  return best ? std::optional(best->reach) : std::nullopt;
}

/// `sleeves`: the arms, whose sleeves hang beside the hips and say nothing of the hem.
std::optional<LimbReach> leg_reach(bool of_bottom, std::vector<LimbLine> sleeves, const Body& body,
                                   const Measured& of) {
  const Strip strip{of.rules.leg_half_width * body.torso, of.rules.leg_cover, std::move(sleeves),
                    of.rules.sleeve_half_width * body.torso};
  std::optional<LimbReach> furthest;
  for (const bool left : {true, false}) {
    const std::optional<LimbLine> leg = leg_line(body, left, of_bottom, of.rules);
    if (!leg) continue;
    const std::optional<Side> side = reach_along(*leg, strip, of);
    if (!side || side->bare) continue;
    if (!furthest || side->reach.along > furthest->along) furthest = side->reach;
  }
  return furthest;
}

Mask mask_of(const Region& region, int photo_width, int photo_height) {
  const double scale = static_cast<double>(kLongSide) / std::max(photo_width, photo_height);
  const int width = std::max(1, static_cast<int>(std::lround(photo_width * scale)));
  const int height = std::max(1, static_cast<int>(std::lround(photo_height * scale)));
  return rasterize(scaled(region, double(width) / photo_width, double(height) / photo_height), width, height);
}

}  // namespace

GarmentReach reach_of(Part part, const Mask& garment, const KeyPoints& points, int photo_width, int photo_height,
                      const Mask* over, const ReachRules& rules) {
  if (photo_width <= 0 || photo_height <= 0) return {};
  const Point photo{double(photo_width), double(photo_height)};
  const std::optional<Body> body = body_of(points, photo, rules);
  if (!body || !may_wear(*body, part, garment, photo, rules)) return {};
  const Measured of{garment, over, photo, rules};
  GarmentReach reach;
  std::vector<LimbLine> arms;
  if (part != Part::kBottom) {
    arms = arms_of(*body, rules);
    reach.arm = arm_reach(arms, *body, of);
  }
  reach.leg = leg_reach(part == Part::kBottom, std::move(arms), *body, of);
  return reach;
}

MeasuredLengths measured_lengths(Part part, const Region& region, const KeyPoints& points, int photo_width,
                                 int photo_height, const Region& over) {
  if (photo_width <= 0 || photo_height <= 0) return {};
  const Mask above = over.empty() ? Mask() : mask_of(over, photo_width, photo_height);
  const GarmentReach reach = reach_of(part, mask_of(region, photo_width, photo_height), points, photo_width,
                                      photo_height, over.empty() ? nullptr : &above);
  MeasuredLengths lengths;
  for (const auto& [attribute, limb] :
       {std::pair(attribute::kSleeveLength, &reach.arm), std::pair(attribute::kLength, &reach.leg)}) {
    if (*limb) lengths.push_back({std::string(attribute), (*limb)->along, (*limb)->line, (*limb)->end});
  }
  return lengths;
}

}  // namespace jaedan::inference
