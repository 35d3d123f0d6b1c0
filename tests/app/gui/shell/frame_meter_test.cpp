#include "app/gui/shell/frame_meter.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace jaedan::gui {
namespace {

nlohmann::json ended(FrameMeter& meter) { return nlohmann::json::parse(meter.end()); }

TEST(FrameMeter, TheClockStartsWithWhatThePersonDoes) {
  FrameMeter meter;
  meter.begin("next", MeterGoal::kPhoto, PhotoId{1});
  meter.before_frame(false, 1.0);
  meter.after_frame({0.5, 0.5}, {PhotoId{1}, true, false}, 2.0);  // nobody has done anything yet
  meter.before_frame(true, 2.0);
  meter.after_frame({0.001, 0.002}, {PhotoId{1}, false, false}, 2.003);
  EXPECT_FALSE(meter.reached());
  meter.before_frame(false, 2.003);
  meter.after_frame({0.004, 0.003}, {PhotoId{2}, false, false}, 2.010);
  EXPECT_TRUE(meter.reached());
  meter.before_frame(false, 2.010);
  meter.after_frame({0.1, 0.1}, {PhotoId{2}, true, false}, 3.0);  // after the answer
  const nlohmann::json line = ended(meter);
  EXPECT_EQ(line.at("measure"), "next");
  EXPECT_EQ(line.at("frames"), 2);
  EXPECT_NEAR(line.at("answer_ms"), 10, 1e-6);
  EXPECT_NEAR(line.at("own_ms").at(1), 4, 1e-9);
  EXPECT_NEAR(line.at("draw_ms").at(0), 2, 1e-9);
}

TEST(FrameMeter, AFrameThatHasNotSeenEverythingIsNoAnswer) {
  FrameMeter meter;
  meter.begin("select", MeterGoal::kFrame, {});
  meter.before_frame(true, 0);
  meter.after_frame({0.01, 0}, {{}, false, true}, 0.01);
  EXPECT_FALSE(meter.reached());
  meter.before_frame(true, 0.01);
  meter.after_frame({0.01, 0}, {{}, false, false}, 0.02);
  EXPECT_TRUE(meter.reached());
}

TEST(FrameMeter, WithoutAGoalAllFramesCountUntilItEnds) {
  FrameMeter meter;
  meter.begin("pan", MeterGoal::kFrames, {});
  for (int i = 0; i < 5; ++i) {
    meter.before_frame(true, i);
    meter.after_frame({0.01, 0.02}, {}, i + 0.5);
  }
  EXPECT_FALSE(meter.reached());
  EXPECT_EQ(ended(meter).at("frames"), 5);
  meter.after_frame({1, 1}, {}, 9);
  EXPECT_EQ(ended(meter).at("frames"), 0) << "what was ended measures nothing";
}

}  // namespace
}  // namespace jaedan::gui
