#pragma once

#include <string>
#include <vector>

#include "inference/models/head_spec.h"
#include "inference/net/layers/pointwise.h"
#include "inference/net/mobilenet_v2.h"

namespace jaedan::inference {

/// What the figure network sees of N figures, before it is asked about garments.
struct FigureView {
  torch::Tensor sets;                ///< N×16 logits, one a PartSet (part_set.h)
  torch::Tensor body;                ///< N×8×H/16×W/16 logits, see BodyPart
  torch::Tensor key_points;          ///< N×17×(cells + 1) logits: the cells of 1/16 row by row, then "not to be seen"
  std::vector<torch::Tensor> photo;  ///< by head, N×values logits; undefined of a head that is asked of garments
  torch::Tensor whole;               ///< N×768, the figure in one vector
  torch::Tensor colours;             ///< N×3×H/4×W/4, mean RGB, [−1, 1]
  torch::Tensor shades;              ///< N×48×H/4×W/4, how much of each learnt shade
  Pyramid pyramid;
  torch::Tensor near, middle, far;  ///< N×128 at 1/8, N×128 at 1/16, N×256 at 1/32
};

/// R garments in these figures.
struct AskedGarments {
  torch::Tensor masks;   ///< R×1×h×w weights in [0, 1], in the figure's frame at any scale
  torch::Tensor figure;  ///< R indices into the batch
  torch::Tensor parts;   ///< R×4, 1 for the garment's part
  /// R×K: 1 for every label that is known already, of all garment heads' values in their order; it is evidence for the
  /// others. All 0: nothing is known.
  torch::Tensor known;
};

/// What the layer of a head is called in a figure network.
std::string figure_layer_of(const HeadSpec& head);

/// One look at a figure, small: which parts it wears, where its body is, and every label of the photo and of all
/// garments. What parts there are is seen from afar, so it is learnt from photos without a single mask; where the body
/// lies tells a jacket from a shirt and a mini from a maxi. MobileNetV2; the sets are decided jointly, from the whole
/// and from what each part of the body wears. Input N×3×H×W, RGB, [−1, 1], the figure in a frame of the card's
/// (figures.h).
class FigureNetworkImpl : public torch::nn::Module {
 public:
  FigureNetworkImpl(bool frozen_statistics, const std::vector<HeadSpec>& heads);

  FigureView look(const torch::Tensor& figure);
  /// R×values logits by head; undefined of a head that is asked of the photo.
  std::vector<torch::Tensor> label(const FigureView& view, const AskedGarments& garments);
  /// K of AskedGarments::known.
  int64_t known_values() const { return known_values_; }
  /// A fresh one is undecided: it says nothing of sets.
  bool has_learnt() const { return sets_->weight.count_nonzero().item<int64_t>() != 0; }

 private:
  torch::Tensor worn_by_body(const FigureView& view);
  torch::Tensor describe(const FigureView& view, const AskedGarments& garments) const;

  std::vector<HeadScope> scopes_;
  int64_t known_values_ = 0;
  MobileNetV2 backbone_{nullptr};
  Pointwise far_{nullptr}, middle_{nullptr}, far_to_middle_{nullptr}, near_{nullptr};
  Pointwise body_{nullptr}, key_points_{nullptr}, shade_{nullptr}, shades_{nullptr};
  torch::nn::Linear not_seen_{nullptr}, by_body_{nullptr}, sets_{nullptr};
  torch::nn::Linear garment_{nullptr}, figure_of_garment_{nullptr}, known_of_garment_{nullptr};
  std::vector<torch::nn::AnyModule> heads_;  ///< Linear, or GraphHead where the head asks for it
};
TORCH_MODULE(FigureNetwork);

}  // namespace jaedan::inference
