#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inference/colour/oklab.h"

namespace jaedan::inference {

/// "gold" or "silver" when the samples look like metal: one hue (or none) from deep shade to bright highlight with
/// every tone in between. Cloth has no such highlights, and a print has no tones in between. Empty otherwise.
std::optional<std::string> metal_name(const std::vector<Oklab>& samples);
/// Whether a colour is more brilliant than a dye that only reflects: fluorescent green, yellow, pink or orange.
bool is_neon(const Oklab& colour);

}  // namespace jaedan::inference
