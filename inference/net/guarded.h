#pragma once

#include <exception>
#include <string>

#include "inference/net/device.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// Runs what predicts: without gradients, on so many threads of one operation (0 = all cores), and with LibTorch's and
/// OpenCV's exceptions as kInternal behind `failed` ("the model failed"). `work` gives a T or a Result<T>.
template <typename T, typename Work>
Result<T> guarded(int threads, const std::string& failed, const Work& work) {
  try {
    torch::InferenceMode no_gradients;
    set_threads(threads);
    return Result<T>(work());
  } catch (const std::exception& e) {
    return Error{ErrorCode::kInternal, failed + ": " + e.what()};
  }
}

}  // namespace jaedan::inference
