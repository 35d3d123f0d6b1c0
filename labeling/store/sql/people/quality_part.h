#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "labeling/store/people/answer_rules.h"
#include "labeling/store/people/sample_rules.h"
#include "labeling/store/sql/connection.h"
#include "labeling/store/sql/people/answers.h"
#include "labeling/store/sql/people/controls.h"
#include "labeling/store/sql/people/distances.h"
#include "labeling/store/sql/people/panels.h"
#include "labeling/store/sql/people/samples.h"
#include "labeling/store/sql/quality/measure_rows.h"
#include "labeling/store/sql/quality/measures.h"
#include "labeling/store/sql/quality/read_quality.h"
#include "labeling/store/storable.h"
#include "labeling/store/store.h"

namespace jaedan::labeling::sql {

/// AnswerStore, SampleStore, DistanceStore and MeasureStore of the SQL store: as its other methods, each is one
/// transaction around the function of its name.
class QualityPart : public Store {
 public:
  explicit QualityPart(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}

  Result<Panel> open_panel(PhotoId photo, Stage stage, int people, const std::string& now) override {
    JAEDAN_RETURN_IF_ERROR(check_panel_size(people));
    return connection_->write([&] { return sql::open_panel(*connection_, photo, stage, people, now); });
  }
  Status end_panel(PanelId panel, PanelState how, std::int64_t merged_revision, const std::string& now) override {
    return connection_->write([&] { return sql::end_panel(*connection_, panel, how, merged_revision, now); });
  }
  Status reopen_panel(PanelId panel, const std::string& now) override {
    return connection_->write([&] { return sql::reopen_panel(*connection_, panel, now); });
  }
  Result<std::optional<Panel>> panel_of(PhotoId photo) override {
    return connection_->read([&] { return sql::panel_of(*connection_, photo); });
  }
  Result<std::vector<Panel>> panels(PanelId after, int limit) override {
    JAEDAN_RETURN_IF_ERROR(check_limit(limit));
    return connection_->read([&]() -> Result<std::vector<Panel>> { return sql::panels(*connection_, after, limit); });
  }
  Result<std::vector<Answer>> answers_of(PanelId panel) override {
    return connection_->read([&] { return sql::answers_of(*connection_, panel); });
  }
  Result<Answer> answer(AnswerId id) override {
    return connection_->read([&] { return sql::answer(*connection_, id); });
  }
  Result<std::string> answer_history(AnswerId id) override {
    return connection_->read([&] { return sql::answer_history(*connection_, id); });
  }
  Result<std::int64_t> save_answer(const Annotation& annotation, TaskId task, const ChangeNote& note,
                                   const std::string& history) override {
    JAEDAN_RETURN_IF_ERROR(check_answer(annotation));
    JAEDAN_RETURN_IF_ERROR(check_storable(note));
    return connection_->write([&] { return sql::save_answer(*connection_, annotation, task, note, history); });
  }
  Status scale_answers(PhotoId photo, double x, double y) override {
    return connection_->write([&]() -> Status {
      JAEDAN_RETURN_IF_ERROR(sql::scale_answers(*connection_, photo, x, y));
      return sql::scale_controls(*connection_, photo, x, y);
    });
  }
  Status set_control(const Control& control) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(control));
    return connection_->write([&] { return sql::set_control(*connection_, control); });
  }
  Result<bool> remove_control(PhotoId photo) override {
    return connection_->write([&] { return sql::remove_control(*connection_, photo); });
  }
  Result<std::vector<Control>> controls(PhotoId after, int limit) override {
    JAEDAN_RETURN_IF_ERROR(check_limit(limit));
    return connection_->read([&] { return sql::controls(*connection_, after, limit); });
  }
  Result<std::optional<Control>> control(PhotoId photo, Stage stage) override {
    return connection_->read([&] { return sql::control(*connection_, photo, stage); });
  }
  Result<std::vector<Answer>> control_answers(AnswerId after, int limit) override {
    JAEDAN_RETURN_IF_ERROR(check_limit(limit));
    return connection_->read([&] { return sql::control_answers(*connection_, after, limit); });
  }

  Result<SampleId> add_sample(const Sample& sample, const std::vector<SampledPhoto>& photos) override {
    JAEDAN_RETURN_IF_ERROR(check_storable(sample));
    return connection_->write([&] { return sql::add_sample(*connection_, sample, photos); });
  }
  Result<Sample> sample(SampleId id) override {
    return connection_->read([&] { return sql::sample(*connection_, id); });
  }
  Result<std::vector<Sample>> samples(SampleId after, int limit) override {
    JAEDAN_RETURN_IF_ERROR(check_limit(limit));
    return connection_->read([&] { return sql::samples(*connection_, after, limit); });
  }
  Result<std::vector<SampledPhoto>> sampled_photos(SampleId id, PhotoId after, int limit) override {
    JAEDAN_RETURN_IF_ERROR(check_limit(limit));
    return connection_->read([&] { return sql::sampled_photos(*connection_, id, after, limit); });
  }
  Status set_approved_by_rule(SampleId id, PhotoId photo, std::int64_t revision) override {
    return connection_->write([&] { return sql::set_approved_by_rule(*connection_, id, photo, revision); });
  }
  Status set_sample_state(SampleId id, SampleState before, SampleState after) override {
    return connection_->write([&] { return sql::set_sample_state(*connection_, id, before, after); });
  }

  Status add_distance(const SubmittedDistance& distance) override {
    return connection_->write([&] { return sql::add_distance(*connection_, distance); });
  }
  Result<std::vector<SubmittedDistance>> distances(std::int64_t after, int limit) override {
    JAEDAN_RETURN_IF_ERROR(check_limit(limit));
    return connection_->read([&] { return sql::distances(*connection_, after, limit); });
  }

  Result<WaitingMeasures> waiting_measures() override {
    return connection_->read([&]() -> Result<WaitingMeasures> { return sql::waiting_measures(*connection_); });
  }
  Result<std::vector<WaitingAnswer>> answers_to_measure(AnswerId after, int limit) override {
    JAEDAN_RETURN_IF_ERROR(check_limit(limit));
    return connection_->read(
        [&]() -> Result<std::vector<WaitingAnswer>> { return sql::answers_to_measure(*connection_, after, limit); });
  }
  Result<std::vector<WaitingPanel>> panels_to_measure(PanelId after, int limit) override {
    JAEDAN_RETURN_IF_ERROR(check_limit(limit));
    return connection_->read(
        [&]() -> Result<std::vector<WaitingPanel>> { return sql::panels_to_measure(*connection_, after, limit); });
  }
  Result<bool> keep_measure(AnswerId answer, std::int64_t ticket,
                            const std::optional<ControlMeasure>& measure) override {
    return connection_->write([&] { return sql::keep_measure(*connection_, answer, ticket, measure); });
  }
  Result<bool> keep_measure(PanelId panel, std::int64_t ticket, const std::optional<PanelMeasure>& measure) override {
    return connection_->write([&] { return sql::keep_measure(*connection_, panel, ticket, measure); });
  }
  Result<std::string> measure_rules() override {
    return connection_->read([&]() -> Result<std::string> { return sql::measure_rules(*connection_); });
  }
  Status set_measure_rules(const std::string& rules) override {
    return connection_->write([&]() -> Status {
      sql::set_measure_rules(*connection_, rules);
      return {};
    });
  }
  Status forget_measures() override {
    return connection_->write([&]() -> Status {
      sql::everything_to_measure(*connection_);
      return {};
    });
  }
  Status for_each_quality_sum(const QualityQuery& query,
                              const std::function<void(const QualityRowOfSums&)>& take) override {
    return connection_->read([&]() -> Status {
      sql::for_each_quality_sum(*connection_, query, take);
      return {};
    });
  }
  Result<std::vector<MeasuredIou>> measured_ious(UserId user, int most) override {
    return connection_->read(
        [&]() -> Result<std::vector<MeasuredIou>> { return sql::measured_ious(*connection_, user, most); });
  }
  Result<std::vector<double>> panel_ious(int limit) override {
    JAEDAN_RETURN_IF_ERROR(check_limit(limit));
    return connection_->read([&]() -> Result<std::vector<double>> { return sql::panel_ious(*connection_, limit); });
  }
  Result<std::vector<MeasuredPanel>> measured_panels(PanelId after, int limit) override {
    JAEDAN_RETURN_IF_ERROR(check_limit(limit));
    return connection_->read([&] { return sql::panel_rows(*connection_, after, limit); });
  }
  Result<std::optional<PanelMeasure>> panel_measure(PanelId panel) override {
    return connection_->read([&] { return sql::panel_row(*connection_, panel); });
  }

 protected:
  std::unique_ptr<Connection> connection_;
};

}  // namespace jaedan::labeling::sql
