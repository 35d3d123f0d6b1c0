#pragma once

#include <array>
#include <vector>

#include "labeling/domain/geometry.h"
#include "recommender/map/vectors.h"

namespace jaedan::recommender {

/// The plane along which vectors spread most (principal component analysis, Pearson 1901). Plain numbers, so that it
/// can be kept: what comes later is projected into the same plane, and nothing on the map moves.
struct PrincipalPlane {
  std::vector<float> mean;
  std::array<std::vector<float>, 2> axes;    ///< of unit length, at right angles; all 0 where nothing spreads
  std::array<double, 2> explained = {0, 0};  ///< share of the variance along each, 0…1
};

/// Of one vector or of equal ones every point is (0, 0) and nothing is explained. The largest number of each axis is
/// positive (the first of equals), so that a map is not mirrored from one time to the next. Errors as common_length.
Result<PrincipalPlane> fit_principal_plane(const Vectors& vectors);

/// Where the vectors lie in the plane, in their order. kInvalidArgument when one has another length than the plane's,
/// or a number of it is not finite.
Result<std::vector<Point>> project(const PrincipalPlane& plane, const Vectors& vectors);

/// The vector that the plane knows of a place.
std::vector<float> reconstruct(const PrincipalPlane& plane, Point point);

}  // namespace jaedan::recommender
