#pragma once

#include <string_view>

#include "labeling/base/result.h"

namespace jaedan::inference {

/// The networks that this program can build (net/).
enum class Architecture {
  kSegmenter,       ///< MobileNetV2 with a light decoder
  kWholeView,       ///< + one look over the whole photo
  kObjectContext,   ///< + what objects there are
  kViewAndObjects,  ///< both
  kWithReader,      ///< both, can be told the parts, and reads which there are
  kWithFigure,      ///< as kWithReader, but looks at the figure once for its parts, its body and all labels
  kClicks,          ///< cuts out what is clicked on
  kVectors,         ///< MobileNetV2 with combined global descriptors: a vector of a cut-out garment
  kResNetVectors,   ///< ResNet-18, its pooled features
  kAutoencoder,     ///< convolutional autoencoder, the code in its middle
};

/// As recipes and model cards name it, e.g. "mobilenet_v2_clicks".
std::string_view id_of(Architecture architecture);
/// kUnsupported names those there are.
Result<Architecture> parse_architecture(std::string_view word);

/// What a model is for. A card says it (`role`); that of a card which does not is its architecture's.
enum class ModelRole {
  kSegments,  ///< looks for garments: Prefiller
  kClicks,    ///< answers clicks: InteractiveSegmenter
  kVectors,   ///< says where a garment lies among others: Embedder
};

/// segments, clicks, vectors.
std::string_view id_of(ModelRole role);
/// kUnsupported names those there are.
Result<ModelRole> parse_model_role(std::string_view word);
ModelRole role_of(Architecture architecture);

}  // namespace jaedan::inference
