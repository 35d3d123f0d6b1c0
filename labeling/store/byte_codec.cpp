#include "labeling/store/byte_codec.h"

#include <cstdint>
#include <cstring>

#include "labeling/base/base64.h"
#include "labeling/base/utf8.h"

namespace jaedan::labeling {
namespace {

static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "vectors are stored little-endian");

}  // namespace

std::string text_from_bytes(std::string_view bytes) {
  return is_plain_text(bytes) ? "t" + std::string(bytes) : "b" + base64_from_bytes(bytes);
}

Result<std::string> bytes_from_text(std::string_view text) {
  if (!text.empty() && text.front() == 't') return std::string(text.substr(1));
  if (!text.empty() && text.front() == 'b') return bytes_from_base64(text.substr(1));
  return Error{ErrorCode::kCorrupt, "store.bytes_unreadable", "stored bytes have no known first letter"};
}

std::string text_from_floats(const std::vector<float>& floats) {
  return base64_from_bytes({reinterpret_cast<const char*>(floats.data()), floats.size() * sizeof(float)});
}

Result<std::vector<float>> floats_from_text(std::string_view text) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, bytes_from_base64(text));
  if (bytes.size() % sizeof(float) != 0) {
    return Error{ErrorCode::kCorrupt, "store.vector_cut_off", "a stored vector is cut off"};
  }
  std::vector<float> floats(bytes.size() / sizeof(float));
  if (!floats.empty()) std::memcpy(floats.data(), bytes.data(), bytes.size());
  return floats;
}

}  // namespace jaedan::labeling
