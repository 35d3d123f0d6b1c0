#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "labeling/domain/annotation.h"

namespace jaedan {

/// One point of one outline.
struct VertexRef {
  GarmentId garment;
  std::size_t ring = 0;
  std::size_t index = 0;

  friend bool operator==(const VertexRef& a, const VertexRef& b) {
    return a.garment == b.garment && a.ring == b.ring && a.index == b.index;
  }
};

/// What is selected in one photo. A matter of the view, not of the annotation: never stored, never undone.
/// Garments stand in the order in which they were chosen; the last one is the one that panels show.
class Selection {
 public:
  const std::vector<GarmentId>& garments() const { return garments_; }
  const std::optional<VertexRef>& vertex() const { return vertex_; }
  bool empty() const { return garments_.empty(); }
  bool contains(GarmentId id) const;
  /// The garment chosen last, or an empty id.
  GarmentId current() const { return garments_.empty() ? GarmentId{} : garments_.back(); }

  void clear();
  void select_only(GarmentId id);
  /// Adds the garment, or takes it out when it is selected (Ctrl+click).
  void toggle(GarmentId id);
  /// Selects the point, and its garment alone.
  void select_vertex(VertexRef vertex);
  /// Drops what is not there any more; call after every change of the annotation.
  void keep_existing(const Annotation& annotation);

 private:
  std::vector<GarmentId> garments_;
  std::optional<VertexRef> vertex_;
};

}  // namespace jaedan
