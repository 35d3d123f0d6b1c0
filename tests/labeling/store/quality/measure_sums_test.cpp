// What a measure adds to the sums, and how it stands as text.
#include "labeling/store/quality/measure_sums.h"

#include <gtest/gtest.h>

#include "labeling/store/quality/measure_json.h"
#include "tests/support/matchers.h"

namespace jaedan::labeling {
namespace {

PanelMeasure unusual_panel() {
  PanelMeasure measure;
  measure.people = {UserId{7}, UserId{3}, UserId{12}};
  measure.mean_iou = 0.1 + 0.2;
  measure.parts[3] = {5, 1, 4, 1.0 / 3};
  measure.said = {{"detail", Part::kDress, {{0, "a+\"b\""}, {2, "-"}}},
                  {"style", std::nullopt, {{0, "거리"}, {1, "거리"}}}};
  return measure;
}

TEST(MeasureJson, ReadsBackAsTheSame) {
  EXPECT_EQ(*panel_measure_from_json(measure_to_json(unusual_panel())), unusual_panel());
  EXPECT_EQ(*panel_measure_from_json(measure_to_json(PanelMeasure{})), PanelMeasure{});
  ControlMeasure control;
  control.parts[0] = {1, 2, 0, 0.1 + 0.2};
  control.labels = {{"색", Part::kTop, {3, 4}}, {"style", std::nullopt, {0, 1}}};
  EXPECT_EQ(*control_measure_from_json(measure_to_json(control)), control);
  PanelMeasure damaged = unusual_panel();
  damaged.people.pop_back();
  // Person 2 of two said something.
  EXPECT_ERROR(panel_measure_from_json(measure_to_json(damaged)), ErrorCode::kCorrupt);
  for (const char* text :
       {"", "[]", "{}", R"({"parts":[],"labels":[]})", R"({"parts":[[1,1,1,1]],"labels":[["a"]]})"}) {
    EXPECT_ERROR(control_measure_from_json(text), ErrorCode::kCorrupt);
    EXPECT_ERROR(panel_measure_from_json(text), ErrorCode::kCorrupt);
  }
}

TEST(MeasureSums, AreTakenAwayWithoutARest) {
  QualitySums sums;
  const auto add = [&](const QualitySums& more, bool away) {
    for (const auto& [key, value] : more) sums[key] += away ? -value : value;
  };
  std::vector<MeasuredPanel> panels;
  for (int i = 0; i < 500; ++i) {
    MeasuredPanel panel{PanelId{i + 1}, unusual_panel()};
    panel.measure.mean_iou = 1.0 / (i + 3);
    panel.measure.parts[i % 4].iou_sum += 1.0 / (i + 7);
    panels.push_back(panel);
    add(sums_of(panel), false);
  }
  QualityKey whole;
  whole.kind = QualityKind::kPanel;
  EXPECT_EQ(sums[whole].n, 500);
  for (std::size_t i = 0; i < panels.size(); ++i) add(sums_of(panels[(i * 7) % 500]), true);
  for (const auto& [key, value] : sums) EXPECT_TRUE(value.is_zero());
}

TEST(MeasureSums, WhatWasSaidIsTheSameWhoeverSaidIt) {
  const std::string word = said_word({{0, "navy"}, {1, "black"}, {5, "navy"}});
  EXPECT_EQ(word, said_word({{0, "black"}, {1, "navy"}, {2, "navy"}}));
  EXPECT_NE(word, said_word({{0, "black"}, {1, "navy"}}));
  EXPECT_EQ(*values_of_said_word(word), (std::vector<std::string>{"black", "navy", "navy"}));
  EXPECT_ERROR(values_of_said_word("black"), ErrorCode::kCorrupt);
  EXPECT_ERROR(values_of_said_word("[1]"), ErrorCode::kCorrupt);
}

TEST(MeasureSums, AnAnswerWithoutATruthIsInNoOtherNumber) {
  const QualitySums sums = sums_of(MeasuredAnswer{AnswerId{1}, PhotoId{1}, UserId{2}, Stage::kBasic, std::nullopt});
  ASSERT_EQ(sums.size(), 1u);
  EXPECT_EQ(sums.begin()->second, (QualityValue{0, 1}));
}

}  // namespace
}  // namespace jaedan::labeling
