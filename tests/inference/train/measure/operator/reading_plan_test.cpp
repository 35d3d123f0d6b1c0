#include "inference/train/measure/operator/reading_plan.h"

#include <gtest/gtest.h>

#include "inference/train/data/random.h"

namespace jaedan::inference {
namespace {

GarmentWork way(GarmentWay how, Acts outline, bool part_changed = false) {
  return {Part::kTop, how, part_changed, outline, {}};
}

// Two dozen vertices.
const Acts kDrawing = act::kBeginGarment + 24 * act::kVertex + act::kFinish;

PlannedGarment drawn_only(std::size_t sources) {
  PlannedGarment garment;
  garment.from_nothing = {way(GarmentWay::kDrawn, kDrawing)};
  garment.from_source.resize(sources);
  return garment;
}

TEST(ReadingPlan, WhatIsRightIsAcceptedWithOneKey) {
  ReadingPlan plan;
  plan.sources = {{1, true}, {2, true}};
  for (const std::size_t source : {0U, 1U}) {
    PlannedGarment garment = drawn_only(2);
    garment.from_source[source] = {way(GarmentWay::kKept, {})};
    plan.garments.push_back(garment);
  }
  const ChosenPlan chosen = cheapest_plan(plan);
  EXPECT_EQ(chosen.proposals, act::kAcceptAll);
  EXPECT_EQ(chosen.refused, 0);
  EXPECT_NEAR(chosen.seconds(), 0.28, 1e-9);
}

TEST(ReadingPlan, AWrongOneIsDeletedOrLeftWhicheverIsQuicker) {
  ReadingPlan plan;
  plan.sources = {{1, true}, {1, true}};
  plan.garments = {drawn_only(2)};
  plan.garments[0].from_source[0] = {way(GarmentWay::kKept, {})};
  // Enter, a click, Del.
  EXPECT_EQ(cheapest_plan(plan).proposals, act::kAcceptAll + act::kSelect + act::kDeleteSelected);
  EXPECT_EQ(cheapest_plan(plan).refused, 1);
  // With three wrong ones: a click and Enter for the right one, and Ctrl+Enter twice.
  plan.sources = {{1, true}, {3, true}};
  const ChosenPlan chosen = cheapest_plan(plan);
  EXPECT_EQ(chosen.proposals, act::kInsist);
  EXPECT_EQ(chosen.garments[0].outline, act::kSelect + act::kAcceptSelected);
  EXPECT_EQ(chosen.refused, 3);
  // Of what may be there nobody deletes anything.
  plan.sources = {{1, true}, {3, false}};
  EXPECT_EQ(cheapest_plan(plan).proposals, act::kAcceptAll);
}

TEST(ReadingPlan, AWrongPartIsChanged) {
  ReadingPlan plan;
  plan.sources = {{1, true}};
  plan.garments = {drawn_only(1)};
  plan.garments[0].from_source[0] = {way(GarmentWay::kKept, {}, true)};
  const ChosenPlan chosen = cheapest_plan(plan);
  EXPECT_EQ(chosen.proposals, act::kAcceptAll);
  EXPECT_EQ(chosen.garments[0].outline, act::kSelect + act::kChangePart);
  EXPECT_NEAR(chosen.seconds(), 0.28 + 1.3 + 2.6, 1e-9);
}

TEST(ReadingPlan, ACorrectionAcceptsWhatItCorrects) {
  ReadingPlan plan;
  plan.sources = {{1, true}};
  plan.garments = {drawn_only(1)};
  const Acts clicks = act::kSelect + act::kTakeTool + 2 * act::kClick + act::kFinish;
  plan.garments[0].from_source[0] = {way(GarmentWay::kClicked, clicks)};
  const ChosenPlan chosen = cheapest_plan(plan);
  EXPECT_EQ(chosen.proposals, Acts{});
  EXPECT_EQ(chosen.garments[0].outline, clicks);
}

TEST(ReadingPlan, OneProposalServesOneGarment) {
  ReadingPlan plan;
  plan.sources = {{1, true}};
  plan.garments = {drawn_only(1), drawn_only(1)};
  for (PlannedGarment& garment : plan.garments) garment.from_source[0] = {way(GarmentWay::kKept, {})};
  const ChosenPlan chosen = cheapest_plan(plan);
  EXPECT_EQ(chosen.garments[0].way != GarmentWay::kDrawn, chosen.garments[1].way == GarmentWay::kDrawn);
  EXPECT_NEAR(chosen.seconds(), 0.28 + kDrawing.seconds(), 1e-9);
}

TEST(ReadingPlan, NeverTakesLongerThanDrawingEverything) {
  Random chance(3);
  for (int round = 0; round < 200; ++round) {
    ReadingPlan plan;
    const auto sources = static_cast<std::size_t>(chance.below(4));
    for (std::size_t s = 0; s < sources; ++s) {
      plan.sources.push_back({1 + static_cast<int>(chance.below(3)), chance.below(2) == 0});
    }
    double all_drawn = 0;
    for (std::uint64_t t = chance.below(4) + 1; t > 0; --t) {
      PlannedGarment garment = drawn_only(sources);
      for (auto& ways : garment.from_source) {
        if (chance.below(2) == 0) ways.push_back(way(GarmentWay::kKept, {}, chance.below(2) == 0));
        if (chance.below(2) == 0) {
          ways.push_back(way(GarmentWay::kClicked, static_cast<int>(chance.below(30)) * act::kClick));
        }
      }
      all_drawn += kDrawing.seconds();
      plan.garments.push_back(std::move(garment));
    }
    const ChosenPlan chosen = cheapest_plan(plan);
    EXPECT_LE(chosen.seconds(), all_drawn + (sources > 0 ? act::kInsist.seconds() : 0) + 1e-9) << round;
    EXPECT_EQ(chosen.garments.size(), plan.garments.size());
  }
}

}  // namespace
}  // namespace jaedan::inference
