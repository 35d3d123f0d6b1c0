#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"

namespace jaedan::labeling {

/// Any bytes as text that every database keeps: "t" and the bytes as they are when they are UTF-8 without
/// NUL (label files, JSON), "b" and base64 otherwise. One text column then holds both, and nothing depends
/// on how a driver treats BLOB, bytea or NUL.
std::string text_from_bytes(std::string_view bytes);
/// The bytes again. kCorrupt for text that `text_from_bytes` did not write.
Result<std::string> bytes_from_text(std::string_view text);

/// A vector as base64 of its little-endian 32-bit floats; exact.
std::string text_from_floats(const std::vector<float>& floats);
Result<std::vector<float>> floats_from_text(std::string_view text);

}  // namespace jaedan::labeling
