#pragma once

#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "labeling/base/result.h"

namespace jaedan::bench {

/// Frames while something was done without a break, in milliseconds.
struct StudioFrames {
  std::string scene;   ///< what was on screen
  std::string action;  ///< what was done
  int frames = 0;
  double own_median_ms = 0, own_p95_ms = 0;    ///< our own work
  double draw_median_ms = 0, draw_p95_ms = 0;  ///< OpenGL's, which may be a software rasteriser
  double allowed_ms = 0;                       ///< what the 95th percentile of our own work should stay below
};

/// From what a person did to the frame that shows it.
struct StudioAnswers {
  std::string scene, action;
  int times = 0;
  double median_ms = 0, p95_ms = 0;
  double own_median_ms = 0, own_p95_ms = 0;  ///< without the time that OpenGL drew
  double allowed_ms = 0;                     ///< what the 95th percentile without drawing should stay below
};

/// One figure of a whole run.
struct StudioFigure {
  std::string scene, what, unit;
  double value = 0, allowed = 0;
};

struct StudioBench {
  std::string renderer;  ///< what drew
  std::vector<StudioFrames> frames;
  std::vector<StudioAnswers> answers;
  std::vector<StudioFigure> figures;
};

struct StudioBenchRequest {
  /// Of polygons, outline, photos, model, large, many, recommend, map; empty: all.
  std::vector<std::string> scenes;
  int polygons = 5000;
  int photos = 100'000;    ///< of the scene "many"
  int garments = 100'000;  ///< of the scene "map", and at most so many of "recommend"
};

/// Opens jaedan-studio in a real window on drawn projects of the sizes that the studio promises to bear, plays input
/// events to it, and reads its clocks (app/gui/shell/frame_meter.h). Without a display it brings an Xvfb of its own;
/// the projects lie in a temporary folder (some 300 MB). kUnavailable: no studio beside this program, no display, no
/// Xvfb; kCancelled; kInternal when the studio fails, with its own words.
Result<StudioBench> bench_studio(const StudioBenchRequest& request, const workflow::Watch& watch);

}  // namespace jaedan::bench
