#pragma once

#include <cstddef>
#include <string_view>

namespace jaedan::recommender {

/// How many typing mistakes lie between two words: letters left out, added, replaced, or two neighbours exchanged
/// (optimal string alignment; Damerau 1964). Anything above `most` is told as `most` + 1.
std::size_t typing_mistakes(std::u32string_view a, std::u32string_view b, std::size_t most);

}  // namespace jaedan::recommender
