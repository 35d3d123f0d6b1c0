#include "app/gui/shell/frame_meter.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace jaedan::gui {
namespace {

constexpr double kMsPerSecond = 1000;

}  // namespace

void FrameMeter::begin(std::string name, MeterGoal goal, PhotoId shown) {
  *this = FrameMeter();
  name_ = std::move(name);
  goal_ = goal;
  shown_ = shown;
  running_ = true;
}

void FrameMeter::before_frame(bool input_waits, double now_s) {
  if (running_ && started_s_ < 0 && input_waits) started_s_ = now_s;
}

void FrameMeter::after_frame(const FrameTime& time, const FrameState& state, double now_s) {
  // Frames before the person did anything, or after the answer came, say nothing.
  if (!running_ || started_s_ < 0 || reached_) return;
  frames_.push_back(time);
  const bool is_there = goal_ == MeterGoal::kPhoto  ? state.photo && state.photo != shown_
                        : goal_ == MeterGoal::kIdle ? state.idle
                                                    : true;
  if (!is_there || state.input_waits) return;
  answer_s_ = now_s - started_s_;
  reached_ = goal_ != MeterGoal::kFrames;
}

std::string FrameMeter::end() {
  nlohmann::json own = nlohmann::json::array(), draw = nlohmann::json::array();
  for (const FrameTime& frame : frames_) {
    own.push_back(frame.own_s * kMsPerSecond);
    draw.push_back(frame.draw_s * kMsPerSecond);
  }
  const nlohmann::json line = {{"measure", std::exchange(name_, {})},
                               {"frames", frames_.size()},
                               {"answer_ms", answer_s_ * kMsPerSecond},
                               {"own_ms", std::move(own)},
                               {"draw_ms", std::move(draw)}};
  *this = FrameMeter();
  return line.dump();
}

}  // namespace jaedan::gui
