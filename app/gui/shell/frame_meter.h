#pragma once

#include <string>
#include <vector>

#include "labeling/domain/ids.h"

namespace jaedan::gui {

/// What a measurement waits for besides the person's hands.
enum class MeterGoal {
  kFrames,  ///< nothing: only the frames count
  kFrame,   ///< the frame that has seen all that was done
  kPhoto,   ///< another photo than before is painted
  kIdle,    ///< everything that was asked for is done
};

/// One frame, in seconds.
struct FrameTime {
  double own_s = 0;   ///< of our own work: taking results in, laying out, making vertices
  double draw_s = 0;  ///< OpenGL's: drawing, which without a graphics card is the software rasteriser's, and presenting
};

/// What the window shows after a frame.
struct FrameState {
  PhotoId photo;  ///< the painted one
  bool idle = false;
  bool input_waits = false;  ///< events that no frame has seen yet
};

/// Times frames and answers in the real window, for `jaedan bench studio` (script.h: measure, measured). The clock of
/// an answer starts with the first event after `begin`, so that it measures what a person waits for.
class FrameMeter {
 public:
  void begin(std::string name, MeterGoal goal, PhotoId shown);
  /// A frame is about to begin.
  void before_frame(bool input_waits, double now_s);
  void after_frame(const FrameTime& time, const FrameState& state, double now_s);
  /// The goal was reached.
  bool reached() const { return reached_; }
  /// Ends the measurement: a line of JSON {"measure", "frames", "answer_ms", "own_ms", "draw_ms"}, the last two as
  /// lists, one number a frame.
  std::string end();

 private:
  std::string name_;
  MeterGoal goal_ = MeterGoal::kFrames;
  PhotoId shown_;
  bool running_ = false;
  bool reached_ = false;
  double started_s_ = -1;
  double answer_s_ = 0;
  std::vector<FrameTime> frames_;
};

}  // namespace jaedan::gui
