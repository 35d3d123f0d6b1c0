#pragma once

#include "inference/net/layers/pointwise.h"
#include "inference/net/layers/whole_view.h"
#include "inference/net/trunk.h"

namespace jaedan::inference {

/// What a picture looks like before anybody clicks in it.
struct ClickView {
  torch::Tensor at2;       ///< N×16×H/2×W/2
  torch::Tensor at4;       ///< N×24×H/4×W/4
  torch::Tensor at8;       ///< N×128×H/8×W/8
  torch::Tensor at16;      ///< N×128×H/16×W/16
  torch::Tensor context;   ///< N×128×H/32×W/32
  torch::Tensor likeness;  ///< N×64×H/8×W/8, unit vectors: cells of one object resemble each other
};

/// Cuts out the object that is clicked on. The picture is encoded once, as the segmenter does it; a click costs the
/// light half: what was clicked on is compared with every cell, the answer goes down to 1/32, where attention spreads
/// it, and up again to 1/2 over the skips. The mask so far is an input, as in RITM (Sofiiuk et al., 2021); hints join
/// late, as in InterFormer (Huang et al., 2023). Input N×3×H×W, RGB, [−1, 1], sides divisible by 32.
class ClickerImpl : public TrunkImpl {
 public:
  explicit ClickerImpl(bool frozen_backbone_statistics = true);

  ClickView encode(const torch::Tensor& image);
  /// `hints` N×7×H/4×W/4 (click_hints.h) → N×1×H/2×W/2 logits.
  torch::Tensor decode(const ClickView& view, const torch::Tensor& hints);
  /// Folds every batch normalisation: inference only from here on.
  void fold() { fold_layers(); }

 private:
  torch::Tensor compare(const ClickView& view, const torch::Tensor& hints);

  Pointwise likeness_{nullptr};
  ConvBn hear4_{nullptr}, hear8_{nullptr}, enter8_{nullptr}, join8_{nullptr}, mix_in8_{nullptr};
  ConvBn down16_{nullptr}, mix_in16_{nullptr}, down32_{nullptr}, mix_in32_{nullptr};
  WholeView spread_{nullptr};
  ConvBn keep16_{nullptr}, out_filter16_{nullptr}, out_mix16_{nullptr};
  ConvBn keep8_{nullptr}, out_filter8_{nullptr}, out_mix8_{nullptr};
  ConvBn thin4_{nullptr}, keep4_{nullptr}, out_filter4_{nullptr}, out_mix4_{nullptr};
  ConvBn thin2_{nullptr}, keep2_{nullptr}, out_filter2_{nullptr}, out_mix2_{nullptr};
  Pointwise answer_{nullptr};
};
TORCH_MODULE(Clicker);

}  // namespace jaedan::inference
