#include "app/workflow/quality/samples.h"

#include <algorithm>
#include <map>

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/acting_user.h"
#include "app/workflow/photo/change_photo.h"
#include "app/workflow/photo/review.h"
#include "app/workflow/project/photo_places.h"
#include "app/workflow/quality/draw_sample.h"
#include "labeling/review/state_machine.h"
#include "labeling/store/counts/record_facts.h"
#include "labeling/store/log_content.h"
#include "labeling/store/people/sample_rules.h"
#include "labeling/store/program.h"

namespace jaedan::workflow {
namespace {

using labeling::Sample;
using labeling::SampledPhoto;
using labeling::SampleState;

constexpr int kSamplePage = 500;
constexpr int kGatherPage = 100;

/// What waits for the inspection, of whom.
struct Gathered {
  std::vector<SampleUnit> units;
  std::vector<SampledPhoto> photos;  ///< in the order of `units`
};

/// Adds a page of it, in a transaction of the caller: each photo as it waits. The last photo; none when there is none.
Result<PhotoId> gather_page(labeling::Store& store, std::optional<Stage> stage, PhotoId after, Gathered& gathered) {
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<PhotoId> page, store.waiting_photos(Stage::kInspect, after, kGatherPage));
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<labeling::PhotoRow> rows, store.rows(page));
  for (const labeling::PhotoRow& row : rows) {
    JAEDAN_ASSIGN_OR_RETURN(const std::optional<labeling::Task> task, store.last_submitted(row.photo.id, stage));
    const UserId worker = task ? task->user : UserId{};
    gathered.units.push_back({row.photo.id, worker, row.parts});
    gathered.photos.push_back({row.photo.id, worker, false, row.revision, 0});
  }
  return page.empty() ? PhotoId{} : page.back();
}

/// All of it, a transaction a page: there may be hundreds of thousands, and nobody could save meanwhile.
Result<Gathered> gather(labeling::Store& store, std::optional<Stage> stage) {
  Gathered gathered;
  for (PhotoId last;;) {
    const Status done = store.batch([&]() -> Status {
      JAEDAN_ASSIGN_OR_RETURN(last, gather_page(store, stage, last, gathered));
      return {};
    });
    if (!done.ok()) return done.error();
    if (!last) return gathered;
  }
}

/// The state that a record's annotation has; that of a photo that nothing is said of for an empty one.
Result<WorkflowState> state_in(const std::string& json) {
  if (json.empty()) return WorkflowState::kNew;
  JAEDAN_ASSIGN_OR_RETURN(const labeling::RecordFacts facts, labeling::record_facts(json));
  return facts.state;
}

/// A decision, which led from a state to another.
struct Decision {
  bool approves = false;
  bool by_rule = false;  ///< of another sample, and no inspector's
  WorkflowState before = WorkflowState::kNew;

  WorkflowState after() const { return approves ? WorkflowState::kApproved : WorkflowState::kReturned; }
};

/// Takes the last decision back, and those before it that one save took back with it: as far as to where the photo
/// stood as it does `now`.
void take_back(std::vector<Decision>& decisions, WorkflowState now) {
  while (!decisions.empty()) {
    const bool stood_so = decisions.back().before == now;
    decisions.pop_back();
    if (stood_so || (!decisions.empty() && decisions.back().after() == now)) return;
  }
}

/// Whether an inspector approved (true) or returned (false) the photo first since the sample was drawn; what was taken
/// back since does not count.
Result<std::optional<bool>> decision_on(labeling::Store& store, const SampledPhoto& photo) {
  std::vector<Decision> decisions;
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<labeling::ChangeRecord> changes, store.changes(photo.photo));
  for (const labeling::ChangeRecord& change : changes) {
    if (change.revision <= photo.revision) continue;
    const std::string_view deed = deed_behind(change.note.action);
    const bool by_rule = deed == id_of(ProjectDeed::kApproveByRule);
    const bool approves = by_rule || deed == id_of(Deed::kApprove);
    if (!approves && deed != id_of(Deed::kReturn)) continue;
    if (is_undo(change.note.action)) {
      JAEDAN_ASSIGN_OR_RETURN(const WorkflowState now, state_in(change.after));
      take_back(decisions, now);
    } else {
      JAEDAN_ASSIGN_OR_RETURN(const WorkflowState before, state_in(change.before));
      decisions.push_back({approves, by_rule, before});
    }
  }
  const auto first = std::find_if(decisions.begin(), decisions.end(), [](const Decision& one) { return !one.by_rule; });
  return first == decisions.end() ? std::optional<bool>() : std::optional<bool>(first->approves);
}

/// Shows every photo of the sample to `look`, in ascending id.
template <typename Look>
Status each_sampled(labeling::Store& store, SampleId id, const Look& look) {
  for (PhotoId last;;) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<SampledPhoto> page, store.sampled_photos(id, last, kSamplePage));
    if (page.empty()) return {};
    for (const SampledPhoto& photo : page) JAEDAN_RETURN_IF_ERROR(look(photo));
    last = page.back().photo;
  }
}

using Workers = std::map<UserId, SampledWorker>;

Result<Workers> workers_of(const Project& project, const Sample& sample) {
  labeling::Store& store = project.store();
  Workers workers;
  const Status counted = each_sampled(store, sample.id, [&](const SampledPhoto& photo) -> Status {
    SampledWorker& worker = workers[photo.worker];
    ++worker.photos;
    worker.chosen += photo.chosen;
    worker.approved += photo.approved != 0;
    if (!photo.chosen) return {};
    JAEDAN_ASSIGN_OR_RETURN(const std::optional<bool> decision, decision_on(store, photo));
    if (decision) ++(*decision ? worker.accepted : worker.returned);
    return {};
  });
  JAEDAN_RETURN_IF_ERROR(counted);
  for (auto& [id, worker] : workers) {
    if (id) {
      JAEDAN_ASSIGN_OR_RETURN(const User user, store.user(id));
      worker.user = user.name;
    }
    worker.holds = worker.undecided() == 0 && sample.rule.holds(worker.accepted, worker.returned);
  }
  return workers;
}

Result<Actor> managing(const Project& project, const Actor& actor) {
  JAEDAN_ASSIGN_OR_RETURN(Actor now, as_of_now(project, actor));
  JAEDAN_RETURN_IF_ERROR(check_role(now, Deed::kManage));
  return now;
}

labeling::LogSubject subject_of(SampleId id) {
  return {labeling::SubjectKind::kTask, "sample " + std::to_string(id.value)};
}

/// Changes a photo as `work` does and notes the revision of that, or none, as the approval by the sample's rule: both
/// or neither. The log does not call it an approval: no inspector looked at the photo.
Status change_sampled(Project& project, const Actor& manager, SampleId id, PhotoId photo, const EditWork& work,
                      bool approves) {
  const std::string by_rule(id_of(ProjectDeed::kApproveByRule));
  return project.store().batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const std::int64_t revision,
                            edit_photo(project, photo, manager, work, approves ? by_rule : undo_of(by_rule)));
    return project.store().set_approved_by_rule(id, photo, approves ? revision : 0);
  });
}

Message changed_meanwhile() { return {"sample.changed", "changed meanwhile"}; }

Status approve_one(Project& project, const Actor& manager, const SampledPhoto& photo, SampleId id) {
  JAEDAN_ASSIGN_OR_RETURN(const Photo whole, project.store().photo(photo.photo));
  JAEDAN_RETURN_IF_ERROR(check_photo_size(project, whole));
  const MakeCommand approve = approval(project.taxonomy(), {}, false);
  const auto work = [&](EditSession& session, const Actor& acting) -> Status {
    if (session.annotation().revision != photo.revision) return Error{ErrorCode::kRefused, changed_meanwhile()};
    JAEDAN_RETURN_IF_ERROR(change_photo(session, acting, approve));
    return {};
  };
  return change_sampled(project, manager.in_batch(), id, photo.photo, work, true);
}

/// One transaction a photo; what fails is listed by the photo's name.
void note_failure(const Project& project, PhotoId id, const Status& done, BatchReport& report) {
  if (done.ok()) {
    ++report.done;
    return;
  }
  const Result<Photo> photo = project.store().photo(id);
  report.failed.push_back({photo.ok() ? photo->name : std::to_string(id.value), done.error().message});
}

Error nothing_waits() {
  return {ErrorCode::kRefused, "sample.nothing_waits", "nobody's work waits for the inspection in nobody's hands"};
}

Status take_approval_back(Project& project, const Actor& manager, const SampledPhoto& photo, SampleId id) {
  const auto undo = [&](EditSession& session, const Actor& acting) -> Status {
    if (session.annotation().revision != photo.approved || !session.can_undo()) {
      return Error{ErrorCode::kRefused, "sample.changed_since", "changed since it was approved; it stays as it is"};
    }
    return session.undo(acting);
  };
  return change_sampled(project, manager, id, photo.photo, undo, false);
}

}  // namespace

Result<SampleReport> draw_inspection_sample(Project& project, const Actor& manager, const SampleChoice& choice) {
  labeling::Store& store = project.store();
  JAEDAN_RETURN_IF_ERROR(managing(project, manager));
  Sample sample;
  sample.at = labeling::utc_now();
  sample.percent = choice.percent;
  sample.seed = choice.seed;
  sample.stage = choice.stage;
  sample.rule = choice.rule;
  JAEDAN_RETURN_IF_ERROR(labeling::check_storable(sample));
  JAEDAN_ASSIGN_OR_RETURN(Gathered gathered, gather(store, choice.stage));
  if (gathered.units.empty()) return nothing_waits();
  const std::vector<bool> chosen = draw_sample(gathered.units, choice.percent, choice.seed);
  for (std::size_t i = 0; i < chosen.size(); ++i) gathered.photos[i].chosen = chosen[i];
  SampleId id;
  const Status done = store.batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const Actor now, managing(project, manager));
    JAEDAN_ASSIGN_OR_RETURN(id, store.add_sample(sample, gathered.photos));
    const auto drawn = std::count(chosen.begin(), chosen.end(), true);
    JAEDAN_RETURN_IF_ERROR(store.append_to_log(subject_of(id), change_note(now, ProjectDeed::kDrawSample),
                                               labeling::sample_content(sample, gathered.photos.size(), drawn)));
    return {};
  });
  if (!done.ok()) return done.error();
  return sample_report(project, id);
}

Result<SampleReport> sample_report(const Project& project, SampleId id) {
  SampleReport report;
  JAEDAN_ASSIGN_OR_RETURN(report.sample, project.store().sample(id));
  JAEDAN_ASSIGN_OR_RETURN(const Workers workers, workers_of(project, report.sample));
  for (const auto& [user, worker] : workers) report.workers.push_back(worker);
  std::sort(report.workers.begin(), report.workers.end(),
            [](const SampledWorker& a, const SampledWorker& b) { return a.user < b.user; });
  const Status walked = each_sampled(project.store(), id, [&](const SampledPhoto& photo) -> Status {
    if (photo.chosen) report.chosen.push_back(photo.photo);
    return {};
  });
  JAEDAN_RETURN_IF_ERROR(walked);
  return report;
}

Result<BatchReport> close_sample(Project& project, const Actor& manager, SampleId id, const labeling::SampleRule& rule,
                                 const Watch& watch) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const Actor now, managing(project, manager));
  JAEDAN_RETURN_IF_ERROR(labeling::check_storable(rule));
  JAEDAN_ASSIGN_OR_RETURN(Sample sample, store.sample(id));
  if (rule.is_said()) sample.rule = rule;
  JAEDAN_ASSIGN_OR_RETURN(const Workers workers, workers_of(project, sample));
  std::int64_t open = 0;
  for (const auto& [user, worker] : workers) open += worker.undecided();
  if (open > 0 && sample.state == SampleState::kOpen) {
    return Error{ErrorCode::kRefused,
                 "sample.undecided",
                 "{0|photo} of sample {1} have not been approved or returned yet",
                 {open, id.value}};
  }
  // Closed first: who is killed in the middle has photos left to inspect, and none that nobody can get at.
  const Status moved_on = store.batch([&]() -> Status {
    JAEDAN_RETURN_IF_ERROR(store.set_sample_state(id, SampleState::kOpen, SampleState::kClosed));
    JAEDAN_RETURN_IF_ERROR(store.append_to_log(subject_of(id), change_note(now, ProjectDeed::kCloseSample), "{}"));
    return {};
  });
  JAEDAN_RETURN_IF_ERROR(moved_on);
  BatchReport report;
  const Status walked = each_sampled(store, id, [&](const SampledPhoto& photo) -> Status {
    report.cancelled = report.cancelled || watch.cancelled();
    if (photo.chosen || report.cancelled) return {};
    if (!workers.at(photo.worker).holds) {
      report.skip({"sample.rule_fails", "the sample does not fulfil the rule"});
      return {};
    }
    JAEDAN_ASSIGN_OR_RETURN(const Annotation annotation, store.annotation(photo.photo));
    if (annotation.revision != photo.revision) {
      report.skip(changed_meanwhile());
      return {};
    }
    note_failure(project, photo.photo, approve_one(project, now, photo, id), report);
    watch.report({"approving", report.done, 0, ""});
    return {};
  });
  JAEDAN_RETURN_IF_ERROR(walked);
  return report;
}

Result<BatchReport> undo_sample(Project& project, const Actor& manager, SampleId id, const Watch& watch) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const Actor now, managing(project, manager));
  JAEDAN_ASSIGN_OR_RETURN(const Sample sample, store.sample(id));
  // One that is undone already may have been killed in the middle: what is left is gone on with.
  if (sample.state != SampleState::kUndone) {
    const std::string deed = undo_of(id_of(ProjectDeed::kCloseSample));
    const Status moved_on = store.batch([&]() -> Status {
      JAEDAN_RETURN_IF_ERROR(store.set_sample_state(id, SampleState::kClosed, SampleState::kUndone));
      JAEDAN_RETURN_IF_ERROR(store.append_to_log(subject_of(id), change_note(now, deed), "{}"));
      return {};
    });
    JAEDAN_RETURN_IF_ERROR(moved_on);
  }
  BatchReport report;
  const Status walked = each_sampled(store, id, [&](const SampledPhoto& photo) -> Status {
    if (photo.approved == 0) return {};
    note_failure(project, photo.photo, take_approval_back(project, now, photo, id), report);
    watch.report({"taking back", report.done, 0, ""});
    return {};
  });
  JAEDAN_RETURN_IF_ERROR(walked);
  return report;
}

}  // namespace jaedan::workflow
