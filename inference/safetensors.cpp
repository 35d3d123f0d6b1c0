#include "inference/safetensors.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <sstream>

#include "inference/write_file.h"

namespace jaedan::inference {
namespace {

using nlohmann::json;

constexpr std::uint64_t kHeaderLimit = 100'000'000;
constexpr std::size_t kLengthBytes = 8;

struct Place {
  std::uint64_t begin, end;
};

Error corrupt(const std::string& name, const std::string& what) { return {ErrorCode::kCorrupt, name + ": " + what}; }

// Multiplies with a limit, so that a made-up shape cannot overflow.
Result<std::uint64_t> element_count(const std::vector<std::int64_t>& shape, std::uint64_t limit,
                                    const std::string& where) {
  std::uint64_t count = 1;
  for (const std::int64_t side : shape) {
    if (side < 0) return corrupt(where, "a side of the shape is negative");
    if (side != 0 && count > limit / static_cast<std::uint64_t>(side))
      return corrupt(where, "the shape is larger than the file");
    count *= static_cast<std::uint64_t>(side);
  }
  return count;
}

Result<TensorData> read_tensor(const json& entry, std::string_view data, const std::string& where, Place& place) {
  TensorData tensor;
  const std::string dtype = entry.at("dtype");
  if (dtype != "F32" && dtype != "F16") {
    return Error{ErrorCode::kUnsupported, where + ": numbers of type " + dtype + "; F32 and F16 are read"};
  }
  tensor.stored_as = dtype == "F16" ? TensorType::kF16 : TensorType::kF32;
  for (const json& side : entry.at("shape")) {
    if (!side.is_number_integer()) return corrupt(where, "the shape is not made of whole numbers");
    tensor.shape.push_back(side.get<std::int64_t>());
  }
  const json& offsets = entry.at("data_offsets");
  if (offsets.size() != 2 || !offsets.at(0).is_number_unsigned() || !offsets.at(1).is_number_unsigned()) {
    return corrupt(where, "data_offsets are not two whole numbers");
  }
  place = {offsets.at(0), offsets.at(1)};
  if (place.begin > place.end || place.end > data.size()) return corrupt(where, "its numbers lie outside the file");
  JAEDAN_ASSIGN_OR_RETURN(const std::uint64_t count, element_count(tensor.shape, data.size(), where));
  const std::uint64_t width = tensor.stored_as == TensorType::kF16 ? 2 : 4;
  if (count * width != place.end - place.begin) return corrupt(where, "its shape and its size disagree");
  tensor.values.resize(count);
  const char* from = data.data() + place.begin;
  if (width == 4) {
    if (count != 0) std::memcpy(tensor.values.data(), from, count * 4);
  } else {
    for (std::uint64_t i = 0; i < count; ++i) {
      std::uint16_t half = 0;
      std::memcpy(&half, from + 2 * i, 2);
      tensor.values[i] = float_from_half(half);
    }
  }
  if (!std::all_of(tensor.values.begin(), tensor.values.end(), [](float v) { return std::isfinite(v); })) {
    return corrupt(where, "holds infinity or something that is no number");
  }
  return tensor;
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
    JAEDAN_ASSIGN_OR_RETURN(file.tensors[key], read_tensor(entry, data, name + ": tensor '" + key + "'", place));
    places.push_back(place);
  }
  std::sort(places.begin(), places.end(),
            [](Place a, Place b) { return std::tie(a.begin, a.end) < std::tie(b.begin, b.end); });
  std::uint64_t expected = 0;
  for (const Place& place : places) {
    if (place.begin != expected)
      return corrupt(name, "tensors overlap or leave a gap at byte " + std::to_string(place.begin));
    expected = place.end;
  }
  if (expected != data.size()) return corrupt(name, "bytes are left over after the last tensor");
  return file;
}

}  // namespace

Result<TensorFile> parse_safetensors(std::string_view bytes, const std::string& name) {
  if (bytes.size() < kLengthBytes) return corrupt(name, "is too short for a safetensors file");
  std::uint64_t length = 0;
  for (std::size_t i = kLengthBytes; i-- > 0;) length = length << 8 | static_cast<unsigned char>(bytes[i]);
  if (length > kHeaderLimit) return corrupt(name, "says its header is larger than 100 MB");
  if (length > bytes.size() - kLengthBytes) return corrupt(name, "is cut short within its header");
  try {
    const json header = json::parse(bytes.substr(kLengthBytes, length));
    if (!header.is_object()) return corrupt(name, "its header is no JSON object");
    return parse_header(header, bytes.substr(kLengthBytes + length), name);
  } catch (const json::exception& e) {
    return corrupt(name, std::string("its header cannot be read: ") + e.what());
  }
}

Result<TensorFile> read_safetensors(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::kNotFound, path + ": cannot be opened"};
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return parse_safetensors(bytes.str(), path);
}

Result<std::string> serialize_safetensors(const TensorFile& file) {
  json header = json::object();
  if (!file.metadata.empty()) header["__metadata__"] = file.metadata;
  std::string data;
  for (const auto& [name, tensor] : file.tensors) {
    std::int64_t count = 1;
    for (const std::int64_t side : tensor.shape) count *= side;
    if (count < 0 || static_cast<std::size_t>(count) != tensor.values.size()) {
      return Error{ErrorCode::kInvalidArgument, "tensor '" + name + "': shape and number of values disagree"};
    }
    const std::size_t begin = data.size();
    if (tensor.stored_as == TensorType::kF16) {
      for (const float value : tensor.values) {
        const std::uint16_t half = half_from_float(value);
        data.append(reinterpret_cast<const char*>(&half), sizeof half);
      }
    } else {
      data.append(reinterpret_cast<const char*>(tensor.values.data()), tensor.values.size() * sizeof(float));
    }
    header[name] = {{"dtype", tensor.stored_as == TensorType::kF16 ? "F16" : "F32"},
                    {"shape", tensor.shape},
                    {"data_offsets", {begin, data.size()}}};
  }
  std::string text = header.dump();
  text.append((kLengthBytes - text.size() % kLengthBytes) % kLengthBytes, ' ');  // numbers start on a multiple of 8
  std::string bytes;
  for (std::size_t i = 0; i < kLengthBytes; ++i) bytes.push_back(static_cast<char>(text.size() >> (8 * i) & 0xFF));
  return bytes + text + data;
}

Status write_safetensors(const std::string& path, const TensorFile& file) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string bytes, serialize_safetensors(file));
  return write_file_atomically(path, bytes);
}

}  // namespace jaedan::inference
