#include "app/workflow/quality/panel_agreement.h"

#include <algorithm>
#include <map>

#include "labeling/agreement/krippendorff.h"
#include "labeling/agreement/said_labels.h"

namespace jaedan::workflow {
namespace {

using labeling::Panel;
using labeling::PanelState;
using labeling::RatingTable;

constexpr int kPanelsPerPage = 500;
constexpr int kMostDrawnUnits = 500'000;  // some 12 ms
constexpr int kLeastResamples = 50;

/// What was said of one garment, or of one photo, of one attribute: by whom, which values.
using Cells = std::map<UserId, std::string>;

Error stopped() { return {ErrorCode::kCancelled, "agreement.stopped", "stopped before it was measured"}; }

MeasuredAgreement alpha_of(const RatingTable& table, labeling::BootstrapOptions bootstrap) {
  const auto alpha = [](const RatingTable& units) {
    return labeling::krippendorff_alpha(units, labeling::Level::kNominal);
  };
  // Of many units fewer resamples: an interval is narrow then, and each costs as much as there are units.
  const auto units = static_cast<int>(std::max<std::size_t>(table.units(), 1));
  bootstrap.resamples = std::min(bootstrap.resamples, std::max(kMostDrawnUnits / units, kLeastResamples));
  MeasuredAgreement measured{"krippendorff", labeling::Level::kNominal, alpha(table), {}};
  if (measured.measure.value) measured.interval = labeling::bootstrap(table, alpha, bootstrap);
  return measured;
}

/// Collects what a report is made of, panel by panel.
class Collector {
 public:
  explicit Collector(const Project& project) : project_(project) {}

  Status add(const Panel& panel) {
    labeling::Store& store = project_.store();
    JAEDAN_ASSIGN_OR_RETURN(std::vector<labeling::Answer> answers, store.answers_of(panel.id));
    answers.erase(std::remove_if(answers.begin(), answers.end(), [](const auto& one) { return !one.submitted(); }),
                  answers.end());
    if (answers.size() < 2) {
      ++report.waiting;
      return {};
    }
    JAEDAN_ASSIGN_OR_RETURN(const Photo photo, store.photo(panel.photo));
    AgreedPhoto& agreed = report.photos.emplace_back();
    agreed.panel = panel;
    agreed.name = photo.name;
    std::vector<Annotation> people;
    std::vector<UserId> users;
    for (labeling::Answer& answer : answers) {
      JAEDAN_ASSIGN_OR_RETURN(const User user, store.user(answer.user));
      agreed.people.push_back(user.name);
      names_[user.id] = user.name;
      users.push_back(user.id);
      people.push_back(std::move(answer.annotation));
    }
    add_outlines(people, photo, agreed);
    const labeling::Consensus consensus =
        labeling::merge_people(people, project_.taxonomy(), photo.width, photo.height, {});
    for (const SaidLabel& label : said_labels(consensus, people.size())) {
      Cells& cells = said_[label.attribute].emplace_back();
      for (const auto& [person, value] : label.said) cells[users[person]] = value;
    }
    return {};
  }

  Status finish(const labeling::BootstrapOptions& bootstrap, const Watch& watch, AgreementDetail detail) {
    if (!ious_.empty()) {
      double sum = 0;
      for (const double iou : ious_) sum += iou;
      report.mean_iou = sum / static_cast<double>(ious_.size());
      report.iou_interval = labeling::bootstrap_mean(ious_, bootstrap);
    }
    for (const auto& [id, name] : names_) report.raters.push_back(name);
    for (const auto& [attribute, units] : said_) {
      if (watch.cancelled()) return stopped();
      AgreedAttribute& agreed = report.attributes.emplace_back();
      agreed.attribute = attribute;
      agreed.units = units.size();
      if (detail == AgreementDetail::kAlpha) {
        JAEDAN_ASSIGN_OR_RETURN(const RatingTable table, RatingTable::from_text(rows_of_what_was_said(units)));
        agreed.measures.push_back(alpha_of(table, bootstrap));
      } else {
        JAEDAN_ASSIGN_OR_RETURN(const RatingTable table, RatingTable::from_text(rows_of_raters(units)));
        JAEDAN_ASSIGN_OR_RETURN(agreed.measures, measure_table(table, {labeling::Level::kNominal}, bootstrap, watch));
      }
    }
    return {};
  }

  PanelAgreement report;

 private:
  using Rows = std::vector<std::vector<std::string>>;

  /// A column a person.
  Rows rows_of_raters(const std::vector<Cells>& units) const {
    Rows rows;
    for (const Cells& cells : units) {
      std::vector<std::string>& row = rows.emplace_back();
      for (const auto& [id, name] : names_) {
        const auto cell = cells.find(id);
        row.push_back(cell == cells.end() ? std::string() : cell->second);
      }
    }
    return rows;
  }
  /// As many columns as the largest panel has people: alpha does not ask who said what.
  static Rows rows_of_what_was_said(const std::vector<Cells>& units) {
    std::size_t most = 0;
    for (const Cells& cells : units) most = std::max(most, cells.size());
    Rows rows;
    for (const Cells& cells : units) {
      std::vector<std::string>& row = rows.emplace_back();
      for (const auto& [id, value] : cells) row.push_back(value);
      row.resize(most);
    }
    return rows;
  }

  void add_outlines(const std::vector<Annotation>& people, const Photo& photo, AgreedPhoto& agreed) {
    const labeling::MaskAgreement masks = labeling::mask_agreement(people, photo.width, photo.height);
    agreed.mean_iou = masks.mean_iou();
    agreed.f1 = masks.f1();
    if (agreed.mean_iou) ious_.push_back(*agreed.mean_iou);
    for (std::size_t part = 0; part < masks.parts.size(); ++part) report.parts[part] += masks.parts[part];
  }

  const Project& project_;
  std::vector<double> ious_;
  std::map<UserId, std::string> names_;
  std::map<std::string, std::vector<Cells>> said_;
};

}  // namespace

Result<PanelAgreement> panel_agreement(const Project& project, std::optional<PhotoId> photo,
                                       const labeling::BootstrapOptions& bootstrap, const Watch& watch,
                                       AgreementDetail detail) {
  labeling::Store& store = project.store();
  Collector collector(project);
  if (photo) {
    JAEDAN_ASSIGN_OR_RETURN(const std::optional<Panel> panel, store.panel_of(*photo));
    if (panel) JAEDAN_RETURN_IF_ERROR(collector.add(*panel));
  }
  for (PanelId last; !photo;) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<Panel> page, store.panels(last, kPanelsPerPage));
    if (page.empty()) break;
    for (const Panel& panel : page) {
      if (watch.cancelled()) return stopped();
      if (panel.state != PanelState::kCancelled) JAEDAN_RETURN_IF_ERROR(collector.add(panel));
    }
    last = page.back().id;
  }
  JAEDAN_RETURN_IF_ERROR(collector.finish(bootstrap, watch, detail));
  return std::move(collector.report);
}

}  // namespace jaedan::workflow
