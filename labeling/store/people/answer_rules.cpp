#include "labeling/store/people/answer_rules.h"

#include <array>
#include <string>

#include "labeling/base/fnv1a.h"
#include "labeling/store/storable.h"

namespace jaedan::labeling {
namespace {

/// Even numbers for whoever knows the seed, and no pattern for who does not.
std::uint64_t spread(const QueueRules& rules, UserId user, Stage stage, std::int64_t number, const char* what) {
  const std::string words = std::to_string(rules.control_seed) + '/' + std::to_string(user.value) + '/' +
                            std::to_string(static_cast<int>(stage)) + '/' + std::to_string(number) + '/' + what;
  std::uint64_t hash = fnv1a_64(words);
  hash ^= hash >> 31;  // the last bytes reach the low bits only
  hash *= 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

}  // namespace

std::string_view id_of(PanelState state) {
  constexpr std::array<std::string_view, 3> kIds = {"open", "merged", "cancelled"};
  return kIds[static_cast<std::size_t>(state)];
}

Status check_panel_size(int people) {
  if (people >= kLeastPanel && people <= kMostPanel) return {};
  return Error{ErrorCode::kInvalidArgument,
               "panel.bad_size",
               "{0} to {1} people can do the same photo, not {2}",
               {kLeastPanel, kMostPanel, people}};
}

Status check_control_percent(int percent) {
  if (percent == 0 || (percent >= kLeastControlPercent && percent <= kMostControlPercent)) return {};
  return Error{ErrorCode::kInvalidArgument,
               "control.bad_share",
               "{0} to {1} of a hundred photos may be controls, or none, not {2}",
               {kLeastControlPercent, kMostControlPercent, percent}};
}

Status check_answer(Annotation annotation) {
  if (!annotation.answer) return Error{ErrorCode::kInvalidArgument, "answer.none", "this is nobody's answer"};
  annotation.answer = {};
  return check_storable(annotation);
}

Status check_storable(const Control& control) {
  if (control.stage == Stage::kInspect) {
    return Error{ErrorCode::kInvalidArgument, "control.inspection", "a control is of a stage of work"};
  }
  if (control.start.photo != control.photo || control.truth.photo != control.photo) {
    return Error{ErrorCode::kInvalidArgument, "control.other_photo", "a control's labels must be those of its photo"};
  }
  JAEDAN_RETURN_IF_ERROR(check_storable(control.start));
  return check_storable(control.truth);
}

bool control_due(const QueueRules& rules, UserId user, Stage stage, std::int64_t claims) {
  const std::int64_t percent = rules.control_percent;
  if (percent <= 0) return false;
  const std::int64_t part = claims * percent / 100;  // which stretch of claims this one lies in
  const auto first_of = [&](std::int64_t n) { return (n * 100 + percent - 1) / percent; };
  const std::int64_t first = first_of(part);
  const auto length = static_cast<std::uint64_t>(first_of(part + 1) - first);
  return claims == first + static_cast<std::int64_t>(spread(rules, user, stage, part, "due") % length);
}

std::size_t control_choice(const QueueRules& rules, UserId user, Stage stage, std::int64_t claims, std::size_t count) {
  return static_cast<std::size_t>(spread(rules, user, stage, claims, "which") % count);
}

Error panel_is_open(PhotoId photo) {
  return {ErrorCode::kRefused,
          "panel.open",
          "several people do photo {0} unseen by each other; their answers are merged first (jaedan merge), or the "
          "request is taken back (jaedan consensus --cancel)",
          {photo.value}};
}

Error panel_over(PanelId panel) {
  return {ErrorCode::kConflict, "panel.over", "the request {0} to several people has ended already", {panel.value}};
}

Error panel_unknown(PanelId panel) {
  return {ErrorCode::kNotFound,
          "panel.unknown",
          "there is no request {0} to several people, or it was taken back",
          {panel.value}};
}

Error panel_not_merged(PanelId panel) {
  return {
      ErrorCode::kConflict, "panel.not_merged", "the answers of the request {0} have not been merged", {panel.value}};
}

Error panel_full(PhotoId photo) {
  return {ErrorCode::kRefused,
          "panel.full",
          "as many people as were asked for have taken photo {0} already",
          {photo.value}};
}

Error answered_already(PhotoId photo) {
  return {ErrorCode::kRefused, "answer.submitted", "photo {0} was submitted already", {photo.value}};
}

Error answer_unknown(AnswerId id) {
  return {ErrorCode::kNotFound, "answer.unknown", "there is no answer {0} in this project", {id.value}};
}

Error answer_stale(const Annotation& annotation, std::int64_t stored) {
  return {ErrorCode::kConflict,
          "store.photo_changed",
          "photo {0} was changed by somebody else (revision {1}, yours started from {2}); load it again",
          {annotation.photo.value, stored, annotation.revision}};
}

}  // namespace jaedan::labeling
