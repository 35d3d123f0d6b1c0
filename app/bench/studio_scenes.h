#pragma once

#include <string>
#include <vector>

#include "app/workflow/jobs/progress.h"
#include "labeling/base/result.h"

namespace jaedan::bench {

/// Projects to measure the studio with (bench_studio.h). Each makes `folder`/NAME.jaedan and what photos it needs,
/// drawn, and returns the project's path. Errors: those of Project and of writing files; kCancelled.

/// One photo of 1,000 × 1,500 with `count` garments of 50 points each, side by side.
Result<std::string> scene_of_polygons(const std::string& folder, int count);
/// One photo with one garment of `points` points.
Result<std::string> scene_of_outline(const std::string& folder, int points);
/// `count` photos of width × height, no two of them the same file.
Result<std::string> scene_of_photos(const std::string& folder, int width, int height, int count);
/// `count` small photos, of which only some dozen are different files on disk.
Result<std::string> scene_of_many(const std::string& folder, int count, const workflow::Watch& watch);

}  // namespace jaedan::bench
