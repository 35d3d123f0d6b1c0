#pragma once

#include <string>

#include "app/workflow/jobs/progress.h"
#include "labeling/base/result.h"

namespace jaedan::bench {

/// What is in a project of many garments.
struct GarmentScene {
  int garments = 0;
  int in_photo = 2;  ///< a top, a skirt, a top, …, side by side from above
};

/// Makes a project below `folder`: approved photos, of which only some dozen are different files, whose garments have
/// labels, and drawn vectors as if of the model that recommendations use. Returns its path. Errors: those of Project,
/// of finding the model and of writing files; kCancelled.
Result<std::string> scene_of_garments(const std::string& folder, const GarmentScene& scene,
                                      const workflow::Watch& watch);

// What is played to the window on such a project (app/gui/shell/script.h).

/// Selects garments in the Recommend view, `times` in all, and measures each as "select" until what is like it is there
/// with its pictures.
std::string script_of_selecting(const GarmentScene& scene, int times);

/// Opens the map, measured as "whole" until all of it is there, and does there what people do, measured as "zoom",
/// "pan", "lasso", "point" and "labels". The window is 1280 × 800.
std::string script_of_map();

}  // namespace jaedan::bench
