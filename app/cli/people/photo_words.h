#pragma once

#include <functional>
#include <string>

#include "app/cli/output.h"
#include "app/workflow/jobs/progress.h"
#include "app/workflow/project/project.h"

namespace jaedan::cli {

/// Which photos a verb is about: one (`--image`), or those of a filter; and how its end is said.
struct PhotoWords {
  std::string image;
  std::string filter;
  bool json = false;
};

/// Adds `--image` and `--filter`, of which one may be said.
void add_photo_options(CLI::App& app, PhotoWords& words);
/// kInvalidArgument when neither was.
Status check_names_photos(const PhotoWords& words);

using OnePhoto = std::function<int(const Photo&)>;
using ManyPhotos = std::function<Result<workflow::BatchReport>(const labeling::PhotoFilter&, const workflow::Watch&)>;

/// The one photo by `one`, which says how it went and returns an ExitCode, or those of the filter by `many`, which ends
/// as finish_photos. Returns an ExitCode.
int with_photos(workflow::Project& project, const PhotoWords& words, const OnePhoto& one, const ManyPhotos& many,
                const std::string& done);

/// Ends a batch of photos: an error, or "3 photos" and `done`.
int finish_photos(const Result<workflow::BatchReport>& report, const PhotoWords& words, const std::string& done);
/// A batch of one, which is done.
Result<workflow::BatchReport> batch_of_one(const Status& done);
/// The same, which is skipped when nothing changed.
Result<workflow::BatchReport> batch_of_one(const Result<bool>& changed);

}  // namespace jaedan::cli
