#pragma once

#include <cstdint>

#include "labeling/base/result.h"
#include "labeling/store/people/answer_store.h"
#include "labeling/store/people/task_store.h"

namespace jaedan::labeling {

/// What every AnswerStore holds its callers to, so that all refuse the same and give out the same.

/// How many of a hundred claims may be controls, beside none at all.
inline constexpr int kLeastControlPercent = 5;
inline constexpr int kMostControlPercent = 15;

/// kInvalidArgument for another number of people.
Status check_panel_size(int people);
/// kInvalidArgument for a share of controls that is neither 0 nor within the limits.
Status check_control_percent(int percent);
/// kInvalidArgument for an annotation that is no answer, or cannot be stored.
Status check_answer(Annotation annotation);
/// kInvalidArgument unless both annotations are of the photo, and the stage is one of work.
Status check_storable(const Control& control);

/// Whether the claim number `claims` (0, 1, …) of a person at a stage is to be a control. Of every 100 / percent claims
/// one is, at a place that the seed, the person and the stage decide: nobody can count on it, and the share is exact.
bool control_due(const QueueRules& rules, UserId user, Stage stage, std::int64_t claims);
/// Which of `count` (above 0) controls the person gets then.
std::size_t control_choice(const QueueRules& rules, UserId user, Stage stage, std::int64_t claims, std::size_t count);

Error panel_is_open(PhotoId photo);
Error panel_over(PanelId panel);
/// There is none, or it was cancelled.
Error panel_unknown(PanelId panel);
Error panel_not_merged(PanelId panel);
/// Nobody else may take it.
Error panel_full(PhotoId photo);
Error answered_already(PhotoId photo);
Error answer_unknown(AnswerId id);
Error answer_stale(const Annotation& annotation, std::int64_t stored);

}  // namespace jaedan::labeling
