#include "labeling/edit/proposals/place.h"

#include "labeling/domain/region_overlap.h"

namespace jaedan {
namespace {

bool has_no_area(const Region& region) { return !(area_px(region) > 0); }

}  // namespace

bool takes_place(const Garment& garment, const Proposal& proposal) {
  return garment.part == proposal.part &&
         (has_no_area(garment.region) || overlap_mostly(garment.region, proposal.region));
}

bool same_place(const Garment& a, const Garment& b) {
  const bool anywhere = a.part == b.part && (has_no_area(a.region) || has_no_area(b.region));
  return anywhere || overlap_mostly(a.region, b.region);
}

}  // namespace jaedan
