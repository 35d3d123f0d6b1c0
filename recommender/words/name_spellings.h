#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jaedan::recommender {

/// The ways in which a person may write a name of the taxonomy: itself, and what stands beside a slash or in brackets.
/// "wool/cashmere" → wool, cashmere; "belt (sash)" → belt, sash; "Chinese (mandarin) collar" → Chinese collar, mandarin
/// collar.
std::vector<std::string> name_spellings(std::string_view name);

}  // namespace jaedan::recommender
