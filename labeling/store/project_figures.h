#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>

#include "labeling/domain/part.h"
#include "labeling/domain/workflow_state.h"

namespace jaedan::labeling {

/// Photos and what lies on them.
struct PhotoFigures {
  std::int64_t photos = 0;
  std::int64_t garments = 0;
  std::int64_t unseen = 0;         ///< of the garments: nobody looked at them (domain/garment.h)
  std::int64_t unseen_photos = 0;  ///< photos with one of these
  std::int64_t predicted = 0;      ///< photos that a model has seen

  PhotoFigures& operator+=(const PhotoFigures& more) {
    photos += more.photos;
    garments += more.garments;
    unseen += more.unseen;
    unseen_photos += more.unseen_photos;
    predicted += more.predicted;
    return *this;
  }
};

/// How far the work on some photos is.
struct ProjectFigures {
  std::array<PhotoFigures, kAllStates.size()> by_state;
  std::map<Part, std::int64_t> garments_by_part;  ///< parts without a garment are not in it
  std::map<std::string, std::int64_t> values;     ///< attribute → values said of garments and photos, guesses too
  std::map<std::string, std::int64_t> workers;    ///< who changed a photo last → photos

  const PhotoFigures& of(WorkflowState state) const { return by_state[static_cast<std::size_t>(state)]; }
  PhotoFigures all() const {
    PhotoFigures sum;
    for (const PhotoFigures& one : by_state) sum += one;
    return sum;
  }
};

}  // namespace jaedan::labeling
