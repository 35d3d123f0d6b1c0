#pragma once

#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "app/workflow/quality/control_scores.h"
#include "app/workflow/quality/panel_agreement.h"
#include "app/workflow/quality/quality_rows.h"
#include "labeling/agreement/krippendorff.h"
#include "labeling/agreement/mask_agreement.h"
#include "labeling/agreement/said_labels.h"
#include "labeling/review/approval.h"
#include "tests/support/matchers.h"

namespace jaedan::testing {

inline constexpr double kAsByHand = 1e-9;

/// How well one person did the controls of a stage, each answer read and compared pixel by pixel.
struct ScoreByHand {
  std::int64_t controls = 0;
  std::vector<double> ious;
  std::array<OutlineAgreement, 4> parts = {};
  LabelScore labels;
  std::map<std::string, LabelScore> attributes;
  std::array<LabelScore, 4> part_labels = {};
};

inline void score_by_hand(const labeling::Answer& answer, const Annotation& truth, const Photo& photo,
                          const Taxonomy& taxonomy, ScoreByHand& score) {
  ++score.controls;
  const std::vector<Annotation> both = {answer.annotation, truth};
  if (answer.stage == Stage::kDrawn) {
    const labeling::MaskAgreement masks = labeling::mask_agreement(both, photo.width, photo.height);
    for (std::size_t part = 0; part < masks.parts.size(); ++part) score.parts[part] += masks.parts[part];
    if (const auto iou = masks.mean_iou()) score.ious.push_back(*iou);
    return;
  }
  const auto merged = labeling::merge_people(both, taxonomy, photo.width, photo.height);
  for (const SaidLabel& label : labeling::said_labels(merged, both.size())) {
    const TaxonomyAttribute* const known = taxonomy.attribute(label.attribute);
    if (!known || stage_of(*known) != answer.stage) continue;
    const LabelScore one{label.said.at(0) == label.said.at(1) ? 1 : 0, 1};
    score.labels += one;
    score.attributes[label.attribute] += one;
    if (label.part) score.part_labels[place_in_parts(*label.part)] += one;
  }
}

inline std::map<std::pair<std::string, Stage>, ScoreByHand> scores_by_hand(const workflow::Project& project) {
  labeling::Store& store = project.store();
  std::map<std::pair<std::string, Stage>, ScoreByHand> scores;
  const std::vector<labeling::Answer> answers = store.control_answers({}, 100'000).value();
  for (const labeling::Answer& answer : answers) {
    const auto control = store.control(answer.photo, answer.stage).value();
    const Annotation now = store.annotation(answer.photo).value();
    if (!control && now.state != WorkflowState::kApproved) continue;
    score_by_hand(answer, control ? control->truth : now, store.photo(answer.photo).value(), project.taxonomy(),
                  scores[{store.user(answer.user)->name, answer.stage}]);
  }
  return scores;
}

inline void expect_outlines(const OutlineAgreement& kept, const OutlineAgreement& by_hand) {
  EXPECT_EQ(kept.matched, by_hand.matched);
  EXPECT_EQ(kept.alone, by_hand.alone);
  EXPECT_EQ(kept.same, by_hand.same);
  EXPECT_NEAR(kept.iou_sum, by_hand.iou_sum, 1e-6) << "a sum of many";
}

/// The scores of controls are those of every answer read.
inline void expect_scores_by_hand(const workflow::Project& project) {
  const auto by_hand = scores_by_hand(project);
  ASSERT_OK_AND_ASSIGN(const workflow::ControlScores kept, workflow::control_scores(project, "", {}));
  EXPECT_EQ(kept.scores.size(), by_hand.size());
  for (const workflow::ControlScore& score : kept.scores) {
    SCOPED_TRACE(score.user + " " + std::string(id_of(score.stage)));
    const auto known = by_hand.find({score.user, score.stage});
    ASSERT_NE(known, by_hand.end());
    const ScoreByHand& hand = known->second;
    EXPECT_EQ(score.controls, hand.controls);
    EXPECT_EQ(score.labels, hand.labels);
    EXPECT_EQ(score.attributes, hand.attributes);
    EXPECT_EQ(score.part_labels, hand.part_labels);
    for (std::size_t part = 0; part < hand.parts.size(); ++part) expect_outlines(score.parts[part], hand.parts[part]);
    ASSERT_EQ(score.mean_iou.has_value(), !hand.ious.empty());
    if (hand.ious.empty()) continue;
    const double sum = std::accumulate(hand.ious.begin(), hand.ious.end(), 0.0);
    EXPECT_NEAR(*score.mean_iou, sum / static_cast<double>(hand.ious.size()), kAsByHand);
    const auto interval = labeling::bootstrap_mean(hand.ious, {}).interval;
    ASSERT_EQ(score.iou_interval.interval.has_value(), interval.has_value());
    if (!interval) continue;
    EXPECT_NEAR(score.iou_interval.interval->low, interval->low, kAsByHand);
    EXPECT_NEAR(score.iou_interval.interval->high, interval->high, kAsByHand);
  }
}

/// What several people said of all photos, read answer by answer.
struct AgreementByHand {
  std::vector<double> ious;
  std::array<OutlineAgreement, 4> parts = {};
  std::map<std::string, std::vector<std::vector<std::string>>> said;  ///< a row a unit
  std::size_t compared = 0;
};

inline AgreementByHand agreement_by_hand(const workflow::Project& project) {
  labeling::Store& store = project.store();
  AgreementByHand found;
  const std::vector<labeling::Panel> panels = store.panels({}, 100'000).value();
  for (const labeling::Panel& panel : panels) {
    if (panel.state == labeling::PanelState::kCancelled) continue;
    std::vector<Annotation> people;
    const std::vector<labeling::Answer> answers = store.answers_of(panel.id).value();
    for (const labeling::Answer& answer : answers) {
      if (answer.submitted()) people.push_back(answer.annotation);
    }
    if (people.size() < 2) continue;
    ++found.compared;
    const Photo photo = store.photo(panel.photo).value();
    const labeling::MaskAgreement masks = labeling::mask_agreement(people, photo.width, photo.height);
    if (const auto iou = masks.mean_iou()) found.ious.push_back(*iou);
    for (std::size_t part = 0; part < masks.parts.size(); ++part) found.parts[part] += masks.parts[part];
    const auto merged = labeling::merge_people(people, project.taxonomy(), photo.width, photo.height);
    for (const SaidLabel& label : labeling::said_labels(merged, people.size())) {
      std::vector<std::string>& row = found.said[label.attribute].emplace_back();
      for (const auto& [person, value] : label.said) row.push_back(value);
    }
  }
  return found;
}

/// How far people agree is what every answer read says, from sums and from panels.
inline void expect_agreement_by_hand(const workflow::Project& project) {
  AgreementByHand hand = agreement_by_hand(project);
  ASSERT_OK_AND_ASSIGN(const workflow::PanelAgreement summed, workflow::summed_agreement(project, {200, 1, 0.95}));
  ASSERT_OK_AND_ASSIGN(const workflow::PanelAgreement full, workflow::panel_agreement(project, {}, {0}));
  for (const workflow::PanelAgreement* const kept : {&summed, &full}) {
    SCOPED_TRACE(kept == &summed ? "summed" : "in full");
    EXPECT_EQ(kept->compared, hand.compared);
    ASSERT_EQ(kept->mean_iou.has_value(), !hand.ious.empty());
    if (kept->mean_iou) {
      const double sum = std::accumulate(hand.ious.begin(), hand.ious.end(), 0.0);
      EXPECT_NEAR(*kept->mean_iou, sum / static_cast<double>(hand.ious.size()), kAsByHand);
    }
    for (std::size_t part = 0; part < hand.parts.size(); ++part) expect_outlines(kept->parts[part], hand.parts[part]);
    ASSERT_EQ(kept->attributes.size(), hand.said.size());
    for (const workflow::AgreedAttribute& agreed : kept->attributes) {
      SCOPED_TRACE(agreed.attribute);
      auto rows = hand.said[agreed.attribute];
      EXPECT_EQ(agreed.units, rows.size());
      std::size_t most = 0;
      for (const auto& row : rows) most = std::max(most, row.size());
      for (auto& row : rows) row.resize(most);
      const labeling::Measure alpha =
          labeling::krippendorff_alpha(*labeling::RatingTable::from_text(rows), labeling::Level::kNominal);
      const auto said = std::find_if(agreed.measures.begin(), agreed.measures.end(),
                                     [](const auto& one) { return one.key == "krippendorff"; });
      ASSERT_NE(said, agreed.measures.end());
      ASSERT_EQ(said->measure.value.has_value(), alpha.value.has_value());
      if (!alpha.value) continue;
      EXPECT_NEAR(*said->measure.value, *alpha.value, kAsByHand);
    }
  }
  const auto interval = labeling::bootstrap_mean(hand.ious, {200, 1, 0.95}).interval;
  ASSERT_EQ(summed.iou_interval.interval.has_value(), interval.has_value());
  if (!interval) return;
  EXPECT_NEAR(summed.iou_interval.interval->low, interval->low, kAsByHand);
  EXPECT_NEAR(summed.iou_interval.interval->high, interval->high, kAsByHand);
}

/// The rows that charts show, as one text each.
inline std::vector<std::string> texts_of(const std::vector<workflow::QualityRow>& rows) {
  std::vector<std::string> texts;
  for (const workflow::QualityRow& row : rows) {
    texts.push_back(row.who + " " + row.measure + " " + std::to_string(row.photos) + " " + std::to_string(row.value) +
                    " " + std::to_string(row.low) + "…" + std::to_string(row.high));
  }
  return texts;
}

}  // namespace jaedan::testing
