#include "inference/models/architecture.h"

#include "inference/models/kind_words.h"

namespace jaedan::inference {
namespace {

constexpr std::array<KindWord<Architecture>, 10> kArchitectures = {
    {{Architecture::kSegmenter, "mobilenet_v2_segmenter"},
     {Architecture::kWholeView, "mobilenet_v2_whole_view"},
     {Architecture::kObjectContext, "mobilenet_v2_object_context"},
     {Architecture::kViewAndObjects, "mobilenet_v2_view_and_objects"},
     {Architecture::kWithReader, "mobilenet_v2_with_reader"},
     {Architecture::kWithFigure, "mobilenet_v2_with_figure"},
     {Architecture::kClicks, "mobilenet_v2_clicks"},
     {Architecture::kVectors, "mobilenet_v2_vectors"},
     {Architecture::kResNetVectors, "resnet18_vectors"},
     {Architecture::kAutoencoder, "autoencoder"}}};

constexpr std::array<KindWord<ModelRole>, 3> kRoles = {
    {{ModelRole::kSegments, "segments"}, {ModelRole::kClicks, "clicks"}, {ModelRole::kVectors, "vectors"}}};

}  // namespace

std::string_view id_of(Architecture architecture) { return word_in(kArchitectures, architecture); }

Result<Architecture> parse_architecture(std::string_view word) {
  if (const auto architecture = kind_in(kArchitectures, word)) return *architecture;
  return Error{ErrorCode::kUnsupported,
               "models.architecture_unknown",
               "the architecture '{0}' is none of {1}",
               {word, words_in(kArchitectures)}};
}

std::string_view id_of(ModelRole role) { return word_in(kRoles, role); }

Result<ModelRole> parse_model_role(std::string_view word) {
  if (const auto role = kind_in(kRoles, word)) return *role;
  return Error{
      ErrorCode::kUnsupported, "models.role_unknown", "a model's role '{0}' is none of {1}", {word, words_in(kRoles)}};
}

ModelRole role_of(Architecture architecture) {
  switch (architecture) {
    case Architecture::kClicks: return ModelRole::kClicks;
    case Architecture::kVectors:
    case Architecture::kResNetVectors:
    case Architecture::kAutoencoder: return ModelRole::kVectors;
    default: return ModelRole::kSegments;
  }
}

}  // namespace jaedan::inference
