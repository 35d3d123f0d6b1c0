#include "app/report/html_text.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <locale>
#include <sstream>

#include "labeling/base/base64.h"
#include "labeling/base/utf8.h"

namespace jaedan::report {
namespace {

constexpr const char* kNoNumber = "–";
constexpr const char* kNoCharacter = "\xEF\xBF\xBD";  // U+FFFD

void append_ascii(std::string& out, char c) {
  switch (c) {
    case '&': out += "&amp;"; break;
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '"': out += "&quot;"; break;
    case '\'': out += "&#39;"; break;
    default: out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
  }
}

std::size_t bytes_at(const std::string& text, std::size_t at) {
  return std::max<std::size_t>(1, utf8_length_at(text, at));
}

/// How many letters a character of so many bytes is as wide as.
std::size_t letters_in(std::size_t bytes) { return bytes >= 3 ? 2 : 1; }

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length_at(text, at);
    if (length == 1) {
      append_ascii(out, text[at]);
    } else {
      out += length == 0 ? std::string_view(kNoCharacter) : text.substr(at, length);
    }
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

std::string fixed(double value, int digits) {
  if (!std::isfinite(value)) return kNoNumber;
  std::ostringstream text;
  text.imbue(std::locale::classic());
  text.setf(std::ios::fixed);
  text.precision(digits);
  text << value;
  return text.str();
}

std::string percent(double share) { return std::isfinite(share) ? fixed(100 * share, 0) + " %" : kNoNumber; }

std::string data_uri(std::string_view mime, std::string_view bytes) {
  return "data:" + std::string(mime) + ";base64," + base64_from_bytes(bytes);
}

std::size_t letters_of(const std::string& text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); at += bytes_at(text, at)) letters += letters_in(bytes_at(text, at));
  return letters;
}

std::string shortened(const std::string& text, std::size_t most_letters) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = bytes_at(text, at);
    letters += letters_in(length);
    if (letters > most_letters) return text.substr(0, at) + "…";
    at += length;
  }
  return text;
}

}  // namespace jaedan::report
