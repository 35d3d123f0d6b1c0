#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labeling/domain/part.h"
#include "labeling/synth/paint/fabric.h"
#include "labeling/synth/palette.h"
#include "labeling/synth/random.h"

namespace jaedan::labeling::synth {

/// Everything the drawing must know of one garment; the strings are K-Fashion value ids, empty = has none.
struct GarmentSpec {
  Part part = Part::kTop;
  std::string category;
  Dye dye;
  Dye sub_dye;  ///< name empty: one colour only
  std::string length;
  std::string sleeve_length;
  std::string neckline;
  std::string collar;
  std::string fit = "normal";
  std::string print = "solid";
  std::string material = "woven";
  std::vector<std::string> details;
  Fabric fabric;
  bool open = false;    ///< an outer that shows what is under it
  bool tucked = false;  ///< a top worn inside the bottom
  double whim = 0.5;    ///< where in its range of cuts it lies, [0, 1)

  bool has(const std::string& detail) const;
  bool is(const std::string& name) const { return category == name; }
};

/// What a drawn person wears. Garments in the order outer, top, bottom, dress; at most one of each.
struct Outfit {
  std::string style;
  std::vector<GarmentSpec> garments;

  const GarmentSpec* of(Part part) const;
};

/// An outfit of a random style. `unit` is the wearer's height / 500 in photo pixels. Of skirts and dresses, those with
/// `masculine` builds wear few.
Outfit random_outfit(double unit, bool masculine, Random& random);
/// One garment alone, of a random part.
Outfit random_single(double unit, Random& random);

}  // namespace jaedan::labeling::synth
