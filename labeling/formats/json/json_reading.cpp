#include "labeling/formats/json/json_reading.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

namespace jaedan::labeling::json_reading {
namespace {

/// Some programs write all values as text.
double number_in_text(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return std::numeric_limits<double>::quiet_NaN();
  text = text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole ? number : std::numeric_limits<double>::quiet_NaN();
}

std::optional<double> within(const JsonValue& value, double limit) {
  const double number = value.is_string() ? number_in_text(value.text) : value.as_double();
  return std::abs(number) <= limit ? std::optional<double>(number) : std::nullopt;  // NaN is not
}

}  // namespace

const JsonValue* member(const JsonValue& object, const char* key) { return object.find(key); }

const std::vector<JsonValue>& list(const JsonValue& object, const char* key) {
  static const std::vector<JsonValue> kNone;
  const JsonValue* found = object.find(key);
  return found ? found->items : kNone;
}

std::string text(const JsonValue& object, const char* key) {
  const JsonValue* found = object.find(key);
  return found && found->is_string() ? found->text : std::string();
}

std::string id(const JsonValue& object, const char* key) {
  const std::optional<std::int64_t> whole = integer(object, key);
  return whole ? std::to_string(*whole) : text(object, key);
}

std::optional<std::int64_t> integer(const JsonValue& object, const char* key) {
  const JsonValue* found = object.find(key);
  const std::optional<double> value = found ? number(*found) : std::nullopt;
  if (!value || *value != std::trunc(*value)) return std::nullopt;
  return static_cast<std::int64_t>(*value);
}

int side(const JsonValue& object, const char* key) {
  const std::int64_t value = integer(object, key).value_or(0);
  return value > 0 && value <= 1'000'000 ? static_cast<int>(value) : 0;
}

std::optional<double> number(const JsonValue& value) { return within(value, 1e15); }

std::optional<double> coordinate(const JsonValue& value) { return within(value, 1e7); }

}  // namespace jaedan::labeling::json_reading
