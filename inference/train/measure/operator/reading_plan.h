#pragma once

#include <vector>

#include "inference/train/measure/operator/operator_photo.h"

namespace jaedan::inference {

/// What a reading proposes for one part.
struct ProposalSource {
  int garments = 0;
  bool unwanted = false;  ///< it must not stay when nothing comes of it
};

/// The ways there are to one garment of the truth, without what accepts proposals and changes their part.
struct PlannedGarment {
  std::vector<GarmentWork> from_nothing;              ///< at least one
  std::vector<std::vector<GarmentWork>> from_source;  ///< by source; none: nothing comes of it
};

/// A photo with one of its readings on the screen.
struct ReadingPlan {
  std::vector<ProposalSource> sources;
  std::vector<PlannedGarment> garments;
};

/// What is done with it.
struct ChosenPlan {
  std::vector<GarmentWork> garments;  ///< one each, with what accepts its own proposals and changes their part
  Acts proposals;                     ///< what is done with all of them together, and with those that are refused
  int refused = 0;                    ///< garments of sources that nothing comes of; of those accepted, the deleted

  double seconds() const;
};

/// The cheapest of all: accepting everything or one by one, every source used for any garment or for none, every way.
/// The first of two that are equal.
ChosenPlan cheapest_plan(const ReadingPlan& plan);

}  // namespace jaedan::inference
