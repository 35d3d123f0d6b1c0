#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "labeling/agreement/label_majority.h"
#include "labeling/agreement/mask_agreement.h"
#include "labeling/domain/annotation.h"

namespace jaedan::labeling {

/// How several outlines of one garment become one.
enum class OutlineMerge {
  kMajorityPixels,  ///< the pixels that more than half of those who drew it have inside; exactly half is outside
  kBestAgreeing,    ///< the outline with the highest mean IoU with the others', as it was drawn (their medoid)
};

struct ConsensusOptions {
  OutlineMerge outlines = OutlineMerge::kMajorityPixels;
  double same_garment_iou = kSameGarmentIou;  ///< mean IoU from which outlines are taken for one garment
  std::string author = "consensus";           ///< who an outline is by that nobody drew as it is
};

/// One garment as several people see it.
struct ConsensusGarment {
  Garment garment;                      ///< merged; flags and handling are those of a new one
  std::vector<std::size_t> supporters;  ///< people who drew it, in order
  std::size_t best_person = 0;          ///< of them the one who agrees best with the others; of equals the first
  double mean_iou = 1;                  ///< over all pairs of supporters; 1 for a single one
  std::size_t undecided_px = 0;         ///< pixels that exactly half of the supporters have inside
  std::vector<LabelVote> votes;         ///< who said what of it
};

/// What N people say of one photo, as one. Nothing here is stored: whoever applies it can take it back.
struct Consensus {
  std::vector<ConsensusGarment> garments;   ///< drawn by more than half of the people, in z-order, ids from 1
  std::vector<ConsensusGarment> undecided;  ///< drawn by exactly half: an expert's turn
  std::vector<ConsensusGarment> left_out;   ///< drawn by fewer
  AttributeValues image_attributes;
  std::vector<LabelVote> image_votes;

  /// Whether anything waits for an expert: a garment, or a label of the photo or of a garment that is in.
  bool waits() const;
};

/// Merges annotations of one photo of `width` × `height` pixels (above 0), one a person. Garments of a part are put
/// together step by step, those with the highest mean IoU first, never two of one person (average linkage). An outline
/// that all drew alike stays as it is, with who said so; a majority's is by `options.author`. Labels are merged among
/// those who drew the garment, those of the photo among all (label_majority.h). Z-order is the mean of the places.
Consensus merge_people(const std::vector<Annotation>& people, const Taxonomy& taxonomy, int width, int height,
                       const ConsensusOptions& options = {});

}  // namespace jaedan::labeling
