#include "labeling/synth/paint/people.h"

#include "labeling/synth/weighted_words.h"

namespace jaedan::labeling::synth {
namespace {

Colour accessory_colour(Random& random) {
  return dye_of(draw_word("black:5 brown:3 beige:2 white:2 red:0.6 navy wine grey khaki:0.6 pink:0.4", random), random)
      .colour;
}

Looks::Cut random_cut(const Figure& figure, Random& random) {
  const std::vector<double> weights = figure.build.masculine ? std::vector<double>{8, 0.6, 0.6, 0.2, 0.3, 1.2}
                                                             : std::vector<double>{1, 2.2, 5, 1.2, 1.2, 0.8};
  return static_cast<Looks::Cut>(random.weighted(weights));
}

}  // namespace

Looks random_looks(const Figure& figure, const Outfit& outfit, Random& random) {
  Looks looks;
  looks.seed = static_cast<std::uint32_t>(random.bits());
  looks.skin = skin_tone(random);
  looks.hair = hair_tone(random);
  looks.cut = random_cut(figure, random);
  looks.fringe = random.chance(0.35);
  looks.glasses = random.chance(0.12);
  if (random.chance(0.16)) looks.hat = static_cast<Looks::Hat>(random.integer(1, 3));
  looks.hat_colour = accessory_colour(random);
  const GarmentSpec* bottom = outfit.of(Part::kBottom);
  const GarmentSpec* dress = outfit.of(Part::kDress);
  const bool bare_legs =
      (bottom && bottom->is("skirt")) || (dress && dress->is("dress")) || (bottom && bottom->length == "mini");
  const double legs = random.uniform();
  if (bare_legs && !figure.build.masculine && legs < 0.30) looks.legwear = Looks::Legwear::kTights;
  if (legs > 0.72) looks.legwear = Looks::Legwear::kSocks;
  looks.legwear_colour = looks.legwear == Looks::Legwear::kTights
                             ? dye_of(draw_word("black:5 grey beige brown wine:0.5", random), random).colour
                             : dye_of(draw_word("white:5 black:3 grey:2 red:0.4 navy:0.4", random), random).colour;
  const std::vector<double> shoes =
      figure.build.masculine ? std::vector<double>{5, 0, 2, 0.4, 3} : std::vector<double>{4, 3, 2.5, 1.5, 1.5};
  looks.shoes = static_cast<Looks::Shoes>(random.weighted(shoes));
  if (looks.shoes == Looks::Shoes::kSandals) looks.legwear = Looks::Legwear::kBare;
  looks.shoe_colour = looks.shoes == Looks::Shoes::kSneakers && random.chance(0.5) ? Colour{0.92f, 0.92f, 0.90f}
                                                                                   : accessory_colour(random);
  looks.bag_colour = accessory_colour(random);
  looks.bag_side = random.integer(0, 1);
  for (int side = 0; side < 2; ++side) {
    if (figure.arm_pose[side] != ArmPose::kHoldsBag) continue;
    looks.bag_side = side;
    looks.bag = random.chance(0.7) ? Looks::Bag::kTote : Looks::Bag::kClutch;
    return looks;
  }
  const double bag = random.uniform();
  if (bag < 0.10) looks.bag = Looks::Bag::kShoulder;
  if (bag >= 0.10 && bag < 0.20) looks.bag = Looks::Bag::kCross;
  if (bag >= 0.20 && bag < 0.25) looks.bag = Looks::Bag::kBackpack;
  if (bag >= 0.25 && bag < 0.37 && figure.arm_pose[looks.bag_side] == ArmPose::kDown) looks.bag = Looks::Bag::kTote;
  return looks;
}

}  // namespace jaedan::labeling::synth
