#pragma once

#include "labeling/synth/paint/cut.h"
#include "labeling/synth/paint/painter.h"

namespace jaedan::labeling::synth {

// How garments are painted, in the order of the layers from the body outwards. Each function paints with the label of
// the garment's part. `random` decides creases and trimmings only, never an attribute.

/// The inside of the back that shows in the neck opening of a garment nobody wears, or below an open outer.
void paint_inner_back(Painter& painter, const Figure& figure, const GarmentSpec& garment);
/// A top, the trunk of a dress or a closed outer, without sleeves and collar. `forced_hem`: see trunk_outline.
void paint_trunk(Painter& painter, const Figure& figure, const GarmentSpec& garment, double forced_hem, Random& random);
/// The two fronts of an open outer.
void paint_open_fronts(Painter& painter, const Figure& figure, const GarmentSpec& garment, Random& random);
/// The sleeve of one arm. Nothing for sleeveless garments.
void paint_sleeve(Painter& painter, const Figure& figure, const GarmentSpec& garment, int side, Random& random);
/// Share of the arm's length that the sleeve covers; 0 without sleeves.
double sleeve_reach(const GarmentSpec& garment);
/// Collar, lapels, turtle neck and hood as far as they lie on the trunk.
void paint_collar(Painter& painter, const Figure& figure, const GarmentSpec& garment, Random& random);
/// What of a hood stands behind the neck, to be painted before the body.
void paint_hood_back(Painter& painter, const Figure& figure, const GarmentSpec& garment);
/// Trousers, leggings or a skirt; also the legs of a jumpsuit.
void paint_bottom(Painter& painter, const Figure& figure, const GarmentSpec& garment, Random& random);

/// Seams, plackets, zips, pockets, prints on the chest: what is laid on a painted trunk.
void trim_trunk(Painter& painter, const Figure& figure, const GarmentSpec& garment, const TrunkCut& cut, double hem,
                Random& random);

/// Cloth in shadow: the same, darker.
Fabric darkened(const Fabric& fabric, double light);
/// The colour of a seam on this cloth.
Ink seam_ink(const GarmentSpec& garment, double alpha);

}  // namespace jaedan::labeling::synth
