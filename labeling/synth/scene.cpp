#include "labeling/synth/scene.h"

#include <algorithm>
#include <cmath>

#include "labeling/synth/paint/background.h"
#include "labeling/synth/paint/garments.h"
#include "labeling/synth/paint/people.h"

namespace jaedan::labeling::synth {
namespace {

Light random_light(Random& random) {
  const double angle = random.uniform(-2.4, -0.75);  // from above, left or right
  const double slant = random.uniform(0.35, 0.65);
  Light light;
  light.x = slant * std::cos(angle);
  light.y = slant * std::sin(angle);
  light.z = std::sqrt(1 - slant * slant);
  light.ambient = random.uniform(0.40, 0.62);
  return light;
}

Scene finished(const Painter& painter, Outfit outfit) {
  return {area_reduced(painter.canvas(), kOversampling), majority_reduced(painter.labels(), kOversampling),
          std::move(outfit)};
}

/// Where the figure stands in the picture: mostly whole, at times cut at the head or at the legs.
struct Framing {
  Point crown;
  double height = 0;
};

Framing random_framing(int width, int height, Random& random) {
  Framing framing;
  const double kind = random.uniform();
  double top;
  if (kind < 0.66) {  // whole
    framing.height = height * random.uniform(0.80, 0.93);
    top = random.uniform(0.25, 0.8) * (height - framing.height);
  } else if (kind < 0.84) {  // head cut off
    framing.height = height * random.uniform(1.0, 1.18);
    top = -framing.height * random.uniform(0.03, 0.10);
  } else {  // to the knees or thighs
    framing.height = height * random.uniform(1.15, 1.45);
    top = height * random.uniform(0.02, 0.05);
  }
  // A narrow picture must still hold the arms.
  framing.height = std::min(framing.height, width * 2.2);
  framing.crown = {width * random.uniform(0.44, 0.56), top};
  return framing;
}

class Dresser {
 public:
  Dresser(Painter& painter, const Figure& figure, const Outfit& outfit, const Looks& looks, Random& random)
      : painter_(painter),
        figure_(figure),
        looks_(looks),
        random_(random),
        outer_(outfit.of(Part::kOuter)),
        top_(outfit.of(Part::kTop)),
        bottom_(outfit.of(Part::kBottom)),
        dress_(outfit.of(Part::kDress)) {}

  void paint() {
    ground_shadow();
    paint_hair_behind(painter_, figure_, looks_);
    for (const GarmentSpec* garment : {outer_, inner()}) {
      if (garment) paint_hood_back(painter_, figure_, *garment);
    }
    if (outer_ && outer_->open) paint_inner_back(painter_, figure_, *outer_);
    paint_body(painter_, figure_, looks_);
    // Boots go over narrow trousers; every other hem falls over the shoes.
    const bool tucked_in =
        looks_.shoes == Looks::Shoes::kBoots && bottom_ && (bottom_->is("leggings") || bottom_->fit == "skinny");
    if (!tucked_in) paint_shoes(painter_, figure_, looks_);
    for (int side = 0; side < 2; ++side) {
      paint_arm(painter_, figure_, looks_, side, 0);
    }
    clothe_trunk();
    if (tucked_in) paint_shoes(painter_, figure_, looks_);
    if (outer_) {
      if (outer_->open) {
        paint_open_fronts(painter_, figure_, *outer_, random_);
      } else {
        paint_trunk(painter_, figure_, *outer_, 0, random_);
      }
    }
    if (inner() && !outer_) paint_collar(painter_, figure_, *inner(), random_);
    if (outer_) paint_collar(painter_, figure_, *outer_, random_);
    paint_worn_bag(painter_, figure_, looks_);
    for (int side = 0; side < 2; ++side) {
      if (figure_.arm_pose[side] != ArmPose::kRaised) clothe_arm(side);
    }
    paint_held_bag(painter_, figure_, looks_);
    for (int side = 0; side < 2; ++side) {
      if (figure_.arm_pose[side] != ArmPose::kRaised) paint_hand(painter_, figure_, looks_, side);
    }
    paint_head(painter_, figure_, looks_);
    for (int side = 0; side < 2; ++side) {
      if (figure_.arm_pose[side] != ArmPose::kRaised) continue;
      clothe_arm(side);
      paint_hand(painter_, figure_, looks_, side);
    }
  }

 private:
  const GarmentSpec* inner() const { return dress_ ? dress_ : top_; }

  void ground_shadow() {
    const double h = figure_.height;
    const Point between =
        lerp(figure_.ankle[0], figure_.ankle[1], 0.5) + Point{-painter_.light().x * 0.06 * h, 0.045 * h};
    painter_.soft_shadow(ellipse(between, 0.13 * h, 0.022 * h), 0.02 * h, 0.5);
    painter_.soft_shadow(ellipse(between + Point{-painter_.light().x * 0.12 * h, 0.006 * h}, 0.22 * h, 0.03 * h),
                         0.04 * h, 0.25);
  }

  void clothe_trunk() {
    if (dress_) {
      if (dress_->is("jumpsuit")) {
        paint_bottom(painter_, figure_, *dress_, random_);
        paint_trunk(painter_, figure_, *dress_, level::kWaist + 0.006, random_);
      } else {
        paint_trunk(painter_, figure_, *dress_, 0, random_);
      }
    } else if (top_ && bottom_) {
      if (top_->tucked) {
        paint_trunk(painter_, figure_, *top_, 0.47, random_);
        paint_bottom(painter_, figure_, *bottom_, random_);
      } else {
        paint_bottom(painter_, figure_, *bottom_, random_);
        paint_trunk(painter_, figure_, *top_, 0, random_);
      }
    }
    if (outer_ && inner()) {
      // What of sleeves and collar the outer leaves to be seen.
      for (int side = 0; side < 2 && sleeve_reach(*outer_) < sleeve_reach(*inner()); ++side) {
        paint_sleeve(painter_, figure_, *inner(), side, random_);
      }
      paint_collar(painter_, figure_, *inner(), random_);
    }
  }

  /// The arm in front of the trunk, from below the armhole on; the shoulder lies behind the cloth of a sleeveless
  /// trunk.
  void clothe_arm(int side) {
    const GarmentSpec* sleeve = outer_ && sleeve_reach(*outer_) > 0 ? outer_ : inner();
    const double reach = sleeve ? sleeve_reach(*sleeve) : 0;
    if (reach < 0.97) paint_arm(painter_, figure_, looks_, side, std::max(reach - 0.12, 0.13));
    if (reach > 0) paint_sleeve(painter_, figure_, *sleeve, side, random_);
  }

  Painter& painter_;
  const Figure& figure_;
  const Looks& looks_;
  Random& random_;
  const GarmentSpec* outer_;
  const GarmentSpec* top_;
  const GarmentSpec* bottom_;
  const GarmentSpec* dress_;
};

void paint_hanger(Painter& painter, const Figure& figure) {
  const double u = figure.unit();
  const Ink wire = {{0.62f, 0.60f, 0.58f}, 1.0, -1};
  const Ink wood = {{0.55f, 0.38f, 0.22f}, 1.0, -1};
  const Point neck = figure.at(level::kNeck - 0.018, 0);
  painter.line(open_curve({neck, neck + Point{0, -12 * u}, neck + Point{9 * u, -20 * u}, neck + Point{2 * u, -31 * u},
                           neck + Point{-8 * u, -24 * u}}),
               2.4 * u, wire);
  painter.line(open_curve({figure.at(level::kNeck + 0.018, -0.085), figure.at(level::kNeck - 0.010, -0.02), neck,
                           figure.at(level::kNeck - 0.010, 0.02), figure.at(level::kNeck + 0.018, 0.085)}),
               6.0 * u, wood);
}

}  // namespace

Scene person_scene(int width, int height, Random& random) {
  Random framing_random = random.fork(1);
  Random pose_random = random.fork(2);
  Random outfit_random = random.fork(3);
  Random looks_random = random.fork(4);
  Random backdrop_random = random.fork(5);
  Random paint_random = random.fork(6);
  const Framing framing = random_framing(width, height, framing_random);
  const Figure figure = standing_figure(framing.crown, framing.height, pose_random);
  Outfit outfit = random_outfit(figure.unit(), figure.build.masculine, outfit_random);
  const Looks looks = random_looks(figure, outfit, looks_random);
  const double sole = (framing.crown.y + framing.height) / height;
  const double horizon = std::clamp(sole - backdrop_random.uniform(0.06, 0.22), 0.45, 0.97);
  Painter painter(person_background(width, height, horizon, backdrop_random), width, height,
                  random_light(framing_random));
  painter.turn_view({width / 2.0, height * 0.9}, framing_random.normal(0, 0.012));
  Dresser(painter, figure, outfit, looks, paint_random).paint();
  return finished(painter, std::move(outfit));
}

Scene garment_scene(int width, int height, Random& random) {
  Random framing_random = random.fork(1);
  Random outfit_random = random.fork(3);
  Random backdrop_random = random.fork(5);
  Random paint_random = random.fork(6);
  Outfit outfit = random_single(1.0, outfit_random);
  GarmentSpec& garment = outfit.garments.front();
  const bool hanging = garment.part != Part::kBottom && framing_random.chance(0.4);

  // The size of the invisible wearer follows from how much of the picture the garment shall fill.
  const bool bottom = garment.part == Part::kBottom;
  const double top_level = bottom ? 0.36 : 0.13;
  const double hem = garment.is("jumpsuit") ? hem_level(Part::kBottom, garment.length, garment.whim)
                                            : hem_level(garment.part, garment.length, garment.whim);
  const double reach = sleeve_reach(garment);
  const double low = std::max(hem, bottom ? 0.0 : level::kShoulder + 0.30 * reach);
  const double arm_angle = hanging ? framing_random.uniform(0.06, 0.20) : framing_random.uniform(0.15, 0.9);
  const double half_wide = bottom ? 0.16 : 0.13 + reach * 0.31 * std::sin(arm_angle);
  const double fill = framing_random.uniform(0.68, 0.90);
  const double figure_height = std::min(fill * height / (low - top_level), fill * width / (2 * half_wide));
  const Point crown = {width * framing_random.uniform(0.47, 0.53),
                       height * framing_random.uniform(0.48, 0.53) - figure_height * 0.5 * (low + top_level)};
  const Figure figure = laid_out_figure(crown, figure_height, arm_angle, framing_random);
  garment.fabric.unit = figure.unit();
  garment.fabric.repeat *= figure.unit();
  garment.open = false;

  Painter painter(garment_background(width, height, hanging, backdrop_random), width, height,
                  random_light(framing_random));
  painter.set_shadows_everywhere(true);
  painter.turn_view({width / 2.0, height / 2.0}, framing_random.normal(0, hanging ? 0.012 : 0.07));
  if (hanging) paint_hanger(painter, figure);
  paint_hood_back(painter, figure, garment);
  if (bottom || garment.is("jumpsuit")) paint_bottom(painter, figure, garment, paint_random);
  if (!bottom) {
    paint_inner_back(painter, figure, garment);
    paint_trunk(painter, figure, garment, garment.is("jumpsuit") ? level::kWaist + 0.006 : 0, paint_random);
    for (int side = 0; side < 2; ++side) {
      paint_sleeve(painter, figure, garment, side, paint_random);
    }
    paint_collar(painter, figure, garment, paint_random);
  }
  return finished(painter, std::move(outfit));
}

}  // namespace jaedan::labeling::synth
