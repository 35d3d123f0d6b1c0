#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"

namespace jaedan::labeling {

struct JsonMember;

/// A JSON value that remembers how it was written: members keep their order, a value that nobody touched is
/// written back byte for byte. General JSON libraries keep neither number texts nor escapes, and K-Fashion files
/// need both.
///
/// `raw` and the members' `raw_key` point into the text that was parsed: that text must outlive the value.
struct JsonValue {
  enum class Type { kNull, kBool, kNumber, kString, kArray, kObject };

  Type type = Type::kNull;
  std::string_view raw;             ///< as read; empty for a new or changed value
  std::string text;                 ///< a string's characters (UTF-8, form C, unescaped), or a number's or bool's token
  std::vector<JsonValue> items;     ///< of an array
  std::vector<JsonMember> members;  ///< of an object, in order; keys may repeat

  static JsonValue string(std::string text);
  static JsonValue number(std::string token);
  static JsonValue object();
  static JsonValue array(std::vector<JsonValue> items);

  bool is_object() const { return type == Type::kObject; }
  bool is_array() const { return type == Type::kArray; }
  bool is_string() const { return type == Type::kString; }
  /// A number's value; NaN for anything else and for tokens that are no number. Over-large numbers give infinity.
  double as_double() const;

  /// The last member with this key (as every other reader takes it), or null.
  const JsonValue* find(std::string_view key) const;
  JsonValue* find(std::string_view key);

  /// Says that something inside is about to change: this level is written anew, from its members or items.
  void touch() { raw = {}; }
  /// Sets a member: in place when it is there, else before the first member that `order` lists after `key`, else at
  /// the end. Touches this object.
  JsonValue& set(std::string_view key, JsonValue value, const std::vector<std::string_view>& order);
  /// Removes every member with this key. Touches this object when there was one.
  void erase(std::string_view key);
};

struct JsonMember {
  std::string key;           ///< in form C (utf8_nfc)
  std::string_view raw_key;  ///< with its quotes, as read; empty for a new member
  JsonValue value;
};

/// Bounds against hostile text.
struct JsonLimits {
  std::size_t bytes = 8u << 20;
  std::size_t depth = 64;
  std::size_t values = 1'000'000;
};

/// Parses RFC 8259 text plus `NaN`, `Infinity` and `-Infinity`, which some programs write. A byte order mark is
/// skipped. kCorrupt names the byte, or the encoding that the text seems to have instead; kTooLarge names the limit.
Result<JsonValue> parse_json_document(std::string_view text, const JsonLimits& limits = {});

/// One line without blanks, strings escaped as json-simple does; untouched values as they were read.
std::string json_text_of(const JsonValue& value);

}  // namespace jaedan::labeling
