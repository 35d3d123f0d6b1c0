#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "labeling/domain/annotation.h"

namespace jaedan {

enum class HitKind { kVertex, kEdge, kBody };

/// What lies under a place of the photo.
struct Hit {
  HitKind kind = HitKind::kBody;
  GarmentId garment;
  std::size_t ring = 0;   ///< vertex and edge only
  std::size_t index = 0;  ///< the vertex, or the vertex at which the edge starts
  Point point;            ///< the vertex, the nearest place on the edge, or the place itself
};

struct HitTestOptions {
  double tolerance_px = 6;  ///< in image pixels: screen pixels / zoom
  GarmentId preferred;      ///< the selected garment; its points and edges come before those of others
  /// Around each of the garments, in order, where that is known: with thousands of them it saves most of the work.
  const std::vector<Rect>* bounds = nullptr;
};

/// The order, which never depends on anything else:
///  1. a vertex within the tolerance, 2. an edge within it, 3. a body (even–odd).
/// Within each step garments are asked in turn, `preferred` first (not for bodies), then from the topmost
/// down; the first that has one wins. Of its own vertices or edges the nearest wins, of equally near ones the
/// earlier. Hidden garments are never hit; locked ones are, so that they can be selected.
std::optional<Hit> hit_test(const Annotation& annotation, Point at, const HitTestOptions& options);

}  // namespace jaedan
