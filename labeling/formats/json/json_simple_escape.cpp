#include "labeling/formats/json/json_simple_escape.h"

#include <cstdint>
#include <cstdio>

#include "labeling/base/utf8.h"

namespace jaedan::labeling {
namespace {

/// The letter after the backslash, or 0.
char short_escape(std::uint32_t code) {
  switch (code) {
    case '"': return '"';
    case '\\': return '\\';
    case '/': return '/';
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return 0;
  }
}

bool needs_hex(std::uint32_t code) {
  return code < 0x20 || (code >= 0x7F && code <= 0x9F) || (code >= 0x2000 && code <= 0x20FF);
}

}  // namespace

std::string json_simple_quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length_at(text, at);
    if (length == 0) {
      append_utf8(out, 0xFFFD);  // what Java makes of a broken byte
      ++at;
      continue;
    }
    const std::uint32_t code = utf8_code_at(text, at);
    if (const char letter = short_escape(code)) {
      out += '\\';
      out += letter;
    } else if (needs_hex(code)) {
      char hex[8];
      std::snprintf(hex, sizeof hex, "\\u%04X", code);
      out += hex;
    } else {
      out += text.substr(at, length);
    }
    at += length;
  }
  return out += '"';
}

}  // namespace jaedan::labeling
