#include "labeling/formats/json/json_reading.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

namespace jaedan::labeling::json_reading {
namespace {

std::optional<double> within(const JsonValue& value, double limit) {
  // Some programs write all values as text.
  const double given = value.is_string() ? number_in_text(value.text).value_or(limit * 2) : value.as_double();
  return std::abs(given) <= limit ? std::optional<double>(given) : std::nullopt;  // NaN is not
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

std::string word(const JsonValue& object, const char* key) {
  const JsonValue* found = object.find(key);
  const bool is_word = found && (found->is_string() || found->type == JsonValue::Type::kNumber);
  return is_word ? found->text : std::string();
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

std::optional<double> number_in_text(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return std::nullopt;
  text = text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size() && std::isfinite(number);
  return whole ? std::optional<double>(number) : std::nullopt;
}

std::optional<double> coordinate(const JsonValue& value) { return within(value, 1e7); }

}  // namespace jaedan::labeling::json_reading
