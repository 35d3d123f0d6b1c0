#pragma once

#include <string_view>

#include "labeling/base/result.h"

namespace jaedan::inference {

/// What a network runs on. kAuto: the graphics card where LibTorch can use one, else the processor.
enum class Device { kAuto, kCpu, kCuda };

/// auto, cpu, cuda.
std::string_view id_of(Device device);
/// kInvalidArgument names those there are.
Result<Device> parse_device(std::string_view word);

}  // namespace jaedan::inference
