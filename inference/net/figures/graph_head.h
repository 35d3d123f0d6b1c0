#pragma once

#include "inference/net/torch_headers.h"

namespace jaedan::inference {

/// What a head with several values answers when its classifiers come from a graph of these values (ML-GCN: Chen, Wei,
/// Wang & Guo, CVPR 2019): each value is a vector, two graph convolutions mix those of values that are said together,
/// and each of the vectors that come out is one value's classifier. A rare value then learns from those that it is said
/// with. The first vectors are learnt, not those of words.
class GraphHeadImpl : public torch::nn::Module {
 public:
  GraphHeadImpl(int64_t in, int64_t values);

  /// N×in → N×values logits. A fresh one is undecided: all answers are 0.
  torch::Tensor forward(const torch::Tensor& seen);

 private:
  torch::Tensor classifiers();

  torch::Tensor values_;     ///< values×64
  torch::Tensor offset_;     ///< values; not called bias, so that no linear head's is taken for it
  torch::Tensor relations_;  ///< see kRelations
  torch::nn::Linear first_{nullptr}, second_{nullptr};
};
TORCH_MODULE(GraphHead);

/// The buffer of a GraphHead that no step moves: values×values, how much each value (a row, whose sum is 1) takes of
/// each. Nothing of the others until it is set (train/learn/label_relations.h).
inline constexpr const char* kRelations = "relations";

}  // namespace jaedan::inference
