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
/// A record about anything but an annotation: whether the subject has what its kind asks for, and the rest is text.
Status check_storable(const LogSubject& subject, const std::string& after);
Status check_storable(const LogQuery& query, int limit);
/// How many a list may have at most.
Status check_limit(int limit);
/// The name of a person or of a model.
Status check_name(const std::string& name);

/// What `pop_champion` of every store says when nothing was promoted.
Error no_champion();

/// Least proposal score of the likeliest reading: what PhotoRow::worst_score says of a prediction.
double worst_score_of(const Prediction& prediction);
/// What a search compares: `text` in Unicode's form C with A–Z made small, so that it has no regard to ASCII case nor
/// to letters typed apart.
std::string search_key(std::string_view text);
/// Whether a photo passes what `filter` asks of what is said of it: state, looked, part, label, worker. `row` is its
/// row, `annotation` what is said.
bool passes_what_is_said(const PhotoRow& row, const Annotation& annotation, const PhotoFilter& filter);
/// The rest of the filter.
PhotoFilter without_what_is_said(PhotoFilter filter);
/// Whether the list in `order` has row `a` before row `b`: what list_in_order of every store goes by.
bool stands_before(const PhotoRow& a, const PhotoRow& b, PhotoOrder order);
/// Whether it stands with those that have what the order goes by, and not behind them.
bool has_order_key(const PhotoRow& row, PhotoKey key);
/// What `log_hash` of every store says of a number that no record has.
Error no_such_record(std::int64_t number);
/// What `verify_log` of every store says when it is asked to stop.
Error log_check_cancelled();
/// What `update_photo` of every store says of a path that another photo has.
Error path_taken(const std::string& path);

}  // namespace jaedan::labeling
