#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jaedan::labeling {

/// java.lang.String.hashCode of a UTF-8 text: over its UTF-16 units, h = 31·h + unit, 32 bits.
std::int32_t java_string_hash(std::string_view utf8);

/// The order in which java.util.HashMap (Java 8 and later) walks over `keys` that were put in this order: indexes into
/// `keys`, which must differ from each other. This is the order of a polygon's coordinates in K-Fashion files. Buckets
/// that Java would turn into trees (8 entries) do not occur for these keys.
std::vector<std::size_t> java_hash_map_order(const std::vector<std::string>& keys);

}  // namespace jaedan::labeling
