#pragma once

#include <string>
#include <string_view>

#include "labeling/synth/random.h"

namespace jaedan::labeling::synth {

/// Draws one word of a list like "solid:6 stripe:2 dot" with a chance in proportion to the number (1 when it has none).
/// "-" stands for the empty word; an empty list gives the empty word.
std::string draw_word(std::string_view list, Random& random);

}  // namespace jaedan::labeling::synth
