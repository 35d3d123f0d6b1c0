#include "labeling/synth/paint/background.h"

#include <algorithm>
#include <cmath>

#include "labeling/synth/colour.h"
#include "labeling/synth/noise.h"
#include "labeling/synth/paint/backdrop.h"

namespace jaedan::labeling::synth {
namespace {

Colour pale(Random& random) {
  return rgb_of({random.uniform(0.78, 0.97), random.uniform(0, 0.035), random.uniform(0, 360)});
}
Colour muted(Random& random) {
  return rgb_of({random.uniform(0.35, 0.80), random.uniform(0, 0.07), random.uniform(0, 360)});
}

void studio(Backdrop& drop, double horizon, Random& random) {
  const Colour wall = random.chance(0.6) ? pale(random) : muted(random);
  drop.gradient(0, 1, lit(wall, 1.05), lit(wall, 0.9));
  // A paper roll: the bend between wall and floor is a soft shade.
  drop.gradient(horizon - 0.05, 1, lit(wall, 0.86), lit(wall, random.uniform(0.92, 1.1)), true);
  drop.spotlight(random.uniform(0.2, 0.8), random.uniform(0.1, 0.5), 0.6, random.uniform(0.0, 0.18));
}

void floor_below(Backdrop& drop, double horizon, Random& random) {
  const Colour ground = rgb_of({random.uniform(0.40, 0.80), random.uniform(0, 0.05), random.uniform(30, 100)});
  drop.gradient(horizon, 1, lit(ground, 0.8), ground);
  const double kind = random.uniform();
  if (kind < 0.35) {
    drop.boards(horizon, 1, ground, random);
  } else if (kind < 0.6) {
    drop.tiles(horizon, 1, ground, random.uniform(0.12, 0.30), true, random);
  }
}

void wall(Backdrop& drop, double horizon, Random& random) {
  const Colour paint = random.chance(0.5) ? pale(random) : muted(random);
  drop.gradient(0, horizon, lit(paint, random.uniform(0.9, 1.1)), paint);
  const double kind = random.uniform();
  if (kind < 0.28)
    drop.bricks(0, horizon, random.chance(0.5) ? rgb_of({random.uniform(0.42, 0.55), 0.08, 40}) : paint, random);
  if (kind >= 0.28 && kind < 0.48) drop.tiles(0, horizon, paint, random.uniform(0.05, 0.18), false, random);
  if (kind >= 0.48 && kind < 0.60) drop.shutter(0, horizon, paint, random);
  if (kind >= 0.60 && kind < 0.75) drop.frames(horizon, random);
  floor_below(drop, horizon, random);
  if (random.chance(0.5)) drop.box(0, horizon - 0.02, 1, horizon, lit(paint, random.uniform(0.6, 1.2)));
  drop.spotlight(random.uniform(), random.uniform(), random.uniform(0.4, 0.9), random.uniform(-0.2, 0.2));
  drop.soften(random.uniform(0.0, 2.2));
}

void street(Backdrop& drop, double horizon, Random& random) {
  const Colour sky = rgb_of({random.uniform(0.80, 0.96), random.uniform(0.01, 0.05), random.uniform(220, 260)});
  drop.gradient(0, horizon, sky, mix(sky, {1, 1, 1}, 0.5));
  double x = random.uniform(-0.2, 0);
  while (x < 1) {
    const double width = random.uniform(0.18, 0.5);
    drop.building(x, x + width, random.uniform(-0.2, 0.35), horizon, muted(random), random);
    x += width * random.uniform(0.8, 1.1);
  }
  const Colour road = rgb_of({random.uniform(0.45, 0.70), 0.008, random.uniform(0, 360)});
  drop.gradient(horizon, 1, lit(road, 0.85), road);
  drop.box(0, horizon, 1, horizon + 0.012, lit(road, 0.7));
  for (int i = random.integer(0, 4); i > 0; --i) {
    drop.car(random.uniform(-0.1, 1.0), horizon + random.uniform(0, 0.04), random.uniform(0.12, 0.3),
             random.chance(0.4) ? muted(random) : pale(random));
  }
  for (int i = random.integer(0, 3); i > 0; --i) {
    drop.passer_by(random.chance(0.5) ? random.uniform(0, 0.25) : random.uniform(0.75, 1.0), horizon,
                   random.uniform(0.14, 0.34), muted(random), muted(random));
  }
  if (random.chance(0.5)) drop.foliage(random.uniform(), random.uniform(0.0, 0.35), random.uniform(0.15, 0.4), random);
  drop.soften(random.uniform(2.0, 7.0));
}

void park(Backdrop& drop, double horizon, Random& random) {
  const Colour leaf = rgb_of({random.uniform(0.40, 0.62), random.uniform(0.05, 0.11), random.uniform(110, 145)});
  drop.gradient(0, horizon, mix(leaf, {0.9f, 0.95f, 1.0f}, 0.5), lit(leaf, 0.6));
  for (int i = 0; i < 16; ++i) {
    drop.foliage(random.uniform(), random.uniform(-0.05, horizon), random.uniform(0.12, 0.35), random);
  }
  for (int i = random.integer(0, 3); i > 0; --i) {
    const double x = random.uniform();
    drop.box(x, random.uniform(0.0, 0.2), x + random.uniform(0.02, 0.06), horizon + 0.02,
             rgb_of({random.uniform(0.25, 0.4), 0.03, 60}));
  }
  const bool path = random.chance(0.4);
  const Colour ground = path ? rgb_of({random.uniform(0.55, 0.75), 0.03, 80}) : lit(leaf, random.uniform(0.8, 1.2));
  drop.gradient(horizon, 1, lit(ground, 0.8), ground);
  drop.mottle(horizon, 1, 0.10, 0.02, random);
  drop.soften(random.uniform(1.5, 6.0));
}

void room(Backdrop& drop, double horizon, Random& random) {
  const Colour paint = pale(random);
  drop.gradient(0, horizon, paint, lit(paint, 0.9));
  floor_below(drop, horizon, random);
  if (random.chance(0.5))
    drop.window(random.uniform(0, 0.6), random.uniform(0.05, 0.2), random.uniform(0.25, 0.5), random.uniform(0.3, 0.5),
                random);
  for (int i = random.integer(1, 4); i > 0; --i) {
    const double x = random.chance(0.5) ? random.uniform(-0.15, 0.2) : random.uniform(0.65, 1.0);
    const double width = random.uniform(0.12, 0.4);
    const double top = horizon - random.uniform(0.08, 0.5);
    drop.box(x, top, x + width, horizon + random.uniform(0.0, 0.06), muted(random));
    drop.box(x, top, x + width, top + 0.015, muted(random));
  }
  if (random.chance(0.4)) drop.frames(horizon, random);
  if (random.chance(0.3)) drop.clothes_rail(horizon, random);
  drop.soften(random.uniform(0.8, 4.5));
}

}  // namespace

FloatImage person_background(int width, int height, double horizon, Random& random) {
  Backdrop drop(width, height);
  switch (random.weighted({2.4, 3.0, 2.2, 1.3, 1.6})) {
    case 0: studio(drop, horizon, random); break;
    case 1: wall(drop, horizon, random); break;
    case 2: street(drop, horizon, random); break;
    case 3: park(drop, horizon, random); break;
    default: room(drop, horizon, random); break;
  }
  drop.mottle(0, 1, 0.02, 0.25, random);
  return drop.take();
}

FloatImage garment_background(int width, int height, bool hanging, Random& random) {
  Backdrop drop(width, height);
  const Colour base = random.chance(0.6) ? pale(random) : muted(random);
  drop.gradient(0, 1, lit(base, random.uniform(0.9, 1.1)), base);
  if (hanging) {
    const double kind = random.uniform();
    if (kind < 0.2) drop.bricks(0, 1, base, random);
    if (kind >= 0.2 && kind < 0.35) drop.boards(0, 1, base, random);
    if (kind >= 0.35 && kind < 0.5) drop.frames(0.8, random);
    if (random.chance(0.3)) floor_below(drop, random.uniform(0.86, 0.95), random);
    drop.soften(random.uniform(0.0, 1.8));
  } else {
    const double kind = random.uniform();
    if (kind < 0.28)
      drop.boards(0, 1, rgb_of({random.uniform(0.40, 0.82), random.uniform(0.02, 0.07), random.uniform(50, 80)}),
                  random);
    if (kind >= 0.28 && kind < 0.55) drop.sheet(base, random);
    if (kind >= 0.55 && kind < 0.70) drop.mottle(0, 1, 0.14, 0.008, random);
    if (kind >= 0.70 && kind < 0.78) drop.tiles(0, 1, base, random.uniform(0.2, 0.5), false, random);
  }
  drop.spotlight(random.uniform(), random.uniform(), random.uniform(0.5, 0.9), random.uniform(-0.12, 0.15));
  drop.mottle(0, 1, 0.02, 0.3, random);
  return drop.take();
}

}  // namespace jaedan::labeling::synth
