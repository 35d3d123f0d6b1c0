#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "labeling/base/result.h"
#include "labeling/domain/ids.h"
#include "labeling/domain/quality_measures.h"
#include "labeling/review/stage.h"

namespace jaedan::labeling {

/// What a submission left of what a model had proposed for the photo.
struct SubmittedDistance {
  std::int64_t number = 0;  ///< 1, 2, 3, … in the order of the submissions
  PhotoId photo;
  UserId user;  ///< none in a project without users
  Stage stage = Stage::kDrawn;
  std::string at;     ///< UTC
  std::string model;  ///< id of the model
  ProposalDistance distance;
};

/// How far people's work is from what models proposed, measured when it is submitted: what the model gets wrong, and
/// how much people change. What else every method owes its caller: store.h.
class DistanceStore {
 public:
  virtual ~DistanceStore() = default;

  /// Keeps one, whose number is ignored.
  virtual Status add_distance(const SubmittedDistance& distance) = 0;
  /// In ascending number, after `after`, at most `limit`.
  virtual Result<std::vector<SubmittedDistance>> distances(std::int64_t after, int limit) = 0;
};

}  // namespace jaedan::labeling
