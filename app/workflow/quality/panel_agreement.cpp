#include "app/workflow/quality/panel_agreement.h"

#include <algorithm>
#include <map>
#include <utility>

#include "app/workflow/photo/measure_answers.h"
#include "app/workflow/quality/kept_measures.h"
#include "labeling/agreement/mean_interval.h"
#include "labeling/agreement/repeated_units.h"

namespace jaedan::workflow {
namespace {

using labeling::Panel;
using labeling::PanelState;
using labeling::RatingTable;

constexpr int kPanelsPerPage = 500;

/// What was said of one garment, or of one photo, of one attribute: by whom, which values.
using Cells = std::map<UserId, std::string>;

Error stopped() { return {ErrorCode::kCancelled, "agreement.stopped", "stopped before it was measured"}; }

/// Collects what a report is made of, panel by panel.
class Collector {
 public:
  Collector(const Project& project, std::map<UserId, std::string> names)
      : project_(project), all_names_(std::move(names)) {}

  Status add(const Panel& panel, const std::optional<PanelMeasure>& measure) {
    if (!measure) {
      ++report.waiting;
      return {};
    }
    JAEDAN_ASSIGN_OR_RETURN(const Photo photo, project_.store().photo(panel.photo));
    ++report.compared;
    AgreedPhoto& agreed = report.photos.emplace_back();
    agreed.panel = panel;
    agreed.name = photo.name;
    agreed.mean_iou = measure->mean_iou;
    agreed.f1 = measure->f1;
    for (const UserId user : measure->people) agreed.people.push_back(names_[user] = all_names_[user]);
    add_iou(measure->mean_iou);
    for (std::size_t part = 0; part < report.parts.size(); ++part) report.parts[part] += measure->parts[part];
    for (const SaidLabel& label : measure->said) {
      Cells& cells = said_[label.attribute].emplace_back();
      for (const auto& [person, value] : label.said) cells[measure->people.at(person)] = value;
    }
    return {};
  }

  Status finish(const labeling::BootstrapOptions& bootstrap, const Watch& watch) {
    if (!ious_.empty()) {
      report.mean_iou = sum_ / static_cast<double>(ious_.size());
      report.iou_interval = interval_of_mean(sums_, ious_, bootstrap);
    }
    for (const auto& [id, name] : names_) report.raters.push_back(name);
    for (const auto& [attribute, units] : said_) {
      if (watch.cancelled()) return stopped();
      AgreedAttribute& agreed = report.attributes.emplace_back();
      agreed.attribute = attribute;
      agreed.units = units.size();
      JAEDAN_ASSIGN_OR_RETURN(const RatingTable table, RatingTable::from_text(rows_of_raters(units)));
      JAEDAN_ASSIGN_OR_RETURN(agreed.measures, measure_table(table, {labeling::Level::kNominal}, bootstrap, watch));
    }
    return {};
  }

  PanelAgreement report;

 private:
  void add_iou(const std::optional<double>& iou) {
    if (!iou) return;
    ious_.push_back(*iou);
    sum_ += *iou;
    ++sums_.ious;
    sums_.iou += labeling::units_of_iou(*iou);
    sums_.squares += labeling::units_of_iou(*iou * *iou);
  }

  /// A column a person.
  std::vector<std::vector<std::string>> rows_of_raters(const std::vector<Cells>& units) const {
    std::vector<std::vector<std::string>> rows;
    for (const Cells& cells : units) {
      std::vector<std::string> row;
      row.reserve(names_.size());
      for (const auto& [id, name] : names_) {
        const auto cell = cells.find(id);
        row.push_back(cell == cells.end() ? std::string() : cell->second);
      }
      rows.push_back(std::move(row));
    }
    return rows;
  }

  const Project& project_;
  std::map<UserId, std::string> all_names_;
  std::map<UserId, std::string> names_;  ///< of those who took part
  std::vector<double> ious_;
  double sum_ = 0;
  labeling::QualityValue sums_;
  std::map<std::string, std::vector<Cells>> said_;
};

/// The last panel of a photo, also one that was taken back.
Status add_panel_of(const Project& project, PhotoId photo, Collector& collector) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const std::optional<Panel> panel, store.panel_of(photo));
  if (!panel) return {};
  JAEDAN_ASSIGN_OR_RETURN(const bool is_alike, is_measured_alike(project));
  std::optional<PanelMeasure> measure;
  if (is_alike) {
    JAEDAN_ASSIGN_OR_RETURN(measure, store.panel_measure(panel->id));
  }
  if (!measure) {
    JAEDAN_ASSIGN_OR_RETURN(measure, measure_panel(project, panel->id));
  }
  return collector.add(*panel, measure);
}

using MeasureOfPanel = std::map<PanelId, PanelMeasure>;

void add_measures(std::vector<labeling::MeasuredPanel> panels, MeasureOfPanel& measures) {
  for (labeling::MeasuredPanel& one : panels) measures[one.panel] = std::move(one.measure);
}

Status add_all_panels(const Project& project, const Watch& watch, Collector& collector) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(std::vector<labeling::MeasuredPanel> unkept, catch_up_panels(project, watch));
  MeasureOfPanel unkept_measures;
  add_measures(std::move(unkept), unkept_measures);
  for (PanelId last;;) {
    JAEDAN_ASSIGN_OR_RETURN(const std::vector<Panel> page, store.panels(last, kPanelsPerPage));
    if (page.empty()) return {};
    // As many as there are panels reach at least as far as these.
    JAEDAN_ASSIGN_OR_RETURN(std::vector<labeling::MeasuredPanel> measured, store.measured_panels(last, kPanelsPerPage));
    MeasureOfPanel measures = unkept_measures;
    add_measures(std::move(measured), measures);
    for (const Panel& panel : page) {
      if (watch.cancelled()) return stopped();
      if (panel.state == PanelState::kCancelled) continue;
      const auto measure = measures.find(panel.id);
      JAEDAN_RETURN_IF_ERROR(
          collector.add(panel, measure == measures.end() ? std::nullopt : std::optional(measure->second)));
    }
    last = page.back().id;
  }
}

/// Puts the sums of all panels together.
class Summary {
 public:
  void add(const labeling::QualityKey& key, const labeling::QualityValue& value) {
    switch (key.kind) {
      case labeling::QualityKind::kPanel:
        if (key.part == 0) {
          panels_ += value;
        } else {
          report.parts[place_in_parts(static_cast<Part>(key.part))] +=
              {static_cast<std::size_t>(value.matched), static_cast<std::size_t>(value.alone),
               static_cast<std::size_t>(value.same), labeling::iou_of_units(value.outline_iou)};
        }
        return;
      case labeling::QualityKind::kRater: panels_of_[key.user] += value.n; return;
      case labeling::QualityKind::kSaid: said_[key.attribute][key.word] += value.n; return;
      case labeling::QualityKind::kControl: return;
    }
  }
  void add_iou(double iou) { ious_.push_back(iou); }

  Status finish(const std::map<UserId, std::string>& names, const labeling::BootstrapOptions& bootstrap,
                const Watch& watch) {
    report.compared = static_cast<std::size_t>(panels_.n);
    if (panels_.ious > 0) {
      report.mean_iou = labeling::iou_of_units(panels_.iou) / static_cast<double>(panels_.ious);
      report.iou_interval = interval_of_mean(panels_, ious_, bootstrap);
    }
    for (const auto& [user, panels] : panels_of_) {
      if (const auto name = names.find(user); name != names.end()) report.raters.push_back(name->second);
    }
    for (const auto& [attribute, times] : said_) {
      if (watch.cancelled()) return stopped();
      JAEDAN_ASSIGN_OR_RETURN(const labeling::RepeatedUnits units, units_of(times));
      AgreedAttribute& agreed = report.attributes.emplace_back();
      agreed.attribute = attribute;
      agreed.units = static_cast<std::size_t>(units.count());
      MeasuredAgreement measured{"krippendorff", labeling::Level::kNominal, labeling::nominal_alpha(units), {}};
      measured.interval = labeling::nominal_alpha_interval(units, bootstrap);
      agreed.measures.push_back(std::move(measured));
    }
    return {};
  }

  PanelAgreement report;

 private:
  /// As many columns as the largest panel has people: alpha does not ask who said what.
  static Result<labeling::RepeatedUnits> units_of(const std::map<std::string, std::int64_t>& times) {
    std::vector<std::vector<std::string>> rows;
    labeling::RepeatedUnits units;
    std::size_t most = 0;
    for (const auto& [word, count] : times) {
      JAEDAN_ASSIGN_OR_RETURN(std::vector<std::string> values, labeling::values_of_said_word(word));
      most = std::max(most, values.size());
      rows.push_back(std::move(values));
      units.times.push_back(count);
    }
    for (std::vector<std::string>& row : rows) row.resize(most);
    JAEDAN_ASSIGN_OR_RETURN(units.units, RatingTable::from_text(rows));
    return units;
  }

  labeling::QualityValue panels_;
  std::vector<double> ious_;
  std::map<UserId, std::int64_t> panels_of_;
  std::map<std::string, std::map<std::string, std::int64_t>> said_;
};

}  // namespace

Result<PanelAgreement> panel_agreement(const Project& project, std::optional<PhotoId> photo,
                                       const labeling::BootstrapOptions& bootstrap, const Watch& watch) {
  JAEDAN_ASSIGN_OR_RETURN(auto names, names_of_people(project.store()));
  Collector collector(project, std::move(names));
  JAEDAN_RETURN_IF_ERROR(photo ? add_panel_of(project, *photo, collector) : add_all_panels(project, watch, collector));
  JAEDAN_RETURN_IF_ERROR(collector.finish(bootstrap, watch));
  return std::move(collector.report);
}

Result<PanelAgreement> summed_agreement(const Project& project, const labeling::BootstrapOptions& bootstrap,
                                        const Watch& watch) {
  labeling::Store& store = project.store();
  JAEDAN_ASSIGN_OR_RETURN(const auto unkept, catch_up_panels(project, watch));
  Summary summary;
  for (const labeling::QualityKind kind :
       {labeling::QualityKind::kPanel, labeling::QualityKind::kRater, labeling::QualityKind::kSaid}) {
    JAEDAN_RETURN_IF_ERROR(store.for_each_quality_sum(
        {kind}, [&](const labeling::QualityRowOfSums& row) { summary.add(row.key, row.value); }));
  }
  JAEDAN_ASSIGN_OR_RETURN(const std::vector<double> ious, store.panel_ious(labeling::kMostDrawnAgain));
  for (const double iou : ious) summary.add_iou(iou);
  for (const labeling::MeasuredPanel& panel : unkept) {
    for (const auto& [key, value] : sums_of(panel)) summary.add(key, value);
    if (panel.measure.mean_iou) summary.add_iou(*panel.measure.mean_iou);
  }
  JAEDAN_ASSIGN_OR_RETURN(const auto names, names_of_people(store));
  JAEDAN_RETURN_IF_ERROR(summary.finish(names, bootstrap, watch));
  return std::move(summary.report);
}

}  // namespace jaedan::workflow
