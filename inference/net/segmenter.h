#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "inference/garments/part_set.h"
#include "inference/models/architecture.h"
#include "inference/models/head_spec.h"
#include "inference/net/figures/figure_network.h"
#include "inference/net/figures/reader.h"
#include "inference/net/layers/pointwise.h"
#include "inference/net/layers/whole_view.h"
#include "inference/net/trunk.h"

namespace jaedan::inference {

/// What a photo looks like, before anything is said of it: decoded once for each set of parts that it might show.
struct Encoded {
  Pyramid pyramid;
  torch::Tensor context;   ///< N×128×H/32×W/32
  torch::Tensor presence;  ///< N×4 logits: is the part in the photo at all
};

struct SegmenterOutput {
  torch::Tensor coarse;    ///< N×9×H/8×W/8, the guess of ObjectContext, or undefined; teaches, is not shown
  torch::Tensor logits;    ///< N×9×H/4×W/4, see PixelClass
  torch::Tensor features;  ///< N×128×H/8×W/8, what regions are described with
  torch::Tensor context;   ///< N×128×H/32×W/32, the same with a wider view
  torch::Tensor presence;  ///< N×4 logits: is the part in the photo at all
};

/// Object-contextual representations (Yuan et al., 2020): a first guess of the classes gathers one vector for each of
/// them, and every pixel takes in those it resembles. Starts as the identity.
class ObjectContextImpl : public torch::nn::Module {
 public:
  explicit ObjectContextImpl(int channels);
  /// The features with their objects' context, and the first guess.
  std::pair<torch::Tensor, torch::Tensor> forward(const torch::Tensor& features);

 private:
  Pointwise guess_{nullptr}, query_{nullptr}, merge_{nullptr};
  torch::nn::Linear key_{nullptr}, value_{nullptr};
};
TORCH_MODULE(ObjectContext);

/// What a segmenter has besides the plain network.
struct SegmenterOptions {
  bool whole_view = false;      ///< WholeView at 1/32
  bool object_context = false;  ///< ObjectContext at 1/8
  bool told_parts = false;      ///< decodes for a given set of parts
  bool reader = false;          ///< Reader, which tells which parts there are
  bool figure = false;          ///< FigureNetwork, which tells that and answers all heads
  bool frozen_backbone_statistics = true;
  std::vector<HeadSpec> heads = {category_head()};  ///< linear ones but in the figure network: HeadSpec::graph
};

/// The options behind an architecture; nothing for one that is no segmenter.
std::optional<SegmenterOptions> segmenter_options(Architecture architecture);

/// MobileNetV2 with a light decoder: dilated context and a vector of the whole photo at 1/32, then up to 1/4 over
/// the skips, with depthwise separable convolutions. Input N×3×H×W, RGB, [−1, 1], sides divisible by 32.
class SegmenterImpl : public TrunkImpl {
 public:
  explicit SegmenterImpl(const SegmenterOptions& options = {});

  /// `told` N×5, see `told_parts`; undefined: nothing is known of the parts.
  SegmenterOutput forward(const torch::Tensor& image, const torch::Tensor& told = {});
  Encoded encode(const torch::Tensor& image);
  SegmenterOutput decode(const Encoded& encoded, const torch::Tensor& told = {});
  /// What the heads and the embedding see of R regions: R×256. `masks` R×1×h×w are weights in [0, 1]
  /// at any scale, `photo` R indices into the batch.
  static torch::Tensor describe(const SegmenterOutput& output, const torch::Tensor& masks, const torch::Tensor& photo);
  /// Whether `told` makes a difference.
  bool takes_told_parts() const { return !told_.is_empty(); }
  /// R×256 → R×values logits of each head; none with a figure network, which answers them all.
  std::vector<torch::Tensor> classify(const torch::Tensor& description);
  /// Empty when the architecture has none.
  Reader& reader() { return reader_; }
  FigureNetwork& figure() { return figure_; }
  /// Gives the reader, or the figure network, this network's own backbone to begin with.
  void start_reader();
  /// Folds every batch normalisation: inference only from here on.
  void fold();

 private:
  ConvBn narrow_{nullptr}, lateral4_{nullptr}, filter4_{nullptr}, mix4_{nullptr}, filter4b_{nullptr};
  torch::nn::Linear told_{nullptr};
  torch::nn::Linear presence_{nullptr};
  std::vector<torch::nn::Linear> heads_;
  Pointwise classify_pixels_{nullptr};
  WholeView whole_view_{nullptr};
  ObjectContext object_context_{nullptr};
  Reader reader_{nullptr};
  FigureNetwork figure_{nullptr};
};
TORCH_MODULE(Segmenter);

inline constexpr int kDescriptionSize = 256;

/// Which parts there are, as the decoder is told: 1, then 1 or 0 for each part; all 0 where it is not known.
inline constexpr int kToldSize = 1 + kPartCount;
torch::Tensor told_parts(PartSet parts);

}  // namespace jaedan::inference
