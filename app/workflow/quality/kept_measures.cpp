#include "app/workflow/quality/kept_measures.h"

#include <utility>

#include "app/workflow/photo/measure_answers.h"
#include "labeling/agreement/mean_interval.h"

namespace jaedan::workflow {
namespace {

constexpr int kMeasuredAStep = 50;  // well under a second of work that a kill may lose
constexpr int kPeopleAPage = 500;

/// What waits, and what is done with it: answers of controls …
struct AnswersThatWait {
  using Waiting = labeling::WaitingAnswer;
  using Measure = std::optional<ControlMeasure>;

  static std::int64_t count(const labeling::WaitingMeasures& waiting) { return waiting.answers; }
  static Result<std::vector<Waiting>> page(labeling::Store& store, const Waiting& after) {
    return store.answers_to_measure(after.answer, kMeasuredAStep);
  }
  static Result<Measure> measure(const Project& project, const Waiting& one) {
    return measure_answer(project, one.answer);
  }
  static Result<bool> keep(labeling::Store& store, const Waiting& one, const Measure& measure) {
    return store.keep_measure(one.answer, one.ticket, measure);
  }
};

/// … or panels.
struct PanelsThatWait {
  using Waiting = labeling::WaitingPanel;
  using Measure = std::optional<PanelMeasure>;

  static std::int64_t count(const labeling::WaitingMeasures& waiting) { return waiting.panels; }
  static Result<std::vector<Waiting>> page(labeling::Store& store, const Waiting& after) {
    return store.panels_to_measure(after.panel, kMeasuredAStep);
  }
  static Result<Measure> measure(const Project& project, const Waiting& one) {
    return measure_panel(project, one.panel);
  }
  static Result<bool> keep(labeling::Store& store, const Waiting& one, const Measure& measure) {
    return store.keep_measure(one.panel, one.ticket, measure);
  }
};

/// Measures what waits, some at a time.
template <typename Kind>
class CatchUp {
 public:
  using Measured = std::pair<typename Kind::Waiting, typename Kind::Measure>;

  CatchUp(const Project& project, const Watch& watch) : project_(project), watch_(watch) {}

  /// What could not be kept.
  Result<std::vector<Measured>> run() {
    labeling::Store& store = project_.store();
    JAEDAN_RETURN_IF_ERROR(agree_on_rules(store));
    JAEDAN_ASSIGN_OR_RETURN(const labeling::WaitingMeasures waiting, store.waiting_measures());
    waiting_ = Kind::count(waiting);
    if (waiting_ == 0) return std::vector<Measured>();
    keeps_ = store.may_write().ok();
    for (typename Kind::Waiting last;;) {
      JAEDAN_ASSIGN_OR_RETURN(const auto page, Kind::page(store, last));
      if (page.empty()) return std::move(unkept_);
      const Status measured = measure_page(page);
      JAEDAN_RETURN_IF_ERROR(take_over(store));  // also what was measured before somebody stopped it
      JAEDAN_RETURN_IF_ERROR(measured);
      last = page.back();
    }
  }

 private:
  /// What was measured by other rules is measured anew, where that can be kept.
  Status agree_on_rules(labeling::Store& store) {
    JAEDAN_ASSIGN_OR_RETURN(const bool is_alike, is_measured_alike(project_));
    if (is_alike || !store.may_write().ok()) return {};
    return store.set_measure_rules(measure_rules(project_.taxonomy()));
  }

  Status measure_page(const std::vector<typename Kind::Waiting>& page) {
    for (const typename Kind::Waiting& one : page) {
      if (watch_.cancelled()) {
        return Error{ErrorCode::kCancelled, "quality.stopped", "stopped before all answers were compared"};
      }
      watch_.report({"comparing answers", ++done_, waiting_, ""});
      JAEDAN_ASSIGN_OR_RETURN(typename Kind::Measure found, Kind::measure(project_, one));
      made_.emplace_back(one, std::move(found));
    }
    return {};
  }

  Status take_over(labeling::Store& store) {
    std::vector<Measured> made = std::exchange(made_, {});
    if (!keeps_) {
      for (Measured& one : made) unkept_.push_back(std::move(one));
      return {};
    }
    return store.batch([&]() -> Status {
      // Another program with other rules came between: it measures anew, and these would stay among its own.
      JAEDAN_ASSIGN_OR_RETURN(const bool is_alike, is_measured_alike(project_));
      if (!is_alike) return {};
      for (const auto& [one, found] : made) {
        const Result<bool> kept = Kind::keep(store, one, found);
        // One that is gone meanwhile (a panel was taken back) need not be kept.
        if (!kept.ok() && kept.error().code != ErrorCode::kNotFound) return kept.error();
      }
      return {};
    });
  }

  const Project& project_;
  const Watch& watch_;
  std::int64_t waiting_ = 0;
  std::int64_t done_ = 0;
  bool keeps_ = true;
  std::vector<Measured> made_;
  std::vector<Measured> unkept_;
};

}  // namespace

Result<std::vector<labeling::MeasuredAnswer>> catch_up_answers(const Project& project, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const auto unkept, CatchUp<AnswersThatWait>(project, watch).run());
  std::vector<labeling::MeasuredAnswer> answers;
  for (const auto& [one, found] : unkept) {
    JAEDAN_ASSIGN_OR_RETURN(const labeling::Answer answer, project.store().answer(one.answer));
    answers.push_back({answer.id, answer.photo, answer.user, answer.stage, found});
  }
  return answers;
}

Result<std::vector<labeling::MeasuredPanel>> catch_up_panels(const Project& project, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(const auto unkept, CatchUp<PanelsThatWait>(project, watch).run());
  std::vector<labeling::MeasuredPanel> panels;
  for (const auto& [one, found] : unkept) {
    if (found) panels.push_back({one.panel, *found});
  }
  return panels;
}

Result<std::map<UserId, std::string>> names_of_people(labeling::Store& store) {
  std::map<UserId, std::string> names;
  for (UserId last;;) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<User> page, store.users(last, kPeopleAPage));
    if (page.empty()) return names;
    for (const User& user : page) names[user.id] = user.name;
    last = page.back().id;
  }
}

labeling::BootstrapInterval interval_of_mean(const labeling::QualityValue& sums, const std::vector<double>& numbers,
                                             const labeling::BootstrapOptions& options) {
  if (sums.ious <= labeling::kMostDrawnAgain) return labeling::bootstrap_mean(numbers, options);
  labeling::BootstrapInterval found;
  if (options.resamples <= 0) return found;
  found.interval = labeling::normal_mean_interval(
      {sums.ious, labeling::iou_of_units(sums.iou), labeling::iou_of_units(sums.squares)}, options.confidence);
  return found;
}

}  // namespace jaedan::workflow
