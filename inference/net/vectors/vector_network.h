#pragma once

#include <memory>
#include <vector>

#include "inference/models/architecture.h"
#include "inference/models/head_spec.h"
#include "inference/net/torch_headers.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// What is seen of N garments that are cut out.
struct VectorView {
  torch::Tensor vectors;              ///< N×D, unit length
  std::vector<torch::Tensor> labels;  ///< by head, N×values logits; empty of a network without heads
  torch::Tensor rebuilt;              ///< the picture again, N×3×H×W, of an autoencoder; else undefined
};

/// A network that makes vectors. Input N×3×H×W, RGB, [−1, 1].
class VectorNetwork : public torch::nn::Module {
 public:
  virtual VectorView look(const torch::Tensor& garments) = 0;
  /// Folds what can be folded: inference only from here on.
  virtual void fold() {}
  /// Whether near vectors are learnt to mean like garments, or follow from what else is learnt.
  virtual bool learns_ranking() const { return false; }
};

/// kUnsupported for an architecture that makes no vectors. `heads`: what a garment's labels are learnt by.
Result<std::shared_ptr<VectorNetwork>> make_vector_network(Architecture architecture,
                                                           const std::vector<HeadSpec>& heads);

/// Rows of length 1; a row of zeros stays.
inline torch::Tensor unit_length(const torch::Tensor& rows) { return rows / rows.norm(2, 1, true).clamp_min(1e-12); }

}  // namespace jaedan::inference
