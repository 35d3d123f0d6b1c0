#pragma once

#include <string>
#include <string_view>

#include "labeling/domain/part.h"

namespace jaedan::inference {

/// What a class of the Clothing dataset means. A class that could be several categories (Longsleeve, Polo, …) names
/// its part only: category "".
struct ClothingClass {
  Part part;
  std::string_view category;
};

/// Whether a photo is kept aside to measure on: one in ten, by a hash of its name.
bool is_kept_aside(std::string_view photo_name);

/// Null for a class that is no garment of a part (Shoes, Hat, Skip, …).
const ClothingClass* clothing_class(const std::string& label);

}  // namespace jaedan::inference
