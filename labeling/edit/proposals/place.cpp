#include "labeling/edit/proposals/place.h"

#include <algorithm>

#include "labeling/domain/region_overlap.h"

namespace jaedan {
namespace {

bool has_no_area(const Region& region) { return !(area_px(region) > 0); }

}  // namespace

bool takes_place(const Garment& garment, const Proposal& proposal) {
  return garment.part == proposal.part &&
         (has_no_area(garment.region) || overlap_mostly(garment.region, proposal.region));
}

bool still_said_of(const Garment& garment, const GarmentWords& words) {
  if (garment.id != words.garment || garment.part != words.part) return false;
  return garment.region == words.region || overlap_mostly(garment.region, words.region);
}

bool same_place(const Garment& a, const Garment& b) {
  const bool anywhere = a.part == b.part && (has_no_area(a.region) || has_no_area(b.region));
  return anywhere || overlap_mostly(a.region, b.region);
}

std::vector<std::size_t> free_proposals(const Annotation& annotation, const std::vector<Proposal>& proposals) {
  std::vector<std::size_t> free;
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    const auto& garments = annotation.garments;
    const bool taken = std::any_of(garments.begin(), garments.end(),
                                   [&](const Garment& garment) { return takes_place(garment, proposals[i]); });
    if (!taken) free.push_back(i);
  }
  return free;
}

}  // namespace jaedan
