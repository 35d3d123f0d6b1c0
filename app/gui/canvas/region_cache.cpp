#include "app/gui/canvas/region_cache.h"

#include <utility>

namespace jaedan::gui {
namespace {

constexpr std::size_t kPointsAFrame = 20'000;  // some milliseconds' work

RegionShape shape_of(const Region& region, double pixel) {
  return {region, bounds_of(region), detail_for(region, pixel)};
}

}  // namespace

void RegionCache::follow(const Document& document, double pixel) {
  const bool same_photo = document_ == &document;
  const std::int64_t changes = document.session.change_count();
  if (!same_photo || change_count_ != changes) {
    std::map<GarmentId, RegionShape> before;
    for (std::size_t i = 0; same_photo && i < ids_.size(); ++i) before[ids_[i]] = std::move(garments_[i]);
    ids_.clear(), garments_.clear(), bounds_.clear();
    for (const Garment& garment : document.session.annotation().garments) {
      const auto known = before.find(garment.id);
      const bool unchanged = known != before.end() && known->second.region == garment.region;
      ids_.push_back(garment.id);
      garments_.push_back(unchanged ? std::move(known->second) : shape_of(garment.region, pixel));
      bounds_.push_back(garments_.back().bounds);
    }
  }
  // Compared each time: another reading, or the model asked again, keeps the photo and often the number of proposals.
  const std::vector<Proposal>& proposals = proposals_of(document);
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    RegionShape& shape = proposals_[i];
    if (shape.region != proposals[i].region) shape = shape_of(proposals[i].region, pixel);
  }
  document_ = &document;
  change_count_ = changes;
  refine(pixel);
}

void RegionCache::refine(double pixel) {
  complete_ = true;
  std::size_t points = 0;
  const auto look_at = [&](RegionShape& shape) {
    if (suits(shape.detail, pixel)) return;
    if (points > kPointsAFrame) {
      complete_ = false;
      return;
    }
    points += point_count(shape.region);
    shape.detail = detail_for(shape.region, pixel);
  };
  for (RegionShape& shape : garments_) look_at(shape);
  for (auto& [index, shape] : proposals_) look_at(shape);
}

}  // namespace jaedan::gui
