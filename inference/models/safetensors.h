#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "labeling/base/result.h"

namespace jaedan::inference {

/// How a tensor's numbers lie in the file. In memory they are always float. kI8 (eight_bits.h) has a second tensor
/// beside it in the file, NAME.scale, which is F32 and holds one scale for each step of the first dimension; in memory
/// it is part of the first.
enum class TensorType { kF32, kF16, kI8 };

/// As the file names it: F32, F16, I8.
std::string_view id_of(TensorType type);
/// kUnsupported names those there are.
Result<TensorType> parse_tensor_type(std::string_view word);

struct TensorData {
  std::vector<std::int64_t> shape;  ///< empty = one number
  std::vector<float> values;        ///< row by row
  TensorType stored_as = TensorType::kF32;

  friend bool operator==(const TensorData& a, const TensorData& b) {
    return a.shape == b.shape && a.values == b.values && a.stored_as == b.stored_as;
  }
};

/// Named tensors and words about them.
struct TensorFile {
  std::map<std::string, TensorData> tensors;
  std::map<std::string, std::string> metadata;
};

/// The safetensors form (huggingface/safetensors, README "Format"): 8 bytes little-endian header length, a JSON
/// header {name: {dtype, shape, data_offsets}}, then the raw numbers. It can hold no code, which is why weights
/// are kept in it. `name` stands in messages.
///
/// kCorrupt: cut short, header over 100 MB or no JSON, shape and size that disagree, ranges that overlap, leave
/// gaps or run past the end, numbers that are no numbers, I8 whose scales have another shape. kUnsupported: another
/// dtype than F32, F16 and I8, and I8 without scales.
Result<TensorFile> parse_safetensors(std::string_view bytes, const std::string& name);
/// The same from a file; also kNotFound, kTooLarge and kIo.
Result<TensorFile> read_safetensors(const std::string& path);
/// A larger weights file is refused.
inline constexpr std::uint64_t kWeightsLimitBytes = std::uint64_t{16} << 30;

/// The bytes `parse_safetensors` reads back. kInvalidArgument when a shape does not fit its values, I8 has no first
/// dimension or the name of its scales is taken.
Result<std::string> serialize_safetensors(const TensorFile& file);
/// Writes beside `path` and renames, so that a reader never sees half a file.
Status write_safetensors(const std::string& path, const TensorFile& file);

/// IEEE 754 half precision; rounds to nearest even, too large becomes infinity.
std::uint16_t half_from_float(float value);
float float_from_half(std::uint16_t half);

}  // namespace jaedan::inference
