#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inference/models/architecture.h"
#include "inference/models/device.h"
#include "inference/models/head_spec.h"
#include "inference/models/safetensors.h"
#include "inference/train/data/augment.h"
#include "labeling/base/result.h"

namespace jaedan::inference {

/// What a recipe learns.
enum class Goal {
  kRegions,   ///< the segmenter
  kReadings,  ///< its reader; everything else stays as it is
  kFigures,   ///< its figure network: readings, the body and all labels; everything else stays as it is
  kClicks,    ///< a network of its own
  kVectors,   ///< a network of its own, from garments that are cut out
};

/// regions, readings, figures, clicks, vectors.
std::string_view id_of(Goal goal);

/// A stretch of training with one picture size; the learning rate falls from `rate` to `rate_end` along half a
/// cosine. Several phases make warm restarts.
struct TrainingPhase {
  int epochs = 1;
  int width = 256;   ///< divisible by 32
  int height = 384;  ///< divisible by 32
  int batch = 8;
  double rate = 1e-3;
  double rate_end = 0;
  double backbone_rate = 0.1;  ///< times `rate`
  double extra_share = 1.0;    ///< times the share of every source but the first
};

/// How a model is trained: assets/recipes/segmenter.json, every field optional but the phases. What data and which
/// backbone file belongs to the run, not to the recipe.
struct TrainingRecipe {
  std::optional<Architecture> architecture;  ///< nothing: that of the model it goes on from, or the plain one
  Goal learns = Goal::kRegions;
  std::optional<std::vector<HeadSpec>> heads;  ///< nothing: those of the model it goes on from, or the category
  Device device = Device::kAuto;
  int threads = 0;  ///< 0 = all cores
  std::uint64_t seed = 1;
  int warm_up_steps = 100;
  double weight_decay = 0.02;
  double label_smoothing = 0.05;
  double dice_weight = 1.0;
  double lovasz_weight = 0;
  double coarse_weight = 0.4;  ///< of the first guess inside the network
  double told_share = 0.7;     ///< of photos with known parts, whose parts the decoder is told
  double presence_weight = 0.2;
  double body_weight = 0.5;  ///< of the map of the body, for figures
  double key_point_weight = 0.1;
  double known_share = 0.3;  ///< of garments some of whose labels are shown as known, so that others follow from them
  /// Of figures, by attribute: 0 = a head's values are as likely beforehand as in the first source, 1 = all of them
  /// alike (value_priors.h).
  std::map<std::string, double> balance;
  /// Of vectors: attributes whose values near vectors shall share, and the weight of that beside the labels.
  std::vector<std::string> rank_by;
  double rank_weight = 1.0;
  double head_weight = 0.3;      ///< of every head ("category_weight" in a file: it is as old as the first of them)
  double average_decay = 0.995;  ///< of the moving average of the weights, which is what is kept
  /// Of the weights the run began with in those that are kept: what was learnt before is forgotten less (WiSE-FT:
  /// Wortsman et al., 2022).
  double start_share = 0;
  /// Of regions and figures: multiplies in bfloat16 where the processor does that itself (net/half_precision.h), at
  /// half the time.
  bool half_precision = true;
  TensorType kernels = TensorType::kF16;  ///< how they are stored; kI8 is half as large (eight_bits.h)
  int patience = 0;                       ///< epochs without a better val score before stopping; 0 = never
  AugmentOptions augment;
  std::vector<TrainingPhase> phases;
};

/// The one it names, or the plain one for what it learns.
Architecture architecture_of(const TrainingRecipe& recipe);
/// Whether it learns from figures, not from whole photos.
bool looks_at_figures(const TrainingRecipe& recipe);
/// Whether it learns from garments that are cut out.
bool cuts_garments_out(const TrainingRecipe& recipe);
/// What is learnt of garments: the heads it names, or else the category; none where clicks are learnt.
std::vector<HeadSpec> heads_of(const TrainingRecipe& recipe);

/// Errors: kCorrupt for JSON that is none, unknown keys or values out of range (named); kNotFound.
Result<TrainingRecipe> parse_recipe(const std::string& text, const std::string& name);
Result<TrainingRecipe> read_recipe(const std::string& path);
std::string serialize_recipe(const TrainingRecipe& recipe);

}  // namespace jaedan::inference
