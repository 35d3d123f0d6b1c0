#include "labeling/formats/label_signs.h"

#include <algorithm>
#include <cctype>
#include <sstream>

#include "labeling/base/text_encoding.h"
#include "labeling/base/utf8.h"
#include "labeling/formats/kfashion/kfashion_keys.h"
#include "labeling/formats/label_mask.h"
#include "labeling/formats/text_lines.h"
#include "labeling/io/image_decoder.h"

namespace jaedan::labeling {
namespace {

constexpr const char* kBlanks = " \t\r\n";

std::string as_utf8(std::string_view bytes) {
  const std::string encoding = encoding_of(bytes);
  if (encoding.empty() || encoding == "UTF-8") return std::string(bytes);
  return utf8_from(bytes, encoding).value_or(std::string(bytes));
}

bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

/// `key` as JSON that keeps to ASCII writes it: \uc774\ubbf8…
std::string escaped(std::string_view key) {
  std::ostringstream out;
  for (const std::uint32_t code : utf8_codes(key)) {
    if (code < 0x80) {
      out << static_cast<char>(code);
    } else {
      out << "\\u" << std::hex << code;
    }
  }
  return out.str();
}

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return c < 0x80 ? std::tolower(c) : c; });
  return text;
}

/// Whether a member of this name is a list, wherever it stands.
bool has_list(std::string_view text, const std::string& key) {
  const std::string quoted = '"' + key + '"';
  for (std::size_t at = text.find(quoted); at != std::string_view::npos; at = text.find(quoted, at + 1)) {
    const std::size_t colon = text.find_first_not_of(kBlanks, at + quoted.size());
    if (colon == std::string_view::npos || text[colon] != ':') continue;
    const std::size_t value = text.find_first_not_of(kBlanks, colon + 1);
    if (value != std::string_view::npos && text[value] == '[') return true;
  }
  return false;
}

/// A class number, then four numbers or more.
bool is_yolo_line(const std::string& line) {
  std::istringstream words(line);
  std::string word;
  if (!(words >> word) || word.find_first_not_of("0123456789") != std::string::npos) return false;
  int numbers = 0;
  for (double number = 0; words >> number;) ++numbers;
  return words.eof() && numbers >= 4;
}

}  // namespace

bool looks_like_kfashion(std::string_view bytes) {
  const std::string searched = utf8_composed(as_utf8(bytes));
  const std::string lower = lower_case(searched);
  for (const std::string_view key : {kfashion::kImage, kfashion::kDataset}) {
    if (has(searched, key) || has(lower, escaped(key))) return true;
  }
  return false;
}

bool looks_like_coco(std::string_view bytes) {
  const std::string text = as_utf8(bytes);
  if (has_list(text, "shapes")) return false;
  return has_list(text, "images") || (has_list(text, "annotations") && has(text, "\"image_id\""));
}

bool looks_like_labelme(std::string_view bytes) {
  const std::string text = as_utf8(bytes);
  return has_list(text, "shapes") &&
         (has(text, "\"imagePath\"") || has(text, "\"imageData\"") || has(text, "\"shape_type\""));
}

bool looks_like_voc(std::string_view bytes) {
  const std::string text = as_utf8(bytes);
  if (has(text, "<annotation")) return true;
  // <v:annotation xmlns:v="…">
  const std::size_t colon = text.find(":annotation");
  const std::size_t begin = colon == std::string::npos ? colon : text.find_last_of("< \t\r\n\"'/", colon);
  return begin != std::string::npos && text[begin] == '<';
}

bool looks_like_yolo(std::string_view bytes) {
  int boxes = 0;
  for (std::string_view rest = without_byte_order_mark(bytes), line; take_line(rest, line);) {
    if (line.find_first_not_of(kBlanks) == std::string_view::npos) continue;
    const bool cut_off = rest.empty() && bytes.size() >= kSignBytes;
    if (!cut_off && !is_yolo_line(std::string(line))) return false;
    ++boxes;
  }
  return boxes > 0;
}

bool looks_like_mask(std::string_view bytes) {
  const Result<Mask> mask = decode_mask(bytes);
  if (!mask.ok()) return false;
  const MaskReading reading = annotation_from_mask(*mask);
  return !reading.annotation.garments.empty() && reading.warnings.empty();
}

}  // namespace jaedan::labeling
