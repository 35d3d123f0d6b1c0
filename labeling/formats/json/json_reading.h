#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/formats/json/json_document.h"

/// Asking other people's JSON for what ought to be there; nothing fails, what is missing or of the wrong kind is empty.
namespace jaedan::labeling::json_reading {

/// The member, or null when `object` is no object or has none of this name.
const JsonValue* member(const JsonValue& object, const char* key);
/// The items of a list member.
const std::vector<JsonValue>& list(const JsonValue& object, const char* key);
/// A text member.
std::string text(const JsonValue& object, const char* key);
/// A name: a text member, or a number as it is written (100026).
std::string word(const JsonValue& object, const char* key);
/// What names a thing: a whole number in its shortest form, however it is written (7, 7.0, "7") and however long it is
/// (a hash of 64 bits), any other text as it stands; empty when absent.
std::string id(const JsonValue& object, const char* key);
/// A whole number member of up to 15 digits.
std::optional<std::int64_t> integer(const JsonValue& object, const char* key);
/// A side of an image, at most a million pixels; 0 when absent or senseless.
int side(const JsonValue& object, const char* key);
/// A finite number of at most 15 digits before the point; also one that was written as text ("12.5").
std::optional<double> number(const JsonValue& value);
/// The number that a whole text is, blanks around it aside; nothing for "", "12px", "10,5", "nan" and "0x10". The same
/// in every locale.
std::optional<double> number_in_text(std::string_view text);
/// A place in an image: a number within ten million.
std::optional<double> coordinate(const JsonValue& value);

}  // namespace jaedan::labeling::json_reading
