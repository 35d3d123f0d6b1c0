#include "app/workflow/quality/control_scores.h"

#include <numeric>
#include <utility>

#include "app/workflow/people/manage_users.h"
#include "labeling/agreement/said_labels.h"
#include "labeling/review/approval.h"

namespace jaedan::workflow {
namespace {

constexpr int kAnswersPerPage = 200;

/// What is right about the photo of an answer, if anybody knows.
Result<std::optional<Annotation>> truth_of(labeling::Store& store, const labeling::Answer& answer) {
  JAEDAN_ASSIGN_OR_RETURN(std::optional<labeling::Control> control, store.control(answer.photo, answer.stage));
  if (control) return std::optional<Annotation>(std::move(control->truth));
  JAEDAN_ASSIGN_OR_RETURN(Annotation now, store.annotation(answer.photo));
  if (now.state != WorkflowState::kApproved) return std::optional<Annotation>();
  return std::optional<Annotation>(std::move(now));
}

void count_label(const SaidLabel& label, ControlScore& into) {
  const bool right = label.said.at(0) == label.said.at(1);
  const auto count = [&](LabelScore& score) {
    ++score.asked;
    score.right += right;
  };
  count(into.labels);
  count(into.attributes[label.attribute]);
  if (label.part) count(into.part_labels[place_in_parts(*label.part)]);
}

/// One control more of the same person and stage.
void add_to_total(const ControlScore& one, ControlScore& total) {
  ++total.controls;
  for (std::size_t part = 0; part < one.parts.size(); ++part) {
    total.parts[part] += one.parts[part];
    total.part_labels[part] += one.part_labels[part];
  }
  total.labels += one.labels;
  for (const auto& [attribute, labels] : one.attributes) total.attributes[attribute] += labels;
}

std::optional<double> iou_of(const ControlScore& one) {
  OutlineAgreement outlines;
  for (const OutlineAgreement& part : one.parts) outlines += part;
  return outlines.mean_iou();
}

/// Adds up answers, person by person and stage by stage.
class Scorer {
 public:
  explicit Scorer(const Project& project) : project_(project) {}

  Status add(const labeling::Answer& answer) {
    labeling::Store& store = project_.store();
    JAEDAN_ASSIGN_OR_RETURN(const std::optional<Annotation> truth, truth_of(store, answer));
    if (!truth) {
      ++without_truth_;
      return {};
    }
    JAEDAN_ASSIGN_OR_RETURN(const User person, store.user(answer.user));
    JAEDAN_ASSIGN_OR_RETURN(const Photo photo, store.photo(answer.photo));
    ControlScore one;
    one.stage = answer.stage;
    add_to_score(answer.annotation, *truth, photo, project_.taxonomy(), one);
    Total& total = totals_[{person.name, answer.stage}];
    total.score.user = person.name;
    total.score.stage = answer.stage;
    add_to_total(one, total.score);
    if (const auto iou = iou_of(one)) total.ious.push_back(*iou);
    return {};
  }

  ControlScores finish(const labeling::BootstrapOptions& bootstrap) {
    ControlScores found;
    found.without_truth = without_truth_;
    for (auto& [key, total] : totals_) {
      if (!total.ious.empty()) {
        const double sum = std::accumulate(total.ious.begin(), total.ious.end(), 0.0);
        total.score.mean_iou = sum / static_cast<double>(total.ious.size());
        total.score.iou_interval = labeling::bootstrap_mean(total.ious, bootstrap);
      }
      found.scores.push_back(std::move(total.score));
    }
    return found;
  }

 private:
  struct Total {
    ControlScore score;
    std::vector<double> ious;
  };

  const Project& project_;
  std::map<std::pair<std::string, Stage>, Total> totals_;
  std::int64_t without_truth_ = 0;
};

}  // namespace

std::optional<double> ControlScore::score() const {
  if (stage == Stage::kDrawn) return mean_iou;
  return labels.asked == 0 ? std::nullopt : std::optional<double>(labels.share());
}

std::optional<labeling::Interval> ControlScore::interval(double confidence) const {
  if (stage == Stage::kDrawn) return iou_interval.interval;
  return labels.asked == 0 ? std::nullopt : std::optional<labeling::Interval>(labels.interval(confidence));
}

void add_to_score(const Annotation& answer, const Annotation& truth, const Photo& photo, const Taxonomy& taxonomy,
                  ControlScore& into) {
  const std::vector<Annotation> both = {answer, truth};
  if (into.stage == Stage::kDrawn) {
    const labeling::MaskAgreement masks = labeling::mask_agreement(both, photo.width, photo.height);
    for (std::size_t part = 0; part < masks.parts.size(); ++part) into.parts[part] += masks.parts[part];
    return;
  }
  const labeling::Consensus consensus = labeling::merge_people(both, taxonomy, photo.width, photo.height);
  for (const SaidLabel& label : said_labels(consensus, both.size())) {
    const TaxonomyAttribute* const known = taxonomy.attribute(label.attribute);
    if (known && stage_of(*known) == into.stage) count_label(label, into);
  }
}

Result<ControlScores> control_scores(const Project& project, const std::string& user,
                                     const labeling::BootstrapOptions& bootstrap, const Watch& watch) {
  labeling::Store& store = project.store();
  UserId only;
  if (!user.empty()) {
    JAEDAN_ASSIGN_OR_RETURN(const User known, find_user(project, user));
    only = known.id;
  }
  Scorer scorer(project);
  std::int64_t seen = 0;
  for (AnswerId last;;) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<labeling::Answer> page, store.control_answers(last, kAnswersPerPage));
    if (page.empty()) return scorer.finish(bootstrap);
    for (const labeling::Answer& answer : page) {
      if (watch.cancelled()) return Error{ErrorCode::kCancelled, "control.stopped", "stopped before all were scored"};
      watch.report({"scoring controls", ++seen, 0, ""});
      if (!only || answer.user == only) JAEDAN_RETURN_IF_ERROR(scorer.add(answer));
    }
    last = page.back().id;
  }
}

}  // namespace jaedan::workflow
