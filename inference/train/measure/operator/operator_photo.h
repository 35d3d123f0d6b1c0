#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "inference/clicks/interactive.h"
#include "inference/train/data/training_item.h"
#include "inference/train/measure/operator/label_work.h"
#include "inference/train/measure/operator/mask_ways.h"
#include "inference/train/measure/operator/operator_costs.h"
#include "labeling/base/result.h"
#include "labeling/domain/proposal.h"
#include "labeling/domain/taxonomy.h"

namespace jaedan::inference {

/// What a simulated person has beside polygon and keys.
struct OperatorTools {
  /// Proposes garments and labels; empty: nobody does.
  std::function<Result<Prediction>(const ImageView& photo)> propose;
  InteractiveSegmenter* clicks = nullptr;  ///< answers clicks and boxes; null: nobody does
};

/// How the outline of a garment came to be.
enum class GarmentWay {
  kKept,     ///< as it was proposed
  kClicked,  ///< clicked on, from a proposal or from nothing
  kBoxed,    ///< the same, with a box first
  kPainted,  ///< strokes of the brush on a proposal
  kDrawn,    ///< vertex by vertex
};
inline constexpr int kGarmentWays = 5;
/// kept, clicked, boxed, painted, drawn.
std::string_view id_of(GarmentWay way);

/// What one garment of the truth took. What is done to several at once is the photo's.
struct GarmentWork {
  Part part = Part::kTop;
  GarmentWay way = GarmentWay::kDrawn;
  bool part_changed = false;  ///< the proposal was of another part
  Acts outline;
  LabelWork labels;

  double seconds() const { return outline.seconds() + labels.acts().seconds(); }
};

/// What one photo took, from what was proposed to its truth.
struct PhotoWork {
  std::string name;
  int reading = 0;   ///< the one that was taken, from 0
  int proposed = 0;  ///< garments of that
  int refused = 0;   ///< of these: with which nothing was done, or that were deleted
  Acts looking;      ///< at the photo, its proposals and its other readings; and what goes on to the next one
  Acts proposals;    ///< what accepts and deletes them, all but what a garment's own outline takes
  LabelWork labels;  ///< of the photo itself
  Acts label_mode;   ///< what begins it; nothing where no label takes a key
  std::vector<GarmentWork> garments;
  /// The attribute of each label, of the garments and of the photo, that the taxonomy has no word for; nobody is asked.
  std::vector<std::string> left_out;

  double looking_seconds() const { return looking.seconds(); }
  double mask_seconds() const;   ///< outlines and proposals
  double label_seconds() const;  ///< of the garments and of the photo
  int label_count() const;       ///< questions answered
  int label_keys() const;        ///< keys of all of them
  double seconds() const { return looking_seconds() + mask_seconds() + label_seconds(); }
};

/// Brings a photo to its truth in the cheapest way: every garment of which the pixels are known (pieces_in) has its
/// part and an IoU of `rules.least_iou` with it, and all that is known of the labels is said. The person knows
/// beforehand which way is the cheapest: of accepting all proposals and deleting the wrong ones, or accepting those
/// that are right one by one; of the readings; of proposals of another part, whose part is changed; and for each
/// garment of GarmentWay. All of these are tried together, but clicks and strokes, which go where the error is worst.
/// A garment of a part that nobody knows to be there or not is neither deleted nor missed, and what nobody knows is not
/// asked. `memory` is what was said of photos before; this one is added to it. Several proposals of a part are one
/// outline. The same input gives the same work. Errors: those of the tools.
Result<PhotoWork> work_on_photo(const TrainingItem& item, const Taxonomy& taxonomy, const OperatorTools& tools,
                                const MaskRules& rules, std::uint64_t seed, LabelMemory& memory);

}  // namespace jaedan::inference
