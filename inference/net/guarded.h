#pragma once

#include <exception>

#include "inference/net/device.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// What is said of LibTorch's words where a model of our own gives no answer.
inline Message model_failed(const char* why) { return {"net.failed", "the model failed: {0}", {why}}; }

/// Runs what predicts: without gradients, on so many threads of one operation (0 = all cores), and with LibTorch's and
/// OpenCV's exceptions as kInternal; `failed` makes a message of their words. `work` gives a T or a Result<T>.
template <typename T, typename Failed, typename Work>
Result<T> guarded(int threads, const Failed& failed, const Work& work) {
  try {
    torch::InferenceMode no_gradients;
    set_threads(threads);
    return Result<T>(work());
  } catch (const std::exception& e) {
    return Error{ErrorCode::kInternal, failed(e.what())};
  }
}

}  // namespace jaedan::inference
