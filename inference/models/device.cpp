#include "inference/models/device.h"

#include "inference/models/kind_words.h"

namespace jaedan::inference {
namespace {

constexpr std::array<KindWord<Device>, 3> kDevices = {
    {{Device::kAuto, "auto"}, {Device::kCpu, "cpu"}, {Device::kCuda, "cuda"}}};

}  // namespace

std::string_view id_of(Device device) { return word_in(kDevices, device); }

Result<Device> parse_device(std::string_view word) {
  if (const auto device = kind_in(kDevices, word)) return *device;
  return Error{
      ErrorCode::kInvalidArgument, "models.device_unknown", "device '{0}' is none of {1}", {word, words_in(kDevices)}};
}

}  // namespace jaedan::inference
