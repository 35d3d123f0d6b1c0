#include "app/workflow/quality/controls.h"

#include <algorithm>

#include "app/workflow/audit/change_note.h"
#include "app/workflow/people/tasks.h"
#include "app/workflow/project/photo_pages.h"
#include "app/workflow/quality/managing.h"
#include "labeling/review/approval.h"
#include "labeling/store/log_content.h"

namespace jaedan::workflow {
namespace {

constexpr int kControlsPerPage = 500;
constexpr Stage kWork[] = {Stage::kDrawn, Stage::kBasic, Stage::kExpert};

Status log_control(Project& project, const Actor& manager, ProjectDeed deed, PhotoId photo,
                   const std::vector<Stage>& stages) {
  const labeling::LogSubject subject{labeling::SubjectKind::kTask, "control", photo};
  JAEDAN_RETURN_IF_ERROR(
      project.store().append_to_log(subject, change_note(manager, deed), labeling::control_content(stages)));
  return {};
}

/// Those of `asked` that the project has; all of its own where none is asked for.
std::vector<Stage> stages_to_control(const std::vector<Stage>& asked, StageSet stages) {
  std::vector<Stage> chosen;
  for (const Stage stage : kWork) {
    const bool is_asked = asked.empty() || std::find(asked.begin(), asked.end(), stage) != asked.end();
    if (is_asked && stages.has(stage)) chosen.push_back(stage);
  }
  return chosen;
}

/// In a transaction of the caller, by who may.
Status make_control(Project& project, const Actor& manager, PhotoId photo, const std::vector<Stage>& asked) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const Annotation truth, store.annotation(photo));
  if (truth.state != WorkflowState::kApproved || truth.garments.empty()) {
    return Error{ErrorCode::kRefused,
                 "control.not_approved",
                 "photo {0} is not approved, so nobody knows what is right there",
                 {photo.value}};
  }
  JAEDAN_ASSIGN_OR_RETURN(const labeling::QueueRules rules, store.queue_rules());
  const std::vector<Stage> stages = stages_to_control(asked, rules.stages);
  if (stages.empty()) {
    return Error{ErrorCode::kRefused, "control.no_stage", "the stages of work that were named are switched off"};
  }
  for (const Stage stage : stages) {
    const Annotation start = start_of(truth, stage, rules.stages, project.taxonomy());
    JAEDAN_RETURN_IF_ERROR(store.set_control({photo, stage, start, truth}));
  }
  return log_control(project, manager, ProjectDeed::kSetControl, photo, stages);
}

Result<bool> drop_control(Project& project, const Actor& manager, PhotoId photo) {
  JAEDAN_ASSIGN_OR_RETURN(const bool was_one, project.store().remove_control(photo));
  if (was_one) JAEDAN_RETURN_IF_ERROR(log_control(project, manager, ProjectDeed::kRemoveControl, photo, {}));
  return was_one;
}

/// Without what is said at `stage` or later.
void keep_earlier(AttributeValues& values, Stage stage, const Taxonomy& taxonomy) {
  const auto is_later = [&](const AttributeValue& value) {
    const TaxonomyAttribute* const known = taxonomy.attribute(value.attribute);
    return !known || stage_of(*known) >= stage;
  };
  values.erase(std::remove_if(values.begin(), values.end(), is_later), values.end());
}

}  // namespace

Annotation start_of(const Annotation& truth, Stage stage, StageSet stages, const Taxonomy& taxonomy) {
  Annotation start;
  start.photo = truth.photo;
  for (const Stage before : kWork) {
    if (before < stage && stages.has(before)) start.state = state_done(before);
  }
  if (stage == Stage::kDrawn) return start;
  start.garments = truth.garments;
  for (Garment& garment : start.garments) {
    garment.handling = {};
    garment.locked = false;
    garment.hidden = false;
    keep_earlier(garment.attributes, stage, taxonomy);
  }
  start.image_attributes = truth.image_attributes;
  keep_earlier(start.image_attributes, stage, taxonomy);
  return start;
}

Status add_control(Project& project, const Actor& manager, PhotoId photo, const std::vector<Stage>& stages) {
  return project.store().batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const Actor now, managing_team(project, manager));
    return make_control(project, now, photo, stages);
  });
}

Result<BatchReport> add_controls(Project& project, const Actor& manager, const labeling::PhotoFilter& filter,
                                 const std::vector<Stage>& stages, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const Actor now, managing_team(project, manager));
  return change_each_photo(project, filter, "making controls", watch,
                           [&](const labeling::PhotoRow& row, BatchReport& report) -> Status {
                             if (row.state != WorkflowState::kApproved || row.garment_count == 0) {
                               report.skip({"control.unknown_truth", "not approved"});
                               return {};
                             }
                             JAEDAN_RETURN_IF_ERROR(make_control(project, now, row.photo.id, stages));
                             ++report.done;
                             return {};
                           });
}

Result<bool> remove_control(Project& project, const Actor& manager, PhotoId photo) {
  bool was_one = false;
  const Status done = project.store().batch([&]() -> Status {
    JAEDAN_ASSIGN_OR_RETURN(const Actor now, managing_team(project, manager));
    JAEDAN_ASSIGN_OR_RETURN(was_one, drop_control(project, now, photo));
    return {};
  });
  if (!done.ok()) return done.error();
  return was_one;
}

Result<BatchReport> remove_controls(Project& project, const Actor& manager, const labeling::PhotoFilter& filter,
                                    const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const Actor now, managing_team(project, manager));
  return change_each_photo(project, filter, "taking back", watch,
                           [&](const labeling::PhotoRow& row, BatchReport& report) -> Status {
                             JAEDAN_ASSIGN_OR_RETURN(const bool was_one, drop_control(project, now, row.photo.id));
                             ++(was_one ? report.done : report.skipped);
                             return {};
                           });
}

Status set_control_share(Project& project, const Actor& manager, int percent, std::optional<std::int64_t> seed) {
  JAEDAN_RETURN_IF_ERROR(managing_team(project, manager));
  return change_queues(project, manager, {[&](labeling::QueueRules& rules) {
                         rules.control_percent = percent;
                         rules.control_seed = seed.value_or(rules.control_seed);
                       }});
}

Result<std::vector<ControlPhoto>> list_controls(const Project& project) {
  labeling::Store& store = project.store();
  std::vector<ControlPhoto> all;
  for (PhotoId last;;) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<labeling::Control> page, store.controls(last, kControlsPerPage));
    if (page.empty()) return all;
    for (const labeling::Control& control : page) {
      if (all.empty() || all.back().photo.id != control.photo) {
        JAEDAN_ASSIGN_OR_RETURN(Photo photo, store.photo(control.photo));
        all.push_back({std::move(photo), {}});
      }
      all.back().stages.push_back(control.stage);
    }
    last = page.back().photo;
  }
}

}  // namespace jaedan::workflow
