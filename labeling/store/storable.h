#pragma once

#include <string>
#include <string_view>

#include "labeling/base/result.h"
#include "labeling/domain/annotation.h"
#include "labeling/domain/proposal.h"
#include "labeling/store/store.h"

namespace jaedan::labeling {

/// Whether a store can keep something exactly; kInvalidArgument names what it cannot. Every store asks these
/// before it changes anything, so that all refuse the same.
Status check_storable(const Photo& photo);
Status check_storable(const Annotation& annotation);
Status check_storable(const ChangeNote& note);
Status check_storable(const Prediction& prediction);
Status check_storable(const StoredEmbedding& embedding);
Status check_storable(const SnapshotInfo& info);
Status check_storable(const PhotoFilter& filter, int limit);
/// The name of a person or of a model.
Status check_name(const std::string& name);

/// What `pop_champion` of every store says when nothing was promoted.
Error no_champion();

/// Least proposal score of the likeliest reading: what PhotoRow::worst_score says of a prediction.
double worst_score_of(const Prediction& prediction);
/// `text` with A–Z made small, so that a search has no regard to ASCII case.
std::string ascii_folded(std::string_view text);

}  // namespace jaedan::labeling
