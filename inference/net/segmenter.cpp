#include "inference/net/segmenter.h"

#include <cmath>
#include <string_view>
#include <tuple>

#include "inference/garments/segmentation_classes.h"
#include "inference/net/layers/as_picture.h"
#include "inference/net/layers/mean_under.h"
#include "inference/net/weights.h"

namespace jaedan::inference {
namespace {

constexpr int kWide = kTrunkChannels;  // at 1/32 to 1/8
constexpr int kNarrow = 64;            // channels at 1/4, where they are dear

}  // namespace

ObjectContextImpl::ObjectContextImpl(int channels) {
  guess_ = register_module("guess", Pointwise(channels, kPixelClassCount));
  query_ = register_module("query", Pointwise(channels, channels / 2));
  key_ = register_module("key", torch::nn::Linear(channels, channels / 2));
  value_ = register_module("value", torch::nn::Linear(channels, channels));
  merge_ = register_module("merge", Pointwise(channels, channels));
  torch::NoGradGuard no_grad;
  merge_->weight.zero_(), merge_->bias.zero_();
}

std::pair<torch::Tensor, torch::Tensor> ObjectContextImpl::forward(const torch::Tensor& features) {
  const torch::Tensor guess = guess_->forward(features);
  const torch::Tensor share = at::softmax(guess.flatten(2), 2);                           // N×9×P
  const torch::Tensor objects = at::bmm(share, features.flatten(2).transpose(1, 2));      // N×9×C
  const torch::Tensor query = query_->forward(features).flatten(2).transpose(1, 2);       // N×P×C/2
  const torch::Tensor likeness = at::bmm(query, key_->forward(objects).transpose(1, 2));  // N×P×9
  const torch::Tensor attention = at::softmax(likeness / std::sqrt(double(query.size(2))), 2);
  const torch::Tensor context = as_picture(at::bmm(attention, value_->forward(objects)), features);
  return {features + merge_->forward(context).relu(), guess};
}

std::optional<SegmenterOptions> segmenter_options(Architecture architecture) {
  switch (architecture) {
    case Architecture::kSegmenter: return SegmenterOptions{};
    case Architecture::kWholeView: return SegmenterOptions{true, false};
    case Architecture::kObjectContext: return SegmenterOptions{false, true};
    case Architecture::kViewAndObjects: return SegmenterOptions{true, true};
    case Architecture::kWithReader: return SegmenterOptions{true, true, true, true};
    case Architecture::kWithFigure: return SegmenterOptions{true, true, true, false, true};
    case Architecture::kVectors:
    case Architecture::kResNetVectors:
    case Architecture::kAutoencoder:
    case Architecture::kClicks: break;
  }
  return std::nullopt;
}

SegmenterImpl::SegmenterImpl(const SegmenterOptions& options) : TrunkImpl(options.frozen_backbone_statistics) {
  presence_ = register_module("presence", torch::nn::Linear(kWide, kPartCount));
  narrow_ = add_layer("narrow", pointwise(kWide, kNarrow, false));
  lateral4_ = add_layer("lateral4", pointwise(24, kNarrow, false));
  filter4_ = add_layer("filter4", depthwise(kNarrow));
  mix4_ = add_layer("mix4", pointwise(kNarrow, kNarrow));
  filter4b_ = add_layer("filter4b", depthwise(kNarrow));
  classify_pixels_ = register_module("classify_pixels", Pointwise(kNarrow, kPixelClassCount));
  if (options.told_parts) {
    told_ = register_module("told", torch::nn::Linear(torch::nn::LinearOptions(kToldSize, kWide).bias(false)));
    torch::NoGradGuard no_grad;
    told_->weight.zero_();
  }
  if (options.whole_view) whole_view_ = register_module("whole_view", WholeView(kWide, 4));
  if (options.object_context) object_context_ = register_module("object_context", ObjectContext(kWide));
  if (options.reader) reader_ = register_module("reader", Reader(options.frozen_backbone_statistics, options.heads));
  if (options.figure) {
    figure_ = register_module("figure", FigureNetwork(options.frozen_backbone_statistics, options.heads));
    return;
  }
  for (const HeadSpec& head : options.heads) {
    const auto values = static_cast<int64_t>(head.values.size());
    heads_.push_back(register_module(head.attribute, torch::nn::Linear(kDescriptionSize, values)));
  }
}

Encoded SegmenterImpl::encode(const torch::Tensor& image) {
  Encoded encoded;
  encoded.pyramid = backbone_->forward(image);
  Context context = context_of(encoded.pyramid);
  encoded.context = std::move(context.cells);
  encoded.presence = presence_->forward(context.whole);
  return encoded;
}

SegmenterOutput SegmenterImpl::decode(const Encoded& encoded, const torch::Tensor& told) {
  const Pyramid& pyramid = encoded.pyramid;
  SegmenterOutput out;
  out.context = encoded.context;
  if (told_ && told.defined()) out.context = out.context + told_->forward(told).unsqueeze(2).unsqueeze(3);
  if (whole_view_) out.context = whole_view_->forward(out.context);
  out.features = up_to_8(up_to_16(out.context, pyramid), pyramid);
  if (object_context_) std::tie(out.features, out.coarse) = object_context_->forward(out.features);
  const torch::Tensor at4 = decode_step(narrow_->forward(out.features), pyramid.at4, lateral4_, filter4_, mix4_);
  out.logits = classify_pixels_->forward(filter4b_->forward(at4));
  out.presence = encoded.presence;
  return out;
}

SegmenterOutput SegmenterImpl::forward(const torch::Tensor& image, const torch::Tensor& told) {
  return decode(encode(image), told);
}

torch::Tensor told_parts(PartSet parts) {
  torch::Tensor told = torch::zeros({1, kToldSize});
  told[0][0] = 1;
  for (int part = 0; part < kPartCount; ++part) told[0][part + 1] = parts >> part & 1;
  return told;
}

torch::Tensor SegmenterImpl::describe(const SegmenterOutput& output, const torch::Tensor& masks,
                                      const torch::Tensor& photo) {
  return at::cat({mean_under(output.features, cells_under(masks, output.features), photo),
                  mean_under(output.context, cells_under(masks, output.context), photo)},
                 1);
}

std::vector<torch::Tensor> SegmenterImpl::classify(const torch::Tensor& description) {
  std::vector<torch::Tensor> answers;
  for (torch::nn::Linear& head : heads_) answers.push_back(head->forward(description));
  return answers;
}

void SegmenterImpl::start_reader() {
  torch::NoGradGuard no_grad;
  const auto from = state_of(*backbone_);
  const torch::nn::Module& starts = figure_ ? static_cast<const torch::nn::Module&>(*figure_) : *reader_;
  for (auto& [name, tensor] : state_of(starts)) {
    constexpr std::string_view kBackbone = "backbone.";
    if (name.compare(0, kBackbone.size(), kBackbone) == 0) tensor.copy_(from.at(name.substr(kBackbone.size())));
  }
}

void SegmenterImpl::fold() {
  fold_layers();
  torch::NoGradGuard no_grad;
  classify_pixels_->weight.set_data(classify_pixels_->weight.contiguous(at::MemoryFormat::ChannelsLast));
}

}  // namespace jaedan::inference
