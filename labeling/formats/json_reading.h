#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "labeling/domain/region.h"
#include "labeling/domain/result.h"

/// Reading other people's JSON with nlohmann without an exception: for the .cpp files of formats only.
namespace jaedan::labeling::json_reading {

using Json = nlohmann::json;

/// kCorrupt with the parser's sentence, kTooLarge over `limit_bytes`.
inline Result<Json> parse(std::string_view bytes, std::size_t limit_bytes) {
  if (bytes.size() > limit_bytes) {
    return Error{ErrorCode::kTooLarge, "JSON of " + std::to_string(bytes.size()) + " bytes, the limit is " +
                                           std::to_string(limit_bytes)};
  }
  try {
    return Json::parse(bytes);
  } catch (const Json::exception& exception) {
    return Error{ErrorCode::kCorrupt, exception.what()};
  }
}

/// The member, or null when `object` is none or has none of this name.
inline const Json* member(const Json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

/// A list member; an empty list when absent or something else.
inline const Json& list(const Json& object, const char* key) {
  static const Json kNone = Json::array();
  const Json* found = member(object, key);
  return found && found->is_array() ? *found : kNone;
}

inline std::string text(const Json& object, const char* key) {
  const Json* found = member(object, key);
  return found && found->is_string() ? found->get<std::string>() : std::string();
}

/// A finite number of sensible size.
inline std::optional<double> number(const Json& value) {
  if (!value.is_number()) return std::nullopt;
  const double n = value.get<double>();
  return std::abs(n) <= 1e15 ? std::optional<double>(n) : std::nullopt;
}

inline std::optional<std::int64_t> integer(const Json& object, const char* key) {
  const Json* found = member(object, key);
  const std::optional<double> n = found ? number(*found) : std::nullopt;
  if (!n || *n != std::trunc(*n)) return std::nullopt;
  return static_cast<std::int64_t>(*n);
}

/// A side of an image; 0 when absent or senseless.
inline int side(const Json& object, const char* key) {
  const std::int64_t n = integer(object, key).value_or(0);
  return n > 0 && n <= 1'000'000 ? static_cast<int>(n) : 0;
}

/// A coordinate of an image.
inline std::optional<double> coordinate(const Json& value) {
  const std::optional<double> n = number(value);
  return n && std::abs(*n) <= 1e7 ? n : std::nullopt;
}

}  // namespace jaedan::labeling::json_reading
