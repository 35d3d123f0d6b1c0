#include "labeling/formats/json/json_reading.h"

#include <cmath>

namespace jaedan::labeling::json_reading {
namespace {

std::optional<double> within(const JsonValue& value, double limit) {
  const double number = value.as_double();
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
