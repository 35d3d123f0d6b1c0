#include "labeling/formats/json/json_document.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <utility>

#include "labeling/formats/json/json_simple_escape.h"

namespace jaedan::labeling {
namespace {

void append(std::string& out, const JsonValue& value) {
  if (!value.raw.empty()) {
    out += value.raw;
    return;
  }
  switch (value.type) {
    case JsonValue::Type::kNull: out += "null"; return;
    case JsonValue::Type::kBool:
    case JsonValue::Type::kNumber: out += value.text; return;
    case JsonValue::Type::kString: out += json_simple_quoted(value.text); return;
    case JsonValue::Type::kArray: {
      out += '[';
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (i) out += ',';
        append(out, value.items[i]);
      }
      out += ']';
      return;
    }
    case JsonValue::Type::kObject: {
      out += '{';
      for (std::size_t i = 0; i < value.members.size(); ++i) {
        const JsonMember& member = value.members[i];
        if (i) out += ',';
        out += member.raw_key.empty() ? json_simple_quoted(member.key) : std::string(member.raw_key);
        out += ':';
        append(out, member.value);
      }
      out += '}';
      return;
    }
  }
}

}  // namespace

JsonValue JsonValue::string(std::string text) {
  JsonValue value;
  value.type = Type::kString;
  value.text = std::move(text);
  return value;
}

JsonValue JsonValue::number(std::string token) {
  JsonValue value;
  value.type = Type::kNumber;
  value.text = std::move(token);
  return value;
}

JsonValue JsonValue::object() {
  JsonValue value;
  value.type = Type::kObject;
  return value;
}

JsonValue JsonValue::array(std::vector<JsonValue> items) {
  JsonValue value;
  value.type = Type::kArray;
  value.items = std::move(items);
  return value;
}

double JsonValue::as_double() const {
  if (type != Type::kNumber) return std::numeric_limits<double>::quiet_NaN();
  return std::strtod(text.c_str(), nullptr);  // understands the three words for non-numbers as well
}

const JsonValue* JsonValue::find(std::string_view key) const {
  const auto found = std::find_if(members.rbegin(), members.rend(), [key](const auto& m) { return m.key == key; });
  return found == members.rend() ? nullptr : &found->value;
}

JsonValue* JsonValue::find(std::string_view key) { return const_cast<JsonValue*>(std::as_const(*this).find(key)); }

JsonValue& JsonValue::set(std::string_view key, JsonValue value, const std::vector<std::string_view>& order) {
  touch();
  if (JsonValue* there = find(key)) return *there = std::move(value);
  auto place = members.end();
  const auto rank = std::find(order.begin(), order.end(), key);
  if (rank != order.end()) {
    place = std::find_if(members.begin(), members.end(), [&](const JsonMember& member) {
      return std::find(rank + 1, order.end(), member.key) != order.end();
    });
  }
  return members.insert(place, JsonMember{std::string(key), {}, std::move(value)})->value;
}

void JsonValue::erase(std::string_view key) {
  const auto gone = std::remove_if(members.begin(), members.end(), [key](const auto& m) { return m.key == key; });
  if (gone == members.end()) return;
  touch();
  members.erase(gone, members.end());
}

std::string json_text_of(const JsonValue& value) {
  std::string out;
  append(out, value);
  return out;
}

}  // namespace jaedan::labeling
