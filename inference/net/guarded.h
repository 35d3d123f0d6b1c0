#pragma once

#include <exception>
#include <utility>

#include "inference/net/device.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// What stands before LibTorch's words where a model of our own gives no answer.
inline Message model_failed() { return {"net.failed", "the model failed"}; }

/// Runs what predicts: without gradients, on so many threads of one operation (0 = all cores), and with LibTorch's and
/// OpenCV's exceptions as kInternal behind `failed`. `work` gives a T or a Result<T>.
template <typename T, typename Work>
Result<T> guarded(int threads, Message failed, const Work& work) {
  try {
    torch::InferenceMode no_gradients;
    set_threads(threads);
    return Result<T>(work());
  } catch (const std::exception& e) {
    return Error{ErrorCode::kInternal, in_context(std::move(failed), e.what())};
  }
}

}  // namespace jaedan::inference
