#include "inference/clicks/click_outline.h"

#include "inference/garments/outline.h"

namespace jaedan::inference {

Region click_outline(const Mask& mask) { return few_point_outline(mask, kInside); }

}  // namespace jaedan::inference
