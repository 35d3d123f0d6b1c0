#pragma once

#include <memory>
#include <string>
#include <vector>

#include "inference/models/device.h"
#include "inference/models/model_card.h"
#include "labeling/base/result.h"
#include "labeling/domain/image.h"
#include "labeling/domain/region.h"

namespace jaedan::inference {

/// Says where a garment lies among others: a vector each, such that like garments have like ones. One object serves
/// one thread at a time.
class Embedder {
 public:
  virtual ~Embedder() = default;

  /// Of the garments of a photo, in the order of `regions` (image space): vectors of unit length. kInvalidArgument for
  /// an empty photo or a region outside it; kInternal with the backend's own words.
  virtual Result<std::vector<std::vector<float>>> embed(const ImageView& photo, const std::vector<Region>& regions) = 0;
  /// Of garments that are cut out already (cut_out.h). kInvalidArgument for an empty picture.
  virtual Result<std::vector<std::vector<float>>> embed_alone(const std::vector<Image>& garments) = 0;
  virtual const ModelCard& card() const = 0;
};

/// For open_embedder (torch/open_model.h).
struct EmbedderOptions {
  std::string model_folder;
  /// Instead of a model: ImageNet weights (.pt of MobileNetV2), whose pooled features are the vectors as they are; only
  /// what a person chose to trust (import_backbone). To measure others beside.
  std::string backbone;
  int threads = 1;  ///< of one operation; 0 = all cores
  Device device = Device::kCpu;
};

}  // namespace jaedan::inference
