#include "labeling/store/people/task_rules.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "labeling/base/utf8.h"
#include "labeling/store/people/answer_rules.h"
#include "labeling/store/program.h"

namespace jaedan::labeling {
namespace {

constexpr std::array<std::string_view, 5> kTaskStateIds = {"claimed", "submitted", "released", "skipped", "expired"};
constexpr std::int64_t kMostSeconds = std::int64_t{10} * 366 * 24 * 3600;  // ten years: the dates stay four digits

Error refused(const char* key, const char* english, std::initializer_list<Message> in_gaps) {
  return {ErrorCode::kRefused, key, english, in_gaps};
}

Status check_seconds(std::int64_t seconds) {
  if (seconds > 0 && seconds <= kMostSeconds) return {};
  return Error{ErrorCode::kInvalidArgument, "task.bad_time",
               "a claim holds for more than nothing and at most ten years"};
}

Status check_deadline(const std::string& day) {
  if (day.empty() || is_day(day)) return {};
  return Error{ErrorCode::kInvalidArgument,
               "task.bad_deadline",
               "a deadline is a day of the calendar such as 2026-01-31, not '{0}'",
               {day}};
}

}  // namespace

std::string_view id_of(TaskState state) { return kTaskStateIds[static_cast<std::size_t>(state)]; }

std::string latest_believed(const std::string& now) { return utc_after(now, kMostSkewSeconds); }

Status check_wish(const TaskWish& wish) { return check_seconds(wish.seconds); }

Status check_storable(const QueueRules& rules) {
  JAEDAN_RETURN_IF_ERROR(check_control_percent(rules.control_percent));
  JAEDAN_RETURN_IF_ERROR(check_deadline(rules.deadline));
  return check_seconds(rules.claim_seconds);
}

Status check_storable(const Quota& quota) {
  if (quota.most_open >= 0 && quota.most_a_day >= 0) return check_deadline(quota.deadline);
  return Error{ErrorCode::kInvalidArgument, "task.bad_quota", "a quota cannot be below 0 (0: no limit)"};
}

Status check_storable(const Comment& comment) {
  if (comment.who.empty() || !is_plain_text(comment.who) || !is_plain_text(comment.text)) {
    return Error{ErrorCode::kInvalidArgument, "comment.no_text", "a comment needs a name, and must be UTF-8 text"};
  }
  if (comment.text.empty() && !comment.reason) {
    return Error{ErrorCode::kInvalidArgument, "comment.empty", "a comment must say something"};
  }
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  const auto characters = std::count_if(comment.text.begin(), comment.text.end(), begins);
  if (static_cast<std::size_t>(characters) > kMostCommentCharacters) {
    return Error{ErrorCode::kInvalidArgument,
                 "comment.too_long",
                 "a comment has at most {0} characters, this one has {1}",
                 {kMostCommentCharacters, characters}};
  }
  if (comment.place && !(std::isfinite(comment.place->x) && std::isfinite(comment.place->y))) {
    return Error{ErrorCode::kInvalidArgument, "comment.no_place", "the place of a comment must be two numbers"};
  }
  return {};
}

Status check_reason(const std::string& reason) {
  if (is_plain_text(reason)) return {};
  return Error{ErrorCode::kInvalidArgument, "task.reason_no_text", "the reason must be UTF-8 text"};
}

Status check_quota(const Quota& quota, std::int64_t open, std::int64_t today) {
  if (quota.most_open > 0 && open >= quota.most_open) {
    return refused("task.quota_open", "{0|task} in hand is the most for this person; submit or release one first",
                   {quota.most_open});
  }
  if (quota.most_a_day > 0 && today >= quota.most_a_day) {
    return refused("task.quota_day", "{0|task} a day is the most for this person; the next day is tomorrow (UTC)",
                   {quota.most_a_day});
  }
  return {};
}

Status check_waits_for(Stage stage, PhotoId photo, WorkflowState state, std::optional<Stage> returned_to,
                       StageSet stages) {
  const std::optional<Stage> next = next_stage(state, returned_to, stages);
  if (next == stage) return {};
  if (!next) {
    return refused("task.waits_for_nobody",
                   "photo {0} waits for nobody: it is {1}; return it to a stage to have more done (jaedan return)",
                   {photo.value, message_of(state)});
  }
  return refused("task.other_stage",
                 "photo {0} does not wait for {1}: it is {2}, and waits for {3}; claim it at that stage",
                 {photo.value, message_of(stage), message_of(state), message_of(*next)});
}

Error in_other_hands(PhotoId photo, const std::string& who, const std::string& until) {
  return refused("task.in_other_hands",
                 "photo {0} is in the hands of {1} until {2}; a manager may release it before (jaedan release)",
                 {photo.value, who, wall_clock(until, utc_now())});
}

Error own_work(PhotoId photo) {
  return refused("task.own_work", "photo {0} is this person's own work, which somebody else inspects", {photo.value});
}

Error task_over(TaskId task) { return {ErrorCode::kConflict, "task.over", "task {0} has ended already", {task.value}}; }

Error not_returned(PhotoId photo) {
  return refused("task.not_returned", "photo {0} is not returned, so it waits for no stage in particular",
                 {photo.value});
}

Error comment_unknown(CommentId id) {
  return {ErrorCode::kNotFound, "comment.unknown", "there is no comment {0} in this project", {id.value}};
}

}  // namespace jaedan::labeling
