#include "app/gui/region_cache.h"

#include <utility>

namespace jaedan::gui {
namespace {

RegionShape shape_of(const Region& region) { return {region, build_fill_mesh(region), bounds_of(region)}; }

}  // namespace

void RegionCache::follow(const Document& document) {
  const bool same_photo = document_ == &document;
  const std::int64_t changes = document.session.change_count();
  if (!same_photo || change_count_ != changes) {
    std::map<GarmentId, RegionShape> before = same_photo ? std::move(garments_) : std::map<GarmentId, RegionShape>{};
    garments_.clear();
    for (const Garment& garment : document.session.annotation().garments) {
      const auto known = before.find(garment.id);
      const bool unchanged = known != before.end() && known->second.region == garment.region;
      garments_[garment.id] = unchanged ? std::move(known->second) : shape_of(garment.region);
    }
  }
  // Compared each time: another reading, or the model asked again, keeps the photo and often the number of proposals.
  const std::vector<Proposal>& proposals = proposals_of(document);
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    RegionShape& shape = proposals_[i];
    if (shape.region != proposals[i].region) shape = shape_of(proposals[i].region);
  }
  document_ = &document;
  change_count_ = changes;
}

}  // namespace jaedan::gui
