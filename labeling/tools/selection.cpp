#include "labeling/tools/selection.h"

#include <algorithm>

namespace jaedan {

bool Selection::contains(GarmentId id) const {
  return std::find(garments_.begin(), garments_.end(), id) != garments_.end();
}

void Selection::clear() {
  garments_.clear();
  vertex_.reset();
}

void Selection::select_only(GarmentId id) {
  garments_ = {id};
  vertex_.reset();
}

void Selection::toggle(GarmentId id) {
  vertex_.reset();
  const auto found = std::find(garments_.begin(), garments_.end(), id);
  if (found == garments_.end()) {
    garments_.push_back(id);
  } else {
    garments_.erase(found);
  }
}

void Selection::select_vertex(VertexRef vertex) {
  garments_ = {vertex.garment};
  vertex_ = vertex;
}

void Selection::keep_existing(const Annotation& annotation) {
  garments_.erase(std::remove_if(garments_.begin(), garments_.end(),
                                 [&](GarmentId id) { return find_garment(annotation, id) == nullptr; }),
                  garments_.end());
  if (!vertex_) return;
  const Garment* garment = find_garment(annotation, vertex_->garment);
  const bool exists = garment && vertex_->ring < garment->region.rings.size() &&
                      vertex_->index < garment->region.rings[vertex_->ring].size();
  if (!exists) vertex_.reset();
}

}  // namespace jaedan
