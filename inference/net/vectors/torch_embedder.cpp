#include "inference/net/vectors/torch_embedder.h"

#include <algorithm>

#include "inference/garments/cut_out.h"
#include "inference/garments/preprocess.h"
#include "inference/net/guarded.h"
#include "inference/net/open_network.h"
#include "inference/net/tensors.h"
#include "inference/net/vectors/baselines.h"
#include "inference/net/weights.h"

namespace jaedan::inference {
namespace {

constexpr std::size_t kAtOnce = 16;  // more are no faster on a processor and need more memory

class TorchEmbedder final : public Embedder {
 public:
  TorchEmbedder(OpenedVectors opened, const EmbedderOptions& options, torch::Device device)
      : opened_(std::move(opened)), options_(options), device_(device) {}

  const ModelCard& card() const override { return opened_.card; }

  Result<std::vector<std::vector<float>>> embed(const ImageView& photo, const std::vector<Region>& regions) override {
    std::vector<Image> garments;
    for (const Region& region : regions) {
      garments.push_back(garment_alone(photo, region));
      if (garments.back().empty()) {
        return Error{ErrorCode::kInvalidArgument, "net.garment_outside", "the garment lies outside the photo"};
      }
    }
    return embed_alone(garments);
  }

  Result<std::vector<std::vector<float>>> embed_alone(const std::vector<Image>& garments) override {
    if (std::any_of(garments.begin(), garments.end(), [](const Image& garment) { return garment.empty(); })) {
      return Error{ErrorCode::kInvalidArgument, "net.empty_garment", "an empty picture shows no garment"};
    }
    return guarded<std::vector<std::vector<float>>>(options_.threads, model_failed, [&] {
      std::vector<std::vector<float>> vectors;
      for (std::size_t first = 0; first < garments.size(); first += kAtOnce) {
        const std::size_t count = std::min(kAtOnce, garments.size() - first);
        add_vectors(&garments[first], count, vectors);
      }
      return vectors;
    });
  }

 private:
  void add_vectors(const Image* garments, std::size_t count, std::vector<std::vector<float>>& vectors) {
    const InputSize size = {opened_.card.input_width, opened_.card.input_height};
    std::vector<torch::Tensor> pictures;
    for (std::size_t i = 0; i < count; ++i) {
      const NetworkInput input = prepare_input(garments[i].view(), size);
      pictures.push_back(image_tensor(input.pixels, input.width, input.height, device_).clone());
    }
    const torch::Tensor seen = at::cat(pictures, 0).contiguous(at::MemoryFormat::ChannelsLast);
    const torch::Tensor rows = opened_.network->look(seen).vectors.to(at::kCPU, at::kFloat).contiguous();
    for (int64_t row = 0; row < rows.size(0); ++row) vectors.push_back(values_of(rows[row]));
  }

  OpenedVectors opened_;
  const EmbedderOptions options_;
  const torch::Device device_;
};

constexpr int kFeatureSide = 160;  // as the models that learnt from garments

Result<OpenedVectors> features_of(const std::string& backbone, torch::Device device) {
  OpenedVectors opened{{}, std::make_shared<BackboneVectors>()};
  opened.card.id = "imagenet-features";
  opened.card.role = ModelRole::kVectors;
  opened.card.input_width = opened.card.input_height = kFeatureSide;
  JAEDAN_RETURN_IF_ERROR(import_backbone(backbone, *opened.network));
  opened.network->eval();
  opened.network->to(device);
  return opened;
}

}  // namespace

Result<std::unique_ptr<Embedder>> make_torch_embedder(const EmbedderOptions& options) {
  JAEDAN_ASSIGN_OR_RETURN(const torch::Device device, choose_device(options.device));
  JAEDAN_ASSIGN_OR_RETURN(OpenedVectors opened, options.backbone.empty() ? open_vectors(options.model_folder, device)
                                                                         : features_of(options.backbone, device));
  return std::unique_ptr<Embedder>(std::make_unique<TorchEmbedder>(std::move(opened), options, device));
}

}  // namespace jaedan::inference
