#include "inference/garments/class_scores.h"

#include <algorithm>
#include <cmath>

namespace jaedan::inference {

std::vector<float> probabilities_of(const ClassScores& scores) {
  const std::size_t cells = std::size_t(scores.width) * scores.height;
  std::vector<float> p(scores.logits.size());
  for (std::size_t i = 0; i < cells; ++i) {
    float most = scores.logits[i];
    for (std::size_t c = 1; c < kPixelClassCount; ++c) most = std::max(most, scores.logits[c * cells + i]);
    float sum = 0;
    for (std::size_t c = 0; c < kPixelClassCount; ++c)
      sum += p[c * cells + i] = std::exp(scores.logits[c * cells + i] - most);
    for (std::size_t c = 0; c < kPixelClassCount; ++c) p[c * cells + i] /= sum;
  }
  return p;
}

}  // namespace jaedan::inference
