#include "labeling/formats/kfashion/java_hash_order.h"

#include <algorithm>
#include <numeric>

#include "labeling/base/utf8.h"

namespace jaedan::labeling {

std::int32_t java_string_hash(std::string_view utf8) {
  std::uint32_t hash = 0;
  const auto add = [&hash](std::uint32_t unit) { hash = 31 * hash + unit; };
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t length = utf8_length_at(utf8, at);
    const std::uint32_t code = length ? utf8_code_at(utf8, at) : 0xFFFD;
    if (code >= 0x10000) {
      add(0xD800 + ((code - 0x10000) >> 10));
      add(0xDC00 + ((code - 0x10000) & 0x3FF));
    } else {
      add(code);
    }
    at += length ? length : 1;
  }
  return static_cast<std::int32_t>(hash);
}

std::vector<std::size_t> java_hash_map_order(const std::vector<std::string>& keys) {
  std::size_t capacity = 16;
  while (keys.size() > capacity / 4 * 3) capacity *= 2;
  std::vector<std::size_t> buckets(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto hash = static_cast<std::uint32_t>(java_string_hash(keys[i]));
    buckets[i] = (hash ^ (hash >> 16)) & (capacity - 1);
  }
  std::vector<std::size_t> order(keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // Doubling the table keeps the order within a bucket, so insertion order decides there whatever happened before.
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return buckets[a] < buckets[b]; });
  return order;
}

}  // namespace jaedan::labeling
