#include "labeling/store/region_codec.h"

#include <charconv>
#include <cmath>
#include <vector>

namespace jaedan::labeling {
namespace {

void append_number(std::string& text, double number) {
  char buffer[32];  // the longest shortest form, -2.2250738585072014e-308, has 24 characters
  const std::to_chars_result end = std::to_chars(buffer, buffer + sizeof(buffer), number);
  text.append(buffer, end.ptr);
}

/// Reads from the front of a text; every step says whether it found what it looked for.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool at_end() const { return text_.empty(); }
  bool take(char wanted) {
    if (text_.empty() || text_.front() != wanted) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool take_number(double& number) {
    const std::from_chars_result end = std::from_chars(text_.data(), text_.data() + text_.size(), number);
    if (end.ec != std::errc() || !std::isfinite(number)) return false;
    text_.remove_prefix(static_cast<std::size_t>(end.ptr - text_.data()));
    return true;
  }
  /// "[n,n,…]"
  bool take_numbers(std::vector<double>& numbers) {
    numbers.clear();
    if (!take('[')) return false;
    if (take(']')) return true;
    do {
      if (!take_number(numbers.emplace_back())) return false;
    } while (take(','));
    return take(']');
  }

 private:
  std::string_view text_;
};

std::string head_of(std::string_view text) {
  constexpr std::size_t kMost = 40;
  return std::string(text.substr(0, kMost)) + (text.size() > kMost ? "…" : "");
}

Error no_region(std::string_view text) {
  return {ErrorCode::kCorrupt, "store.region_unreadable", "cannot read a region from '{0}'", {head_of(text)}};
}

Error no_rect(std::string_view text) {
  return {ErrorCode::kCorrupt, "store.rect_unreadable", "cannot read a rect from '{0}'", {head_of(text)}};
}

}  // namespace

std::string region_to_text(const Region& region) {
  std::string text = "[";
  for (const Ring& ring : region.rings) {
    if (text.size() > 1) text += ',';
    text += '[';
    for (std::size_t i = 0; i < ring.size(); ++i) {
      if (i > 0) text += ',';
      append_number(text, ring[i].x);
      text += ',';
      append_number(text, ring[i].y);
    }
    text += ']';
  }
  return text += ']';
}

Result<Region> region_from_text(std::string_view text) {
  Reader reader(text);
  Region region;
  std::vector<double> numbers;
  if (!reader.take('[')) return no_region(text);
  if (!reader.take(']')) {
    do {
      if (!reader.take_numbers(numbers) || numbers.size() % 2 != 0) return no_region(text);
      Ring& ring = region.rings.emplace_back();
      ring.reserve(numbers.size() / 2);
      for (std::size_t i = 0; i < numbers.size(); i += 2) ring.push_back({numbers[i], numbers[i + 1]});
    } while (reader.take(','));
    if (!reader.take(']')) return no_region(text);
  }
  if (!reader.at_end()) return no_region(text);
  return region;
}

std::string rect_to_text(const Rect& rect) {
  std::string text = "[";
  for (const double number : {rect.x, rect.y, rect.width, rect.height}) {
    if (text.size() > 1) text += ',';
    append_number(text, number);
  }
  return text += ']';
}

Result<Rect> rect_from_text(std::string_view text) {
  Reader reader(text);
  std::vector<double> numbers;
  if (!reader.take_numbers(numbers) || numbers.size() != 4 || !reader.at_end()) return no_rect(text);
  return Rect{numbers[0], numbers[1], numbers[2], numbers[3]};
}

}  // namespace jaedan::labeling
