#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"
#include "labeling/review/actor.h"

namespace jaedan::workflow {

/// What of whom: who claims, who gives back, who is given what; the log says so in the same transaction. All:
/// kForbidden for who may not (check_may), kRefused in a project without users, where nobody has to take turns; beside
/// that the errors of TaskStore.

/// A task with the photo that it is of.
struct PhotoTask {
  labeling::Task task;
  Photo photo;
  std::string holder = {};  ///< the name of whoever has it in hand
};

/// What somebody asks for.
struct ClaimChoice {
  Stage stage = Stage::kDrawn;
  std::optional<PhotoId> photo = {};         ///< none: the first of the queue
  std::optional<std::int64_t> seconds = {};  ///< how long it holds; none: as the project's rules say
};

/// Puts the next photo of a stage into the actor's hands. kForbidden without a role that works at the stage, kRefused
/// when none waits.
Result<PhotoTask> claim_task(Project& project, const Actor& actor, const ClaimChoice& choice);

/// The tasks that the actor has in hand, the oldest first.
Result<std::vector<PhotoTask>> tasks_of(const Project& project, const Actor& actor);
/// The same that the person named `of` has in hand; none: of a manager those of everybody, of others their own. Others'
/// are a manager's to see; kNotFound for nobody of this name.
Result<std::vector<PhotoTask>> tasks_in_hand(const Project& project, const Actor& actor, const std::string& of);

/// How a task is given back.
struct ReleaseChoice {
  bool skips = false;  ///< the photo is not offered to this person again
  std::string reason = {};
  std::string of = {};  ///< whose task, where several people do the photo; empty: one's own, else whoever has the photo
};
/// Gives the photo back; what was done on it stays. Of somebody else's task only a manager does. kRefused when nobody
/// has it in hand.
Result<labeling::Task> release_task(Project& project, const Actor& actor, PhotoId photo, const ReleaseChoice& choice);

/// Puts a photo into the hands of the person of this name, beyond their quota; the log says so. kNotFound for nobody,
/// kRefused for somebody who is disabled, kForbidden without a role that works at the stage.
Result<PhotoTask> assign_task(Project& project, const Actor& manager, const std::string& name,
                              const ClaimChoice& choice);
/// The same with every photo of the filter; those that cannot be had are listed as failed.
Result<BatchReport> assign_tasks(Project& project, const Actor& manager, const std::string& name,
                                 const ClaimChoice& choice, const labeling::PhotoFilter& filter, const Watch& watch);

/// `actor` as of now (as_of_now), at the stage of the task that they have in hand on the photo, if any. One that
/// expired counts as long as the photo waits there in nobody's hands, or the answer is still asked for
/// (answer_in_hand): work that goes on must not hand it on by itself.
Result<Actor> with_task(const Project& project, const Actor& actor, PhotoId photo);
/// The answer that the person works on instead of the photo itself (labeling/store/people/answer_store.h): of the task
/// that they have in hand on it, or had until it expired and whose panel is still open. None: the photo itself.
Result<AnswerId> answer_in_hand(const Project& project, UserId user, PhotoId photo);
/// The same of the person of this name; none: nobody of the project.
Result<AnswerId> answer_in_hand(const Project& project, const std::string& who, PhotoId photo);
/// The task on the photo, or on their answer about it, that `actor` has in hand. kRefused, saying whose it is and what
/// became of their own, when there is none.
Result<labeling::Task> own_task(const Project& project, const Actor& actor, PhotoId photo);
/// The actor's task on the photo itself, or none when it is in nobody's hands. kRefused when it is in somebody else's:
/// what they do there would be lost between the two; and while several people answer about it.
Result<std::optional<labeling::Task>> task_to_work_on(const Project& project, const Actor& actor, PhotoId photo);

/// kRefused: `name` has no task on the photo.
Error no_task(const std::string& name, PhotoId photo);

/// What a manager changes about the queues; what is empty stays.
struct QueueChange {
  std::function<void(labeling::QueueRules&)> rules = {};  ///< the stages that photos go through, how the queues stand
  std::string quota_of = {};                              ///< the person whose quota it is
  std::function<void(labeling::Quota&)> quota = {};       ///< how much they may take
};
/// Changes what is so now, all in one transaction; the log says so. kNotFound for nobody.
Status change_queues(Project& project, const Actor& manager, const QueueChange& change);
/// These rules instead of the ones before.
Status set_queue_rules(Project& project, const Actor& manager, const labeling::QueueRules& rules);
/// Gives every photo of the filter this priority: those of a higher one are claimed first; 0 at the start. The log has
/// a record a photo.
Result<BatchReport> set_priorities(Project& project, const Actor& manager, const labeling::PhotoFilter& filter,
                                   int priority, const Watch& watch);
/// This quota instead of the one before.
Status set_quota(Project& project, const Actor& manager, const std::string& name, const labeling::Quota& quota);

}  // namespace jaedan::workflow
