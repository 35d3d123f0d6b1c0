#include "app/workflow/photo/measure_answers.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "labeling/agreement/quality_measures.h"
#include "labeling/base/fnv1a.h"

namespace jaedan::workflow {
namespace {

constexpr const char* kWayToMatch = "1";  // another number when quality_measures.h measures in another way

/// What is right about the photo of an answer, if anybody knows.
Result<std::optional<Annotation>> truth_of(labeling::Store& store, const labeling::Answer& answer) {
  JAEDAN_ASSIGN_OR_RETURN(std::optional<labeling::Control> control, store.control(answer.photo, answer.stage));
  if (control) return std::optional<Annotation>(std::move(control->truth));
  JAEDAN_ASSIGN_OR_RETURN(Annotation now, store.annotation(answer.photo));
  if (now.state != WorkflowState::kApproved) return std::optional<Annotation>();
  return std::optional<Annotation>(std::move(now));
}

bool size_is_known(const Photo& photo) { return photo.width > 0 && photo.height > 0; }

Result<std::vector<labeling::Answer>> submitted_of(labeling::Store& store, PanelId panel) {
  JAEDAN_ASSIGN_OR_RETURN(std::vector<labeling::Answer> answers, store.answers_of(panel));
  answers.erase(std::remove_if(answers.begin(), answers.end(), [](const auto& one) { return !one.submitted(); }),
                answers.end());
  return answers;
}

/// As is_measured_alike; in a project where nothing was measured, it is so from now on.
Result<bool> measures_like_this(const Project& project) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const std::string rules, store.measure_rules());
  if (rules.empty()) JAEDAN_RETURN_IF_ERROR(store.set_measure_rules(measure_rules(project.taxonomy())));
  return is_measured_alike(project);
}

Status measure_submitted_panel(Project& project, PanelId panel) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<labeling::Answer> answers, submitted_of(store, panel));
  if (answers.size() > static_cast<std::size_t>(kMostMeasuredAtOnce)) return {};
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<PanelMeasure> measure, measure_panel(project, panel));
  JAEDAN_RETURN_IF_ERROR(store.keep_measure(panel, 0, measure));
  return {};
}

}  // namespace

std::string measure_rules(const Taxonomy& taxonomy) {
  std::string words;
  for (const TaxonomyAttribute& attribute : taxonomy.attributes()) {
    words += attribute.id + (attribute.stage == LabelStage::kBasic ? " basic" : " expert") +
             (attribute.multiple ? " several" : "") + (attribute.image_level ? " photo\n" : "\n");
  }
  return std::string(kWayToMatch) + "-" + std::to_string(fnv1a_64(words));
}

Result<bool> is_measured_alike(const Project& project) {
  JAEDAN_ASSIGN_OR_RETURN(const std::string rules, project.store().measure_rules());
  return rules == measure_rules(project.taxonomy());
}

Result<std::optional<ControlMeasure>> measure_answer(const Project& project, AnswerId id) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const labeling::Answer answer, store.answer(id));
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Annotation> truth, truth_of(store, answer));
  JAEDAN_ASSIGN_OR_RETURN(const Photo photo, store.photo(answer.photo));
  if (!truth || !size_is_known(photo)) return std::optional<ControlMeasure>();
  if (answer.stage == Stage::kDrawn) {
    return std::optional(labeling::measure_outlines(answer.annotation, *truth, photo.width, photo.height));
  }
  const LabelStage stage = answer.stage == Stage::kBasic ? LabelStage::kBasic : LabelStage::kExpert;
  return std::optional(
      labeling::measure_labels(answer.annotation, *truth, stage, project.taxonomy(), photo.width, photo.height));
}

Result<std::optional<PanelMeasure>> measure_panel(const Project& project, PanelId panel) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(std::vector<labeling::Answer> answers, submitted_of(store, panel));
  if (answers.size() < 2) return std::optional<PanelMeasure>();
  JAEDAN_ASSIGN_OR_RETURN(const Photo photo, store.photo(answers.front().photo));
  if (!size_is_known(photo)) return std::optional<PanelMeasure>();
  std::vector<UserId> users;
  std::vector<Annotation> people;
  for (labeling::Answer& answer : answers) {
    users.push_back(answer.user);
    people.push_back(std::move(answer.annotation));
  }
  PanelMeasure measure = labeling::measure_people(people, project.taxonomy(), photo.width, photo.height);
  measure.people = std::move(users);
  return std::optional(std::move(measure));
}

Status measure_submission(Project& project, AnswerId id) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const bool is_alike, measures_like_this(project));
  if (!is_alike) return {};
  JAEDAN_ASSIGN_OR_RETURN(const labeling::Answer answer, store.answer(id));
  if (answer.panel) {
    const Status measured = measure_submitted_panel(project, answer.panel);
    return measured.ok() || measured.error().code == ErrorCode::kCorrupt ? Status() : measured;
  }
  const Result<std::optional<ControlMeasure>> measure = measure_answer(project, id);
  if (!measure.ok()) return measure.error().code == ErrorCode::kCorrupt ? Status() : Status(measure.error());
  JAEDAN_RETURN_IF_ERROR(store.keep_measure(id, 0, *measure));
  return {};
}

}  // namespace jaedan::workflow
