#include "labeling/formats/exchange/coco_rle.h"

#include <string>

namespace jaedan::labeling {
namespace {

/// Python prints bytes as b'…', with a '\\' for each '\'. The quotes are no letters of COCO's.
std::string without_python_quotes(std::string_view text) {
  const bool quoted =
      text.size() >= 3 && text[0] == 'b' && (text[1] == '\'' || text[1] == '"') && text.back() == text[1];
  if (!quoted) return std::string(text);
  std::string out;
  for (std::size_t at = 2; at + 1 < text.size(); ++at) {
    if (text[at] == '\\' && text[at + 1] == '\\') ++at;
    out += text[at];
  }
  return out;
}

}  // namespace

std::vector<std::uint32_t> rle_counts_of(const Mask& mask) {
  std::vector<std::uint32_t> counts = {0};
  bool inside = false;
  for (int x = 0; x < mask.width; ++x) {
    for (int y = 0; y < mask.height; ++y) {
      if ((mask.at(x, y) != 0) != inside) {
        inside = !inside;
        counts.push_back(0);
      }
      ++counts.back();
    }
  }
  return counts;
}

Result<Mask> mask_from_rle(const std::vector<std::uint32_t>& counts, int width, int height) {
  constexpr std::int64_t kMostPixels = 200'000'000;
  if (width <= 0 || height <= 0) return Error{ErrorCode::kCorrupt, "runs.no_size", "run lengths without a size"};
  const std::int64_t pixels = static_cast<std::int64_t>(width) * height;
  if (pixels > kMostPixels)
    return Error{ErrorCode::kTooLarge, "runs.too_large", "run lengths of more than 200 megapixels"};
  std::int64_t total = 0;
  for (const std::uint32_t count : counts) total += count;
  if (total != pixels) {
    return Error{
        ErrorCode::kCorrupt, "runs.other_size", "run lengths of {0} pixels for an image of {1}", {total, pixels}};
  }
  Mask mask = Mask::of_size(width, height);
  std::int64_t at = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    for (std::uint32_t k = 0; k < counts[i]; ++k, ++at) {
      if (i % 2) mask.at(static_cast<int>(at / height), static_cast<int>(at % height)) = 255;
    }
  }
  return mask;
}

Result<std::vector<std::uint32_t>> rle_counts_from_text(std::string_view written) {
  const std::string text = without_python_quotes(written);
  std::vector<std::uint32_t> counts;
  for (std::size_t at = 0; at < text.size();) {
    std::int64_t value = 0;
    bool more = true;
    for (int shift = 0; more; shift += 5) {
      const int c = at < text.size() ? text[at++] - 48 : -1;
      if (c < 0 || c > 63 || shift > 30)
        return Error{ErrorCode::kCorrupt, "runs.broken", "broken compressed run lengths"};
      value |= static_cast<std::int64_t>(c & 0x1F) << shift;
      more = (c & 0x20) != 0;
      if (!more && (c & 0x10)) value |= -(std::int64_t{1} << (shift + 5));
    }
    if (counts.size() > 2) value += counts[counts.size() - 2];
    if (value < 0 || value > 0xFFFFFFFFll)
      return Error{ErrorCode::kCorrupt, "runs.broken", "broken compressed run lengths"};
    counts.push_back(static_cast<std::uint32_t>(value));
  }
  return counts;
}

}  // namespace jaedan::labeling
