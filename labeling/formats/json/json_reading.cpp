#include "labeling/formats/json/json_reading.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

namespace jaedan::labeling::json_reading {
namespace {

constexpr const char* kBlanks = " \t\r\n";

std::optional<double> within(const JsonValue& value, double limit) {
  // Some programs write all values as text.
  const double given = value.is_string() ? number_in_text(value.text).value_or(limit * 2) : value.as_double();
  return std::abs(given) <= limit ? std::optional<double>(given) : std::nullopt;  // NaN is not
}

/// The digits of a whole number in their shortest form, however many there are: "7" of " 007", of "7.0".
std::optional<std::string> whole_digits(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return std::nullopt;
  text = text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
  const bool negative = text.front() == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view digits = text.substr(0, point);
  const std::string_view zeros = text.substr(std::min(point + 1, text.size()));
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  if (zeros.find_first_not_of('0') != std::string_view::npos) return std::nullopt;
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string_view::npos) return "0";
  return (negative ? "-" : "") + std::string(digits.substr(first));
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
  // Hashes are ids, too: no double holds their 64 bits.
  if (const std::optional<std::string> digits = whole_digits(word(object, key))) return *digits;
  const std::optional<std::int64_t> whole = integer(object, key);  // 7e0
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
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return std::nullopt;
  text = text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size() && std::isfinite(number);
  return whole ? std::optional<double>(number) : std::nullopt;
}

std::optional<double> coordinate(const JsonValue& value) { return within(value, 1e7); }

}  // namespace jaedan::labeling::json_reading
