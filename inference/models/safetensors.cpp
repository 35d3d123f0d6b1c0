#include "inference/models/safetensors.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>
#include <numeric>

#include "inference/models/eight_bits.h"
#include "inference/models/kind_words.h"
#include "labeling/base/file_system.h"

namespace jaedan::inference {
namespace {

using nlohmann::json;

constexpr std::uint64_t kHeaderLimit = 100'000'000;
constexpr std::size_t kLengthBytes = 8;

struct Place {
  std::uint64_t begin, end;
};

Error corrupt(Message where, Message why) {
  return {ErrorCode::kCorrupt, in_context(std::move(where), std::move(why))};
}

Message tensor_in(const std::string& name, const std::string& key) {
  return {"safetensors.tensor", "{0}: tensor '{1}'", {name, key}};
}

// Multiplies with a limit, so that a made-up shape cannot overflow.
Result<std::uint64_t> element_count(const std::vector<std::int64_t>& shape, std::uint64_t limit, const Message& where) {
  std::uint64_t count = 1;
  for (const std::int64_t side : shape) {
    if (side < 0) return corrupt(where, {"safetensors.negative_side", "a side of the shape is negative"});
    if (side != 0 && count > limit / static_cast<std::uint64_t>(side)) {
      return corrupt(where, {"safetensors.shape_too_large", "the shape is larger than the file"});
    }
    count *= static_cast<std::uint64_t>(side);
  }
  return count;
}

const std::string kScaleEnding = ".scale";

std::size_t width_of(TensorType type) {
  switch (type) {
    case TensorType::kF32: return 4;
    case TensorType::kF16: return 2;
    case TensorType::kI8: return 1;
  }
  return 0;
}

constexpr std::array<KindWord<TensorType>, 3> kTypes = {
    {{TensorType::kF32, "F32"}, {TensorType::kF16, "F16"}, {TensorType::kI8, "I8"}}};

// The numbers as they lie in the file: those of I8 are not scaled yet.
std::vector<float> numbers_at(const char* from, std::uint64_t count, TensorType type) {
  std::vector<float> values(count);
  switch (type) {
    case TensorType::kF32:
      if (count != 0) std::memcpy(values.data(), from, count * 4);
      break;
    case TensorType::kF16:
      for (std::uint64_t i = 0; i < count; ++i) {
        std::uint16_t half = 0;
        std::memcpy(&half, from + 2 * i, 2);
        values[i] = float_from_half(half);
      }
      break;
    case TensorType::kI8:
      for (std::uint64_t i = 0; i < count; ++i) values[i] = static_cast<signed char>(from[i]);
      break;
  }
  return values;
}

Result<TensorData> read_tensor(const json& entry, std::string_view data, const Message& where, Place& place) {
  TensorData tensor;
  const Result<TensorType> type = parse_tensor_type(entry.at("dtype").get<std::string>());
  if (!type) return type.error().with_context(where);
  tensor.stored_as = *type;
  for (const json& side : entry.at("shape")) {
    if (!side.is_number_integer()) {
      return corrupt(where, {"safetensors.no_shape", "the shape is not made of whole numbers"});
    }
    tensor.shape.push_back(side.get<std::int64_t>());
  }
  const json& offsets = entry.at("data_offsets");
  if (offsets.size() != 2 || !offsets.at(0).is_number_unsigned() || !offsets.at(1).is_number_unsigned()) {
    return corrupt(where, {"safetensors.no_offsets", "data_offsets are not two whole numbers"});
  }
  place = {offsets.at(0), offsets.at(1)};
  if (place.begin > place.end || place.end > data.size()) {
    return corrupt(where, {"safetensors.outside_file", "its numbers lie outside the file"});
  }
  JAEDAN_ASSIGN_OR_RETURN(const std::uint64_t count, element_count(tensor.shape, data.size(), where));
  if (count * width_of(*type) != place.end - place.begin) {
    return corrupt(where, {"safetensors.other_size", "its shape and its size disagree"});
  }
  tensor.values = numbers_at(data.data() + place.begin, count, *type);
  if (!std::all_of(tensor.values.begin(), tensor.values.end(), [](float v) { return std::isfinite(v); })) {
    return corrupt(where, {"safetensors.not_finite", "holds infinity or something that is no number"});
  }
  return tensor;
}

// Gives the tensors of whole numbers their scales, which are no tensors of their own then.
Status apply_scales(std::map<std::string, TensorData>& tensors, const std::string& name) {
  std::vector<std::string> used;
  for (auto& [key, tensor] : tensors) {
    if (tensor.stored_as != TensorType::kI8) continue;
    const Message where = tensor_in(name, key);
    const auto scale = tensors.find(key + kScaleEnding);
    if (scale == tensors.end()) {
      return Error{
          ErrorCode::kUnsupported, "safetensors.no_scales", "{0}: whole numbers without their scales", {where}};
    }
    const bool fits = !tensor.shape.empty() && scale->second.stored_as == TensorType::kF32 &&
                      scale->second.shape == std::vector<std::int64_t>{tensor.shape[0]};
    if (!fits) return corrupt(where, {"safetensors.other_scales", "its scales do not fit its shape"});
    EightBits packed{{tensor.values.begin(), tensor.values.end()}, scale->second.values};
    tensor.values = from_eight_bits(packed);
    if (!std::all_of(tensor.values.begin(), tensor.values.end(), [](float v) { return std::isfinite(v); })) {
      return corrupt(where, {"safetensors.large_scales", "its scales are too large"});
    }
    used.push_back(scale->first);
  }
  for (const std::string& scale : used) tensors.erase(scale);
  return {};
}

Result<TensorFile> parse_header(const json& header, std::string_view data, const std::string& name) {
  TensorFile file;
  std::vector<Place> places;
  for (const auto& [key, entry] : header.items()) {
    if (key == "__metadata__") {
      for (const auto& [word, value] : entry.items()) file.metadata[word] = value.get<std::string>();
      continue;
    }
    Place place{};
    JAEDAN_ASSIGN_OR_RETURN(file.tensors[key], read_tensor(entry, data, tensor_in(name, key), place));
    places.push_back(place);
  }
  std::sort(places.begin(), places.end(),
            [](Place a, Place b) { return std::tie(a.begin, a.end) < std::tie(b.begin, b.end); });
  std::uint64_t expected = 0;
  for (const Place& place : places) {
    if (place.begin != expected) {
      return corrupt(name, {"safetensors.gap", "tensors overlap or leave a gap at byte {0}", {place.begin}});
    }
    expected = place.end;
  }
  if (expected != data.size()) {
    return corrupt(name, {"safetensors.left_over", "bytes are left over after the last tensor"});
  }
  JAEDAN_RETURN_IF_ERROR(apply_scales(file.tensors, name));
  return file;
}

// For F32 and F16.
std::string bytes_of(const std::vector<float>& values, TensorType type) {
  if (type == TensorType::kF32) return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float)};
  std::string bytes;
  for (const float value : values) {
    const std::uint16_t half = half_from_float(value);
    bytes.append(reinterpret_cast<const char*>(&half), sizeof half);
  }
  return bytes;
}

}  // namespace

std::string_view id_of(TensorType type) { return word_in(kTypes, type); }

Result<TensorType> parse_tensor_type(std::string_view word) {
  if (const auto type = kind_in(kTypes, word)) return *type;
  return Error{ErrorCode::kUnsupported,
               "safetensors.type_unknown",
               "numbers of type '{0}' are none of {1}",
               {word, words_in(kTypes)}};
}

Result<TensorFile> parse_safetensors(std::string_view bytes, const std::string& name) {
  if (bytes.size() < kLengthBytes) {
    return corrupt(name, {"safetensors.too_short", "is too short for a safetensors file"});
  }
  std::uint64_t length = 0;
  for (std::size_t i = kLengthBytes; i-- > 0;) length = length << 8 | static_cast<unsigned char>(bytes[i]);
  if (length > kHeaderLimit) {
    return corrupt(name, {"safetensors.large_header", "says its header is larger than 100 MB"});
  }
  if (length > bytes.size() - kLengthBytes) {
    return corrupt(name, {"safetensors.cut_short", "is cut short within its header"});
  }
  try {
    const json header = json::parse(bytes.substr(kLengthBytes, length));
    if (!header.is_object()) return corrupt(name, {"safetensors.no_object", "its header is no JSON object"});
    return parse_header(header, bytes.substr(kLengthBytes + length), name);
  } catch (const json::exception& e) {
    return corrupt(name, {"safetensors.header_unreadable", "its header cannot be read: {0}", {e.what()}});
  }
}

Result<TensorFile> read_safetensors(const std::string& path) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, disk().read(path, kWeightsLimitBytes));
  return parse_safetensors(bytes, path);
}

Result<std::string> serialize_safetensors(const TensorFile& file) {
  json header = json::object();
  if (!file.metadata.empty()) header["__metadata__"] = file.metadata;
  std::string data;
  const auto add = [&](const std::string& name, TensorType type, const std::vector<std::int64_t>& shape,
                       const std::string& bytes) {
    header[name] = {
        {"dtype", id_of(type)}, {"shape", shape}, {"data_offsets", {data.size(), data.size() + bytes.size()}}};
    data += bytes;
  };
  std::vector<std::pair<std::string, std::vector<float>>> scales;
  for (const auto& [name, tensor] : file.tensors) {
    std::int64_t count = 1;
    for (const std::int64_t side : tensor.shape) count *= side;
    if (count < 0 || static_cast<std::size_t>(count) != tensor.values.size()) {
      return Error{ErrorCode::kInvalidArgument,
                   "safetensors.other_count",
                   "tensor '{0}': shape and number of values disagree",
                   {name}};
    }
    if (tensor.stored_as != TensorType::kI8) {
      add(name, tensor.stored_as, tensor.shape, bytes_of(tensor.values, tensor.stored_as));
      continue;
    }
    if (tensor.shape.empty() || file.tensors.count(name + kScaleEnding) > 0) {
      return Error{ErrorCode::kInvalidArgument,
                   "safetensors.no_whole_numbers",
                   "tensor '{0}': cannot be stored as whole numbers with scales",
                   {name}};
    }
    EightBits packed = to_eight_bits(tensor.values, static_cast<std::size_t>(tensor.shape[0]));
    add(name, TensorType::kI8, tensor.shape,
        {reinterpret_cast<const char*>(packed.numbers.data()), packed.numbers.size()});
    scales.emplace_back(name + kScaleEnding, std::move(packed.scales));
  }
  for (const auto& [name, values] : scales) {
    add(name, TensorType::kF32, {static_cast<std::int64_t>(values.size())}, bytes_of(values, TensorType::kF32));
  }
  std::string text = header.dump();
  text.append((kLengthBytes - text.size() % kLengthBytes) % kLengthBytes, ' ');  // numbers start on a multiple of 8
  std::string bytes;
  for (std::size_t i = 0; i < kLengthBytes; ++i) bytes.push_back(static_cast<char>(text.size() >> (8 * i) & 0xFF));
  return bytes + text + data;
}

Status write_safetensors(const std::string& path, const TensorFile& file) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, serialize_safetensors(file));
  return disk().write_atomically(path, bytes);
}

}  // namespace jaedan::inference
