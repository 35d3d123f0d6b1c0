#pragma once

#include <vector>

#include "labeling/domain/annotation.h"
#include "labeling/domain/proposal.h"
#include "labeling/domain/quality_measures.h"

namespace jaedan::labeling {

/// `proposals`: one reading of the photo, which is `width` × `height` pixels (above 0). Garments of a part are matched
/// one to one so that the sum of their IoU is the largest; two that share no pixel do not match. Large photos are
/// measured at up to kDistancePixels a side. Values of one attribute are compared as a set.
ProposalDistance distance_from_proposal(const std::vector<Proposal>& proposals, const Annotation& annotation, int width,
                                        int height);
inline constexpr int kDistancePixels = 1024;

}  // namespace jaedan::labeling
