#include "labeling/base/text_encoding.h"

#include <iconv.h>

#include <algorithm>
#include <cstddef>

#include "labeling/base/utf8.h"

namespace jaedan {
namespace {

constexpr std::size_t kLongestCharacter = 4;

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

/// Up to a character that is cut off at the end.
bool is_utf8(std::string_view text) {
  std::size_t at = 0;
  while (const std::size_t length = utf8_length_at(text, at)) at += length;
  const std::string_view rest = text.substr(at);
  if (rest.empty()) return true;
  const auto first = static_cast<unsigned char>(rest[0]);
  const std::size_t wanted = first < 0xC2 || first > 0xF4 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  return rest.size() < wanted && std::all_of(rest.begin() + 1, rest.end(), [](char c) { return (c & 0xC0) == 0x80; });
}

bool has_hangul(std::string_view utf8) {
  for (std::size_t at = 0; const std::size_t length = utf8_length_at(utf8, at); at += length) {
    const std::uint32_t code = utf8_code_at(utf8, at);
    if (code >= 0xAC00 && code < 0xD7A4) return true;
  }
  return false;
}

}  // namespace

std::string encoding_of(std::string_view bytes) {
  using std::literals::string_view_literals::operator""sv;
  if (starts_with(bytes, "\xFF\xFE\0\0"sv) || starts_with(bytes, "\0\0\xFE\xFF"sv)) return "UTF-32";
  if (starts_with(bytes, "\xFF\xFE"sv) || starts_with(bytes, "\xFE\xFF"sv)) return "UTF-16";
  if (bytes.size() >= 2 && bytes[0] != 0 && bytes[1] == 0) return "UTF-16LE";
  if (bytes.size() >= 2 && bytes[0] == 0 && bytes[1] != 0) return "UTF-16BE";
  if (is_utf8(bytes)) return "UTF-8";
  const std::optional<std::string> korean = utf8_from(bytes, "CP949");
  return korean && has_hangul(*korean) ? "CP949" : "";
}

std::optional<std::string> utf8_from(std::string_view bytes, const std::string& encoding) {
  const iconv_t converter = ::iconv_open("UTF-8", encoding.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string text(bytes.size() * 2 + kLongestCharacter, '\0');  // Korean takes three bytes for two
  char* in = const_cast<char*>(bytes.data());                    // iconv does not write there
  std::size_t in_left = bytes.size();
  char* out = text.data();
  std::size_t out_left = text.size();
  const bool whole = ::iconv(converter, &in, &in_left, &out, &out_left) != static_cast<std::size_t>(-1);
  ::iconv_close(converter);
  if (!whole || in_left > 0) return std::nullopt;
  text.resize(text.size() - out_left);
  return text;
}

Error not_utf8(const std::string& encoding) {
  const std::string name = encoding == "CP949" ? "CP949 (EUC-KR)" : encoding;
  return {ErrorCode::kCorrupt,
          "text.other_encoding",
          "no UTF-8: the text seems to be {0}; convert it with: iconv -f {1} -t UTF-8 OLD > NEW",
          {name, encoding}};
}

}  // namespace jaedan
