#pragma once

#include "labeling/synth/figure.h"
#include "labeling/synth/outfit.h"
#include "labeling/synth/paint/painter.h"

namespace jaedan::labeling::synth {

// What is not a garment of the vocabulary and therefore has label 0: body, hair, legwear, shoes, bags, hats.

/// How a person looks apart from the clothes.
struct Looks {
  Colour skin;
  Colour hair;
  enum class Cut { kShort, kBob, kLong, kPonytail, kBun, kCurly } cut = Cut::kLong;
  bool fringe = false;
  bool glasses = false;
  enum class Hat { kNone, kCap, kBeanie, kBrim } hat = Hat::kNone;
  Colour hat_colour;
  enum class Legwear { kBare, kTights, kSocks } legwear = Legwear::kBare;
  Colour legwear_colour;
  enum class Shoes { kSneakers, kPumps, kBoots, kSandals, kLoafers } shoes = Shoes::kSneakers;
  Colour shoe_colour;
  enum class Bag { kNone, kTote, kShoulder, kCross, kClutch, kBackpack } bag = Bag::kNone;
  Colour bag_colour;
  int bag_side = 1;
  std::uint32_t seed = 0;
};

Looks random_looks(const Figure& figure, const Outfit& outfit, Random& random);

void paint_hair_behind(Painter& painter, const Figure& figure, const Looks& looks);
/// Neck, trunk and legs with socks or tights; not the arms.
void paint_body(Painter& painter, const Figure& figure, const Looks& looks);
/// A bare arm with its hand, from `from` (share of the arm's length) on.
void paint_arm(Painter& painter, const Figure& figure, const Looks& looks, int side, double from);
void paint_hand(Painter& painter, const Figure& figure, const Looks& looks, int side);
void paint_head(Painter& painter, const Figure& figure, const Looks& looks);
void paint_shoes(Painter& painter, const Figure& figure, const Looks& looks);
/// Straps and bags that hang on the body: before the arms.
void paint_worn_bag(Painter& painter, const Figure& figure, const Looks& looks);
/// Bags held in a hand: before the hand.
void paint_held_bag(Painter& painter, const Figure& figure, const Looks& looks);

}  // namespace jaedan::labeling::synth
